"""Documents together: the order of the steps, written out."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from ..dossier import Dossier, Tool
from ..parts import Asked, Before, Part, Renamed, Standing, Told, together
from ..records import Analysis, Entity, Judgement, Mention
from .chains import find_chains
from .claims import settle
from .copies import with_copies
from .findings import find_findings
from .grounds import Asking, grounds_of_story, made_from, who_is_who
from .kept import Analyses, Held, Whole
from .known import Known, know
from .names import Owners
from .origins import counted, grounded
from .questions import questions
from .sources import Sources
from .stories import make_story, with_stories
from .timeline import make_timeline

__all__ = ["Analyses", "reconcile", "reconcile_in_parts"]

NOTHING = Before({}, {}, {}, {}, {}, frozenset())  # was told yet


def reconcile(
    analyses: Iterable[Analysis], tool: Tool, judgements: Iterable[Judgement] = (), *, one_story: bool = False
) -> Dossier:
    """One account of all analyses; the order they come in changes nothing.

    `judgements` are people's; those of rules are made anew each time and come back in the dossier.
    """
    kept = Held({analysis.document.id: analysis for analysis in analyses})
    parts = reconcile_in_parts(kept.by_id, kept, tool, judgements, one_story=one_story)
    return together(tool, (part for part in parts if isinstance(part, Dossier | Told)))


def reconcile_in_parts(
    documents: Collection[str],
    kept: Analyses,
    tool: Tool,
    judgements: Iterable[Judgement] = (),
    *,
    one_story: bool = False,
    before: Before = NOTHING,
) -> Iterator[Part]:
    """The same account in parts: what spans stories, and each story.

    Of all documents only what tells who is who and which belong together is held at once: what stories name, and of
    fingerprints what is compared. An analysis is read whole, and a text looked at, when its story is told. A story
    that was told `before` from the very same stands as it is.
    """
    known, joined = know(documents, Whole(kept), tool, tuple(judgements), before, one_story=one_story)
    yield Dossier(tool, entities=joined.entities, judgements=joined.judgements)
    yield from (told.row for told in known.names.of_story.values() if told.numbers is not None)
    yield from known.rows
    del joined
    yield from (_part(story, known, tool, before) for story in sorted(known.members))


def _part(story: str, known: Known, tool: Tool, before: Before) -> Told | Standing | Renamed:
    """A story as it was told, if from the very same; where some of its mentions are somebody else's now, with them."""
    documents, told = known.members[story], before.told.get(story)
    groups, places, mentions = known.names.groups(story), known.names.most_named(story), known.names.mentions(story)
    grounds = grounds_of_story(tool, documents, known.grounds, before.versions, (mentions, places))
    base = _Base(groups, places, grounds, who_is_who(mentions, groups))
    if told is None or told.made_from != made_from(grounds, told.asked, groups, known.names.answers):
        return _tell(story, known, tool, base)
    if base.named == told.named:
        return told
    analyses = tuple(known.kept.analyses(documents, ("mentions",)))
    return Renamed(replace(told, named=base.named), _mentions(analyses, known.names.owners(story, analyses), groups))


class _Base(NamedTuple):
    """What tells whether a story stands, and what it is told from."""

    groups: Mapping[str, str]  # the entity of each of its groups of mentions
    places: tuple[str, ...]  # those it names most
    grounds: str
    named: str  # a digest of which of its mentions is of which entity


def _tell(story: str, known: Known, tool: Tool, base: _Base) -> Told:
    """The part of one story."""
    analyses, groups = tuple(known.kept.analyses(known.members[story])), base.groups
    owners = known.names.owners(story, analyses)
    group_of, _ = owners
    entity_of = {mention: groups[group] for mention, group in group_of.items()}
    media, asked_of = Asking(known.names.answers.media), Asking(entity_of)
    dated = (replace(a.document, published=known.published[a.document.id]) for a in analyses)
    documents = with_stories(with_copies(dated, known.original_of), known.story_of)
    originals = {known.original_of[d.id] for d in documents if d.copy_of} & known.elsewhere.keys()
    around = (*documents, *(known.elsewhere[id] for id in sorted(originals)))
    passages = tuple(passage for document in documents for passage in known.passages.get(document.id, ()))
    claims = settle(analyses, documents, asked_of)
    entities = _asked_for(analyses, entity_of, asked_of.names, known)
    sources = Sources({d.id: d for d in around}, passages, claims.statements, known.names.called, media)
    findings = grounded(find_findings(around, claims, entities), claims, sources)
    voices, relays = find_chains(claims, passages, sources)
    account = Dossier(
        tool=tool,
        documents=documents,
        stories=(make_story(story, around, claims, base.places),),
        times=claims.times,
        statements=claims.statements,
        figures=claims.figures,
        events=claims.events,
        findings=findings,
        timeline=counted(make_timeline(around, claims, findings), claims, sources),
        passages=passages,
        voices=voices,
        relays=relays,
        questions=questions(sources, claims.figures, findings, entities),
    )
    asked = Asked(media.names, tuple(sorted({group_of[name] for name in asked_of.names if name in entity_of})))
    standing = Standing(
        story=story,
        made_from=made_from(base.grounds, asked, groups, known.names.answers),
        named=base.named,
        asked=asked,
    )
    return Told(standing, account, _mentions(analyses, owners, groups))


def _mentions(
    analyses: Iterable[Analysis], owners: Owners, groups: Mapping[str, str]
) -> tuple[tuple[str, Mention], ...]:
    """The mentions, each after its entity; `groups` tells the entity of each group."""
    group_of, altered = owners
    read = (mention for analysis in analyses for mention in analysis.mentions if mention.id in group_of)
    return tuple((groups[group_of[mention.id]], altered.get(mention.id, mention)) for mention in read)


def _asked_for(
    analyses: Iterable[Analysis], entity_of: Mapping[str, str], asked: Iterable[str], known: Known
) -> tuple[Entity, ...]:
    """The entities that claims are of, with their mentions in those analyses."""
    named: dict[str, list[Mention]] = {entity_of[mention]: [] for mention in asked if mention in entity_of}
    for analysis in analyses:
        for mention in analysis.mentions:
            if entity_of.get(mention.id) in named:
                named[entity_of[mention.id]].append(mention)
    return tuple(replace(known.names.entities[id], mentions=tuple(named[id])) for id in sorted(named))
