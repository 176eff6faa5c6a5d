"""Who says a headline: "Minister: no new tax", "No new tax: minister", "No new tax, says minister"."""

import re
from collections.abc import Iterator

from ...records import Span
from ..layout import Block
from ..parse import Parse, Range
from .clauses import trimmed_span
from .draft import Draft, Voice
from .room import Room, is_body, is_person

_HEADLINE_START = re.compile(r"(?P<label>[^:\n]{2,60}):\s+(?P<said>[^:\n;|]{8,})")
_HEADLINE_END = re.compile(r"(?P<said>[^:\n]{8,}):\s+(?P<label>[^:\n.]{2,50})$")
_QUOTED = re.compile(r"[\"“”«»„‘]|(?<!\w)'")
LONGEST_TAIL = 8  # words of ", says the head of the board"


def headline_drafts(room: Room) -> Iterator[Draft]:
    """What the headline's label or tail says somebody said."""
    for block in room.parse.paragraphs:
        if block.title:
            draft = _labelled(room, block) or _told_behind(room, block)
            if draft is not None:
                yield draft


def _labelled(room: Room, block: Block) -> Draft | None:
    parse = room.parse
    for pattern in (_HEADLINE_START, _HEADLINE_END):
        match = pattern.match(parse.text, block.start, block.end)
        voice = _headline_voice(room, match.span("label")) if match else None
        if match is None or voice is None or _is_topic(room, voice, match["said"]):
            continue
        content = trimmed_span(parse.text, Span(*match.span("said")))
        if content is not None:
            cue = _between(parse, voice, content)
            return Draft(content, "says", "indirect", cue, None, voice, relation="headline")
    return None


def _told_behind(room: Room, block: Block) -> Draft | None:
    """ "Dam unsafe, says inspector", "Dam unsafe, inspector says"."""
    tokens = room.parse.within(block.start, block.end)
    comma = next((n for n in range(len(tokens) - 1, 0, -1) if tokens[n].text == ","), 0)
    tail = tokens[comma + 1 :]
    if not comma or not 2 <= len(tail) <= LONGEST_TAIL:
        return None
    cue = next((t for t in (tail[0], tail[-1]) if t.lemma in room.lexicon.clause and t.lower != t.lemma), None)
    named = tail[1:] if cue is tail[0] else tail[:-1]
    nouns = [t.index for t in named if t.pos in ("NOUN", "PROPN")]
    bare = nouns and not any(
        t.pos in ("VERB", "AUX", "PUNCT") for t in named
    )  # whatever a verb of saying names, speaks
    voice = Voice(Span(named[0].start, named[-1].end), nouns[-1]) if cue is not None and bare else None
    content = trimmed_span(room.parse.text, Span(block.start, tokens[comma].start))
    if cue is None or voice is None or content is None:
        return None
    stance = room.lexicon.clause[cue.lemma]
    return Draft(content, stance, "indirect", Range(cue.index, cue.index), cue.index, voice, relation="headline")


def _between(parse: Parse, voice: Voice, content: Span) -> Range | None:
    """The colon between a label and what is said."""
    first, last = sorted((voice.span, content), key=lambda span: span.start)
    marks = [t.index for t in parse.within(first.end, last.start) if t.text == ":"]
    return Range(marks[0], marks[0]) if marks else None


def _is_topic(room: Room, label: Voice, said: str) -> bool:
    """ "Norway: fatal blast in Oslo" tells where, "Search : Herald" by whom the page is made: nobody says it."""
    head = room.parse.tokens[label.head]
    offices = {t.lower for t in room.parse.within(label.span.start, label.span.end)} & room.lexicon.persons
    unknown = head.pos == "PROPN" and head.index not in room.kinds and not offices
    nobody = unknown or room.kinds.get(label.head) in ("GPE", "LOC", "FACILITY", "EVENT")
    return (nobody and not _QUOTED.search(said)) or room.parse.text[
        label.span.start : label.span.end
    ].casefold() in said.casefold()


def _headline_voice(room: Room, span: tuple[int, int]) -> Voice | None:
    """The label, where it names somebody who can speak."""
    lexicon = room.lexicon
    tokens = room.parse.within(*span)
    if not tokens or any(t.pos in ("VERB", "AUX") for t in tokens) or not tokens[-1].text[0].isalpha():
        return None
    head = tokens[-1]
    named = is_person(head, lexicon, room.kinds) or is_body(head, lexicon, room.kinds)
    speaks = named or head.lemma in lexicon.nouns or head.lower in lexicon.media
    return Voice(Span(tokens[0].start, head.end), head.index) if speaks else None
