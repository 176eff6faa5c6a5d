"""What is not known: open questions, points on one origin or on a party alone, days and speakers that nobody tells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...dossier import Dossier
from ...records import Document, Figure
from .articles import title_of
from .asked import Opening, never_settled, only_feared, unanswered
from .evidence import Index, anchor_of, outlet_of
from .parties import counts_of_parties, happenings_of_parties, parties_of
from .questions import Link, Question
from .words import value_in_words


@dataclass(frozen=True, slots=True)
class Gap:
    """One sort of gap, with what it concerns."""

    title: str
    why: str
    items: tuple[Link, ...]


def gaps(dossier: Dossier, found: Sequence[Question], opened: Iterable[Opening], index: Index) -> tuple[Gap, ...]:
    """All gaps that there are, empty ones left out."""
    still_open, answered = unanswered(opened, found, index)
    parties = parties_of(dossier, index)
    partial = (*counts_of_parties(found, parties, index), *happenings_of_parties(dossier.timeline, parties, index))
    all_gaps = (
        Gap("Questions that no report answers", "Reports say that it is not known.", tuple(still_open)),
        Gap("Open in one report, told in another", "What one did not know another counts.", tuple(answered)),
        Gap("Only feared or unconfirmed", "Nobody tells it as true.", tuple(only_feared(found, index))),
        Gap("Contested and never settled", "No later report decides.", tuple(never_settled(dossier.findings))),
        Gap(
            "Points that rest only on a party to the affair",
            "Whoever says it acts in the affair, or is acted upon; nobody else bears it out.",
            partial,
        ),
        Gap("Reports whose day is not known", "Their “today” cannot be placed.", _undated(dossier.documents)),
        Gap("Counts that rest on one report", "Nobody else confirms or contradicts them.", _alone(found)),
        Gap("Contested points that rest on one origin", "Several reports, but one voice behind them.", _thin(dossier)),
        Gap("Counts without a source", "The outlet tells them in its own voice.", _sourceless(dossier.figures, index)),
        Gap("Statements without a named speaker", "The report does not tell who says it.", _nameless(dossier)),
        Gap("Problems met in reading", "What could not be read or understood.", _problems(dossier)),
    )
    return tuple(gap for gap in all_gaps if gap.items)


def _undated(documents: Iterable[Document]) -> tuple[Link, ...]:
    vague = [d for d in documents if d.published.days.day is None]
    return tuple(Link(f"{outlet_of(d)}: {title_of(d)} – {d.published.why}", f"#{anchor_of(d.id)}") for d in vague)


def _alone(found: Iterable[Question]) -> tuple[Link, ...]:
    alone = [q for q in found if len({e.outlet for row in q.rows for e in (row.evidence, *row.also)}) == 1]
    last = [(question, question.rows[-1].evidence) for question in alone]
    return tuple(Link(f"{q.title}: {evidence.value} ({evidence.outlet})", f"#{q.anchor}") for q, evidence in last)


def _thin(dossier: Dossier) -> tuple[Link, ...]:
    thin = [f for f in dossier.findings if f.kind in ("conflict", "denial", "update") and f.origins <= 1]
    return tuple(Link(f"{f.question} – {f.kind}", f"#{anchor_of(f.id)}") for f in thin)


def _sourceless(figures: Iterable[Figure], index: Index) -> tuple[Link, ...]:
    bare = [f for f in figures if not (f.source or f.source_text or f.statement)]
    return tuple(
        Link(f"{f.measure}: {value_in_words(f)} ({outlet_of(index.documents[f.document])})", f"#{anchor_of(f.id)}")
        for f in bare
    )


def _nameless(dossier: Dossier) -> tuple[Link, ...]:
    bare = [s for s in dossier.statements if not (s.speaker or s.speaker_text)]
    return tuple(Link(s.text[:120], f"#{anchor_of(s.id)}") for s in bare)


def _problems(dossier: Dossier) -> tuple[Link, ...]:
    unread = tuple(Link(f"{problem.source}: {problem.why}", "#articles") for problem in dossier.problems)
    documents = dossier.documents
    read = (Link(f"{d.source}: {problem}", f"#{anchor_of(d.id)}") for d in documents for problem in d.problems)
    return (*unread, *read)
