"""What happened when: one entry a happening, in order of its days."""

from dataclasses import replace
from datetime import date

import pytest

from rashomon.records import Event, Finding, Publication, Statement, Words
from rashomon.story.claims import Claims
from rashomon.story.timeline import background, make_timeline

from .events_told import documents, event, timeline

FIRE = event(
    "a", "A blaze destroyed the old mill in Odrin on Friday", "destroyed", day=2, actor_text="A blaze", place="odrin"
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


def test_what_its_sentence_tells_of_another_day_is_no_summary():
    text = "The guild on Friday closed the port after the May 2 raid on its oldest ships."
    closed = event("a", text[:35], "closed", day=9, actor_text="The guild")
    raid = event("a", "the May 2 raid on its oldest ships", "raid", day=2, at=text.index("the May"))
    (document,) = documents(closed)
    entries = make_timeline((replace(document, text=text),), Claims(events=(closed, raid)), ())
    assert [entry.summary for entry in entries] == [
        "The May 2 raid on its oldest ships",
        "The guild on Friday closed the port",
    ]


def test_a_few_words_are_told_by_their_sentence():
    text = "The zoo opens today, though its lions will be kept within."
    told = event("a", "The zoo opens today", "opens", day=2, actor_text="The zoo")
    (document,) = documents(told)
    (entry,) = make_timeline((replace(document, text=text),), Claims(events=(told,)), ())
    assert entry.summary == text


def test_a_saying_whose_words_are_cut_off_is_told_by_its_sentence():
    text = "The firm confirmed on Monday that it had lost the letters."
    told = event("a", "The firm confirmed", "confirmed", day=5, actors=("firm",), actor_text="The firm")
    (document,) = documents(told)
    (entry,) = make_timeline((replace(document, text=text),), Claims(events=(told,)), ())
    assert entry.summary == text


def test_a_saying_is_told_with_what_was_said():
    text = "The mayor announced on Friday that the mill will be built anew."
    told = event("a", text[:29], "announced", day=2, actors=("mayor",))
    said = Statement("s", "a", 30, 62, text[30:62], "indirect", cue=Words(10, 19, "announced"))
    (document,) = documents(told)
    (entry,) = make_timeline((replace(document, text=text),), Claims(events=(told,), statements=(said,)), ())
    assert entry.summary == text.rstrip(".")


def test_what_one_time_is_told_of_is_one_entry():
    went = event("a", "The garrison left the fort", "left", day=2, actor_text="The garrison")
    lit = event("a", "setting it on fire", "setting", at=28, day=2)
    assert [entry.summary for entry in timeline(went, lit)] == ["The garrison left the fort"]


def test_the_same_words_in_another_report_are_the_same_happening():
    left = event("a", "The old bridge over the Velm was closed to carts on Friday", "closed", day=2)
    right = event("b", "On Friday the old bridge over the Velm was closed to all carts", "closed", day=2)
    assert [entry.documents for entry in timeline(left, right)] == [2]


def test_a_happening_is_one_entry_in_other_words_too_unless_others_do_it():
    crowds = event("a", "Thousands of revellers will descend on the harbour of Odrin for the regatta", "descend", day=2)
    again = event("b", "Thousands of revellers may flock to the harbour for the long autumn regatta", "flock", day=2)
    assert [entry.documents for entry in timeline(crowds, again)] == [2]
    guild, crew = replace(crowds, actors=("guild",)), replace(again, actors=("crew",))
    assert [entry.documents for entry in timeline(guild, crew)] == [1, 1]


def test_a_line_that_leans_on_another_is_no_summary_beside_one_that_does_not():
    named = event("a", "The divers of Odrin were held at the old bridge", "held", day=2, actor_text="divers")
    leaning = event("b", "They were held at the old bridge of Odrin", "held", day=2, actor_text="They")
    assert [entry.summary for entry in timeline(named, leaning)] == [named.text]


def test_one_sort_of_deed_of_one_day_is_one_happening_unless_it_befalls_others():
    def killed(document: str, whom: str):
        words = f"the {whom} {document} died when {document * 4} fell upon {document * 5}"
        return event(document, words, "died", day=2, recipients=(whom,))

    assert len(timeline(killed("a", "miller"), killed("b", "miller"))) == 1
    assert len(timeline(killed("a", "miller"), killed("b", "ferryman"))) == 2


def test_other_days_are_another_entry():
    assert len(timeline(FIRE, event("b", FIRE.text, "destroyed", day=3))) == 2


def test_a_gallery_tells_of_no_happening():
    assert timeline(event("a", "4/16 Children pray in a tent in Odrin", "pray", day=2)) == ()


def test_words_without_a_subject_are_told_by_their_sentence():
    text = "ODRIN (Herald) - The guild rose on Friday, killing six. The mayor fled."
    start = text.index("killing")
    told = event("a", "killing six", "killing", at=start, day=2)
    (document,) = documents(told)
    (entry,) = make_timeline((replace(document, text=text),), Claims(events=(told,)), ())
    assert entry.summary == "The guild rose on Friday, killing six."


def test_a_name_goes_before_a_pronoun():
    named = event("a", "Anna Vary left the council in Odrin", "left", day=2, actors=("vary",), actor_text="Anna Vary")
    pronoun = event("b", "She left the council in Odrin for good", "left", day=2, actors=("vary",), actor_text="She")
    assert [entry.summary for entry in timeline(named, pronoun)] == [named.text]


def test_nothing_has_no_timeline():
    assert make_timeline((), Claims(), ()) == ()


def interval(document: str, text: str, trigger: str, first: int, last: int, **fields: object) -> Event:
    days = {"earliest": date(2031, 5, first), "latest": date(2031, 5, last), "when": f"{document}-vague"}
    return event(document, text, trigger, **{**days, **fields})


BANK = event("a", "Rebels robbed the bank of Odrin on May 4", "robbed", day=4, actors=("rebels",), recipients=("bank",))
VAGUE = "Rebels robbed the bank of Odrin early in May"


def test_a_happening_told_with_a_vague_interval_joins_the_day_in_it():
    vague = interval("b", VAGUE, "robbed", 1, 10, actors=("rebels",), recipients=("bank",))
    (entry,) = timeline(BANK, vague)
    assert (entry.earliest, entry.latest, entry.documents) == (date(2031, 5, 4), date(2031, 5, 4), 2)
    assert entry.summary == BANK.text


@pytest.mark.parametrize(
    ("first", "last", "fields"),
    [
        (11, 20, {"actors": ("rebels",), "recipients": ("bank",)}),  # the day lies outside
        (1, 10, {"actors": ("soldiers",), "recipients": ("bank",)}),  # others did it
        (1, 31, {"actors": ("rebels",), "recipients": ("bank",)}),  # a month has room for two
    ],
)
def test_a_vague_interval_joins_no_day_of_another_happening(first: int, last: int, fields: dict[str, object]):
    assert len(timeline(BANK, interval("b", VAGUE, "robbed", first, last, **fields))) == 2


def test_a_vague_interval_with_two_such_days_in_it_stays_as_it_is():
    again = event("c", BANK.text.replace("4", "7"), "robbed", day=7, actors=("rebels",), recipients=("bank",))
    vague = interval("b", VAGUE, "robbed", 1, 10, actors=("rebels",), recipients=("bank",))
    assert [(entry.earliest.day, entry.latest.day) for entry in timeline(BANK, again, vague)] == [
        (1, 10),
        (4, 4),
        (7, 7),
    ]


def test_what_one_report_has_somebody_say_on_a_day_is_one_entry():
    first = event("a", "Verrin said on Monday the mill is lost", "said", day=5, actors=("verrin",))
    then = event("a", "Verrin added that nobody was hurt", "added", day=5, at=60, actors=("verrin",))
    other = event("a", "Ostrov said nothing on Monday", "said", day=5, at=120, actors=("ostrov",))
    assert len(timeline(first, then)) == 1
    assert len(timeline(first, replace(other, when="a-other"))) == 2


def test_what_led_to_a_story_is_background():
    published = Publication(date(2031, 5, 6), date(2031, 5, 6), "given")
    reports = tuple(replace(document, published=published) for document in documents(FIRE, SPEECH))
    year = {"when": "y", "earliest": date(2029, 1, 1), "latest": date(2029, 12, 31)}
    old = event("a", "The mill of Odrin had been bought in 2029", "bought", at=200, actor_text="The mill", **year)
    entries = make_timeline(reports, Claims(events=(FIRE, SPEECH, old)), ())
    past = background(entries, reports, (FIRE, SPEECH, old))
    assert [entry.summary for entry in past] == [old.text]
