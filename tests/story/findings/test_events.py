"""Findings on events: one happening in several reports, and one told with two days."""

from itertools import permutations

import pytest

from rashomon.records import Event, Time
from rashomon.story.claims import Claims
from rashomon.story.findings.events import event_findings

from ..events_told import documents, event, findings, same

ARREST = event("a", "Police arrested the printer on Friday", "arrested", day=2, type="COERCE", recipients=("printer",))
ARREST_AGAIN = event("b", "the arrest of the printer", "arrest", type="COERCE", recipients=("printer",))
PLEA = {"type": "REQUEST", "mode": "assist", "actors": ("mayor",), "recipients": ("guild",)}
ASKED = event("a", "The mayor asked the guild for help on Monday", "asked", day=5, **PLEA)
APPEALED = event("b", "Today I appealed to the guild for help", "appealed", day=6, **PLEA)


def test_one_happening_in_two_reports_is_found_whatever_its_words():
    (found,) = findings(ARREST, ARREST_AGAIN)
    assert (found.kind, found.about, found.origins) == ("same_event", "events", 2)
    assert "“Police arrested the printer on Friday” (2031-05-02) in a" in found.why


def test_one_report_alone_agrees_with_nobody():
    again = event("a", "the arrest", "arrest", at=90, recipients=("printer",))
    assert same(ARREST, again) == []


def test_another_sort_of_happening_is_another():
    assert same(ARREST, event("b", "the trial of the printer", "trial", recipients=("printer",))) == []


def test_other_days_are_another_happening():
    assert same(ARREST, event("b", "the arrest on Sunday", "arrest", day=4, recipients=("printer",))) == []


def test_other_parties_are_another_happening():
    other = event("b", "guards arrested the baker", "arrested", actors=("guards",), recipients=("baker",))
    by_police = event("a", "police arrested the printer", "arrested", actors=("police",), recipients=("printer",))
    assert same(by_police, other) == []


def test_another_place_is_another_happening():
    here = event("a", "an attack in Odrin", "attack", place="odrin")
    assert same(here, event("b", "an attack in Velmark", "attack", place="velmark")) == []
    assert len(same(here, event("b", "the attack on Odrin", "attack", place="odrin"))) == 1


def test_what_has_no_place_of_its_own_is_where_its_report_is():
    there = event("a", "an attack in Velmark", "attack", place="velmark")
    here = event("b", "an attack in Odrin", "attack", place="odrin")
    context = event("c", "the fair in Odrin", "fair", place="odrin")
    bare = event("c", "the attack", "attack", at=50)
    again = event("d", "the raid on Odrin", "raid", place="odrin")
    assert same(there, here, context, bare, again) == [(here.id, bare.id, again.id)]


def test_a_bare_mention_is_of_what_many_reports_tell():
    lines = {"a": "the raid came at dawn", "b": "nobody had foreseen any raid", "c": "smoke rose behind the raid"}
    told = [event(d, words, "raid") for d, words in lines.items()]
    assert same(*told[:2]) == []
    assert len(same(*told)) == 1


def test_another_one_of_its_sort_is_not_the_one_that_all_tell_of():
    told = [event(d, "the raid on Odrin", "raid", place="odrin") for d in "abc"]
    earlier = event("d", "an earlier raid on Odrin", "raid", place="odrin")
    (found,) = same(*told, earlier)
    assert earlier.id not in found
    again = event("e", "a previous night raid on Odrin", "raid", place="odrin")
    assert (again.id not in found) and (earlier.id, again.id) in same(*told, earlier, again)


def test_a_word_for_whatever_happened_makes_no_one_happening():
    lines = {"a": "the incident at the mill", "b": "incidents on ferries", "c": "an incident in the choir of Odrin"}
    assert same(*(event(d, words, "incident") for d, words in lines.items())) == []


def test_other_things_are_other_happenings_though_one_verb_tells_of_them():
    scarf = event("a", "Anna Vary found a scarf", "found", actors=("vary",), actor_text="Anna Vary")
    coin = event("b", "a coin of silver was found by a diver", "found", recipient_text="a coin of silver")
    assert same(scarf, coin) == []
    again = event("b", "a red scarf that Anna Vary had found", "found", actors=("vary",), actor_text="Anna Vary")
    assert same(scarf, again) == [(scarf.id, again.id)]


def test_what_may_come_is_not_what_came():
    parties = {"actors": ("guild",), "recipients": ("mayor",), "type": "SANCTION"}
    came = event("a", "the guild sued the mayor", "sued", **parties)
    may_come = event("b", "the guild may sue the mayor over the bridge", "sue", modality="possible", **parties)
    assert same(came, may_come) == []


