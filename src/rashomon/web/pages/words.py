"""Days, numbers and kinds of record in words, as the pages print them."""

from calendar import monthrange
from datetime import date
from decimal import Decimal

from ...records import Days, Figure, Relation

BEFORE_NUMBER: dict[Relation, str] = {
    "approximately": "about ",
    "at_least": "at least ",
    "more_than": "more than ",
    "at_most": "at most ",
    "less_than": "fewer than ",
}
LEAST_DIGITS, MOST_DIGITS = (
    Decimal("1E-6"),
    Decimal("1E15"),
)  # outside them a number is printed with an exponent: a hostile 1E+99999 stays short


def day_in_words(day: date) -> str:
    """A day as a newspaper prints it.

    >>> day_in_words(date(2024, 3, 5))
    '5 March 2024'
    """
    return f"{day.day} {day:%B} {day.year}"


def days_in_words(days: Days) -> str:
    """An interval of days, as short as it can be told; empty where neither end is known.

    >>> days_in_words(Days(date(2024, 3, 5), date(2024, 3, 7)))
    '5–7 March 2024'
    """
    first, last = days.earliest, days.latest
    if first is None:
        return f"until {day_in_words(last)}" if last else ""
    if last is None:
        return f"from {day_in_words(first)}"
    if first == last:
        return day_in_words(first)
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1] and first.year == last.year:
        return _whole_months(first, last)
    if first.year != last.year:
        return f"{day_in_words(first)} – {day_in_words(last)}"
    if first.month != last.month:
        return f"{first.day} {first:%B} – {day_in_words(last)}"
    return f"{first.day}–{day_in_words(last)}"


def _whole_months(first: date, last: date) -> str:
    if (first.month, last.month) == (1, 12):
        return str(first.year)
    return f"{first:%B} {first.year}" if first.month == last.month else f"{first:%B} – {last:%B} {first.year}"


def number_in_words(number: Decimal) -> str:
    """A number with thousands apart.

    >>> number_in_words(Decimal("1300"))
    '1,300'
    """
    if not number.is_finite() or not (LEAST_DIGITS <= abs(number) < MOST_DIGITS or number == 0):
        return f"{number:.3g}"
    return f"{int(number):,}" if number == number.to_integral_value() else f"{number.normalize():,f}"


def value_in_words(figure: Figure) -> str:
    """The count of a figure with its bounds: "at least 9", "24–99"."""
    low, high = figure.low, figure.high
    if low is None and high is None:
        return "no number"
    if low is None or high is None or low == high:
        number = number_in_words(next(bound for bound in (low, high) if bound is not None))
        return BEFORE_NUMBER.get(_relation(figure), "") + number
    return f"{number_in_words(low)}–{number_in_words(high)}"


def count_in_words(number: int, one: str, many: str | None = None) -> str:
    """A count with its noun.

    >>> count_in_words(1, "report"), count_in_words(2, "body", "bodies")
    ('1 report', '2 bodies')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _relation(figure: Figure) -> Relation:
    """The relation, or the one that the bounds tell where the record leaves it plain."""
    if figure.relation in BEFORE_NUMBER or (figure.low is not None and figure.high is not None):
        return figure.relation
    return "at_least" if figure.high is None else "at_most"
