"""Which blocks of a text are not the article, and what they are instead.

A text is either mostly article, with some furniture left in it (then what is furniture has to show it), or all
that a page shows, most of it menus and lists of links (then the lines are scored, see `page_scorer`).
"""

import re
from dataclasses import replace

from ...languages import Language
from ...records import Boilerplate, Document, Span
from ..layout import blocks
from .furniture import is_sentence
from .in_articles import Marks, article_marks
from .in_pages import headline_line, page_marks

# Of 235 whole pages, all but 1 in 100 have this share of short lines without a full stop; of 1,970 texts of seven
# corpora of clean articles less than 1 in 100 have.
PAGE_SHARE = 0.42
# The shortest of the whole pages has 80 lines and the longest 1,600; a table of a toll in an article may have a dozen.
PAGE_LINES = (20, 8000)
SHORT = 80  # characters
_ENTRY = re.compile(r":\s+[\d$€£]")  # a line of a table
BULLETS = "-–—•*·‣▪"


def mark_boilerplate(document: Document, language: Language) -> Document:
    """The document with its furniture marked; marks that came with it are kept as they are.

    A reader that knows captions marks them and nothing else; then the other lines are judged, as if they stood alone.
    Where the title that was read turns out to be furniture, the headline above the article takes its place.
    """
    if any(mark.kind != "caption" for mark in document.boilerplate):
        return document
    spans = _unmarked(document)
    lines = [document.text[span.start : span.end] for span in spans]
    marks = _marks(lines, document.title or "", language)
    if document.title and lines and marks[0] and lines[0].startswith(document.title):
        headline = headline_line(lines, marks)
        document = replace(document, title=lines[headline] if headline is not None else None)
        marks = [None if n == headline else mark for n, mark in enumerate(marks)]
    found = (Boilerplate(span.start, span.end, kind) for span, kind in zip(spans, marks, strict=True) if kind)
    return replace(document, boilerplate=tuple(sorted([*document.boilerplate, *found])))


def _unmarked(document: Document) -> list[Span]:
    marks = document.boilerplate
    return [
        span
        for span in blocks(document.text)
        if not any(span.start < mark.end and mark.start < span.end for mark in marks)
    ]


def is_whole_page(lines: list[str]) -> bool:
    """Whether the lines are all that a page shows, and not an article by itself; a list with its bullets is one."""
    least, most = PAGE_LINES
    return least <= len(lines) <= most and sum(map(_is_scrap, lines)) >= PAGE_SHARE * len(lines)


def _is_scrap(line: str) -> bool:
    """Whether it is as short as menus and links are, and no item of a list or line of a table ("Injured: 74")."""
    return len(line) < SHORT and not is_sentence(line) and line[0] not in BULLETS and not _ENTRY.search(line)


def _marks(lines: list[str], title: str, language: Language) -> Marks:
    marks = page_marks(lines, language) if is_whole_page(lines) else article_marks(lines, title, language)
    # A text that is furniture from end to end is a list, a table or a poem that we do not know; it is kept.
    return marks if None in marks else [None] * len(marks)
