"""Documents together: the order of the steps, written out."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..dossier import Dossier, Tool
from ..fingerprint import Sample
from ..parts import Asked, Before, Part, Renamed, Standing, Told, together
from ..records import Analysis, Document, Entity, Judgement, Mention, Passage, Publication
from .chains import find_chains, merged
from .claims import settle
from .copies import find_copies, with_copies
from .dating import date_documents, is_dated
from .entities import Joined, join_mentions
from .findings import find_findings
from .grounds import (
    PLACES,
    Answers,
    Asking,
    as_told,
    grounds_of,
    grounds_of_story,
    made_from,
    named_in,
    named_in_story,
    told_of,
)
from .kept import Analyses, Cut, Held, Whole
from .origins import counted, grounded
from .passages import find_passages
from .questions import questions
from .repeated import repeated_lines
from .sources import Sources, media_of
from .stories import find_stories, make_stories, with_stories
from .timeline import make_timeline
from .vectors import Counts

__all__ = ["Analyses", "reconcile", "reconcile_in_parts"]

NOTHING = Before({}, {})  # was told yet


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

    Of all documents only what tells who is who and which belong together is held at once: names, and of fingerprints
    what is compared. An analysis is read whole, and a text looked at, when its story is told. A story that was told
    `before` from the very same stands as it is.
    """
    read, cut = _without_repeated(documents, Whole(kept))
    whole, joined = _know(read, cut, tuple(judgements), one_story=one_story)
    entities = tuple(replace(entity, mentions=()) for entity in joined.entities)
    yield Dossier(tool, entities=entities, judgements=joined.judgements)
    del read, joined, entities  # the mentions come with their stories, and of a large dossier they are most of it
    members: dict[str, list[str]] = defaultdict(list)
    for document, story in whole.story_of.items():
        members[story].append(document)
    chains = []
    for story in sorted(members):
        grounds = grounds_of_story(tool, members[story], whole.grounds, before.versions)
        part = _as_it_stands(before.told.get(story), grounds, members[story], whole, cut) or _tell(
            tuple(cut.analyses(members[story])), whole, grounds, tool
        )
        yield part
        standing = part if isinstance(part, Standing) else part.standing
        chains.append((standing.voices, standing.relays))
    voices, relays = merged(chains)
    yield Dossier(tool, voices=voices, relays=relays)


def _as_it_stands(
    told: Standing | None, grounds: str, documents: Collection[str], whole: "_Whole", kept: Cut
) -> Standing | Renamed | None:
    """A story that was told from the very same; where some of its mentions are somebody else's now, with them all."""
    if told is None or told.made_from != made_from(grounds, told.asked, whole.answers):
        return None
    named = named_in_story(documents, whole.named)
    if named == told.named:
        return told
    return Renamed(replace(told, named=named), _mentions(kept.analyses(documents, ("mentions",)), whole))


def _without_repeated(documents: Collection[str], kept: Whole) -> tuple[list[Analysis], Cut]:
    """Documents and their mentions, and all that is kept, without the lines that an outlet prints under many articles.

    The texts are left out.
    """
    read = [_named(analysis) for analysis in kept.analyses(documents, ("mentions",))]
    cuts = repeated_lines(zip((a.document for a in read), kept.fingerprints(documents), strict=True))
    cut = Cut(kept, cuts)
    return [next(map(_named, cut.analyses([a.document.id]))) if a.document.id in cuts else a for a in read], cut


def _named(analysis: Analysis) -> Analysis:
    return Analysis(replace(analysis.document, text=""), analysis.mentions)


@dataclass(frozen=True, slots=True)
class _Whole:
    """What it takes all documents to know."""

    story_of: Mapping[str, str]  # by document, as the next three
    published: Mapping[str, Publication]
    original_of: Mapping[str, str]
    passages: Mapping[str, tuple[Passage, ...]]
    elsewhere: Mapping[str, Document]  # originals that are of another story than a copy of theirs
    altered: Mapping[str, Mention]  # by id, those that are taken for something else than their document alone tells
    entities: Mapping[str, Entity]  # by id, what of them is told
    names: Mapping[str, str]  # by entity
    answers: Answers
    grounds: Mapping[str, str]  # by document, a digest of what all this says of it, as the next
    named: Mapping[str, str]


