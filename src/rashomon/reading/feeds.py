"""Feeds: RSS 2.0, Atom and JSON Feed; each item is a document."""

import json
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Any  # a JSON value
from xml.etree import ElementTree

from ..errors import SourceError
from ..ids import digest, make_id
from ..records import Document, Publication
from ..settings import Settings
from .days import days_of
from .html import page_of
from .items import Item, used_twice, whole
from .pages import Page, to_document

_CURE = "Check the file; a whole feed is needed."
JSON_FEED = "https://jsonfeed.org/version/"


def read_feed(item: Item, settings: Settings) -> Iterator[Document | SourceError]:
    """A document for each item that holds some text, from an XML feed."""
    stored, content = whole(item, settings.max_document_bytes)
    try:
        # Entities of a file's own are expanded by the parser within its limits; files outside are never opened.
        root = ElementTree.fromstring(content)
    except (ElementTree.ParseError, ValueError, LookupError) as problem:
        raise SourceError(item.place, f"broken XML: {problem}", "an RSS or Atom feed", _CURE) from problem
    entries = [element for element in root.iter() if _name(element) in ("item", "entry")]
    if not entries and _name(root) not in ("rss", "feed", "RDF"):
        raise SourceError(item.place, f"XML of another kind, <{_name(root)}>", "an RSS or Atom feed", _CURE)
    outlet = _child(next((e for e in root.iter() if _name(e) == "channel"), root), "title")
    yield from _documents(item, digest(stored), [_xml_fields(entry) for entry in entries], outlet)


def read_json_feed(item: Item, settings: Settings) -> Iterator[Document | SourceError]:
    """A document for each item that holds some text, from a JSON Feed."""
    stored, content = whole(item, settings.max_document_bytes)
    try:
        feed = json.loads(content)
    except (ValueError, RecursionError) as problem:
        raise SourceError(item.place, f"broken JSON: {problem}", "a JSON Feed", _CURE) from problem
    if not isinstance(feed, dict) or not str(feed.get("version", "")).startswith(JSON_FEED):
        raise SourceError(item.place, "JSON of another kind", "a JSON Feed", "For documents a line, name it .jsonl.")
    entries = [entry for entry in feed.get("items") or [] if isinstance(entry, dict)]
    yield from _documents(item, digest(stored), [_json_fields(entry) for entry in entries], _text(feed.get("title")))


def _documents(item: Item, sha256: str, entries: list[dict[str, str]], outlet: str) -> Iterator[Document | SourceError]:
    seen: dict[str, int] = {}
    for number, entry in enumerate(entries, 1):
        place = f"{item.place}, item {number}"
        identifier = make_id("document", item.name, entry["id"] or str(number), sha256)
        if seen.setdefault(identifier, number) != number:
            yield used_twice(entry["id"], place, f"item {seen[identifier]}")
            continue
        try:
            page = _page(entry, outlet, place)
        except SourceError as problem:
            yield problem
            continue
        yield to_document(page, f"{item.name}#{entry['id'] or number}", sha256, identifier)


def _page(entry: dict[str, str], outlet: str, place: str) -> Page:
    """The item as a page; what the feed tells is taken before what the item's markup tells."""
    content = entry["html"] or entry["text"]
    if not content.strip():
        raise SourceError(place, "an item without text", "its content or a summary", "Fetch the page that it links to.")
    page = (
        page_of(f"<html><body><article>{content}</article></body></html>", place, None, entry["url"])
        if entry["html"]
        else Page(content)
    )
    days = days_of(entry["published"])
    if days:
        why = f"the feed gives the day of publication: {entry['published']}"
        page = replace(page, published=Publication(days.earliest, days.latest, "metadata", (), why))
    return replace(
        page,
        title=unescape(entry["title"]) or page.title,
        author=entry["author"] or page.author,
        url=entry["url"] or page.url,
        outlet=outlet or page.outlet,
    )


def _xml_fields(entry: ElementTree.Element) -> dict[str, str]:
    links = [child for child in entry if _name(child) == "link"]
    chosen = next((link for link in links if link.get("rel", "alternate") == "alternate"), None)
    author = next((child for child in entry if _name(child) in ("author", "creator")), None)
    return {
        "id": _child(entry, "guid", "id"),
        "title": _child(entry, "title"),
        "html": max(
            _child(entry, "encoded"), _child(entry, "content"), _child(entry, "description", "summary"), key=len
        ),
        "text": "",
        "url": (chosen.get("href") or chosen.text or "").strip() if chosen is not None else "",
        "author": " ".join("".join(author.itertext()).split()) if author is not None else "",
        "published": _child(entry, "pubDate", "published", "date", "issued", "updated"),
    }


def _json_fields(entry: dict[str, Any]) -> dict[str, str]:
    authors = entry.get("authors") or [entry.get("author")]
    names = (
        [_text(author.get("name")) for author in authors if isinstance(author, dict)]
        if isinstance(authors, list)
        else []
    )
    return {
        "id": _text(entry.get("id")),
        "title": _text(entry.get("title")),
        "html": _text(entry.get("content_html")),
        "text": _text(entry.get("content_text")) or _text(entry.get("summary")),
        "url": _text(entry.get("url")),
        "author": ", ".join(filter(None, names)),
        "published": _text(entry.get("date_published")),
    }


def _child(element: ElementTree.Element, *names: str) -> str:
    """The text of the first child of the first of these names that holds some."""
    for name in names:
        for child in element:
            if _name(child) == name and (text := "".join(child.itertext()).strip()):
                return text
    return ""


def _name(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _text(value: Any) -> str:
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else ""
