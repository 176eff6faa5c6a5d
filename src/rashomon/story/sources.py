"""Who stands behind a claim: its speaker, who passed it on, and the outlet that had the words first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from ..article.words import folded
from ..languages import language_of
from ..records import Document, Entity, Event, Figure, Passage, Statement, VoiceKind
from .credits import credit_of, name_key, page_of

Claim = Statement | Figure | Event


@dataclass(frozen=True, slots=True)
class Behind:
    """Who stands behind a claim, by what tells him from others."""

    kind: VoiceKind
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Heard:
    """A claim with its voice, the outlet it was printed by first, and how it came to the one that prints it now."""

    claim: Claim
    voice: Behind
    outlet: Behind  # or the agency that the whole document is credited to
    first: Document  # that the words stood in first
    through: str | None  # "copied from the Echo"


@cache
def pronouns() -> frozenset[str]:
    """Words that stand for a speaker and name none."""
    return frozenset(word for words in language_of("en").table("names")["pronouns"].values() for word in words)


class Sources:
    """What tells where the words of some documents come from."""

    def __init__(
        self,
        documents: Mapping[str, Document],
        passages: Iterable[Passage] = (),
        statements: Iterable[Statement] = (),
        names: Mapping[str, str] | None = None,
        entity_of: Mapping[str, str] | None = None,
    ) -> None:
        """`names` are entities' names by id; `entity_of` gives the entity of a medium's folded name."""
        self.documents = documents
        self.names = names or {}
        self._entity_of = {} if entity_of is None else entity_of  # one that is empty may be noting what is asked
        self._statements = {statement.id: statement for statement in statements}
        self._passages: dict[str, list[Passage]] = defaultdict(list)
        for passage in passages:
            self._passages[passage.document].append(passage)
        self._credits: dict[str, Behind | None] = {}

    def heard(self, claim: Claim) -> Heard:
        """A claim with all who stand behind it."""
        document, through = self._first(claim)
        printed = self.credit(document) or self.outlet(document)
        speaker = self.speaker(claim)
        if speaker:
            return Heard(claim, speaker, printed, document, through)
        via = () if isinstance(claim, Event) else claim.via
        if via:
            return Heard(claim, self.medium(via[-1]), printed, document, through)
        return Heard(claim, printed, printed, document, through)

    def speaker(self, claim: Claim) -> Behind | None:
        """Who is told to say it; an event is said by whoever makes the statement that it stands in."""
        match claim:
            case Statement():
                entity, words = claim.speaker, claim.speaker_text
            case Figure():
                entity, words = claim.source, claim.source_text
            case Event():
                said = self._statements.get(claim.statement or "")
                return self.speaker(said) if said else None
        if entity:
            return Behind("speaker", entity, self.names.get(entity, " ".join((words or entity).split())))
        told = " ".join(folded(words or ""))
        if not told or told in pronouns():
            return None
        # "The police" of two stories are two bodies.
        story = self.documents[claim.document].story or ""
        return Behind("speaker", f"{story} {told}", " ".join((words or "").split()))

    def medium(self, reference: str) -> Behind:
        """An agency, paper or broadcaster, told by an entity or by its name."""
        key = name_key(self.names.get(reference, reference))
        return Behind("agency", self._entity_of.get(key, key), self.names.get(reference, reference))

    def credit(self, document: Document) -> Behind | None:
        """The agency that a whole document is credited to."""
        if document.id not in self._credits:
            found = credit_of(document)
            self._credits[document.id] = self.medium(found.name) if found else None
        return self._credits[document.id]

    def outlet(self, document: Document) -> Behind:
        """Who prints a document; two states of one page have one outlet, also where its name is not known."""
        key = name_key(document.outlet or "") or page_of(document) or document.id
        return Behind("outlet", self._entity_of.get(key, key), name_of(document))

    def _first(self, claim: Claim) -> tuple[Document, str | None]:
        """The document that a claim's words stood in first, and how they came from there."""
        document, place, through = self.documents[claim.document], (claim.start, claim.end), None
        root = root_of(document, self.documents)
        if root is not document:
            return root, f"{name_of(document)} copies {name_of(root)}"
        seen = {document.id}
        while passage := self._passage(document, place, claim.text):
            source = self.documents[passage.original]
            if source.id in seen:
                break
            seen.add(source.id)
            through = through or f"{name_of(document)} has the passage from {name_of(source)}"
            document, place = source, (passage.original_start, passage.original_end)
        return document, through

    def _passage(self, document: Document, place: tuple[int, int], words: str) -> Passage | None:
        """The passage of that document which holds the place, and of which the words are the source's as well."""
        for passage in self._passages.get(document.id, ()):
            source = self.documents.get(passage.original)
            if source and passage.start <= place[0] and place[1] <= passage.end:
                told = folded(source.text[passage.original_start : passage.original_end])
                if f" {' '.join(folded(words))} " in f" {' '.join(told)} ":
                    return passage
        return None


def root_of(document: Document, documents: Mapping[str, Document]) -> Document:
    """The document that this one copies, or itself."""
    return documents.get(document.copy_of or "", document)


def name_of(document: Document) -> str:
    """What a person calls a document."""
    return document.outlet or document.source


def media_of(entities: Iterable[Entity]) -> Mapping[str, str]:
    """{a body's folded name: the entity}; a name that several bodies have is nobody's."""
    holders: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        if entity.type == "ORG":
            for name in (entity.name, *entity.aliases):
                if name[:1].isupper() and (key := name_key(name)):
                    holders[key].add(entity.id)
    return {key: next(iter(ids)) for key, ids in holders.items() if len(ids) == 1}
