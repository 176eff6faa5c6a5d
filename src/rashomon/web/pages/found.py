"""Search: words in articles, and in records; by speaker, outlet and day."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ...records import Document, Statement
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


@dataclass(frozen=True, slots=True)
class Found:
    """What one page shows of all that was found."""

    asked: Asked
    claims: tuple[Claim, ...]
    documents: tuple[str, ...]
    found_claims: int
    found_articles: int
    pager: Pager


def found_by(room: Room, asked: Asked, hits: Sequence[str], number: int) -> Found:
    """The claims and documents of one page. `hits` are the documents that have the words."""
    claims = find_claims(room, asked)
    articles = [id for id in hits if _wanted(room.index.documents.get(id), asked) and not asked.speaker]
    pager = slice_of(range(max(len(claims), len(articles))), number, HITS).pager
    here = slice(HITS * (pager.number - 1), HITS * pager.number)
    return Found(asked, tuple(claims[here]), tuple(articles[here]), len(claims), len(articles), pager)


def search_page(room: Room, found: Found, pieces: Mapping[str, tuple[Piece, ...]]) -> SearchPage:
    """What was found: names, records, articles with a piece of each."""
    return SearchPage(
        asked=found.asked,
        names=tuple(_names(room, found.asked)) if found.pager.number == 1 else (),
        claims=tuple(FoundClaim(type(c).__name__.lower(), evidence_of(c, room.index)) for c in found.claims),
        found_claims=found.found_claims,
        articles=tuple(_article(room.index.documents[id], pieces.get(id, ())) for id in found.documents),
        found_articles=found.found_articles,
        outlets=room.outlets,
        pager=found.pager,
    )


def find_claims(room: Room, asked: Asked) -> list[Claim]:
    """Statements, figures and events that have all the words, in the order of the dossier."""
    words = asked.words.casefold().split()
    if not (words or asked.speaker or asked.outlet or asked.day):
        return []
    found = room.folded
    for word in words:
        found = [pair for pair in found if word in pair[0]]
    claims = [claim for _, claim in found]
    if asked.outlet:
        printed = {document.id for document in room.dossier.documents if outlet_of(document) == asked.outlet}
        claims = [claim for claim in claims if claim.document in printed]
    if asked.speaker:
        claims = [claim for claim in claims if _said_by(claim, asked.speaker, room)]
    return [claim for claim in claims if _on_day(claim, asked.day)] if asked.day else claims


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
    found = (entity for folded, entity in room.folded_names if words and all(word in folded for word in words))
    return (Link(entity.name, f"#{anchor_of(entity.id)}") for entity in ranked(found)[:MOST_NAMES])


def _wanted(document: Document | None, asked: Asked) -> bool:
    """The document is of that outlet and may be of that day."""
    if document is None or (asked.outlet and outlet_of(document) != asked.outlet):
        return False
    return _covers(document.published.earliest, document.published.latest, asked.day)


def _said_by(claim: Claim, speaker: str, room: Room) -> bool:
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
