"""Words that are signed rather than introduced: "“We lost it all.” — Ann Lee, farmer", "We go — Ann Lee (@annlee)"."""

import re
from collections.abc import Iterable, Iterator

from ...records import Span
from ..parse import Parse, Range
from .draft import Draft, Voice
from .quotations import Quotation
from .room import Room, is_body, is_person

_DASH = re.compile(r"\s*(?P<dash>--|[–—―‒-])\s*(?P<name>[^\W\d_][^\n:;!?\"“”«»]{2,70}?)[\s.]*$")
# An embedded post: "The road is open. — Odrin Police (@odrinpolice) May 3, 2021".
_POST = re.compile(
    r"(?P<said>\S.*?\S)\s*(?P<dash>--|[–—―‒])\s*(?P<name>[^()\n]{2,60}?)\s*\(@\w{1,30}\)"
    r"(?:\s+\w+\.? \d{1,2}, \d{4})?\s*$"
)
LONGEST_SIGNATURE = 10  # words


def signed_drafts(room: Room, quotations: Iterable[Quotation]) -> Iterator[Draft]:
    """A draft for each quotation that nothing follows in its line but a dash and a name, and for each post."""
    yield from _posts(room)
    for quotation in quotations:
        place = _signature(room.parse, quotation)
        voice = _voice(room, Span(*place.span("name"))) if place else None
        if place is None or voice is None:
            continue
        dash = [t.index for t in room.parse.within(*place.span("dash"))]
        cue = Range(dash[0], dash[-1]) if dash else None
        yield Draft(Span(quotation.start, quotation.end), "says", "direct", cue, None, voice, relation="signature")


def _posts(room: Room) -> Iterator[Draft]:
    parse = room.parse
    for block in parse.paragraphs:
        handle = parse.text.find("(@", block.start, block.end) >= 0
        post = _POST.match(parse.text, block.start, block.end) if handle else None
        name = parse.within(*post.span("name")) if post else ()
        dash = parse.within(*post.span("dash")) if post else ()
        if post and name and dash:
            cue, voice = Range(dash[0].index, dash[-1].index), Voice(Span(*post.span("name")), name[-1].index)
            yield Draft(Span(*post.span("said")), "says", "direct", cue, None, voice, relation="signature")


def _signature(parse: Parse, quotation: Quotation) -> re.Match[str] | None:
    """The dash and the name behind a quotation, or, where it is a paragraph of its own, in the next one."""
    block = parse.paragraphs[quotation.paragraph]
    if parse.text[quotation.outer_end : block.end].strip():
        return _DASH.match(parse.text, quotation.outer_end, block.end)
    following = parse.paragraphs[quotation.paragraph + 1 : quotation.paragraph + 2]
    alone = not parse.text[block.start : quotation.outer_start].strip()
    return _DASH.match(parse.text, following[0].start, following[0].end) if following and alone else None


def _voice(room: Room, span: Span) -> Voice | None:
    """The words of a name with what its bearer is; a sentence that goes on behind a dash names nobody."""
    tokens = room.parse.within(span.start, span.end)
    comma = next((n for n, t in enumerate(tokens) if t.text in (",", "(")), len(tokens))
    name = tokens[:comma]
    if not name or len(tokens) > LONGEST_SIGNATURE or any(t.pos in ("VERB", "AUX") for t in tokens):
        return None
    head = name[-1]
    known = is_person(head, room.lexicon, room.kinds) or is_body(head, room.lexicon, room.kinds)
    return Voice(span, head.index) if known and name[0].text[0].isupper() else None
