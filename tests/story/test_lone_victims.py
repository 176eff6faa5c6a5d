"""Victims told without a number, beside the counts of other reports."""

from dataclasses import replace

import pytest

from rashomon.records import Days, Figure
from rashomon.story.lone_victims import LEAD, with_scopes

from .counts import count, january, report

EARLY, LATE = report("a", 6), report("b", 9)
DOCUMENTS = {document.id: document for document in (EARLY, LATE)}


def scopes(*figures: Figure) -> list[str]:
    return [figure.scope for figure in with_scopes(figures, DOCUMENTS)]


def test_one_who_is_told_after_several_were_counted_is_one_of_them() -> None:
    assert scopes(count(LATE, 1, scope="unknown"), count(EARLY, 3)) == ["part", "total"]


def test_one_who_is_told_before_more_were_counted_is_all_there_were() -> None:
    assert scopes(count(EARLY, 1, scope="unknown"), count(LATE, 3)) == ["total", "total"]


def test_a_victim_nobody_else_counts_is_all_there_were() -> None:
    assert scopes(count(EARLY, 1, scope="unknown")) == ["total"]


def test_where_no_day_is_known_one_victim_is_one_of_those_counted() -> None:
    assert scopes(count(LATE, 1, scope="unknown", as_of=Days()), count(EARLY, 3)) == ["part", "total"]


def test_counts_of_the_past_and_of_other_fates_do_not_make_a_part() -> None:
    past = count(EARLY, 130, as_of=january(2029), when="time")
    assert scopes(count(LATE, 1, scope="unknown"), past, count(EARLY, 5, measure="injured"))[0] == "total"


def test_what_a_report_says_itself_is_left_alone() -> None:
    assert scopes(count(LATE, 1), count(EARLY, 3), count(LATE, 2, scope="part")) == ["total", "total", "part"]


def test_one_report_that_adds_up_more_does_not_outweigh_those_that_tell_of_one() -> None:
    others = [report(name, 6) for name in ("c", "d", "e")]
    documents = {d.id: d for d in (EARLY, LATE, *others)}
    ones = [count(document, 1, scope="unknown") for document in others]
    (first, *_) = with_scopes([*ones, count(EARLY, 2, scope="unknown")], documents)
    assert first.scope == "total"


@pytest.mark.parametrize(("start", "scope"), [(LEAD - 1, "part"), (LEAD, "total")])
def test_a_count_far_down_in_a_report_may_be_of_another_affair(start: int, scope: str) -> None:
    assert scopes(count(LATE, 1, scope="unknown"), replace(count(EARLY, 3), start=start))[0] == scope
