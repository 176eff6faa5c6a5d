"""Search: words in articles, and in records; by speaker, outlet and day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ...records import Document, Entity, Statement
from .articles import title_of
from .evidence import Claim, Evidence, anchor_of, days_of, evidence_of, outlet_of
from .names import ranked
from .paging import Pager, slice_of
from .questions import Link
from .room import Room
from .words import days_in_words

HITS = 25  # of each sort on one page
MOST_NAMES = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """What is sought; empty fields leave all."""

    words: str = ""
    speaker: str = ""  # the last part of the address of an entity, or words of a name
    outlet: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words; `found` where it is what was sought."""

    text: str
    found: bool


@dataclass(frozen=True, slots=True)
class FoundArticle:
    href: str
    outlet: str
    title: str
    published: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class FoundClaim:
    kind: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class SearchPage:
    asked: Asked
    names: tuple[Link, ...]
    claims: tuple[FoundClaim, ...]
    found_claims: int
    articles: tuple[FoundArticle, ...]
    found_articles: int
    outlets: tuple[str, ...]
    pager: Pager


def search_page(room: Room, asked: Asked, hits: Sequence[tuple[str, tuple[Piece, ...]]], number: int) -> SearchPage:
    """What was found: names, records, articles. `hits` are the documents that have the words, with a piece of each."""
    claims = find_claims(room, asked)
    articles = [hit for hit in hits if _wanted(room.index.documents.get(hit[0]), asked) and not asked.speaker]
    longer = slice_of(range(max(len(claims), len(articles))), number, HITS)
    here = slice(HITS * (longer.pager.number - 1), HITS * longer.pager.number)
    return SearchPage(
        asked=asked,
        names=tuple(_names(room, asked)) if longer.pager.number == 1 else (),
        claims=tuple(FoundClaim(type(c).__name__.lower(), evidence_of(c, room.index)) for c in claims[here]),
        found_claims=len(claims),
        articles=tuple(_article(room.index.documents[id], pieces) for id, pieces in articles[here]),
        found_articles=len(articles),
        outlets=tuple(sorted({outlet_of(document) for document in room.dossier.documents})),
        pager=longer.pager,
    )


def find_claims(room: Room, asked: Asked) -> list[Claim]:
    """Statements, figures and events that have all the words, in the order of the dossier."""
    words = asked.words.casefold().split()
    if not (words or asked.speaker or asked.outlet or asked.day):
        return []
    return [
        claim
        for claim in room.index.claims.values()
        if all(word in room.folded[claim.id] for word in words)
        and _wanted(room.index.documents[claim.document], Asked(outlet=asked.outlet))
        and _said_by(claim, asked.speaker, room)
        and _on_day(claim, asked.day)
    ]


def pieces_of(snippet: str, start: str, end: str) -> tuple[Piece, ...]:
    """A snippet with its marks as runs of words.

    >>> [piece.found for piece in pieces_of("a [b] c", "[", "]")]
    [False, True, False]
    """
    first, *others = snippet.split(start)
    pieces = [Piece(first, False)]
    for other in others:
        found, _, rest = other.partition(end)
        pieces += [Piece(found, True), Piece(rest, False)]
    return tuple(piece for piece in pieces if piece.text)


def _names(room: Room, asked: Asked) -> Iterator[Link]:
    words = asked.words.casefold().split()
    found: Iterable[Entity] = (
        e for e in room.dossier.entities if words and all(w in " ".join((e.name, *e.aliases)).casefold() for w in words)
    )
    return (Link(entity.name, f"#{anchor_of(entity.id)}") for entity in ranked(found)[:MOST_NAMES])


def _wanted(document: Document | None, asked: Asked) -> bool:
    """The document is of that outlet and may be of that day."""
    if document is None or (asked.outlet and outlet_of(document) != asked.outlet):
        return False
    return _covers(document.published.earliest, document.published.latest, asked.day)


def _said_by(claim: Claim, speaker: str, room: Room) -> bool:
    if not speaker:
        return True
    if not isinstance(claim, Statement):
        return False
    known = room.index.entities.get(claim.speaker or "")
    if speaker in room.entity_at:
        return known is room.entity_at[speaker]
    named = " ".join((*(known.aliases if known else ()), known.name if known else "", claim.speaker_text or ""))
    return all(word in named.casefold() for word in speaker.casefold().split())


def _on_day(claim: Claim, day: date | None) -> bool:
    days = days_of(claim)
    return day is None or _covers(days.earliest, days.latest, day)


def _covers(earliest: date | None, latest: date | None, day: date | None) -> bool:
    if day is None:
        return True
    return earliest is not None and latest is not None and earliest <= day <= latest


def _article(document: Document, pieces: tuple[Piece, ...]) -> FoundArticle:
    return FoundArticle(
        href=f"#{anchor_of(document.id)}",
        outlet=outlet_of(document),
        title=title_of(document),
        published=days_in_words(document.published.days) or "day unknown",
        pieces=pieces,
    )
