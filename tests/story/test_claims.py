"""Claims settled: entities for mentions, days for time expressions."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from rashomon.records import (
    Analysis,
    Days,
    Document,
    Event,
    Figure,
    Meaning,
    Mention,
    Publication,
    Statement,
    Time,
    Words,
)
from rashomon.story.claims import settle

DAY = date(2031, 5, 2)
DOCUMENT = Document("d", "d.txt", "", "text", published=Publication(DAY, DAY, "given"))


def settled(**claims):
    return settle([Analysis(DOCUMENT, **claims)], [DOCUMENT], {"m1": "e1"})


def statement(**fields) -> Statement:
    return Statement("s", "d", 0, 4, "text", "direct", **fields)


def test_a_mention_becomes_its_entity_and_one_of_nobody_becomes_nothing():
    (known,) = settled(statements=(statement(speaker="m1", via=("m1", "local radio")),)).statements
    assert (known.speaker, known.via) == ("e1", ("e1", "local radio"))
    (unknown,) = settled(statements=(statement(speaker="m9", speaker_text="witnesses"),)).statements
    assert (unknown.speaker, unknown.speaker_text) == (None, "witnesses")


def test_the_outlet_whose_report_it_is_hands_on_nothing_to_itself():
    own = replace(DOCUMENT, outlet="The Velsk Courier")
    paper = Mention("m1", "d", 0, 13, "Velsk Courier", "ORG")
    told = (statement(via=("m1", "local radio")), statement(via=("the Courier of Osk",)))
    found = settle([Analysis(own, (paper,), statements=told)], [own], {"m1": "e1"}).statements
    assert [said.via for said in found] == [("local radio",), ("the Courier of Osk",)]


def test_what_has_no_time_of_its_own_was_said_and_counted_when_the_report_appeared():
    figure = Figure("f", "d", 0, 1, "3", "killed", "exactly", Decimal(3), Decimal(3), statement="s")
    claims = settled(statements=(statement(),), figures=(figure,))
    assert claims.statements[0].made == Days(DAY, DAY) == claims.figures[0].as_of


def test_an_event_without_a_time_is_dated_loosely_by_its_report():
    event = Event("e", "d", 0, 4, "text", Words(0, 4, "text"), actors=("m1", "m1", "m9"))
    (found,) = settled(events=(event,)).events
    assert (found.earliest, found.date_precision, found.when, found.actors) == (DAY, 2, None, ("e1",))


def test_a_date_in_an_undated_report_lies_in_the_year_of_its_story():
    def told(id: str, published: Publication) -> Document:
        return Document(id, f"{id}.txt", "", "April 14", published=published, story="story")

    meaning = Meaning("calendar", month=4, day=14)
    time = Time("t", "undated", 0, 8, "April 14", "DATE", "XXXX-04-14", meaning=meaning)
    undated, dated = told("undated", Publication()), told("dated", Publication(DAY, DAY, "given"))
    (found,) = settle([Analysis(undated, times=(time,))], [undated, dated], {}).times
    assert (found.earliest, found.latest) == (date(2031, 4, 14), date(2031, 4, 14))
    (alone,) = settle([Analysis(undated, times=(time,))], [undated], {}).times
    assert alone.earliest is None
