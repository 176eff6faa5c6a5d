"""Records as rows."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.records import (
    Boilerplate,
    Days,
    Document,
    Entity,
    Figure,
    Mention,
    Publication,
    Span,
    Statement,
    Time,
    TimelineEntry,
    Words,
)
from rashomon.store.rows import columns, from_row, to_row

DAY = date(2031, 3, 3)
RECORDS = [
    Document("d", "d.txt", "", "text", extra={"mood": None, "tags": ["a"]}, boilerplate=(Boilerplate(0, 2, "notice"),)),
    Document(
        "d", "d.txt", "", "", published=Publication(DAY, None, "stated", (Span(0, 9),), "told"), problems=("odd",)
    ),
    Statement("s", "d", 0, 4, "text", "direct"),
    Statement("s", "d", 0, 4, "text", "mixed", speaker_span=Span(0, 2), cue=Words(0, 1, "t"), made=Days(DAY, DAY)),
    Entity("e", "PERSON", "Ilona Verrin", aliases=("Verrin",), latitude=1.5, why=("one surname",)),
    Time("t", "d", 0, 4, "text", "DATE", "2031"),
    TimelineEntry(DAY, DAY, "A ferry sank", ("e",), 2, 1, True),
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_a_record_survives_its_row(record):
    assert from_row(type(record), to_row(record)) == record


@given(st.none() | st.integers(-(10**30), 10**30).map(Decimal) | st.integers(0, 999).map(lambda n: Decimal(n) / 8))
def test_a_count_of_any_size_survives_its_row(count):
    figure = Figure("f", "d", 0, 1, "1", "killed", "exactly", count, None)
    assert from_row(Figure, to_row(figure)) == figure


def test_an_inner_record_is_columns_of_its_own():
    names = [column.name for column in columns(Statement)]
    assert names[7:14] == [
        "speaker_text",
        "speaker_span_start",
        "speaker_span_end",
        "cue_start",
        "cue_end",
        "cue_text",
        "stance",
    ]


def test_mentions_have_a_table_of_their_own():
    assert "mentions" not in [column.name for column in columns(Entity)]
    assert "entity" not in [column.name for column in columns(Mention)]


def test_what_is_internal_is_not_stored():
    assert "meaning" not in [column.name for column in columns(Time)]
