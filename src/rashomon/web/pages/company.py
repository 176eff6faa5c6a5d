"""One name: all its forms, with whom and where it stands in the reports, and which other names might be it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...judging import mention_for
from ...records import NAMES, Entity, Mention
from .evidence import anchor_of
from .maps import PlaceMap, map_of
from .names import PLACES, Name, entry_of, words_of
from .room import Room

MOST_COMPANY = 15
MOST_ALIKE = 8


@dataclass(frozen=True, slots=True)
class Beside:
    """Another name, and in how many paragraphs both stand."""

    name: str
    href: str
    times: int
    mention: str  # that stands for it: the id of an entity may change with a judgement


@dataclass(frozen=True, slots=True)
class NamePage:
    entry: Name
    mention: str  # that stands for it
    type: str
    with_whom: tuple[Beside, ...]
    where: tuple[Beside, ...]
    alike: tuple[Beside, ...]  # names that share a word with it; `times` is how often they are mentioned
    split: tuple[tuple[str, str], ...]  # each other form, and a mention that has it
    latitude: float | None
    longitude: float | None
    map: PlaceMap | None  # of a place


def name_page(room: Room, anchor: str) -> NamePage | None:
    """The name with that fragment id."""
    entity = room.entity_at.get(anchor)
    if entity is None:
        return None
    beside = _beside(entity, room)
    named = [(room.index.entities[id], times) for id, times in beside.most_common()]
    return NamePage(
        entry=entry_of(entity, room.index),
        mention=mention_for(entity).id,
        type=entity.type,
        with_whom=_listed((e, n) for e, n in named if e.type not in PLACES),
        where=_listed((e, n) for e, n in named if e.type in PLACES),
        alike=tuple(_alike(entity, room)),
        split=tuple(_other_forms(entity)),
        latitude=entity.latitude,
        longitude=entity.longitude,
        map=map_of(room.places, entity) if entity.type in PLACES else None,
    )


def _beside(entity: Entity, room: Room) -> Counter[str]:
    found: Counter[str] = Counter()
    for mention in entity.mentions:
        text = room.index.documents[mention.document].text
        start = text.rfind("\n", 0, mention.start)
        end = text.find("\n", mention.end)
        near = room.mentions_in.get(mention.document, ())
        found.update({id for at, id in near if start < at and (end < 0 or at < end)} - {entity.id})
    return Counter({id: found[id] for id in sorted(found)})


def _listed(named: Iterable[tuple[Entity, int]]) -> tuple[Beside, ...]:
    kept = list(named)[:MOST_COMPANY]
    return tuple(_named(entity, times) for entity, times in kept)


def _named(entity: Entity, times: int) -> Beside:
    return Beside(entity.name, f"#{anchor_of(entity.id)}", times, mention_for(entity).id)


def _alike(entity: Entity, room: Room) -> Iterator[Beside]:
    shared: dict[str, int] = defaultdict(int)
    for word in words_of(entity):
        for id in room.entities_with_word.get((entity.type, word), ()):
            shared[id] += 1
    shared.pop(entity.id, None)
    for id in sorted(shared, key=lambda id: (-shared[id], id))[:MOST_ALIKE]:
        other = room.index.entities[id]
        yield _named(other, len(other.mentions))


def _other_forms(entity: Entity) -> Iterator[tuple[str, str]]:
    first: dict[str, Mention] = {}
    for mention in entity.mentions:
        if mention.form in NAMES and mention.text != entity.name:
            first.setdefault(mention.text, mention)
    return ((text, first[text].id) for text in sorted(first))
