"""What happened when, each entry with its sentences."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...records import Days, TimelineEntry
from .evidence import Gathered, Index, all_evidence
from .words import count_in_words, days_in_words


@dataclass(frozen=True, slots=True)
class Happening:
    """An entry of the timeline, in words."""

    anchor: str
    day: str
    iso: str
    summary: str
    reports: str
    origins: str
    disputed: bool
    evidence: tuple[Gathered, ...]


def happenings(entries: Iterable[TimelineEntry], index: Index) -> tuple[Happening, ...]:
    """The timeline, in order."""
    return tuple(_happening(number, entry, index) for number, entry in enumerate(entries, 1))


def _happening(number: int, entry: TimelineEntry, index: Index) -> Happening:
    return Happening(
        anchor=f"happening-{number}",
        day=days_in_words(Days(entry.earliest, entry.latest)),
        iso=entry.earliest.isoformat(),
        summary=entry.summary,
        reports=count_in_words(entry.documents, "report"),
        origins=count_in_words(entry.origins, "origin"),
        disputed=entry.disputed,
        evidence=all_evidence(entry.events, index),
    )
