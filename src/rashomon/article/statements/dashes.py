"""Speech behind a dash, as Slavic, French and Spanish papers print it: "- We are going, - said Ann Lee. - Now."."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from ...records import Span
from ..layout import Block
from ..parse import Parse, Range, Token
from .draft import Draft, Voice
from .lexicon import Lexicon
from .room import Room

_DASH = re.compile(r"\s[-–—]\s")
_SENTENCE = re.compile(r"[^.!?:\n]*(?:[.!?:](?!\s)[^.!?:\n]*)*[.!?:]?")
_NAMING = ("NOUN", "PROPN", "PRON")
SHORTEST_CONTENT = 2  # words
FURTHEST_CUE = 16  # words from the dash to the verb of saying: "- the mayor of the town of Ford told reporters"
MOST_DASHES = 12  # of a paragraph, tried in turn


@dataclass(frozen=True, slots=True)
class _Tag:
    """The words between two dashes, or behind the last one, that tell who speaks."""

    start: int  # of the dash before it
    cue: Token
    voice: Voice
    rest: int | None  # where speech goes on


def dash_drafts(room: Room) -> Iterator[Draft]:
    """What is said in paragraphs that a dash opens, where a verb of saying stands behind another one."""
    for block in room.parse.paragraphs:
        if room.parse.text[block.start] in "-–—":
            yield from _speeches(room, block)


def _speeches(room: Room, block: Block) -> Iterator[Draft]:
    """One speech behind the other: "- Go, - said Ann Lee. - Go now, - she added."."""
    start, before = block.start + 1, None
    for _ in range(MOST_DASHES):
        tag = _tag(room, Span(start, block.end))
        said = _content(room.parse, Span(start, tag.start if tag is not None else block.end))
        if tag is not None and said is not None:
            before = tag
            yield _draft(room, said, tag, verb=tag.cue.index)
        elif before is not None and said is not None:
            yield _draft(room, said, before, verb=None)
        if tag is None or tag.rest is None:
            return
        start = tag.rest


def _tag(room: Room, part: Span) -> _Tag | None:
    """The first dash behind which somebody says what stands before it."""
    text = room.parse.text
    for dash in islice(_DASH.finditer(text, part.start + 1, part.end), MOST_DASHES):
        following = _DASH.search(text, dash.end(), part.end)
        sentence = _SENTENCE.match(text, dash.end(), part.end)
        end = sentence.end() if sentence else part.end
        rest = following if following is not None and following.start() <= end else None
        by = room.parse.within(dash.end(), rest.start() if rest else end)
        cue = _cue(by, room.lexicon)
        voice = _voice(by, cue, room.lexicon) if cue is not None else None
        if cue is not None and voice is not None:
            return _Tag(dash.start(), cue, voice, rest.end() if rest else None)
    return None


def _draft(room: Room, said: Span, tag: _Tag, verb: int | None) -> Draft:
    stance, cue = room.lexicon.clause[tag.cue.lemma], Range(tag.cue.index, tag.cue.index)
    return Draft(said, stance, "direct", cue, verb, tag.voice, (), "dash")


def _content(parse: Parse, part: Span) -> Span | None:
    tokens = [t for t in parse.within(part.start, part.end) if t.pos not in ("PUNCT", "SPACE")]
    words = parse.text[part.start : part.end]
    start = part.start + len(words) - len(words.lstrip())
    return Span(start, part.start + len(words.rstrip())) if len(tokens) >= SHORTEST_CONTENT else None


def _cue(by: Sequence[Token], lexicon: Lexicon) -> Token | None:
    """The first verb between the dashes, where it is one of saying."""
    first = next((t for t in by[:FURTHEST_CUE] if t.tag in ("VBD", "VBZ", "VBP", "MD")), None)
    return first if first is not None and first.lemma in lexicon.clause else None


def _voice(by: Sequence[Token], cue: Token, lexicon: Lexicon) -> Voice | None:
    """Who stands before the cue or, where nobody does, behind it: up to a comma, a day or a place."""
    before = [t for t in by if t.index < cue.index and t.pos != "ADV"]
    words = before or [t for t in by if t.index > cue.index]
    name = _until_mark(words, lexicon)
    heads = [t for t in name if t.pos in _NAMING and t.entity not in ("DATE", "TIME")]
    if not heads:
        return None
    head = next((t for t in reversed(heads) if t.pos == "PROPN"), heads[0])
    return Voice(Span(name[0].start, max(heads, key=lambda t: t.index).end), head.index)


def _until_mark(words: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """The words to the first comma, "to" or "on"; "of" holds an office and its body together."""
    ends = (
        n for n, t in enumerate(words) if t.text in (",", ":") or (t.pos == "ADP" and t.lower not in lexicon.of_office)
    )
    return words[: next(ends, len(words))]
