"""Things that an affair ruined, counted."""

import pytest

from .reading import figures_of


def ruined(text: str) -> list[tuple[str, str, int, str, str | None]]:
    """Measure, relation, number, unit and words of every count of things."""
    figures = (f for f in figures_of(text) if f.unit != "person")
    return [(f.measure, f.relation, int(f.low or f.high or 0), f.unit, f.group_text) for f in figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 2,314 houses had been destroyed.", ("destroyed", "approximately", 2314, "house", "houses")),
        ("1,200 buildings were destroyed or badly damaged.", ("damaged", "exactly", 1200, "building", "buildings")),
        ("418 wooden houses were flooded.", ("flooded", "exactly", 418, "house", "wooden houses")),
        ("At least five buildings collapsed in Velna.", ("destroyed", "at_least", 5, "building", "buildings")),
        ("The fire burned more than 78 homes.", ("burned", "more_than", 78, "house", "homes")),
        ("A market and 14 cars were damaged.", ("damaged", "exactly", 14, "vehicle", "cars")),
    ],
)
def test_things_are_counted_with_what_befell_them(text: str, expected: tuple[object, ...]) -> None:
    assert ruined(text) == [expected]


@pytest.mark.parametrize(
    "text",
    ["He owns three houses and two cars.", "No houses were damaged.", "The 12-house village was quiet.", "12 houses."],
)
def test_things_that_nothing_befell_are_no_figures(text: str) -> None:
    assert ruined(text) == []


def test_people_are_counted_beside_the_things() -> None:
    figures = figures_of("Nine people were killed when two buildings collapsed.")
    assert [(f.measure, f.unit, f.group) for f in figures] == [
        ("killed", "person", "people"),
        ("destroyed", "building", None),
    ]


def test_the_turnout_is_a_share() -> None:
    assert ruined("Turnout stood at 63%.") == [("turnout", "exactly", 63, "percent", None)]
    assert ruined("Prices rose by 63%.") == []
