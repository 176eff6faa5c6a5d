"""Who can stand together: the largest sets of things that all go with one another, without trying every set."""

from collections.abc import Iterator, Sequence


def maximal_sets(friends: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Largest sets of friends, such that every two friends stand in one; bit j of `friends[i]`: i and j are friends.

    Each pair that stands in no set yet is filled up to a largest one: at most as many sets as there are pairs. Of
    intervals that meet, these are all the largest sets there are: each has a pair that meets nowhere else, the one
    that begins last and the one that ends first.
    """
    paired = [0] * len(friends)
    for i, mates in enumerate(friends):
        if not mates:
            yield (i,)
        for j in _bits(mates >> i << i):
            if not paired[i] >> j & 1:
                members = _filled_up(friends, i, j)
                for member in members:
                    paired[member] |= sum(1 << other for other in members)
                yield members


def _filled_up(friends: Sequence[int], i: int, j: int) -> tuple[int, ...]:
    """Two friends with all who are friends of everyone so far, the first ones first."""
    members, common = [i, j], friends[i] & friends[j]
    while common:
        first = (common & -common).bit_length() - 1
        members.append(first)
        common &= friends[first]
    return tuple(sorted(members))


def _bits(number: int) -> Iterator[int]:
    """The places of the bits that are set, lowest first."""
    while number:
        yield (number & -number).bit_length() - 1
        number &= number - 1
