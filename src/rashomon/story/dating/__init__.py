"""Publication days: what each document tells of its own, then what the documents of one story tell of one another."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...records import Analysis, Document, Publication
from .clues import Clues, read_clues
from .common_day import stamped_by_story
from .joint import solve_story

KNOWN = ("given", "metadata")


def date_documents(analyses: tuple[Analysis, ...], story_of: Mapping[str, str]) -> tuple[Document, ...]:
    """The documents in their order, with `published` filled as far as evidence reaches.

    What was given, or read from the page's metadata, stays. `unknown` is an answer too: no day without a reason.
    """
    clues = {a.document.id: read_clues(a) for a in analyses if not is_dated(a.document)}
    if not clues:
        return tuple(a.document for a in analyses)
    known = {a.document.id: a.document.published for a in analyses if is_dated(a.document)}
    stated = {key: clue.stated for key, clue in clues.items() if clue.stated is not None}
    found: dict[str, Publication] = dict(stated)
    by_story: dict[str, list[Analysis]] = {}
    for analysis in sorted(analyses, key=lambda a: a.document.id):
        story = story_of.get(analysis.document.id, analysis.document.id)
        by_story.setdefault(story, []).append(analysis)
    for story in sorted(by_story):
        members = by_story[story]
        undated = [clues[a.document.id] for a in members if a.document.id in clues and a.document.id not in stated]
        if undated:
            found.update(_solved(undated, _dated_of(members, {**known, **stated}, clues)))
    return tuple(_dated(a.document, found.get(a.document.id)) for a in analyses)


def _solved(undated: Sequence[Clues], dated: Sequence[tuple[Clues, Publication]]) -> Mapping[str, Publication]:
    """First those whose stamp only lacks the year, then those that these and the others bear out."""
    stamped = stamped_by_story(undated, [*undated, *(clue for clue, _ in dated)])
    anchors = [*dated, *((clue, stamped[clue.document.id]) for clue in undated if clue.document.id in stamped)]
    left = [clue for clue in undated if clue.document.id not in stamped]
    return {**stamped, **(solve_story(left, anchors) if left else {})}


def is_dated(document: Document) -> bool:
    """Its day was given, or read from the page's metadata."""
    return document.published.basis in KNOWN and document.published.days.known


def _dated_of(
    members: list[Analysis], published: Mapping[str, Publication], clues: Mapping[str, Clues]
) -> list[tuple[Clues, Publication]]:
    """The documents of a story whose day is known, with their clues."""
    dated = (a for a in members if a.document.id in published)
    return [(clues.get(a.document.id) or read_clues(a), published[a.document.id]) for a in dated]


def _dated(document: Document, publication: Publication | None) -> Document:
    return document if publication is None else replace(document, published=publication)
