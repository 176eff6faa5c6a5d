"""The sentence around a run of words, told by marks alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.story.sentences import sentence_around


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("It rained. The mill burned down. Nobody came.", "burned", "The mill burned down."),
        ("The mill\nThe guild, founded in 1907, rose\nThe end", "founded", "The guild, founded in 1907, rose"),
        ("He fled home. Gov. Anna Vary met them on Sept. 5 in Odrin. They left.", "met", None),
        ("ODRIN, Ruritania (Herald) — The mill burned.", "burned", "The mill burned."),
        ("The mill - an old one - burned. All left.", "burned", "The mill - an old one - burned."),
        ("“We won.” They said so on Friday. Others did not.", "said", "They said so on Friday."),
        ("burned", "burned", "burned"),
    ],
)
def test_a_sentence_is_found(text, words, sentence):
    start = text.index(words)
    first, last = sentence_around(text, start, start + len(words))
    assert text[first:last] == (sentence or "Gov. Anna Vary met them on Sept. 5 in Odrin.")


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_a_sentence_holds_its_words_and_lies_in_its_text(text, start, length):
    start = min(start, len(text))
    end = min(start + length, len(text))
    first, last = sentence_around(text, start, end)
    assert 0 <= first <= start <= end <= last <= len(text)
