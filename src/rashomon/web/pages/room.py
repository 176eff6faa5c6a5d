"""A dossier with what its served pages need, each part computed once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from ...dossier import Dossier
from ...points import groups_of
from ...records import Document, Entity, Finding, Passage, Relay, Statement, TimelineEntry
from ...records import Voice as WayVoice
from . import Head, head
from .articles import Uses, by_day, uses_of
from .asked import Opening, openings
from .contested import CONTESTED, SETTLED
from .evidence import Claim, Index, anchor_of, index_of, outlet_of
from .graph import Graph, graph_of
from .labels import Wording, wordings
from .maps import PlaceMap, map_of
from .marks import Marks, bare_marks, marks_of
from .names import GROUPS, places_of, ranked, words_of
from .origins import Source, sources_of
from .questions import Question, question_of_figure, questions
from .reviewable import texts_of
from .stories import Told, told_stories
from .timeline import background_last, happening_anchor
from .unknown import Gap, gaps
from .voices import Key, Voice, quoted, versions, voice_anchor, voice_row

Group = list[Finding]


class Room:
    """One state of a dossier; nothing in it changes, so that all readers may share it."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.index: Index = index_of(dossier)

    def prepare(self) -> None:
        """Compute all parts now, so that no reader waits for one."""
        for name, part in vars(type(self)).items():
            if isinstance(part, cached_property):
                getattr(self, name)

    @cached_property
    def head(self) -> Head:
        return head(self.dossier)

    @cached_property
    def stories(self) -> list[Told]:
        return told_stories(self.dossier, self.index)

    @cached_property
    def contested(self) -> list[Group]:
        return self._groups(CONTESTED)

    @cached_property
    def settled(self) -> list[Group]:
        return self._groups(SETTLED)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        return questions(self.dossier, self.index)

    @cached_property
    def quoted(self) -> list[tuple[Key, list[Statement]]]:
        return quoted(self.dossier, self.index)

    @cached_property
    def voices(self) -> Mapping[str, tuple[Key, list[Statement]]]:
        """Speakers by the last part of their address."""
        return {voice_anchor(key): (key, said) for key, said in self.quoted}

    @cached_property
    def versions(self) -> Mapping[str, Finding]:
        return versions(self.dossier.findings, self.index)

    @cached_property
    def names(self) -> list[tuple[str, Entity]]:
        """Entities with the title of their group, in the order of the page."""
        kept = self.dossier.entities
        return [(title, e) for title, types in GROUPS for e in ranked([e for e in kept if e.type in types])]

    @cached_property
    def places(self) -> tuple[Entity, ...]:
        return places_of(self.dossier.entities)

    @cached_property
    def map(self) -> PlaceMap | None:
        return map_of(self.places)

    @cached_property
    def timeline(self) -> tuple[TimelineEntry, ...]:
        return background_last(self.dossier.timeline, self.index)

    @cached_property
    def happening_at(self) -> Mapping[str, TimelineEntry]:
        return {happening_anchor(entry): entry for entry in self.dossier.timeline}

    @cached_property
    def entity_at(self) -> Mapping[str, Entity]:
        return {anchor_of(entity.id): entity for entity in self.dossier.entities}

    @cached_property
    def articles(self) -> list[Document]:
        return by_day(self.dossier.documents)

    @cached_property
    def place_of_article(self) -> Mapping[str, int]:
        return {document.id: place for place, document in enumerate(self.articles)}

    @cached_property
    def mentions_in(self) -> Mapping[str, Sequence[tuple[int, str]]]:
        """Where each document mentions which entity."""
        found: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for entity in self.dossier.entities:
            for mention in entity.mentions:
                found[mention.document].append((mention.start, entity.id))
        return found

    @cached_property
    def folded(self) -> list[tuple[str, Claim]]:
        """The words of each claim, as a search compares them."""
        return [(claim.text.casefold(), claim) for claim in self.index.claims.values()]

    @cached_property
    def folded_names(self) -> list[tuple[str, Entity]]:
        """All forms of each name, as a search compares them."""
        return [(" ".join((e.name, *e.aliases)).casefold(), e) for e in self.dossier.entities]

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        return tuple(sorted({outlet_of(document) for document in self.dossier.documents}))

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        return sources_of(self.dossier, self.index, self.voices)

    @cached_property
    def rows_of_voices(self) -> tuple[Voice, ...]:
        return tuple(voice_row(key, said, self.versions, self.index) for key, said in self.quoted)

    @cached_property
    def texts(self) -> Mapping[str, str]:
        return texts_of(self.dossier)

    @cached_property
    def entities_with_word(self) -> Mapping[tuple[str, str], Sequence[str]]:
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for entity in self.dossier.entities:
            for word in sorted(words_of(entity)):
                found[entity.type, word].append(entity.id)
        return found

    @cached_property
    def document_at(self) -> Mapping[str, Document]:
        return {anchor_of(document.id): document for document in self.dossier.documents}

    @cached_property
    def wordings(self) -> tuple[Wording, ...]:
        return wordings(self.dossier, self.index)

    @cached_property
    def wording_at(self) -> Mapping[str, Wording]:
        return {wording.anchor: wording for wording in self.wordings}

    @cached_property
    def graph(self) -> Graph | None:
        return graph_of(self.dossier.voices, self.dossier.relays)

    @cached_property
    def way_voices(self) -> Mapping[str, WayVoice]:
        return {voice.id: voice for voice in self.dossier.voices}

    @cached_property
    def way_voice_at(self) -> Mapping[str, WayVoice]:
        return {anchor_of(voice.id): voice for voice in self.dossier.voices}

    @cached_property
    def relay_at(self) -> Mapping[str, Relay]:
        return {anchor_of(relay.id): relay for relay in self.dossier.relays}

    @cached_property
    def relays_of(self) -> Mapping[str, Sequence[Relay]]:
        """The steps that a voice takes or gives, those with most evidence first."""
        found: dict[str, list[Relay]] = defaultdict(list)
        for relay in sorted(self.dossier.relays, key=lambda r: (-len(r.evidence), r.id)):
            found[relay.taker].append(relay)
            found[relay.giver].append(relay)
        return found

    @cached_property
    def passages(self) -> Mapping[str, Passage]:
        return {passage.id: passage for passage in self.dossier.passages}

    @cached_property
    def openings(self) -> tuple[Opening, ...]:
        return openings(self.dossier, self.index)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        return gaps(self.dossier, self.questions, self.openings, self.index)

    @cached_property
    def marks(self) -> Marks:
        return marks_of(self.dossier, self.index, bare_marks(self.wordings, self.openings))

    @cached_property
    def uses(self) -> Uses:
        return uses_of(self.dossier, self.index, question_of_figure(self.questions))

    def _groups(self, kinds: tuple[str, ...]) -> list[Group]:
        return [g for kind in kinds for g in groups_of(f for f in self.dossier.findings if f.kind == kind)]
