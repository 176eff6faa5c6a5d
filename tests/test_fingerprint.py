"""Fingerprints survive being packed, whatever is in them."""

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from rashomon.fingerprint import Fingerprint, Line, NamedForm, Sample, Terms, from_bytes, numbers, to_bytes
from rashomon.records import EntityType

SMALL = st.integers(0, 2**32 - 1)
LINES = st.builds(Line, SMALL, SMALL, st.integers(0, 2**64 - 1), st.booleans(), st.booleans())
WORDS = st.text(st.characters(blacklist_characters="\n"), min_size=1, max_size=8)


@st.composite
def terms(draw: st.DrawFn) -> Terms:
    words = draw(st.lists(WORDS, unique=True, max_size=6))
    counts = [numbers(draw(st.lists(SMALL, min_size=len(words), max_size=len(words)))) for _ in range(2)]
    return Terms(tuple(words), *counts)


SAMPLES = st.builds(
    Sample,
    st.lists(SMALL, max_size=6).map(numbers),
    SMALL,
    st.binary(max_size=16),
    st.lists(st.tuples(SMALL, SMALL), max_size=3).map(tuple),
)
NAMES = st.builds(NamedForm, st.sampled_from(get_args(EntityType)), WORDS | st.just(""))
FINGERPRINTS = st.builds(
    Fingerprint,
    st.lists(LINES, max_size=4).map(tuple),
    st.none() | st.integers(0, 2**64 - 1),
    terms(),
    SAMPLES,
    st.lists(NAMES, max_size=4).map(tuple),
)


@given(FINGERPRINTS)
def test_a_fingerprint_survives_being_packed(told: Fingerprint) -> None:
    assert from_bytes(to_bytes(told)) == told


def test_the_same_fingerprint_is_the_same_bytes() -> None:
    told = Fingerprint((), None, Terms(("ferry",), numbers([2]), numbers([1])), Sample(numbers([7]), 1, b"x", ()))
    assert to_bytes(told) == to_bytes(from_bytes(to_bytes(told)))
