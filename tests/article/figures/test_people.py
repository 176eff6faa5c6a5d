"""Who is counted: people of all trades, and what looks like a count of them."""

import pytest

from .reading import figures_of, told


def counted(text: str) -> list[tuple[str, int]]:
    return [(f.measure, int(f.low if f.low is not None else f.high or 0)) for f in figures_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The navy has captured 23 pirates.", [("detained", 23)]),
        ("The floods affected 2 million people in three states.", [("affected", 2_000_000)]),
        ("Two thousand people were killed.", [("killed", 2000)]),
        ("Some 400 villagers fled their homes.", [("displaced", 400)]),
        ("It deployed soldiers around the country, including 20 in Hokmark.", [("deployed", 20)]),
        ("Two managers, Paul Riva and Alan Stein, were wounded.", [("injured", 2)]),
    ],
)
def test_people_are_counted_with_what_befell_them(text: str, expected: list[tuple[str, int]]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "After a skirmish two of them managed to flee.",
        "Three gunmen fled.",
        "This year there will be 10 times as many police officers on the streets.",
        "It deployed batteries around the country, including one in Hokmark.",
    ],
)
def test_who_runs_away_and_what_is_multiplied_or_a_thing_counts_nobody(text: str) -> None:
    assert not counted(text)


def test_a_death_that_is_not_related_to_something_is_not_denied() -> None:
    (figure,) = figures_of("He said the two deaths were not related to the weather.")
    assert figure.polarity == "asserted"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The police counted 18,000 participants.", "The police"),
        ("The opposition speaks of at least 90 dead.", "The opposition"),
        ("The head of the fire service put the number of missing at 22.", "The head of the fire service"),
        ("1 dead, 2 hurt in Orland blast; officials say a man was held", None),
    ],
)
def test_who_counts_is_told_by_words_where_nobody_is_named(text: str, source: str | None) -> None:
    assert figures_of(text)[0].source_text == source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hundreds came to bury the 19 victims of the attack.", ("killed", 19)),
        ("The landslide buried 19 people.", ("trapped", 19)),
        ("A further 200 people protested in Orland.", ("participants", 200)),
        ("The number of missing rose to 40.", ("missing", 40)),
        ("Thirty-two people have recovered.", ("recovered", 32)),
    ],
)
def test_a_verb_tells_what_befell_by_whom_it_is_told_of(text: str, expected: tuple[str, int]) -> None:
    assert expected in counted(text)


def test_cases_are_people_only_where_a_report_tells_of_an_illness() -> None:
    ill = "The virus spreads. Nine new cases of the fever were reported in Orland."
    assert [(f.measure, f.scope) for f in figures_of(ill)] == [("infected", "additional")]
    assert not figures_of("The court heard nine new cases of fraud in Orland.")


def test_a_toll_is_of_no_group_told_after_it() -> None:
    groups = {f.group for f in figures_of("The death toll rises to 19. A fourth firefighter has died.") if f.low == 19}
    assert groups == {"people"}


def test_some_of_those_of_whom_no_harm_is_told_are_no_dead() -> None:
    text = "The group spoke with 34 people, including 12 victims and 8 doctors. It has the names of nine people killed."
    assert [one[:3] for one in told(text)] == [("killed", "exactly", 9)]
