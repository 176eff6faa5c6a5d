"""A document's words and sampled shingles: by what passages that two documents share are found."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from ..article.layout import article_blocks
from ..records import Document

SHINGLE_WORDS = 6  # long enough that two writers do not meet by chance, short enough to outlive an editor
SAMPLE = 4  # one shingle in four is kept, by its hash: the same passage is sampled alike everywhere
TOO_COMMON = 200  # a shingle in more documents than this is furniture that was not recognised
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Placed:
    """A document's words in order, folded for comparison, and where each stands."""

    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]


def folded(text: str) -> list[str]:
    """The words of a text, fit for comparison."""
    return [word.casefold() for word in _WORD.findall(text)]


def placed_words(document: Document) -> Placed:
    """The article's own words; what was cut between them is one word without a place that no other document has."""
    words: list[str] = []
    places: list[tuple[int, int]] = []
    for block in article_blocks(document):
        if places and _is_cut(document, places[-1][1], block.start):
            words.append(f"\0{document.id}")
            places.append((places[-1][1], places[-1][1]))
        for found in _WORD.finditer(document.text, block.start, block.end):
            words.append(found.group().casefold())
            places.append(found.span())
    return Placed(tuple(words), tuple(places))


def _is_cut(document: Document, end: int, start: int) -> bool:
    return any(end <= cut.start and cut.end <= start for cut in document.boilerplate)


def sampled(words: Sequence[str]) -> Iterator[int]:
    """One in `SAMPLE` of the words' shingles, as numbers."""
    for at in range(len(words) - SHINGLE_WORDS + 1):
        shingle = crc32(" ".join(words[at : at + SHINGLE_WORDS]).encode("utf-8", "surrogatepass"))
        if shingle % SAMPLE == 0:
            yield shingle


def shingles_of(documents: Iterable[Document]) -> Mapping[str, frozenset[int]]:
    """The sampled shingles of each document, by id; what was cut out of it parts no passage of two copies."""
    return {document.id: frozenset(sampled(article_words(document))) for document in documents}


def article_words(document: Document) -> list[str]:
    """The article's own words, folded."""
    return [word for block in article_blocks(document) for word in folded(document.text[block.start : block.end])]


def part_within(words: Sequence[str], other: Sequence[str]) -> float:
    """How much of the words stands in the other, in runs of a shingle's length at least; 0 to 1."""
    known = {tuple(other[at : at + SHINGLE_WORDS]) for at in range(len(other) - SHINGLE_WORDS + 1)}
    end = covered = 0
    for at in range(len(words) - SHINGLE_WORDS + 1):
        if tuple(words[at : at + SHINGLE_WORDS]) in known:
            covered += at + SHINGLE_WORDS - max(at, end)
            end = at + SHINGLE_WORDS
    return covered / len(words) if words else 0.0


def shared(shingles: Mapping[str, Iterable[int]]) -> Counter[tuple[str, str]]:
    """How many shingles every two documents have in common; pairs with none are left out."""
    holders: dict[int, list[str]] = defaultdict(list)
    for id in sorted(shingles):
        for shingle in shingles[id]:
            holders[shingle].append(id)
    found: Counter[tuple[str, str]] = Counter()
    for ids in holders.values():
        if 1 < len(ids) <= TOO_COMMON:
            found.update((a, b) for k, a in enumerate(ids) for b in ids[k + 1 :])
    return found