def _know(
    read: Sequence[Analysis], kept: Cut, judgements: tuple[Judgement, ...], *, one_story: bool
) -> tuple[_Whole, Joined]:
    """What is known of all documents together, and the names in them."""
    bare = [analysis.document for analysis in read]
    counts, samples = Counts(), dict[str, Sample]()
    for document, compared in zip(bare, kept.fingerprints([document.id for document in bare]), strict=True):
        counts.add(compared.terms)
        samples[document.id] = compared.sample
    groups = find_stories(bare, counts, one_story=one_story)
    del counts
    joined = join_mentions(read, judgements, groups)
    by_id = {document.id: document for document in with_stories(_dated(bare, groups, kept), groups)}

    def texts_of(ids: Collection[str]) -> Iterator[Document]:
        return (replace(by_id[id], text=text) for id, text in zip(sorted(ids), kept.texts(ids), strict=True))

    copies = find_copies(by_id.values(), samples, texts_of)
    passages: dict[str, list[Passage]] = defaultdict(list)
    for passage in find_passages(by_id.values(), samples, copies, texts_of):
        passages[passage.document].append(passage)
    taken = {document: tuple(found) for document, found in passages.items()}
    far = {original for copy, original in copies.items() if groups[copy] != groups[original]}
    elsewhere = {document.id: document for document in texts_of(far)}
    entities = tuple(map(as_told, joined.entities))
    return _Whole(
        story_of=groups,
        published={document.id: document.published for document in by_id.values()},
        original_of=copies,
        passages=taken,
        elsewhere=elsewhere,
        altered=_altered(read, joined.entities),
        entities={entity.id: entity for entity in entities},
        names={entity.id: entity.name for entity in entities},
        answers=Answers(media_of(joined.entities), joined.entity_of, told_of(entities)),
        grounds=grounds_of(by_id.values(), copies, elsewhere, taken, joined.entities),
        named=named_in(joined.entities),
    ), joined


def _altered(analyses: Iterable[Analysis], entities: Iterable[Entity]) -> Mapping[str, Mention]:
    """The mentions of the entities that are not as their documents have them."""
    found = {mention.id: mention for analysis in analyses for mention in analysis.mentions}
    return {m.id: m for entity in entities for m in entity.mentions if m != found[m.id]}


def _dated(documents: Iterable[Document], story_of: Mapping[str, str], kept: Cut) -> Iterator[Document]:
    """The documents with their days; where all of a story have theirs, nothing is read for it."""
    stories: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        stories[story_of[document.id]].append(document)
    for _, told in sorted(stories.items()):
        if all(map(is_dated, told)):
            yield from told
        else:
            dated = date_documents(tuple(kept.analyses([d.id for d in told], ("times",))), story_of)
            yield from (replace(document, text="") for document in dated)


def _tell(analyses: tuple[Analysis, ...], whole: _Whole, grounds: str, tool: Tool) -> Told:
    """The part of one story."""
    media, entity_of = Asking(whole.answers.media), Asking(whole.answers.entity_of)
    dated = (replace(a.document, published=whole.published[a.document.id]) for a in analyses)
    documents = with_stories(with_copies(dated, whole.original_of), whole.story_of)
    originals = {whole.original_of[d.id] for d in documents if d.copy_of} & whole.elsewhere.keys()
    around = (*documents, *(whole.elsewhere[id] for id in sorted(originals)))
    passages = tuple(passage for document in documents for passage in whole.passages.get(document.id, ()))
    claims = settle(analyses, documents, entity_of)
    entities = _asked_for(analyses, entity_of.names, whole)
    sources = Sources({d.id: d for d in around}, passages, claims.statements, whole.names, media)
    findings = grounded(find_findings(around, claims, entities), claims, sources)
    voices, relays = find_chains(claims, passages, sources)
    stories = make_stories(around, whole.story_of, claims, entities)
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
    asked = Asked(media.names, entity_of.names)
    named = named_in_story([document.id for document in documents], whole.named)
    standing = Standing(story.id, made_from(grounds, asked, whole.answers), named, asked, voices, relays)
    return Told(standing, account, _mentions(analyses, whole))


def _mentions(analyses: Iterable[Analysis], whole: _Whole) -> tuple[tuple[str, Mention], ...]:
    """The mentions, each after its entity."""
    owner = whole.answers.entity_of
    read = (mention for analysis in analyses for mention in analysis.mentions if mention.id in owner)
    return tuple((owner[mention.id], whole.altered.get(mention.id, mention)) for mention in read)


def _asked_for(analyses: Iterable[Analysis], asked: Iterable[str], whole: _Whole) -> tuple[Entity, ...]:
    """The entities that claims are of, and the places, with their mentions in those analyses."""
    owner, wanted = whole.answers.entity_of, {whole.answers.entity_of.get(mention) for mention in asked}
    named: dict[str, list[Mention]] = defaultdict(list)
    for analysis in analyses:
        for mention in analysis.mentions:
            entity = owner.get(mention.id)
            if entity is not None and (entity in wanted or whole.entities[entity].type in PLACES):
                named[entity].append(mention)
    return tuple(replace(whole.entities[id], mentions=tuple(named[id])) for id in sorted(named))
