"""The time that dates a count, and what is counted over many affairs."""

import pytest

from rashomon.article.mentions import find_mentions
from rashomon.article.times import find_times

from .reading import ENGLISH, document_of, figures_of, parse_of


def when(text: str) -> list[tuple[str, int, str | None]]:
    """Measure, number and the words of the time that dates it, of every figure of a text."""
    times = {time.id: time.text for time in find_times(document_of(text), parse_of(text), ENGLISH)}
    return [(f.measure, int(f.low or f.high or 0), times.get(f.when or "")) for f in figures_of(text)]


AGO = "two years ago"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In 2011, floods in the same valley left 58 dead.", ("killed", 58, "2011")),
        ("In the same valley 12 people died in the floods of 1998.", ("killed", 12, "1998")),
        ("Hundreds of people were injured in the riots after the 2017 elections.", ("injured", 200, "2017")),
        ("Last year, 34 people drowned when two boats collided off Velsk.", ("killed", 34, "Last year")),
        ("- 2010: Harbour mine, Westland: 29 killed\n- 2014: Tolm mine: 301 killed\n", ("killed", 301, "2014")),
        ("Earlier attacks:\nHarbour school, February 2014: two killed\n", ("killed", 2, "February 2014")),
        ("A man killed nine people and wounded 24 others at his old school two years ago.", ("killed", 9, AGO)),
        ("Recall that on July 3, five people died and 21 were wounded in the town.", ("injured", 21, "July 3")),
        ("Sunday noon – The coast guard reports 8 dead.\nMonday – 21 dead.\n", ("killed", 8, "Sunday noon")),
    ],
)
def test_a_count_has_the_time_of_its_affair(text: str, found: tuple[object, ...]) -> None:
    assert found in when(text)


@pytest.mark.parametrize(
    "text",
    [
        "More than 1,000 people were detained since May 7.",
        "The list has the names of nine people killed between May 7 and 9.",
        "The mayor brought the toll of the May 20 blast to 73.",
        "Two people were killed in protests over the 2019 law.",
    ],
)
def test_the_beginning_of_a_count_and_the_day_of_its_blast_are_not_its_day(text: str) -> None:
    assert [found for _, _, found in when(text)] == [None]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("In 1987 more than 4,000 people died when a ferry hit a tanker.", "killed"),
        ("Eight people died in the unrest after the 2017 elections.", "killed"),
        ("The town had 12 murders in 2014, in which 13 people died.", "killed overall"),
        ("Official figures show 375 people died in mine accidents last year.", "killed overall"),
    ],
)
def test_a_year_with_one_affair_of_it_is_no_stretch_of_time(text: str, measure: str) -> None:
    assert measure in [found for found, _, _ in when(text)]


def test_the_dead_of_a_war_are_set_apart_where_a_clause_tells_since_when() -> None:
    text = "The attack killed 12 people. The mission has counted 11,420 deaths since the invasion began in 2032."
    assert [(measure, number) for measure, number, _ in when(text)] == [("killed", 12), ("killed overall", 11420)]


def test_a_line_of_a_list_is_of_the_place_that_heads_it() -> None:
    text = "Blast in Paris kills 12\n\nTwelve people died in Paris.\n\nEarlier blasts:\nLondon, 2004: 34 killed\n"
    places = {m.id: m.text for m in find_mentions(document_of(text), parse_of(text), ENGLISH)}
    assert [places.get(f.place or "") for f in figures_of(text) if f.low == 34] == ["London"]
