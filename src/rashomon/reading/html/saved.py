"""What a browser notes in a page that it saves: where the page lay, and on which day it was saved."""

import re
from dataclasses import dataclass
from datetime import date

from ..days import days_of

LIES_WITHIN = 10_000  # characters; the note stands at the top
# Chromium and its kin; SingleFile.
_ADDRESS = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(?P<url>https?://[^\s<>]+)", re.IGNORECASE
)
_DAY = re.compile(r"\bsaved date: \w{3} (?P<month>\w{3}) (?P<day>\d{2}) (?P<year>\d{4}) (?P<hour>\d\d:\d\d:\d\d)")


@dataclass(frozen=True, slots=True)
class Saved:
    """Where and when; nothing where the page has no such note."""

    url: str | None = None
    day: date | None = None


def saved_of(content: bytes | str) -> Saved:
    """The note of the page's saving."""
    top = content[:LIES_WITHIN]
    markup = top.decode("latin-1") if isinstance(top, bytes) else top
    found = _ADDRESS.search(markup)
    if not found:
        return Saved()
    note = markup[found.start() :].partition("-->")[0]
    told = _DAY.search(note)
    days = days_of(f"{told['day']} {told['month']} {told['year']} {told['hour']}") if told else None
    return Saved(found["url"].removesuffix("--"), days.latest if days else None)
