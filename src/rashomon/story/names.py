"""What each story names: as the last build kept it where what it comes from has not changed, else made anew."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..article.mentions.lexicon import Lexicon, lexicon_of
from ..dossier import Tool
from ..fingerprint import NamedForm
from ..ids import digest_of
from ..languages import Language
from ..parts import Before, KeptNames
from ..records import Entity, Judgement
from .entities import Joined, join_names, last_words
from .entities.clusters import Types, known_in_doubt
from .entities.groups import Named, Owners, named_in
from .entities.packing import packed, unpacked
from .grounds import Answers, as_told, told_of
from .kept import Cut
from .sources import media_of
from .stories import PLACES, places_most_named

Members = Mapping[str, Sequence[str]]  # the documents of each story
Forms = Mapping[str, Sequence[NamedForm]]  # of the names in each document


@dataclass(frozen=True, slots=True)
class Naming:
    """What it takes, besides its mentions, to find out what a story names."""

    kept: Cut
    known: Types  # what many reports take a form for, whatever their story
    people: tuple[Judgement, ...]
    language: Language
    tool: Tool

    @property
    def lexicon(self) -> Lexicon:
        return lexicon_of(self.language)

    def of(self, documents: Sequence[str]) -> tuple[Named, Owners]:
        """What the documents of a story name, and by which of their mentions."""
        analyses = tuple(self.kept.analyses(documents, ("mentions",)))
        return named_in(analyses, self.known, last_words(self.people), self.lexicon)


@dataclass(frozen=True, slots=True)
class StoryNames:
    """What a story names."""

    named: Named
    owners: Owners | None  # None: as it was kept; who needs to know it asks for it
    row: KeptNames


@dataclass(frozen=True, slots=True)
class Names:
    """Who is who in all stories."""

    members: Members
    naming: Naming
    of_story: Mapping[str, StoryNames]
    entity_of: Mapping[str, str]  # by group
    entities: Mapping[str, Entity]  # by id, what stories are told from
    called: Mapping[str, str]  # their names
    places: frozenset[str]  # those that are places
    answers: Answers

    def owners(self, story: str) -> Owners:
        """Which mention of a story is of which group."""
        return self.of_story[story].owners or self.naming.of(self.members[story])[1]

    def mentions(self, story: str) -> str:
        """A digest of the same."""
        return self.of_story[story].row.mentions

    def groups(self, story: str) -> Mapping[str, str]:
        """The entity of each group of a story."""
        return {group.id: self.entity_of[group.id] for group in self.of_story[story].named.groups}

    def most_named(self, story: str) -> tuple[str, ...]:
        """The places that a story names most."""
        return places_most_named(self.of_story[story].named.groups, self.entity_of, self.places)


def join_stories(members: Members, forms: Forms, naming: Naming, before: Before) -> tuple[Names, Joined]:
    """What all stories name, joined."""
    stories = dict(_names(members, forms, naming, before))
    # Of a story that has a mention somebody judged, nothing is as it was kept.
    judged = {mention for judgement in naming.people for mention in (judgement.left, judgement.right)}
    owners = (told.owners.group_of for told in stories.values() if told.owners is not None)
    group_of = {mention: known[mention] for known in owners for mention in judged & known.keys()}
    joined = join_names([told.named for told in stories.values()], naming.people, group_of, naming.lexicon)
    entities = {entity.id: as_told(entity) for entity in joined.entities}
    return Names(
        members=members,
        naming=naming,
        of_story=stories,
        entity_of=joined.entity_of,
        entities=entities,
        called={id: entity.name for id, entity in entities.items()},
        places=frozenset(id for id, entity in entities.items() if entity.type in PLACES),
        answers=Answers(media_of(joined.entities), told_of(entities.values())),
    ), joined


def _names(members: Members, forms: Forms, naming: Naming, before: Before) -> Iterator[tuple[str, StoryNames]]:
    """The stories, each with what it names."""
    people = last_words(naming.people)
    for story, documents in members.items():
        made_from = _made_from(documents, forms, naming, before)
        row = None if before.judged.intersection(documents) else before.names.get(story)
        if row is not None and row.made_from == made_from:
            yield story, StoryNames(unpacked(row.names), None, row)
        else:
            named, owners = naming.of(documents)
            judged = [j for j in people if owners.group_of.keys() & {j.left, j.right}]
            told = digest_of((made_from, judged)) if judged else made_from
            yield story, StoryNames(named, owners, KeptNames(story, told, _mentions(owners), packed(named)))


def _made_from(documents: Sequence[str], forms: Forms, naming: Naming, before: Before) -> str:
    """A digest of all that the names of a story come from, but for people's judgements."""
    read = [(id, before.versions.get(id), naming.kept.cuts.get(id)) for id in documents]
    doubted = known_in_doubt((name for id in documents for name in forms[id]), naming.known)
    return digest_of((naming.tool, naming.language.code, read, sorted(doubted.items())))


def _mentions(owners: Owners) -> str:
    """A digest of which mention is of which group, and what it is taken for."""
    altered = [(id, mention.type, mention.antecedent) for id, mention in sorted(owners.altered.items())]
    return digest_of((sorted(owners.group_of.items()), altered))
