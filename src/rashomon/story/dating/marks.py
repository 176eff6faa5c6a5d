"""What bounds the day of publication without telling it: a copyright notice, posts that are shown, pictures."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from ...article.times import resolve
from ...languages import code_told, known_languages, language_of
from ...records import UNKNOWN_DAYS, Document, Time

# Before the day of a post stand the name and, in brackets, the handle of who posted it.
_HANDLE = re.compile(r"\(@\w{1,40}\)\s*(?:\w{1,3}\s+)?$")
_WIDEST = 60  # characters that are looked at before a day
A_MONTH = 31  # days
_YEAR = r"((?:19|20)\d\d)(?!\d)"
_NEVER = re.compile(r"(?!)")


def year_of_notice(document: Document) -> int | None:
    """The last year that a copyright notice of the page tells; of a range its end, of one left open none."""
    notice = _notice(code_told(document.language))
    found = (match[2] or match[1] for match in notice.finditer(document.text))
    return max(map(int, found), default=None)


@cache
def _notice(code: str) -> re.Pattern[str]:
    if code.lower() not in known_languages():
        return _NEVER
    marks = "|".join(re.escape(mark) for mark in language_of(code).table("times")["notice"]["marks"])
    years = rf"{_YEAR}(?:\s?[-\u2013\u2014]\s?{_YEAR}|(?!\s?[-\u2013\u2014]))"
    return re.compile(rf"(?<!\w)(?:{marks})(?:[ \t,.]{{0,3}}(?:{marks}))?[ \t,]{{0,3}}{years}", re.IGNORECASE)


def last_post(document: Document, times: Iterable[Time]) -> date | None:
    """The day of the last post from elsewhere that is shown in the text; `times` are full dates."""
    posts = (t for t in times if _HANDLE.search(document.text[max(t.start - _WIDEST, 0) : t.start]))
    days = (day for t in posts if (day := resolve(t, UNKNOWN_DAYS).earliest))
    retrieved = document.retrieved or date.max
    return max((day for day in days if day <= retrieved), default=None)


def of_one_time(days: Sequence[date]) -> frozenset[date]:
    """The days near the last of them; none where most lie further back, as in a row of pictures through the years."""
    last = max(days, default=None)
    near = [day for day in days if last is not None and (last - day).days <= A_MONTH]
    return frozenset(near) if 2 * len(near) >= len(days) else frozenset()


def in_brackets(text: str, time: Time) -> bool:
    """The time stands in brackets, as another name of the day before them: "on the eve of the fair (May 3)"."""
    return text[max(time.start - 1, 0) : time.start] == "(" and text[time.end : time.end + 1] == ")"
