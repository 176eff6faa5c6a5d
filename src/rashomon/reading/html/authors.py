"""Who wrote a page's article."""

import re
from collections.abc import Iterable

from lxml.html import HtmlElement

from .linked import Linked

_BY = re.compile(r"^\W*(?:by|von|par|por|di|door)\b\W*", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:[;|•·]|,(?!\s*(?:Jr|Sr)\b)|\s(?:and|und|et|y|&)\s)\s*")
_NOT_A_NAME = re.compile(r"@|://|\.com\b|\d|^[A-Z]{2,4}$|[:?!]")
_LINKS = (
    "//a[@rel='author']",
    "//*[@itemprop='author']",
    "//a[contains(@href, '/author') or contains(@href, '/people/') or contains(@href, '/staff/')"
    " or contains(@href, '/by/') or contains(@href, '/contributor') or contains(@href, '/writer')"
    " or contains(@href, '/profile') or contains(@href, '/reporter') or contains(@href, '/journalist')]",
)
_METAS = ("article:author", "author", "parsely-author", "sailthru.author", "byl", "dc.creator", "citation_author")
NAME_WORDS = (2, 5)  # people's names on pages; a single word is a nickname or a menu's entry
AUTHORS = 6  # more names are a list of the staff


def authors_of(tree: HtmlElement, linked: Linked, outlet: str | None) -> str | None:
    """The authors' names, commas between; people before organisations, the outlet itself last."""
    outlets = {_key(name) for name in (outlet, linked.publisher) if name}
    found = _names(linked.people, outlets)
    for name in _METAS:
        found = found or _names(_meta(tree, name), outlets)
    for path in _LINKS:
        found = found or _names((_text(link) for link in tree.xpath(path)), outlets)[:1]
    return ", ".join((found or list(linked.organisations))[:AUTHORS]) or None


def _names(told: Iterable[str], outlets: set[str]) -> list[str]:
    parts = (part.strip(" .,-–—") for line in told for part in _BETWEEN.split(_BY.sub("", line)))
    least, most = NAME_WORDS
    names = [part for part in parts if least <= len(part.split()) <= most and not _NOT_A_NAME.search(part)]
    names = [name for name in names if name[:1].isupper() and _key(name) not in outlets]
    return list(dict.fromkeys(names))


def _meta(tree: HtmlElement, name: str) -> list[str]:
    path = "//meta[translate(@name, 'ABCDEHILORTUY', 'abcdehilortuy') = $name or @property = $name]/@content"
    return [str(content) for content in tree.xpath(path, name=name)]


def _text(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _key(name: str) -> str:
    return re.sub(r"\W+", "", name.casefold()).removeprefix("the")
