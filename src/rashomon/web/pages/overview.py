"""The first page: what happened in five lines, what is contested, how the counts went."""

from dataclasses import dataclass

from ...records import TimelineEntry
from .contested import Point, point_of
from .questions import Question
from .room import Room
from .timeline import DayOfTimeline, background_of, days_of_timeline

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
        lines=days_of_timeline(_weightiest(room), room.index),
        points=tuple(point_of(group, room.index) for group in room.contested[:POINTS]),
        contested=len(room.contested),
        questions=tuple(with_chart[:CHARTS]),
        counted=len(room.questions),
        happenings=len(room.dossier.timeline),
    )


def _weightiest(room: Room) -> list[TimelineEntry]:
    """The happenings that most origins tell, in the order of days; what lies long before them is no news."""
    past = background_of(room.dossier.timeline, room.index)
    news = [entry for entry in room.dossier.timeline if entry not in past]
    ranked = sorted(enumerate(news or room.dossier.timeline), key=lambda pair: _weight(pair[1], pair[0]))
    return [entry for _, entry in sorted(ranked[:LINES], key=lambda pair: pair[0])]


def _weight(entry: TimelineEntry, place: int) -> tuple[int, int, int]:
    return -entry.origins, -entry.documents, place
