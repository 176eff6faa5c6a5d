"""What happened when, over all reports: one entry for each happening whose days are known."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from ..records import Document, Event, Finding, TimelineEntry
from .claims import Claims
from .counting import HISTORY
from .origins import UNCOUNTED
from .summaries import Texts, summary_of
from .tellings import days_of, tellings
from .vague_days import days_of_group, with_exact_days

A_MONTH = timedelta(days=31)  # what is told of a longer time is no happening of these days


def make_timeline(
    documents: Iterable[Document], claims: Claims, findings: Iterable[Finding]
) -> tuple[TimelineEntry, ...]:
    """Entries in order of their days; events of the same days that tell of one happening are one entry."""
    kept = tuple(findings)
    dated = [e for e in claims.events if e.when and e.earliest and e.latest]
    texts = Texts(
        documents={document.id: document for document in documents},
        said={(s.document, s.cue.start): s for s in claims.statements if s.cue},
        dated=_by_document(dated),
    )
    disputed = {member for f in kept if f.kind in ("conflict", "denial") for member in f.members}
    groups = with_exact_days(tellings(dated, texts.documents, kept), texts.documents, kept)
    entries = (_entry(group, texts, disputed) for group in groups)
    return tuple(sorted(entries, key=lambda entry: (entry.earliest, entry.latest, entry.summary, entry.events)))


def _by_document(events: Iterable[Event]) -> dict[str, tuple[Event, ...]]:
    told: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        told[event.document].append(event)
    return {id: tuple(sorted(own, key=lambda e: (e.trigger.start, e.id))) for id, own in told.items()}


def background(
    entries: Iterable[TimelineEntry], documents: Iterable[Document], events: Iterable[Event]
) -> frozenset[TimelineEntry]:
    """The entries that tell what led to a story rather than the story: long before its first report, or of no month."""
    first: dict[str, date] = {}
    story_of: dict[str, str] = {}
    for document in documents:
        story = story_of[document.id] = document.story or document.id
        if day := document.published.earliest:
            first[story] = min(day, first.get(story, day))
    document_of = {event.id: event.document for event in events}
    story_of_entry = ((entry, story_of[document_of[entry.events[0]]]) for entry in entries)
    return frozenset(entry for entry, story in story_of_entry if _is_background(entry, first.get(story)))


def _is_background(entry: TimelineEntry, first: date | None) -> bool:
    return entry.latest - entry.earliest > A_MONTH or (first is not None and first - entry.latest > HISTORY)


def _entry(events: tuple[Event, ...], texts: Texts, disputed: set[str]) -> TimelineEntry:
    days = days_of_group(events)
    assert days.earliest is not None and days.latest is not None
    return TimelineEntry(
        earliest=days.earliest,
        latest=days.latest,
        summary=summary_of(tuple(e for e in events if days_of(e) == days), texts),
        events=tuple(sorted(event.id for event in events)),
        documents=len({event.document for event in events}),
        origins=UNCOUNTED,
        disputed=any(event.id in disputed for event in events),
    )
