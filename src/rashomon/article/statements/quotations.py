"""Where a text stands in quotation marks: straight, curly, low, angled and single ones, closed or not."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from ..layout import Block

_CLOSERS = {
    '"': ('"', "”", "''"),
    "''": ("''", '"', "”"),
    "``": ("''", '"', "``"),
    "“": ("”", '"', "''"),
    "„": ("“", "”", '"'),
    "‟": ("”", '"'),
    "«": ("»",),
    "»": ("«",),
    "‹": ("›",),
    "〝": ("〞",),
    "「": ("」",),
    "『": ("』",),
    "‘": ("’",),
    "'": ("'",),
    "‚": ("‘", "’"),
}
_SINGLE = ("‘", "'", "‚")
_AMBIGUOUS = ('"', "''", "»")  # the same sign opens and closes; its neighbours tell
_DOUBLED = ("''", "``")  # double marks typed as two single ones
_FIRST = re.compile(f"[{re.escape(''.join(sorted({mark[0] for mark in (*_CLOSERS, *_DOUBLED)})))}]")
_STRAIGHT = re.compile('"')
_BEFORE_OPENING = "([{—–-/…:"
_SPEECH_END = ",.!?…"
NEAR = 40  # code points looked back over blanks for the sign before a mark


@dataclass(frozen=True, slots=True)
class Quotation:
    """A run of text in quotation marks: `[start, end)` without them, `[outer_start, outer_end)` with them."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    paragraph: int
    closed: bool = True
    continues: bool = False  # it goes on from the paragraph before, where the marks were not closed


def find_quotations(text: str, paragraphs: Iterable[Block]) -> tuple[Quotation, ...]:
    """Quotations of all paragraphs in order; one inside another is left to the outer one.

    >>> [text[q.start:q.end] for text in ["“Go,” he said."] for q in find_quotations(text, [Block(0, 14)])]
    ['Go,']
    """
    found: list[Quotation] = []
    blocks = tuple(paragraphs)
    for number, block in enumerate(blocks):
        open_before = bool(found) and found[-1].paragraph == number - 1 and not found[-1].closed
        next_mark = "".join(text[b.start : b.start + 1] for b in blocks[number + 1 : number + 2])
        for q in _in_paragraph(text, block, number, next_mark):
            at_start = q.outer_start == block.start
            goes_on = at_start and open_before
            found.append(Quotation(q.start, q.end, q.outer_start, q.outer_end, number, q.closed, goes_on))
    return tuple(found)


class Letters:
    """How many letters and numbers stand up to each place of a text, and how many of them in quotation marks."""

    def __init__(self, text: str, quotations: Iterable[Quotation]) -> None:
        signs = [sign.isalnum() for sign in text]
        quoted = [False] * len(text)
        for quotation in quotations:
            quoted[quotation.start : quotation.end] = signs[quotation.start : quotation.end]
        self._all = (0, *accumulate(signs))
        self._quoted = (0, *accumulate(quoted))

    def quoted_share(self, start: int, end: int) -> float:
        """Which part of the letters of `[start, end)` stands in quotation marks."""
        letters = self._all[end] - self._all[start]
        return (self._quoted[end] - self._quoted[start]) / letters if letters else 0.0


def touching(quotations: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    """Those of the quotations, which stand in order and apart, whose words share something with `[start, end)`."""
    first = bisect_right(quotations, start, key=lambda q: q.end)
    last = bisect_left(quotations, end, key=lambda q: q.start)
    return quotations[first:last]


def _in_paragraph(text: str, block: Block, number: int, next_mark: str) -> Iterator[Quotation]:
    """Quotations of a paragraph; a single mark may stay open only where the next paragraph begins with one."""
    at = block.start
    paired = _paired(text, block)
    never_closed: set[str] = set()  # searched once to the paragraph's end, and not again
    while sign := _FIRST.search(text, at, block.end):
        at = sign.start()
        mark = _mark(text, at)
        if at not in paired and not _opens(text, at, mark, block):
            at += len(mark)
            continue
        close = None if mark in never_closed else _closing(text, at, mark, block)
        if close is None:
            never_closed.add(mark)
        runs_on = mark not in _SINGLE or (next_mark == mark and text[at + 1 : at + 2].isupper())
        if close is None and not (runs_on and _may_stay_open(text, at, block)):
            at += len(mark)
            continue
        end, outer_end = close or (block.end, block.end)
        inner = _inner(text, at + len(mark), end)
        if inner[0] < inner[1]:
            yield Quotation(*inner, at, outer_end, number, close is not None)
        at = outer_end


def _paired(text: str, block: Block) -> frozenset[int]:
    """Where straight marks open that stand between blanks, as texts that went through a machine have them: " so ".

    Nothing but their order tells them apart, so each must look as its turn says it is.
    """
    marks = [sign.start() for sign in _STRAIGHT.finditer(text, block.start, block.end)]
    opening, closing = marks[::2], marks[1::2]
    apart = any(text[at + 1 : at + 2].isspace() for at in opening)
    if not apart or len(opening) != len(closing):
        return frozenset()
    opens = all(at == block.start or text[at - 1].isspace() or text[at - 1] in _BEFORE_OPENING for at in opening)
    closes = all(at + 1 >= block.end or not text[at + 1].isalnum() for at in closing)
    return frozenset(opening) if opens and closes else frozenset()


def _mark(text: str, at: int) -> str:
    """The sign at a place; two single marks in a row are one."""
    pair = text[at : at + 2]
    return pair if pair in _DOUBLED else text[at]


def _opens(text: str, at: int, mark: str, block: Block) -> bool:
    if mark not in _CLOSERS:
        return False
    before = text[at - 1] if at > block.start else " "
    behind = at + len(mark)
    after = text[behind] if behind < block.end else " "
    if mark in _SINGLE or mark in _AMBIGUOUS:
        glued = mark == '"' and before in ".!?" and after.isupper()  # a space lost between two sentences
        return (before.isspace() or before in _BEFORE_OPENING or glued) and not after.isspace()
    return not after.isspace() or mark == "«"


def _closing(text: str, at: int, mark: str, block: Block) -> tuple[int, int] | None:
    """Where the closing marks begin and end."""
    closers = _CLOSERS[mark]
    index = at + len(mark)
    while index < block.end:
        sign = _mark(text, index)
        if sign in closers and (mark not in _SINGLE or _closes_single(text, index, block)):
            reopened = sign == mark and text[index - 1].isspace() and _opens(text, index, sign, block)
            return index, index if reopened else index + len(sign)
        index += len(sign)
    return None


def _closes_single(text: str, at: int, block: Block) -> bool:
    """An apostrophe is no closing mark: a letter follows it, or a plural's s stands before it."""
    after = text[at + 1] if at + 1 < block.end else " "
    before = text[at - 1]
    return (
        not after.isalnum()
        and not before.isspace()
        and (before in _SPEECH_END or before.lower() != "s" or after in ",.;")
    )


def _may_stay_open(text: str, at: int, block: Block) -> bool:
    """Marks may stay open over a paragraph's end where the quotation begins the paragraph or follows a stop."""
    before = text[max(block.start, at - NEAR) : at].rstrip()
    return not before or before[-1] in ".!?:,…"


def _inner(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
