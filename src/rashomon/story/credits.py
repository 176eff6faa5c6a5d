"""Whom a document names as the one it has its text from: by dateline, author, last lines, "told X"."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any  # a table's shape is known to the module that reads it

from ..article.layout import Block, article_blocks, blocks
from ..article.words import folded
from ..languages import known_languages, language_of
from ..records import Boilerplate, Document, Span

CREDIT_WORDS = 20  # of each of the first two paragraphs, in which a credit may stand
LAST_LINES = 4  # of a page, in which it may name the owner of the text
COUNTRY_CODE = 2  # letters of a top-level domain that is a country's
SECOND_LEVEL = 3  # letters at most of what stands before it in common: "co.uk", "com.cn", "org.au"
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}")
_TOLD_HOST = re.compile(r"\s\([\w-]+(?:\.[\w-]+)+\)\s*$")  # behind a name that the address does not bear out
_BARE = re.compile(r"\w(?:.*\w)?", re.DOTALL)
_BRACKET = re.compile(r"\((?P<name>[^\W\d_][^()\n]{1,24})\)")
_PAGE = re.compile(r"^[a-z]+://(?:www\.|m\.|amp\.)?|#.*$|[?&]utm_[^&#]*", re.IGNORECASE)
_BYLINE_PARTS = re.compile(r"[,;/|]|\s(?:and|with|of|for)\s")


@dataclass(frozen=True, slots=True)
class Credit:
    """The name that a document credits, and where; without a place it stands in the author's field."""

    name: str
    start: int | None = None
    end: int | None = None


def name_key(words: str, code: str = "en") -> str:
    """A medium's name, fit for comparison: an address by its host's own label, an agency by the first of its names.

    >>> name_key("www.example.co.uk"), name_key("The Example"), name_key("The Example (other.example)")
    ('example', 'example', 'example')
    """
    words = _TOLD_HOST.sub("", words)
    plain = folded(_label(words.strip()) if _HOST.fullmatch(words.strip()) else words)
    bare = plain[1:] if len(plain) > 1 and plain[0] in _wording(code)["articles"] else plain
    return _agencies(code).get(" ".join(bare), " ".join(bare))


def _label(host: str) -> str:
    """The part of a host's name that is its own: before "com", and before "co" where a country follows."""
    *labels, top = host.split(".")
    short = len(top) == COUNTRY_CODE and len(labels) > 1 and len(labels[-1]) <= SECOND_LEVEL
    return labels[-2] if short else labels[-1]


def page_of(document: Document) -> str | None:
    """The page a document was read from, whatever way its address is written; `None` without one."""
    return _PAGE.sub("", document.url).rstrip("/?") if document.url else None


@dataclass(frozen=True, slots=True)
class Named:
    """Who a document is by, and the words in which it may name others as its source."""

    outlet: str  # its own, folded
    credit: str | None  # the medium its whole text is credited to, folded
    lines: tuple[str, ...]  # folded lines in which a credit stands by itself
    paragraphs: tuple[str, ...]  # all, folded
    told: re.Pattern[str]  # words before the name of a medium that was spoken to

    def credits(self, other: "Named") -> bool:
        """It names the other's outlet where a source is named ("told the Echo"), and is not of that outlet itself."""
        if not other.outlet or other.outlet == self.outlet:
            return False
        name = f" {other.outlet} "
        if self.credit == other.outlet or any(name in line for line in self.lines):
            return True
        there = (block for block in self.paragraphs if name in block)
        return any(self.told.search(block[: at + 1]) for block in there for at in _places(name, block))


def named_in(document: Document) -> Named:
    """The document's names, made once for all comparisons."""
    table = _wording(_language(document))
    paragraphs = [folded(document.text[b.start : b.end]) for b in article_blocks(document)]
    # A credit stands with the author, in the first lines, or in the last.
    lines = (folded(document.author or ""), *(b[:CREDIT_WORDS] for b in paragraphs[:2]), *paragraphs[-1:])
    credit = credit_of(document)
    the = f"(?:(?:{'|'.join(map(re.escape, table['articles']))}) )?"
    return Named(
        outlet=name_key(document.outlet or ""),
        credit=name_key(credit.name) if credit else None,
        lines=tuple(f" {' '.join(line)} " for line in lines),
        paragraphs=tuple(f" {' '.join(block)} " for block in paragraphs),
        told=re.compile(rf" (?:{'|'.join(map(re.escape, table['told']))}) {the}$"),
    )


def _places(name: str, block: str) -> Iterator[int]:
    at = block.find(name)
    while at >= 0:
        yield at
        at = block.find(name, at + 1)


def credit_of(document: Document) -> Credit | None:
    """The agency or other medium that a whole document is credited to: its dateline's, else its author's.

    An outlet that credits itself credits nobody.
    """
    return _credit_of(document.text, document.boilerplate, document.language, document.author, document.outlet)


@lru_cache(maxsize=1024)  # documents of a story, each asked for with every claim in it
def _credit_of(
    text: str, boilerplate: tuple[Boilerplate, ...], language: str | None, author: str | None, outlet: str | None
) -> Credit | None:
    document = Document("", "", "", text, None, outlet, author, None, language, boilerplate=boilerplate)
    own = name_key(document.outlet or "")
    for credit in _credits(document):
        if name_key(credit.name) != own:
            return credit
    return None


def _credits(document: Document) -> Iterator[Credit]:
    for block in article_blocks(document)[:3]:
        if block.lead is not None:
            yield from _in_dateline(document, block)
    known = _agencies(_language(document))
    for part in _BYLINE_PARTS.split(document.author or ""):
        if name_key(part) in known:
            yield Credit(part.strip())
    for line in blocks(document.text)[-LAST_LINES:]:
        yield from _in_last_line(document, line, known)


def _in_dateline(document: Document, block: Block) -> Iterator[Credit]:
    for found in _BRACKET.finditer(document.text, block.start, block.lead or block.start):
        yield Credit(found["name"], found.start("name"), found.end("name"))


def _in_last_line(document: Document, line: Span, known: Collection[str]) -> Iterator[Credit]:
    """A line that is an agency's name, or a short one that opens as an imprint does."""
    text = document.text[line.start : line.end]
    code = _language(document)
    opener = next((o for o in _wording(code)["lines"] if text.casefold().startswith(o)), None)
    bare = _BARE.search(text)
    if bare and name_key(bare.group()) in known:
        yield Credit(bare.group(), line.start + bare.start(), line.start + bare.end())
    elif opener and len(text.split()) <= CREDIT_WORDS:
        for name in _names(code).finditer(text):
            yield Credit(name.group(), line.start + name.start(), line.start + name.end())


@cache
def _known(language: str) -> str:
    """A language we have words of; the names of agencies are the same in all."""
    base = language.split("-")[0].lower()
    return base if base in known_languages() else "en"


def _language(document: Document) -> str:
    return _known(document.language or "en")


@cache
def _wording(code: str) -> Mapping[str, Any]:
    credits: Mapping[str, Any] = language_of(code).table("wording")["credits"]
    return credits


@cache
def _agencies(code: str) -> Mapping[str, str]:
    """{any name of an agency: its first name}, folded."""
    return {" ".join(folded(n)): " ".join(folded(row[0])) for row in _wording(code)["agencies"] for n in row}


@cache
def _names(code: str) -> re.Pattern[str]:
    names = sorted((name for row in _wording(code)["agencies"] for name in row), key=lambda n: (-len(n), n))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
