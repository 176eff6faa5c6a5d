"""Documents together: the order of the steps, written out."""

from collections.abc import Iterable

from ..dossier import Dossier, Tool
from ..records import Analysis, Judgement
from .chains import find_chains
from .claims import settle
from .copies import find_copies, with_copies
from .dating import date_documents
from .entities import join_mentions
from .findings import find_findings
from .origins import counted, grounded
from .passages import find_passages, quotations_of
from .questions import questions
from .shingles import shingles_of
from .sources import sources_of
from .stories import find_stories, make_stories, with_stories
from .timeline import make_timeline


def reconcile(
    analyses: Iterable[Analysis], tool: Tool, judgements: Iterable[Judgement] = (), *, one_story: bool = False
) -> Dossier:
    """One account of all analyses; the order they come in changes nothing.

    `judgements` are people's; those of rules are made anew each time and come back in the dossier.
    """
    read = tuple(sorted(analyses, key=lambda analysis: analysis.document.id))
    joined = join_mentions(read, tuple(judgements))
    groups = find_stories(read, one_story=one_story)
    dated = with_stories(date_documents(read, groups), groups)
    shingles = shingles_of(dated)
    copies = find_copies(dated, shingles)
    passages = find_passages(dated, shingles, quotations_of(read), copies)
    documents = with_copies(dated, copies)
    claims = settle(read, documents, joined.entity_of)
    del read, shingles  # nothing below needs them, and of a large dossier they are large
    sources = sources_of(documents, passages, claims.statements, joined.entities)
    findings = grounded(find_findings(documents, claims, joined.entities), claims, sources)
    timeline = counted(make_timeline(documents, claims, findings), claims, sources)
    voices, relays = find_chains(claims, passages, sources)
    return Dossier(
        tool=tool,
        documents=documents,
        stories=make_stories(documents, groups, claims, joined.entities),
        entities=joined.entities,
        times=claims.times,
        statements=claims.statements,
        figures=claims.figures,
        events=claims.events,
        findings=findings,
        timeline=timeline,
        passages=passages,
        voices=voices,
        relays=relays,
        questions=questions(documents, claims.figures, findings, joined.entities),
        judgements=joined.judgements,
    )
