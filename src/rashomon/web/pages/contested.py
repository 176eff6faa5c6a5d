"""The contested points: conflicts, denials and updates, side by side."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ...records import Days, Event, Figure, Finding, FindingKind, Statement
from .evidence import Claim, Gathered, Index, anchor_of, days_of, evidence_of, gather, name_of
from .words import count_in_words, days_in_words, value_in_words

CONTESTED: tuple[FindingKind, ...] = ("conflict", "denial", "update")  # in the order a reader wants them
HEADINGS: dict[FindingKind, str] = {
    "conflict": "Cannot both be true",
    "denial": "Said and denied",
    "update": "Changed with time",
}


@dataclass(frozen=True, slots=True)
class Side:
    """One of the answers to a question, with everybody who gives it."""

    heading: str
    when: str
    voices: tuple[Gathered, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A finding laid out for comparison."""

    anchor: str
    kind: FindingKind
    question: str
    why: str
    origins: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Contest:
    """All points of one kind."""

    kind: FindingKind
    heading: str
    points: tuple[Point, ...]


def contests(findings: Iterable[Finding], index: Index) -> tuple[Contest, ...]:
    """Contested findings by kind; within a kind those with most origins first."""
    kept = tuple(findings)
    groups = ((kind, [f for f in kept if f.kind == kind]) for kind in CONTESTED)
    return tuple(Contest(kind, HEADINGS[kind], _points(found, index)) for kind, found in groups if found)


def point_of(finding: Finding, index: Index) -> Point:
    """One finding with its members grouped by what they answer."""
    return Point(
        anchor=anchor_of(finding.id),
        kind=finding.kind,
        question=_capital(finding.question),
        why=finding.why,
        origins=count_in_words(finding.origins, "independent origin"),
        sides=_sides(finding, index),
    )


def _points(findings: Iterable[Finding], index: Index) -> tuple[Point, ...]:
    ranked = sorted(findings, key=lambda f: (-f.origins, -len(f.members), f.question, f.id))
    return tuple(point_of(finding, index) for finding in ranked)


def _sides(finding: Finding, index: Index) -> tuple[Side, ...]:
    groups: dict[str, list[Claim]] = defaultdict(list)
    for member in finding.members:
        if member in index.claims:
            claim = index.claims[member]
            groups[_answer(claim, finding, index)].append(claim)
    sides = sorted(groups.items(), key=lambda item: (min(_order(claim) for claim in item[1]), item[0]))
    return tuple(_side(heading, claims, index) for heading, claims in sides)


def _side(heading: str, claims: list[Claim], index: Index) -> Side:
    ordered = sorted(claims, key=lambda c: (_order(c), c.document, c.start, c.id))
    days = dict.fromkeys(days_in_words(days_of(claim)) for claim in ordered)
    voices = gather(evidence_of(claim, index) for claim in ordered)
    return Side(heading, ", ".join(day for day in days if day), voices)


def _answer(claim: Claim, finding: Finding, index: Index) -> str:
    """What a claim answers to the finding's question; claims with one answer stand on one side."""
    match claim:
        case Figure():
            return value_in_words(claim)
        case Event() if finding.kind != "denial":
            return days_in_words(Days(claim.earliest, claim.latest)) or "day unknown"
        case Event():
            return "Denied" if claim.modality == "denied" else "Told"
        case Statement():
            speaker = name_of(claim.speaker, index) if claim.speaker else claim.speaker_text or "unnamed"
            return f"{'Denied' if claim.stance == 'denies' else 'Said'} by {speaker}"


def _order(claim: Claim) -> tuple[str, str, float]:
    """What is denied after what is said; by day; of one day the lower count first."""
    if (isinstance(claim, Statement) and claim.stance == "denies") or (
        isinstance(claim, Event) and claim.modality == "denied"
    ):
        return "9999", "denied", 0.0
    days = days_of(claim)
    low = float(claim.low or claim.high or 0) if isinstance(claim, Figure) else 0.0
    return str(days.latest or days.earliest or "9999"), str(days.earliest or "9999"), low


def _capital(question: str) -> str:
    return question[:1].upper() + question[1:]