def test_what_did_not_happen_is_not_what_happened():
    assert same(ARREST, event("b", "no arrest", "arrest", modality="denied")) == []


def test_that_somebody_said_something_is_no_happening_told_twice():
    left, right = (event(d, "The mayor said", "said", actors=("mayor",), recipients=("guild",)) for d in "ab")
    assert same(left, right) == []


def test_words_that_tell_of_much_need_their_actor_or_more_in_common():
    def told(**fields: object):
        return (event(d, "the mayor opened it", "opened", **fields) for d in "ab")

    assert same(*told(place="odrin")) == []
    assert len(same(*told(place="odrin", recipients=("bridge",)))) == 1
    assert len(same(*told(actors=("mayor",)))) == 1


def test_one_happening_told_with_two_days_is_a_conflict():
    (found,) = (f for f in findings(ASKED, APPEALED) if f.kind == "conflict")
    assert (found.about, found.origins, len(found.members)) == ("dates", 2, 2)
    assert "2031-05-05" in found.why
    assert "2031-05-06" in found.why


def test_days_far_apart_are_two_happenings():
    later = event("b", "The mayor asked the guild for help", "asked", day=29, **PLEA)
    assert [f for f in findings(ASKED, later) if f.kind == "conflict"] == []


def test_a_report_that_tells_of_both_days_tells_of_two_happenings():
    again = event("a", "The mayor asked the guild for help again on Tuesday", "asked", at=200, day=6, **PLEA)
    assert [f for f in findings(ASKED, APPEALED, again) if f.kind == "conflict"] == []


def test_what_comes_again_day_by_day_is_no_conflict():
    parties = {"type": "ASSAULT", "actors": ("rebels",), "recipients": ("garrison",)}
    first = event("a", "rebels attacked the garrison on Monday", "attacked", day=5, **parties)
    second = event("b", "rebels attacked the garrison on Tuesday", "attacked", day=6, **parties)
    assert [f for f in findings(first, second) if f.kind == "conflict"] == []


def test_another_deed_towards_the_same_is_no_conflict():
    other = event("b", "The mayor asked the guild to stop", "asked", day=6, **{**PLEA, "mode": "change"})
    assert [f for f in findings(ASKED, other) if f.kind == "conflict"] == []


def test_the_order_of_the_events_changes_nothing():
    told = (ARREST, ARREST_AGAIN, ASKED, APPEALED)
    assert len({findings(*order) for order in permutations(told)}) == 1


def days_apart(*events: Event) -> list[tuple[str, ...]]:
    return [f.members for f in findings(*events) if (f.kind, f.about) == ("conflict", "dates")]


BRIDGE = {"recipients": ("bridge",), "recipient_text": "bridge", "place": "odrin"}
FELL = event("a", "The old bridge of Odrin collapsed on Monday", "collapsed", day=5, **BRIDGE)


@pytest.mark.parametrize(
    "other",
    [
        event("b", "The bridge collapsed on Tuesday, killing four", "collapsed", day=6, **BRIDGE),
        event("b", "the collapse of the old bridge of Odrin on Tuesday", "collapse", day=6, **BRIDGE),
        event("b", "The old bridge of Odrin collapsed on Tuesday", "collapsed", day=6, recipient_text="old bridge"),
    ],
)
def test_a_plain_happening_told_with_two_days_is_a_conflict_whoever_is_named(other: Event):
    assert days_apart(FELL, other) == [tuple(sorted((FELL.id, other.id)))]


@pytest.mark.parametrize(
    "other",
    [
        event("b", "The tower collapsed on Tuesday", "collapsed", day=6, recipients=("tower",), recipient_text="tower"),
        event("b", "an inquest into the collapse on Tuesday", "collapse", day=6, place="odrin"),
        event("b", "The old bridge of Odrin was repaired on Tuesday", "repaired", day=6, recipients=("bridge",)),
        event("b", "The bridge collapsed on May 20", "collapsed", day=20, **BRIDGE),
        event("b", "The bridge may collapse", "collapse", day=6, modality="possible", **BRIDGE),
        event("a", "The bridge collapsed on Tuesday", "collapsed", day=6, at=90, **BRIDGE),
    ],
)
def test_other_happenings_other_weeks_and_one_report_alone_are_no_conflict_of_days(other: Event):
    assert days_apart(FELL, other) == []


def test_an_hour_without_its_day_contradicts_no_day():
    told = event("b", "The bridge collapsed at 3:40 a.m.", "collapsed", day=6, **BRIDGE)
    hour = Time("b-6", "b", 24, 33, "3:40 a.m.", "TIME", "2031-05-06T03:40", earliest=told.earliest, latest=told.latest)
    assert event_findings(documents(FELL, told), Claims(times=(hour,), events=(FELL, told)), ()) == ()
