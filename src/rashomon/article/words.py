"""A text's words, fit for comparison, and the sample of their shingles by which shared passages are found."""

import re
from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

from ..records import Document
from .layout import Block, article_blocks

SHINGLE_WORDS = 6  # long enough that two writers do not meet by chance, short enough to outlive an editor
SAMPLE = 4  # one shingle in four is kept, by its hash: the same passage is sampled alike everywhere
WORD = re.compile(r"\w+")


def folded(text: str) -> list[str]:
    """The words of a text, fit for comparison."""
    return [word.casefold() for word in WORD.findall(text)]


def singular(word: str) -> str:
    """A word without the "s" that most plurals end in; good enough to compare two words by."""
    return word.removesuffix("s")


def article_words(document: Document) -> list[str]:
    """The article's own words, folded."""
    return words_in(document, article_blocks(document))


def words_in(document: Document, blocks: Iterable[Block]) -> list[str]:
    """The words of some of a document's blocks, folded."""
    return [word for block in blocks for word in folded(document.text[block.start : block.end])]


def sampled(words: Sequence[str]) -> Iterator[int]:
    """One in `SAMPLE` of the words' shingles, as numbers."""
    for at in range(len(words) - SHINGLE_WORDS + 1):
        shingle = crc32(" ".join(words[at : at + SHINGLE_WORDS]).encode("utf-8", "surrogatepass"))
        if shingle % SAMPLE == 0:
            yield shingle
