"""What each story names: as the last build kept it where what it comes from has not changed, else made anew."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..article.mentions.lexicon import Lexicon, lexicon_of
from ..dossier import Tool
from ..fingerprint import NamedForm
from ..ids import digest_of
from ..languages import Language
from ..parts import Before, KeptNames, unchanged
from ..records import Analysis, Entity, Judgement, Mention
from .entities import Joined, join_names
from .entities.clusters import Types, known_in_doubt
from .entities.groups import Named, Numbers, named_in
from .entities.packing import FORMAT, packed, unpacked
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
    people: Sequence[Judgement]  # their last words
    language: Language
    tool: Tool

    @property
    def lexicon(self) -> Lexicon:
        return lexicon_of(self.language)

    def read(self, documents: Sequence[str]) -> tuple[Analysis, ...]:
        """The mentions of a story's documents."""
        return tuple(self.kept.analyses(documents, ("mentions",)))

    def of(self, analyses: Sequence[Analysis]) -> tuple[Named, Numbers]:
        """What the analyses of a story name, and by which of their mentions."""
        return named_in(analyses, self.known, self.people, self.lexicon)


@dataclass(frozen=True, slots=True)
class StoryNames:
    """What a story names."""

    named: Named
    numbers: Numbers | None  # None: as it was kept; who needs to know it asks for it
    row: KeptNames
    judged: Mapping[str, str]  # the groups of mentions that somebody judged: of their story nothing is as it was kept


class Owners(NamedTuple):
    """Which of a story's mentions are of which of its groups."""

    group_of: Mapping[str, str]  # by mention
    altered: Mapping[str, Mention]  # by id, those taken for something else than their document alone tells


@dataclass(frozen=True, slots=True)
class Names:
    """Who is who in all stories."""

    naming: Naming
    of_story: Mapping[str, StoryNames]
    entity_of: Mapping[str, str]  # by group
    entities: Mapping[str, Entity]  # by id, what stories are told from
    called: Mapping[str, str]  # their names
    places: frozenset[str]  # those that are places
    answers: Answers

    def owners(self, story: str, analyses: Sequence[Analysis]) -> Owners:
        """What is known of each mention of a story."""
        told = self.of_story[story]
        numbers = told.numbers or self.naming.of(analyses)[1]
        return Owners(numbers.group_of(analyses, told.named.ids), numbers.altered)

    def mentions(self, story: str) -> str:
        """A digest of the same."""
        return self.of_story[story].row.mentions

    def groups(self, story: str) -> Mapping[str, str]:
        """The entity of each group of a story."""
        return {group: self.entity_of[group] for group in self.of_story[story].named.ids}

    def most_named(self, story: str) -> tuple[str, ...]:
        """The places that a story names most."""
        return places_most_named(self.of_story[story].named.groups, self.entity_of, self.places)


def join_stories(
    members: Members, forms: Forms, naming: Naming, judgements: Sequence[Judgement], before: Before
) -> tuple[Names, Joined]:
    """What all stories name, joined."""
    stories = dict(_names(members, forms, naming, before))
    judged = {mention: group for told in stories.values() for mention, group in told.judged.items()}
    joined = join_names([told.named for told in stories.values()], judgements, judged, naming.lexicon)
    entities = {entity.id: as_told(entity) for entity in joined.entities}
    return Names(
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
    for story, documents in members.items():
        made_from = _made_from(documents, forms, naming, before)
        row = None if before.judged.intersection(documents) else unchanged(before.names, story, made_from)
        if row is not None:
            yield story, StoryNames(unpacked(row.names), None, row, {})
        else:
            yield story, _made(story, documents, naming, made_from)


def _made(story: str, documents: Sequence[str], naming: Naming, made_from: str) -> StoryNames:
    """What a story names, made anew."""
    analyses = naming.read(documents)
    named, numbers = naming.of(analyses)
    group_of = numbers.group_of(analyses, named.ids)
    judged = [j for j in naming.people if group_of.keys() & {j.left, j.right}]
    altered = [(id, mention.type, mention.antecedent) for id, mention in sorted(numbers.altered.items())]
    row = KeptNames(
        story=story,
        made_from=digest_of((made_from, judged)) if judged else made_from,
        mentions=digest_of((sorted(group_of.items()), altered)),
        names=packed(named),
    )
    known = {mention: group_of[mention] for j in judged for mention in (j.left, j.right) if mention in group_of}
    return StoryNames(named, numbers, row, known)


def _made_from(documents: Sequence[str], forms: Forms, naming: Naming, before: Before) -> str:
    """A digest of all that the names of a story come from, but for people's judgements."""
    read = [(id, before.versions.get(id), naming.kept.cuts.get(id)) for id in documents]
    doubted = known_in_doubt((name for id in documents for name in forms[id]), naming.known)
    return digest_of((FORMAT, naming.tool, naming.language.code, read, sorted(doubted.items())))
