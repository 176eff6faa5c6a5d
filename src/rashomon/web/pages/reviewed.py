"""What people judged and wrote, as a list, and one record to be reviewed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ...judging import conflicts
from ...records import Judgement
from ...store import Review
from .evidence import Evidence, evidence_of
from .paging import Pager, slice_of
from .room import Room

REVIEWS = 100  # on one page


@dataclass(frozen=True, slots=True)
class JudgedPair:
    id: str
    left: str
    right: str
    verdict: str
    by: str
    why: str
    at: str


@dataclass(frozen=True, slots=True)
class Reviewed:
    id: str
    text: str
    href: str | None  # None: the dossier has it no more
    opinion: str
    by: str
    why: str
    at: str
    ended: str | None


@dataclass(frozen=True, slots=True)
class ReviewsPage:
    judgements: tuple[JudgedPair, ...]
    conflicts: tuple[str, ...]
    reviews: tuple[Reviewed, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class RecordPage:
    """A record with what is needed to judge it."""

    subject: str
    href: str
    kind: str
    evidence: Evidence | None


def reviews_page(
    room: Room, judgements: Sequence[Judgement], reviews: Sequence[Review], addresses: Mapping[str, str], number: int
) -> ReviewsPage:
    """The newest first."""
    found = slice_of(tuple(reversed(reviews)), number, REVIEWS)
    return ReviewsPage(
        judgements=tuple(_judged(judgement, room.texts) for judgement in reversed(judgements)),
        conflicts=conflicts(room.dossier),
        reviews=tuple(_reviewed(review, room.texts, addresses) for review in found.items),
        pager=found.pager,
    )


def record_page(room: Room, subject: str, address: str) -> RecordPage:
    """The page on which the record with that fragment id is reviewed."""
    claim = room.index.claims.get(subject)
    kind = type(claim).__name__.lower() if claim else subject.partition("-")[0]
    return RecordPage(subject, address, kind, evidence_of(claim, room.index) if claim else None)


def rows_of(reviews: Iterable[Review], judgements: Iterable[Judgement]) -> list[tuple[str, ...]]:
    """Reviews and judgements as a table, its heading first."""
    heading = ("id", "subject", "other", "opinion", "by", "why", "at", "ended_by", "ended_at")
    judged = [(j.id, j.left, j.right, j.verdict, j.by, j.why, j.at or "", "", "") for j in judgements]
    told = [(r.id, r.subject, "", r.opinion, r.by, r.why, r.at, r.ended_by or "", r.ended_at or "") for r in reviews]
    return [heading, *judged, *told]


def _judged(judgement: Judgement, names: Mapping[str, str]) -> JudgedPair:
    left, right = (names.get(id, id) for id in (judgement.left, judgement.right))
    return JudgedPair(judgement.id, left, right, judgement.verdict, judgement.by, judgement.why, judgement.at or "")


def _reviewed(review: Review, texts: Mapping[str, str], addresses: Mapping[str, str]) -> Reviewed:
    return Reviewed(
        id=review.id,
        text=texts.get(review.subject, review.subject),
        href=addresses.get(review.subject),
        opinion=review.opinion,
        by=review.by,
        why=review.why,
        at=review.at,
        ended=review.ended_by,
    )
