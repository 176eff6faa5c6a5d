"""Documents together: the order of the steps, written out."""

from collections.abc import Iterable

from ..dossier import Dossier, Tool
from ..records import Analysis, Judgement
from .claims import settle
from .copies import find_copies, with_copies
from .dating import date_documents
from .entities import join_mentions
from .findings import find_findings
from .questions import questions
from .stories import find_stories, make_stories, with_stories
from .timeline import make_timeline


def reconcile(
    analyses: Iterable[Analysis], tool: Tool, judgements: Iterable[Judgement] = (), *, one_story: bool = False
) -> Dossier:
    """One account of all analyses; the order they come in changes nothing.

    `judgements` are people's; those of rules are made anew each time and come back in the dossier.
    """
    read = tuple(sorted(analyses, key=lambda analysis: analysis.document.id))
    copies = find_copies(read)
    joined = join_mentions(read, tuple(judgements))
    groups = find_stories(read, one_story=one_story)
    documents = with_stories(with_copies(date_documents(read, groups), copies), groups)
    claims = settle(read, documents, joined.entity_of)
    del read  # nothing below needs it, and of a large dossier it is large
    findings = find_findings(documents, claims, joined.entities)
    timeline = make_timeline(documents, claims, findings)
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
        questions=questions(documents, claims.figures, findings, joined.entities),
        judgements=joined.judgements,
    )
