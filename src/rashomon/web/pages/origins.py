"""From whom the words come: officials, those who passed them on, and the outlets that print them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...records import Figure, Statement
from .evidence import anchor_of, name_of, outlet_of
from .graph import Graph
from .paging import Pager, slice_of
from .questions import Link
from .room import Room, voice_anchor
from .voices import NOBODY

SOURCES = 40  # on one page
Step = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """An outlet, and how often it prints a source's words."""

    outlet: str
    times: int


@dataclass(frozen=True, slots=True)
class Way:
    """A way that words took: straight, or through others, nearest to the outlet first."""

    through: str
    outlets: tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody whose words are printed, and the ways they took."""

    name: str
    href: str | None
    times: int
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """An article and those that copy it: one origin together."""

    original: Link
    copies: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class OriginsPage:
    graph: Graph | None  # on the first page
    sources: tuple[Source, ...]
    copies: tuple[Copy, ...]
    pager: Pager


def origins_page(room: Room, number: int) -> OriginsPage:
    """The most printed sources first; copies stand on the first page."""
    ways: dict[tuple[str, str | None], dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    claims: tuple[Statement | Figure, ...] = (*room.dossier.statements, *room.dossier.figures)
    for claim in claims:
        if source := _source(claim, room):
            through = " ← ".join(name_of(reference, room.index) for reference in claim.via)
            ways[source][through][outlet_of(room.index.documents[claim.document])] += 1
    sources = sorted((_laid_out(*item) for item in ways.items()), key=lambda s: (-s.times, s.name, s.href or ""))
    found = slice_of(sources, number, SOURCES)
    first = found.pager.number == 1
    return OriginsPage(room.graph if first else None, found.items, tuple(_copies(room)) if first else (), found.pager)


def _source(claim: Statement | Figure, room: Room) -> tuple[str, str | None] | None:
    """Name and page of whoever is behind a claim; `None` where it is told in the outlet's own voice."""
    known, words = (
        (claim.speaker, claim.speaker_text) if isinstance(claim, Statement) else (claim.source, claim.source_text)
    )
    if known in room.index.entities:
        anchor = voice_anchor((True, known or ""))
        return name_of(known or "", room.index), f"/voices/{anchor}" if anchor in room.voices else None
    if words:
        return words.strip(), None
    return (NOBODY, None) if claim.via else None


def _laid_out(source: tuple[str, str | None], ways: dict[str, Counter[str]]) -> Source:
    name, href = source
    laid = tuple(Way(through, _printed(outlets)) for through, outlets in sorted(ways.items(), key=_straight_first))
    return Source(name, href, sum(sum(outlets.values()) for outlets in ways.values()), laid)


def _straight_first(item: tuple[str, Counter[str]]) -> tuple[bool, int, str]:
    through, outlets = item
    return bool(through), -sum(outlets.values()), through


def _printed(outlets: Counter[str]) -> tuple[Printed, ...]:
    return tuple(Printed(outlet, outlets[outlet]) for outlet in sorted(outlets, key=lambda o: (-outlets[o], o)))


def _copies(room: Room) -> Iterator[Copy]:
    copies: dict[str, list[str]] = defaultdict(list)
    for document in room.dossier.documents:
        if document.copy_of in room.index.documents:
            copies[document.copy_of or ""].append(document.id)
    for original in sorted(copies):
        yield Copy(_link(original, room), tuple(_links(copies[original], room)))


def _links(documents: Iterable[str], room: Room) -> Iterator[Link]:
    return (_link(document, room) for document in documents)


def _link(document: str, room: Room) -> Link:
    return Link(outlet_of(room.index.documents[document]), f"#{anchor_of(document)}")
