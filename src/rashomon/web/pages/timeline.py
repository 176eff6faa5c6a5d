"""What happened when: days, and the happenings of each with their sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from ...records import Days, TimelineEntry
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
    happenings: tuple[Happening, ...]


def days_of_timeline(entries: Iterable[TimelineEntry], index: Index) -> tuple[DayOfTimeline, ...]:
    """The timeline, in order."""
    return days_of_numbered(enumerate(entries, 1), index)


def days_of_numbered(entries: Iterable[tuple[int, TimelineEntry]], index: Index) -> tuple[DayOfTimeline, ...]:
    """Entries of the timeline with their numbers, as days."""
    numbered = groupby(entries, key=lambda pair: (pair[1].earliest, pair[1].latest))
    return tuple(
        DayOfTimeline(
            day=days_in_words(Days(earliest, latest)),
            iso=earliest.isoformat(),
            happenings=tuple(_happening(number, entry, index) for number, entry in group),
        )
        for (earliest, latest), group in numbered
    )


def happening_anchor(number: int) -> str:
    """The fragment id of the timeline's entry with that number, counted from 1."""
    return f"happening-{number}"


def _happening(number: int, entry: TimelineEntry, index: Index) -> Happening:
    return Happening(
        anchor=happening_anchor(number),
        summary=entry.summary,
        reports=count_in_words(entry.documents, "report"),
        origins=count_in_words(entry.origins, "origin"),
        disputed=entry.disputed,
        evidence=all_evidence(entry.events, index),
    )
