"""Events against events: one happening in several reports, and one told with days that cannot both be true."""

from collections.abc import Mapping

from ...ids import make_id
from ...records import Document, Entity, Finding
from ..claims import Claims
from ..happenings import Told, happenings, told_events
from ..origins import count_origins


def event_findings(
    documents: tuple[Document, ...], claims: Claims, entities: tuple[Entity, ...]
) -> tuple[Finding, ...]:
    """`same_event` findings, and `conflict` findings about dates, within each story."""
    by_id = {document.id: document for document in documents}
    name_of = {entity.id: entity.name for entity in entities}
    told = told_events(documents, claims.events)
    return tuple(_same(group, by_id, name_of) for group in happenings(told, entities))


def _same(group: tuple[Told, ...], documents: Mapping[str, Document], name_of: Mapping[str, str]) -> Finding:
    members = tuple(sorted(told.event.id for told in group))
    best = group[0].event
    return Finding(
        id=make_id("finding", "same_event", *members),
        kind="same_event",
        about="events",
        members=members,
        origins=count_origins((told.event for told in group), documents),
        question=best.trigger.text,
        why="",
    )
