"""Likeness of wordings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.story.likeness import likeness, opposed, wording_of


def test_two_translations_of_a_sentence_are_alike_and_two_sentences_on_a_theme_are_not():
    said = wording_of("We regard the seizure of the dam as an attempt to starve the northern provinces")
    again = wording_of("We consider the capture of the dam to be an attempt at starving the provinces of the north")
    other = wording_of("The dam was built with money from abroad")
    assert likeness(said, again).cosine > 0.45 > likeness(said, other).cosine


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The bridge was closed", "The bridge was not closed", True),
        ("They didn’t leave", "They left", True),
        ("12 boats were lost", "13 boats were lost", True),
        ("12 boats and 3 nets were lost", "3 nets were lost", False),
        ("Nothing was not lost", "All was lost", False),
        ("Another north wind", "A south wind", False),
    ],
)
def test_a_negation_or_other_numbers_set_wordings_against_each_other(left, right, expected):
    assert opposed(wording_of(left), wording_of(right)) is expected


@given(st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from("İıſß’'"), max_size=40), st.text(max_size=40))
def test_likeness_is_symmetric_and_within_bounds(left, right):
    a, b = wording_of(left), wording_of(right)
    assert likeness(a, b) == likeness(b, a)
    assert 0 <= likeness(a, b).cosine <= 1 + 1e-9


def test_a_pronoun_written_large_tells_nothing():
    assert likeness(wording_of("I slept"), wording_of("I’d say so, I")).shared == 0
