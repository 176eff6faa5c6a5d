"""Cities by any of their names, and which one a name means."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from .lines import line, lines_of

# Of several cities of one name, one is meant when it is this many times as large as the next. Set by hand on
# capitals and towns of the development cases.
_DOMINANCE = 8
_CACHED = 100_000  # names of a large dossier


@dataclass(frozen=True, slots=True)
class Place:
    """A city or town of the gazetteer."""

    name: str
    country: str  # ISO 3166 alpha-2
    latitude: float  # degrees, WGS 84
    longitude: float
    population: int
    region: str = ""  # the first division of the country that it lies in: "Texas"
    district: str = ""  # and the second: "Dallas County"

    @property
    def where(self) -> str:
        """Country and region, as one word to count: "US/Texas"."""
        return f"{self.country}/{self.region}"


@lru_cache(_CACHED)
def cities_of(name: str) -> tuple[Place, ...]:
    """Every city of 15,000 people or more that bears or bore that name, the largest first."""
    return _places("names", name)


@lru_cache(_CACHED)
def towns_of(name: str) -> tuple[Place, ...]:
    """Every smaller place of 1,000 people or more of that name, the largest first."""
    return _places("towns", name)


def _places(file: str, name: str) -> tuple[Place, ...]:
    numbers = sorted(int(number) for fields in lines_of(file, name) for number in fields[0].split())
    return tuple(_place(number) for number in numbers)  # the file has the largest first


def _place(number: int) -> Place:
    name, country, latitude, longitude, people, region, district = line("cities", number)
    return Place(name, country, float(latitude), float(longitude), int(people), region, district)


def city_of(name: str, country: str | None = None) -> Place | None:
    """The city meant by a name, in a country where one is known; `None` where several could be."""
    known = [place for place in cities_of(name) if country in (None, place.country)]
    if not known:
        return None
    if len(known) > 1 and known[0].population < _DOMINANCE * known[1].population:
        return None
    return known[0]


def city_among(name: str, countries: Mapping[str, int], regions: Mapping[str, int] | None = None) -> Place | None:
    """The place meant where several bear the name: in the country, and there in the region, that is named most.

    `None` on a tie. A region is counted as "US/Texas" (see `Place.where`). A small town counts only where its region
    is named, or where no other place is called so and its country is.
    """
    told = regions or {}
    if (city := city_of(name)) is not None:
        return city
    if not cities_of(name):
        return _town_among(towns_of(name), countries, told)
    country = _most(countries, {place.country for place in cities_of(name)})
    if country is None:
        return None
    held = [place for place in cities_of(name) if place.country == country]
    return city_of(name, country) or _only(held, _most(told, {place.where for place in held}))


def _town_among(towns: tuple[Place, ...], countries: Mapping[str, int], regions: Mapping[str, int]) -> Place | None:
    if len(towns) == 1 and countries.get(towns[0].country):
        return towns[0]
    return _only(towns, _most(regions, {town.where for town in towns}))


def _only(places: Iterable[Place], where: str | None) -> Place | None:
    """The one place in that region."""
    found = [place for place in places if place.where == where]
    return found[0] if len(found) == 1 else None


def _most(named: Mapping[str, int], held: Collection[str]) -> str | None:
    """Of those held the one that is named most; `None` on a tie, or where none is."""
    ranked = sorted(((count, code) for code, count in named.items() if code in held and count), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]
