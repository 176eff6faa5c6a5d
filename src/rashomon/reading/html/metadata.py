"""What a page tells of itself: title, outlet, authors, address, day, language."""

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from ..pages import Page
from .authors import authors_of
from .dates import publication_of
from .linked import Linked

_WORD = re.compile(r"\w+")
# What stands between a headline and the name of the site or of a section of it.
_BORDER = re.compile(r"\s+[|•·»–—-]\s+|\s*\|\s*")
HEADLINE_WORDS = 3  # a first heading shorter than this is the name of a site or of a section
SITE_WORDS = 6  # a longer end of a title is part of the headline
AGREES = 0.5  # of a heading's words in the title that the page gives to others


def metadata_of(tree: HtmlElement, linked: Linked, page: Page) -> Page:
    """The page with what its markup tells."""
    url = _url(tree)
    outlet = _outlet(tree, linked, url)
    return replace(
        page,
        title=_title(tree, linked, outlet),
        outlet=outlet,
        author=authors_of(tree, linked, outlet),
        url=url,
        language=_language(tree),
        published=publication_of(tree, linked),
    )


def summary_of(tree: HtmlElement) -> str:
    """The page's own summary of its article, for search engines and shared links."""
    return max((" ".join(text.split()) for text in _metas(tree, "og:description", "description")), key=len, default="")


def without_site(title: str, outlet: str | None) -> str:
    """A title without the name of the site or section at its end.

    >>> without_site("Dam bursts – live | The Example", "The Example")
    'Dam bursts – live'
    """
    parts = [match.start() for match in _BORDER.finditer(title)]
    if not parts:
        return title
    head, tail = title[: parts[-1]], _BORDER.sub("", title[parts[-1] :], count=1)
    named = bool(outlet) and bool(_keys(tail)) and _same_name(tail, outlet or "")
    after_bar = "|" in title[parts[-1] :] and len(tail.split()) <= SITE_WORDS
    return head.strip() if len(head.split()) >= HEADLINE_WORDS and (named or after_bar) else title


def _title(tree: HtmlElement, linked: Linked, outlet: str | None) -> str | None:
    """The heading that the page's other titles bear out, else the best of those."""
    shared = next(iter(_metas(tree, "og:title", "twitter:title")), "")
    head = " ".join(tree.xpath("string(//head/title)").split()) or " ".join(tree.xpath("string(//title)").split())
    others = [without_site(title, outlet) for title in (linked.headline, shared, head) if title]
    known = {word for title in others for word in _keys(title)}
    headings = [" ".join(heading.text_content().split()) for heading in tree.xpath("//h1")]
    headings = [heading for heading in headings if heading and (len(heading.split()) >= HEADLINE_WORDS or not others)]
    share = {heading: len(_keys(heading) & known) / max(1, len(_keys(heading))) for heading in headings}
    best = max(headings, key=lambda heading: share[heading], default="")
    if best and (not known or share[best] >= AGREES):
        return best
    return next(iter(others), best) or None


def _outlet(tree: HtmlElement, linked: Linked, url: str | None) -> str | None:
    """The site's name: one that the address bears out, else the first that is told, else the host."""
    host = _host(url)
    told = [*_metas(tree, "og:site_name"), linked.publisher, *_metas(tree, "application-name", "publisher", "cre")]
    names = [name for name in dict.fromkeys(" ".join(name.split()) for name in told) if name and "://" not in name]
    return next((name for name in names if host and _is_spelt(host, name)), next(iter(names), host))


def _url(tree: HtmlElement) -> str | None:
    links = [str(link) for link in tree.xpath("//link[@rel='canonical']/@href")]
    urls = (url.strip() for url in [*links, *_metas(tree, "og:url", "twitter:url")])
    return next((url for url in urls if _host(url)), None)


def _host(url: str | None) -> str | None:
    try:
        parts = urlsplit(url or "")
        return (parts.hostname or "").removeprefix("www.") or None if parts.scheme in ("http", "https") else None
    except ValueError:
        return None


def _is_spelt(host: str, name: str) -> bool:
    """Whether the longest label of the host stands in the name's letters, in order: "nytimes" in "New York Times"."""
    label = max(host.replace("-", "").split(".")[:-1] or [host], key=len)
    letters = iter("".join(_WORD.findall(name.casefold())))
    return all(letter in letters for letter in label)


def _metas(tree: HtmlElement, *names: str) -> Iterator[str]:
    for name in names:
        for content in tree.xpath("//meta[@property = $name or @name = $name]/@content", name=name):
            if content.strip():
                yield str(content).strip()


def _language(tree: HtmlElement) -> str | None:
    told = str(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
    return told.replace("_", "-") if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", told) else None


def _same_name(one: str, other: str) -> bool:
    left, right = ("".join(_WORD.findall(name.casefold())).removeprefix("the") for name in (one, other))
    return left in right or right in left


def _keys(title: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(title)}
