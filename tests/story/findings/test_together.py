"""The largest sets of things that go together, against every set tried out."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.story.findings.together import maximal_sets

Interval = tuple[int, int]
INTERVALS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 6)), max_size=8)


def friends_of(pairs: set[tuple[int, int]], size: int) -> list[int]:
    found = [0] * size
    for i, j in pairs:
        found[i] |= 1 << j
        found[j] |= 1 << i
    return found


def tried_out(pairs: set[tuple[int, int]], size: int) -> set[tuple[int, ...]]:
    """All largest sets, by looking at every set there is."""
    sets = [c for n in range(1, size + 1) for c in combinations(range(size), n)]
    together = [c for c in sets if all(pair in pairs for pair in combinations(c, 2))]
    return {c for c in together if not any(set(c) < set(other) for other in together)}


@given(INTERVALS)
def test_of_intervals_that_meet_all_largest_sets_are_found(spans: list[Interval]) -> None:
    ends = [(low, low + width) for low, width in spans]
    meeting = {
        (i, j)
        for i, j in combinations(range(len(ends)), 2)
        if max(ends[i][0], ends[j][0]) <= min(ends[i][1], ends[j][1])
    }
    found = list(maximal_sets(friends_of(meeting, len(ends))))
    assert set(found) == tried_out(meeting, len(ends))
    assert len(found) == len(set(found)) <= max(1, len(ends))


@given(
    st.integers(1, 7).flatmap(
        lambda n: st.tuples(st.just(n), st.sets(st.sampled_from([*combinations(range(n), 2), (0, 0)])))
    )
)
def test_of_any_friends_each_pair_stands_in_a_largest_set(case: tuple[int, set[tuple[int, int]]]) -> None:
    size, pairs = case[0], case[1] - {(0, 0)}
    found = set(maximal_sets(friends_of(pairs, size)))
    assert found <= tried_out(pairs, size)
    assert {pair for members in found for pair in combinations(members, 2)} == pairs
    assert {member for members in found for member in members} == set(range(size))


def test_the_worst_case_is_no_trap() -> None:
    size = 90  # all but two neighbours are friends: three to the power of thirty largest sets
    pairs = {(i, j) for i, j in combinations(range(size), 2) if i // 3 != j // 3}
    assert len(list(maximal_sets(friends_of(pairs, size)))) <= len(pairs)
