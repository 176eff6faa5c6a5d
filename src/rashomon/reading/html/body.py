"""The article of a page as lines of text."""

from copy import deepcopy

from lxml.html import HtmlElement
from trafilatura import bare_extraction


def body_of(tree: HtmlElement) -> str:
    """Paragraphs, headings and list items of the article, a line each; empty where there is none."""
    found = bare_extraction(deepcopy(tree), include_comments=False)
    return (found.text or "").strip() if found else ""
