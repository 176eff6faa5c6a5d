"""The reading view: each article with its spans marked by kind, its day with reasons, and notes that lead back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ...dossier import Dossier
from ...records import Document
from .evidence import Claim, Index, anchor_of, outlet_of
from .marks import Bare, Marks, marks_of
from .nesting import Mark, Node, anchors, nest
from .questions import Link, finding_links
from .timeline import happening_anchor
from .tips import told_of
from .voices import said_anchor
from .words import days_in_words

NOTE_LENGTH = 110  # code points of an article that are as high as a note beside them
PART_LENGTH = 20_000  # code points of a long article on one page: with all its marks under 300 kB
TITLE_WORDS = 14  # of the article, where it has no title of its own
SAFE_SCHEMES = ("https://", "http://")


Uses = Mapping[str, tuple[Link, ...]]  # from a claim to where it is used


@dataclass(frozen=True, slots=True)
class Note:
    """What was read from a claim of a paragraph, and where it is used."""

    kind: str
    href: str
    text: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the article; `furniture` tells what it is where it is not the article."""

    nodes: tuple[Node, ...]
    furniture: str | None
    notes: tuple[Note, ...]
    few: bool  # so few notes that they fit beside the words


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article as the page shows it."""

    anchor: str
    title: str
    outlet: str
    author: str | None
    source: str
    url: str | None  # only where it is a plain web address
    language: str | None
    published: str
    why: str
    evidence: tuple[Link, ...]  # the words that tell its day
    copy_of: Link | None
    problems: tuple[str, ...]
    blocks: tuple[Block, ...]
    strays: tuple[str, ...]  # fragment ids of records whose span holds nothing to show; links to them lead here


def article_views(
    dossier: Dossier, index: Index, bare: Iterable[Bare], question_of: Mapping[str, str]
) -> tuple[ArticleView, ...]:
    """All articles by day, those without one last."""
    marks = marks_of(dossier, index, bare)
    used = uses_of(dossier, index, question_of)
    return tuple(article_view(document, marks, used, index) for document in by_day(dossier.documents))


def by_day(documents: Iterable[Document]) -> list[Document]:
    """Documents by day, those without one last."""
    return sorted(documents, key=lambda d: (str(d.published.earliest or "9999"), outlet_of(d), d.id))


def title_of(document: Document) -> str:
    """The title; where that is furniture ("Home > Society"), the first words of the article."""
    place = document.text.find(document.title) if document.title else -1
    if document.title and not (place >= 0 and _furniture(document, place, place + len(document.title))):
        return document.title
    lines = ((document.text[start:end], start, end) for start, end in _lines(document.text))
    own = (line for line, start, end in lines if line.strip() and not _furniture(document, start, end))
    words = next(own, "").split()
    return (
        " ".join(words[:TITLE_WORDS]) + ("…" if len(words) > TITLE_WORDS else "") or document.title or document.source
    )


def article_view(document: Document, marks: Marks, used: Uses, index: Index, part: int | None = None) -> ArticleView:
    """One article, laid out; of a long one only a part, counted from 1, if one is asked for."""
    url = document.url or ""
    original = index.documents.get(document.copy_of or "")
    lines = [(start, end) for start, end in _lines(document.text) if part in (None, part_at(document, start))]
    blocks = tuple(_blocks(document, lines, marks, used, index))
    return ArticleView(
        anchor=anchor_of(document.id),
        title=title_of(document),
        outlet=outlet_of(document),
        author=document.author,
        source=document.source,
        url=url if url.lower().startswith(SAFE_SCHEMES) else None,
        language=document.language,
        published=days_in_words(document.published.days) or "day unknown",
        why=document.published.why,
        evidence=_day_links(document),
        copy_of=Link(f"{outlet_of(original)}: {title_of(original)}", f"#{anchor_of(original.id)}")
        if original
        else None,
        problems=document.problems,
        blocks=blocks,
        strays=_strays(document, marks, blocks) if part in (None, 1) and parts_of(document) == 1 else (),
    )


def _day_links(document: Document) -> tuple[Link, ...]:
    spans = document.published.evidence
    return tuple(Link(document.text[s.start : s.end], f"#{_day_anchor(document, n)}") for n, s in enumerate(spans, 1))


def _day_anchor(document: Document, number: int) -> str:
    return f"day-{number}-{anchor_of(document.id)}"


def parts_of(document: Document) -> int:
    """Into how many parts a long article is cut."""
    return part_at(document, len(document.text))


def part_at(document: Document, offset: int) -> int:
    """The part of a long article in which the line with that offset stands, counted from 1."""
    return (document.text.rfind("\n", 0, offset) + 1) // PART_LENGTH + 1


def _blocks(
    document: Document, lines: Iterable[tuple[int, int]], marks: Marks, used: Uses, index: Index
) -> Iterable[Block]:
    own = (*marks.marks.get(document.id, ()), *_day_marks(document))
    claims = marks.claims.get(document.id, ())
    for start, end in lines:
        inside = [mark for mark in own if mark.start < end and mark.end > start]
        notes = tuple(_note(c, used, index) for c in claims if start <= c.start < end and c.id in used)
        if document.text[start:end].strip():
            yield Block(
                nest(document.text, inside, start, end),
                _furniture(document, start, end),
                notes,
                len(notes) <= 1 + (end - start) / NOTE_LENGTH,
            )


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends."""
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _strays(document: Document, marks: Marks, blocks: Iterable[Block]) -> tuple[str, ...]:
    shown = {anchor for block in blocks for anchor in anchors(block.nodes)}
    wanted = {mark.anchor for mark in (*marks.marks.get(document.id, ()), *_day_marks(document)) if mark.anchor}
    return tuple(sorted(wanted - shown))


def _day_marks(document: Document) -> tuple[Mark, ...]:
    spans = enumerate(document.published.evidence, 1)
    why = f"tells the day: {document.published.why}"
    return tuple(Mark(s.start, s.end, "day", _day_anchor(document, n), None, why) for n, s in spans)


def _furniture(document: Document, start: int, end: int) -> str | None:
    """The kind of boilerplate that covers most of a line."""
    for part in document.boilerplate:
        if 2 * (min(part.end, end) - max(part.start, start)) > end - start:
            return part.kind
    return None


def _note(claim: Claim, used: Uses, index: Index) -> Note:
    kind = type(claim).__name__.lower()
    return Note(kind, f"#{anchor_of(claim.id)}", told_of(claim, index), used.get(claim.id, ()))


def uses_of(dossier: Dossier, index: Index, question_of: Mapping[str, str]) -> Uses:
    """Where each claim is used on the page."""
    links: dict[str, list[Link]] = defaultdict(list)
    for statement in dossier.statements:
        links[statement.id].append(Link("who says what", f"#{said_anchor(statement.id)}"))
    for figure in dossier.figures:
        if question := question_of.get(f"#{anchor_of(figure.id)}"):
            links[figure.id].append(Link("all counts", question))
    for entry in dossier.timeline:
        for event in entry.events:
            links[event].append(Link("timeline", f"#{happening_anchor(entry)}"))
    for claim, findings in index.findings_of.items():
        links[claim] += finding_links(findings)
    return {claim: tuple(dict.fromkeys(found)) for claim, found in links.items()}
