"""Scores of pairs of names, and the folding under them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.names import explain_pair, score_pair, score_pairs
from rashomon.names.comparing import people_score, word_score
from rashomon.names.folding import latin, skeleton, sound, words_of


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Zhuravlenka", "Juravlenko"),
        ("Kassian", "Kasian"),
        ("Żelazny", "Zhelazny"),
        ("Orlovsky", "Orlowskij"),
        ("Mikhail", "Mihail"),
        ("Yevgeny", "Evgeni"),
        ("Chernov", "Tchernoff"),
        ("Гагаринов", "Gagarinov"),
    ],
)
def test_one_name_sounds_the_same_in_any_spelling(left: str, right: str) -> None:
    assert sound(left) == sound(right)
    assert skeleton(left) == skeleton(right)


@pytest.mark.parametrize(
    ("left", "right"), [("Orlov", "Ordov"), ("Petrenko", "Petronov"), ("Kim", "Kin"), ("Li", "Lu")]
)
def test_words_that_differ_in_a_consonant_are_two(left: str, right: str) -> None:
    assert word_score(left.lower(), right.lower()) < 0.8


def test_a_family_name_may_come_first() -> None:
    assert people_score("Rimestad Ada", "Ada Rimestad") >= 0.8


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("Ada Rimestad", "Rimestad, Ada", "PERSON"),
        ("Dr. Ada Rimestad", "Ada Rimestad", "PERSON"),
        ("AdaRimestad", "Ada Rimestad", "PERSON"),
        ("Ada Rimestadd", "Ada Rimestad", "PERSON"),
        ("Nordlys Fiskeri Ltd", "Nordlys Fiskeri Limited", "ORG"),
        ("Nordlys Fiskeri GmbH", "Nordlys Fiskeri G.m.b.H.", "ORG"),
        ("First Harbour Bank", "1st Harbour Bank", "ORG"),
        ("N.F.K. Company", "NFK Co.", "ORG"),
        ("BHU", "Baltic Harbour Union", "ORG"),
    ],
)
def test_forms_of_one_name_score_high(left: str, right: str, kind: str) -> None:
    assert score_pair(left, right, kind) > 0.7


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("Ada Rimestad", "Bo Rimestad", "PERSON"),
        ("Ada Rimestad", "Ada Lundgaard", "PERSON"),
        ("Harbour Bank of Norway", "Harbour Bank of Sweden", "ORG"),
        ("Nordlys Fiskeri", "Nordlys Shipping", "ORG"),
        ("", "Ada Rimestad", "PERSON"),
        ("", "", None),
    ],
)
def test_two_names_score_low(left: str, right: str, kind: str | None) -> None:
    assert score_pair(left, right, kind) < 0.5


def test_many_pairs_are_scored_in_order() -> None:
    pairs = [("Ada Holm", "Ada Holm", "PERSON"), ("Ada Holm", "Bo Lund", None)]
    assert list(score_pairs(pairs)) == [score_pair(*pair) for pair in pairs]


def test_the_reasons_name_what_is_shared_and_what_is_left_over() -> None:
    assert explain_pair("Ada B. Holm", "Ada Holm", "PERSON") == "both have ada; both have holm; only the first has b"


def test_words_keep_apostrophes_and_part_at_hyphens() -> None:
    assert words_of("O’Neill-Żak") == ("oneill", "zhak")
    assert latin("İstanbul ı") == "istanbul i"


@given(st.text(max_size=30), st.text(max_size=30), st.sampled_from(["PERSON", "ORG", None]))
@settings(max_examples=80, deadline=None)
def test_a_score_is_a_share_and_does_not_depend_on_the_order(left: str, right: str, kind: str | None) -> None:
    score = score_pair(left, right, kind)
    assert 0 <= score <= 1
    assert score == pytest.approx(score_pair(right, left, kind))
