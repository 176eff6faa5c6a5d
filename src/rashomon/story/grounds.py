"""What a story is told from: while nothing of it has changed, its account stands and is not told again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ..dossier import Tool
from ..ids import digest_of
from ..parts import Asked
from ..records import Document, Entity, Passage


class Asking(Mapping[str, str]):
    """A mapping of all documents that notes what a story asks of it: on the rest its account does not depend."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self._known = known
        self._names: set[str] = set()

    def __getitem__(self, name: str) -> str:
        self._names.add(name)
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        raise TypeError("a story asks for what it names, not for all there is")

    def __len__(self) -> int:
        return len(self._known)

    @property
    def names(self) -> tuple[str, ...]:
        """What was asked for, also in vain, sorted."""
        return tuple(sorted(self._names))


@dataclass(frozen=True, slots=True)
class Answers:
    """What all documents tell of whom a story asks for."""

    media: Mapping[str, str]  # entities by the name of a medium
    told: Mapping[str, str]  # by entity, a digest of what stories are told from


def as_told(entity: Entity) -> Entity:
    """What of an entity stories are told from: not what changes with every report that names it."""
    return replace(entity, mentions=(), aliases=(), why=())


def grounds_of(
    documents: Iterable[Document],
    original_of: Mapping[str, str],
    elsewhere: Mapping[str, Document],
    passages: Mapping[str, tuple[Passage, ...]],
) -> Mapping[str, str]:
    """{document: a digest of what is known of it from all documents}; `elsewhere` are originals of other stories."""
    known = (
        (
            document.id,
            document.published,
            document.boilerplate,
            original_of.get(document.id),
            elsewhere.get(original_of.get(document.id, "")),
            passages.get(document.id),
        )
        for document in documents
    )
    return {one[0]: digest_of(one) for one in known}


def grounds_of_story(
    tool: Tool, documents: Iterable[str], known: Mapping[str, str], versions: Mapping[str, str], names: object
) -> str:
    """A digest of all that a story of those documents is told from, but what it asks of media and of who is who.

    `known` are the grounds of documents, `versions` the digests of their analyses; `names` tells which of its mentions
    stand for one another, and the places it names most.
    """
    return digest_of((tool, [(id, versions.get(id), known[id]) for id in sorted(documents)], names))


def made_from(grounds: str, asked: Asked, groups: Mapping[str, str], answers: Answers) -> str:
    """A digest of all that a story is told from, what it asked and the answers included.

    `groups` tells the entity of each of its groups of mentions. Of those it asked for it matters which others of the
    story they are as well.
    """
    media = [(name, answers.media.get(name)) for name in asked.media]
    told = {groups[group]: answers.told[groups[group]] for group in asked.groups if group in groups}
    same = sorted((group, entity) for group, entity in groups.items() if entity in told)
    return digest_of((grounds, media, asked.groups, sorted(told.items()), same))


def told_of(entities: Iterable[Entity]) -> Mapping[str, str]:
    """{entity: a digest of it}; they are as stories are told from them."""
    return {entity.id: digest_of(entity) for entity in entities}


def who_is_who(mentions: str, groups: Mapping[str, str]) -> str:
    """A digest of which entities the groups of a story are, and of which mentions they are made (`KeptNames`)."""
    return digest_of((mentions, sorted(groups.items())))
