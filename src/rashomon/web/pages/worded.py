"""One table of words, and the sentences of one of its cells."""

from dataclasses import dataclass, replace

from .evidence import Evidence, outlet_of, sentence_around
from .labels import Place, Usage, Voice, Wording
from .paging import Pager, slice_of
from .room import Room
from .words import days_in_words

SENTENCES, VOICES = 100, 60  # on one page


@dataclass(frozen=True, slots=True)
class WordingPage:
    wordings: tuple[Wording, ...]  # the one; a tuple, as the list has many
    voice: str
    label: str  # empty where the whole table is shown
    sentences: tuple[Evidence, ...]
    pager: Pager


def wording_page(room: Room, anchor: str, asked: tuple[str, str, str], number: int) -> WordingPage | None:
    """The table with that fragment id; where an outlet or a speaker and a label are asked for, their sentences."""
    wording = room.wording_at.get(anchor)
    if wording is None:
        return None
    outlet, speaker, label = asked
    if not label:
        voices = slice_of(wording.usages, number, VOICES)
        return WordingPage((replace(wording, usages=voices.items),), "", "", (), voices.pager)
    usage = _usage(wording, speaker or outlet, quoted=bool(speaker))
    if usage is None or label not in wording.labels:
        return None
    found = slice_of(usage.cells[wording.labels.index(label)], number, SENTENCES)
    sentences = tuple(_sentence(place, usage.voice, room) for place in found.items)
    return WordingPage((), usage.voice.name, label, sentences, found.pager)


def _usage(wording: Wording, name: str, *, quoted: bool) -> Usage | None:
    return next((u for u in wording.usages if u.voice.name == name and u.voice.quoted == quoted), None)


def _sentence(place: Place, voice: Voice, room: Room) -> Evidence:
    document = room.index.documents[place.document]
    before, marked, after = sentence_around(document.text, place.start, place.end)
    return Evidence(
        href=place.href,
        before=before,
        marked=marked,
        after=after,
        value="",
        outlet=outlet_of(document),
        published=days_in_words(document.published.days) or "day unknown",
        when="",
        speaker=voice.name if voice.quoted else None,
        speaker_href=voice.href,
    )
