"""Two counts contradict one another only where no count makes both true."""

from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.bounds import bounds, compatible, counts_of, narrower
from rashomon.records import Relation


@dataclass(frozen=True)
class Count:
    relation: Relation
    low: Decimal | None
    high: Decimal | None


def count(relation: Relation, low: int | None, high: int | None = None) -> Count:
    number = None if low is None else Decimal(low)
    return Count(relation, number, None if high is None else Decimal(high))


@st.composite
def counts(draw: st.DrawFn) -> Count:
    relation = draw(
        st.sampled_from(
            ["exactly", "approximately", "at_least", "more_than", "at_most", "less_than", "between", "vague"]
        )
    )
    value = Decimal(draw(st.integers(1, 10_000)))
    if relation in ("between", "vague"):
        return Count(relation, value, value + draw(st.integers(1, 1000)))
    return Count(relation, *bounds(relation, value))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (count("exactly", 12, 12), count("exactly", 13, 13), False),
        (count("exactly", 26, 26), count("vague", 24, 99), True),
        (count("at_least", 12), count("exactly", 30, 30), True),
        (count("more_than", 70), count("exactly", 70, 70), False),
        (count("less_than", None, 70), count("exactly", 70, 70), False),
        (count("at_most", None, 70), count("exactly", 70, 70), True),
        (count("approximately", 80, 80), count("exactly", 77, 77), True),
        (count("approximately", 80, 80), count("exactly", 40, 40), False),
        (count("between", 10, 20), count("between", 20, 30), True),
    ],
)
def test_counts_are_compatible_when_one_number_makes_both_true(a: Count, b: Count, expected: bool) -> None:
    assert compatible(a, b) is expected


@given(counts(), counts())
def test_compatible_does_not_depend_on_the_order(a: Count, b: Count) -> None:
    assert compatible(a, b) == compatible(b, a)


@given(counts())
def test_a_count_is_compatible_with_itself_and_no_narrower(a: Count) -> None:
    assert compatible(a, a)
    assert not narrower(a, a)


@given(counts(), counts())
def test_a_narrower_count_is_compatible_and_the_other_is_not_narrower(a: Count, b: Count) -> None:
    if narrower(a, b):
        assert compatible(a, b)
        assert not narrower(b, a)


@given(counts(), counts(), counts())
def test_narrower_is_transitive(a: Count, b: Count, c: Count) -> None:
    if narrower(a, b) and narrower(b, c):
        assert narrower(a, c)


@given(counts())
def test_the_lowest_count_is_never_above_the_highest(a: Count) -> None:
    low, high = counts_of(a)
    assert low <= high
