"""Bytes to a tree of elements."""

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from ...errors import SourceError
from ..decoding import decode

_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*(?P<name>[\w-]+)""", re.IGNORECASE)
DECLARATION_LIES_WITHIN = 4096  # bytes; the standard asks for 1024, many pages are late
MOST_ELEMENTS = 150_000  # no page of 571 has a tenth of it; reading one would take half a minute
# Control characters that no XML can hold.
_UNHOLDABLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def tree_of(content: bytes | str, place: str, charset: str | None = None) -> tuple[HtmlElement, tuple[str, ...]]:
    """The page's tree, and what is to be told of how it was read."""
    markup, problems = (
        (content, ()) if isinstance(content, str) else decode(content, place, charset or _declared(content))
    )
    if not markup.strip():
        raise SourceError(place, "no text", "a web page", "Leave the file out.")
    # A declaration of the encoding would be refused in a text that is already decoded.
    markup = re.sub(r"^\s*<\?xml[^>]*>", "", _UNHOLDABLE.sub(" ", markup), count=1)
    try:
        tree = document_fromstring(markup, parser=HTMLParser(remove_comments=True, remove_pis=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as problem:
        raise SourceError(place, f"not a web page: {problem}", "HTML", "Save the page anew.") from problem
    if tree.xpath("count(//*)") > MOST_ELEMENTS:
        raise SourceError(place, f"more than {MOST_ELEMENTS:,} elements", "a web page", "Leave the file out.")
    return tree, problems


def _declared(content: bytes) -> str | None:
    found = _DECLARED.search(content[:DECLARATION_LIES_WITHIN])
    return found["name"].decode("ascii") if found else None
