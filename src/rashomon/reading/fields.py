"""The fields of a document as the contract and the common crawlers name them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any  # a JSON value

from ..errors import SourceError
from ..records import Publication
from .addresses import host_of
from .days import days_of
from .html import page_of
from .pages import Page

# The contract's own name first, then those of news-please, Fundus, newspaper4k, Common Crawl News and trafilatura.
ALIASES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "maintext", "plaintext", "body", "raw_text"),
    "html": ("html", "raw_html", "article_html"),
    "title": ("title", "headline", "title_page"),
    "url": ("url", "canonical_link", "link"),
    "outlet": (
        "outlet",
        "publisher",
        "source-hostname",
        "sitename",
        "source_domain",
        "domain",
        "hostname",
        "source_url",
    ),
    "author": ("author", "authors", "byline"),
    "published": ("published", "date_publish", "publishing_date", "publish_date", "date_published", "date"),
    "retrieved": ("retrieved", "date_download", "crawl_date", "filedate"),
    "language": ("language", "lang", "meta_lang"),
}
_KNOWN = frozenset(name for names in ALIASES.values() for name in names) | {"id"}


def page_of_fields(fields: Mapping[str, Any], place: str) -> Page:
    """The page that these fields tell; what they tell is taken before what its HTML tells."""
    told = {field: _told(fields, field, place) for field in ALIASES}
    page = _body(told, place)
    published, retrieved = days_of(told["published"] or ""), days_of(told["retrieved"] or "")
    odd = tuple(
        f"{field} {told[field]!r} is not an ISO 8601 date; it is left aside"
        for field, days in (("published", published), ("retrieved", retrieved))
        if told[field] and days is None
    )
    if published:
        why = f"given with the document: {told['published']}"
        page = replace(page, published=Publication(published.earliest, published.latest, "given", (), why))
    return replace(
        page,
        title=told["title"] or page.title,
        url=told["url"] or page.url,
        outlet=_host(told["outlet"]) or page.outlet,
        author=told["author"] or page.author,
        language=told["language"] or page.language,
        retrieved=retrieved.latest if retrieved else None,
        problems=(*page.problems, *odd),
        extra={key: fields[key] for key in sorted(fields) if key not in _KNOWN and fields[key] is not None},
    )


def identifier_of(fields: Mapping[str, Any], place: str) -> str | None:
    """The id that is given; a number is taken as its digits."""
    value = fields.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is not None and not isinstance(value, str):
        raise _wrong_type("id", value, "a string", place)
    return value or None


def _body(told: Mapping[str, str | None], place: str) -> Page:
    if (told["text"] or "").strip():
        return Page(told["text"] or "")
    if told["html"]:
        return page_of(told["html"], place, None, told["url"])
    raise SourceError(place, "no text and no html", "one of them", "Name the field with the article 'text'.")


def _told(fields: Mapping[str, Any], field: str, place: str) -> str | None:
    """The first of the field's names that holds something."""
    for name in ALIASES[field]:
        value = fields.get(name)
        if value in (None, "", [], {}):
            continue
        if isinstance(value, str):
            return value if field in ("text", "html") else value.strip() or None
        if field == "author" and isinstance(value, list) and all(isinstance(name, str) for name in value):
            return ", ".join(name.strip() for name in value if name.strip()) or None
        if name == "body" and isinstance(value, dict):
            return _paragraphs(value) or None
        raise _wrong_type(name, value, "a list of strings" if name == "authors" else "a string", place)
    return None


def _paragraphs(body: Mapping[str, Any]) -> str:
    """The text of a body as Fundus writes it: a summary, and sections of a headline and paragraphs."""
    parts = [body.get("summary")]
    for section in body.get("sections") or []:
        if isinstance(section, dict):
            parts += [section.get("headline"), section.get("paragraphs")]
    lines = [line for part in parts if isinstance(part, list) for line in part if isinstance(line, str)]
    return "\n".join(lines)


def _host(outlet: str | None) -> str | None:
    """The name, or the host where an address is given instead of one."""
    return outlet if outlet is None or "://" not in outlet else host_of(outlet)


def _wrong_type(name: str, value: Any, expected: str, place: str) -> SourceError:
    kinds = {dict: "an object", list: "a list", bool: "a boolean", int: "a number", float: "a number", str: "a string"}
    return SourceError(
        place, f"field {name!r} is {kinds[type(value)]}", expected, "Correct the field, or leave it out."
    )
