"""Average-link clusters, against their plain definition."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.story.clustering import clusters

THRESHOLD = 0.5
SIZE = 6
PAIRS = list(combinations(range(SIZE), 2))
# Powers of two in steps, so that sums are exact and ties are ties.
LIKENESSES = st.lists(
    st.integers(0, 64).map(lambda n: n / 64), min_size=len(PAIRS), max_size=len(PAIRS), unique=True
).map(lambda values: dict(zip(PAIRS, values, strict=True)))


def by_definition(likeness):
    """Join the two groups of the highest mean, every mean made anew from all pairs."""
    groups = [[number] for number in range(SIZE)]

    def mean(left, right):
        return sum(likeness[tuple(sorted((a, b)))] for a in left for b in right) / (len(left) * len(right))

    while len(groups) > 1:
        ranked = ((-mean(left, right), left, right) for left, right in combinations(sorted(groups), 2))
        best, left, right = min(ranked)
        if -best < THRESHOLD:
            break
        groups = sorted([*(g for g in groups if g not in (left, right)), sorted(left + right)])
    return sorted(groups)


@given(LIKENESSES)
def test_looking_at_near_pairs_only_changes_nothing(likeness):
    near = [(left, right, value) for (left, right), value in likeness.items() if value >= THRESHOLD]
    found = clusters(SIZE, near, lambda a, b: likeness[tuple(sorted((a, b)))], THRESHOLD)
    assert found == by_definition(likeness)


def test_what_is_near_nothing_stays_alone():
    assert clusters(3, [(0, 2, 0.9)], lambda a, b: 0.0, THRESHOLD) == [[0, 2], [1]]


def test_a_chain_of_near_pairs_is_no_cluster():
    near = [(0, 1, 0.9), (1, 2, 0.8), (2, 3, 0.7)]
    assert clusters(4, near, lambda a, b: 0.0, THRESHOLD) == [[0, 1], [2, 3]]
