"""Counts of some among more, counts of another affair told beside, and forces that are somewhere."""

import pytest

from rashomon.article.figures import find_figures
from rashomon.article.mentions import find_mentions
from rashomon.article.statements import find_statements
from rashomon.article.times import find_times

from .reading import ENGLISH, document_of, figures_of, parse_of, told


def places_of(text: str) -> list[str | None]:
    """Where each figure is, in words."""
    document, parse = document_of(text), parse_of(text)
    times, mentions = find_times(document, parse, ENGLISH), find_mentions(document, parse, ENGLISH)
    statements = find_statements(document, parse, mentions, times, ENGLISH)
    figures = find_figures(document, parse, mentions, times, statements, ENGLISH)
    named = {mention.id: mention.text for mention in mentions}
    return [named.get(figure.place or "") for figure in figures]


def scopes_of(text: str) -> list[tuple[object, str]]:
    return [(figure.low, figure.scope) for figure in figures_of(text)]


def test_a_family_among_more_is_a_part_of_them() -> None:
    assert scopes_of("Berlin family of 5 among 12 killed in Hamburg plane crash") == [(5, "part"), (12, "total")]


@pytest.mark.parametrize(
    ("mourned", "count"),
    [
        ("“Ann Alder and Ben Alder and their two children died in that crash,” the teacher said.", 4),
        ("“We learned of the deaths of two beloved members of our team,” said Carl Cedar.", 2),
    ],
)
def test_those_mourned_by_one_who_knew_them_are_some_of_all(mourned: str, count: int) -> None:
    text = f"A crash near Berlin killed 12 people.\n\n{mourned}"
    assert (12, "total") in scopes_of(text)
    assert {scope for low, scope in scopes_of(text) if low == count} == {"part"}


def test_a_sum_is_left_out_where_the_report_tells_the_total_itself() -> None:
    row = "The crash killed two pilots and 10 passengers."
    assert [f.low for f in figures_of(row)].count(12) == 1
    assert [f.low for f in figures_of(f"12 killed in crash.\n\n{row}")].count(12) == 1
    assert [f.low for f in figures_of(f"{row}\n\n{row}")].count(12) == 1
    assert [f.low for f in figures_of(f"At least two people have been killed.\n\n{row}")].count(12) == 1


def test_where_a_bare_count_comes_from_sets_it_apart() -> None:
    (figure,) = figures_of("The crash killed 10 from France.")
    assert figure.group_text == "from France"


def test_the_incident_is_where_it_was_told_just_before() -> None:
    text = (
        "A bomb killed six people in Berlin on Friday.\n\nThe army said it was looking into the strikes in Hamburg. "
        "Its helicopters had been called for help.\n\nSome 30 civilians were killed in the incident, officials said."
    )
    assert places_of(text) == ["Berlin", "Hamburg"]


def test_what_was_struck_is_where_it_happened_and_whose_troops_is_not() -> None:
    assert places_of("A quake rocked Hamburg on Monday, killing 12 people.") == ["Hamburg"]
    text = "Berlin was calm.\n\nTwelve people were killed in support of France troops."
    assert "France" not in places_of(text)


def test_a_count_takes_the_date_that_was_told_with_its_place() -> None:
    text = "A storm hit the harbour in Hamburg in May 2012. Twelve people were killed."
    (figure,) = figures_of(text)
    assert figure.when is not None


def test_a_state_after_a_bare_number_tells_of_that_alone() -> None:
    assert (82, "total") not in scopes_of("Twelve people and 70 wounded.")
    assert ("injured", "exactly", 70, 70) in told("Twelve people and 70 wounded.")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The country has about 850 soldiers at a base in Hamburg.", 850),
        ("The union has nearly 1,000 troops stationed in the country.", 1000),
        ("Roughly 1,000 service members have remained at a base near Hamburg.", 1000),
        ("It has a base there, with another 1,000 troops coming from partner countries.", 1000),
    ],
)
def test_forces_that_are_somewhere_are_deployed(text: str, count: int) -> None:
    assert [(f.measure, f.low) for f in figures_of(text)] == [("deployed", count)]


@pytest.mark.parametrize(
    "text",
    [
        "The club has 850 members in Hamburg.",
        "Forty guests remained at the table.",
        "One of the world's rarest tigers has died.",
        "The page had more than 3,000 likes a day after the man was hurt.",
        "None of the injuries appeared fatal.",
        "Hit-and-run crash leaves Marville mother of 2 dead.",
        "The man threatened to kill 12 people.",
        "He caught a career-high 59 passes for 1,098 yards.",
    ],
)
def test_members_beasts_and_clicks_are_no_such_count(text: str) -> None:
    assert not [f for f in figures_of(text) if f.low != 1]


def test_an_amount_told_once_more_in_brackets_counts_once() -> None:
    assert [f.low for f in figures_of("The shaft was 40 metres deep (131 feet).")] == [40]


def test_verbs_of_a_headline_that_count_apart_share_no_object() -> None:
    text = "Gunman kills 1, wounds 2 at accounting office"
    assert told(text) == [("killed", "exactly", 1, 1), ("injured", "exactly", 2, 2)]


def test_the_state_at_the_end_of_a_headlines_list_tells_of_all_in_it() -> None:
    text = "Official: 10 foreigners, 2 locals killed in Berlin plane crash"
    assert told(text) == [("killed", "exactly", 10, 10), ("killed", "exactly", 2, 2)]


def test_what_is_planned_is_no_count_unless_it_is_a_deployment() -> None:
    assert [f.polarity for f in figures_of("The government plans to deploy 2,000 troops.")] == ["unconfirmed"]
    assert [f.polarity for f in figures_of("Twelve people are expected to have died.")] == ["unconfirmed"]


def whens_of(text: str) -> list[str | None]:
    """The time that dates each figure, in words."""
    document, parse = document_of(text), parse_of(text)
    times, mentions = find_times(document, parse, ENGLISH), find_mentions(document, parse, ENGLISH)
    figures = find_figures(document, parse, mentions, times, (), ENGLISH)
    told = {time.id: time.text for time in times}
    return [told.get(figure.when or "") for figure in figures]


def test_the_day_on_which_an_unrest_began_is_not_the_day_of_its_toll() -> None:
    assert whens_of("Protests in Chile began on May 2. Officials said 12 soldiers were killed in the riots.") == [None]
    text = "In November 2009, a man opened fire in Hamburg. Officials said 12 soldiers were killed in the attack."
    assert whens_of(text) == ["November 2009"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Wounded were three local - two 16-year-olds and one woman.", {3}),
        ("A mine blew up in Hamburg, killing two soldiers and three others.", {2, 3}),
        ("Four people were killed: two men, two women.", {4, 2}),
    ],
)
def test_two_counts_that_quote_the_same_words_are_told_apart(text: str, counts: set[int]) -> None:
    figures = figures_of(text)
    assert counts <= {figure.low for figure in figures}
    assert len({figure.id for figure in figures}) == len(figures)
