"""A document's words and sampled shingles: by what passages that two documents share are found."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from zlib import crc32

from ..article.layout import article_blocks
from ..records import Document

SHINGLE_WORDS = 6  # long enough that two writers do not meet by chance, short enough to outlive an editor
SAMPLE = 4  # one shingle in four is kept, by its hash: the same passage is sampled alike everywhere
TOO_COMMON = 200  # a shingle in more documents than this is furniture that was not recognised
_WORD = re.compile(r"\w+")


class Word(NamedTuple):
    """A word of a document, folded for comparison, and where it stands."""

    folded: str
    start: int
    end: int


def folded(text: str) -> list[str]:
    """The words of a text, fit for comparison."""
    return [word.casefold() for word in _WORD.findall(text)]


def words_of(document: Document) -> tuple[Word, ...]:
    """The article's own words in order; what was cut between them is one word that no other document has."""
    words: list[Word] = []
    for block in article_blocks(document):
        if words and _is_cut(document, words[-1], block.start):
            words.append(Word(f"\0{document.id}", words[-1].end, words[-1].end))
        found = _WORD.finditer(document.text, block.start, block.end)
        words += (Word(m.group().casefold(), m.start(), m.end()) for m in found)
    return tuple(words)


def _is_cut(document: Document, last: Word, start: int) -> bool:
    return any(last.end <= cut.start and cut.end <= start for cut in document.boilerplate)


def sampled(words: list[str]) -> Iterator[int]:
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
