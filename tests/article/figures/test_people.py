"""Who is counted: people of all trades, and what looks like a count of them."""

import pytest

from .reading import figures_of


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
