"""Which documents share shingles, and their words, each with its place, where those are looked at one by one."""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, pairwise

import numpy as np

from ..article.layout import article_blocks
from ..article.words import SHINGLE_WORDS, WORD
from ..records import Document

TOO_COMMON = 200  # a shingle in more documents than this is furniture that was not recognised


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
