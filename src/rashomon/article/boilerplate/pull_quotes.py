"""Pull quotes: a sentence of the article that the page shows once more, in large letters."""

import re

from ...records import BoilerplateKind
from .furniture import is_sentence

WORDS = (6, 60)  # shorter lines recur by chance; whole paragraphs are not pulled out
TOP = 3  # lines above this one are the headline, what explains it and the lead, which a paragraph may say again
MOST_LINES = 2000  # each is looked for in all the text
_WORD = re.compile(r"[^\W_]+")


def mark_pull_quotes(lines: list[str], marks: list[BoilerplateKind | None]) -> None:
    """Marks the sentences below the lead that a longer line of the article holds word for word."""
    if len(lines) > MOST_LINES:
        return
    words = [_WORD.findall(line.casefold()) if not mark else [] for line, mark in zip(lines, marks, strict=True)]
    least, most = WORDS
    # The breaks keep a line apart from the next, so that one equal to another is found in no longer one.
    text = "\n".join(f" {' '.join(line)} " for line in words)
    for n, line in enumerate(words):
        if n > TOP and least <= len(line) <= most and is_sentence(lines[n]) and _is_part(f" {' '.join(line)} ", text):
            marks[n] = "other"


def _is_part(line: str, text: str) -> bool:
    """Whether a line of the text is that one with more before or behind it."""
    at = text.find(line)
    while at >= 0:
        before, behind = text[at - 1 : at] or "\n", text[at + len(line) : at + len(line) + 1] or "\n"
        if not before == behind == "\n":
            return True
        at = text.find(line, at + 1)
    return False
