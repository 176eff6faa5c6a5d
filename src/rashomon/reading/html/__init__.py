"""Web pages: the main content as plain text, a block a line, and what the page tells of itself."""

import logging
from collections.abc import Iterator
from dataclasses import replace

from ...errors import SourceError
from ...ids import digest
from ...records import Document
from ...settings import Settings
from ..guess import headline_of
from ..items import Item, whole, within_patience
from ..pages import Page, to_document
from .body import body_of
from .captions import with_captions
from .linked import linked_of
from .metadata import metadata_of, summary_of
from .saved import saved_of
from .tree import tree_of

# The extractor warns of every odd page; what matters is told in the document's problems.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def read_html(item: Item, settings: Settings) -> Iterator[Document]:
    """One document: the page's article."""
    stored, content = whole(item, settings.max_document_bytes)
    yield to_document(page_of(content, item.place, item.charset, item.url), item.name, digest(stored))


def page_of(content: bytes | str, place: str, charset: str | None = None, url: str | None = None) -> Page:
    """The article of a page, given as bytes or already decoded; `charset` and `url` are what came with the bytes."""
    with within_patience(place):
        return _page_of(content, place, charset, url)


def _page_of(content: bytes | str, place: str, charset: str | None, url: str | None) -> Page:
    tree, problems = tree_of(content, place, charset)
    linked = linked_of(tree)
    text = body_of(tree, linked.body)
    if not text and (text := summary_of(tree)):
        problems = (*problems, "the page holds no article, only a summary of it; that is what was read")
    if not text:
        raise SourceError(place, "a page without an article", "running text", "Save the article itself, as text.")
    saved = saved_of(content)
    page = metadata_of(tree, linked, Page(text, url=url or saved.url, retrieved=saved.day, problems=problems))
    with_all, captions = with_captions(tree, text)
    return replace(page, title=page.title or headline_of(text), text=with_all, boilerplate=captions)
