"""Documents together: the order of the steps, written out."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from ..dossier import Dossier, Tool
from ..parts import together
from ..records import Analysis, Document, Entity, Judgement, Mention, Passage, Publication, Span
from .chains import find_chains, merged
from .claims import settle
from .copies import find_copies, with_copies
from .dating import date_documents
from .entities import Joined, join_mentions
from .findings import find_findings
from .origins import counted, grounded
from .passages import find_passages, quotations_of
from .questions import questions
from .repeated import repeated_lines, without
from .shingles import shingles_of
from .sources import Sources, media_of
from .stories import find_stories, make_stories, with_stories
from .timeline import make_timeline

# Of an analysis, the lists of records that are compared with those of all other documents.
COMPARED = ("mentions", "times", "statements")


class Analyses(Protocol):
    """Where analyses are kept."""

    def __call__(self, documents: Collection[str], lists: Collection[str] = ..., /) -> Iterable[Analysis]:
        """Those of the documents with those ids, in the order of the ids; `lists` names what of them is asked for."""
        ...


def reconcile(
    analyses: Iterable[Analysis], tool: Tool, judgements: Iterable[Judgement] = (), *, one_story: bool = False
) -> Dossier:
    """One account of all analyses; the order they come in changes nothing.

    `judgements` are people's; those of rules are made anew each time and come back in the dossier.
    """
    by_id = {analysis.document.id: analysis for analysis in analyses}

    def analyses_of(documents: Collection[str], lists: Collection[str] = ()) -> Iterator[Analysis]:
        return (by_id[id] for id in sorted(documents))

    return together(tool, reconcile_in_parts(by_id, analyses_of, tool, judgements, one_story=one_story))


def reconcile_in_parts(
    documents: Collection[str],
    analyses_of: Analyses,
    tool: Tool,
    judgements: Iterable[Judgement] = (),
    *,
    one_story: bool = False,
) -> Iterator[Dossier]:
    """The same account in parts: what spans stories, and each story.

    Of all documents only what tells who is who and which belong together is held at once; the rest of an analysis is
    asked for again when its story is told.
    """
    analyses_of = _without_repeated(documents, analyses_of)
    whole, joined = _know(analyses_of(documents, COMPARED), tuple(judgements), one_story=one_story)
    yield Dossier(tool, entities=joined.entities, judgements=joined.judgements)
    del joined  # the mentions are told, and of a large dossier they are most of it
    members: dict[str, list[str]] = defaultdict(list)
    for document, story in whole.story_of.items():
        members[story].append(document)
    chains = []
    for story in sorted(members):
        part = _tell(tuple(analyses_of(members[story])), whole, tool)
        chains.append((part.voices, part.relays))
        yield replace(part, voices=(), relays=())
    voices, relays = merged(chains)
    yield Dossier(tool, voices=voices, relays=relays)


def _without_repeated(documents: Collection[str], analyses_of: Analyses) -> Analyses:
    """The same analyses without the lines that an outlet prints under many articles."""
    repeated = repeated_lines(analyses_of(documents, ("statements", "figures")))

    def cut(documents: Collection[str], lists: Collection[str] | None = None, /) -> Iterator[Analysis]:
        some = analyses_of(documents) if lists is None else analyses_of(documents, lists)
        for analysis in some:
            spans = repeated.get(analysis.document.id)
            # What refers to what in a line tells what of it goes, so the whole analysis is needed.
            yield without(next(iter(analyses_of([analysis.document.id]))), spans) if spans else analysis

    return cut


@dataclass(frozen=True, slots=True)
class _Whole:
    """What it takes all documents to know."""

    story_of: Mapping[str, str]  # by document, as the next three
    published: Mapping[str, Publication]
    original_of: Mapping[str, str]
    passages: Mapping[str, tuple[Passage, ...]]
    elsewhere: Mapping[str, Document]  # originals that are of another story than a copy of theirs
    entity_of: Mapping[str, str]  # by mention
    entities: Mapping[str, Entity]  # by id, without their mentions
    names: Mapping[str, str]  # by entity
    media: Mapping[str, str]  # entities by the name of a medium


def _know(analyses: Iterable[Analysis], judgements: tuple[Judgement, ...], *, one_story: bool) -> tuple[_Whole, Joined]:
    """What is known of all documents together, and the names in them."""
    read: list[Analysis] = []
    quotations: dict[str, tuple[Span, ...]] = {}
    for analysis in analyses:
        quotations.update(quotations_of((analysis,)))
        read.append(Analysis(analysis.document, analysis.mentions, analysis.times))
    joined = join_mentions(tuple(read), judgements)
    groups = find_stories(read, one_story=one_story)
    documents = with_stories(date_documents(tuple(read), groups), groups)
    shingles = shingles_of(documents)
    copies = find_copies(documents, shingles)
    passages: dict[str, list[Passage]] = defaultdict(list)
    for passage in find_passages(documents, shingles, quotations, copies):
        passages[passage.document].append(passage)
    far = {original for copy, original in copies.items() if groups[copy] != groups[original]}
    return _Whole(
        story_of=groups,
        published={document.id: document.published for document in documents},
        original_of=copies,
        passages={document: tuple(taken) for document, taken in passages.items()},
        elsewhere={document.id: document for document in documents if document.id in far},
        entity_of=joined.entity_of,
        entities={entity.id: replace(entity, mentions=()) for entity in joined.entities},
        names={entity.id: entity.name for entity in joined.entities},
        media=media_of(joined.entities),
    ), joined


def _tell(analyses: tuple[Analysis, ...], whole: _Whole, tool: Tool) -> Dossier:
    """The part of one story."""
    dated = (replace(a.document, published=whole.published[a.document.id]) for a in analyses)
    documents = with_stories(with_copies(dated, whole.original_of), whole.story_of)
    originals = {whole.original_of[d.id] for d in documents if d.copy_of} & whole.elsewhere.keys()
    around = (*documents, *(whole.elsewhere[id] for id in sorted(originals)))
    passages = tuple(passage for document in documents for passage in whole.passages.get(document.id, ()))
    entities = _named_in(analyses, whole)
    claims = settle(analyses, documents, whole.entity_of)
    sources = Sources({d.id: d for d in around}, passages, claims.statements, whole.names, whole.media)
    findings = grounded(find_findings(around, claims, entities), claims, sources)
    voices, relays = find_chains(claims, passages, sources)
    stories = make_stories(around, whole.story_of, claims, entities)
    return Dossier(
        tool=tool,
        documents=documents,
        stories=tuple(story for story in stories if story.id == documents[0].story),
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


def _named_in(analyses: Iterable[Analysis], whole: _Whole) -> tuple[Entity, ...]:
    """The entities that some analyses name, with their mentions there."""
    named: dict[str, list[Mention]] = defaultdict(list)
    for analysis in analyses:
        for mention in analysis.mentions:
            if mention.id in whole.entity_of:
                named[whole.entity_of[mention.id]].append(mention)
    return tuple(replace(whole.entities[id], mentions=tuple(named[id])) for id in sorted(named))
