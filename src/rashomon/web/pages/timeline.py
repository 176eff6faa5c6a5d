"""What happened when: days, and the happenings of each with their sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from ...ids import digest
from ...records import Days, Event, TimelineEntry
from ...story.timeline import background
from .evidence import Gathered, Index, all_evidence
from .words import count_in_words, days_in_words


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
    background: bool  # what led to the story, or is of no month
    happenings: tuple[Happening, ...]


def days_of_timeline(entries: Iterable[TimelineEntry], index: Index) -> tuple[DayOfTimeline, ...]:
    """Entries of the timeline as days, in their order; what is background and what is not never share a day."""
    kept = tuple(entries)
    past = background_of(kept, index)
    days = groupby(kept, key=lambda entry: (entry.earliest, entry.latest, entry in past))
    return tuple(
        DayOfTimeline(
            day=days_in_words(Days(earliest, latest)),
            iso=earliest.isoformat(),
            background=led_to_it,
            happenings=tuple(_happening(entry, index) for entry in group),
        )
        for (earliest, latest, led_to_it), group in days
    )


def background_last(entries: Iterable[TimelineEntry], index: Index) -> tuple[TimelineEntry, ...]:
    """The timeline with what led to the story at its end."""
    kept = tuple(entries)
    past = background_of(kept, index)
    return tuple(sorted(kept, key=lambda entry: entry in past))


def background_of(entries: Iterable[TimelineEntry], index: Index) -> frozenset[TimelineEntry]:
    """The entries that tell what led to a story rather than the story, as everywhere else."""
    first = {entry: index.claims.get(entry.events[0]) for entry in entries if entry.events}
    events = {entry: event for entry, event in first.items() if isinstance(event, Event)}
    return background(events, index.documents.values(), events.values())


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
