"""What a story is told from: while nothing of it has changed, its account stands and is not told again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256

from ..dossier import Tool
from ..ids import digest
from ..records import Document, Entity, Passage


class Asked(Mapping[str, str]):
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
    """{document: a digest of what is known of it from all documents}; `elsewhere` are originals of other stories."""
    named = _named(entities)
    told = (
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
    return {known[0]: _digest(known) for known in told}


def grounds_of_story(
    tool: Tool, documents: Iterable[str], known: Mapping[str, str], versions: Mapping[str, str]
) -> str:
    """A digest of all that a story of those documents is told from, but what it asks about media.

    `known` are the grounds of documents, `versions` the digests of their analyses.
    """
    return _digest((tool, [(id, versions.get(id), known[id]) for id in sorted(documents)]))


def made_from(grounds: str, asked: Iterable[str], media: Mapping[str, str]) -> str:
    """A digest of all that a story is told from, what it asked and the answers included."""
    return _digest((grounds, [(name, media.get(name)) for name in asked]))


def _named(entities: Iterable[Entity]) -> Mapping[str, str]:
    """{document: a digest of its mentions and of the entities that they are of}"""
    hashes = {}
    for entity in sorted(entities, key=lambda entity: entity.id):
        known = repr(as_told(entity))
        for mention in entity.mentions:
            told = f"{mention.id} {mention.type} {mention.antecedent} {known}\n".encode("utf-8", "surrogatepass")
            if mention.document not in hashes:
                hashes[mention.document] = sha256()
            hashes[mention.document].update(told)
    return {document: found.hexdigest() for document, found in hashes.items()}


def _digest(value: object) -> str:
    return digest(repr(value).encode("utf-8", "surrogatepass"))
