"""A dossier in parts: a large one is made, and written, story by story, and never held whole."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from operator import attrgetter
from typing import Any, TypeVar  # Any: records of many kinds

from .dossier import Dossier, Tool
from .records import Entity, Mention, Relay, Voice, VoiceKind

_PLACE = ("document", "start", "end", "id")


@dataclass(frozen=True, slots=True)
class Asked:
    """Of what a story asked which entity it is, sorted: of the rest its account does not depend."""

    media: tuple[str, ...] = ()  # names of media
    groups: tuple[str, ...] = ()  # what it names, by ids of groups, that is somebody or something in a claim


@dataclass(frozen=True, slots=True)
class Standing:
    """What is kept of a story that was told; as a part of a dossier: the story stands as it was told."""

    story: str  # its id
    made_from: str  # a digest of all that it was told from
    named: str  # a digest of its mentions, each with the entity that it is of
    asked: Asked


@dataclass(frozen=True, slots=True)
class Told:
    """A story's part of a dossier: what is in no other story, and its share of the voices and of the steps between."""

    standing: Standing
    dossier: Dossier
    mentions: tuple[tuple[str, Mention], ...]  # each after its entity, whose record is in the part that spans stories


@dataclass(frozen=True, slots=True)
class Renamed:
    """A story that stands as it was told, but for whose some of its mentions are."""

    standing: Standing
    mentions: tuple[tuple[str, Mention], ...]  # all of the story, each after its entity


@dataclass(frozen=True, slots=True)
class KeptNames:
    """What is kept of whom a story names, so that its mentions need not be read again; as a part: it is new."""

    story: str  # its id
    made_from: str  # a digest of all that it was made from
    mentions: str  # a digest of which of its mentions stand for one another
    names: bytes  # packed by who made it


@dataclass(frozen=True, slots=True)
class KeptPassages:
    """What is kept of the comparison of a story's reports word by word, so that texts need not be read again for it."""

    story: str  # its id
    made_from: str  # a digest of all that it was made from
    takings: bytes  # packed by who made it


@dataclass(frozen=True, slots=True)
class KeptCut:
    """What is kept of a document without lines that are its outlet's furniture, so that it need not be read for it."""

    document: str  # its id
    made_from: str  # a digest of all that it was made from
    about: bytes  # packed by who made it: the document without its text
    fingerprint: bytes


Kept = KeptNames | KeptPassages | KeptCut
K = TypeVar("K", KeptNames, KeptPassages, KeptCut)
S = TypeVar("S", Voice, Relay)


def unchanged(kept: Mapping[str, K], id: str, made_from: str) -> K | None:
    """What is kept of that story or document, if it was made from the very same."""
    row = kept.get(id)
    return row if row is not None and row.made_from == made_from else None


@dataclass(frozen=True, slots=True)
class Before:
    """What the last finished build left, by which stories are known that need not be told again."""

    versions: Mapping[str, str]  # by document, a digest of what is kept of it: as it is now
    told: Mapping[str, Standing]  # by story
    names: Mapping[str, KeptNames]  # by story
    passages: Mapping[str, KeptPassages]  # by story
    cut: Mapping[str, KeptCut]  # by document
    judged: frozenset[str]  # documents with a mention that somebody judged


# A dossier that is a part holds what spans stories.
Part = Dossier | Told | Renamed | Standing | Kept

# By which fields each list is sorted; a list that is not here keeps the order in which it is made.
ORDER: Mapping[str, tuple[str, ...]] = {
    "documents": ("id",),
    "stories": ("id",),
    "entities": ("id",),
    "times": _PLACE,
    "statements": _PLACE,
    "figures": _PLACE,
    "events": _PLACE,
    "findings": ("id",),
    "timeline": ("earliest", "latest", "summary", "events"),
    "questions": ("story", "measure", "group", "place", "unit"),
    "passages": ("document", "start", "id"),
    "voices": ("id",),
    "relays": ("id",),
}
# And the mentions of an entity.
ORDER_OF_MENTIONS = _PLACE

# An outlet goes by the name it prints under, and an agency is one although it speaks for itself as well.
KINDS: tuple[VoiceKind, ...] = ("outlet", "agency", "speaker")


def together(tool: Tool, parts: Iterable[Dossier | Told]) -> Dossier:
    """One dossier of its parts; no record is in two of them, but for voices and the steps between them."""
    lists: dict[str, list[Any]] = {field.name: [] for field in fields(Dossier) if field.name != "tool"}
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for part in parts:
        if isinstance(part, Told):
            for entity, mention in part.mentions:
                mentions[entity].append(mention)
        for name, held in lists.items():
            held.extend(getattr(part.dossier if isinstance(part, Told) else part, name))
    lists["entities"] = [_with_mentions(entity, mentions.get(entity.id, ())) for entity in lists["entities"]]
    lists["voices"], lists["relays"] = merged_voices(lists["voices"]), merged_relays(lists["relays"])
    for name, by in ORDER.items():
        lists[name].sort(key=_key(by))
    return Dossier(tool, **{name: tuple(held) for name, held in lists.items()})


def merged_voices(told: Iterable[Voice]) -> list[Voice]:
    """The voices of several stories, each once, sorted by id."""
    return [_one_voice(voices) for voices in _by_id(told)]


def merged_relays(told: Iterable[Relay]) -> list[Relay]:
    """The steps that several stories tell, each once, sorted by id."""
    return [replace(relays[0], evidence=_all(relay.evidence for relay in relays)) for relays in _by_id(told)]


def _by_id(told: Iterable[S]) -> Sequence[Sequence[S]]:
    """Those of each id, in the order of the ids."""
    found: dict[str, list[S]] = defaultdict(list)
    for record in told:
        found[record.id].append(record)
    return [found[id] for id in sorted(found)]


def _one_voice(voices: Sequence[Voice]) -> Voice:
    first = min(voices, key=lambda voice: (KINDS.index(voice.kind), voice.name))
    entity = next((voice.entity for voice in voices if voice.entity), None)
    return replace(first, entity=entity, documents=_all(voice.documents for voice in voices))


def _all(ids: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(sorted({id for some in ids for id in some}))


def _with_mentions(entity: Entity, mentions: Iterable[Mention]) -> Entity:
    return replace(entity, mentions=tuple(sorted((*entity.mentions, *mentions), key=_key(ORDER_OF_MENTIONS))))


def _key(by: tuple[str, ...]) -> Callable[[Any], Any]:
    """The values of those fields; what is not known comes first, as in the tables."""
    values = attrgetter(*by) if len(by) > 1 else lambda record: (getattr(record, by[0]),)
    return lambda record: tuple((value is not None, value) for value in values(record))
