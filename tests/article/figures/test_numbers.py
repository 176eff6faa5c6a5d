"""Numbers in digits and in words, hedged and vague."""

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.article.figures.numbers import Number, find_numbers, parse_count
from rashomon.article.parse import Parse, Token

from ..number_words import FORMS, Form, in_words
from .reading import ENGLISH


def parse_of_words(text: str) -> Parse:
    """A parse with tokens alone: numbers are read from words, not from the tree."""
    tokens, at = [], 0
    for word in re.sub("([-–\u2011])", r" \0\1 \0", text).split(" "):
        glued = word.startswith("\0")
        word = word.lstrip("\0")
        start = text.index(word, at)
        at = start + len(word)
        tokens.append(Token(len(tokens), start, at, word, word.lower(), word, "X", "X", "dep", 0, "", 0, 0))
        assert not glued or tokens[-1].start == tokens[-2].end
    return Parse(text, tuple(tokens), (), (), ())


def number_in(text: str) -> Number:
    (number,) = find_numbers(parse_of_words(text), ENGLISH)
    return number


@given(st.integers(0, 999_999_999), FORMS)
@settings(max_examples=300, deadline=None)
def test_a_number_in_words_is_the_number_it_was_spelled_from(number: int, form: Form) -> None:
    found = number_in(in_words(number, form) + " people")
    assert (found.low, found.high) == (Decimal(number), Decimal(number))


@given(st.integers(0, 99_999_999))
@settings(deadline=None)
def test_a_number_in_digits_is_read_with_and_without_separators(number: int) -> None:
    for written in (f"{number}", f"{number:,}"):
        assert number_in(f"{written} people").low == number


@given(st.integers(1, 9999), st.sampled_from(["at least", "more than", "up to", "fewer than", "about"]))
@settings(deadline=None)
def test_a_hedge_sets_a_bound(number: int, hedge: str) -> None:
    found = number_in(f"{hedge} {in_words(number, Form())} people")
    expected = {
        "at least": ("at_least", number, None),
        "more than": ("more_than", number, None),
        "up to": ("at_most", None, number),
        "fewer than": ("less_than", None, number),
        "about": ("approximately", number, number),
    }[hedge]
    assert (found.relation, found.low, found.high) == expected


@pytest.mark.parametrize(
    ("text", "relation", "low", "high"),
    [
        ("more than 1.3 thousand", "more_than", 1300, None),
        ("some 2,000", "approximately", 2000, 2000),
        ("a dozen", "approximately", 12, 12),
        ("half a dozen", "approximately", 6, 6),
        ("two dozen", "approximately", 24, 24),
        ("a hundred and five", "exactly", 105, 105),
        ("several", "vague", 3, 9),
        ("several hundred", "vague", 200, 999),
        ("dozens", "vague", 24, 99),
        ("scores", "vague", 40, 99),
        ("tens of thousands", "vague", 20_000, 99_999),
        ("hundreds of thousands", "vague", 200_000, 999_999),
        ("no fewer than twelve", "at_least", 12, None),
        ("as many as 1,200", "at_most", None, 1200),
        ("just under 50", "less_than", None, 50),
        ("nearly a thousand", "approximately", 1000, 1000),
        ("10 to 20", "between", 10, 20),
        ("10-20", "between", 10, 20),
        ("10–20", "between", 10, 20),
        ("between 10 and 20", "between", 10, 20),
        ("between 60 and 75 thousand", "between", 60_000, 75_000),
        ("10 to 15 thousand", "between", 10_000, 15_000),
        ("900 to two thousand", "between", 900, 2000),
        ("two or three", "between", 2, 3),
        ("30 or more", "at_least", 30, None),
        ("more than half of the 300", "more_than", 150, None),
        ("two thirds of the 90", "approximately", 60, 60),
        ("no one", "none", 0, 0),
        ("at least some 20", "at_least", 20, None),
        ("10 000", "exactly", 10_000, 10_000),
        ("2.000", "exactly", 2000, 2000),
    ],
)
def test_numbers_are_read_as_the_dossier_format_says(
    text: str, relation: str, low: int | None, high: int | None
) -> None:
    found = number_in(f"{text} people")
    assert (found.relation, found.low, found.high) == (relation, low, high)


@pytest.mark.parametrize(
    "text", ["the 85th victim", "a 31-year-old man", "$ 300 was paid", "page 12 of it", "thousand"]
)
def test_ordinals_ages_prices_and_pages_are_no_numbers_of_people(text: str) -> None:
    assert find_numbers(parse_of_words(text), ENGLISH) == ()


@pytest.mark.parametrize(("text", "value"), [("１２", 12), ("٣", 3), ("1,234", 1234), ("1.5", "1.5"), ("ten", None)])
def test_digits_of_every_script_are_read(text: str, value: object) -> None:
    assert parse_count(text) == (None if value is None else Decimal(str(value)))


@given(st.text(alphabet="dozens ıİſK0123456789,.-–ß\u0301of", max_size=40))
@settings(deadline=None)
def test_odd_text_never_breaks_the_reader(text: str) -> None:
    words = " ".join(text.replace("-", " ").replace("–", " ").split())
    for number in find_numbers(parse_of_words(words), ENGLISH) if words else ():
        assert number.first <= number.head <= number.last
        assert number.low is None or number.high is None or number.low <= number.high
