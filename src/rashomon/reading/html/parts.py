"""Parts of a page that an extractor takes wrongly: what readers wrote, and leads that are called teasers."""

import re
from copy import deepcopy
from itertools import islice

from lxml.html import HtmlElement

_LEADS = ("p", "div", "h2")
_PARTS = ("div", "section", "aside", "ul", "ol", "li", "article", "form")
# How pages name what their readers write; a name that only begins so may be of the article's own ("commentary").
_COMMENTS = re.compile(
    r"(?:^|[\s_-])(?:comments|commentaires|kommentare|comentarios|disqus|vuukle|livefyre|coral-(?:stream|talk)"
    r"|respond)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SCHEMA_COMMENT = re.compile(r"schema\.org/(?:User)?Comments?$", re.IGNORECASE)
MOST_OF_PAGE = 0.5  # of the page's characters: a part that has more is the page itself, as in a forum
_TEASER = re.compile(r"teaser", re.IGNORECASE)
_OF_OTHERS = ("a", "img", "picture", "figure", "li", "h1", "h3", "h4")  # what a teaser of another article holds
BELOW = 12  # elements; further below the headline stands no lead
LEAD = 60  # characters; the shortest leads


def prepared(tree: HtmlElement) -> HtmlElement:
    """The page without readers' comments, and with its lead named like any paragraph; a copy where that is a change."""
    if not any(map(_is_comments, tree.iter(*_PARTS))) and not any(map(_is_lead, tree.iter(*_LEADS))):
        return tree
    tree = deepcopy(tree)
    whole = _length(tree)
    for part in [part for part in tree.iter(*_PARTS) if _is_comments(part)]:
        if _length(part) <= MOST_OF_PAGE * whole and next(part.iter("h1"), None) is None:
            part.drop_tree()
    for lead in [part for part in tree.iter(*_LEADS) if _is_lead(part)]:
        lead.attrib.pop("class", None)
        lead.attrib.pop("id", None)
    return tree


def _length(part: HtmlElement) -> int:
    return sum(map(len, part.xpath(".//text()[not(parent::script or parent::style or parent::noscript)]")))


def _is_comments(part: HtmlElement) -> bool:
    told = part.attrib
    names = [told[name] for name in ("class", "id", "data-component", "aria-label") if name in told]
    is_one = "comment" in told.get("itemprop", "").split() or _SCHEMA_COMMENT.search(told.get("itemtype", ""))
    return bool(is_one or any(map(_COMMENTS.search, names)))


def _is_lead(part: HtmlElement) -> bool:
    """Whether it is called a teaser, and is running text below the headline in the same part of the page."""
    if not _TEASER.search(f"{part.get('class')} {part.get('id')}") or len(part.text_content().strip()) < LEAD:
        return False
    if next(part.iter(*_OF_OTHERS), None) is not None or next(part.iterancestors("a"), None) is not None:
        return False
    above = islice(part.itersiblings(preceding=True), BELOW)
    return any(next(element.iter("h1"), None) is not None for element in above)
