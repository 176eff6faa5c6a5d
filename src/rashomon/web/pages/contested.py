"""The contested points: conflicts, denials and updates, side by side."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...points import groups_of
from ...records import Days, Event, Figure, Finding, FindingKind, Statement
from .evidence import Claim, Gathered, Index, anchor_of, days_of, evidence_of, gather, name_of
from .words import count_in_words, days_in_words, value_in_words

CONTESTED: tuple[FindingKind, ...] = ("conflict", "denial", "update")  # in the order a reader wants them
SETTLED: tuple[FindingKind, ...] = ("agreement", "refinement")
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
class Reason:
    """Why the claims stand together, in words; `anchors` are the fragment ids of the findings that say so."""

    anchors: tuple[str, ...]
    why: str
    origins: str


@dataclass(frozen=True, slots=True)
class Point:
    """Findings of one kind that share a claim, laid out for comparison."""

    kind: FindingKind
    question: str
    reasons: tuple[Reason, ...]
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
    groups = ((kind, points([f for f in kept if f.kind == kind], index)) for kind in CONTESTED)
    return tuple(Contest(kind, HEADINGS[kind], found) for kind, found in groups if found)


def agreements(findings: Iterable[Finding], index: Index) -> tuple[Point, ...]:
    """Where reports agree, or one says more exactly what the other says."""
    kept = tuple(findings)
    return tuple(point for kind in SETTLED for point in points([f for f in kept if f.kind == kind], index))


def points(findings: Iterable[Finding], index: Index) -> tuple[Point, ...]:
    """Findings of one kind as points."""
    return tuple(point_of(group, index) for group in groups_of(findings))


def point_of(findings: Sequence[Finding], index: Index) -> Point:
    """The findings of one group, laid out."""
    ordered = sorted(findings, key=lambda f: (_first_day(f, index), -f.origins, f.id))
    members = dict.fromkeys(member for finding in ordered for member in finding.members)
    return Point(
        kind=ordered[0].kind,
        question=_capital(ordered[0].question),
        reasons=_reasons(ordered),
        sides=_sides([index.claims[member] for member in members if member in index.claims], index),
    )


def _reasons(findings: Iterable[Finding]) -> tuple[Reason, ...]:
    anchors: dict[tuple[str, str], list[str]] = defaultdict(list)
    for finding in findings:
        told = finding.why, count_in_words(finding.origins, "independent origin")
        anchors[told].append(anchor_of(finding.id))
    return tuple(Reason(tuple(found), why, origins) for (why, origins), found in anchors.items())


def _first_day(finding: Finding, index: Index) -> tuple[str, str]:
    """The days of a finding's first and last claim, so that reasons come in the order of time."""
    days = sorted(_order(index.claims[member])[0] for member in finding.members if member in index.claims)
    return (days[0], days[-1]) if days else ("", "")


def _sides(claims: Iterable[Claim], index: Index) -> tuple[Side, ...]:
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[_answer(claim, index)].append(claim)
    sides = sorted(groups.items(), key=lambda item: (min(_order(claim) for claim in item[1]), item[0]))
    return tuple(_side(heading, group, index) for heading, group in sides)


def _side(heading: str, claims: list[Claim], index: Index) -> Side:
    ordered = sorted(claims, key=lambda c: (_order(c), c.document, c.start, c.id))
    days = dict.fromkeys(days_in_words(days_of(claim)) for claim in ordered)
    voices = gather(evidence_of(claim, index) for claim in ordered)
    return Side(heading, ", ".join(day for day in days if day), voices)


def _answer(claim: Claim, index: Index) -> str:
    """What a claim answers to the question; claims with one answer stand on one side."""
    match claim:
        case Figure():
            return value_in_words(claim)
        case Event():
            denied = "Denied: " if claim.modality == "denied" else ""
            return denied + (days_in_words(Days(claim.earliest, claim.latest)) or "day unknown")
        case Statement():
            speaker = name_of(claim.speaker, index) if claim.speaker else claim.speaker_text or "unnamed"
            return f"{'Denied' if claim.stance == 'denies' else 'Said'} by {speaker}"


def _order(claim: Claim) -> tuple[str, str, float]:
    """What is denied after what is said; by day; of one day the lower count first."""
    if _denies(claim):
        return "9999", "denied", 0.0
    days = days_of(claim)
    low = float(claim.low or claim.high or 0) if isinstance(claim, Figure) else 0.0
    return str(days.latest or days.earliest or "9999"), str(days.earliest or "9999"), low


def _denies(claim: Claim) -> bool:
    match claim:
        case Statement():
            return claim.stance == "denies"
        case Event():
            return claim.modality == "denied"
    return False


def _capital(question: str) -> str:
    return question[:1].upper() + question[1:]
