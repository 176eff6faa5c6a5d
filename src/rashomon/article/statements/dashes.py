"""Speech behind a dash, as Slavic, French and Spanish papers print it: "- We are going, - said Ann Lee. - Now."."""

import re
from collections.abc import Iterator, Sequence

from ...records import Span
from ..layout import Block
from ..parse import Parse, Range, Token
from .draft import Draft, Voice
from .lexicon import Lexicon
from .speakers import Room

# A paragraph that opens with a dash, and the attribution between two more, or behind a second one.
_SPEECH = re.compile(
    r"[-–—]\s*(?P<said>[^\n]+?[,!?.…])\s+[-–—]\s*(?P<by>[^\n–—]{3,160}?)"
    r"(?:[.,:]\s+[-–—]\s*(?P<rest>[^\n]+)|[.\s]*)$"
)
_NAMING = ("NOUN", "PROPN", "PRON")
SHORTEST_CONTENT = 2  # words


def dash_drafts(room: Room) -> Iterator[Draft]:
    """What is said in paragraphs that a dash opens, where a verb of saying stands behind another one."""
    parse = room.parse
    for block in parse.paragraphs:
        match = _SPEECH.match(parse.text, block.start, block.end) if parse.text[block.start] in "-–—" else None
        by = parse.within(*match.span("by")) if match else ()
        cue = _cue(by, room.lexicon)
        voice = _voice(parse, by, cue) if cue is not None else None
        if match is None or cue is None or voice is None:
            continue
        for part in ("said", "rest"):
            content = _content(parse, block, match.span(part)) if match[part] else None
            if content is not None:
                first = part == "said"
                verb = cue.index if first else None
                stance = room.lexicon.clause[cue.lemma]
                yield Draft(content, stance, "direct", Range(cue.index, cue.index), verb, voice, (), "dash")


def _content(parse: Parse, block: Block, span: tuple[int, int]) -> Span | None:
    tokens = [t for t in parse.within(*span) if t.pos not in ("PUNCT", "SPACE")]
    if len(tokens) < SHORTEST_CONTENT:
        return None
    words = parse.text[span[0] : span[1]]
    return Span(span[0], min(span[0] + len(words.rstrip()), block.end))


def _cue(by: Sequence[Token], lexicon: Lexicon) -> Token | None:
    """The first verb of saying between the dashes."""
    return next((t for t in by if t.lemma in lexicon.clause and t.tag.startswith("VB")), None)


def _voice(parse: Parse, by: Sequence[Token], cue: Token) -> Voice | None:
    """Who stands before the cue or, where nobody does, behind it: up to a comma, a day or a place."""
    before = [t for t in by if t.index < cue.index and t.pos != "ADV"]
    words = before or [t for t in by if t.index > cue.index]
    name = _until_mark(words)
    heads = [t for t in name if t.pos in _NAMING and t.entity not in ("DATE", "TIME")]
    if not heads:
        return None
    head = next((t for t in reversed(heads) if t.pos == "PROPN"), heads[0])
    return Voice(Span(name[0].start, max(heads, key=lambda t: t.index).end), head.index)


def _until_mark(words: Sequence[Token]) -> Sequence[Token]:
    """The words to the first comma, "to" or "on"; "of" holds an office and its body together."""
    ends = (n for n, t in enumerate(words) if t.text in (",", ":") or (t.pos == "ADP" and t.lower not in ("of", "for")))
    return words[: next(ends, len(words))]
