"""Pairs of documents that are alike, of which those of far days are looked for by their rare words alone."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from .vectors import Numbers, Vector, Weights, products

NEAR = 45  # days between two reports that are compared by all their words
# A term in no more documents than this is rare. Reports that are far apart in time and yet of one story share such
# words; so the work grows with the reports of a season, not with all there are.
RARE = 60


Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Holders:
    """Who holds each term: a run of entries a term, in it the documents rising; and how far those have come."""

    documents: Numbers
    weights: Weights
    runs: Places  # where each term's run begins, and where the last one ends
    after: Places  # where in each run those after the present document begin
    reached: Places  # and those beyond its reach


def alike(vectors: Sequence[Vector], days: Sequence[date | None], least: float) -> Iterator[tuple[int, int, float]]:
    """(left, right, product) of the pairs whose product is at least that, left before right.

    Of the documents of far days those are found whose rare terms alone make the least product.
    """
    ordinals = [day.toordinal() if day else 0 for day in days]
    order = sorted(range(len(vectors)), key=lambda number: (ordinals[number], number))
    ranked = [vectors[number] for number in order]
    reaches = _reaches([ordinals[number] for number in order])
    for left, (reach, values) in enumerate(zip(reaches, _products(ranked, reaches), strict=True)):
        found = np.flatnonzero(values >= least)
        far = found[np.searchsorted(found, reach) :]
        values[far] = products(ranked[left], [ranked[right] for right in far.tolist()])
        for right, value in zip(found.tolist(), values[found].tolist(), strict=True):
            yield min(order[left], order[right]), max(order[left], order[right]), value


def _reaches(days: Sequence[int]) -> list[int]:
    """For each document, those before which one are near it; `days` rise, and what has none (0) is near to all."""
    return [bisect_right(days, day + NEAR) if day else len(days) for day in days]


def _products(vectors: Sequence[Vector], reaches: Sequence[int]) -> Iterator[Weights]:
    """Each document's products with all after it; of those beyond its reach, the part that rare terms make."""
    holders = _holders(vectors)
    come = 0  # so many documents are within reach
    for left, reach in enumerate(reaches):
        terms = vectors[left].terms
        holders.after[terms] += 1
        starts, ends = holders.after[terms], holders.runs[terms + 1]
        if reach < len(vectors):
            for vector in vectors[come:reach]:
                holders.reached[vector.terms] += 1
            come = max(come, reach)
            ends = np.where(ends - holders.runs[terms] > RARE, holders.reached[terms], ends)
        sizes = ends - starts
        entries = np.repeat(starts - np.cumsum(sizes) + sizes, sizes) + np.arange(sizes.sum())
        shares = np.repeat(vectors[left].weights, sizes) * holders.weights[entries]
        yield np.bincount(holders.documents[entries], shares, len(vectors)).astype(np.float64, copy=False)


def _holders(vectors: Sequence[Vector]) -> _Holders:
    known = 1 + max((int(vector.terms[-1]) for vector in vectors if len(vector.terms)), default=-1)
    held = np.zeros(known, dtype=np.int64)
    for vector in vectors:
        held[vector.terms] += 1
    runs = np.concatenate(([0], np.cumsum(held)))
    documents, weights = np.empty(runs[-1], dtype=np.int32), np.empty(runs[-1])
    free = runs[:-1].copy()
    for number, vector in enumerate(vectors):
        documents[free[vector.terms]] = number
        weights[free[vector.terms]] = vector.weights
        free[vector.terms] += 1
    return _Holders(documents, weights, runs, runs[:-1].copy(), runs[:-1].copy())
