"""Names as they are joined: by people first, then by one batch of links after the other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ...records import Judgement
from .facts import Facts
from .links import Link
from .partition import Partition

Home = Mapping[str, str]  # which name a mention, or a part of a name, is of


class Joining:
    """A partition of names, with the links it was made by and their reasons."""

    def __init__(
        self, facts: Mapping[str, Facts], home: Home, people: Iterable[Judgement], apart: Iterable[tuple[str, str]]
    ) -> None:
        """`facts` are those of every name, `people` their last words, `apart` pairs of names that are two anyway."""
        self._home = home
        self._reasons: list[tuple[str, str]] = []
        self.links: list[Link] = []  # those that were followed, or could not be
        judged = [(j, home[j.left], home[j.right]) for j in people if j.left in home and j.right in home]
        different = {(left, right) for j, left, right in judged if j.verdict == "different"}
        self._partition = Partition(facts, sorted(different.union(apart)))
        for judgement, left, right in judged:
            if judgement.verdict == "same":
                self._partition.join(left, right, checked=False)
                self._reasons.append((left, f"{judgement.by}: {judgement.why}"))

    def follow(self, links: Iterable[Link]) -> None:
        """Join by the links, the surest first."""
        for link in sorted(links, key=lambda n: (-n.score, n.left, n.right, n.why)):
            self.links.append(link)
            left, right = self._home[link.left], self._home[link.right]
            if link.same and self._partition.join(left, right) and link.told:
                self._reasons.append((left, link.why))

    def find(self, name: str) -> str:
        """The name that stands for all that are joined with this one."""
        return self._partition.find(name)

    def facts(self, name: str) -> Facts:
        """What is known of all that are joined with a name."""
        return self._partition.facts(name)

    def why(self) -> Mapping[str, Sequence[str]]:
        """Why names were joined, by the one that stands for all."""
        why: dict[str, list[str]] = defaultdict(list)
        for member, reason in self._reasons:
            why[self.find(member)].append(reason)
        return why
