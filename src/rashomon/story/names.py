"""What each story names: as the last build kept it where what it comes from has not changed, else made anew."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..article.mentions.lexicon import Lexicon, lexicon_of
from ..dossier import Tool
from ..fingerprint import NamedForm
from ..ids import digest_of
from ..languages import Language
from ..parts import Before, KeptNames
from ..records import Judgement
from .entities.clusters import Types, known_in_doubt
from .entities.groups import Named, Owners, named_in
from .entities.packing import packed, unpacked
from .kept import Cut

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

    def of(self, documents: Sequence[str]) -> tuple[Named, Owners]:
        """What the documents of a story name, and by which of their mentions."""
        analyses = tuple(self.kept.analyses(documents, ("mentions",)))
        return named_in(analyses, self.known, self.people, self.lexicon)


@dataclass(frozen=True, slots=True)
class StoryNames:
    """What a story names."""

    named: Named
    owners: Owners | None  # None: as it was kept; who needs to know it asks for it
    row: KeptNames


def names_of(
    members: Mapping[str, Sequence[str]], forms: Forms, naming: Naming, before: Before
) -> Iterator[tuple[str, StoryNames]]:
    """The stories, each with what it names; `members` are the documents of stories."""
    for story, documents in members.items():
        made_from = _made_from(documents, forms, naming, before)
        row = None if before.judged.intersection(documents) else before.names.get(story)
        if row is not None and row.made_from == made_from:
            yield story, StoryNames(unpacked(row.names), None, row)
        else:
            named, owners = naming.of(documents)
            judged = [j for j in naming.people if owners.group_of.keys() & {j.left, j.right}]
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
