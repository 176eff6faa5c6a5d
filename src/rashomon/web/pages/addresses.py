"""Where each record is printed among the served pages."""

from collections.abc import Iterator, Mapping

from .articles import part_at, parts_of
from .evidence import anchor_of
from .paging import page_holding
from .room import Room
from .voices import said_anchor, utterances_of, voice_anchor

UTTERANCES_A_PAGE = 40
SECTIONS = {
    "top": "/", "contested": "/contested", "figures": "/figures", "timeline": "/timeline", "voices": "/voices",
    "names": "/names", "wordings": "/words", "unknown": "/unknown", "articles": "/articles",
}  # fmt: skip


def addresses(room: Room) -> Mapping[str, str]:
    """From a fragment id of the report to the address of the same thing."""
    return {
        **SECTIONS,
        **dict(_in_articles(room)),
        **dict(_findings(room)),
        **{anchor: f"/origins/{anchor}" for anchor in (*room.way_voice_at, *room.relay_at)},
        **{wording.anchor: f"/words/{wording.anchor}" for wording in room.wordings},
        **{question.anchor: f"/figures/{question.anchor}" for question in room.questions},
        **{anchor: f"/timeline/{anchor}" for anchor in room.happening_at},
        **{anchor: f"/names/{anchor}" for anchor in room.entity_at},
        **dict(_said(room)),
    }


def article_address(anchor: str, part: int = 1) -> str:
    """The address of an article, or of a part of a long one."""
    return f"/articles/{anchor}" + (f"?page={part}" if part > 1 else "")


def _in_articles(room: Room) -> Iterator[tuple[str, str]]:
    for anchor, document in room.document_at.items():
        yield anchor, article_address(anchor)
        single = parts_of(document) == 1
        days = ((f"day-{n}-{anchor}", span.start) for n, span in enumerate(document.published.evidence, 1))
        marks = ((mark.anchor, mark.start) for mark in room.marks.marks.get(document.id, ()) if mark.anchor)
        for fragment, start in (*days, *marks):
            yield fragment, f"{article_address(anchor, 1 if single else part_at(document, start))}#{fragment}"


def _findings(room: Room) -> Iterator[tuple[str, str]]:
    for group in (*room.contested, *room.settled):
        for finding in group:
            yield anchor_of(finding.id), f"/points/{anchor_of(group[0].id)}#{anchor_of(finding.id)}"


def _said(room: Room) -> Iterator[tuple[str, str]]:
    for key, said in room.quoted:
        for position, group in enumerate(utterances_of(said, room.versions)):
            page = page_holding(position, UTTERANCES_A_PAGE)
            address = f"/voices/{voice_anchor(key)}" + (f"?page={page}" if page > 1 else "")
            for statement in group:
                yield said_anchor(statement.id), f"{address}#{said_anchor(statement.id)}"
