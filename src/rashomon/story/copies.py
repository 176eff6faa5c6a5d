"""Who copies whom: documents that share their passages, by sampled shingles of the article's own words."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from zlib import crc32

from ..article.layout import article_blocks
from ..records import Analysis, Document

SHINGLE_WORDS = 6  # long enough that two writers do not meet by chance, short enough to outlive an editor
SAMPLE = 4  # one shingle in four is kept, by its hash: the same passage is sampled alike everywhere
SHARED_PART = 0.5  # of the shorter document's sample; rewrites of one agency text share less, reprints far more
LEAST_SAMPLE = 6  # a document with fewer sampled shingles is too short to be called a copy
TOO_COMMON = 200  # a shingle in more documents than this is furniture that was not recognised
_WORD = re.compile(r"\w+")


def find_copies(analyses: Iterable[Analysis]) -> Mapping[str, str]:
    """{copy: original}, by document id; an original is no copy itself.

    Of two documents that share their passages the earlier is the original; of one day, or undated, the longer;
    then the first by id.
    """
    samples = {a.document.id: _Sample(a.document) for a in analyses}
    partners: dict[str, set[str]] = defaultdict(set)
    for left, right in _sharing(samples):
        partners[left].add(right)
        partners[right].add(left)
    original_of: dict[str, str] = {}
    for sample in sorted(samples.values(), key=lambda s: s.rank):
        before = [samples[p] for p in partners[sample.id] if samples[p].rank < sample.rank and p not in original_of]
        if before:
            original_of[sample.id] = min(before, key=lambda s: s.rank).id
    return original_of


def with_copies(documents: Iterable[Document], original_of: Mapping[str, str]) -> tuple[Document, ...]:
    """The documents with `copy_of` filled."""
    return tuple(replace(d, copy_of=original_of.get(d.id)) for d in documents)


class _Sample:
    """A document's sampled shingles, and its place in the order of originals."""

    def __init__(self, document: Document) -> None:
        self.id = document.id
        self._day = document.published.earliest or date.max
        words = [w.casefold() for b in article_blocks(document) for w in _WORD.findall(document.text[b.start : b.end])]
        self._length = len(words)
        self.shingles = frozenset(_sampled(words))

    @cached_property
    def rank(self) -> tuple[date, int, str]:
        return (self._day, -self._length, self.id)


def _sampled(words: list[str]) -> Iterator[int]:
    for at in range(len(words) - SHINGLE_WORDS + 1):
        shingle = crc32(" ".join(words[at : at + SHINGLE_WORDS]).encode("utf-8", "surrogatepass"))
        if shingle % SAMPLE == 0:
            yield shingle


def _sharing(samples: Mapping[str, _Sample]) -> Iterator[tuple[str, str]]:
    """Pairs of documents of which the shorter lies mostly in the longer."""
    holders: dict[int, list[str]] = defaultdict(list)
    for sample in samples.values():
        if len(sample.shingles) >= LEAST_SAMPLE:
            for shingle in sample.shingles:
                holders[shingle].append(sample.id)
    shared: Counter[tuple[str, str]] = Counter()
    for ids in holders.values():
        if len(ids) <= TOO_COMMON:
            ordered = sorted(ids)
            shared.update((a, b) for k, a in enumerate(ordered) for b in ordered[k + 1 :])
    for (left, right), count in sorted(shared.items()):
        if count >= SHARED_PART * min(len(samples[left].shingles), len(samples[right].shingles)):
            yield left, right
