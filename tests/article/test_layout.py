"""Blocks: a line a paragraph, or paragraphs out of hard-wrapped lines; headlines told apart."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.article.layout import article_blocks, blocks
from rashomon.records import Boilerplate, Document

WRAPPED = """The ferry Gull left the harbour of Port Senna at dawn with
forty passengers and a load of timber, and by noon the
wind had turned to the north so that the captain asked
the coast guard for a tug, officials of the line said.

Divers were to go down to the wreck as soon as the swell
allowed it, the navy said in a statement that it gave to
the newspapers of the town on the evening of Thursday.
"""


def told(text: str) -> list[str]:
    return [text[block.start : block.end] for block in blocks(text)]


def test_a_line_is_a_block_where_lines_are_paragraphs():
    assert told("Head\n\n  First line. \nSecond line.\n") == ["Head", "First line.", "Second line."]


def test_hard_wrapped_lines_are_joined_between_blank_lines():
    assert [block.split()[0] for block in told(WRAPPED)] == ["The", "Divers"]


def test_a_list_of_short_lines_is_not_taken_for_wrapped_text():
    menu = "\n".join(["Home", "World news", "Sports", "Opinion pages", "About us", "Log in"])
    assert len(told(menu)) == 6


@pytest.mark.parametrize(("title", "flags"), [("A ferry sinks", [True, False]), (None, [False, False])])
def test_the_headline_is_told_apart(title, flags):
    document = Document("d", "d.txt", "", "A ferry  sinks\nForty were on board.", title=title)
    assert [block.title for block in article_blocks(document)] == flags


def test_boilerplate_is_no_block_of_the_article():
    text = "Subscribe now\nForty were on board."
    document = Document("d", "d.txt", "", text, boilerplate=(Boilerplate(0, 13, "subscription"),))
    assert [text[b.start : b.end] for b in article_blocks(document)] == ["Forty were on board."]


@given(st.text(alphabet=st.sampled_from("ab. \n\r\t\u2028\u00a0ſ"), max_size=60))
def test_blocks_lie_in_the_text_in_order_and_hold_all_its_words(text):
    found = blocks(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join("".join(text[b.start : b.end] for b in found).split()) == "".join(text.split())
