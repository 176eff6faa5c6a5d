"""The day in a document's address: a publisher files a report under the day it was published."""

import re
from datetime import date
from urllib.parse import urlsplit

from ...languages import known_languages, language_of
from ...records import Document

_DAY = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[/-]?)(?P<month>\d\d|\d(?=[/-])|[a-z]+(?=/))(?:(?P=mark)|/)(?P<day>\d\d?)(?!\d)"
)


def day_of_address(document: Document) -> date | None:
    """The day that the path of the address names, if it names one alone; never one after the retrieval."""
    try:
        path = urlsplit(document.url or "").path.lower()
    except ValueError:  # an address with a bracket that does not close
        return None
    months = _months(document.language or "en")
    days = {day for match in _DAY.finditer(path) if (day := _day(match, months)) is not None}
    if len(days) != 1:
        return None
    (day,) = days
    return None if document.retrieved is not None and day > document.retrieved else day


def _months(language: str) -> dict[str, int]:
    if language.split("-")[0].lower() not in known_languages():
        return {}
    return dict(language_of(language).table("times")["words"]["month"])


def _day(match: re.Match[str], months: dict[str, int]) -> date | None:
    month = int(match["month"]) if match["month"].isdigit() else months.get(match["month"], 0)
    # Without marks between them, digits are a day only in full: 20310302.
    if not match["mark"] and len(match["month"] + match["day"]) != 4:
        return None
    try:
        return date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None
