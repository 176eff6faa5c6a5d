"""Time expressions of a text, each with how it is to be resolved."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any  # a table's shape is known to the rules

from ...ids import make_id
from ...languages import Language
from ...records import Days, Document, Meaning, Time
from ..parse import Parse
from .lexicon import BREAK, Word
from .meaning import Reading, at, read_match
from .resolve import resolve
from .rules import grammar_of, matches
from .tense import direction_at
from .words import words_of

_DIALLED = frozenset({"-", "."})  # join the parts of a telephone number
_AREA = 3  # digits; a part of fewer may be a day or a month


def find_times(document: Document, parse: Parse, language: Language) -> tuple[Time, ...]:
    """The time expressions of the whole text, page furniture too, in order; `resolve` gives them their days."""
    table = language.table("times")
    words = words_of(document.text, language)
    found = (read_match(match, month_first=table["month_first"]) for match in matches(words, grammar_of(language)))
    kept = [r for r in found if r and not _is_count(r, words, parse) and not _is_no_time(r, words, parse)]
    directed = (_directed(reading, words, parse, table) for reading in kept)
    return tuple(_time(document, words, reading) for reading in _anchored(directed, words))


def _span(reading: Reading, words: tuple[Word, ...]) -> tuple[int, int]:
    return words[reading.match.first].start, words[reading.match.last].end


def _is_count(reading: Reading, words: tuple[Word, ...], parse: Parse) -> bool:
    """A number of four digits that counts what follows, or money before it: no year."""
    if reading.match.classes.keys() != {"year"} or reading.match.first != reading.match.last:
        return False
    before = words[reading.match.first - 1].worth if reading.match.first else {}
    after = words[reading.match.last + 1].worth if reading.match.last + 1 < len(words) else {}
    if "currency" in before or "percent" in after or "unit" in after or "scale" in after:
        return True
    token = parse.token_at(words[reading.match.first].start)
    if token is None or _is_dialled(words, reading.match.first) or _is_label(words, reading.match.first):
        return token is not None
    head = parse.tokens[token.head]
    counted = token.dep == "nummod" and head.index > token.index and head.tag in ("NNS", "NNPS")
    return counted and not parse.children(head.index, "det", "poss")


def _is_no_time(reading: Reading, words: tuple[Word, ...], parse: Parse) -> bool:
    """What comes second, or a word of a person's name: "for a second day", "By June Abad"."""
    last, tokens = words[reading.match.last], parse.within(*_span(reading, words))
    if not tokens:
        return False
    if {"ordinal", "unit"} <= last.worth.keys() and tokens[-1].dep == "amod":
        return True
    behind = parse.tokens[tokens[-1].index + 1 : tokens[-1].index + 2]
    alike = (t for t in behind if t.pos == "PROPN" and t.sentence == tokens[-1].sentence)
    return len(tokens) == 1 and tokens[0].entity == "PERSON" and any(t.entity == "PERSON" for t in alike)


def _is_dialled(words: tuple[Word, ...], at: int) -> bool:
    """ "203-1000", "020 7946 1958": four digits behind others that are no year, as in the number of a telephone."""
    number = words[at]
    before = words[at - 1] if at else number
    if before.lower in _DIALLED and before.end == number.start and at > 1:
        number, before = before, words[at - 2]
        if before.end != number.start:
            return False
    digits = before.lower.replace(".", "")
    return digits.isdigit() and len(digits) >= _AREA and "year" not in before.worth


def _is_label(words: tuple[Word, ...], at: int) -> bool:
    """ "J1131-1231": digits that a letter begins, or that follow such in one word."""
    while (
        at
        and words[at - 1].end == words[at].start
        and (words[at - 1].lower in _DIALLED or words[at - 1].lower.isdigit())
    ):
        at -= 1
    return (
        at > 0
        and words[at - 1].end == words[at].start
        and len(words[at - 1].lower) == 1
        and words[at - 1].lower.isalpha()
    )


def _directed(reading: Reading, words: tuple[Word, ...], parse: Parse, table: Mapping[str, Any]) -> Reading:
    """The reading with the direction of its clause, where its own words leave it open.

    A quarter has none: it is told after its end, or while it lasts, whatever is expected of it.
    """
    meaning = reading.meaning
    if meaning.direction is not None or meaning.kind not in ("calendar", "shift") or meaning.year is not None:
        return reading
    if (meaning.piece or "").startswith("Q") or _is_owner(reading, words):
        return reading
    if reading.match.first and "ahead" in words[reading.match.first - 1].worth:
        return at(reading, replace(meaning, direction="future"))
    direction = direction_at(*_span(reading, words), parse, table["tense"])
    anchor = meaning.anchor
    if anchor is not None and anchor.weekday is not None and anchor.direction is None:
        anchor = replace(anchor, direction=direction)  # "overnight into Tuesday"
    return at(reading, replace(meaning, direction=direction, anchor=anchor))


def _is_owner(reading: Reading, words: tuple[Word, ...]) -> bool:
    """A time with a possessive ("Monday's vote"): it dates a thing, not what the clause tells."""
    after = words[reading.match.last + 1 : reading.match.last + 2]
    return bool(after) and after[0].lower == "'" and after[0].start == words[reading.match.last].end


def _anchored(readings: Iterable[Reading], words: tuple[Word, ...]) -> Iterable[Reading]:
    """Readings that count from what was told before, with that as their anchor."""
    told: Reading | None = None
    quarter: Meaning | None = None
    for reading in readings:
        meaning = reading.meaning
        if reading.told == "told_quarter" and quarter is not None:
            meaning = replace(meaning, shift=0, anchor=quarter)
        elif reading.told == "told_piece" and quarter is not None:
            meaning = replace(meaning, piece=quarter.piece)
        elif reading.told == "told_grain":
            meaning = replace(meaning, anchor=quarter)
        elif told is not None and (reading.told == "told" or _is_hour_of(reading, told, words)):
            meaning = replace(meaning, anchor=replace(told.meaning, part=None))
        elif reading.told == "told" and (meaning.shift or 0) > 0:
            meaning = replace(meaning, shift=None)  # later than something that has no day, not than the report
        yield at(reading, meaning)
        if meaning.kind in ("calendar", "shift") and not reading.told and meaning.anchor is None:
            told = reading
            quarter = meaning if (meaning.piece or "").startswith("Q") else quarter


def _is_hour_of(reading: Reading, told: Reading, words: tuple[Word, ...]) -> bool:
    """A time by the clock alone: in the paragraph of the day told before it, further on where it tells of the past."""
    hour, day = reading.meaning, told.meaning
    by_clock = (
        hour.kind == "shift" and hour.shift == 0 and ":" in (hour.part or "") and "dayshift" not in _taken(reading)
    )
    is_day = day.weekday is not None or day.day is not None or (day.kind == "shift" and day.unit == "D")
    apart = any(w.lower == BREAK for w in words[told.match.last : reading.match.first])
    return by_clock and is_day and (not apart or (hour.direction == "past" and day.direction != "future"))


def _taken(reading: Reading) -> frozenset[str]:
    return frozenset(reading.match.classes.values())


def _time(document: Document, words: tuple[Word, ...], reading: Reading) -> Time:
    start, end = _span(reading, words)
    time = Time(
        id=make_id("time", document.id, start, end),
        document=document.id,
        start=start,
        end=end,
        text=document.text[start:end],
        type=reading.type,
        value="",
        mod=reading.mod,
        meaning=reading.meaning,
    )
    return replace(time, value=resolve(time, Days()).value)
