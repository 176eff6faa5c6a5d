"""Average-link clusters of many things, of which most pairs are never compared."""

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping

Likeness = Callable[[int, int], float]


def clusters(
    size: int, near: Iterable[tuple[int, int, float]], likeness: Likeness, threshold: float
) -> list[list[int]]:
    """Groups of the numbers below `size`: the two likest are joined until no two have that mean likeness.

    `near` are the pairs of at least `threshold`. Two clusters of that mean have such a pair between them, so no
    others are ever looked at; what else a mean needs, `likeness` is asked for.
    """
    members = {number: [number] for number in range(size)}
    sums: dict[int, dict[int, float]] = {number: {} for number in range(size)}
    for left, right, value in near:
        sums[left][right] = sums[right][left] = value
    queue = [(-value, left, right, 2) for left in sums for right, value in sums[left].items() if left < right]
    heapq.heapify(queue)
    while queue:
        _, left, right, count = heapq.heappop(queue)
        if left in members and right in members and len(members[left]) + len(members[right]) == count:
            _join(left, right, members, sums, likeness)
            for entry in _candidates(left, members, sums, threshold):
                heapq.heappush(queue, entry)
    return sorted(sorted(group) for group in members.values())


def _join(
    left: int, right: int, members: dict[int, list[int]], sums: dict[int, dict[int, float]], likeness: Likeness
) -> None:
    there, here = sums.pop(right), sums[left]
    for other in sorted((here.keys() | there.keys()) - {left, right}):
        known = (
            part[other] if other in part else _sum(members[at], members[other], likeness)
            for at, part in ((left, here), (right, there))
        )
        total = sum(known)
        here[other] = sums[other][left] = total
        sums[other].pop(right, None)
    here.pop(right, None)
    members[left] += members.pop(right)


def _sum(group: Iterable[int], other: list[int], likeness: Likeness) -> float:
    return sum(likeness(a, b) for a in group for b in other)


def _candidates(
    cluster: int, members: Mapping[int, list[int]], sums: Mapping[int, Mapping[int, float]], threshold: float
) -> Iterator[tuple[float, int, int, int]]:
    for other, total in sums[cluster].items():
        mean = total / (len(members[cluster]) * len(members[other]))
        if mean >= threshold:
            left, right = sorted((cluster, other))
            yield -mean, left, right, len(members[cluster]) + len(members[other])
