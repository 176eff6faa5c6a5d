"""What happened when, over all reports: one entry for each happening whose days are known."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from ..records import Document, Event, Finding, TimelineEntry
from .claims import Claims
from .origins import count_origins

READABLE = (30, 200)  # characters of a clause that reads as a line of its own


def make_timeline(
    documents: Iterable[Document], claims: Claims, findings: Iterable[Finding]
) -> tuple[TimelineEntry, ...]:
    """Entries in order of their days; events that a `same_event` finding joins, and of the same days, are one."""
    kept = tuple(findings)
    by_id = {document.id: document for document in documents}
    disputed = {member for f in kept if f.kind in ("conflict", "denial") for member in f.members}
    dated = [e for e in claims.events if e.when and e.earliest and e.latest]
    entries = (_entry(group, by_id, disputed) for group in _groups(dated, kept))
    return tuple(sorted(entries, key=lambda entry: (entry.earliest, entry.latest, entry.summary, entry.events)))


def _groups(events: list[Event], findings: Iterable[Finding]) -> Iterable[list[Event]]:
    """Events of the same days that one finding holds for one happening."""
    finding_of = {member: f.id for f in findings if f.kind == "same_event" for member in f.members}
    groups: dict[tuple[str, date | None, date | None], list[Event]] = defaultdict(list)
    for event in events:
        groups[finding_of.get(event.id, event.id), event.earliest, event.latest].append(event)
    return groups.values()


def _entry(events: list[Event], documents: dict[str, Document], disputed: set[str]) -> TimelineEntry:
    first = events[0]
    assert first.earliest and first.latest
    return TimelineEntry(
        earliest=first.earliest,
        latest=first.latest,
        summary=_summary(events),
        events=tuple(sorted(event.id for event in events)),
        documents=len({event.document for event in events}),
        origins=count_origins(events, documents),
        disputed=any(event.id in disputed for event in events),
    )


def _summary(events: list[Event]) -> str:
    """The clause that tells most and reads as a line: with who and to whom, of a readable length."""
    best = max(events, key=lambda e: (_is_readable(e.text), bool(e.actors), bool(e.recipients), bool(e.place), e.id))
    return " ".join(best.text.split())


def _is_readable(text: str) -> bool:
    return READABLE[0] <= len(text) <= READABLE[1]
