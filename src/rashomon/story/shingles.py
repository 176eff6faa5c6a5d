"""Which documents share shingles, and their words, each with its place, where those are looked at one by one."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from ..article.layout import article_blocks
from ..article.words import SHINGLE_WORDS, WORD
from ..records import Document

TOO_COMMON = 200  # a shingle in more documents than this is furniture that was not recognised
PAIRS_AT_ONCE = 1_000_000  # are counted, eight bytes each

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pieces:
    """A document's words in order, folded for comparison, and the runs of text they are of.

    What was cut between two runs is one word that no other document has, and a run without a length.
    """

    words: tuple[str, ...]
    runs: tuple[tuple[int, int], ...]


def pieces_of(document: Document) -> Pieces:
    """The article's own words."""
    words: list[str] = []
    runs: list[tuple[int, int]] = []
    end = 0  # of the last word
    for block in article_blocks(document):
        if words and _is_cut(document, end, block.start):
            words.append(f"\0{document.id}")
            runs.append((end, end))
        told = WORD.findall(document.text, block.start, block.end)
        words += map(str.casefold, told)
        runs.append((block.start, block.end))
        end = document.text.rindex(told[-1], block.start, block.end) + len(told[-1]) if told else end
    return Pieces(tuple(words), tuple(runs))


def places_of(text: str, runs: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Where each word of those runs stands."""
    found = (
        [(start, end)] if start == end else (m.span() for m in WORD.finditer(text, start, end)) for start, end in runs
    )
    return tuple(chain.from_iterable(found))


def _is_cut(document: Document, end: int, start: int) -> bool:
    return any(end <= cut.start and cut.end <= start for cut in document.boilerplate)


def part_within(words: Sequence[str], other: Sequence[str]) -> float:
    """How much of the words stands in the other, in runs of a shingle's length at least; 0 to 1."""
    known = {tuple(other[at : at + SHINGLE_WORDS]) for at in range(len(other) - SHINGLE_WORDS + 1)}
    end = covered = 0
    for at in range(len(words) - SHINGLE_WORDS + 1):
        if tuple(words[at : at + SHINGLE_WORDS]) in known:
            covered += at + SHINGLE_WORDS - max(at, end)
            end = at + SHINGLE_WORDS
    return covered / len(words) if words else 0.0


def shared(shingles: Mapping[str, "array[int]"], least: float = 0.0) -> Iterator[tuple[str, str]]:
    """Each two documents that have shingles in common, in the order of their ids.

    `least` is the share of the shorter one's that they must have in common.
    """
    ids = sorted(shingles)
    values = [np.asarray(shingles[id], dtype=np.uint32) for id in ids]
    told = np.concatenate(values) if ids else np.zeros(0, np.uint32)
    sizes = np.array([len(value) for value in values], dtype=np.int64)
    order = np.argsort(told, kind="stable")  # so that the holders of a shingle stand in the order of their ids
    ends = np.concatenate(([0], np.flatnonzero(np.diff(told[order])) + 1, [len(told)]))
    pairs, counts = _pairs(np.repeat(np.arange(len(ids)), sizes)[order], ends[:-1], np.diff(ends), len(ids))
    left, right = np.divmod(pairs, len(ids) or 1)
    enough = counts >= least * np.minimum(sizes[left], sizes[right])
    return ((ids[one], ids[two]) for one, two in zip(left[enough].tolist(), right[enough].tolist(), strict=True))


def _pairs(holders: Places, starts: Places, sizes: Places, documents: int) -> tuple[Places, Places]:
    """Each two that hold one shingle, as one number, rising, and how many they share; the holders come in runs."""
    found = [(np.zeros(0, np.int64), np.zeros(0, np.int64))]
    for size in range(2, min(TOO_COMMON, sizes.max(initial=0)) + 1):
        one, other = np.triu_indices(size, 1)
        runs = starts[sizes == size]
        for some in np.array_split(runs, len(runs) * len(one) // PAIRS_AT_ONCE + 1):
            held = holders[some[:, None] + np.arange(size)]
            found.append(np.unique(held[:, one] * documents + held[:, other], return_counts=True))
    pairs, place = np.unique(np.concatenate([pairs for pairs, _ in found]), return_inverse=True)
    return pairs, np.bincount(place, np.concatenate([count for _, count in found]), len(pairs)).astype(np.int64)
