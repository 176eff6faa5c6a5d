"""The blocks of a text: the runs of lines that are one paragraph, headline or line of page furniture."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..records import Boilerplate, Document, Span

# A text is hard-wrapped when most of its line breaks fall inside a sentence. Set on newswire of the 1990s
# (wrapped at 60 to 80 columns) against saved pages (a paragraph a line).
WRAP_COLUMNS = 100
WRAP_SHARE = 0.55
_LINE = re.compile(r"[^\n]+")
# "PORT SENNA, May 2 (Agency) — ", "PORT SENNA — ", "(Agency) ": where and by whom, before a report's first sentence.
_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ"
_DATELINE = re.compile(
    rf"(?:(?P<city>[{_CAPITAL}][{_CAPITAL}.'’ -]+(?=[,( –—-]))(?P<rest>[^\n–—(“”\"]{{0,50}}?)"
    r"|(?P<place>[^\W\d_][^\n–—(“”\"]{1,50}?\s)(?=\())?\s*"
    rf"(?P<credit>\([{_CAPITAL}][\w .&/-]{{1,24}}\)\s*)?(?(credit)(?:[–—-]{{1,2}}\s+)?|[–—-]{{1,2}}\s+)"
    rf"(?=[{_CAPITAL}\d“\"'‘(])"
)
# "PORT SENNA, May 2. /AGENCY/. ", "Port Senna, 2 May (AGENCY).- ", "Senna, May 2 (AGENCY): ": as some close theirs.
_AGENCY = rf"\([{_CAPITAL}][\w .&/-]{{1,24}}\)"
_AGENCY_DATELINE = re.compile(
    rf"[{_CAPITAL}][^\n/()“”\"]{{1,60}}"
    rf"(?:/[{_CAPITAL}][\w .&-]{{1,40}}/\.?|{_AGENCY}\.\s*[–—-]|(?<=\d)\s?{_AGENCY}:|(?<=\d\s){_AGENCY}:)\s+"
    rf"(?=[{_CAPITAL}\d“\"'‘(])"
)
LONGEST_DATELINE = 100  # code points of a paragraph in which its dateline ends
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’»)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the article's own."""

    start: int
    end: int
    title: bool = False  # it is the headline
    lead: int | None = None  # where the first sentence begins, after a dateline; None: at the start


def blocks(text: str) -> tuple[Span, ...]:
    """Runs of text that belong together: lines, or, where lines are hard-wrapped, paragraphs.

    >>> [text[b.start:b.end] for text in ["Head\\n\\nOne line."] for b in blocks(text)]
    ['Head', 'One line.']
    """
    lines = [Span(m.start(), m.end()) for m in _LINE.finditer(text) if m.group().strip()]
    if not _is_wrapped(text, lines):
        return tuple(_trimmed(text, line) for line in lines)
    return tuple(_trimmed(text, Span(run[0].start, run[-1].end)) for run in _runs(text, lines))


def article_blocks(document: Document) -> tuple[Block, ...]:
    """The blocks that are not marked as boilerplate, in order."""
    kept = (b for b in blocks(document.text) if not _is_cut(b, document.boilerplate))
    title = " ".join((document.title or "").split()).casefold()

    def is_title(span: Span) -> bool:
        return bool(title) and " ".join(document.text[span.start : span.end].split()).casefold().startswith(title)

    return tuple(Block(b.start, b.end, is_title(b), _lead(document.text, b)) for b in kept)


def _lead(text: str, block: Span) -> int | None:
    """Where the text after a dateline begins.

    A name in capitals wants a dash behind it, and a credit in brackets a dash, or nothing before it.
    """
    line = text[block.start : min(block.end, block.start + LONGEST_DATELINE)]
    agency = _AGENCY_DATELINE.match(line)
    if agency and block.start + agency.end() < block.end:
        return block.start + agency.end()
    found = _DATELINE.match(line)
    if not found or not found.end() or block.start + found.end() >= block.end:
        return None
    city, credit, dashed = found["city"], found["credit"], found.group().rstrip().endswith(("-", "–", "—"))
    told = dashed and (city or credit) if city or found["place"] else credit
    return block.start + found.end() if told else None


def _is_cut(block: Span, cuts: Iterable[Boilerplate]) -> bool:
    covered = sum(max(0, min(block.end, cut.end) - max(block.start, cut.start)) for cut in cuts)
    return covered * 2 > block.end - block.start


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    return Span(span.start + len(words) - len(words.lstrip()), span.end - (len(words) - len(words.rstrip())))


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    if len(lines) < 4 or max(line.end - line.start for line in lines) > WRAP_COLUMNS:
        return False
    breaks = [(a, b) for a, b in pairwise(lines) if b.start - a.end == 1]
    soft = [
        a for a, b in breaks if not _SENTENCE_END.search(text[a.start : a.end]) and b.end - a.start > WRAP_COLUMNS // 2
    ]
    return bool(breaks) and len(soft) >= WRAP_SHARE * len(lines)


def _runs(text: str, lines: list[Span]) -> Iterator[list[Span]]:
    """Lines between blank lines; an indented line begins a paragraph too."""
    run: list[Span] = []
    for line in lines:
        if run and (line.start - run[-1].end > 1 or text[line.start : line.start + 2] in ("  ", "\t")):
            yield run
            run = []
        run.append(line)
    if run:
        yield run
