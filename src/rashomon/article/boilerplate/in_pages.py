"""What is furniture among all the lines that a page shows."""

import re

from ...languages import Language
from ...records import BoilerplateKind
from .furniture import heading_kind, is_sentence, kind_of_line
from .in_articles import Marks, mark_tail
from .page_scorer import article_lines

ABOVE = 25  # lines above the article in which its headline is looked for
HEADLINE_WORDS = (4, 30)
_WORD = re.compile(r"[^\W\d_]{3,}")


def page_marks(lines: list[str], language: Language) -> Marks:
    """The kind of furniture that each line is."""
    kept = article_lines(lines, language)
    first = kept.index(True) if True in kept else len(lines)
    marks = [
        None if keep else _kind(line, n < first, language)
        for n, (line, keep) in enumerate(zip(lines, kept, strict=True))
    ]
    mark_tail(lines, marks, language)
    return marks


def headline_line(lines: list[str], marks: Marks) -> int | None:
    """The line above the article that shares most words with it, in the manner of headlines."""
    first = marks.index(None) if None in marks else 0
    article = {word for line, mark in zip(lines, marks, strict=True) if not mark for word in _words(line)}
    least, most = HEADLINE_WORDS
    candidates = [n for n in range(max(0, first - ABOVE), first) if least <= len(lines[n].split()) <= most]
    shared = {n: len(_words(lines[n]) & article) ** 2 / max(1, len(_words(lines[n]))) for n in candidates}
    # Of lines that share as much, the last: above it stand the page's own title and a path of links.
    return max(candidates, key=lambda n: (shared[n], n), default=None)


def _kind(line: str, is_above: bool, language: Language) -> BoilerplateKind:
    if kind := kind_of_line(line, language) or heading_kind(line, language):
        return kind
    if is_above:
        return "navigation"
    return "other" if is_sentence(line) else "related link"


def _words(line: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(line)}
