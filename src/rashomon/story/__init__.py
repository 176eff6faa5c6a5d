"""Documents together: the order of the steps, written out."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from ..dossier import Dossier, Tool
from ..parts import Asked, Before, Part, Renamed, Standing, Told, together
from ..records import Analysis, Entity, Judgement, Mention
from .chains import find_chains, merged
from .claims import settle
from .copies import with_copies
from .entities.groups import Owners
from .findings import find_findings
from .grounds import PLACES, Asking, grounds_of_story, made_from
from .kept import Analyses, Held, Whole
from .known import Known, know
from .origins import counted, grounded
from .questions import questions
from .sources import Sources
from .stories import make_stories, with_stories
from .timeline import make_timeline

__all__ = ["Analyses", "reconcile", "reconcile_in_parts"]

NOTHING = Before({}, {}, {}, frozenset())  # was told yet


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
    yield from (names.row for names in known.names.values() if names.owners is not None)
    del joined
    chains = []
    for story in sorted(known.members):
        part = _part(story, known, tool, before)
        yield part
        standing = part if isinstance(part, Standing) else part.standing
        chains.append((standing.voices, standing.relays))
    voices, relays = merged(chains)
    yield Dossier(tool, voices=voices, relays=relays)


def _part(story: str, known: Known, tool: Tool, before: Before) -> Told | Standing | Renamed:
    """A story as it was told, if from the very same; where some of its mentions are somebody else's now, with them."""
    documents, told, named = known.members[story], before.told.get(story), known.named(story)
    grounds = grounds_of_story(tool, documents, known.grounds, before.versions, known.places(story))
    if told is None or told.made_from != made_from(grounds, told.asked, known.answers):
        return _tell(tuple(known.kept.analyses(documents)), known.owners(story), known, (grounds, named), tool)
    if named == told.named:
        return told
    analyses = known.kept.analyses(documents, ("mentions",))
    return Renamed(replace(told, named=named), _mentions(analyses, known.owners(story), known))


def _tell(analyses: tuple[Analysis, ...], owners: Owners, known: Known, digests: tuple[str, str], tool: Tool) -> Told:
    """The part of one story; `digests` are those of its grounds and of whom it names."""
    entity_of = {mention: known.answers.entity_of[group] for mention, group in owners.group_of.items()}
    media, asked_of = Asking(known.answers.media), Asking(entity_of)
    dated = (replace(a.document, published=known.published[a.document.id]) for a in analyses)
    documents = with_stories(with_copies(dated, known.original_of), known.story_of)
    originals = {known.original_of[d.id] for d in documents if d.copy_of} & known.elsewhere.keys()
    around = (*documents, *(known.elsewhere[id] for id in sorted(originals)))
    passages = tuple(passage for document in documents for passage in known.passages.get(document.id, ()))
    claims = settle(analyses, documents, asked_of)
    entities = _asked_for(analyses, entity_of, asked_of.names, known)
    sources = Sources({d.id: d for d in around}, passages, claims.statements, known.entity_names, media)
    findings = grounded(find_findings(around, claims, entities), claims, sources)
    voices, relays = find_chains(claims, passages, sources)
    stories = make_stories(around, known.story_of, claims, entities)
    (story,) = (story for story in stories if story.id == documents[0].story)
    account = Dossier(
        tool=tool,
        documents=documents,
        stories=(story,),
        times=claims.times,
        statements=claims.statements,
        figures=claims.figures,
        events=claims.events,
        findings=findings,
        timeline=counted(make_timeline(around, claims, findings), claims, sources),
        passages=passages,
        questions=questions(sources, claims.figures, findings, entities),
    )
    grounds, named = digests
    groups = {owners.group_of[mention] for mention in asked_of.names if mention in entity_of}
    asked = Asked(media.names, tuple(sorted(groups)))
    standing = Standing(story.id, made_from(grounds, asked, known.answers), named, asked, voices, relays)
    return Told(standing, account, _mentions(analyses, owners, known))


def _mentions(analyses: Iterable[Analysis], owners: Owners, known: Known) -> tuple[tuple[str, Mention], ...]:
    """The mentions, each after its entity."""
    entity_of, group_of = known.answers.entity_of, owners.group_of
    read = (mention for analysis in analyses for mention in analysis.mentions if mention.id in group_of)
    return tuple((entity_of[group_of[mention.id]], owners.altered.get(mention.id, mention)) for mention in read)


def _asked_for(
    analyses: Iterable[Analysis], entity_of: Mapping[str, str], asked: Iterable[str], known: Known
) -> tuple[Entity, ...]:
    """The entities that claims are of, and the places, with their mentions in those analyses."""
    wanted = {entity_of.get(mention) for mention in asked}
    named: dict[str, list[Mention]] = defaultdict(list)
    for analysis in analyses:
        for mention in analysis.mentions:
            entity = entity_of.get(mention.id)
            if entity is not None and (entity in wanted or known.entities[entity].type in PLACES):
                named[entity].append(mention)
    return tuple(replace(known.entities[id], mentions=tuple(named[id])) for id in sorted(named))
