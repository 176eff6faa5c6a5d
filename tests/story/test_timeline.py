"""What happened when: one entry a happening, in order of its days."""

from dataclasses import replace
from datetime import date

from rashomon.records import Finding, Statement, Words
from rashomon.story.claims import Claims
from rashomon.story.timeline import make_timeline

from .events_told import documents, event, timeline

FIRE = event(
    "a", "A blaze destroyed the old mill in Odrin on Friday", "destroyed", day=2, type="ASSAULT", place="odrin"
)
FIRE_AGAIN = event("b", "the destruction of the mill in Odrin on May 2", "destruction", day=2, place="odrin")
SPEECH = event("a", "The mayor resigned on Monday after the fire", "resigned", day=5, at=100, actors=("mayor",))


def test_entries_follow_one_another_by_their_days():
    assert [entry.earliest for entry in timeline(SPEECH, FIRE)] == [date(2031, 5, 2), date(2031, 5, 5)]


def test_reports_of_one_happening_make_one_entry():
    (entry,) = timeline(FIRE, FIRE_AGAIN)
    assert (entry.documents, entry.origins, entry.disputed) == (2, 2, False)
    assert entry.summary == FIRE.text


def test_a_copy_is_no_second_origin():
    (entry,) = timeline(FIRE, FIRE_AGAIN, b="a")
    assert (entry.documents, entry.origins) == (2, 1)


def test_what_is_told_inside_a_clause_of_its_time_is_part_of_its_entry():
    whole = event("a", "The garrison began the withdrawal this Friday", "began", day=2)
    part = event("a", "the withdrawal", "withdrawal", at=19, day=2)
    (entry,) = timeline(whole, part)
    assert entry.events == tuple(sorted((whole.id, part.id)))
    assert entry.summary == whole.text


def test_a_happening_of_unknown_days_or_of_days_it_was_lent_is_left_out():
    lent = event("a", "The mill burned", "burned", earliest=date(2031, 5, 2), latest=date(2031, 5, 2))
    assert timeline(lent, event("a", "The mill stands", "stands", at=40)) == ()


def test_what_is_in_conflict_is_shown_as_disputed():
    conflict = Finding("f", "conflict", "dates", (FIRE.id, "other"), 2, "", "")
    entries = make_timeline(documents(FIRE, SPEECH), Claims(events=(FIRE, SPEECH)), (conflict,))
    assert [entry.disputed for entry in entries] == [True, False]


def test_a_saying_is_told_with_what_was_said():
    text = "The mayor announced on Friday that the mill will be built anew."
    told = event("a", text[:29], "announced", day=2, actors=("mayor",))
    said = Statement("s", "a", 30, 62, text[30:62], "indirect", cue=Words(10, 19, "announced"))
    (document,) = documents(told)
    (entry,) = make_timeline((replace(document, text=text),), Claims(events=(told,), statements=(said,)), ())
    assert entry.summary == text.rstrip(".")


def test_nothing_has_no_timeline():
    assert make_timeline((), Claims(), ()) == ()
