"""Speech laid out by labels: the turns of a transcript, "NAME: …"."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ...records import Span
from ..parse import Parse, Range
from .draft import Draft, Voice
from .room import Room

# "ANN LEE, HOST: …": a name in capitals, perhaps with what the person is, at the start of a paragraph.
_CAPITALS = re.compile(
    r"[\"“]?(?P<label>(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+\s?){1,4})(?:,\s?[A-Z /.-]{2,30}|\s?\([^)\n]{2,60}\))?\s?:(?:\s+|$)"
)
# "Ann Lee: …", "Q: …": counts where the same label comes back.
_MIXED = re.compile(r"(?P<label>[A-ZÀ-Þ]|(?:[A-ZÀ-Þ][\w.'’-]+\s?){1,4})\s?:\s+(?=\S)")
# "(SOUNDBITE OF MUSIC)": what is heard, not what anybody says.
_HEARD = re.compile(r"[\"“]?\([^()]*\)[.\s\"”]*")
FEWEST_TURNS = 2  # one label alone is a headline's or a caption's
FEWEST_SAME = 2


@dataclass(frozen=True, slots=True)
class _Label:
    paragraph: int
    span: Span
    rest: int  # where the words of the turn begin
    quoted: bool  # each turn of the transcript has its own marks
    told: bool  # who the person is stands behind the name: "ANN LEE, HOST:"


def turn_drafts(room: Room) -> Iterator[Draft]:
    """Every paragraph of a transcript is its speaker's; a paragraph without a label goes on from the one before."""
    parse = room.parse
    labels = {label.paragraph: label for label in _labels(room)}
    speaker, cue, quoted = None, None, False
    for number, block in enumerate(parse.paragraphs):
        label = labels.get(number)
        start = block.start
        if label is not None:
            speaker, cue, start = _voice(parse, label), _colon(parse, label), label.rest
            quoted = label.quoted
        content = _said(parse.text, start, block.end, quoted=quoted)
        if speaker is not None and content is not None:
            yield Draft(content, "says", "direct", cue, None, speaker, relation="turn")


def _colon(parse: Parse, label: _Label) -> Range | None:
    """The mark behind the label, which is the cue."""
    marks = [t.index for t in parse.within(label.span.end, label.rest) if t.text == ":"]
    return Range(marks[-1], marks[-1]) if marks else None


def _said(text: str, start: int, end: int, *, quoted: bool) -> Span | None:
    words = text[start:end]
    if quoted:
        words = words.rstrip().rstrip('"”')
        start, words = start + len(words) - len(words.lstrip('"“ ')), words.lstrip('"“ ')
    if _HEARD.fullmatch(words.strip()):
        return None
    span = Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
    return span if any(sign.isalnum() for sign in text[span.start : span.end]) else None


def _labels(room: Room) -> list[_Label]:
    parse = room.parse
    found = list(_matches(parse, _CAPITALS))
    if len(found) >= FEWEST_TURNS and _are_speakers(room, found):
        return found
    mixed = list(_matches(parse, _MIXED))
    same = Counter(parse.text[label.span.start : label.span.end] for label in mixed)
    often = [text for text, count in same.items() if count >= FEWEST_SAME]
    return mixed if len(often) >= FEWEST_TURNS else []


def _are_speakers(room: Room, labels: list[_Label]) -> bool:
    """Labels of people, of whom one comes back, is told of or named elsewhere; no "DESTINATION:" and "FUTURE:"."""
    names = [room.parse.text[label.span.start : label.span.end].split() for label in labels]
    same = Counter(map(tuple, names))
    surnames = {m.text.split()[-1].upper() for m in room.mentions if m.type == "PERSON" and not m.text.isupper()}
    surnames |= {name[-1] for name in names if len(name) > 1 and (name[-1],) in same}  # "ANN LEE:", later "LEE:"
    told = any(label.told or label.quoted for label in labels)
    return told or max(same.values()) >= FEWEST_SAME or any(name[-1] in surnames for name in names)


def _matches(parse: Parse, pattern: re.Pattern[str]) -> Iterator[_Label]:
    for number, block in enumerate(parse.paragraphs):
        match = pattern.match(parse.text, block.start, block.end)
        if match:
            label = match["label"].rstrip()
            start = match.start("label")
            behind = parse.text[start + len(label) : match.end()]
            told = any(sign.isalpha() for sign in behind)
            yield _Label(number, Span(start, start + len(label)), match.end(), start > block.start, told)


def _voice(parse: Parse, label: _Label) -> Voice | None:
    tokens = parse.within(label.span.start, label.span.end)
    return Voice(label.span, tokens[-1].index) if tokens else None
