"""Who copies whom: documents that share their passages, by sampled shingles of the article's own words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from itertools import combinations

from ..records import Document
from .credits import Named, named_in, page_of
from .shingles import TOO_COMMON, article_words, part_within, shared

SHARED_PART = 0.5  # of a copy's words; rewrites of one agency text share less, reprints far more
DOUBTFUL = (0.3, 0.7)  # a sampled share between these is counted out word by word
LEAST_SAMPLE = 6  # a document with fewer sampled shingles is a copy only of one with the very same words


def find_copies(documents: Iterable[Document], shingles: Mapping[str, frozenset[int]]) -> Mapping[str, str]:
    """{copy: original}, by document id; an original is no copy itself.

    Of two documents the one that the other credits is the original; else the earlier; of one day, or undated, the
    longer; then the first by id. A copy is a document of which most stands in its original: what only takes a part
    from another one is none. Two states of one page (one URL) are versions, not copies.
    """
    samples = {document.id: _sample(document, shingles[document.id]) for document in documents}
    pairs = [(a, b) for a, b in (*_sharing(samples), *_equal(samples)) if not _versions(samples[a], samples[b])]
    held = _shares(samples, pairs)
    pairs = [(a, b) for a, b in pairs if max(held[a, b], held[b, a]) >= SHARED_PART]
    partners: dict[str, set[str]] = defaultdict(set)
    for left, right in pairs:
        partners[left].add(right)
        partners[right].add(left)
    named = {id: named_in(samples[id].document) for id in partners}
    rank_of = {id: _rank(sample, partners[id], named) for id, sample in samples.items()}
    original_of: dict[str, str] = {}
    for id in sorted(samples, key=lambda id: rank_of[id]):
        before = [p for p in partners[id] if rank_of[p] < rank_of[id] and p not in original_of]
        whole = [p for p in before if held[id, p] >= SHARED_PART]
        if whole:
            original_of[id] = min(whole, key=lambda p: rank_of[p])
    return original_of


def with_copies(documents: Iterable[Document], original_of: Mapping[str, str]) -> tuple[Document, ...]:
    """The documents with `copy_of` filled."""
    return tuple(replace(d, copy_of=original_of.get(d.id)) for d in documents)


@dataclass(frozen=True, slots=True)
class _Sample:
    """A document's sampled shingles, and what tells which of two documents was first."""

    document: Document
    page: str | None
    day: date
    length: int  # words
    digest: bytes | None
    shingles: frozenset[int]


def _sample(document: Document, shingles: frozenset[int]) -> _Sample:
    words = article_words(document)
    return _Sample(
        document=document,
        page=page_of(document),
        day=document.published.earliest or date.max,
        length=len(words),
        digest=sha256(" ".join(words).encode("utf-8", "surrogatepass")).digest() if words else None,
        shingles=shingles,
    )


def _versions(left: _Sample, right: _Sample) -> bool:
    return left.page is not None and left.page == right.page


def _rank(sample: _Sample, partners: Iterable[str], named: Mapping[str, Named]) -> tuple[bool, date, int, str]:
    """Its place in the order of originals: what others credit, then by day, completeness and id."""
    id = sample.document.id
    is_credited = any(named[p].credits(named[id]) and not named[id].credits(named[p]) for p in partners)
    return (not is_credited, sample.day, -sample.length, id)


def _equal(samples: Mapping[str, _Sample]) -> Iterator[tuple[str, str]]:
    """Pairs of documents with the very same words; in a large group the later ones only with the first."""
    holders: dict[bytes, list[str]] = defaultdict(list)
    for id, sample in samples.items():
        if sample.digest:
            holders[sample.digest].append(id)
    for ids in holders.values():
        ordered = sorted(ids)
        yield from combinations(ordered[:TOO_COMMON], 2)
        yield from ((ordered[0], later) for later in ordered[TOO_COMMON:])


def _sharing(samples: Mapping[str, _Sample]) -> Iterator[tuple[str, str]]:
    """Pairs of documents of which the shorter may lie mostly in the longer."""
    large = {id: s.shingles for id, s in samples.items() if len(s.shingles) >= LEAST_SAMPLE}
    for (left, right), count in sorted(shared(large).items()):
        if count >= DOUBTFUL[0] * min(len(large[left]), len(large[right])):
            yield left, right


def _shares(samples: Mapping[str, _Sample], pairs: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], float]:
    """{(document, other): how much of it stands in the other}; of the very same words, all."""
    found: dict[tuple[str, str], float] = {}
    for pair in pairs:
        for id, other in (pair, pair[::-1]):
            own, theirs = samples[id], samples[other]
            part = len(own.shingles & theirs.shingles) / max(1, len(own.shingles))
            if own.digest == theirs.digest:
                part = 1.0
            elif DOUBTFUL[0] <= part <= DOUBTFUL[1]:
                part = part_within(article_words(own.document), article_words(theirs.document))
            found[id, other] = part
    return found
