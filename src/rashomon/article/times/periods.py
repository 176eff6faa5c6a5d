"""Periods of the calendar: the days they have and the TIMEX3 value that names them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both inclusive, with the unit they are one of and their TIMEX3 value."""

    unit: str
    first: date
    last: date
    value: str


def day_period(day: date) -> Period:
    return Period("D", day, day, day.isoformat())


def week_period(day: date) -> Period:
    """The week, from Monday on, that a day is in."""
    monday = day - timedelta(days=day.weekday())
    year, week, _ = day.isocalendar()
    return Period("W", monday, add_days(monday, 6), f"{year:04}-W{week:02}")


def weekend_period(day: date) -> Period:
    """The weekend of the week that a day is in."""
    week = week_period(day)
    return Period("WE", add_days(week.first, 5), week.last, f"{week.value}-WE")


def month_period(year: int, month: int) -> Period:
    return _months("M", year, month, 1, f"{year:04}-{month:02}")


def year_period(year: int, years: int = 1) -> Period:
    """A year, decade or century; its value has the digits that all its years share."""
    value = {1: f"{year:04}", 10: f"{year // 10:03}", 100: f"{year // 100:02}", 1000: f"{year // 1000}"}[years]
    last = min(year + years - 1, 9999)
    unit = "Y" if years == 1 else f"{years}Y"
    return Period(unit, date(max(year, 1), 1, 1), date(max(last, 1), 12, 31), value)


def piece_period(year: int, piece: str) -> Period:
    """A quarter, half or season of a year; a winter begins in December of its year."""
    value = f"{year:04}-{piece}"
    if piece[0] == "Q":
        return _months("Q", year, 3 * int(piece[1]) - 2, 3, value)
    if piece[0] == "H":
        return _months("H2", year, 6 * int(piece[1]) - 5, 6, value)
    return _months("S3", year, _SEASON_STARTS[piece], 3, value)


def _months(unit: str, year: int, month: int, count: int, value: str) -> Period:
    first = date(year, month, 1)
    return Period(unit, first, add_days(add_months(first, count), -1), value)


def add_months(day: date, months: int) -> date:
    """The same day some months on, or the last of that month where it is shorter."""
    index = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, days_in_month(year, month)))


def days_in_month(year: int, month: int) -> int:
    """How many days a month has."""
    if (year, month) == (9999, 12):
        return 31
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day


def add_days(day: date, days: int) -> date:
    """The day so many days on, within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def period_of(unit: str, day: date) -> Period:
    """The period of a unit that a day is in."""
    match unit:
        case "W":
            return week_period(day)
        case "WE":
            return weekend_period(day)
        case "M":
            return month_period(day.year, day.month)
        case "Q":
            return piece_period(day.year, f"Q{(day.month + 2) // 3}")
        case "Y" | "10Y" | "100Y" | "1000Y":
            years = int(unit.removesuffix("Y") or 1)
            return year_period(day.year - day.year % years, years)
    return day_period(day)


def shifted(unit: str, day: date, count: int) -> date:
    """A day so many units on."""
    match unit:
        case "D":
            return add_days(day, count)
        case "W" | "WE":
            return add_days(day, 7 * count)
        case "M":
            return add_months(day, count)
        case "Q":
            return add_months(day, 3 * count)
        case "Y" | "10Y" | "100Y" | "1000Y":
            return add_months(day, 12 * int(unit.removesuffix("Y") or 1) * count)
    return day


def holiday_day(rule: str, year: int) -> date:
    """The day of a holiday in a year, by its rule (see `records.Meaning`)."""
    rule, after = _split_offset(rule)
    if rule in _EASTERS:
        return add_days(_EASTERS[rule](year), after)
    if ":" not in rule:
        month, day = (int(part) for part in rule.split("-"))
        return date(year, month, day)
    month, nth, weekday = (int(part) for part in rule.split(":"))
    if nth < 0:
        last = date(year, month, days_in_month(year, month))
        return add_days(last, after - (last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return add_days(first, (weekday - first.weekday()) % 7 + 7 * (nth - 1) + after)


def _split_offset(rule: str) -> tuple[str, int]:
    for feast in _EASTERS:
        if rule.startswith(feast):
            return feast, int(rule.removeprefix(feast))
    base, _, after = rule.partition("+")
    return base, int(after or 0)


def _easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def _orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches, by the Julian calendar (Meeus), told in ours."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    f = d + e + 114
    return add_days(date(year, f // 31, f % 31 + 1), year // 100 - year // 400 - 2)


_EASTERS: Mapping[str, Callable[[int], date]] = {"easter": _easter, "orthodox": _orthodox_easter}
