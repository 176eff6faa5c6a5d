"""What a page tells of its article in JSON-LD (schema.org)."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any  # a JSON value

from lxml.html import HtmlElement

_ARTICLE = ("article", "posting", "report")
_SITE = ("website", "organization")
DEPTH = 12  # levels of nesting; what lies deeper is no article


@dataclass(frozen=True, slots=True)
class Linked:
    """The fields of the page's article; an empty string where the page is silent."""

    headline: str = ""
    body: str = ""
    published: str = ""
    publisher: str = ""
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()  # authors that are not people
    sites: tuple[str, ...] = ()  # names of sites and organisations, whatever they have to do with the page


def linked_of(tree: HtmlElement) -> Linked:
    """The first article that the page's JSON-LD tells of, with the first publisher it names."""
    things = [
        thing for script in tree.xpath("//script[contains(@type, 'ld+json')]") for thing in _parsed(script.text or "")
    ]
    articles = [thing for thing in things if any(kind in str(thing.get("@type")).casefold() for kind in _ARTICLE)]
    article = next((thing for thing in articles if thing.get("headline") or thing.get("author")), {})
    publishers = (name for thing in [article, *things] for name, _ in _agents(thing.get("publisher")))
    agents = list(_agents(article.get("author")))
    return Linked(
        headline=_line(article.get("headline")),
        body=article["articleBody"] if isinstance(article.get("articleBody"), str) else "",
        published=_line(article.get("datePublished")),
        publisher=next(publishers, ""),
        people=tuple(name for name, kind in agents if kind != "organization"),
        organisations=tuple(name for name, kind in agents if kind == "organization"),
        sites=tuple(name for thing in things if _is_site(thing) for name, _ in _agents(thing)),
    )


def _parsed(script: str) -> Iterator[dict[str, Any]]:
    try:
        value = json.loads(script.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return
    yield from _things(value, 0)


def _things(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > DEPTH:
        return
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _things(part, depth + 1)


def _is_site(thing: dict[str, Any]) -> bool:
    return any(kind in str(thing.get("@type")).casefold() for kind in _SITE)


def _agents(value: Any) -> Iterator[tuple[str, str]]:
    """Names of people and organisations, with what they are."""
    if isinstance(value, str):
        yield _line(value), ""
    elif isinstance(value, list):
        for part in value:
            yield from _agents(part)
    elif isinstance(value, dict):
        kind = str(value.get("@type")).casefold()
        names = value.get("name")
        for name in names if isinstance(names, list) else [names]:
            if _line(name):
                yield _line(name), "organization" if "organization" in kind else kind


def _line(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
