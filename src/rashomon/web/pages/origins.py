"""From whom the words come: officials, those who passed them on, and the outlets that print them."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass

from ...dossier import Dossier
from ...records import Figure, Statement
from .evidence import Index, anchor_of, name_of, outlet_of
from .questions import Link
from .voices import NOBODY, voice_anchor

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


def sources_of(dossier: Dossier, index: Index, voices: Container[str]) -> tuple[Source, ...]:
    """All sources, the most printed first; `voices` are the speakers that have a page."""
    ways: dict[tuple[str, str | None], dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    written: dict[tuple[str, str | None], str] = {}  # as one report writes it, of those that differ in capitals alone
    claims: tuple[Statement | Figure, ...] = (*dossier.statements, *dossier.figures)
    for claim in claims:
        if found := _source(claim, index, voices):
            source = " ".join(found[0].casefold().split()), found[1]
            written[source] = min(found[0], written.get(source, found[0]))
            through = " ← ".join(name_of(reference, index) for reference in claim.via)
            ways[source][through][outlet_of(index.documents[claim.document])] += 1
    laid = (_laid_out((written[source], source[1]), taken) for source, taken in ways.items())
    return tuple(sorted(laid, key=lambda s: (-s.times, s.name, s.href or "")))


def copies_of(dossier: Dossier, index: Index) -> Iterator[Copy]:
    """Each article that others copy, with them."""
    copies: dict[str, list[str]] = defaultdict(list)
    for document in dossier.documents:
        if document.copy_of in index.documents:
            copies[document.copy_of or ""].append(document.id)
    for original in sorted(copies):
        yield Copy(_link(original, index), tuple(_link(document, index) for document in copies[original]))


def _source(claim: Statement | Figure, index: Index, voices: Container[str]) -> tuple[str, str | None] | None:
    """Name and page of whoever is behind a claim; `None` where it is told in the outlet's own voice."""
    known, words = (
        (claim.speaker, claim.speaker_text) if isinstance(claim, Statement) else (claim.source, claim.source_text)
    )
    if known in index.entities:
        anchor = voice_anchor((True, known or ""))
        return name_of(known or "", index), f"/voices/{anchor}" if anchor in voices else None
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


def _link(document: str, index: Index) -> Link:
    return Link(outlet_of(index.documents[document]), f"#{anchor_of(document)}")
