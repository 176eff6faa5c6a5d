"""Words of one sort of happening."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.story.senses import senses_of

ENGLISH = senses_of("en")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("killed", "death"),
        ("shells", "shelling"),
        ("Fled", "escaping"),
        ("stopped", "stop"),
        ("opened fire", "shooting"),
        ("called on", "appeal"),
        ("gunned down", "shot"),
        ("fired", "dismissal"),
    ],
)
def test_forms_and_words_of_one_sense_meet(left: str, right: str) -> None:
    assert ENGLISH.of(left) == ENGLISH.of(right)


@pytest.mark.parametrize(
    ("left", "right"), [("called", "called on"), ("fires", "fired"), ("meeting", "voting"), ("won", "lost")]
)
def test_other_senses_stay_apart(left: str, right: str) -> None:
    assert ENGLISH.of(left) != ENGLISH.of(right)


@given(st.text(max_size=30))
def test_any_words_have_a_sense(words: str) -> None:
    assert ENGLISH.of(words) == ENGLISH.of(words.upper().casefold())
