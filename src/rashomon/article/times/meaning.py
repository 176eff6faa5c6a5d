"""What a match of a rule means: its fields as a `Meaning`, a TIMEX3 type and a modifier."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any  # a rule's constants are what the table gives

from ...records import Meaning, TimexType
from .periods import days_in_month
from .rules import Match

LEAP_YEAR = 2000
_PIVOT = 50  # a year of two digits below it is in this century
_MOD_OF_POSITION = {"START": "START", "FIRST": "START", "SOFAR": "START", "MID": "MID", "END": "END", "REST": "END"}
_NAMED = ("year", "years", "piece", "month", "day", "weekday", "holiday", "shift", "unit", "part", "position")
_CLOCK_UNITS = {"H": "H", "MIN": "M", "S": "S"}


@dataclass(frozen=True, slots=True)
class Reading:
    """A match with what it means; `told` says which time told before it counts from."""

    match: Match
    meaning: Meaning
    type: TimexType
    mod: str | None
    told: str  # what it counts from: "" the publication, "told" the last time told, other words the last quarter told


def read_match(match: Match, *, month_first: bool) -> Reading | None:
    """The reading of a match; `None` where its numbers are no day of any calendar."""
    fields: dict[str, Any] = {**match.rule.fixed, **match.fields}
    if not _fill_date(fields, month_first=month_first):
        return None
    if "nth" in fields:
        fields["holiday"] = f"{fields['nth_month']:02}:{fields['nth']}:{fields['nth_weekday']}"
    _fill_year(fields, match.classes)
    _fill_part(fields)
    direction = str(fields.get("direction", ""))
    kind = match.rule.kind
    type_: TimexType = match.rule.type  # type: ignore[assignment]  # the table's words are those of TIMEX3
    if kind == "shift" and "vague" in fields:
        kind, fields["text"] = "reference", "PAST_REF" if fields.get("sign", -1) < 0 else "FUTURE_REF"
    if kind == "duration":
        fields["text"] = _duration(fields)
        _fill_shift(fields)
    elif kind == "set":
        fields["text"] = fields.get("text") or _set(fields)
    elif kind == "shift":
        _fill_shift(fields)
    meaning = _meaning(kind, fields)
    mod = _MOD_OF_POSITION.get(fields.get("position", "")) or fields.get("mod")
    if meaning.part is not None and kind in ("calendar", "shift"):
        type_ = "TIME"
    return Reading(match, meaning, type_, mod, direction if direction.startswith("told") else "")


def _meaning(kind: Any, fields: Mapping[str, Any]) -> Meaning:
    direction = fields.get("direction")
    return Meaning(
        kind=kind,
        **{name: fields[name] for name in _NAMED if name in fields},
        direction=direction if direction in ("past", "future") else None,
        strict=direction in ("past", "future"),
        keeps_grain=direction in ("told_grain", "told_quarter"),
        text=fields.get("text"),
        anchor=_other("anchor_", fields),
        until=_other("until_", fields),
    )


def _other(prefix: str, fields: Mapping[str, Any]) -> Meaning | None:
    """The meaning that the fields with a prefix make."""
    own = {name.removeprefix(prefix): value for name, value in fields.items() if name.startswith(prefix)}
    if not own:
        return None
    return Meaning(kind="shift" if "shift" in own else "calendar", **{n: own[n] for n in _NAMED if n in own})


def _fill_date(fields: dict[str, Any], *, month_first: bool) -> bool:
    """Year, month and day of a date in digits; false where it is none."""
    if "iso" in fields:
        day, _, clock = fields["iso"].partition("T")
        fields["year"], fields["month"], fields["day"] = (int(part) for part in day.split("-"))
        if clock:
            fields["part"] = clock[:5]
    elif "slashed" in fields:
        mark = next(c for c in fields["slashed"] if not c.isdigit())
        first, second, year = (int(part) for part in fields["slashed"].split(mark))
        # A point between the numbers is the European way, whatever the language.
        us = (month_first and mark != "." and first <= 12) or second > 12
        fields["month"], fields["day"] = (first, second) if us else (second, first)
        fields["year"] = year if year > 99 else _full_year(year)
    month, day = fields.get("month", 1), fields.get("day", 1)
    # A year that is not told may be a leap year.
    return month in range(1, 13) and 1 <= day <= days_in_month(_year_of(fields), month if "month" in fields else 1)


def _year_of(fields: Mapping[str, Any]) -> int:
    year = fields.get("year", LEAP_YEAR)
    return year if 1 <= year <= 9999 and "until_year" not in fields else LEAP_YEAR


def _full_year(short: int) -> int:
    return short + (2000 if short < _PIVOT else 1900)


def _fill_year(fields: dict[str, Any], classes: Mapping[str, str]) -> None:
    """Decades, centuries, quarters and halves as years and pieces."""
    if classes.get("year") == "short_year":
        fields["year"] = _full_year(fields["year"])
    if classes.get("until_year") == "short_year":
        fields["until_year"] += fields["year"] - fields["year"] % 100
    if "decade" in fields:
        decade = fields["decade"]
        fields["year"], fields["years"] = decade if decade > 99 else 1900 + decade, 10
    if "century" in fields:
        fields["year"], fields["years"] = (fields["century"] - 1) * 100, 100
    if "quarter" in fields:
        fields["piece"] = f"Q{fields['quarter']}"
    if "half" in fields:
        fields["piece"] = f"H{fields['half']}"


def _fill_part(fields: dict[str, Any]) -> None:
    """A time by the clock, of 24 hours."""
    if "clock" not in fields and "hour" not in fields:
        return
    hour, _, minutes = fields.get("clock", str(fields.get("hour"))).partition(":")
    hours = int(hour)
    if "meridiem" in fields:
        hours = hours % 12 + fields["meridiem"]
    fields["part"] = f"{hours:02}:{minutes[:2] or fields.get('minutes', '00')}"


def _fill_shift(fields: dict[str, Any]) -> None:
    """How many units from the anchor, whole ones."""
    if "shift" in fields:
        return
    number = _count(fields)
    factor, unit = _factor(fields["unit"])
    fields["shift"] = min(int(number * factor), 100_000) * fields.get("sign", 1)
    fields["unit"] = unit


def _count(fields: Mapping[str, Any]) -> Fraction:
    """The number of units that is told; one where there is none, and half of one where half is told."""
    return Fraction(1, 2) if "half_of" in fields else Fraction(fields.get("number", 1))


def _factor(unit: str) -> tuple[int, str]:
    digits = "".join(c for c in unit if c.isdigit())
    return int(digits or 1), unit.lstrip("0123456789")


def _duration(fields: Mapping[str, Any]) -> str:
    """The TIMEX3 value of a length: "P3D", "PT90M", "PXY"."""
    factor, unit = _factor(fields["unit"])
    prefix = "PT" if unit in _CLOCK_UNITS else "P"
    letter = _CLOCK_UNITS.get(unit, unit)
    if "vague" in fields:
        return f"{prefix}X{letter}"
    number = (_count(fields) + Fraction(fields.get("fraction", 0))) * factor
    if "half_word" in fields:
        number += Fraction(factor, 2)
    return prefix + _amount(number, unit, letter)


_SMALLER = {"Y": (12, "M"), "D": (24, "TH"), "H": (60, "M"), "MIN": (60, "S")}


def _amount(number: Fraction, unit: str, letter: str) -> str:
    """A number of units; the rest that is no whole unit in smaller ones, else as a decimal."""
    whole, rest = divmod(number, 1)
    if not rest:
        return f"{whole}{letter}"
    if unit in _SMALLER:
        times, smaller = _SMALLER[unit]
        if (rest * times).denominator == 1:
            mark, name = smaller[:-1], smaller[-1]
            return (f"{whole}{letter}" if whole else "") + f"{mark}{rest * times}{name}"
    return f"{float(number):g}{letter}"


def _set(fields: Mapping[str, Any]) -> str:
    """The TIMEX3 value of what comes again and again."""
    if "weekday" in fields:
        value = f"XXXX-WXX-{fields['weekday'] + 1}"
    elif "month" in fields:
        value = f"XXXX-{fields['month']:02}"
    elif "piece" in fields:
        value = f"XXXX-{fields['piece']}"
    elif "unit" in fields:
        number = Fraction(fields.get("number", 1)) * fields.get("every", 1)
        return _duration({**fields, "number": number})
    else:
        value = "XXXX-XX-XX"
    return f"{value}T{fields['part']}" if "part" in fields else value


def at(reading: Reading, meaning: Meaning) -> Reading:
    """The same reading with another meaning."""
    return replace(reading, meaning=meaning)
