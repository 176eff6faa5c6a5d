"""The article of a page as lines of text."""

import re
from copy import deepcopy

from lxml.html import HtmlElement
from trafilatura import bare_extraction

from .parts import prepared

ENOUGH = 250  # characters; a shorter find is compared with what a slower search gives
# A page with several articles shows by an extract far longer than the body it tells of itself. Set on 235 pages.
TOLD = 400  # characters; a shorter body is a summary
TOO_LONG = 2.5  # times
RUN = 4  # words that must stand together
HALF = 0.5
_WORD = re.compile(r"\w+")


def body_of(tree: HtmlElement, told: str) -> str:
    """Paragraphs, headings and list items of the article, a line each; empty where there is none.

    `told` is the body as the page's JSON-LD has it, or empty.
    """
    tree = prepared(tree)
    text = _extracted(tree, fast=True)
    if len(text) < ENOUGH:
        text = max(text, _extracted(tree, fast=False), told.strip(), key=len)
    if len(text) < ENOUGH:
        text = max(text, _paragraphs(tree), key=len)
    return _of_one_article(text, told)


def _extracted(tree: HtmlElement, *, fast: bool) -> str:
    found = bare_extraction(deepcopy(tree), include_comments=False, fast=fast)
    return ((found.text if found else "") or "").strip()


def _paragraphs(tree: HtmlElement) -> str:
    lines = (" ".join(paragraph.text_content().split()) for paragraph in tree.iter("p"))
    return "\n".join(line for line in lines if line)


def _of_one_article(text: str, told: str) -> str:
    """The lines that the page's own word of its body bears out, where the text holds other articles too."""
    if len(told) < TOLD or len(text) < TOO_LONG * len(told):
        return text
    known = _runs(told)
    kept = [line for line in text.split("\n") if _share(_runs(line), known) >= HALF]
    return "\n".join(kept) if sum(map(len, kept)) > HALF * len(told) else text


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text)
    return {tuple(words[n : n + RUN]) for n in range(max(1, len(words) - RUN + 1))}


def _share(runs: set[tuple[str, ...]], known: set[tuple[str, ...]]) -> float:
    return len(runs & known) / len(runs)
