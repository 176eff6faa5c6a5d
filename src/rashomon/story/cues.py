"""What the words about two counts tell of their order: the hour of each, "earlier", "but"."""

import re
from dataclasses import dataclass
from functools import cache

from ..languages import code_told, known_languages, language_of
from ..records import Document, Figure

# Code points about a count in which it is told to be an earlier one: "from an initial estimate of 12".
BEFORE, AFTER = 90, 40
WIDEST = 600  # code points between two counts that are set against one another
# The hours that TIMEX3's names of parts of the day stand for, as far as they are in order.
_HOURS = {"MO": 9, "MI": 12, "AF": 15, "EV": 20, "NI": 23}
# Where the words that belong to a count end: another number has words of its own.
_BREAK_BEFORE = re.compile(r"[.!?]\s|\n|\d")
_SENTENCE = re.compile(r"[.!?]\s|\n")
_BREAK_AFTER = re.compile(r"[.!?,;]|\n|\d")


# Between a word that leads to some of all and their count: "among them, he said, 12".
MOST_BETWEEN = 24
# What may follow those of one kind; another word tells of whom or from where, so that they are some of their kind.
_ENDS = re.compile(r"\s*(?:[.,;:!?)\]\u2013\u2014\"\u201d-]|$)")


@dataclass(frozen=True, slots=True)
class _Words:
    """Of one language."""

    earlier: re.Pattern[str]
    lowered: re.Pattern[str]
    contrast: re.Pattern[str]
    among: re.Pattern[str]  # at the end of what stands before a count
    goes_on: frozenset[str]


def hour_of(value: str) -> int | None:
    """The hour of a TIMEX3 value, as far as it tells one: "2031-05-06TEV" is about 20."""
    part = value.partition("T")[2][:2]
    return int(part) if part.isdecimal() else _HOURS.get(part)


def is_earlier(figure: Figure, document: Document) -> bool:
    """Told as one that no longer holds: "previously 28 had been reported"."""
    words = _words_of(document)
    before, after = _around(figure, document, _BREAK_BEFORE, _BREAK_AFTER)
    told = f"{figure.source_text or ''} | {before} | {after}"
    return words is not None and words.earlier.search(told) is not None


def is_lowered(figure: Figure, document: Document) -> bool:
    """Told as fewer than were counted before: "the ministry lowered the toll to 54"."""
    words = _words_of(document)
    before, after = _around(figure, document, _SENTENCE, _SENTENCE)
    return words is not None and words.lowered.search(f"{before}{figure.text}{after}") is not None


def are_all_of_kind(figure: Figure, document: Document) -> bool:
    """Those of one kind among all who were told, by no more than their kind: "including five children"."""
    words = _words_of(document)
    before = _SENTENCE.split(document.text[max(0, figure.start - BEFORE) : figure.start])[-1]
    if words is None or not words.among.search(before):
        return False
    after = document.text[figure.end : figure.end + AFTER]
    following = after.split(maxsplit=1)[:1]
    return _ENDS.match(after) is not None or {word.casefold() for word in following} <= words.goes_on


def _around(figure: Figure, document: Document, begins: re.Pattern[str], ends: re.Pattern[str]) -> tuple[str, str]:
    """The words right before a count, from where they begin, and behind it, to where they end."""
    before = document.text[max(0, figure.start - BEFORE) : figure.start]
    after = document.text[figure.end : figure.end + AFTER]
    return begins.split(before)[-1], ends.split(after)[0]


def are_contrasted(first: Figure, second: Figure, document: Document) -> bool:
    """One is set against the other: "the mayor gave a different figure"."""
    words = _words_of(document)
    start, end = sorted((first.start, second.start))
    if words is None or end - start > WIDEST:
        return False
    return words.contrast.search(document.text[start:end]) is not None


def _words_of(document: Document) -> _Words | None:
    code = code_told(document.language)
    return _read(code) if code in known_languages() else None


@cache
def _read(code: str) -> _Words:
    figures = language_of(code).table("figures")
    earlier, lowered, contrast = (_any_of(figures["order"][key]) for key in ("earlier", "lowered", "contrast"))
    among = [*figures["scope"]["part_before"], *figures["scope"]["among"]]
    leads = re.compile(rf"{_any_of(among).pattern}[^.;:]{{0,{MOST_BETWEEN}}}$", re.IGNORECASE)
    return _Words(earlier, lowered, contrast, leads, frozenset(figures["scope"]["goes_on"]))


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
