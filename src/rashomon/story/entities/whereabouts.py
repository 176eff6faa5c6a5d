"""Where an entity lies: its country, and a city's or a region's place on the map, with what speaks of others."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ...article.mentions.lexicon import Lexicon
from ...names.comparing import SAME_WORD, squashed, word_score
from ...places import Place, Region, cities_of, city_among, regions_of, states, towns_of
from ...records import EntityType, Mention
from .clusters import Cluster

LARGE = 100_000  # people: who tells of so large a city need not tell its country
_SHOUTED = 4  # letters of a name in capitals that is no acronym
_BESIDE = 5  # documents that name a country are worth one that tells it right behind the town
_MOST_LISTED = 6  # places of one name that a doubt lists

# document -> the countries it names, by code, and the regions, as "US/Texas"
Company = Mapping[str, frozenset[str]]


class Whereabouts(NamedTuple):
    """Where something lies, as far as the gazetteer or the reports tell."""

    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    doubts: tuple[str, ...] = ()  # which other places are called so, and why this one is meant

    @property
    def is_on_map(self) -> tuple[bool, bool]:
        """Whether its point is known, and its country."""
        return self.latitude is not None, self.country is not None


NOWHERE = Whereabouts()


def places_named(clusters: Sequence[Cluster], lexicon: Lexicon) -> Company:
    """The countries and regions that each document names, and the countries it tells as somebody's."""
    named: dict[str, set[str]] = defaultdict(set)
    for cluster in clusters:
        codes = {lexicon.countries.code_of(name) for name in cluster.names} | {m.country for m in cluster.mentions}
        named[cluster.document].update(code for code in codes if code is not None)
        if cluster.type in ("GPE", "LOC"):
            named[cluster.document].update(code for name in cluster.names for code in _region_named(name, lexicon))
    return {document: frozenset(codes) for document, codes in named.items()}


def _region_named(name: str, lexicon: Lexicon) -> Iterator[str]:
    """The region that a name means by itself, and the country with it where the news names it alone."""
    state = lexicon.place_signs.abbreviations.get(name, name)
    if state in states():
        yield from ("US", f"US/{state}")
    elif lexicon.countries.code_of(name) is None:
        yield from (f"{region.country}/{region.name}" for region in regions_of(name) if not region.within)


def whereabouts(
    name: str, kind: EntityType, mentions: Sequence[Mention], lexicon: Lexicon, company: Company
) -> Whereabouts:
    """Where the thing of that name lies."""
    code = lexicon.countries.code_of(name)
    if code is not None and not (name in states() and _is_among_states(name, mentions, company)):
        return Whereabouts(code)
    if kind in ("GPE", "LOC") and not _is_wide(name, lexicon):
        named: Counter[str] = Counter()
        for document in sorted({m.document for m in mentions}):
            named.update(company.get(document, ()))
        for mention in mentions:
            if mention.country:
                named[mention.country] += _BESIDE
        if kind == "GPE" or (regions_of(name) and not cities_of(name)):
            return (
                NOWHERE
                if name.lower() in lexicon.common
                else _mapped(quiet(lexicon.place_signs.abbreviations.get(name, name)), named)
            )
    told = Counter(m.country for m in mentions if m.country)
    return Whereabouts(max(sorted(told), key=lambda c: told[c])) if told else NOWHERE


def _is_wide(name: str, lexicon: Lexicon) -> bool:
    """ "The Pacific", "the West": no country's, although a county is called so; the West Bank is a region."""
    exact = any(region.name == name and not region.within for region in regions_of(name))
    return (name in lexicon.known and not exact) or name in lexicon.directions


def _is_among_states(name: str, mentions: Sequence[Mention], company: Company) -> bool:
    """The reports name other states: then "Georgia" is one of them."""
    named = {place for m in mentions for place in company.get(m.document, ())}
    return any(place.startswith("US/") and place != f"US/{name}" for place in named)


