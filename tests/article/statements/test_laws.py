"""Laws: every span quotes its document, ids are unique, and no text is too odd."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.article.layout import Block
from rashomon.article.statements.quotations import Letters, find_quotations

from .reading import statements

ODD = [
    "",
    " ",
    "said",
    "“",
    "”",
    '""',
    "“” said X.",
    "::::",
    "Said said said said.",
    "– – – –",
    "According to",
    "In her words",
    "“A “B “C",
    "\u202e“أهلا,” said İbrahim ſmith. \u0301",
    "NAME:\nNAME:\nNAME:",
    "X said " * 200,
    "“" * 500,
    "a" * 20000,
    "Mara said boats, " + "boats, " * 3000 + "and boats.",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_give_spans_that_quote_them(text: str) -> None:
    found = statements(text)
    assert all(text[s.start : s.end] == s.text and s.text for s in found)
    assert len({s.id for s in found}) == len(found)


PIECES = [
    "Mara Quill",
    " said",
    " “",
    "” ",
    ", ",
    ". ",
    "the dam holds",
    " that",
    ":",
    "\n",
    " according to ",
    "she",
    "–",
    "'",
    '"',
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_whatever_is_put_together_is_quoted_and_the_same_twice(text: str) -> None:
    found = statements(text)
    for statement in found:
        assert text[statement.start : statement.end] == statement.text
        if statement.cue is not None:
            assert text[statement.cue.start : statement.cue.end] == statement.cue.text
        if statement.speaker_span is not None:
            assert text[statement.speaker_span.start : statement.speaker_span.end] == statement.speaker_text
    assert found == statements(text)


@pytest.mark.parametrize("piece", ["“", " 'a", ' "a', "« a", "''a `` "])
def test_marks_without_end_are_read_in_a_blink(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert len(find_quotations(text, [Block(0, len(text))])) <= len(text)


@given(st.text(alphabet='ab."', max_size=30))
def test_the_share_of_quoted_letters_is_what_counting_them_gives(text: str) -> None:
    quotations = find_quotations(text, [Block(0, len(text))])
    letters = [at for at, sign in enumerate(text) if sign.isalnum()]
    quoted = [at for at in letters if any(q.start <= at < q.end for q in quotations)]
    share = len(quoted) / len(letters) if letters else 0.0
    assert Letters(text, quotations).quoted_share(0, len(text)) == share


def test_a_sentence_of_thousands_of_quotations_is_read_in_a_blink() -> None:
    text = "The mayor said " + "“no” and “yes” to all of it, " * 400
    assert statements(text)


@given(st.text(alphabet="ab “”\"'‘’„«»\n.,", max_size=40))
def test_quotations_lie_in_order_and_inside_their_marks(text: str) -> None:
    found = find_quotations(text, [Block(0, len(text))])
    assert all(0 <= q.outer_start <= q.start < q.end <= q.outer_end <= len(text) for q in found)
    assert all(a.outer_end <= b.outer_start for a, b in pairwise(found))
