"""Days as files and pages write them."""

import calendar
import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from ..records import Days

_COARSE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2}))?")


def days_of(written: str) -> Days | None:
    """The days an ISO 8601 date, date-time, month or year means, or the date of a mail header.

    The day is the one that is written, in the time zone it is written in.

    >>> days_of("2022-02").latest
    datetime.date(2022, 2, 28)
    """
    written = written.strip()
    try:
        if coarse := _COARSE.fullmatch(written):
            return _coarse(int(coarse["year"]), int(coarse["month"] or 0))
        day = _moment(written).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return Days(day, day)


def _moment(written: str) -> datetime:
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        if len(written) > 10 and written[4:5] == "-" and not written[10].isdigit():
            return datetime.fromisoformat(written[:10])  # a time of day in a form of its own
        return parsedate_to_datetime(written)


def _coarse(year: int, month: int) -> Days:
    last = month or 12
    return Days(date(year, month or 1, 1), date(year, last, calendar.monthrange(year, last)[1]))
