"""Copies in part: which passages of a report stand word for word in another outlet's report of the same story."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from ..article.words import SHINGLE_WORDS, sampled
from ..fingerprint import Sample
from ..ids import make_id
from ..records import Document, Passage
from .copies import Texts
from .credits import Named, name_key, named_in, page_of
from .shingles import Pieces, pieces_of, places_of, shared

# Two writers who tell one thing meet in no run of as many words of their own; what both quote is left out of the count.
# Set by reading the runs shared by reports of two outlets in the bench of stories: of 16 words half were chance or a
# statement that was handed out, from 20 on nearly all were taken.
PASSAGE_WORDS = 20
EDITED_WORDS = 3  # changed, dropped or added between two runs of one passage
LEAST_SHARED = 1  # sampled shingles of two documents that are looked at word by word
_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # odd and large, so that the words of a shingle count by their places
FURNITURE_SHARE = 0.5  # of a passage's sampled shingles that stand in reports of other stories


def find_passages(
    documents: Iterable[Document], sample_of: Mapping[str, Sample], original_of: Mapping[str, str], texts_of: Texts
) -> tuple[Passage, ...]:
    """The passages taken over, sorted by document and place; none overlaps another of its document.

    What two outlets both quote, neither took from the other. A passage is taken from an original, not from another
    copy of it.
    """
    stories: dict[str, list[Document]] = defaultdict(list)
    for document in sorted(documents, key=lambda document: document.id):
        stories[document.story or document.id].append(document)
    candidates: list[_Taken] = []
    for story in sorted(stories):
        pairs = list(_pairs(stories[story], sample_of, original_of))
        for left, right in _read(pairs, sample_of, original_of, texts_of):
            candidates += _taken(left, right)
    found = _apart(_without_furniture(candidates, stories.values(), sample_of))
    return tuple(sorted(map(_passage, found), key=lambda passage: (passage.document, passage.start, passage.id)))


class _Text:
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


@dataclass(frozen=True, slots=True)
class _Taken:
    """A run that one text took from the other, and why it is held that way round."""

    by: _Text
    source: _Text
    run: _Run  # `left` is of the taker
    certainty: int  # of the direction: 0 is the surest
    why: str


def _pairs(
    documents: Sequence[Document], sample_of: Mapping[str, Sample], original_of: Mapping[str, str]
) -> Iterator[tuple[Document, Document]]:
    """Documents of other outlets and pages that share enough to be looked at."""
    by_id = {document.id: document for document in documents}
    for (left, right), count in sorted(shared({id: sample_of[id].shingles for id in by_id}).items()):
        if count >= LEAST_SHARED and _may_take(by_id[left], by_id[right], original_of):
            yield by_id[left], by_id[right]


def _may_take(left: Document, right: Document, original_of: Mapping[str, str]) -> bool:
    outlet, page = name_key(left.outlet or ""), page_of(left)
    same = (outlet and outlet == name_key(right.outlet or "")) or (page and page == page_of(right))
    of_left, of_right = original_of.get(left.id), original_of.get(right.id)
    return not same and not (of_left == right.id or of_right == left.id or (of_left and of_left == of_right))


def _read(
    pairs: Sequence[tuple[Document, Document]],
    sample_of: Mapping[str, Sample],
    original_of: Mapping[str, str],
    texts_of: Texts,
) -> Iterator[tuple[_Text, _Text]]:
    """The pairs with their texts."""
    read = texts_of({document.id for pair in pairs for document in pair})
    texts = {d.id: _Text(d, sample_of[d.id].quotations, original_of.get(d.id)) for d in read}
    return ((texts[left.id], texts[right.id]) for left, right in pairs)


def _taken(left: _Text, right: _Text) -> Iterator[_Taken]:
    runs = [run for run in _merged(_runs(left, right), left, right) if _is_long(left, right, run)]
    if not runs:
        return
    certainty, first, why = _direction(left, right, sum(run.words for run in runs))
    by, source = (right, left) if first is left else (left, right)
    if source.copy_of:
        return
    for run in runs:
        turned = run if by is left else _Run(run.right, run.right_end, run.left, run.left_end, run.words)
        yield _Taken(by, source, turned, certainty, why)


def _is_long(left: _Text, right: _Text, run: _Run) -> bool:
    if run.words < PASSAGE_WORDS:
        return False
    edited = run.left_end - run.left - run.words
    own = min(left.own_words(run.left, run.left_end), right.own_words(run.right, run.right_end))
    return own - edited >= PASSAGE_WORDS


def _runs(left: _Text, right: _Text) -> Iterator[_Run]:
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


def _merged(runs: Iterable[_Run], left: _Text, right: _Text) -> list[_Run]:
    """Runs that only an editor's touch parts are one; those that furniture parts are two."""
    merged: list[_Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if last and _goes_on(last, run, left, right):
            merged[-1] = _Run(last.left, run.left_end, last.right, run.right_end, last.words + run.words)
        else:
            merged.append(run)
    return merged


def _goes_on(last: _Run, run: _Run, left: _Text, right: _Text) -> bool:
    if not (0 <= run.right - last.right_end <= EDITED_WORDS and run.left - last.left_end <= EDITED_WORDS):
        return False
    between = left.spans[last.left_end : run.left], right.spans[last.right_end : run.right]
    return all(start < end for start, end in chain(*between))


def _direction(left: _Text, right: _Text, words: int) -> tuple[int, _Text, str]:
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


def _apart(candidates: Iterable[_Taken]) -> Iterator[_Taken]:
    """What each text took, each word from one source: from the surest, the earliest, then where it is longest."""
    held: dict[str, list[_Run]] = defaultdict(list)
    ordered = sorted(candidates, key=lambda t: (t.certainty, t.source.day, -t.run.words, t.source.id, t.run.left))
    for taken in ordered:
        runs = held[taken.by.id]
        if not any(taken.run.left < run.left_end and run.left < taken.run.left_end for run in runs):
            runs.append(taken.run)
            yield taken


def _without_furniture(
    candidates: list[_Taken], stories: Iterable[list[Document]], sample_of: Mapping[str, Sample]
) -> Iterator[_Taken]:
    """Those whose words do not stand in reports of other stories as well: a page's furniture is no report's own."""
    shingles_of = {taken: _sample(taken) for taken in candidates}
    wanted = frozenset(shingle for sample in shingles_of.values() for shingle in sample)
    tellers: Counter[int] = Counter()
    for story in stories:
        tellers.update(wanted.intersection(chain.from_iterable(sample_of[d.id].shingles for d in story)))
    for taken, sample in shingles_of.items():
        elsewhere = sum(tellers[shingle] > 1 for shingle in sample)
        if not sample or elsewhere < FURNITURE_SHARE * len(sample):
            yield taken


def _sample(taken: _Taken) -> frozenset[int]:
    return frozenset(sampled(taken.by.words[taken.run.left : taken.run.left_end]))


def _passage(taken: _Taken) -> Passage:
    run, places, theirs = taken.run, taken.by.spans, taken.source.spans
    start, end = places[run.left][0], places[run.left_end - 1][1]
    return Passage(
        id=make_id("passage", taken.by.id, start, end, taken.source.id),
        document=taken.by.id,
        start=start,
        end=end,
        text=taken.by.document.text[start:end],
        original=taken.source.id,
        original_start=theirs[run.right][0],
        original_end=theirs[run.right_end - 1][1],
        words=run.words,
        share=round(run.words / len(places), 3),
        why=taken.why,
    )


def _name(text: _Text) -> str:
    return text.document.outlet or text.document.source
