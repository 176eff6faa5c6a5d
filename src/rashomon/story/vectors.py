"""Documents as weighted words, and how alike two of them are; the words of thousands in a few megabytes."""

import math
import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..article.layout import article_blocks
from ..languages import language_of
from ..records import Document

LEAD_WORDS = 600  # what an article is about stands in its beginning
TITLE_WEIGHT = 2
COMMON_SHARE = 0.25  # a word in more than this share of a large dossier says nothing of which story it is
LEAST_COMMON = 50  # documents; below, no word is too common
_WORD = re.compile(r"[^\W\d_]+|\d+")

Numbers = NDArray[np.int32]
Weights = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Vector:
    """A document's TF-IDF, of length one over all its words; here are those that can make two documents alike."""

    terms: Numbers  # rising
    weights: Weights


def vectors_of(documents: Iterable[Document]) -> tuple[Vector, ...]:
    """The vectors, in order; how common a word is comes from the language and the dossier both."""
    number_of: dict[str, int] = {}
    counted = [_counted(document, number_of) for document in documents]
    holding = [0] * len(number_of)
    for terms, _ in counted:
        for term in terms:
            holding[term] += 1
    weight = np.array(_weights(number_of, holding, len(counted)))
    most = max(LEAST_COMMON, int(COMMON_SHARE * len(counted)))
    kept = np.array([1 < held <= most for held in holding], dtype=bool)
    # In the order of the words themselves, so that sums do not depend on which document came first.
    place = np.empty(len(number_of), dtype=np.int32)
    place[[number_of[word] for word in sorted(number_of)]] = np.arange(len(number_of), dtype=np.int32)
    return tuple(_vector(np.array(terms), counts, weight, kept, place) for terms, counts in counted)


def alike(vectors: Sequence[Vector], least: float) -> Iterator[tuple[int, int, float]]:
    """(left, right, product) of all pairs whose product is at least that, left before right."""
    holders = _postings(vectors)
    done = dict.fromkeys(holders, 0)
    for left, vector in enumerate(vectors):
        products = np.zeros(len(vectors))
        for term, weight in zip(vector.terms.tolist(), vector.weights.tolist(), strict=True):
            done[term] += 1
            documents, weights = holders[term]
            products[documents[done[term] :]] += weight * weights[done[term] :]
        for right in np.flatnonzero(products >= least).tolist():
            yield left, right, float(products[right])


def product(left: Vector, right: Vector) -> float:
    """How alike two documents are, 0 to 1."""
    _, here, there = np.intersect1d(left.terms, right.terms, assume_unique=True, return_indices=True)
    return sum((left.weights[here] * right.weights[there]).tolist(), 0.0)


def _counted(document: Document, number_of: dict[str, int]) -> tuple["array[int]", "array[int]"]:
    counts = _counts(document)
    terms = array("i", (number_of.setdefault(term, len(number_of)) for term in counts))
    return terms, array("i", counts.values())


def _counts(document: Document) -> Counter[str]:
    # Joined names were tried as terms of their own; on the three collections they added nothing to the words.
    body = (w for b in article_blocks(document) for w in _WORD.findall(document.text[b.start : b.end]))
    counts = Counter(word.casefold() for word, _ in zip(body, range(LEAD_WORDS), strict=False))
    for word in _WORD.findall(document.title or ""):
        counts[word.casefold()] += TITLE_WEIGHT
    return counts


def _weights(number_of: Iterable[str], holding: Sequence[int], documents: int) -> list[float]:
    common = language_of("en").table("commonness")
    articles, known = common["articles"], common["words"]
    return [
        math.log((documents + articles + 1) / (held + known.get(term, 0) + 0.5))
        for term, held in zip(number_of, holding, strict=True)
    ]


def _vector(terms: Numbers, counts: Iterable[int], weight: Weights, kept: NDArray[np.bool_], place: Numbers) -> Vector:
    if not len(terms):
        return Vector(np.empty(0, dtype=np.int32), np.empty(0))
    weights = np.array([1 + math.log(count) for count in counts]) * weight[terms]
    weights /= math.sqrt(sum((weights * weights).tolist())) or 1.0
    told = kept[terms]
    places = place[terms[told]]
    order = np.argsort(places)
    return Vector(places[order], weights[told][order])


def _postings(vectors: Iterable[Vector]) -> dict[int, tuple[Numbers, Weights]]:
    """{term: the documents that have it, rising, and its weight in each}"""
    found: dict[int, tuple[array[int], array[float]]] = {}
    for number, vector in enumerate(vectors):
        for term, weight in zip(vector.terms.tolist(), vector.weights.tolist(), strict=True):
            documents, weights = found.setdefault(term, (array("i"), array("d")))
            documents.append(number)
            weights.append(weight)
    return {
        term: (np.frombuffer(documents, dtype=np.int32), np.frombuffer(weights))
        for term, (documents, weights) in found.items()
    }
