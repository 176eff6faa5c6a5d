"""Verbs of will and belief that no list names, found by learned weights."""

import pytest

from rashomon.article.statements.learned import likelihood

from .reading import contents, statements

LIKELY = [
    (
        "The governor wants to close the old dam above the valley before winter.",
        "to close the old dam above the valley before winter",
    ),
    ("Mara Quill hopes that the dam will hold.", "that the dam will hold"),
    ("Mara Quill knows that the dam is old.", "that the dam is old"),
]


@pytest.mark.parametrize(("text", "content"), LIKELY)
def test_will_and_belief_are_told_as_thoughts(text: str, content: str) -> None:
    assert [(s.text, s.stance) for s in statements(text)] == [(content, "thinks")]


@pytest.mark.parametrize(
    "text", ["Mara Quill ate the bread.", "The river carried the boat to sea.", "Rain filled the dam."]
)
def test_deeds_are_not(text: str) -> None:
    assert contents(text) == []


def test_likelihood_is_even_where_nothing_is_known_and_grows_with_weight() -> None:
    assert likelihood({}, ["lemma fly"]) == 0.5
    assert likelihood({"lemma vow": 200}, ["lemma vow"]) > 0.8
    assert likelihood({"lemma vow": 10**9}, ["lemma vow"]) <= 1
