"""Who says a headline: "Minister: no new tax", "No new tax: minister", "No new tax, says minister"."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from ...records import Span
from ..layout import Block
from ..parse import Parse, Range, Token
from .clauses import tokens_span, trimmed_span, voice_of
from .draft import Draft, Voice
from .room import Room, is_body, is_person

_HEADLINE_START = re.compile(r"(?P<label>[^:\n]{2,60}):\s+(?P<said>[^:\n;|]{8,})")
_HEADLINE_END = re.compile(r"(?P<said>[^:\n]{8,}):\s+(?P<label>[^:\n.]{2,50})$")
_HEADLINE_TAIL = re.compile(r"(?:[^:\n]{2,60}:\s+)?(?P<said>[^:\n|]{8,}?)\s[-–—]\s(?P<label>[^:\n.|–—]{2,50})$")
_LAST_DASH = re.compile(r"\s[-–—]\s(?=[^-–—]{2,40}$)")
_QUOTED = re.compile(r"[\"“”«»„‘]|(?<!\w)'")
SHORTEST_SAID = 2  # words behind a bare "says"
LONGEST_TAIL = 8  # words of ", says the head of the board"


def headline_drafts(room: Room) -> Iterator[Draft]:
    """What the headline's label or tail says somebody said."""
    for block in room.parse.paragraphs:
        if block.title:
            draft = _labelled(room, block) or _told_behind(room, block)
            if draft is not None:
                yield draft


def bare_headline_drafts(room: Room, used: Collection[int]) -> Iterator[Draft]:
    """ "Mayor says no leak at plant": all behind a verb of saying that is not among the `used` ones."""
    for block in room.parse.paragraphs:
        tokens = room.parse.within(block.start, block.end) if block.title else ()
        cue = next((t for t in tokens if t.tag in ("VBZ", "VBP", "VBD")), None)
        subjects = room.parse.children(cue.index, "nsubj") if cue is not None else ()
        if cue is None or cue.index in used or cue.lemma not in room.lexicon.bare or not subjects:
            continue
        said = list(
            takewhile(lambda t: t.lower not in room.lexicon.unsaid.meanwhile, tokens[cue.index - tokens[0].index + 1 :])
        )
        content = tokens_span(room.parse, said[0].index, said[-1].index) if len(said) >= SHORTEST_SAID else None
        if content is not None and said[0].pos not in ("ADP", "PUNCT", "PART") and subjects[0].index < cue.index:
            voice = voice_of(room.parse, subjects[0], cue)
            stance = room.lexicon.clause[cue.lemma]
            yield Draft(content, stance, "indirect", Range(cue.index, cue.index), cue.index, voice, (), "headline")


def _labelled(room: Room, block: Block) -> Draft | None:
    parse = room.parse
    for pattern in (_HEADLINE_TAIL, _HEADLINE_START, _HEADLINE_END):
        match = pattern.match(parse.text, block.start, block.end)
        voice = _headline_voice(room, match.span("label")) if match else None
        if match is None or voice is None or _is_topic(room, voice, match["said"]):
            continue
        if pattern is _HEADLINE_TAIL and not _is_source(room, match.span("label")):
            continue
        content = trimmed_span(parse.text, _without_outlet(room, Span(*match.span("said"))))
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


def _without_outlet(room: Room, said: Span) -> Span:
    """What is said without the names behind dashes at its end: "Three dead - Valley News - KVLY"."""
    parse, end = room.parse, said.end
    while dash := _LAST_DASH.search(parse.text, said.start, end):
        names = parse.within(dash.end(), end)
        if not names or any(t.pos not in ("PROPN", "NUM", "PUNCT", "DET") for t in names):
            break
        end = dash.start()
    return Span(said.start, end)


def _is_source(room: Room, span: tuple[int, int]) -> bool:
    """ "Road open - Ministry of Works"; behind a dash the name of the page's own outlet stands as often."""
    words = {word for t in room.parse.within(*span) for word in (t.lower, t.lemma)}
    known = bool(words & (room.lexicon.persons | room.lexicon.bodies))
    return known and not words & room.lexicon.media


def _between(parse: Parse, voice: Voice, content: Span) -> Range | None:
    """The colon or dash between a label and what is said."""
    first, last = sorted((voice.span, content), key=lambda span: span.start)
    marks = [t.index for t in parse.within(first.end, last.start) if t.text in (":", "-", "–", "—")]
    return Range(marks[0], marks[0]) if marks else None


def _is_topic(room: Room, label: Voice, said: str) -> bool:
    """ "Norway: fatal blast in Oslo" tells where, "Search : Herald" by whom the page is made: nobody says it."""
    head = room.parse.tokens[label.head]
    words = {t.lower for t in room.parse.within(label.span.start, label.span.end)}
    offices = words & (room.lexicon.persons | room.lexicon.bodies)
    unknown = head.pos == "PROPN" and head.index not in room.kinds and not offices
    if room.kinds.get(label.head) in ("GPE", "LOC", "FACILITY") and head.dep == "pobj":
        return True  # "Riot in Odrin: “They shot at us”"
    nobody = unknown or room.kinds.get(label.head) in ("GPE", "LOC", "FACILITY", "EVENT", "OTHER")
    return (nobody and not _QUOTED.search(said)) or room.parse.text[
        label.span.start : label.span.end
    ].casefold() in said.casefold()


def _behind_topic(room: Room, label: Sequence[Token]) -> Sequence[Token]:
    """Who speaks in "Blast in Odrin, the police: three dead"; of "Ann Lee, head of police" all."""
    comma = next((n for n, t in enumerate(label) if t.text == ","), None)
    if comma is None or any("PERSON" in (t.entity, room.kinds.get(t.index)) for t in label[:comma]):
        return label
    return label[comma + 1 :]


def _headline_voice(room: Room, span: tuple[int, int]) -> Voice | None:
    """The label, where it names somebody who can speak."""
    lexicon = room.lexicon
    tokens = _behind_topic(room, room.parse.within(*span))
    if not tokens or any(t.pos in ("VERB", "AUX") for t in tokens) or not tokens[-1].text[0].isalpha():
        return None
    head = tokens[-1]
    named = is_person(head, lexicon, room.kinds) or is_body(head, lexicon, room.kinds)
    speaks = named or head.lemma in lexicon.nouns or head.lower in lexicon.media
    return Voice(Span(tokens[0].start, head.end), head.index) if speaks else None
