"""Pairs that are alike: all those of near days, and of far days those that share rare words."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.article.fingerprint import fingerprint_of
from rashomon.records import Analysis, Document
from rashomon.story.alike import NEAR, RARE, alike
from rashomon.story.vectors import Counts, products

VOCABULARY = ("ferry", "harbour", "wreck", "tug", "captain", "bank", "rate", "bonds", "prices", "the", "of")
WORDS = st.lists(st.sampled_from(VOCABULARY), max_size=12)
START = date(2031, 5, 1)
DAYS = st.none() | st.sampled_from([START, START + timedelta(days=NEAR), date.min, date.max])


def vectors(texts):
    counts = Counts()
    for n, text in enumerate(texts):
        counts.add(fingerprint_of(Analysis(Document(id=f"d{n}", source="", sha256="", text=text))).terms)
    return counts.vectors()


@given(st.lists(st.tuples(WORDS.map(" ".join), DAYS), max_size=8), st.sampled_from([0.05, 0.2, 0.5]))
def test_of_few_reports_all_pairs_that_are_alike_are_found_and_no_others(reports, least):
    told = vectors([text for text, _ in reports])
    expected = {(a, b): products(told[a], [told[b]])[0] for a, b in combinations(range(len(told)), 2)}
    found = {(a, b): value for a, b, value in alike(told, [day for _, day in reports], least)}
    assert found == pytest.approx({pair: value for pair, value in expected.items() if value >= least})


def test_of_far_days_a_word_that_many_reports_have_makes_no_pair_and_a_rare_one_does():
    # Some seventy of four hundred reports have one word; the first and the last of these a rare one besides.
    sharing = RARE + 10
    own = ["b" + chr(ord("a") + n // 26) + chr(ord("a") + n % 26) for n in range(400)]  # each report's own word
    texts = [f"ferry {'gull' if n in (0, sharing - 1) else own[n]}" for n in range(sharing)]
    told = vectors([*texts, *own[sharing:]])
    far = [START + timedelta(days=n * (NEAR + 1)) for n in range(400)]
    assert [pair[:2] for pair in alike(told, far, 0.2)] == [(0, sharing - 1)]
    assert len(list(alike(told, [START] * 400, 0.02))) == sharing * (sharing - 1) // 2
