"""Which documents share shingles, and their words, each with its place, where those are looked at one by one."""

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np

from ..article.layout import article_blocks
from ..article.words import SHINGLE_WORDS, WORD
from ..records import Document

TOO_COMMON = 200  # a shingle in more documents than this is furniture that was not recognised


@dataclass(frozen=True, slots=True)
class Placed:
    """A document's words in order, folded for comparison, and where each stands."""

    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]


def placed_words(document: Document) -> Placed:
    """The article's own words; what was cut between them is one word without a place that no other document has."""
    words: list[str] = []
    places: list[tuple[int, int]] = []
    for block in article_blocks(document):
        if places and _is_cut(document, places[-1][1], block.start):
            words.append(f"\0{document.id}")
            places.append((places[-1][1], places[-1][1]))
        for found in WORD.finditer(document.text, block.start, block.end):
            words.append(found.group().casefold())
            places.append(found.span())
    return Placed(tuple(words), tuple(places))


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


def shared(shingles: Mapping[str, "array[int]"]) -> Counter[tuple[str, str]]:
    """How many shingles every two documents have in common; pairs with none are left out."""
    ids = sorted(shingles)
    values = (
        np.concatenate([np.asarray(shingles[id], dtype=np.uint32) for id in ids]) if ids else np.zeros(0, np.uint32)
    )
    order = np.argsort(values, kind="stable")  # so that the holders of a shingle stand in the order of their ids
    holders = np.repeat(np.arange(len(ids)), [len(shingles[id]) for id in ids])[order]
    ends = [0, *(np.flatnonzero(np.diff(values[order])) + 1).tolist(), len(values)]
    found: Counter[tuple[str, str]] = Counter()
    for start, end in pairwise(ends):
        if 1 < end - start <= TOO_COMMON:
            found.update(combinations([ids[holder] for holder in holders[start:end].tolist()], 2))
    return found
