"""What is known of a group of clusters that could contradict another's: given names, sexes, offices."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...names.comparing import SAME_WORD, generation_of, given_score, people_score, person_word_score, person_words
from .clusters import Cluster


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of a group; a group without any contradicts none."""

    names: frozenset[tuple[str, ...]] = frozenset()  # the words of full names of people
    sexes: frozenset[str] = frozenset()
    offices: frozenset[tuple[str, str]] = frozenset()  # role and country
    generations: frozenset[str] = frozenset()  # "jr", "sr"
    vouched: bool = False  # a person joined what the facts alone would keep apart

    def __or__(self, other: "Facts") -> "Facts":
        if other is self or other == self:
            return self
        vouched = self.vouched or other.vouched
        generations = self.generations | other.generations
        return Facts(
            self.names | other.names, self.sexes | other.sexes, self.offices | other.offices, generations, vouched
        )


NOTHING = Facts()


def facts_of(cluster: Cluster) -> Facts:
    """The facts of one cluster; only people have any."""
    if cluster.type != "PERSON":
        return NOTHING
    words = person_words(cluster.text)
    generations = [told for told in map(generation_of, cluster.names) if told is not None]
    return Facts(
        names=frozenset({words}) if len(words) > 1 else NOTHING.names,
        sexes=frozenset({cluster.sex}) if cluster.sex is not None else NOTHING.sexes,
        offices=cluster.offices,
        generations=frozenset(generations) if generations else NOTHING.generations,
    )


def agree(left: Facts, right: Facts) -> bool:
    """Nothing says they are two: other given names, another sex, a father and a son of one name, one
    office held in two countries.

    Who bears two names because a person said so is met under either.
    """
    if left is NOTHING and right is NOTHING:
        return True
    pairs = (_one_person(x, y) for x in sorted(left.names) for y in sorted(right.names))
    if left.vouched or right.vouched:
        return any(pairs) or not (left.names and right.names)
    if len(left.generations | right.generations) > 1 or len(left.sexes | right.sexes) > 1:
        return False
    if _offices_differ(left.offices, right.offices):
        return False
    return all(pairs) or _is_told_in_parts(left.names | right.names)


def _is_told_in_parts(names: Iterable[tuple[str, ...]]) -> bool:
    """Each name is a part of the longest: "Ada Maria" and "Ada Berg" of "Ada Maria Berg"."""
    read = sorted(names, key=len)
    longest = read[-1]
    return len(longest) > 2 and all(name in (longest[: len(name)], (longest[0], longest[-1])) for name in read)


def _offices_differ(left: Iterable[tuple[str, str]], right: Iterable[tuple[str, str]]) -> bool:
    shared = set(left) & set(right)
    return not shared and any(x != y and x[0] == y[0] for x in left for y in right)


def _one_person(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    shorter, longer = sorted((left, right), key=len)
    if left == right or (len(shorter) > 1 and longer[:-1] == shorter):  # "Ada Solis", "Ada Solis Rivera"
        return True
    if person_word_score(left[-1], right[-1]) >= SAME_WORD:
        return given_score(left[:-1], right[:-1]) >= SAME_WORD
    return people_score(" ".join(left), " ".join(right)) >= SAME_WORD
