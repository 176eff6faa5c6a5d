"""Countries, adjectives of countries, and cities."""

import pytest

from rashomon.languages import language_of
from rashomon.places import cities_of, city_among, city_of, contains, countries_of
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


def entity(name: str, country: str | None = None, city: str | None = None) -> Entity:
    place = city_of(city, country) if city else None
    where = (place.latitude, place.longitude) if place else (None, None)
    return Entity(name, "GPE", name, country=country, latitude=where[0], longitude=where[1])


@pytest.mark.parametrize(
    ("outer", "inner", "answer"),
    [
        (entity("Norway", "NO"), entity("Bergen", "NO", "Bergen"), True),
        (entity("Sweden", "SE"), entity("Bergen", "NO", "Bergen"), False),
        (entity("Bergen", "NO", "Bergen"), entity("Norway", "NO"), False),
        (entity("Norway", "NO"), entity("Norway", "NO"), False),
        (entity("Texas"), entity("Dallas", "US", "Dallas"), True),
        (entity("Ohio"), entity("Dallas", "US", "Dallas"), False),
        (entity("Nowhere"), entity("Dallas", "US", "Dallas"), False),
    ],
)
def test_a_place_lies_in_another(outer: Entity, inner: Entity, answer: bool) -> None:
    assert contains(outer, inner) == answer
