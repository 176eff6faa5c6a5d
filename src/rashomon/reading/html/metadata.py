"""What a page tells of itself: title, outlet, authors, address, day."""

from dataclasses import replace
from datetime import date

from htmldate import find_date
from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata

from ...records import Publication
from ..pages import Page


def metadata_of(tree: HtmlElement, page: Page) -> Page:
    """The page with what its markup tells."""
    found = extract_metadata(tree)
    day = find_date(tree, original_date=True)
    published = Publication()
    if day:
        known = date.fromisoformat(day)
        published = Publication(known, known, "metadata", (), "the page's markup tells the day of publication")
    return replace(
        page, title=found.title, outlet=found.sitename, author=found.author, url=found.url, published=published
    )
