"""The first page: what happened in five lines, what is contested, how the counts went."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...records import TimelineEntry
from .contested import Point, point_of
from .questions import Question
from .room import Room
from .timeline import DayOfTimeline, days_of_numbered

LINES = 5
POINTS = 3
CHARTS = 2


@dataclass(frozen=True, slots=True)
class OverviewPage:
    lines: tuple[DayOfTimeline, ...]
    points: tuple[Point, ...]
    contested: int
    questions: tuple[Question, ...]
    counted: int
    happenings: int


def overview_page(room: Room) -> OverviewPage:
    """What most origins tell, contested points before all."""
    with_chart = [question for question in room.questions if question.chart]
    return OverviewPage(
        lines=days_of_numbered(_weightiest(room.dossier.timeline), room.index),
        points=tuple(point_of(group, room.index) for group in room.contested[:POINTS]),
        contested=len(room.contested),
        questions=tuple(with_chart[:CHARTS]),
        counted=len(room.questions),
        happenings=len(room.dossier.timeline),
    )


def _weightiest(entries: Sequence[TimelineEntry]) -> list[tuple[int, TimelineEntry]]:
    """The happenings that most origins tell, in the order of days."""
    numbered = sorted(enumerate(entries, 1), key=lambda pair: (-pair[1].origins, -pair[1].documents, pair[0]))
    return sorted(numbered[:LINES], key=lambda pair: pair[0])
