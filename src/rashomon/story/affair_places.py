"""Which places of a story are one place of its affair: the town, its suburb, its region, all that nobody can map."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..places import contains, regions_meant
from ..records import Document, Entity, Figure

# Kilometres within which two towns are one place of an affair: a city and its suburbs.
NEAR = 40.0
# A town bears the counts of a story where it has more than this share of the votes of the country around it: reports
# that lead with the country mean the town. Set on a case whose toll is a country's, where no town comes near it.
TOWN_SHARE = 0.5
# A place that no gazetteer knows is of the affair where this share of the story's reports speak of it.
SPOKEN_OF = 1 / 3
_EARTH = 6371.0  # kilometres


@dataclass(frozen=True, slots=True)
class AffairPlaces:
    """Where each story is, and which other places stand for that."""

    places: Mapping[str, Entity]
    main: Mapping[str, str]  # {story: place}
    spoken_of: frozenset[tuple[str, str]]  # (story, place): named in a good part of its documents
    told: frozenset[str]  # figures beside which their place is named; of others it is that of their report's lead

    def of(self, figure: Figure, story: str) -> str | None:
        """Where a count is of: the story's main place, unless it is known to be another."""
        place, main = self.places.get(figure.place or ""), self.main.get(story)
        if place is None or place.type != "GPE" or main is None or place.id == main or figure.id not in self.told:
            return main
        return main if self._is_one(place, self.places[main], story) else place.id

    def _is_one(self, place: Entity, main: Entity, story: str) -> bool:
        if _is_part_of_name(place, main):
            return True
        if is_country(place) or regions_meant(place):
            return holds(place.id, main.id, self.places) or (main.country is None and self._is_told(place, story))
        if _is_mapped(place) and _is_mapped(main):
            return distance(place, main) <= NEAR
        if _is_mapped(place) or is_country(main):
            return False
        return main.country is None or self._is_told(place, story)

    def _is_told(self, place: Entity, story: str) -> bool:
        return (story, place.id) in self.spoken_of


def affair_places(
    figures: Iterable[Figure], documents: Mapping[str, Document], places: Mapping[str, Entity]
) -> AffairPlaces:
    """The places of all stories that count anything."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    kept = tuple(figures)
    told = ((documents[f.document].story or "", f.document, f.place or "") for f in kept if f.when is None)
    for story, _, place in sorted(set(told)):
        if place in places and places[place].type == "GPE":
            votes[story][place] += 1
    main = {story: _main(counts, places) for story, counts in votes.items()}
    counted_in = {f.place for f in kept if f.place} & places.keys()
    told_beside = frozenset(
        f.id for f in kept if f.place in places and _is_named_beside(f, documents[f.document], places)
    )
    return AffairPlaces(places, main, _spoken_of(counted_in, documents, places), told_beside)


def _is_named_beside(figure: Figure, document: Document, places: Mapping[str, Entity]) -> bool:
    """Its place is named in the paragraph of a count or in the one before."""
    text = document.text
    line = text.rfind("\n", 0, figure.start)
    before = text.rfind("\n", 0, len(text[: max(line, 0)].rstrip()))
    end = text.find("\n", figure.end)
    until = end if end >= 0 else len(text)
    named = [m.start for m in places[figure.place or ""].mentions if m.document == document.id]
    return not named or any(before < start < until for start in named)


def _main(votes: Mapping[str, int], places: Mapping[str, Entity]) -> str:
    """The place that most documents count in, or the town within it that nearly as many do."""
    ranked = sorted(votes, key=lambda place: (-votes[place], place))
    first = ranked[0]
    towns = [p for p in ranked[1:] if holds(first, p, places) and votes[p] > TOWN_SHARE * votes[first]]
    return towns[0] if towns else first


def _spoken_of(
    wanted: Iterable[str], documents: Mapping[str, Document], places: Mapping[str, Entity]
) -> frozenset[tuple[str, str]]:
    sizes = Counter(document.story or "" for document in documents.values())
    found: set[tuple[str, str]] = set()
    for id in sorted(wanted):
        naming = {
            (documents[m.document].story or "", m.document) for m in places[id].mentions if m.document in documents
        }
        told = Counter(story for story, _ in naming)
        found.update((story, id) for story, count in told.items() if count >= SPOKEN_OF * sizes[story])
    return frozenset(found)


def is_country(place: Entity | None) -> bool:
    """A state as a whole: the gazetteer knows its code, and no point on the map."""
    return place is not None and place.country is not None and place.latitude is None and place.type == "GPE"


def holds(outer: str | None, inner: str | None, places: Mapping[str, Entity]) -> bool:
    """The second place lies in the first."""
    a, b = places.get(outer or ""), places.get(inner or "")
    return a is not None and b is not None and contains(a, b)


def _is_part_of_name(a: Entity, b: Entity) -> bool:
    """ "Marville Heights" and "Marville"."""
    shorter, longer = sorted((a.name.split(), b.name.split()), key=len)
    return any(longer[at : at + len(shorter)] == shorter for at in range(len(longer) - len(shorter) + 1))


def _is_mapped(place: Entity) -> bool:
    return place.latitude is not None and place.longitude is not None


def distance(a: Entity, b: Entity) -> float:
    """Kilometres between two places on the map; infinity where one is not on it."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return math.inf
    north, south = math.radians(a.latitude), math.radians(b.latitude)
    east = math.radians(a.longitude - b.longitude)
    half = math.sin((north - south) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(east / 2) ** 2
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(half)))
