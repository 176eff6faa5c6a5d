"""What a page tells of itself: title, outlet, authors, address, day, language."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml.html import HtmlElement

from ..addresses import host_of
from ..pages import Page
from .authors import authors_of
from .dates import publication_of
from .linked import Linked
from .metas import metas
from .outlet import BORDER, outlet_of, without_host

_WORD = re.compile(r"\w+")
HEADLINE_WORDS = 3  # a first heading shorter than this is the name of a site or of a section
SITE_WORDS = 6  # a longer end of a title is part of the headline
SECTION_WORDS = 3  # "College Sports | Five rowers to watch"
AGREES = 0.5  # of a heading's words in the title that the page gives to others


def metadata_of(tree: HtmlElement, linked: Linked, page: Page) -> Page:
    """The page with what its markup tells; an address that is known already is borne in mind."""
    url = _url(tree)
    hosts = [host for host in dict.fromkeys((host_of(url), host_of(page.url))) if host]
    outlet = outlet_of(tree, linked, hosts)
    name = without_host(outlet) if outlet else None
    return replace(
        page,
        title=_title(tree, linked, name),
        outlet=outlet,
        author=authors_of(tree, linked, name),
        url=url or page.url,
        language=_language(tree),
        published=publication_of(tree, linked),
    )


def summary_of(tree: HtmlElement) -> str:
    """The page's own summary of its article, for search engines and shared links."""
    return max((" ".join(text.split()) for text in metas(tree, "og:description", "description")), key=len, default="")


def without_site(title: str, outlet: str | None) -> str:
    """A title without the names of the site and of sections at its ends.

    >>> without_site("Dam bursts – live | News | The Example", "The Example")
    'Dam bursts – live'
    """
    for border in BORDER.finditer(title):
        head, end = title[: border.start()].strip(), BORDER.split(title[border.end() :])[0]  # a motto may follow
        is_long = len(head.split()) >= HEADLINE_WORDS
        if outlet and head and (_letters(end) == _letters(outlet) or (is_long and _same_name(end, outlet))):
            return _without_sections(head)
    return _without_sections(title)


def _without_sections(title: str) -> str:
    head, bar, tail = title.rpartition("|")
    if bar and len(tail.split()) <= SITE_WORDS and len(head.split()) >= HEADLINE_WORDS:
        title = head.strip()
    section, bar, rest = title.partition("|")
    return rest.strip() if bar and len(section.split()) <= SECTION_WORDS <= len(rest.split()) else title


def _title(tree: HtmlElement, linked: Linked, outlet: str | None) -> str | None:
    """The heading that the page's other titles bear out, else the best of those."""
    others = list(_titles(tree, linked, outlet))
    known = {word for title in others for word in _keys(title)}
    headings = [" ".join(heading.text_content().split()) for heading in tree.xpath("//h1")]
    headings = [heading for heading in headings if heading and (len(heading.split()) >= HEADLINE_WORDS or not others)]
    share = {heading: len(_keys(heading) & known) / max(1, len(_keys(heading))) for heading in headings}
    best = max(headings, key=lambda heading: share[heading], default="")
    if not best or (known and share[best] < AGREES):
        return next(iter(others), best) or None
    return next((title for title in others if _is_end(title, best)), best)


def _titles(tree: HtmlElement, linked: Linked, outlet: str | None) -> Iterator[str]:
    """What the page gives for its title outside its text; many give the site's name there."""
    shared = next(iter(metas(tree, "og:title", "twitter:title")), "")
    head = " ".join(tree.xpath("string(//head/title)").split()) or " ".join(tree.xpath("string(//title)").split())
    for title in (linked.headline, shared, head):
        if title and not (outlet and _letters(title) == _letters(outlet)):
            yield without_site(title, outlet)


def _is_end(title: str, heading: str) -> bool:
    """The heading is that title with the name of a section before it, and not the second half of it."""
    section = heading.removesuffix(title).strip()
    return (
        heading.endswith(title)
        and 0 < len(section.split()) <= SECTION_WORDS
        and len(title.split()) >= HEADLINE_WORDS
        and section[-1] not in ":/–—-"
    )


def _url(tree: HtmlElement) -> str | None:
    links = [str(link) for link in tree.xpath("//link[@rel='canonical']/@href")]
    urls = (url.strip() for url in [*links, *metas(tree, "og:url", "twitter:url")])
    return next((url for url in urls if host_of(url)), None)


def _language(tree: HtmlElement) -> str | None:
    told = str(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
    return told.replace("_", "-") if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", told) else None


def _same_name(one: str, other: str) -> bool:
    left, right = _letters(one).removeprefix("the"), _letters(other).removeprefix("the")
    return bool(left and right) and (left in right or right in left)


def _letters(name: str) -> str:
    return "".join(_WORD.findall(name.casefold()))


def _keys(title: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(title)}
