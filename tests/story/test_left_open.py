"""What reports say is not known: found in so many words, and only there."""

import pytest

from rashomon.ids import make_id
from rashomon.records import Boilerplate, Document
from rashomon.story.left_open import find_left_open


def left_open(text: str, language: str = "en", furniture: tuple[Boilerplate, ...] = ()) -> list[str]:
    document = Document(make_id("document", "d"), "d", "", text, language=language, boilerplate=furniture)
    return [text[place.start : place.end] for place in find_left_open([document])]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("How many were aboard is unknown.", "unknown"),
        ("It was not immediately clear who opened the gate.", "not immediately clear"),
        ("It wasn't clear why.", "n't clear"),
        ("It isn’t yet known who won.", "n’t yet known"),
        ("The cause has not yet been determined.", "not yet been determined"),
        ("There was no word on the crew.", "no word on"),
        ("Her claim could not be independently verified.", "not be independently verified"),
        ("The guard did not say\nhow many fell ill.", "did not say\nhow"),
        ("No group has claimed responsibility.", "No group has claimed responsibility"),
        ("The blaze is under investigation.", "under investigation"),
    ],
)
def test_a_question_left_open_is_found(text: str, cue: str) -> None:
    assert left_open(text) == [cue]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "An unknown man waved.",
        "The answer is known.",
        "It is clear.",
        "He is well-unknowned.",
        "n't",
        "\ufffd \u0131",
    ],
)
def test_what_leaves_nothing_open_is_not(text: str) -> None:
    assert left_open(text) == []


def test_what_is_not_the_article_and_languages_without_a_list_do_not_count() -> None:
    assert left_open("Cause unknown", furniture=(Boilerplate(0, 13, "caption"),)) == []
    assert left_open("Cause unknown", language="xx") == []
