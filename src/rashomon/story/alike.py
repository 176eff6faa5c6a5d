"""Pairs of documents that are alike, of which those of far days are looked for by their rare words alone."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from .vectors import Numbers, Vector, Weights, product

NEAR = 45  # days between two reports that are compared by all their words
# A term in no more documents than this is rare. Reports that are far apart in time and yet of one story share such
# words; so the work grows with the reports of a season, not with all there are.
RARE = 60


@dataclass(frozen=True, slots=True)
class _Holders:
    """Who holds each term: one run of entries a term, in it the documents rising."""

    documents: Numbers
    weights: Weights
    keys: NDArray[np.int64]  # term and document as one number, rising
    runs: NDArray[np.int64]  # where each term's run begins, and where the last one ends
    places: Sequence[Numbers]  # where the entries of each document stand


def alike(vectors: Sequence[Vector], days: Sequence[date | None], least: float) -> Iterator[tuple[int, int, float]]:
    """(left, right, product) of the pairs whose product is at least that, left before right.

    Of the documents of far days those are found whose rare terms alone make the least product.
    """
    ordinals = [day.toordinal() if day else 0 for day in days]
    order = sorted(range(len(vectors)), key=lambda number: (ordinals[number], number))
    ranked = [vectors[number] for number in order]
    holders = _holders(ranked)
    for left, reach in enumerate(_reaches([ordinals[number] for number in order])):
        products = _products(left, reach, ranked, holders)
        near = np.flatnonzero(products[:reach] >= least).tolist()
        far = (np.flatnonzero(products[reach:] >= least) + reach).tolist()
        found = [(right, float(products[right])) for right in near]
        found += [(right, product(ranked[left], ranked[right])) for right in far]
        for right, value in found:
            if value >= least:
                yield min(order[left], order[right]), max(order[left], order[right]), value


def _reaches(days: Sequence[int]) -> list[int]:
    """For each document, those before which one are near it; `days` rise, and what has none (0) is near to all."""
    return [bisect_right(days, day + NEAR) if day else len(days) for day in days]


def _holders(vectors: Sequence[Vector]) -> _Holders:
    sizes = [len(vector.terms) for vector in vectors]
    terms = np.concatenate([vector.terms for vector in vectors] or [np.empty(0, dtype=np.int32)])
    weights = np.concatenate([vector.weights for vector in vectors] or [np.empty(0)])
    order = np.argsort(terms, kind="stable")
    places = np.empty(len(terms), dtype=np.int32)
    places[order] = np.arange(len(terms), dtype=np.int32)
    documents = np.repeat(np.arange(len(vectors), dtype=np.int32), sizes)[order]
    keys = terms[order].astype(np.int64) * len(vectors) + documents
    runs = np.concatenate(([0], np.cumsum(np.bincount(terms))))
    return _Holders(documents, weights[order], keys, runs, np.split(places, np.cumsum(sizes)[:-1]))


def _products(left: int, reach: int, vectors: Sequence[Vector], holders: _Holders) -> Weights:
    """A document's products with all after it; of those beyond the reach, the part that rare terms make."""
    terms = vectors[left].terms
    starts, ends = holders.places[left] + 1, holders.runs[terms + 1]
    if reach < len(vectors):
        common = ends - holders.runs[terms] > RARE
        ends[common] = np.searchsorted(holders.keys, terms[common].astype(np.int64) * len(vectors) + reach)
    sizes = ends - starts
    entries = np.repeat(starts - np.cumsum(sizes) + sizes, sizes) + np.arange(sizes.sum())
    shares = np.repeat(vectors[left].weights, sizes) * holders.weights[entries]
    return np.bincount(holders.documents[entries], shares, len(vectors)).astype(np.float64, copy=False)
