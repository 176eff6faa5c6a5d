"""What a reader is told of a happening: a clause with its subject."""

import pytest

from .reading import event

TOLD = [
    ("The rebels entered the town, killing six guards.", "killing", "The rebels entered the town, killing six guards"),
    ("The minister condemned the attack on the port.", "attack", "The minister condemned the attack on the port"),
    ("The soldiers left the fort and burned it.", "burned", "The soldiers left the fort and burned it"),
    ("The mayor said that the bridge collapsed.", "collapsed", "the bridge collapsed"),
    ("Police searched the house where the singer was killed.", "killed", "the singer was killed"),
    ("The council met on Friday.", "met", "The council met on Friday"),
    ("A withdrawal", "withdrawal", "A withdrawal"),
]


@pytest.mark.parametrize(("text", "trigger", "words"), TOLD)
def test_a_happening_is_told_with_its_subject(text, trigger, words):
    assert event(text, trigger).text == words


def test_a_relative_clause_is_told_with_what_it_is_about():
    words = event("The guild welcomed the law that the king signed.", "signed").text
    assert words == "The guild welcomed the law that the king signed"


def test_a_clause_that_would_not_read_as_a_line_stays_alone():
    names = ", ".join(f"the old harbour of Odrin number {n}" for n in range(12))
    words = event(f"The rebels took {names} and the fort, killing six guards.", "killing").text
    assert len(words) <= 240
    assert "killing six guards" in words


OF_OTHER_TIMES = [
    (
        "The council on Friday adopted new sanctions in response to the March 3 missile test.",
        "test",
        "the March 3 missile test",
    ),
    (
        "The hotline, cut by the general in 2016, was restored on Friday.",
        "cut",
        "The hotline, cut by the general in 2016",
    ),
    (
        "On Thursday, a sailor who had entered the country in April 2016 stabbed the baker.",
        "entered",
        "a sailor who had entered the country in April 2016",
    ),
    ("The missile tests on Saturday came after talks that began on Monday.", "tests", "The missile tests on Saturday"),
]


@pytest.mark.parametrize(("text", "trigger", "words"), OF_OTHER_TIMES)
def test_what_happened_at_another_time_than_its_sentence_tells_is_told_by_its_phrase(text, trigger, words):
    assert event(text, trigger).text.removeprefix("in response to ") == words
