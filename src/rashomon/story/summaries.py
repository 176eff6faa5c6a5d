"""The words of a timeline's entry: of all that its events say, the line that tells most."""

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ..languages import code_told, language_of
from ..records import Document, Event, Statement
from .likeness import weight_of, wording_of
from .senses import senses_of
from .sentences import sentence_around

READABLE = (30, 240)  # characters of a clause that reads as a line of its own
MOST_BEHIND = 1  # words between a trigger and the end of a clause that is cut off
_GOES_ON = re.compile(r"[^\S\n]+\w")
_CLOSING = re.compile(r"[.,!?]?[”\"]")


@dataclass(frozen=True, slots=True)
class Texts:
    """What the words of a summary are taken from."""

    documents: Mapping[str, Document]
    said: Mapping[tuple[str, int], Statement]  # by document and start of the cue
    dated: Mapping[str, tuple[Event, ...]]  # a document's events with a time of their own, in order of their triggers


@dataclass(frozen=True, slots=True)
class _Line:
    """Words that may stand for an entry, and how well they do."""

    event: Event
    words: str
    stems: frozenset[str]
    whole: bool  # told with its subject, or as a whole sentence
    code: str


def summary_of(events: tuple[Event, ...], texts: Texts) -> str:
    """A line of a readable length with its subject, of what most reports tell, with who and to whom."""
    lines = [_line(event, texts) for event in events]
    reports: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        for stem in line.stems:
            reports[stem].add(line.event.document)
    best = max(lines, key=lambda line: (*_reads(line), _in_common(line, reports), *_known(line.event), line.event.id))
    return best.words[:1].upper() + best.words[1:]


def _line(event: Event, texts: Texts) -> _Line:
    document = texts.documents[event.document]
    code = code_told(document.language)
    start, end = _run(event, texts)
    fits = end - start <= READABLE[1]
    words = " ".join((document.text[start:end] if fits else event.text).split()) or event.text
    return _Line(event, words, wording_of(words, code).stems, fits or _has_subject(event), code)


def _run(event: Event, texts: Texts) -> tuple[int, int]:
    """The words of an event: of a saying with what is said; without a subject, those of its sentence."""
    document = texts.documents[event.document]
    text = document.text
    if said := texts.said.get((event.document, event.trigger.start)):
        return min(event.start, said.start), _closed(text, max(event.end, said.end))
    around = sentence_around(text, event.start, event.end)
    if _is_cut_off(event, document):
        return around
    long, whole = event.end - event.start >= READABLE[0], _has_subject(event)
    alone = (long and whole) or ((long or whole) and _tells_of_other_days(around, event, texts))
    return (event.start, event.end) if alone else around


def _is_cut_off(event: Event, document: Document) -> bool:
    """A saying whose words end without what is said, though the text goes on: "the company confirmed that"."""
    senses = senses_of(code_told(document.language))
    if senses.of(event.trigger.text) not in senses.saying:
        return False
    behind = document.text[event.trigger.end : event.end].split()
    return len(behind) <= MOST_BEHIND and _GOES_ON.match(document.text, event.end) is not None


def _tells_of_other_days(sentence: tuple[int, int], event: Event, texts: Texts) -> bool:
    """What stands beside an event in its sentence happened at another time, and would be taken for the event's."""
    events = texts.dated.get(event.document, ())
    first = bisect_left(events, sentence[0], key=lambda other: other.trigger.start)
    last = bisect_left(events, sentence[1], key=lambda other: other.trigger.start)
    return any(other.when != event.when for other in events[first:last])


def _closed(text: str, end: int) -> int:
    """The end with a stop and the closing quotation mark that follow it."""
    marks = _CLOSING.match(text, end)
    return marks.end() if marks else end


def _reads(line: _Line) -> tuple[bool, bool, bool, bool]:
    """Whether words are of a readable length, whole, not opened by "he" or "they" and have a subject of their own."""
    opening = line.words.split(" ", 1)[0].casefold()
    length = READABLE[0] <= len(line.words) <= READABLE[1]
    return length, line.whole, opening not in _leaning(line.code), _has_subject(line.event)


def _in_common(line: _Line, reports: Mapping[str, set[str]]) -> float:
    """How much of what the words say other reports say too; a long line is no better for being long."""
    others = sum(weight_of(stem, line.code) * (len(reports[stem]) - 1) for stem in sorted(line.stems))
    return round(others / math.sqrt(max(len(line.stems), 1)), 6)


@cache
def _leaning(code: str) -> frozenset[str]:
    """Words that open a line which does not stand alone."""
    language = language_of(code)
    pronouns = language.table("names")["pronouns"]
    return frozenset([*(word for words in pronouns.values() for word in words), *language.table("wording")["leaning"]])


def _has_subject(event: Event) -> bool:
    """Who does it, or whom it befalls, is told before it is told what."""
    before = event.text[: max(event.trigger.start - event.start, 0)]
    return any(party and party in before for party in (event.actor_text, event.recipient_text))


def _known(event: Event) -> tuple[bool, int, int]:
    """Whether somebody is in it, how much of what, who and where is known, and how short it is."""
    parts = (event.type, event.actors, event.recipients, event.place)
    return bool(event.actors or event.recipients), sum(map(bool, parts)), -len(event.text)
