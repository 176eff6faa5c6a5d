"""What happened when, over all reports: one entry for each happening whose days are known."""

from collections.abc import Iterable

from ..records import Document, Event, Finding, TimelineEntry
from .claims import Claims
from .origins import count_origins
from .summaries import Texts, summary_of
from .tellings import tellings


def make_timeline(
    documents: Iterable[Document], claims: Claims, findings: Iterable[Finding]
) -> tuple[TimelineEntry, ...]:
    """Entries in order of their days; events of the same days that tell of one happening are one entry."""
    kept = tuple(findings)
    texts = Texts(
        documents={document.id: document for document in documents},
        said={(s.document, s.cue.start): s for s in claims.statements if s.cue},
    )
    disputed = {member for f in kept if f.kind in ("conflict", "denial") for member in f.members}
    dated = [e for e in claims.events if e.when and e.earliest and e.latest]
    entries = (_entry(group, texts, disputed) for group in tellings(dated, texts.documents, kept))
    return tuple(sorted(entries, key=lambda entry: (entry.earliest, entry.latest, entry.summary, entry.events)))


def _entry(events: tuple[Event, ...], texts: Texts, disputed: set[str]) -> TimelineEntry:
    first = events[0]
    assert first.earliest is not None and first.latest is not None
    return TimelineEntry(
        earliest=first.earliest,
        latest=first.latest,
        summary=summary_of(events, texts),
        events=tuple(sorted(event.id for event in events)),
        documents=len({event.document for event in events}),
        origins=count_origins(events, texts.documents),
        disputed=any(event.id in disputed for event in events),
    )
