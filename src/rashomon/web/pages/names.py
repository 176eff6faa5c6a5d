"""People, bodies and places, each under all forms that the reports use."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ...records import NAMES, Entity, EntityType, Mention
from .evidence import Index, anchor_of, outlet_of
from .words import count_in_words

PLACES: tuple[EntityType, ...] = ("GPE", "LOC", "FACILITY")
GROUPS: tuple[tuple[str, tuple[EntityType, ...]], ...] = (
    ("People", ("PERSON",)),
    ("Bodies and groups", ("ORG", "GROUP")),
    ("Places", PLACES),
    ("Others", ("EVENT", "OTHER")),
)


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a name, how often it stands, and where first."""

    text: str
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class Appearance:
    """An outlet that has the name; `href` leads to a first mention there."""

    outlet: str
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class Name:
    """An entity as the page lists it."""

    anchor: str
    name: str
    country: str | None
    forms: tuple[Form, ...]
    other_forms: tuple[Form, ...]  # roles and pronouns
    appearances: tuple[Appearance, ...]
    mentions: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameGroup:
    """Entities of one sort, the most mentioned first."""

    title: str
    names: tuple[Name, ...]


def name_groups(entities: Iterable[Entity], index: Index) -> tuple[NameGroup, ...]:
    """All entities in their groups; empty groups are left out."""
    kept = tuple(entities)
    groups = ((title, ranked([e for e in kept if e.type in types])) for title, types in GROUPS)
    return tuple(NameGroup(title, tuple(entry_of(e, index) for e in members)) for title, members in groups if members)


def ranked(entities: Iterable[Entity]) -> list[Entity]:
    """Entities, those that most reports have first."""
    return sorted(entities, key=lambda e: (-len({m.document for m in e.mentions}), -len(e.mentions), e.name, e.id))


def places_of(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """The entities that are places."""
    return tuple(entity for entity in entities if entity.type in PLACES)


def words_of(entity: Entity) -> set[str]:
    """The longer words of all forms of a name."""
    return {word for form in (entity.name, *entity.aliases) for word in form.casefold().split() if len(word) > 2}


def entry_of(entity: Entity, index: Index) -> Name:
    """An entity, laid out."""
    return Name(
        anchor=anchor_of(entity.id),
        name=entity.name,
        country=entity.country,
        forms=_forms(m for m in entity.mentions if m.form in NAMES),
        other_forms=_forms(
            replace(m, text=m.text.casefold()) for m in entity.mentions if m.form in ("role", "pronoun")
        ),
        appearances=_appearances(entity, index),
        mentions=count_in_words(len(entity.mentions), "mention"),
        why=entity.why,
    )


def _forms(mentions: Iterable[Mention]) -> tuple[Form, ...]:
    kept = tuple(mentions)
    counts = Counter(mention.text for mention in kept)
    first = {mention.text: mention.id for mention in reversed(kept)}
    ranked = sorted(counts, key=lambda text: (-counts[text], text))
    return tuple(Form(text, counts[text], f"#{anchor_of(first[text])}") for text in ranked)


def _appearances(entity: Entity, index: Index) -> tuple[Appearance, ...]:
    known = [mention for mention in entity.mentions if mention.document in index.documents]
    outlets = {mention.id: outlet_of(index.documents[mention.document]) for mention in known}
    counts = Counter(outlets.values())
    first = {outlets[m.id]: m for m in sorted(known, key=lambda m: (m.document, m.start), reverse=True)}
    return tuple(Appearance(outlet, counts[outlet], f"#{anchor_of(first[outlet].id)}") for outlet in sorted(counts))
