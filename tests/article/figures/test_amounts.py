"""Money, lengths, areas, strengths: each with its unit and what it measures."""

from decimal import Decimal

import pytest

from .reading import figures_of


@pytest.mark.parametrize(
    ("text", "measure", "unit", "relation", "low", "high"),
    [
        ("The quake had a magnitude of 6.4.", "magnitude", "magnitude", "exactly", "6.4", "6.4"),
        ("A 7.2-magnitude quake struck on Monday.", "magnitude", "magnitude", "exactly", "7.2", "7.2"),
        ("The tremor measured 5.1 on the Richter scale.", "magnitude", "magnitude", "exactly", "5.1", "5.1"),
        ("It struck 40 kilometers north of Marville.", "distance", "kilometre", "exactly", "40", "40"),
        ("The quake lay at a depth of 12.5 km.", "depth", "kilometre", "exactly", "12.5", "12.5"),
        ("Officials put the damage at $1.2 million.", "damage", "dollar", "exactly", "1200000", "1200000"),
        ("The flood did some €300,000 in damage.", "damage", "euro", "approximately", "300000", "300000"),
        ("Thousands of dollars in damage was done.", "damage", "dollar", "vague", "2000", "9999"),
        ("They want a ransom of £5m for the crew.", "ransom", "pound", "exactly", "5000000", "5000000"),
        ("The mine was fined 12 million tenge.", "fine", "tenge", "exactly", "12000000", "12000000"),
        ("The court set a fine of at least $2 billion.", "fine", "dollar", "at_least", "2000000000", None),
        ("He was held on $500,000 bond.", "bail", "dollar", "exactly", "500000", "500000"),
        ("Winds of 120 km/h tore roofs off.", "wind speed", "kilometre per hour", "exactly", "120", "120"),
        ("On Friday it was 40 degrees Celsius.", "temperature", "degree Celsius", "exactly", "40", "40"),
        ("The blaze has burned 3,000 hectares.", "area burned", "hectare", "exactly", "3000", "3000"),
        ("More than 10,000 acres burned.", "area burned", "acre", "more_than", "10000", None),
        ("The wave was 3 to 5 metres high.", "height", "metre", "between", "3", "5"),
        ("The truck carried two tonnes of explosives.", "weight", "tonne", "exactly", "2", "2"),
    ],
)
def test_an_amount_has_its_unit_and_what_it_measures(
    text: str, measure: str, unit: str, relation: str, low: str, high: str | None
) -> None:
    (figure,) = figures_of(text)
    assert (figure.measure, figure.unit, figure.relation) == (measure, unit, relation)
    assert (figure.low, figure.high) == (Decimal(low), None if high is None else Decimal(high))
    assert figure.group is None
    assert text[figure.start : figure.end] == figure.text


@pytest.mark.parametrize(
    "text",
    [
        "She earns $15 an hour.",
        "He ran the 500-metre race.",
        "The hut was sold for 12 million tenge.",
        "Some 60 percent voted.",
        "The town has a magnitude of 40 about it.",
        "Five of the team won the match.",
    ],
)
def test_an_amount_whose_measure_is_not_told_is_none(text: str) -> None:
    assert figures_of(text) == ()


def test_a_weight_tells_what_it_is_of() -> None:
    (figure,) = figures_of("Police found 30 kilograms of cocaine in Marville.")
    assert (figure.group_text, figure.text) == ("cocaine", "30 kilograms of cocaine")


def test_an_amount_stands_beside_the_people_and_takes_nothing_from_them() -> None:
    text = "Three people were killed and damage of 2 million dollars was done, the mayor said."
    people, damage = figures_of(text)
    assert (people.measure, people.unit, people.group) == ("killed", "person", "people")
    assert (damage.measure, damage.unit, damage.source_text) == ("damage", "dollar", "the mayor")
