"""Mentions partitioned into entities by judgements, the surest first, none against a contradiction."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from .facts import NOTHING, Facts, agree


class Partition:
    """A union of sets that keeps apart what was judged different."""

    def __init__(self, facts: Mapping[str, Facts], apart: Iterable[tuple[str, str]] = ()) -> None:
        self._parent: dict[str, str] = {}  # of those that stand for no set
        self._facts = dict(facts)
        self._enemies: dict[str, set[str]] = defaultdict(set)
        for left, right in apart:
            self._enemies[left].add(right)
            self._enemies[right].add(left)

    def find(self, item: str) -> str:
        """The representative of the item's set; a new item is a set of its own."""
        root = item
        while root in self._parent:
            root = self._parent[root]
        while item != root:
            self._parent[item], item = root, self._parent[item]
        return root

    def facts(self, item: str) -> Facts:
        """What is known of the item's set."""
        return self._facts.get(self.find(item), NOTHING)

    def join(self, left: str, right: str, *, checked: bool = True) -> bool:
        """Make one set of two, unless that contradicts a judgement or, if `checked`, what is known of the two."""
        a, b = sorted((self.find(left), self.find(right)))
        if a == b:
            return True
        one, two = self._facts.get(a, NOTHING), self._facts.get(b, NOTHING)
        if b in map(self.find, self._enemies.get(a, ())) or (checked and not agree(one, two)):
            return False
        self._parent[b] = a
        self._facts[a] = (one | two) if checked else replace(one | two, vouched=True)
        if b in self._enemies:
            self._enemies[a] |= self._enemies.pop(b)
        return True
