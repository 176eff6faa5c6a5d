"""What one report took from another, found word by word, and from which side it came."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from ..article.words import SHINGLE_WORDS, sampled
from ..ids import make_id
from ..records import Document, Passage
from .credits import Named, named_in
from .shingles import Pieces, pieces_of, places_of

# Two writers who tell one thing meet in no run of as many words of their own; what both quote is left out of the count.
# Set by reading the runs shared by reports of two outlets in the bench of stories: of 16 words half were chance or a
# statement that was handed out, from 20 on nearly all were taken.
PASSAGE_WORDS = 20
EDITED_WORDS = 3  # changed, dropped or added between two runs of one passage
_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # odd and large, so that the words of a shingle count by their places


@dataclass(frozen=True, slots=True)
class Taking:
    """A passage that a report may have taken, and what is compared with others of it."""

    passage: Passage
    first: int  # of its words, numbered in the report that took it
    last: int  # behind it
    certainty: int  # of the direction: 0 is the surest
    day: date  # of the original; `date.max` where it tells none
    sample: tuple[int, ...]  # its sampled shingles, rising


class Text:
    """A document with what it is compared by, made when it is asked for."""

    def __init__(self, document: Document, quotations: tuple[tuple[int, int], ...], copy_of: str | None) -> None:
        self.document, self.quotations, self.copy_of = document, quotations, copy_of
        self.id = document.id
        self.day = document.published.days.day or date.max

    @cached_property
    def _pieces(self) -> Pieces:
        return pieces_of(self.document)

    @property
    def words(self) -> tuple[str, ...]:
        return self._pieces.words

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where each word stands."""
        return places_of(self.document.text, self._pieces.runs)

    @cached_property
    def shingled(self) -> NDArray[np.uint64]:
        """A number for every shingle, in order: of equal ones the same, of two others hardly ever."""
        words = [crc32(word.encode("utf-8", "surrogatepass")) for word in self.words]
        numbers = np.array(words, dtype=np.uint64)
        found = np.zeros(max(0, len(words) - SHINGLE_WORDS + 1), dtype=np.uint64)
        for at in range(SHINGLE_WORDS):
            found = found * _FACTOR + numbers[at : at + len(found)]
        return found

    def places(self, shingle: np.uint64) -> list[int]:
        """Where the shingles of that number stand."""
        places: list[int] = np.flatnonzero(self.shingled == shingle).tolist()
        return places

    @cached_property
    def named(self) -> Named:
        return named_in(self.document)

    def own_words(self, first: int, last: int) -> int:
        """Of the words numbered so, those that stand in no quotation."""
        places = self.spans[first:last]
        inside = (any(s <= start and end <= e for s, e in self.quotations) for start, end in places)
        return last - first - sum(inside)


@dataclass(frozen=True, slots=True)
class _Run:
    """Words that two texts have in common, by their numbers; `words` leaves out what was edited within."""

    left: int
    left_end: int
    right: int
    right_end: int
    words: int


def takings(left: Text, right: Text) -> Iterator[Taking]:
    """The passages that one of the two took from the other; a passage is taken from an original, not from a copy."""
    runs = [run for run in _merged(_runs(left, right), left, right) if _is_long(left, right, run)]
    if not runs:
        return
    certainty, first, why = _direction(left, right, sum(run.words for run in runs))
    by, source = (right, left) if first is left else (left, right)
    if source.copy_of:
        return
    for run in runs:
        turned = run if by is left else _Run(run.right, run.right_end, run.left, run.left_end, run.words)
        yield _taking(by, source, turned, certainty, why)


def _is_long(left: Text, right: Text, run: _Run) -> bool:
    if run.words < PASSAGE_WORDS:
        return False
    edited = run.left_end - run.left - run.words
    own = min(left.own_words(run.left, run.left_end), right.own_words(run.right, run.right_end))
    return own - edited >= PASSAGE_WORDS


def _runs(left: Text, right: Text) -> Iterator[_Run]:
    """The longest runs in common, from left to right."""
    end = 0
    for at in np.flatnonzero(np.isin(left.shingled, right.shingled)).tolist():
        if at >= end:
            places = right.places(left.shingled[at])
            length, where = max((_length(left.words, right.words, at, place), -place) for place in places)
            if length >= SHINGLE_WORDS:
                end = at + length
                yield _Run(at, end, -where, -where + length, length)


def _length(left: tuple[str, ...], right: tuple[str, ...], at: int, place: int) -> int:
    """How many words stand alike from there on."""
    most = min(len(left) - at, len(right) - place)
    return next((step for step in range(most) if left[at + step] != right[place + step]), most)


def _merged(runs: Iterable[_Run], left: Text, right: Text) -> list[_Run]:
    """Runs that only an editor's touch parts are one; those that furniture parts are two."""
    merged: list[_Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if last and _goes_on(last, run, left, right):
            merged[-1] = _Run(last.left, run.left_end, last.right, run.right_end, last.words + run.words)
        else:
            merged.append(run)
    return merged


def _goes_on(last: _Run, run: _Run, left: Text, right: Text) -> bool:
    if not (0 <= run.right - last.right_end <= EDITED_WORDS and run.left - last.left_end <= EDITED_WORDS):
        return False
    between = left.spans[last.left_end : run.left], right.spans[last.right_end : run.right]
    return all(start < end for start, end in chain(*between))


def _direction(left: Text, right: Text, words: int) -> tuple[int, Text, str]:
    """Which was first: whom the other credits, what an agency wrote, the earlier, that of which it is a larger part."""
    credited = [(a, b) for a, b in ((left, right), (right, left)) if a.named.credits(b.named)]
    if len(credited) == 1:
        taker, source = credited[0]
        return 0, source, f"{_name(taker)} names {_name(source)} as a source"
    carried = [(a, b) for a, b in ((left, right), (right, left)) if b.named.credit and not a.named.credit]
    if carried:
        taker, source = carried[0]
        return 1, source, f"the whole report in {_name(source)} is credited to an agency, that in {_name(taker)} is not"
    if left.day != right.day and date.max not in (left.day, right.day):
        first, later = sorted((left, right), key=lambda text: text.day)
        return 2, first, f"{_name(first)} had it on {first.day}, {_name(later)} on {later.day}"
    first = min((left, right), key=lambda text: (-words / max(1, len(text.words)), text.id))
    return 3, first, f"no day or credit tells who had it first; it is the larger part of the report in {_name(first)}"


def _taking(by: Text, source: Text, run: _Run, certainty: int, why: str) -> Taking:
    """The run as what `by` took from the source; `run.left` is of the taker."""
    (start, _), (_, end) = by.spans[run.left], by.spans[run.left_end - 1]
    passage = Passage(
        id=make_id("passage", by.id, start, end, source.id),
        document=by.id,
        start=start,
        end=end,
        text=by.document.text[start:end],
        original=source.id,
        original_start=source.spans[run.right][0],
        original_end=source.spans[run.right_end - 1][1],
        words=run.words,
        share=round(run.words / len(by.spans), 3),
        why=why,
    )
    sample = tuple(sorted(set(sampled(by.words[run.left : run.left_end]))))
    return Taking(passage, run.left, run.left_end, certainty, source.day, sample)


def _name(text: Text) -> str:
    return text.document.outlet or text.document.source
