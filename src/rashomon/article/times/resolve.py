"""A time expression resolved: from what it says and the day it was published to a TIMEX3 value and days."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from ...records import Days, Meaning, Time
from .periods import (
    Period,
    add_days,
    add_months,
    day_period,
    days_in_month,
    holiday_day,
    month_period,
    period_of,
    piece_period,
    shifted,
    year_period,
)

# A date without its year lies where the tense of its clause looks, unless the date on the other side is so many times
# nearer: a report of July that tells of "August 5" means the one to come. Without a tense the past is likelier, since
# reports tell of what was. Set on TimeBank.
AGAINST_TENSE = 8
AGAINST_PAST = 4
_FIXED = re.compile(r"\d{2}-\d{2}")  # the rule of a holiday that no weekday and no moon decides
_SHORT = ("H", "MIN", "S")
_SATURDAY = 5
_WEEK = 7
_MONTHS_WITH_ALL_DAYS = 48  # among so many each day of the month falls on each weekday, but for the last ones
_UNANCHORED_UNIT = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}


def resolve(time: Time, published: Days) -> Time:
    """The time with its value and days; what needs a publication day that is not known keeps an open value.

    Where the publication is an interval, the days reach from what its first day gives to what its last gives; a weekday
    that is a day of the interval is that day.
    """
    meaning = time.meaning
    if meaning is None:
        return time
    inside = _inside(meaning, published)
    days = {inside} if inside else {d for d in (published.earliest, published.latest) if d}
    ends = [_resolved(meaning, day) for day in sorted(days)]
    if not ends or not published.known:
        ends = [_resolved(meaning, None)]
    values = {value for value, _ in ends}
    value = ends[0][0] if len(values) == 1 else _open_value(meaning)
    periods = [days for _, days in ends if days]
    earliest = min((first for first, _ in periods), default=None)
    latest = max((last for _, last in periods), default=None)
    return replace(time, value=value, earliest=earliest, latest=latest, meaning=None)


def _inside(meaning: Meaning, published: Days) -> date | None:
    """The day of a short interval that a bare weekday names."""
    first, last = published.earliest, published.latest
    if first is None or last is None or not 0 < (last - first).days < _WEEK or meaning.kind != "calendar":
        return None
    if meaning.weekday is None or meaning.strict or meaning.direction == "future":
        return None
    if meaning.month is not None or meaning.day is not None or meaning.anchor is not None:
        return None
    day = add_days(first, (meaning.weekday - first.weekday()) % _WEEK)
    return day if day <= last else None


def _resolved(meaning: Meaning, published: date | None) -> tuple[str, tuple[date, date] | None]:
    """The value of a meaning and its days, for one day of publication or for none."""
    match meaning.kind:
        case "duration":
            return meaning.text or "", _stretch(meaning, published)
        case "set":
            return meaning.text or "", None
        case "reference":
            return meaning.text or "", (published, published) if meaning.text == "PRESENT_REF" and published else None
    period = _period(meaning, published)
    if period is None:
        return _open_value(meaning), None
    first, last = _placed(meaning.position, period, published)
    if meaning.until is not None:
        last = max(last, _end_of_range(first, meaning.until))
    value = f"{period.value}T{meaning.part}" if meaning.part and period.unit == "D" else period.value
    return value, (first, last)


def _end_of_range(first: date, until: Meaning) -> date:
    """The last day of a range that begins with a day: the weekday, day or year that ends it, or so many days on."""
    if until.shift is not None:
        return add_days(first, until.shift)
    if until.weekday is not None:
        return add_days(first, (until.weekday - first.weekday()) % 7)
    try:
        if until.year is not None:
            return date(until.year, 12, 31)
        return first.replace(day=until.day or first.day)
    except ValueError:  # April 31
        return first


def _stretch(meaning: Meaning, published: date | None) -> tuple[date, date] | None:
    """The days of a length that leads up to the publication or away from it."""
    if published is None or meaning.direction is None or meaning.unit is None or "X" in (meaning.text or ""):
        return None
    count = meaning.shift or 0
    if meaning.direction == "past":
        return shifted(meaning.unit, published, -count), published
    return published, shifted(meaning.unit, published, count)


def _period(meaning: Meaning, published: date | None) -> Period | None:
    if meaning.kind == "shift":
        return _shift(meaning, published)
    if meaning.anchor is not None:
        return _within(meaning, published)
    try:
        return _calendar(meaning, published)
    except ValueError:  # February 30, or a year before the calendar
        return None


def _shift(meaning: Meaning, published: date | None) -> Period | None:
    if meaning.shift is None or meaning.unit is None:
        return None
    unit = "D" if meaning.unit in _SHORT else meaning.unit
    anchor = None if meaning.anchor is None else _period(meaning.anchor, published)
    if meaning.keeps_grain and anchor is not None and anchor.unit != "D":
        return _like(anchor, shifted(unit, anchor.first, meaning.shift))
    base = anchor.first if anchor is not None else published
    if base is None:
        return None
    count = 0 if meaning.unit in _SHORT else meaning.shift
    if unit == "WE" and not count and meaning.direction != "future" and base.weekday() < _SATURDAY:
        count = -1
    return period_of(unit, shifted(unit, base, count))


def _like(period: Period, day: date) -> Period:
    """The period of the same kind that begins that day."""
    if period.unit == "S3":
        return piece_period(day.year, period.value[-2:])
    return period_of(period.unit, day)


def _within(meaning: Meaning, published: date | None) -> Period | None:
    """What lies in the period that the words name: "June last year", "Thursday of last week"."""
    anchor = None if meaning.anchor is None else _period(meaning.anchor, published)
    if anchor is None:
        return None
    if meaning.weekday is not None:
        if anchor.unit == "W":
            return day_period(add_days(anchor.first, meaning.weekday))
        return day_period(_weekday(meaning, anchor.first))
    try:
        return _of_year(meaning, anchor.first.year)
    except ValueError:
        return None


def _calendar(meaning: Meaning, published: date | None) -> Period | None:
    if meaning.year is not None:
        return _of_year(meaning, meaning.year)
    if meaning.day is not None and meaning.month is None:
        return None if published is None else _day_of_month(meaning, published)
    if meaning.weekday is not None and meaning.month is None and meaning.holiday is None:
        return None if published is None else day_period(_weekday(meaning, published))
    if published is None:
        return None
    return _nearest(lambda year: _of_year(meaning, year), meaning, published)


def _of_year(meaning: Meaning, year: int) -> Period:
    """The day, month or piece of that year."""
    if meaning.holiday is not None:
        return day_period(holiday_day(meaning.holiday, year))
    if meaning.piece is not None:
        return piece_period(year, meaning.piece)
    if meaning.month is None:
        return year_period(year, meaning.years or 1)
    return (
        month_period(year, meaning.month) if meaning.day is None else day_period(date(year, meaning.month, meaning.day))
    )


def _weekday(meaning: Meaning, published: date) -> date:
    """The nearest day of that weekday, back unless the words look ahead."""
    weekday = meaning.weekday or 0
    if meaning.direction == "future" or (not meaning.strict and _is_morrow(meaning, published)):
        return add_days(published, (weekday - published.weekday() - meaning.strict) % 7 + meaning.strict)
    return add_days(published, -((published.weekday() - weekday - meaning.strict) % 7 + meaning.strict))


def _is_morrow(meaning: Meaning, published: date) -> bool:
    """The weekday after the publication, told without a tense or as a morning.

    A report of Monday evening that tells what happened "early Tuesday" tells it by the clock of a place further east;
    what lies six days back is seldom told by its weekday alone. Counted on TimeBank.
    """
    if meaning.weekday != (published.weekday() + 1) % 7 or meaning.anchor is not None:
        return False
    return meaning.direction is None or meaning.part == "MO" or meaning.position == "START"


def _day_of_month(meaning: Meaning, published: date) -> Period | None:
    """The nearest day with that number, and that weekday where one is told, back unless the words look ahead."""
    step = 1 if meaning.direction == "future" else -1
    for count in range(_MONTHS_WITH_ALL_DAYS):
        month = add_months(published.replace(day=1), step * count)
        if (meaning.day or 1) > days_in_month(month.year, month.month):
            continue
        day = month.replace(day=meaning.day or 1)
        if (day - published).days * step >= 0 and meaning.weekday in (None, day.weekday()):
            return day_period(day)
    return None


def _nearest(of_year: Callable[[int], Period], meaning: Meaning, published: date) -> Period | None:
    """Of the same period in all years the one that is meant: by tense, unless another lies much nearer."""
    found = []
    for year in range(max(published.year - 4, 1), min(published.year + 4, 9999) + 1):
        try:
            found.append(of_year(year))
        except ValueError:  # February 29 of a common year
            continue
    if meaning.weekday is not None:
        found = [period for period in found if period.first.weekday() == meaning.weekday] or found
    past = max((p for p in found if p.first <= published), key=lambda p: p.first, default=None)
    future = min((p for p in found if p.last >= published), key=lambda p: p.first, default=None)
    if past is None or future is None:
        return past or future
    return _choose(past, future, meaning, published)


def _choose(past: Period, future: Period, meaning: Meaning, published: date) -> Period:
    back, ahead = max((published - past.last).days, 0), max((future.first - published).days, 0)
    if meaning.strict:
        if meaning.direction == "past":
            return past if past.last < published else _like(past, shifted("Y", past.first, -1))
        return future if future.first > published else _like(future, shifted("Y", future.first, 1))
    if meaning.direction == "future":
        return past if back * AGAINST_TENSE <= ahead else future
    factor = AGAINST_TENSE if meaning.direction == "past" else AGAINST_PAST
    return future if ahead * factor <= back else past


def _placed(position: str | None, period: Period, published: date | None) -> tuple[date, date]:
    """The part of a period that is meant, in days."""
    first, last = period.first, period.last
    length = (last - first).days + 1
    third = max(length // 3, 1)
    match position:
        case "START" if length > 1:
            return first, add_days(first, third - 1)
        case "MID" if length > 1:
            return add_days(first, third), add_days(last, -third)
        case "END" if length > 1:
            return add_days(last, 1 - third), last
        case "FIRST":
            return first, min(add_days(first, 9), last)
        case "LAST":
            return add_days(last, -9), last
        case "SOFAR" if published and first <= published <= last:
            return first, published
        case "REST" if published and first <= published <= last:
            return published, last
    return first, last


def _open_holiday(rule: str) -> str:
    """New Year's Eve is on one day in every year; Easter is not."""
    return f"XXXX-{rule}" if _FIXED.fullmatch(rule) else "XXXX-XX-XX"


def _open_value(meaning: Meaning) -> str:
    """The value where the publication day is not known: what the words leave open is written X."""
    if meaning.kind == "shift":
        value = _UNANCHORED_UNIT.get(meaning.unit or "D", "XXXX")
    elif meaning.day is not None and meaning.month is None:
        value = f"XXXX-XX-{meaning.day:02}"
    elif meaning.weekday is not None and meaning.month is None:
        value = f"XXXX-WXX-{meaning.weekday + 1}"
    elif meaning.month is not None:
        day = f"-{meaning.day:02}" if meaning.day is not None else ""
        year = "XXXX" if meaning.year is None else f"{meaning.year:04}"
        value = f"{year}-{meaning.month:02}{day}"
    elif meaning.piece is not None:
        value = f"XXXX-{meaning.piece}"
    else:
        value = _open_holiday(meaning.holiday) if meaning.holiday else meaning.text or "XXXX"
    return f"{value}T{meaning.part}" if meaning.part else value
