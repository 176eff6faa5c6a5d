"""What happened when: days, and the happenings of each with their sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from ...ids import digest
from ...records import Days, TimelineEntry
from .evidence import Gathered, Index, all_evidence
from .words import count_in_words, days_in_words

LONG_BEFORE = timedelta(days=31)  # before the reports: told as what had gone before, not as news


@dataclass(frozen=True, slots=True)
class Happening:
    """An entry of the timeline, in words."""

    anchor: str
    summary: str
    reports: str
    origins: str
    disputed: bool
    evidence: tuple[Gathered, ...]


@dataclass(frozen=True, slots=True)
class DayOfTimeline:
    """A day, or a span of days, with all that happened on it."""

    day: str
    iso: str
    background: bool  # long before the reports
    happenings: tuple[Happening, ...]


def days_of_timeline(entries: Iterable[TimelineEntry], index: Index) -> tuple[DayOfTimeline, ...]:
    """Entries of the timeline as days, in their order; what is background and what is not never share a day."""
    days = groupby(entries, key=lambda entry: (entry.earliest, entry.latest, is_background(entry, index)))
    return tuple(
        DayOfTimeline(
            day=days_in_words(Days(earliest, latest)),
            iso=earliest.isoformat(),
            background=background,
            happenings=tuple(_happening(entry, index) for entry in group),
        )
        for (earliest, latest, background), group in days
    )


def background_last(entries: Iterable[TimelineEntry], index: Index) -> tuple[TimelineEntry, ...]:
    """The timeline with what lies long before the affair at its end."""
    return tuple(sorted(entries, key=lambda entry: is_background(entry, index)))


def is_background(entry: TimelineEntry, index: Index) -> bool:
    """It happened long before the first of the reports that tell of it."""
    documents = [index.documents[index.claims[id].document] for id in entry.events if id in index.claims]
    days = [document.published.earliest for document in documents if document.published.earliest]
    return bool(days) and entry.latest < min(days) - LONG_BEFORE


def happening_anchor(entry: TimelineEntry) -> str:
    """The fragment id of an entry of the timeline; it is that of its first event, so that it lasts."""
    key = entry.events[0] if entry.events else f"{entry.earliest} {entry.summary}"
    return f"happening-{digest(key.encode('utf-8', 'surrogatepass'))[:16]}"


def _happening(entry: TimelineEntry, index: Index) -> Happening:
    return Happening(
        anchor=happening_anchor(entry),
        summary=entry.summary,
        reports=count_in_words(entry.documents, "report"),
        origins=count_in_words(entry.origins, "origin"),
        disputed=entry.disputed,
        evidence=all_evidence(entry.events, index),
    )
