"""Captions of an article's pictures: extractors drop them; here they are put back where they stood, and marked."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from lxml.html import HtmlElement

from ...records import Boilerplate, Span
from .places import LEAST_KEY, Letters, folded, letters_of, places_of, shown

_MARKED = (
    "//figcaption | //figure | //*[contains(translate(concat(@class, ' ', @itemprop, ' ', @data-testid), 'C', 'c'),"
    " 'caption')]"
)
_MARKUP = re.compile(r"<\w+ ")  # code for other pages to copy
_PICTURES = ("img", "picture", "video", "iframe", "amp-img", "amp-video", "amp-iframe", "object", "embed")
# What no caption holds: headlines are of other articles, quotations are pulled out or of a network's posts.
_HOLDS_NO_CAPTION = ("h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "pre", "form")
_NO_CAPTION = ("html", "body", "main", "article", "section", "table", "caption", "a", "button", "label", "ul", "ol")
_WITHIN_WORDS = ("b", "i", "em", "strong", "a", "u", "sub", "sup", "small", "mark", "font", "abbr")
_PICTURE_ADDRESS = re.compile(r"^#|^javascript:|\.(?:jpe?g|png|webp|gif|avif)\b", re.IGNORECASE)
# How pages name the parts that show other articles, or that are no part of any.
_FOREIGN = re.compile(
    r"related|teaser|promo|recirc|recommend|trending|popular|sidebar|newsletter|comment|avatar|author|sponsor|advert"
    r"|read-?(?:more|next|also)|more-?(?:on|from|stories)|most-?read|up-?next|outbrain|taboola",
    re.IGNORECASE,
)
MOST_MARKED = 400  # elements; no article has so many pictures
MOST_LINES = 1500  # of an article; each is searched for on the page
WORDS = (2, 120)  # of a caption
NEAR = 4  # levels between a caption and what holds it together with its picture
LINKED = 0.5  # of a caption's letters; where more are of a link, it is the headline of another article
# Of the part of a page that holds captions and no line of the article, so much may be other text: a button, a credit.
# Lists of other articles have more.
OTHER_SHARE, OTHER_LETTERS = 0.5, 80


@dataclass(frozen=True, slots=True)
class _Ground:
    """A page with the places of its article's lines, in order, and of the headings above them."""

    letters: Letters
    lines: Sequence[int]
    headings: Sequence[int]

    def holds_line(self, element: HtmlElement) -> bool:
        return _any_in(self.letters.spans[element], self.lines) or _any_in(self.letters.spans[element], self.headings)

    def holds_all(self, element: HtmlElement, places: Sequence[int]) -> bool:
        span = self.letters.spans[element]
        return span.start <= places[0] and places[-1] < span.end


def with_captions(tree: HtmlElement, text: str) -> tuple[str, tuple[Boilerplate, ...]]:
    """The article's text with the captions of its pictures in their places, a line each, and where they stand."""
    lines = text.split("\n")
    marked = tree.xpath(_MARKED)[:MOST_MARKED] if len(lines) <= MOST_LINES else []
    if not marked:
        return text, ()
    letters = letters_of(tree)
    seen = [element for element in marked if element in letters.spans]
    captions = [element for element in _innermost(seen) if _is_caption(element, letters)]
    places = places_of(lines, letters, [letters.spans[caption] for caption in captions])
    if not places:
        return text, ()
    ground = _ground(tree, letters, places)
    captions = [caption for caption in captions if _belongs(caption, captions, ground)]
    return _placed(lines, places, {letters.spans[caption].start: _words(caption) for caption in captions})


def _innermost(marked: Sequence[HtmlElement]) -> Iterator[HtmlElement]:
    """What holds a caption and nothing else: of what is marked as one, the outermost without a picture."""
    known = set(marked)
    taken: set[HtmlElement] = set()
    for element in marked:
        if element.tag in _NO_CAPTION or any(above in taken for above in element.iterancestors()):
            continue
        has_picture = element.tag == "figure" or _has_picture(element)
        inner = (part for part in element.iterdescendants() if part in known and _words(part))
        if element.tag == "figcaption" or not has_picture or not any(True for _ in inner):
            taken.add(element)
            yield element


