"""Groups of many things, of which most pairs are never compared: two are joined that are one by their own grain."""

import heapq
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grain:
    """How alike two groups must be to be one.

    What counts is not how alike they are but how alike they are beside how alike the things within each of them are:
    one group's stragglers are less alike to it than its core, and two dense groups apart from one another are two.
    """

    share: float  # of the likeness within, that a single thing must have to a group
    more: float  # of that share, for each time that the smaller group is e times as large
    large: int  # from so many on, a smaller group must have no more
    usual: float  # likeness within a group, as far as its own pairs do not tell
    trust: float  # in the usual likeness, in pairs


@dataclass(frozen=True, slots=True)
class _Groups:
    members: dict[int, list[int]]
    within: dict[int, float]  # sum of the likenesses of all pairs of a group
    cohesion: dict[int, float]  # their mean, of few pairs told from the usual one too
    between: dict[int, dict[int, float]]  # of all pairs of two groups, where it is above nothing


def clusters(size: int, near: Iterable[tuple[int, int, float]], grain: Grain) -> list[list[int]]:
    """Groups of the numbers below `size`: the two that fit best are joined until no two fit.

    `near` are the pairs that are alike at all, with how much they are.
    """
    all_of = range(size)
    alone = dict.fromkeys(all_of, 0.0), dict.fromkeys(all_of, grain.usual)
    groups = _Groups({n: [n] for n in all_of}, *alone, {n: {} for n in all_of})
    for left, right, value in near:
        groups.between[left][right] = groups.between[right][left] = value
    queue = [entry for left in groups.between for entry in _candidates(left, groups, grain) if entry[1] == left]
    heapq.heapify(queue)
    while queue:
        _, left, right, count = heapq.heappop(queue)
        if left in groups.members and right in groups.members and _count(left, right, groups) == count:
            _join(left, right, groups)
            groups.cohesion[left] = _cohesion(left, groups, grain)
            for entry in _candidates(left, groups, grain):
                heapq.heappush(queue, entry)
    return sorted(sorted(group) for group in groups.members.values())


def _join(left: int, right: int, groups: _Groups) -> None:
    here, there = groups.between[left], groups.between.pop(right)
    groups.within[left] += groups.within.pop(right) + here.pop(right)
    groups.members[left] += groups.members.pop(right)
    for other, value in there.items():
        if other != left:
            here[other] = groups.between[other][left] = here.get(other, 0.0) + value
            del groups.between[other][right]


def _candidates(group: int, groups: _Groups, grain: Grain) -> Iterator[tuple[float, int, int, int]]:
    """(what it lacks, left, right, members) of each pair with that group that may be joined."""
    size, own = len(groups.members[group]), groups.cohesion[group]
    for other, total in groups.between[group].items():
        count = len(groups.members[other])
        share = total / (size * count * math.sqrt(own * groups.cohesion[other]))
        fit = share - grain.more * math.log(min(size, count, grain.large))
        if fit >= grain.share:
            left, right = sorted((group, other))
            yield -fit, left, right, size + count


def _cohesion(group: int, groups: _Groups, grain: Grain) -> float:
    size = len(groups.members[group])
    return (groups.within[group] + grain.trust * grain.usual) / (size * (size - 1) / 2 + grain.trust)


def _count(left: int, right: int, groups: _Groups) -> int:
    return len(groups.members[left]) + len(groups.members[right])