def quiet(name: str) -> str:
    """A place as it is written outside datelines and headlines."""
    return name.title() if name.isupper() and len(name) >= _SHOUTED else name


def _mapped(name: str, named: Mapping[str, int]) -> Whereabouts:
    """The city of that name, else the region, that the reports mean."""
    first_level = [r for r in regions_of(name) if not r.within and r.name == name]
    region = _elsewhere(name, first_level, named)
    if region is not None:
        return Whereabouts(region.country, region.latitude, region.longitude, (_told_of(region),))
    city = None if first_level and not cities_of(name) else city_among(name, named, named)
    if city is not None and _is_plausible(name, city, named):
        return Whereabouts(city.country, city.latitude, city.longitude, tuple(_doubts(name, city)))
    region = _region_among(name, named)
    if region is not None:
        return Whereabouts(region.country, region.latitude, region.longitude, (_told_of(region),))
    return Whereabouts(doubts=tuple(_doubts(name, None)) if city is None else ())


def _elsewhere(name: str, regions: Sequence[Region], named: Mapping[str, int]) -> Region | None:
    """The one region of exactly that name whose country is named and has no city of the name: "Ontario" in Canada."""
    cities = {city.country for city in cities_of(name)}
    sole = len(regions) == 1 and not cities and " " in name
    found = [r for r in regions if (named.get(r.country) or sole) and r.country not in cities]
    return found[0] if len(found) == 1 and name not in states() else None


def _region_among(name: str, named: Mapping[str, int]) -> Region | None:
    """The region of that name in the country named most; a district only where its region is named too."""
    found = regions_of(name)
    if name in states():
        return next((r for r in found if r.country == "US" and not r.within), None)
    large = [r for r in found if not r.within and named.get(r.country)]
    small = [r for r in found if r.within and named.get(f"{r.country}/{r.within}")]
    ranked = sorted(large or small, key=lambda r: -_told(r, named))
    if not ranked or (len(ranked) > 1 and _told(ranked[0], named) == _told(ranked[1], named)):
        return None
    return ranked[0]


def _told(region: Region, named: Mapping[str, int]) -> int:
    return named.get(f"{region.country}/{region.within}" if region.within else region.country, 0)


def _told_of(region: Region) -> str:
    lies = ", ".join(filter(None, (region.within, region.country)))
    return f"{region.name} is a part of {lies}; its point is the middle of its people"


def _is_plausible(name: str, city: Place, named: Mapping[str, int]) -> bool:
    """A small city's by-name counts only where its country is named; the name of a state is the state's."""
    if name in states():
        return city.country == "US" and city.name.startswith(name)
    return _is_its_name(name, city) or city.population >= LARGE or city.country in named


def _is_its_name(name: str, city: Place) -> bool:
    """The name is the gazetteer's own, a part of it, or the same spelt otherwise."""
    one, other = squashed(name), squashed(city.name)
    return one in other or other in one or word_score(one, other) >= SAME_WORD


def _doubts(name: str, city: Place | None) -> Iterator[str]:
    """That other places are called so, and that the gazetteer calls the place otherwise now."""
    called = cities_of(name) or towns_of(name)
    if len(called) > 1 and city is None and name not in states():
        yield f"one of {len(called)} places called {name} (in {_listed(called)}); nothing tells which"
    elif len(called) > 1 and city is not None:
        yield f"one of {len(called)} places called {name} (in {_listed(called)}); taken for the one in {_lies(city)}"
    if city is not None and not _is_its_name(name, city):
        yield f"{name} is another, or a former, name of {city.name}"


def _listed(places: Iterable[Place]) -> str:
    lie = tuple(dict.fromkeys(map(_lies, places)))
    return "; ".join((*lie[:_MOST_LISTED], *(("…",) if len(lie) > _MOST_LISTED else ())))


def _lies(place: Place) -> str:
    return ", ".join(filter(None, (place.region, place.country)))
