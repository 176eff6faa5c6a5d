"""Who copies whom: documents that share their passages, by sampled shingles of the article's own words."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from ..article.words import article_words
from ..fingerprint import Sample
from ..records import Document
from .credits import Named, named_in, page_of
from .shingles import TOO_COMMON, part_within, shared

SHARED_PART = 0.5  # of a copy's words; rewrites of one agency text share less, reprints far more
DOUBTFUL = (0.3, 0.7)  # a sampled share between these is counted out word by word
LEAST_SAMPLE = 6  # a document with fewer sampled shingles is a copy only of one with the very same words


Texts = Callable[[Collection[str]], Iterable[Document]]  # the documents with those ids, each with its text


def find_copies(documents: Iterable[Document], sample_of: Mapping[str, Sample], texts_of: Texts) -> Mapping[str, str]:
    """{copy: original}, by document id; an original is no copy itself. Texts are read of what may be a copy alone.

    Of two documents the one that the other credits is the original; else the earlier; of one day, or undated, the
    longer; then the first by id. A copy is a document of which most stands in its original: what only takes a part
    from another one is none. Two states of one page (one URL) are versions, not copies.
    """
    samples = {document.id: _compared(document, sample_of[document.id]) for document in documents}
    pairs = [(a, b) for a, b in (*_sharing(samples), *_equal(samples)) if not _versions(samples[a], samples[b])]
    texts = {document.id: document for document in texts_of({id for pair in pairs for id in pair})}
    held = _shares(samples, pairs, texts)
    pairs = [(a, b) for a, b in pairs if max(held[a, b], held[b, a]) >= SHARED_PART]
    partners: dict[str, set[str]] = defaultdict(set)
    for left, right in pairs:
        partners[left].add(right)
        partners[right].add(left)
    named = {id: named_in(texts[id]) for id in partners}
    rank_of = {id: _rank(one, partners[id], named) for id, one in samples.items()}
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
class _Compared:
    """A document's sample, and what tells which of two documents was first."""

    id: str
    page: str | None
    day: date
    sample: Sample


def _compared(document: Document, sample: Sample) -> _Compared:
    return _Compared(document.id, page_of(document), document.published.earliest or date.max, sample)


def _versions(left: _Compared, right: _Compared) -> bool:
    return left.page is not None and left.page == right.page


def _rank(one: _Compared, partners: Iterable[str], named: Mapping[str, Named]) -> tuple[bool, date, int, str]:
    """Its place in the order of originals: what others credit, then by day, completeness and id."""
    id = one.id
    is_credited = any(named[p].credits(named[id]) and not named[id].credits(named[p]) for p in partners)
    return (not is_credited, one.day, -one.sample.words, id)


def _equal(samples: Mapping[str, _Compared]) -> Iterator[tuple[str, str]]:
    """Pairs of documents with the very same words; in a large group the later ones only with the first."""
    holders: dict[bytes, list[str]] = defaultdict(list)
    for id, one in samples.items():
        if one.sample.digest:
            holders[one.sample.digest].append(id)
    for ids in holders.values():
        ordered = sorted(ids)
        yield from combinations(ordered[:TOO_COMMON], 2)
        yield from ((ordered[0], later) for later in ordered[TOO_COMMON:])


def _sharing(samples: Mapping[str, _Compared]) -> Iterator[tuple[str, str]]:
    """Pairs of documents of which the shorter may lie mostly in the longer."""
    all_shingles = ((id, one.sample.shingles) for id, one in samples.items())
    return shared({id: shingles for id, shingles in all_shingles if len(shingles) >= LEAST_SAMPLE}, DOUBTFUL[0])


def _shares(
    samples: Mapping[str, _Compared], pairs: Iterable[tuple[str, str]], texts: Mapping[str, Document]
) -> Mapping[tuple[str, str], float]:
    """{(document, other): how much of it stands in the other}; of the very same words, all."""
    found: dict[tuple[str, str], float] = {}
    for pair in pairs:
        for id, other in (pair, pair[::-1]):
            own, theirs = samples[id].sample, samples[other].sample
            part = len(set(own.shingles).intersection(theirs.shingles)) / max(1, len(own.shingles))
            if own.digest == theirs.digest:
                part = 1.0
            elif DOUBTFUL[0] <= part <= DOUBTFUL[1]:
                part = part_within(article_words(texts[id]), article_words(texts[other]))
            found[id, other] = part
    return found
