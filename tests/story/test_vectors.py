"""Documents as weighted words, and the pairs that are alike."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.records import Document
from rashomon.story.vectors import alike, product, vectors_of

VOCABULARY = ("ferry", "harbour", "wreck", "tug", "captain", "bank", "rate", "bonds", "prices", "the", "of")
WORDS = st.lists(st.sampled_from(VOCABULARY), max_size=12)


def documents(texts):
    return [Document(id=f"d{n}", source="", sha256="", text=text) for n, text in enumerate(texts)]


@given(st.lists(WORDS.map(" ".join), max_size=8), st.sampled_from([0.05, 0.2, 0.5]))
def test_all_pairs_that_are_alike_are_found_and_no_others(texts, least):
    vectors = vectors_of(documents(texts))
    expected = {(a, b): product(vectors[a], vectors[b]) for a, b in combinations(range(len(vectors)), 2)}
    found = {(a, b): value for a, b, value in alike(vectors, least)}
    assert found == pytest.approx({pair: value for pair, value in expected.items() if value >= least})


def test_equal_texts_are_wholly_alike_and_strange_ones_are_not():
    ferry, again, bank, empty = vectors_of(documents(["ferry wreck", "Wreck, ferry!", "bank rate", ""]))
    assert product(ferry, again) == pytest.approx(1)
    assert product(ferry, bank) == product(ferry, empty) == 0