def _is_caption(element: HtmlElement, letters: Letters) -> bool:
    """Whether it stands by a picture, and is not the headline of another article."""
    least, most = WORDS
    is_more = any(part is not element for part in element.iter(*_HOLDS_NO_CAPTION))
    count = letters.count(element)
    linked = sum(letters.count(link) for link in element.iter("a"))
    above = [link for link in element.iterancestors("a") if not _PICTURE_ADDRESS.search(link.get("href") or "#")]
    words = _words(element)
    if not least <= len(words.split()) <= most or _MARKUP.search(words) or is_more or above or linked > LINKED * count:
        return False
    around = [element, *element.iterancestors()][: NEAR + 1]
    close = takewhile(lambda part: letters.count(part) <= 2 * count + OTHER_LETTERS, around)
    return any(part.tag == "figure" or _has_picture(part) for part in close)


def _ground(tree: HtmlElement, letters: Letters, places: Mapping[int, int]) -> _Ground:
    first = min(places.values())
    headings = [letters.spans[heading].start for heading in tree.iter("h1") if letters.count(heading)]
    return _Ground(letters, sorted(places.values()), [at for at in headings if at < first])


def _belongs(caption: HtmlElement, captions: Sequence[HtmlElement], ground: _Ground) -> bool:
    """Whether it stands in the article or beside it, and not in a part of the page that shows something else."""
    chain = [caption, *caption.iterancestors()]
    depth = next((n for n, element in enumerate(chain) if ground.holds_line(element)), 0)
    if not depth or any(map(_is_foreign, chain[:depth])):
        return False
    part, around = chain[depth - 1], chain[depth]
    span, count = ground.letters.spans[part], ground.letters.count
    own = sum(count(c) for c in captions if span.start <= ground.letters.spans[c].start < span.end)
    if count(part) - own > max(OTHER_SHARE * own, OTHER_LETTERS):
        return False
    return _is_beside(span.start, around, ground)


def _is_beside(at: int, around: HtmlElement, ground: _Ground) -> bool:
    """Whether a part of the page at that place is within the article, or next to it in what is `around` both."""
    first, last = ground.lines[0], ground.lines[-1]
    if first < at <= last or (at < first and any(heading < at for heading in ground.headings)):
        return True
    places = ground.lines if at > last else [*ground.headings, *ground.lines]
    return not any(ground.holds_all(child, places) for child in around)


def _placed(
    lines: Sequence[str], places: Mapping[int, int], captions: Mapping[int, str]
) -> tuple[str, tuple[Boilerplate, ...]]:
    """The lines with each caption behind the last line that stands above it, and the captions' spans.

    A line that stands nowhere on the page but in a caption gives way to it.
    """
    keys = [folded(line) for line in lines]
    behind: dict[int, list[str]] = {}
    seen: set[str] = set()
    dropped: set[int] = set()
    for start, words in captions.items():
        key = folded(words)
        above = max((number for number, at in places.items() if at < start), default=-1)
        is_told = above >= 0 and key in keys[above][max(0, start - places[above] - len(key)) :]
        if key not in seen and not is_told:
            seen.add(key)
            behind.setdefault(above, []).append(words)
            dropped.update(
                n for n, line in enumerate(keys) if n not in places and len(line) >= LEAST_KEY and line in key
            )
    return _joined([*_rows(lines, behind, dropped)])


def _rows(lines: Sequence[str], behind: Mapping[int, list[str]], dropped: set[int]) -> Iterator[tuple[str, bool]]:
    """The lines with the captions among them, and whether each is one."""
    for number in range(-1, len(lines)):
        if number >= 0 and number not in dropped:
            yield lines[number], False
        yield from ((words, True) for words in behind.get(number, ()))


def _joined(rows: Sequence[tuple[str, bool]]) -> tuple[str, tuple[Boilerplate, ...]]:
    marks, at = [], 0
    for line, is_caption in rows:
        if is_caption:
            marks.append(Boilerplate(at, at + len(line), "caption"))
        at += len(line) + 1
    return "\n".join(line for line, _ in rows), tuple(marks)


def _any_in(span: Span, places: Sequence[int]) -> bool:
    found = bisect_left(places, span.start)
    return found < len(places) and places[found] < span.end


def _is_foreign(element: HtmlElement) -> bool:
    return element.tag in ("nav", "footer") or bool(_FOREIGN.search(f"{element.get('class')} {element.get('id')}"))


def _has_picture(element: HtmlElement) -> bool:
    return next(element.iter(*_PICTURES), None) is not None


def _words(element: HtmlElement) -> str:
    """The element's text in one line; what is not shown is left out."""
    pieces = (f"{'' if part.tag in _WITHIN_WORDS else ' '}{words}" for _, part, words in shown(element))
    return " ".join("".join(pieces).split())
