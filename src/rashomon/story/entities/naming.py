"""The entity that joined clusters make: its name, its forms, where it lies."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...article.mentions.lexicon import Lexicon
from ...ids import make_id
from ...names.comparing import SAME_WORD, person_words, squashed, word_score
from ...places import Place, cities_of, city_among, states
from ...records import Entity, EntityType, Mention
from .clusters import Cluster

_MOST_REASONS = 12
LARGE = 100_000  # people: who tells of so large a city need not tell its country

Company = Mapping[str, frozenset[str]]  # document -> the countries it names


def entity_of_clusters(clusters: Sequence[Cluster], why: Iterable[str], lexicon: Lexicon, company: Company) -> Entity:
    """One entity; its id comes from its first mentions, so that it keeps it when others are added."""
    mentions = tuple(sorted((m for c in clusters for m in c.mentions), key=lambda m: (m.document, m.start, m.end)))
    named = [m for m in mentions if m.form in ("name", "acronym")]
    kind = _type(clusters)
    name = _best_name(named, kind)
    country, latitude, longitude, doubts = _where(name, kind, mentions, lexicon, company)
    return Entity(
        id=make_id("entity", kind, *sorted({m.id for m in named})[:1]),
        type=kind,
        name=name,
        aliases=tuple(sorted({m.text for m in named})),
        country=country,
        latitude=latitude,
        longitude=longitude,
        mentions=mentions,
        why=tuple(sorted({*why, *doubts, *(m.why for m in named if m.why and m.form == "acronym")}))[:_MOST_REASONS],
    )


def _type(clusters: Sequence[Cluster]) -> EntityType:
    votes: Counter[EntityType] = Counter()
    for cluster in clusters:
        votes[cluster.type] += len(cluster.mentions)
    return max(sorted(votes), key=lambda kind: (kind != "OTHER", votes[kind]))


def _best_name(named: Sequence[Mention], kind: EntityType) -> str:
    """The most frequent full form: a person's with a given name, a body's in words; not in capitals throughout."""
    counts = Counter(m.text for m in named)

    def rank(text: str) -> tuple[bool, bool, int, int, str]:
        words = person_words(text)
        bare = kind in ("PERSON", "ORG") and len(words) < 2
        return (bare, text.isupper(), -counts[text], -len(text), text)

    return min(counts, key=rank)


def _where(
    name: str, kind: EntityType, mentions: Sequence[Mention], lexicon: Lexicon, company: Company
) -> tuple[str | None, float | None, float | None, tuple[str, ...]]:
    """Country and coordinates, where the gazetteer or the reports tell them, and what speaks of other places."""
    code = lexicon.countries.code_of(name)
    if code is not None:
        return code, None, None, ()
    if kind == "GPE":
        named: Counter[str] = Counter()
        for document in sorted({m.document for m in mentions}):
            named.update(company.get(document, ()))
        city = city_among(name, named)
        if name.lower() in lexicon.common or (city is not None and not _is_plausible(name, city, named)):
            return None, None, None, ()
        doubts = tuple(_doubts(name, city))
        return (city.country, city.latitude, city.longitude, doubts) if city else (None, None, None, doubts)
    told = Counter(m.country for m in mentions if m.country)
    return (max(sorted(told), key=lambda c: told[c]) if told else None), None, None, ()


def _is_plausible(name: str, city: Place, named: Mapping[str, int]) -> bool:
    """A small city's by-name counts only where its country is named; the name of a state is the state's."""
    if name in states():
        return city.name.startswith(name)
    return _is_its_name(name, city) or city.population >= LARGE or city.country in named


def _is_its_name(name: str, city: Place) -> bool:
    """The name is the gazetteer's own, a part of it, or the same spelt otherwise."""
    one, other = squashed(name), squashed(city.name)
    return one in other or other in one or word_score(one, other) >= SAME_WORD


def _doubts(name: str, city: Place | None) -> Iterator[str]:
    """That other places are called so, and that the gazetteer calls the place otherwise now."""
    called = cities_of(name)
    lie = ", ".join(dict.fromkeys(place.country for place in called))
    if len(called) > 1 and city is None and name not in states():
        yield f"one of {len(called)} places called {name} (in {lie}); nothing tells which"
    elif len(called) > 1 and city is not None:
        yield f"one of {len(called)} places called {name} (in {lie}); taken for the one in {city.country}"
    if city is not None and not _is_its_name(name, city):
        yield f"{name} is another, or a former, name of {city.name}"
