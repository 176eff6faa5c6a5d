"""Records to JSON and back."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.codec import from_json, to_json
from rashomon.records import Document, Figure, Meaning, Time

COUNTS = st.none() | st.integers(0, 10**9).map(Decimal) | st.integers(0, 999).map(lambda n: Decimal(n) / 10)
FIGURES = st.builds(
    Figure,
    text=st.text(max_size=8),
    low=COUNTS,
    high=COUNTS,
    relation=st.sampled_from(["exactly", "vague"]),
    via=st.lists(st.text(max_size=4), max_size=2).map(tuple),
)


@given(FIGURES)
def test_a_record_survives_json(figure):
    assert from_json(Figure, json.loads(json.dumps(to_json(figure)))) == figure


def test_what_is_internal_is_told_only_on_request():
    time = Time("t", "d", 0, 6, "Monday", "DATE", "XXXX-WXX-1", meaning=Meaning("weekday", weekday=0))
    assert "meaning" not in to_json(time)
    assert from_json(Time, to_json(time, internal=True)) == time


def test_fields_that_a_newer_version_added_are_left_aside():
    value = {**to_json(Document("d", "d.txt", "", "text")), "mood": "calm"}
    assert from_json(Document, value).text == "text"


def test_days_are_iso_and_whole_numbers_are_whole():
    figure = Figure("f", "d", 0, 1, "1", "killed", "exactly", Decimal("1E+3"), None)
    assert json.dumps(to_json([figure.low, date(2031, 5, 2)])) == '[1000, "2031-05-02"]'


def test_what_is_no_record_is_refused():
    with pytest.raises(TypeError, match="complex"):
        to_json(1j)
