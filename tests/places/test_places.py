"""Countries, adjectives of countries, and cities."""

import pytest

from rashomon.languages import language_of
from rashomon.places import (
    cities_of,
    city_among,
    city_of,
    contains,
    countries_of,
    regions_of,
    states,
    towns_of,
)
from rashomon.records import Entity

COUNTRIES = countries_of(language_of("en"))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Norway", "NO"),
        ("the Republic of Moldova", "MD"),
        ("Italian Republic", "IT"),
        ("U.S.", "US"),
        ("Côte d’Ivoire", "CI"),
        ("Turkey", "TR"),
        ("Bosnia and Herzegovina", "BA"),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_a_country_by_any_of_its_names(name: str, code: str | None) -> None:
    assert COUNTRIES.code_of(name) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Uzbek", "UZ"),
        ("Tajik", "TJ"),
        ("Estonian", "EE"),
        ("Danes", "DK"),
        ("Nigerian", "NG"),
        ("Nigerien", "NE"),
        ("Senegalese", "SN"),
        ("Iraqi", "IQ"),
        ("Martian", None),
    ],
)
def test_the_country_of_an_adjective(word: str, code: str | None) -> None:
    assert COUNTRIES.demonym(word) == code


def test_a_city_is_known_by_a_former_name() -> None:
    assert city_of("Bombay") == city_of("Mumbai") is not None


def test_several_cities_of_one_name_are_none_unless_the_country_is_told() -> None:
    assert len(cities_of("San Jose")) > 1
    assert city_of("San Jose") is None
    assert (found := city_of("San Jose", "CR")) is not None
    assert found.country == "CR"


def test_a_code_of_an_airport_is_no_city() -> None:
    assert cities_of("OSL") == ()


def test_of_several_cities_the_one_in_the_country_that_is_named_is_meant():
    assert city_of("San José") is None
    assert city_among("San José", {"CR": 3, "US": 1}).country == "CR"
    assert city_among("San José", {"CR": 1, "US": 1}) is None
    assert city_among("San José", {}) is None


def city(name: str, country: str) -> Entity:
    found = city_of(name, country)
    return Entity(name, "GPE", name, (name,), country, found.latitude, found.longitude)


def region(name: str, country: str, within: str = "") -> Entity:
    found = next(r for r in regions_of(name) if r.country == country and r.within == within)
    return Entity(f"{name} {within}", "GPE", name, (name,), country, found.latitude, found.longitude)


NORWAY = Entity("Norway", "GPE", "Norway", country="NO")
SWEDEN = Entity("Sweden", "GPE", "Sweden", country="SE")
NOWHERE = Entity("Nowhere", "GPE", "Nowhere")


@pytest.mark.parametrize(
    ("outer", "inner", "answer"),
    [
        (NORWAY, city("Bergen", "NO"), True),
        (SWEDEN, city("Bergen", "NO"), False),
        (city("Bergen", "NO"), NORWAY, False),
        (NORWAY, NORWAY, False),
        (NORWAY, NOWHERE, False),
        (region("Texas", "US"), city("Dallas", "US"), True),
        (region("Ohio", "US"), city("Dallas", "US"), False),
        (region("Dallas County", "US", "Texas"), city("Dallas", "US"), True),
        (region("Dallas County", "US", "Alabama"), city("Dallas", "US"), False),
        (region("Texas", "US"), region("Dallas County", "US", "Texas"), True),
        (region("Texas", "US"), region("Dallas County", "US", "Alabama"), False),
        (region("Dallas County", "US", "Texas"), region("Texas", "US"), False),
        (region("Bavaria", "DE"), city("Nuremberg", "DE"), True),
        (region("Saxony", "DE"), city("Nuremberg", "DE"), False),
        (Entity("Germany", "GPE", "Germany", country="DE"), region("Bavaria", "DE"), True),
        (region("Bavaria", "DE"), Entity("Germany", "GPE", "Germany", country="DE"), False),
        (NOWHERE, city("Dallas", "US"), False),
        (city("Dallas", "US"), city("Houston", "US"), False),
    ],
)
def test_a_place_lies_in_another(outer: Entity, inner: Entity, answer: bool) -> None:
    assert contains(outer, inner) == answer


@pytest.mark.parametrize(
    ("name", "country"),
    [("Bavaria", "DE"), ("Helmand Province", "AF"), ("Bamyan", "AF"), ("Bamiyan province", "AF"), ("Mordovia", None)],
)
def test_a_region_with_or_without_what_it_is_called(name: str, country: str | None) -> None:
    assert country in {r.country for r in regions_of(name)} or not country


def test_a_town_of_one_name_in_many_states_is_the_one_whose_state_is_named() -> None:
    assert len(cities_of("Springfield")) > 2
    assert city_among("Springfield", {"US": 4}) is None
    assert city_among("Springfield", {"US": 4}, {"US/Illinois": 2, "US/Ohio": 1}).region == "Illinois"


def test_a_small_town_counts_only_where_its_region_is_named() -> None:
    assert cities_of("Hailey") == ()
    assert city_among("Hailey", {}) is None
    assert city_among("Hailey", {"US": 1}, {"US/Idaho": 1}).district == "Blaine County"


@pytest.mark.parametrize("name", ["", "\t", "A\tB", "\n", "\ud800", "x" * 10_000, "Ω", "1"])
def test_an_odd_name_is_no_place(name: str) -> None:
    assert cities_of(name) == towns_of(name) == ()
    assert all(r.country for r in regions_of(name))


def test_the_gazetteer_gives_the_city_and_the_first_of_a_state() -> None:
    assert "Texas" in states()
    assert city_of("Dallas").where == "US/Texas"
