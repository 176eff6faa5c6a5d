"""Counts of many reports: agreement, update, conflict, and only like with like."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.records import Days, Document, Entity, Figure, Finding, Mention, Time
from rashomon.story.claims import Claims
from rashomon.story.findings.figures import figure_findings
from rashomon.story.origins import grounded
from rashomon.story.sources import Sources

from ..counts import PLACES, count, january, report


def found(documents: Iterable[Document], figures: Iterable[Figure]) -> tuple[Finding, ...]:
    told, claims = tuple(documents), Claims(figures=tuple(figures))
    return grounded(figure_findings(told, claims, PLACES), claims, Sources({d.id: d for d in told}))


def kinds(documents: Iterable[Document], figures: Iterable[Figure]) -> list[str]:
    return sorted(finding.kind for finding in found(documents, figures))


def test_two_counts_for_one_day_that_cannot_both_be_true_are_a_conflict() -> None:
    a, b = report("a"), report("b")
    (finding,) = found([a, b], [count(a, 12, source_text="the ministry"), count(b, 13, source_text="a broadcaster")])
    assert finding.kind == "conflict"
    assert finding.question == "people killed in Marville"
    assert "12 by the ministry" in finding.why
    assert "6 May 2031" in finding.why


def test_a_later_and_higher_count_is_an_update_from_the_earlier() -> None:
    a, b = report("a", 6), report("b", 15)
    first, second = count(a, 12), count(b, 17)
    (finding,) = found([b, a], [second, first])
    assert (finding.kind, finding.members) == ("update", (first.id, second.id))


def test_a_count_long_after_that_is_lower_is_told_as_revised_down() -> None:
    a, b = report("a", 6), report("b", 25)
    (finding,) = found([a, b], [count(a, 80), count(b, 71)])
    assert finding.kind == "update"
    assert "revised down" in finding.why


def test_a_lower_count_of_another_voice_on_the_next_day_is_a_conflict() -> None:
    a, b = report("a", 6), report("b", 7)
    assert kinds([a, b], [count(a, 80), count(b, 77)]) == ["conflict"]


def test_an_update_goes_from_each_count_to_the_next_only() -> None:
    reports = [report(name, day) for name, day in (("a", 6), ("b", 12), ("c", 20))]
    figures = [count(r, n) for r, n in zip(reports, (10, 20, 30), strict=True)]
    assert [f.members for f in found(reports, figures) if f.kind == "update"] in (
        [(figures[0].id, figures[1].id), (figures[1].id, figures[2].id)],
        [(figures[1].id, figures[2].id), (figures[0].id, figures[1].id)],
    )


def test_counts_of_one_day_follow_one_another_where_a_report_says_that_the_toll_rose() -> None:
    a, b = report("a", text="The death toll grew through the night."), report("b")
    assert kinds([a, b], [count(a, 73), count(b, 77)]) == ["update"]


BODIES = (Entity("ministry", "ORG", "Ministry of Mines"), Entity("union", "ORG", "Hewers' Union"))


def test_two_bodies_that_count_apart_contradict_one_another_even_while_the_toll_rises() -> None:
    a, b = report("a", text="The death toll rose again."), report("b")
    figures = [
        count(a, 11, source="ministry", source_text="the ministry"),
        count(b, 13, source="union", source_text="the union"),
    ]
    (finding,) = figure_findings((a, b), Claims(figures=tuple(figures)), (*PLACES, *BODIES))
    assert finding.kind == "conflict"


def test_a_round_up_of_several_affairs_answers_no_question_unless_others_bear_it_out() -> None:
    a, b, listing = report("a"), report("b"), report("listing")
    figures = [count(a, 50), count(b, 50), *(count(listing, n) for n in (12, 26, 49, 50))]
    listed = [count(listing, 9, measure="injured"), count(a, 400, measure="injured")]
    (finding,) = found([a, b, listing], [*figures, *listed])
    assert (finding.kind, finding.origins) == ("agreement", 3)


def test_of_two_counts_of_one_report_the_one_that_others_tell_stands() -> None:
    a, b = report("a"), report("b")
    assert kinds([a, b], [count(a, 3), count(a, 84), count(b, 84)]) == ["agreement"]


def test_those_of_a_nation_or_a_trade_are_compared_with_their_like_only() -> None:
    reports = [report(name) for name in "abc"]
    whole = [count(r, 12) for r in reports]
    assert kinds(reports, [*whole, count(reports[0], 10, group_text="Orlanders")]) == ["agreement"]
    pilots = [count(reports[0], 2, group_text="local pilots"), count(reports[1], 3, group_text="local pilots")]
    assert kinds(reports, [*whole, *pilots]) == ["agreement", "conflict"]


def test_where_most_reports_count_miners_the_miners_are_the_people() -> None:
    reports = [report(name, day) for name, day in (("a", 6), ("b", 7), ("c", 12))]
    miners = [count(r, 9, group_text="miners") for r in reports[:2]]
    assert "update" in kinds(reports, [*miners, count(reports[2], 17)])


def test_what_befell_them_sets_nobody_apart() -> None:
    a, b = report("a"), report("b")
    assert kinds([a, b], [count(a, 12, group_text="deaths"), count(b, 12, group_text="other victims")]) == ["agreement"]


def test_a_vague_word_is_no_rival_of_a_somewhat_larger_number() -> None:
    a, b = report("a"), report("b")
    assert kinds([a, b], [count(a, 40, 99, relation="vague"), count(b, 120)]) == []


def test_a_headlines_bare_number_is_the_bound_that_its_report_gives() -> None:
    a, b = replace(report("a", text="Nothing. Blast kills some."), title="Nothing."), report("b")
    headline, body = count(a, 2), replace(count(a, 2, None), start=10, end=17)
    assert "conflict" not in kinds([a, b], [headline, body, count(b, 4)])
    assert "conflict" in kinds([a, b], [headline, count(b, 4)])


def test_a_headlines_bare_number_is_of_whom_its_report_names() -> None:
    reports = [replace(report(name, None, text="Nothing. The rest."), title="Nothing.") for name in "ab"]
    figures: list[Figure] = []
    for told_by, number in zip(reports, (25, 27), strict=True):
        body = replace(count(told_by, number, source_text="the police"), start=10, end=17)
        figures += [count(told_by, number), body]
    assert set(kinds(reports, figures)) == {"agreement", "update"} - {"agreement"}


def test_one_disagreement_of_many_voices_is_told_once() -> None:
    reports = [report(name) for name in "abcd"]
    voices = ("a union", "a mayor", "a clerk")
    figures = [count(r, 2, source_text=v) for r, v in zip(reports, voices, strict=False)]
    assert kinds(reports, [*figures, count(reports[3], 0, relation="none")]).count("conflict") == 1


def test_of_reports_without_a_day_three_numbers_are_a_count_that_grew_and_two_a_disagreement() -> None:
    reports = [report(name, None) for name in "abc"]
    figures = [count(r, number) for r, number in zip(reports, (50, 58, 59), strict=True)]
    assert set(kinds(reports, figures)) == {"update"}
    assert kinds(reports[:2], figures[:2]) == ["conflict"]


def test_victims_may_be_the_dead_or_the_hurt_and_contradict_nothing() -> None:
    a, b = report("a"), report("b")
    assert kinds([a, b], [count(a, 5, measure="casualties"), count(b, 12, measure="casualties")]) == []


def test_a_later_count_within_an_upper_bound_is_no_update() -> None:
    a, b = report("a", 6), report("b", 7)
    assert "update" not in kinds([a, b], [count(a, None, 32, relation="at_most"), count(b, 6)])


def test_an_unknown_village_the_country_and_the_suburb_are_one_place_but_a_far_city_is_not() -> None:
    village = Entity("village", "GPE", "Little Orve")
    suburb = Entity("suburb", "GPE", "Eastgate", country="XA", latitude=1.1, longitude=1.1)
    reports = [report(name) for name in "abcde"]
    figures = [count(r, 12) for r in reports[:3]]
    for place, wanted in ((suburb, 4), (village, 4), (PLACES[2], 4), (PLACES[1], 3)):
        claims = Claims(figures=(*figures, count(reports[3], 12, place=place.id)))
        mentions = tuple(named(r, place) for r in reports)
        known = tuple(e for e in (*PLACES, village, suburb) if e.id != place.id)
        (finding,) = figure_findings(tuple(reports), claims, (*known, replace(place, mentions=mentions)))
        assert len(finding.members) == wanted, place.name


def named(document: Document, place: Entity) -> Mention:
    """A mention of a place in a report."""
    return Mention(f"{document.id}-{place.id}", document.id, 0, 7, "Nothing", "GPE")


def test_equal_counts_of_two_reports_agree_and_rest_on_two_origins() -> None:
    a, b = report("a"), report("b")
    (finding,) = found([a, b], [count(a, 12), count(b, 12)])
    assert (finding.kind, finding.origins) == ("agreement", 2)


def test_a_copy_adds_no_origin() -> None:
    a, b = report("a"), report("b", copy_of="a")
    (finding,) = found([a, b], [count(a, 12), count(b, 12)])
    assert finding.origins == 1


def test_dozens_and_a_number_within_agree_and_the_number_refines_them() -> None:
    a, b = report("a"), report("b")
    assert kinds([a, b], [count(a, 24, 99, relation="vague"), count(b, 26)]) == ["agreement", "refinement"]


@pytest.mark.parametrize(
    "other",
    [
        {"measure": "injured"},
        {"group": "soldiers", "group_text": "soldiers"},
        {"place": "orland"},
        {"scope": "part"},
        {"scope": "additional"},
        {"polarity": "denied"},
        {"group_text": "tourists"},
        {"unit": "dollar"},
    ],
)
def test_unlike_counts_are_not_compared(other: dict[str, str]) -> None:
    a, b = report("a"), report("b")
    assert kinds([a, b], [count(a, 12), count(b, 3, **other)]) == []


def test_a_town_may_count_more_than_its_country_only_by_contradicting_it() -> None:
    a, b, c = report("a"), report("b"), report("c")
    main = [count(a, 12, place="westland"), count(b, 12, place="westland")]
    assert "conflict" in kinds([a, b, c], [*main, count(c, 13)])
    assert "conflict" not in kinds([a, b, c], [*main, count(c, 11)])


def test_the_country_told_for_its_main_town_is_compared_with_it() -> None:
    a, b, c = report("a"), report("b"), report("c")
    figures = [count(a, 12), count(b, 12), count(c, 13, place="westland")]
    assert "conflict" in kinds([a, b, c], figures)


def test_history_stays_out_of_the_present_affair_but_agrees_with_itself() -> None:
    a, b = report("a"), report("b")
    past = {"when": "time", "as_of": january(2030)}
    figures = [count(a, 12), count(a, 130, **past), count(b, 130, **past)]
    assert kinds([a, b], figures) == ["agreement"]


def test_other_stories_are_not_compared() -> None:
    a = report("a")
    b = Document("b", "b", "", "Nothing else.", language="en", published=a.published, story="another affair")
    assert kinds([a, b], [count(a, 12), count(b, 13)]) == []


def test_one_voice_that_gives_two_counts_in_one_text_is_left_alone() -> None:
    a = report("a")
    assert kinds([a], [count(a, 12), count(a, 3)]) == []


def test_amounts_are_compared_in_their_unit_and_told_with_it() -> None:
    a, b, c = report("a"), report("b"), report("c")
    amount = {"measure": "damage", "group": None, "group_text": None}
    figures = [
        count(a, 5, unit="dollar", **amount),
        count(b, 9, unit="dollar", **amount),
        count(c, 40, unit="euro", **amount),
    ]
    (finding,) = found([a, b, c], figures)
    assert (finding.kind, finding.question) == ("conflict", "damage (dollar) in Marville")
    assert "5 dollar" in finding.why


@pytest.mark.parametrize("measure", ["distance", "killed overall"])
def test_amounts_of_this_or_that_contradict_nothing(measure: str) -> None:
    a, b = report("a"), report("b")
    assert kinds([a, b], [count(a, 5, measure=measure), count(b, 12, measure=measure)]) == []


@given(st.permutations(range(6)), st.lists(st.integers(1, 30), min_size=6, max_size=6))
@settings(max_examples=40, deadline=None)
def test_the_order_of_the_reports_changes_nothing(order: list[int], values: list[int]) -> None:
    reports = [report(f"r{i}", 5 + i % 3) for i in range(6)]
    figures = [count(r, n) for r, n in zip(reports, values, strict=True)]
    assert found(reports, figures) == found([reports[i] for i in order], [figures[i] for i in order])


def test_history_told_by_its_year_stays_out_of_an_affair_that_nothing_dates() -> None:
    a, b = report("a", None), report("b", None)
    old = count(b, 1100, when="time", as_of=Days(date(1994, 1, 1), date(1994, 12, 31)))
    assert kinds([a, b], [count(a, 61), old]) == []


def test_the_missing_grow_fewer_in_reports_without_a_day() -> None:
    a, b = report("a", None, "The death toll was rising."), report("b", None)
    (finding,) = found([a, b], [count(a, 38, measure="missing"), count(b, 55, measure="missing")])
    assert finding.why == "55, then 38"


def test_the_opposition_s_count_is_no_later_stage_of_the_official_one() -> None:
    a, b = report("a", None, "The death toll was rising."), report("b", None)
    assert kinds([a, b], [count(a, 61), count(b, 90, source_text="the opposition")]) == ["conflict"]


def test_what_came_on_top_tells_which_of_two_counts_is_the_later() -> None:
    a, b = report("a", None), report("b", None)
    figures = [count(a, 23), count(b, 39), count(b, 16, scope="additional")]
    assert kinds([a, b], figures) == ["update"]


def test_the_evening_s_count_follows_the_morning_s_of_one_day() -> None:
    a, b = report("a"), report("b")
    hours = (Time("am", "a", 0, 1, "x", "TIME", "2031-05-06TMO"), Time("pm", "b", 0, 1, "x", "TIME", "2031-05-06TEV"))
    counts = (count(a, 13, when="am", source_text="a"), count(b, 14, when="pm", source_text="b"))
    (finding,) = figure_findings((a, b), Claims(times=hours, figures=counts), PLACES)
    assert (finding.kind, finding.members) == ("update", (counts[0].id, counts[1].id))


def test_two_voices_of_one_report_differ_though_another_report_tells_of_a_rising_toll() -> None:
    rival, rising = report("a"), report("b", text="The death toll rose.")
    figures = [count(rival, 13, source_text="the ministry"), count(rival, 31, source_text="an aid group")]
    assert kinds([rival, rising], figures) == ["conflict"]


def test_amounts_far_apart_are_of_two_things_though_a_bound_allows_them_to_be_one() -> None:
    a, b = report("a"), report("b")
    bill = {"measure": "cost", "unit": "dollar", "group": None, "group_text": None}
    assert kinds([a, b], [count(a, 42_000, None, **bill), count(b, 284_000_000, **bill)]) == []
    assert "agreement" in kinds([a, b], [count(a, 42_000, None, **bill), count(b, 84_000, **bill)])


def test_counts_of_an_affair_whose_dead_were_counted_anew_follow_one_another() -> None:
    reports = [report(name, None) for name in "abc"]
    dead = [count(r, n) for r, n in zip(reports, (2, 3, 4), strict=True)]
    moved = [count(reports[0], 8000, measure="displaced"), count(reports[1], 9300, measure="displaced")]
    assert "conflict" not in kinds(reports, [*dead, *moved])
    assert kinds(reports, moved) == ["conflict"]


def test_what_may_be_is_no_conflict_with_what_is_in_one_report() -> None:
    a = report("a")
    figures = [count(a, 38, source_text="the ministry"), count(a, 50, source_text="a guard", polarity="unconfirmed")]
    assert kinds([a], figures) == []


def test_what_may_be_more_follows_no_toll() -> None:
    a, b = report("a", 6), report("b", 15)
    assert kinds([a, b], [count(a, 84), count(b, 1000, None, polarity="unconfirmed")]) == []
    assert kinds([a, b], [count(a, 84, polarity="unconfirmed"), count(b, 1000, None)]) == ["update"]


def test_crowds_of_reports_without_a_day_are_as_likely_of_two_rallies() -> None:
    a, b = report("a", None), report("b", None)
    assert kinds([a, b], [count(a, 4000, measure="participants"), count(b, 60000, measure="participants")]) == []
    a, b = report("a"), report("b")
    assert kinds([a, b], [count(a, 4000, measure="participants"), count(b, 60000, measure="participants")]) == [
        "conflict"
    ]


def test_a_lowered_toll_follows_the_higher_one_where_no_day_is_told() -> None:
    a, b, c = report("a", None), report("b", None), report("c", None, "The agency revised down its count of dead.")
    figures = [count(a, 40), count(b, 60), replace(count(c, 54), start=35, end=40)]
    steps = {(f.members[0], f.members[1]) for f in found([a, b, c], figures) if f.kind == "update"}
    assert (figures[1].id, figures[2].id) in steps
    assert (figures[2].id, figures[1].id) not in steps


def test_the_last_count_stands_beside_the_earlier_one_of_its_report() -> None:
    a, b = report("a", 7, "Earlier, 41 were told; now it is more."), report("b", 6)
    earlier = replace(count(a, 41), start=9, end=11)
    latest = replace(count(a, 58), start=30, end=32)
    told = [(f.kind, f.members) for f in found([a, b], [latest, earlier, count(b, 41)])]
    assert any(kind == "update" and members[1] == latest.id for kind, members in told)


def test_a_lower_bound_bears_out_no_toll_of_another_affair() -> None:
    a, b = report("a"), report("b")
    figures = [count(a, 18), count(a, 301), count(b, 12, None)]
    assert not any(figures[1].id in finding.members for finding in found([a, b], figures))


def test_a_month_years_before_the_affair_is_history_in_a_report_without_a_day_too() -> None:
    a, b = report("a"), report("b", None)
    assert kinds([a, b], [count(a, 9), count(b, 20, when="b-time", as_of=january(2018))]) == []


def test_what_one_report_tells_as_earlier_comes_before_what_another_tells() -> None:
    a, b = report("a", text="Local media had earlier told of 11 dead."), report("b")
    first, later = replace(count(a, 11), start=32, end=34), count(b, 9)
    assert [(f.kind, f.members) for f in found([a, b], [first, later])] == [("update", (first.id, later.id))]


def test_what_a_report_without_a_day_tells_as_earlier_may_follow_what_others_tell() -> None:
    a, b = report("a", None, "The governor had earlier told of 12 dead."), report("b")
    figures = [replace(count(a, 12), start=33, end=35), replace(count(a, 15), start=40, end=41), count(b, 8)]
    steps = [f.members for f in found([a, b], figures) if f.kind == "update"]
    assert (figures[0].id, figures[2].id) not in steps


def test_another_affair_that_is_recalled_a_week_after_it_is_not_compared() -> None:
    a, b = report("a", 16), report("b", 17)
    recalled = count(a, 5, when="t", as_of=Days(date(2031, 5, 8), date(2031, 5, 8)))
    assert kinds([a, b], [recalled, count(b, 12)]) == []


def test_a_count_of_a_day_long_before_is_of_the_affair_where_others_tell_the_number_without_a_day() -> None:
    a, b = report("a", 16), report("b", 17)
    dated = count(a, 12, when="t", as_of=Days(date(2031, 5, 8), date(2031, 5, 8)))
    assert kinds([a, b], [dated, count(b, 12)]) == ["agreement"]


def test_the_day_of_the_deed_that_most_reports_tell_is_of_the_affair_though_they_come_late() -> None:
    a, b = report("a", 16), report("b", 18)
    day = Days(date(2031, 5, 8), date(2031, 5, 8))
    assert kinds([a, b], [count(a, 5, when="t", as_of=day), count(b, 12, when="u", as_of=day)]) == ["update"]


def test_the_day_of_the_deed_is_no_day_of_a_count_in_a_report_that_nothing_dates() -> None:
    a, b, c, d = report("a", 6), report("b", 7), report("c", 8), report("d", None)
    deed = Days(date(2031, 5, 6), date(2031, 5, 6))
    dated = [count(a, 39), count(b, 50), count(c, 52)]
    last = count(d, 57, when="t", as_of=deed)
    against = [f.kind for f in found([a, b, c, d], [*dated, last]) if last.id in f.members]
    assert set(against) == {"update"}


def children_among(all_told: int, children: int, day: int, words: str = "including five children.") -> list[Figure]:
    """The dead of a report with the children among them."""
    document = report(f"r{day}", day, f"Nothing {words}")
    start = document.text.index("five")
    kind = count(document, children, scope="part", group="children", group_text="children")
    return [count(document, all_told), replace(kind, start=start, end=start + len("five children"))]


def test_the_children_among_all_the_dead_are_all_the_children() -> None:
    early, late = children_among(50, 4, 6), children_among(57, 7, 8)
    reports = [report(f"r{day}", day, "Nothing including five children.") for day in (6, 8)]
    assert [f.question for f in found(reports, [*early, *late]) if f.kind == "update"].count(
        "children killed in Marville"
    ) == 1
    words = "including five children of one family."
    of_a_family = [*early, *children_among(57, 7, 8, words)]
    told = [reports[0], report("r8", 8, f"Nothing {words}")]
    assert all(f.question != "children killed in Marville" for f in found(told, of_a_family))


def test_nobody_hurt_and_the_dead_of_another_voice_cannot_both_be_true() -> None:
    a, b = report("a"), report("b")
    nobody = count(a, 0, measure="injured", relation="none", source_text="the governor")
    (finding,) = found([a, b], [nobody, count(b, 2, source_text="a medic")])
    assert (finding.kind, finding.question) == ("conflict", "people injured or not in Marville")
    assert set(finding.members) == {nobody.id, count(b, 2, source_text="a medic").id}


def test_nobody_hurt_on_the_day_before_is_followed_by_the_dead() -> None:
    a, b = report("a", 6), report("b", 7)
    nobody = count(a, 0, measure="casualties", relation="none", source_text="the governor")
    assert kinds([a, b], [nobody, count(b, 2)]) == ["update"]


def test_who_counts_dead_and_nobody_hurt_speaks_of_two_places() -> None:
    a, b = report("a"), report("b")
    nobody = count(a, 0, measure="injured", relation="none")
    assert "conflict" not in kinds([a, b], [nobody, count(a, 2), count(b, 2)])
    guards = count(a, 0, measure="injured", relation="none", group="police")
    assert kinds([a, b], [guards, count(b, 2)]) == []


def test_two_wordings_of_one_voice_tell_of_a_count_that_rose_within_the_day() -> None:
    a, b = report("a"), report("b")
    first = count(a, 21, source_text="the Ministry of Emergencies")
    second = count(b, 32, source_text="the country\u2019s emergencies ministry")
    assert kinds([a, b], [first, second]) == ["update"]


def test_of_one_disagreement_the_reports_with_a_day_are_shown() -> None:
    a, b, c = report("a"), report("b"), report("c", None)
    rivals = [count(a, 12, source_text="the ministry"), count(b, 67, source_text="an envoy")]
    undated = count(c, 12, source_text="the council", as_of=Days())
    (conflict,) = [f for f in found([a, b, c], [*rivals, undated]) if f.kind == "conflict"]
    assert set(conflict.members) == {one.id for one in rivals}
