"""Documents as weighted words, those of their leads again, and the days they tell of, in a few megabytes."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..fingerprint import Terms
from ..languages import language_of

LEAD_SHARE = 0.45  # of a likeness, that the leads make; the rest is made by all words and days
COMMON_SHARE = 0.25  # a word in more than this share of a large dossier says nothing of which story it is
LEAST_COMMON = 50  # documents; below, no word is too common
PARTS = 2  # of a document: all of it, and its lead, in which every word is a term of its own

Numbers = NDArray[np.int32]
Weights = NDArray[np.float64]
Counted = tuple[Numbers, Numbers]  # terms, and how often each is told


@dataclass(frozen=True, slots=True)
class Vector:
    """A document's TF-IDF, of length one over all its terms; here are those that can make two documents alike."""

    terms: Numbers  # rising
    weights: Weights


class Counts:
    """How often each document tells each term, in a few kilobytes a document."""

    def __init__(self) -> None:
        self._number_of: dict[str, int] = {}
        self._counted: list[tuple[Counted, Counted]] = []

    def add(self, told: Terms) -> None:
        """Count one more document."""
        self._counted.append(self._parts(told))

    def replace(self, place: int, told: Terms) -> None:
        """Count other terms for the document that was added as that one, from 0."""
        self._counted[place] = self._parts(told)

    def _parts(self, told: Terms) -> tuple[Counted, Counted]:
        number_of = self._number_of
        numbers = [number_of.setdefault(word, len(number_of)) for word in told.words]
        terms, counts, lead = (np.array(column, dtype=np.int32) for column in (numbers, told.counts, told.lead_counts))
        terms *= PARTS
        in_lead = np.flatnonzero(lead)
        return (terms, counts), (terms[in_lead] + np.int32(1), lead[in_lead])

    def vectors(self) -> tuple[Vector, ...]:
        """The vectors, in order; how common a word is comes from the language and the dossier both."""
        number_of, counted = self._number_of, self._counted
        holding = np.zeros(PARTS * len(number_of), dtype=np.int64)
        for parts in counted:
            for terms, _ in parts:
                holding[terms] += 1
        weight = np.array(_weights(number_of, holding.tolist(), len(counted)))
        kept = (holding > 1) & (holding <= max(LEAST_COMMON, int(COMMON_SHARE * len(counted))))
        # In the order of the words themselves, so that sums do not depend on which document came first.
        ranks = np.empty(len(number_of), dtype=np.int32)
        ranks[[number_of[word] for word in sorted(number_of)]] = np.arange(len(number_of), dtype=np.int32)
        place = (PARTS * ranks[:, None] + np.arange(PARTS)).ravel().astype(np.int32)
        most = max((int(counts.max(initial=0)) for parts in counted for _, counts in parts), default=0)
        said = np.array([0.0, *(1 + math.log(count) for count in range(1, most + 1))])
        return tuple(_vector(parts, weight, said, kept, place) for parts in counted)


def products(left: Vector, others: Sequence[Vector]) -> Weights:
    """How alike a document and each of the others are, 0 to 1."""
    if not others or not len(left.terms):
        return np.zeros(len(others))
    terms, weights = (np.concatenate(column) for column in zip(*((o.terms, o.weights) for o in others), strict=True))
    at = np.minimum(np.searchsorted(left.terms, terms), len(left.terms) - 1)
    shares = np.where(left.terms[at] == terms, left.weights[at] * weights, 0.0)
    owners = np.repeat(np.arange(len(others)), [len(other.terms) for other in others])
    return np.bincount(owners, shares, len(others)).astype(np.float64, copy=False)


def _weights(number_of: Iterable[str], holding: Sequence[int], documents: int) -> list[float]:
    common = language_of("en").table("commonness")
    articles, known = common["articles"], common["words"]
    return [
        math.log((documents + articles + 1) / (holding[PARTS * number + part] + known.get(word, 0) + 0.5))
        for number, word in enumerate(number_of)
        for part in range(PARTS)
    ]


def _vector(
    parts: Iterable[Counted], weight: Weights, said: Weights, kept: NDArray[np.bool_], place: Numbers
) -> Vector:
    """`weight` is that of each term, `said` what it counts for to tell it so often."""
    shares = (1 - LEAD_SHARE, LEAD_SHARE)
    told = [_part(part, math.sqrt(share), weight, said) for part, share in zip(parts, shares, strict=True)]
    terms, weights = (np.concatenate(column) for column in zip(*told, strict=True))
    held = kept[terms]
    places = place[terms[held]]
    order = np.argsort(places)
    return Vector(places[order], weights[held][order])


def _part(part: Counted, length: float, weight: Weights, said: Weights) -> tuple[Numbers, Weights]:
    terms, counts = part
    weights = said[counts] * weight[terms]
    return terms, weights * (length / (math.sqrt(math.fsum((weights * weights).tolist())) or 1.0))
