"""The reading view: each article with its spans marked by kind, its day with reasons, and notes that lead back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...dossier import Dossier
from ...records import Days, Document, Event, Figure, Mention, Passage, Statement, Time
from .asked import Opening
from .evidence import Claim, Index, anchor_of, name_of, outlet_of, value_of
from .labels import Wording
from .nesting import Mark, Node, anchors, nest
from .questions import Link, finding_links
from .timeline import happening_anchor
from .voices import said_anchor
from .words import days_in_words

PART_LENGTH = 20_000  # code points of a long article on one page: with all its marks under 300 kB
TITLE_WORDS = 14  # of the article, where it has no title of its own
SAFE_SCHEMES = ("https://", "http://")


Bare = tuple[str, Mark]  # a document, and a mark in it that belongs to no record
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


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks and claims of each document."""

    marks: Mapping[str, Sequence[Mark]]
    claims: Mapping[str, Sequence[Claim]]


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
            yield Block(nest(document.text, inside, start, end), _furniture(document, start, end), notes)


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
    return Note(kind, f"#{anchor_of(claim.id)}", told(claim, index), used.get(claim.id, ()))


def told(claim: Claim, index: Index) -> str:
    """What was read from a claim, in one line."""
    match claim:
        case Statement():
            speaker = name_of(claim.speaker, index) if claim.speaker else claim.speaker_text or "nobody named"
            parts = [f"{speaker} {claim.stance}", _through(claim.via, index), days_in_words(claim.made)]
        case Figure():
            group = claim.group_text or claim.group
            place = name_of(claim.place, index) if claim.place else None
            source = name_of(claim.source, index) if claim.source else claim.source_text
            parts = [f"{claim.measure}: {value_of(claim)}", group, place, source, days_in_words(claim.as_of)]
        case Event():
            actors = ", ".join(name_of(a, index) for a in claim.actors) or claim.actor_text
            recipients = ", ".join(name_of(r, index) for r in claim.recipients) or claim.recipient_text
            days = days_in_words(Days(claim.earliest, claim.latest))
            parts = [
                actors,
                claim.trigger.text,
                recipients,
                days,
                claim.modality if claim.modality != "actual" else None,
            ]
    return " · ".join(part for part in parts if part)


def _through(via: Iterable[str], index: Index) -> str | None:
    names = ", ".join(name_of(reference, index) for reference in via)
    return f"through {names}" if names else None


def uses_of(dossier: Dossier, index: Index, question_of: Mapping[str, str]) -> Uses:
    """Where each claim is used on the page."""
    links: dict[str, list[Link]] = defaultdict(list)
    for statement in dossier.statements:
        links[statement.id].append(Link("who says what", f"#{said_anchor(statement.id)}"))
    for figure in dossier.figures:
        if question := question_of.get(f"#{anchor_of(figure.id)}"):
            links[figure.id].append(Link("all counts", question))
    for number, entry in enumerate(dossier.timeline, 1):
        for event in entry.events:
            links[event].append(Link("timeline", f"#{happening_anchor(number)}"))
    for claim, findings in index.findings_of.items():
        links[claim] += finding_links(findings)
    return {claim: tuple(dict.fromkeys(found)) for claim, found in links.items()}


def marks_of(dossier: Dossier, index: Index, bare: Iterable[Bare] = ()) -> Marks:
    """All that is marked in the articles."""
    marks: dict[str, list[Mark]] = defaultdict(list)
    claims: dict[str, list[Claim]] = defaultdict(list)
    for time in dossier.times:
        marks[time.document].append(_time_mark(time))
    for entity in dossier.entities:
        for mention in entity.mentions:
            marks[mention.document].append(_mention_mark(mention, entity.id, entity.name))
    for claim in index.claims.values():
        marks[claim.document] += _claim_marks(claim, index)
        claims[claim.document].append(claim)
    for passage in dossier.passages:
        marks[passage.document].append(_passage_mark(passage, index))
    for document, mark in dict.fromkeys(bare):
        marks[document].append(mark)
    ordered = {document: sorted(found, key=lambda c: (c.start, c.end, c.id)) for document, found in claims.items()}
    return Marks(marks, ordered)


def _passage_mark(passage: Passage, index: Index) -> Mark:
    original = index.documents.get(passage.original)
    told = f"word for word in {outlet_of(original)}: {passage.why}" if original else passage.why
    return Mark(passage.start, passage.end, "passage", anchor_of(passage.id), None, told)


def bare_marks(worded: Iterable[Wording], opened: Iterable[Opening]) -> Iterator[Bare]:
    """Marks of words that are no records, but that other pages lead to."""
    for wording in worded:
        for place in (place for usage in wording.usages for cell in usage.cells for place in cell if place.bare):
            yield place.document, Mark(place.start, place.end, "word", place.anchor)
    for opening in opened:
        yield opening.document, Mark(opening.start, opening.end, "word", opening.anchor)


def _time_mark(time: Time) -> Mark:
    days = days_in_words(Days(time.earliest, time.latest)) or time.value
    return Mark(time.start, time.end, "time", anchor_of(time.id), None, days)


def _mention_mark(mention: Mention, entity: str, name: str) -> Mark:
    kind = "name" if mention.form in ("name", "acronym") else "role"
    return Mark(mention.start, mention.end, kind, anchor_of(mention.id), f"#{anchor_of(entity)}", name)


def _claim_marks(claim: Claim, index: Index) -> list[Mark]:
    kind = type(claim).__name__.lower()
    marks = [Mark(claim.start, claim.end, kind, anchor_of(claim.id), None, told(claim, index))]
    if isinstance(claim, Event):
        marks.append(Mark(claim.trigger.start, claim.trigger.end, "trigger"))
    return marks
