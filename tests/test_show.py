"""What a person wants first."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from rashomon.dossier import Dossier, Problem, Tool
from rashomon.records import Days, Document, Entity, Figure, Finding, Passage, Relay, Statement, Story, Voice
from rashomon.show import account_of, value_of

MONDAY, FRIDAY = (Days(date(2031, 3, day), date(2031, 3, day)) for day in (3, 7))


def figure(id, low, day=MONDAY, **more):
    fields = {"measure": "killed", "relation": "exactly", "low": Decimal(low), "high": Decimal(low), "as_of": day}
    return Figure(id, "d", 0, 4, "text", **{**fields, **more})


DOSSIER = Dossier(
    tool=Tool("rashomon", "1", ""),
    documents=(
        Document("d", "d.txt", "", "text", outlet="The Courier", story="s", problems=("half of it is missing",)),
        Document("e", "e.txt", "", "text", story="s"),
    ),
    stories=(Story("small", "A fair", ("e",)), Story("s", "A ferry sank", ("d", "e"), origins=2)),
    entities=(Entity("verrin", "PERSON", "Ilona Verrin"), Entity("guard", "ORG", "Coast Guard")),
    statements=(
        Statement("a1", "d", 0, 4, "All is well", "direct", speaker="verrin"),
        Statement("a2", "d", 0, 4, "The lights were on", "direct", speaker="verrin", stance="denies"),
        Statement("b1", "e", 0, 4, "They were off", "indirect", speaker="guard"),
        Statement("c1", "e", 0, 4, "Who knows", "direct", speaker_text="a passer-by"),
    ),
    figures=(
        figure("f2", 7, FRIDAY, source="guard"),
        figure("f1", 4),
        figure("f3", 9, group="children"),
        figure("f4", 1, polarity="denied"),
    ),
    findings=(
        Finding("n1", "update", "figures", ("f1", "f2"), 2, "killed?", "later"),
        Finding("n2", "denial", "statements", ("a2", "b1"), 2, "the lights?", "one denies"),
    ),
    problems=(Problem("broken.html", "no text"),),
)
ACCOUNT = account_of(DOSSIER)


def test_the_story_told_by_most_comes_first():
    assert [(story.label, story.documents) for story in ACCOUNT.stories] == [
        ("A ferry sank", ("The Courier", "e.txt")),
        ("A fair", ("e.txt",)),
    ]


def test_only_what_cannot_all_be_true_is_contested():
    (point,) = ACCOUNT.contested
    assert (point.kind, point.question) == ("denial", "the lights?")
    assert [(said.who, said.words) for said in point.claims] == [
        ("Ilona Verrin", "The lights were on"),
        ("Coast Guard", "They were off"),
    ]


def test_counts_of_one_thing_stand_in_the_order_of_their_days():
    first, second = ACCOUNT.figures
    assert (first.about, [count.value for count in first.counts]) == ("people killed", ["4", "7"])
    assert (second.about, [count.value for count in second.counts]) == ("children killed", ["9"])


def test_counts_that_a_finding_compares_are_one_series():
    places = (Entity("town", "GPE", "Velsk"), Entity("land", "GPE", "Kestria"))
    figures = (
        figure("f1", 4, place="town"),
        figure("f2", 7, FRIDAY, place="land"),
        figure("f5", 8, FRIDAY, place="land"),
    )
    finding = Finding("n1", "update", "figures", ("f1", "f2"), 2, "killed?", "later")
    apart = replace(DOSSIER, entities=places, figures=figures, findings=())
    assert [series.about for series in account_of(apart).figures] == ["people killed, Kestria", "people killed, Velsk"]
    (series,) = account_of(replace(apart, findings=(finding,))).figures
    assert (series.about, [count.value for count in series.counts]) == ("people killed, Kestria", ["4", "7", "8"])


def test_what_is_denied_is_no_count():
    assert "1" not in [count.value for series in ACCOUNT.figures for count in series.counts]


def test_contested_words_of_a_voice_come_first():
    voice = ACCOUNT.voices[0]
    assert (voice.name, voice.statements, voice.documents) == ("Ilona Verrin", 2, 1)
    assert [said.words for said in voice.said] == ["The lights were on", "All is well"]


def test_a_speaker_without_a_name_is_no_voice():
    assert [voice.name for voice in ACCOUNT.voices] == ["Ilona Verrin", "Coast Guard"]


def test_what_was_not_read_is_told():
    assert ACCOUNT.problems == (Problem("broken.html", "no text"), Problem("d.txt", "half of it is missing"))


def test_an_empty_dossier_is_an_empty_account():
    account = account_of(Dossier(tool=Tool("rashomon", "1", "")))
    assert (account.documents, account.stories, account.voices) == (0, (), ())


@pytest.mark.parametrize(
    ("relation", "low", "high", "told"),
    [
        ("exactly", 12, 12, "12"),
        ("approximately", 2000, 2000, "about 2,000"),
        ("at_least", 12, None, "at least 12"),
        ("more_than", 1300, None, "more than 1,300"),
        ("at_most", None, 50, "at most 50"),
        ("less_than", None, 50, "fewer than 50"),
        ("between", 10, 20, "10 to 20"),
        ("vague", 24, 99, "24 to 99"),
        ("none", 0, 0, "0"),
        ("exactly", "1.5", "1.5", "1.5"),
        ("exactly", None, None, "an unknown number"),
    ],
)
def test_a_value_is_told_in_words(relation, low, high, told):
    low, high = (None if bound is None else Decimal(bound) for bound in (low, high))
    assert value_of(replace(figure("f", 0), relation=relation, low=low, high=high)) == told


CHAINS = replace(
    DOSSIER,
    passages=(
        Passage("p1", "e", 0, 4, "text", "d", 0, 4, 21, 0.1, "earlier"),
        Passage("p2", "e", 0, 4, "text", "d", 0, 4, 40, 0.2, "earlier"),
    ),
    voices=(
        Voice("v1", "outlet", "The Courier", None, ("d",)),
        Voice("v2", "speaker", "Ilona Verrin", "verrin"),
        Voice("v3", "outlet", "e.txt", None, ("e",)),
    ),
    relays=(
        Relay("r1", "v1", "v2", "quotes", ("a1", "a2")),
        Relay("r2", "v3", "v1", "passage", ("p1", "p2")),
        Relay("r3", "v3", "v2", "quotes", ("b1",)),
    ),
)


def test_whose_words_others_have_is_told_with_how_and_how_often():
    given = [(g.name, g.kind, [(t.name, t.way, t.times) for t in g.takers]) for g in account_of(CHAINS).givers]
    assert given == [
        ("The Courier", "outlet", [("e.txt", "passage", 2)]),
        ("Ilona Verrin", "speaker", [("The Courier", "quotes", 2), ("e.txt", "quotes", 1)]),
    ]


def test_the_longest_part_taken_over_comes_first():
    assert [(p.document, p.original, p.words) for p in account_of(CHAINS).parts] == [
        ("e.txt", "The Courier", 40),
        ("e.txt", "The Courier", 21),
    ]


def test_a_contested_point_says_what_its_origins_are():
    told = replace(DOSSIER, findings=(replace(DOSSIER.findings[1], origins_why=("one", "two")),))
    assert account_of(told).contested[0].origins_why == ("one", "two")


def test_counts_that_contradict_one_another_are_one_point():
    figures = (figure("f1", 4), figure("f2", 12), figure("f3", 7))
    pairs = [("f1", "f2"), ("f3", "f2"), ("f1", "f3")]
    findings = tuple(
        Finding(f"c{n}", "conflict", "figures", members, 2, "the dead", "differ") for n, members in enumerate(pairs)
    )
    (point,) = account_of(replace(DOSSIER, figures=figures, findings=findings)).contested
    assert point.why == "4, 7 and 12 cannot all be true"
    assert [claim.value for claim in point.claims] == ["4", "7", "12"]
