"""What each served page prints: a few of the things that the report prints all at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ...records import Finding
from .articles import ArticleView, article_view, parts_of, title_of
from .contested import CONTESTED, HEADINGS, Contest, Point, point_of
from .evidence import anchor_of, outlet_of
from .graph import Graph
from .labels import Wording
from .maps import PlaceMap
from .names import NameGroup, entry_of
from .origins import Copy, Source, copies_of
from .paging import Pager, slice_of
from .questions import Link, Question
from .room import Group, Room
from .timeline import DayOfTimeline, days_of_timeline
from .unknown import Gap
from .voices import Speaker, Voice, speaker_of, utterances_of
from .words import count_in_words, days_in_words

POINTS, QUESTIONS, HAPPENINGS, SPEAKERS, UTTERANCES, NAMES, WORDINGS, ARTICLES, GAP_ITEMS = (
    8, 10, 40, 100, 40, 60, 20, 60, 200,
)  # fmt: skip  # on one page: under 300 kB with the longest sentences
SOURCES = 40
ROWS = 60  # of the table of one question
FEW_GAP_ITEMS = 8  # of each sort of gap, where all sorts stand on one page


@dataclass(frozen=True, slots=True)
class ContestedPage:
    contests: tuple[Contest, ...]
    agreements: tuple[Point, ...]
    agreed: int  # points on which reports agree, on all pages
    pager: Pager


@dataclass(frozen=True, slots=True)
class QuestionsPage:
    questions: tuple[Question, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class TimelinePage:
    timeline: tuple[DayOfTimeline, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class VoicesPage:
    voices: tuple[Voice, ...]
    outlets: tuple[str, ...]
    outlet: str
    pager: Pager


@dataclass(frozen=True, slots=True)
class SpeakersPage:
    speakers: tuple[Speaker, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class OriginsPage:
    graph: Graph | None  # on the first page
    sources: tuple[Source, ...]
    copies: tuple[Copy, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class NamesPage:
    name_groups: tuple[NameGroup, ...]
    map: PlaceMap | None  # on the first page
    pager: Pager


@dataclass(frozen=True, slots=True)
class WordingsPage:
    wordings: tuple[Wording, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class GapsPage:
    gaps: tuple[Gap, ...]
    sizes: tuple[int, ...]  # of each gap, on all pages
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in the list of all."""

    href: str
    outlet: str
    title: str
    published: str
    claims: str


