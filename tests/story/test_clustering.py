"""Clusters by their own grain, against their plain definition."""

import math
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.story.clustering import Grain, clusters

GRAIN = Grain(share=0.5, more=0.125, large=2, usual=0.5, trust=1)
PLAIN = Grain(share=1.0, more=0.0, large=1, usual=0.5, trust=10**6)  # nearly: a mean of 0.5 is one
FAINT = 0.25
SIZE = 6
PAIRS = list(combinations(range(SIZE), 2))
# In steps of a power of two, so that sums are exact and ties are ties.
LIKENESSES = st.lists(
    st.integers(0, 64).map(lambda n: n / 64), min_size=len(PAIRS), max_size=len(PAIRS), unique=True
).map(lambda values: dict(zip(PAIRS, values, strict=True)))


def by_definition(likeness, grain):
    """Join the two groups that fit best, everything made anew from all pairs."""
    groups = [[number] for number in range(SIZE)]

    def mean(left, right):
        return sum(likeness[tuple(sorted((a, b)))] for a in left for b in right) / (len(left) * len(right))

    def cohesion(group):
        pairs = [likeness[pair] for pair in combinations(group, 2)]
        return (sum(pairs) + grain.trust * grain.usual) / (len(pairs) + grain.trust)

    def fit(left, right):
        asked = grain.more * math.log(min(len(left), len(right), grain.large))
        return mean(left, right) / math.sqrt(cohesion(left) * cohesion(right)) - asked

    while True:
        ranked = sorted((-fit(left, right), left, right) for left, right in combinations(sorted(groups), 2))
        if not ranked or -ranked[0][0] < grain.share:
            return sorted(groups)
        _, left, right = ranked[0]
        groups = sorted([*(g for g in groups if g not in (left, right)), sorted(left + right)])


@given(LIKENESSES)
def test_joining_what_was_summed_before_is_joining_by_all_pairs(likeness):
    likely = {pair: value if value >= FAINT else 0.0 for pair, value in likeness.items()}
    near = [(left, right, value) for (left, right), value in likely.items() if value]
    assert clusters(SIZE, near, GRAIN) == by_definition(likely, GRAIN)


def test_what_is_near_nothing_stays_alone():
    assert clusters(3, [(0, 2, 0.9)], PLAIN) == [[0, 2], [1]]


def test_a_chain_of_near_pairs_is_no_cluster():
    near = [(0, 1, 0.9), (1, 2, 0.8), (2, 3, 0.7)]
    assert clusters(4, near, PLAIN) == [[0, 1], [2, 3]]


def grouped(size, likeness):
    near = [(a, b, likeness(a, b)) for a, b in combinations(range(size), 2)]
    return clusters(size, near, Grain(share=0.4, more=0.1, large=8, usual=0.25, trust=2))


def test_two_dense_groups_are_two_where_as_many_loose_reports_of_the_same_mean_are_one():
    halves = [0] * 6 + [1] * 6
    assert len(grouped(12, lambda a, b: 0.5 if halves[a] == halves[b] else 0.2)) == 2
    assert len(grouped(12, lambda a, b: 0.2)) == 1


def test_a_straggler_joins_a_group_at_a_likeness_at_which_a_group_would_not():
    assert len(grouped(7, lambda a, b: 0.5 if max(a, b) < 6 else 0.2)) == 1
