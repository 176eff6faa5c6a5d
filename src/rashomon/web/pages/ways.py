"""One voice, or one step of the way that words took, with the places that show it."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...records import Document, Passage, Relay, Voice
from .articles import title_of
from .evidence import Evidence, anchor_of, evidence_of, outlet_of, sentence_around
from .graph import WAYS
from .paging import Pager, slice_of
from .questions import Link
from .room import Room
from .voices import voice_anchor
from .words import count_in_words, days_in_words

PLACES, STEPS = 60, 100  # on one page


@dataclass(frozen=True, slots=True)
class Step:
    """A relay in words."""

    taker: Link
    way: str
    giver: Link
    evidence: Link


@dataclass(frozen=True, slots=True)
class WayPage:
    """A voice with its steps, or a step with its evidence."""

    title: str
    kind: str
    said: Link | None  # the page of what the voice says
    steps: tuple[Step, ...]
    places: tuple[Evidence, ...]
    documents: tuple[Link, ...]
    pager: Pager


def way_page(room: Room, anchor: str, number: int) -> WayPage | None:
    """The page of the voice or the relay with that fragment id."""
    if anchor in room.relay_at:
        return _relay_page(room, room.relay_at[anchor], number)
    return _voice_page(room, room.way_voice_at[anchor], number) if anchor in room.way_voice_at else None


def step_of(relay: Relay, room: Room) -> Step:
    """A relay as a line of a table."""
    times = Link(count_in_words(len(relay.evidence), "place"), f"#{anchor_of(relay.id)}")
    return Step(_voice(relay.taker, room), WAYS[relay.way], _voice(relay.giver, room), times)


def _voice(id: str, room: Room) -> Link:
    return Link(room.way_voices[id].name, f"#{anchor_of(id)}")


def _relay_page(room: Room, relay: Relay, number: int) -> WayPage:
    step = step_of(relay, room)
    found = slice_of(relay.evidence, number, PLACES)
    documents = (room.index.documents[id] for id in found.items if id in room.index.documents)
    return WayPage(
        title=f"{step.taker.text} {step.way} {step.giver.text}",
        kind="",
        said=None,
        steps=(step,),
        places=tuple(place for id in found.items if (place := _place(id, room))),
        documents=_links(documents),
        pager=found.pager,
    )


def _voice_page(room: Room, voice: Voice, number: int) -> WayPage:
    found = slice_of(room.relays_of.get(voice.id, ()), number, STEPS)
    documents = [room.index.documents[id] for id in voice.documents if id in room.index.documents]
    anchor = voice_anchor((True, voice.entity)) if voice.entity else ""
    return WayPage(
        title=voice.name,
        kind=voice.kind,
        said=Link(f"All that {voice.name} says", f"/voices/{anchor}") if anchor in room.voices else None,
        steps=tuple(step_of(relay, room) for relay in found.items),
        places=(),
        documents=_links(documents[:STEPS]) if found.pager.number == 1 else (),
        pager=found.pager,
    )


def _links(documents: Iterable[Document]) -> tuple[Link, ...]:
    return tuple(Link(f"{outlet_of(d)}: {title_of(d)}", f"#{anchor_of(d.id)}") for d in documents)


def _place(id: str, room: Room) -> Evidence | None:
    """The sentence of a statement or a figure, or the passage that is another's."""
    if id in room.index.claims:
        return evidence_of(room.index.claims[id], room.index)
    return _passage(room.passages[id], room) if id in room.passages else None


def _passage(passage: Passage, room: Room) -> Evidence:
    document, original = room.index.documents[passage.document], room.index.documents[passage.original]
    before, marked, after = sentence_around(document.text, passage.start, passage.end)
    return Evidence(
        href=f"#{anchor_of(passage.id)}",
        before=before,
        marked=marked,
        after=after,
        value=passage.why,
        outlet=outlet_of(document),
        published=days_in_words(document.published.days) or "day unknown",
        when=f"{passage.words} words",
        speaker=f"from {outlet_of(original)}",
        speaker_href=f"#{anchor_of(original.id)}",
    )