@dataclass(frozen=True, slots=True)
class ArticlesPage:
    entries: tuple[Entry, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class ArticlePage:
    articles: tuple[ArticleView, ...]  # the one; a tuple, as the report has all
    earlier: Link | None
    later: Link | None
    pager: Pager


def contested_page(room: Room, number: int) -> ContestedPage:
    found = slice_of(room.contested, number, POINTS)
    return ContestedPage(_contests(room, found.items), (), len(room.settled), found.pager)


def agreed_page(room: Room, number: int) -> ContestedPage:
    found = slice_of(room.settled, number, POINTS)
    return ContestedPage((), _points(room, found.items), len(room.settled), found.pager)


def point_page(room: Room, anchor: str) -> Point | None:
    """The point that begins with the finding of that fragment id."""
    groups = (*room.contested, *room.settled)
    return next((point_of(group, room.index) for group in groups if anchor_of(group[0].id) == anchor), None)


def questions_page(room: Room, number: int) -> QuestionsPage:
    found = slice_of(sorted(room.questions, key=lambda q: q.single), number, QUESTIONS)
    return QuestionsPage(found.items, found.pager)


def question_page(room: Room, anchor: str, number: int) -> QuestionsPage | None:
    question = next((question for question in room.questions if question.anchor == anchor), None)
    if question is None:
        return None
    rows = slice_of(question.rows, number, ROWS)
    # A long table has several pages, the chart is on each; one row alone would be told as if it were the only one.
    shown = question if rows.pager.last == 1 else replace(question, rows=rows.items)
    return QuestionsPage((shown,), rows.pager)


def timeline_page(room: Room, number: int) -> TimelinePage:
    found = slice_of(room.timeline, number, HAPPENINGS)
    return TimelinePage(days_of_timeline(found.items, room.index), found.pager)


def happening_page(room: Room, anchor: str) -> TimelinePage | None:
    entry = room.happening_at.get(anchor)
    if entry is None:
        return None
    return TimelinePage(days_of_timeline([entry], room.index), Pager(1, 1, 1))


def voices_page(room: Room, outlet: str, number: int) -> VoicesPage:
    """All speakers, or those whom one outlet quotes."""
    rows = room.rows_of_voices
    outlets = sorted({outlet for row in rows for outlet in row.outlets})
    found = slice_of([row for row in rows if not outlet or outlet in row.outlets], number, SPEAKERS)
    return VoicesPage(found.items, tuple(outlets), outlet, found.pager)


def voice_page(room: Room, anchor: str, number: int) -> SpeakersPage | None:
    if anchor not in room.voices:
        return None
    key, said = room.voices[anchor]
    found = slice_of(utterances_of(said, room.versions), number, UTTERANCES)
    shown = [statement for group in found.items for statement in group]
    speaker = speaker_of(key, shown, room.versions, room.index)
    return SpeakersPage((speaker,), found.pager)


def origins_page(room: Room, number: int) -> OriginsPage:
    """The most printed sources first; the graph and the copies stand on the first page."""
    found = slice_of(room.sources, number, SOURCES)
    first = found.pager.number == 1
    copies = tuple(copies_of(room.dossier, room.index)) if first else ()
    return OriginsPage(room.graph if first else None, found.items, copies, found.pager)


def names_page(room: Room, number: int) -> NamesPage:
    found = slice_of(room.names, number, NAMES)
    groups = groupby(found.items, key=lambda pair: pair[0])
    return NamesPage(
        tuple(NameGroup(title, tuple(entry_of(e, room.index) for _, e in group)) for title, group in groups),
        room.map if found.pager.number == 1 else None,
        found.pager,
    )


def wordings_page(room: Room, number: int) -> WordingsPage:
    found = slice_of(room.wordings, number, WORDINGS)
    return WordingsPage(found.items, found.pager)


def gaps_page(room: Room) -> GapsPage:
    few = tuple(Gap(gap.title, gap.why, gap.items[:FEW_GAP_ITEMS]) for gap in room.gaps)
    return GapsPage(few, tuple(len(gap.items) for gap in room.gaps), None)


def gap_page(room: Room, which: int, number: int) -> GapsPage | None:
    if not 1 <= which <= len(room.gaps):
        return None
    gap = room.gaps[which - 1]
    found = slice_of(gap.items, number, GAP_ITEMS)
    return GapsPage((Gap(gap.title, gap.why, found.items),), (len(gap.items),), found.pager)


def articles_page(room: Room, number: int) -> ArticlesPage:
    found = slice_of(room.articles, number, ARTICLES)
    claims = room.marks.claims
    entries = tuple(
        Entry(
            href=f"#{anchor_of(document.id)}",
            outlet=outlet_of(document),
            title=title_of(document),
            published=days_in_words(document.published.days) or "day unknown",
            claims=count_in_words(len(claims.get(document.id, ())), "claim"),
        )
        for document in found.items
    )
    return ArticlesPage(entries, found.pager)


def article_page(room: Room, anchor: str, number: int) -> ArticlePage | None:
    document = room.document_at.get(anchor)
    if document is None:
        return None
    last = parts_of(document)
    part = min(max(number, 1), last)
    place = room.place_of_article[document.id]
    view = article_view(document, room.marks, room.uses, room.index, part)
    return ArticlePage((view,), _neighbour(room, place - 1), _neighbour(room, place + 1), Pager(part, last, last))


def _neighbour(room: Room, place: int) -> Link | None:
    if not 0 <= place < len(room.articles):
        return None
    document = room.articles[place]
    return Link(f"{outlet_of(document)}: {title_of(document)}", f"#{anchor_of(document.id)}")


def _contests(room: Room, groups: Sequence[Group]) -> tuple[Contest, ...]:
    by_kind = {kind: [group for group in groups if group[0].kind == kind] for kind in CONTESTED}
    return tuple(Contest(kind, HEADINGS[kind], _points(room, found)) for kind, found in by_kind.items() if found)


def _points(room: Room, groups: Sequence[Sequence[Finding]]) -> tuple[Point, ...]:
    return tuple(point_of(group, room.index) for group in groups)
