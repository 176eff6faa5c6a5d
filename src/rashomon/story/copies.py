"""Who copies whom: documents that share their passages, by sampled shingles of the article's own words."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256
from itertools import combinations
from zlib import crc32

from ..article.layout import article_blocks
from ..records import Analysis, Document

SHINGLE_WORDS = 6  # long enough that two writers do not meet by chance, short enough to outlive an editor
SAMPLE = 4  # one shingle in four is kept, by its hash: the same passage is sampled alike everywhere
SHARED_PART = 0.5  # of the shorter document's sample; rewrites of one agency text share less, reprints far more
LEAST_SAMPLE = 6  # a document with fewer sampled shingles is a copy only of one with the very same words
CREDIT_WORDS = 20  # of each of the first two paragraphs, in which a credit may stand
TOO_COMMON = 200  # a shingle in more documents than this is furniture that was not recognised
_WORD = re.compile(r"\w+")


def find_copies(analyses: Iterable[Analysis]) -> Mapping[str, str]:
    """{copy: original}, by document id; an original is no copy itself.

    Of two documents that share their passages the one that the other credits is the original; else the earlier; of
    one day, or undated, the longer; then the first by id. Two states of one page (one URL) are versions, not copies.
    """
    samples = {a.document.id: _Sample(a.document) for a in analyses}
    partners: dict[str, set[str]] = defaultdict(set)
    for left, right in (*_sharing(samples), *_equal(samples)):
        if not samples[left].url or samples[left].url != samples[right].url:
            partners[left].add(right)
            partners[right].add(left)
    rank_of = {id: _rank(sample, [samples[p] for p in partners[id]]) for id, sample in samples.items()}
    original_of: dict[str, str] = {}
    for id in sorted(samples, key=lambda id: rank_of[id]):
        before = [p for p in partners[id] if rank_of[p] < rank_of[id] and p not in original_of]
        if before:
            original_of[id] = min(before, key=lambda p: rank_of[p])
    return original_of


def with_copies(documents: Iterable[Document], original_of: Mapping[str, str]) -> tuple[Document, ...]:
    """The documents with `copy_of` filled."""
    return tuple(replace(d, copy_of=original_of.get(d.id)) for d in documents)


class _Sample:
    """A document's sampled shingles, and what tells which of two documents was first."""

    def __init__(self, document: Document) -> None:
        self.id = document.id
        self.url = document.url
        self.day = document.published.earliest or date.max
        self.outlet = " ".join(_words(document.outlet or ""))
        blocks = [_words(document.text[b.start : b.end]) for b in article_blocks(document)]
        words = [word for block in blocks for word in block]
        self.length = len(words)
        self.digest = sha256(" ".join(words).encode("utf-8", "surrogatepass")).digest() if words else None
        self.shingles = frozenset(_sampled(words))
        # A credit stands with the author, in the first lines, or in the last.
        credits = [_words(document.author or ""), *(b[:CREDIT_WORDS] for b in blocks[:2]), *(b for b in blocks[-1:])]
        self.credits = frozenset(f" {' '.join(credit)} " for credit in credits)

    def credits_to(self, other: "_Sample") -> bool:
        """It names the other's outlet where a source is named, and is not of that outlet itself."""
        named = bool(other.outlet) and self.outlet != other.outlet
        return named and any(f" {other.outlet} " in credit for credit in self.credits)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _rank(sample: _Sample, partners: Iterable[_Sample]) -> tuple[bool, date, int, str]:
    """Its place in the order of originals: what others credit, then by day, completeness and id."""
    is_credited = any(p.credits_to(sample) and not sample.credits_to(p) for p in partners)
    return (not is_credited, sample.day, -sample.length, sample.id)


def _equal(samples: Mapping[str, _Sample]) -> Iterator[tuple[str, str]]:
    """Pairs of documents with the very same words; in a large group the later ones only with the first."""
    holders: dict[bytes, list[str]] = defaultdict(list)
    for sample in samples.values():
        if sample.digest:
            holders[sample.digest].append(sample.id)
    for ids in holders.values():
        ordered = sorted(ids)
        yield from combinations(ordered[:TOO_COMMON], 2)
        yield from ((ordered[0], later) for later in ordered[TOO_COMMON:])


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
