"""Number words read as numbers, whoever reads them."""

import re
from dataclasses import dataclass
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.article.numerals import Spelled, numerals_of, scaled, spelled, spoken_year
from rashomon.article.times.words import words_of
from rashomon.languages import language_of

from .number_words import FORMS, Form, in_words

ENGLISH = language_of("en")
NUMERALS = numerals_of(ENGLISH)


def read(text: str, *, article: bool = False) -> Spelled | None:
    return spelled(pieces_of(text), 0, NUMERALS, article=article)


@dataclass(frozen=True)
class Piece:
    start: int
    end: int
    lower: str


def pieces_of(text: str) -> list[Piece]:
    return [Piece(m.start(), m.end(), m.group().lower()) for m in re.finditer(r"\w+|[^\w\s]", text)]


@given(st.integers(0, 10**12 - 1), FORMS)
@settings(max_examples=400, deadline=None)
def test_a_number_in_words_is_the_number_it_was_spelled_from(number: int, form: Form) -> None:
    text = in_words(number, form)
    assert read(text) == Spelled(Fraction(number), len(pieces_of(text)))


@given(st.integers(100, 10**9), FORMS)
@settings(deadline=None)
def test_an_article_stands_for_the_one_before_the_first_scale(number: int, form: Form) -> None:
    text = in_words(number, form)
    if text.startswith("one ") and not text.startswith("one hundred thousand"):
        found = read(text.removeprefix("one "), article=True)
        assert found and found.value == number


@given(st.integers(0, 10**9), FORMS)
@settings(deadline=None)
def test_what_reads_times_and_what_reads_figures_read_one_number(number: int, form: Form) -> None:
    text = in_words(number, form)
    (word,) = words_of(f"{text}", ENGLISH)
    assert Fraction(word.worth.get("number", 0)) == number or "year_words" in word.worth


@given(st.integers(1000, 2099))
@settings(deadline=None)
def test_a_year_as_it_is_spoken_is_that_year(year: int) -> None:
    century, rest = divmod(year, 100)
    spoken = f"{in_words(century, Form())} " + (f"oh {in_words(rest, Form())}" if rest < 10 else in_words(rest, Form()))
    if rest:
        assert spoken_year(pieces_of(spoken), 0, NUMERALS) == (year, len(pieces_of(spoken)))


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("half a million people", 500_000, 3),
        ("two and a half million people", 2_500_000, 5),
        ("two and a half hours", 2, 1),
        ("half a dozen boats", 6, 3),
        ("three score and ten", 60, 2),
        ("seventeen five-year plans", 17, 1),
        ("zero five", 0, 1),
        ("twenty-one of two hundred", 21, 3),
        ("one hundred and those", 100, 2),
        ("two thousand million", 2_000_000_000, 3),
    ],
)
def test_a_number_ends_where_the_next_word_is_no_part_of_it(text: str, value: int, words: int) -> None:
    found = read(text)
    assert found and found.end == words
    assert found.value == value


@pytest.mark.parametrize("text", ["", "hundred", "dozen", "and five", "-five", "ſeven hundred", "m\u0131llion"])
def test_a_scale_a_joint_or_another_word_begins_no_number(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize("text", ["nineteen", "two hundred", "nine ninety", "twenty-one nineteen hundred", "oh five"])
def test_a_plain_number_is_no_year(text: str) -> None:
    assert spoken_year(pieces_of(text), 0, NUMERALS) is None


def test_scales_behind_digits_count_the_digits() -> None:
    assert scaled(pieces_of("1.3 thousand"), Fraction("1.3"), 3, NUMERALS) == Spelled(Fraction(1300), 4)
    assert scaled(pieces_of("2 dozen"), Fraction(2), 1, NUMERALS) == Spelled(Fraction(24), 2, rough=True)


@given(st.text(alphabet="onetwy hundrıadfİſ-,.\u0301 \n", max_size=60))
@settings(deadline=None)
def test_odd_text_never_breaks_the_reader(text: str) -> None:
    pieces = pieces_of(text)
    for at in range(len(pieces)):
        found = spelled(pieces, at, NUMERALS)
        assert found is None or at < found.end <= len(pieces)
