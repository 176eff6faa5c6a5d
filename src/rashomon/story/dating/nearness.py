"""How near in words the documents of one story are to one another."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ...records import Publication
from .clues import Clues

NEIGHBOURS = 30
COPY = 0.8  # of likeness, from which on one document has the words of the other
# Words of a document, those that weigh most, by which its neighbours are looked up: a story of thousands of
# documents is not compared pair by pair.
KEY_WORDS = 40


@dataclass(frozen=True)
class Story:
    """The documents of a story without a day, and those with one."""

    open: Sequence[Clues]
    dated: Sequence[tuple[Clues, Publication]]
    _kept: dict[str, Mapping[str, float]] = field(default_factory=dict)

    @cached_property
    def all(self) -> tuple[Clues, ...]:
        """The documents, dated or not."""
        return (*self.open, *(clue for clue, _ in self.dated))

    @cached_property
    def _sources(self) -> Mapping[str, str]:
        return {clue.document.id: clue.document.source for clue in self.all}

    def source_of(self, key: str) -> str:
        """Where the document with that id was read from."""
        return self._sources[key]

    @cached_property
    def _vectors(self) -> Mapping[str, Mapping[str, float]]:
        """Words with weights, rare words of the story weighing more."""
        clues = self.all
        documents = Counter(word for clue in clues for word in clue.words)
        rarity = {word: math.log((len(clues) + 1) / count) for word, count in documents.items() if count > 1}
        lone = math.log(len(clues) + 1)
        return {c.document.id: {w: (1 + math.log(n)) * rarity.get(w, lone) for w, n in c.words.items()} for c in clues}

    @cached_property
    def _lengths(self) -> Mapping[str, float]:
        return {key: math.sqrt(math.fsum(x * x for x in vector.values())) for key, vector in self._vectors.items()}

    @cached_property
    def _documents_of(self) -> Mapping[str, list[str]]:
        """Word to the documents it is one of the key words of."""
        found: dict[str, list[str]] = {}
        shared = Counter(word for vector in self._vectors.values() for word in vector)
        for key in sorted(self._vectors):
            vector = self._vectors[key]
            words = sorted((w for w in vector if shared[w] > 1), key=lambda w: (-vector[w], w))
            for word in words[:KEY_WORDS]:
                found.setdefault(word, []).append(key)
        return found

    def shares(self, clue: Clues) -> Mapping[str, float]:
        """How much each of the nearest documents counts: the nearest 1, others by the square of their likeness."""
        key = clue.document.id
        if key not in self._kept:
            likeness = {other: self.likeness(key, other) for other in sorted(set(self._candidates(key)))}
            self._kept[key] = self._weighed(likeness)
        return self._kept[key]

    def _weighed(self, likeness: Mapping[str, float]) -> Mapping[str, float]:
        """Shares of the nearest of all documents and of those with a day; copies do not make the others look far."""
        ranked = sorted(likeness, key=lambda other: (-likeness[other], other))
        dated = [other for other in ranked if other in self._dated]
        nearest = sorted({*ranked[:NEIGHBOURS], *dated[:NEIGHBOURS]})
        top = max((x for x in likeness.values() if x < COPY), default=0.0) or max(likeness.values(), default=0.0)
        return {other: min((likeness[other] / top) ** 2, 1.0) for other in nearest} if top else {}

    @cached_property
    def _dated(self) -> frozenset[str]:
        return frozenset(clue.document.id for clue, _ in self.dated)

    def _candidates(self, key: str) -> Iterator[str]:
        """Documents that share a key word; in a small story all."""
        if len(self._vectors) <= 2 * NEIGHBOURS:
            yield from (other for other in self._vectors if other != key)
            return
        for word in self._vectors[key]:
            yield from (other for other in self._documents_of.get(word, ()) if other != key)

    def likeness(self, one: str, other: str) -> float:
        """Cosine of the words of two documents."""
        a, b = sorted((self._vectors[one], self._vectors[other]), key=len)
        length = self._lengths[one] * self._lengths[other]
        return math.fsum(a[word] * b[word] for word in a if word in b) / length if length else 0.0
