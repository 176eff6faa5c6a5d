"""What a story is told from: while nothing of it has changed, its account stands and is not told again."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from ..dossier import Tool
from ..ids import digest
from ..parts import Asked
from ..records import Document, Entity, EntityType, Mention, Passage

# All of these that a report names tell where its story is; of others only those that a claim is of.
PLACES: tuple[EntityType, ...] = ("GPE", "LOC", "FACILITY")


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
    entity_of: Mapping[str, str]  # by mention
    told: Mapping[str, str]  # by entity, a digest of what stories are told from


def as_told(entity: Entity) -> Entity:
    """What of an entity stories are told from: not what changes with every report that names it."""
    return replace(entity, mentions=(), aliases=(), why=())


def grounds_of(
    documents: Iterable[Document],
    original_of: Mapping[str, str],
    elsewhere: Mapping[str, Document],
    passages: Mapping[str, tuple[Passage, ...]],
    entities: Iterable[Entity],
) -> Mapping[str, str]:
    """{document: a digest of what is known of it from all documents}; `elsewhere` are originals of other stories.

    Of its names it holds which place each is; what is told of those that a claim is of is a matter of `Asked`.
    """
    places = (entity for entity in entities if entity.type in PLACES)
    named = _by_document(places, lambda entity, mention: f"{mention.id} {entity.id}")
    known = (
        (
            document.id,
            document.published,
            document.boilerplate,
            original_of.get(document.id),
            elsewhere.get(original_of.get(document.id, "")),
            passages.get(document.id),
            named.get(document.id),
        )
        for document in documents
    )
    return {one[0]: _digest(one) for one in known}


def grounds_of_story(
    tool: Tool, documents: Iterable[str], known: Mapping[str, str], versions: Mapping[str, str]
) -> str:
    """A digest of all that a story of those documents is told from, but what it asks about media.

    `known` are the grounds of documents, `versions` the digests of their analyses.
    """
    return _digest((tool, [(id, versions.get(id), known[id]) for id in sorted(documents)]))


def made_from(grounds: str, asked: Asked, answers: Answers) -> str:
    """A digest of all that a story is told from, what it asked and the answers included."""
    media = [(name, answers.media.get(name)) for name in asked.media]
    return _digest((grounds, media, [(id, answers.told.get(answers.entity_of.get(id, ""))) for id in asked.mentions]))


def told_of(entities: Iterable[Entity]) -> Mapping[str, str]:
    """{entity: a digest of it}; they are as stories are told from them."""
    return {entity.id: _digest(entity) for entity in entities}


def named_in(entities: Iterable[Entity]) -> Mapping[str, str]:
    """{document: a digest of its mentions as they are stored}"""
    return _by_document(
        entities, lambda entity, mention: f"{mention.id} {mention.type} {mention.antecedent} {entity.id}"
    )


def named_in_story(documents: Iterable[str], named: Mapping[str, str]) -> str:
    """The same of a story."""
    return _digest([named.get(id) for id in sorted(documents)])


def _by_document(entities: Iterable[Entity], tell: Callable[[Entity, Mention], str]) -> Mapping[str, str]:
    """{document: a digest of what is told of its mentions}"""
    hashes = {}
    for entity in sorted(entities, key=lambda entity: entity.id):
        for mention in entity.mentions:
            if mention.document not in hashes:
                hashes[mention.document] = sha256()
            hashes[mention.document].update(f"{tell(entity, mention)}\n".encode("utf-8", "surrogatepass"))
    return {document: found.hexdigest() for document, found in hashes.items()}


def _digest(value: object) -> str:
    return digest(repr(value).encode("utf-8", "surrogatepass"))
