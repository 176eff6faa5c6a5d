"""Whose page it is: the name that its address bears out, of all the names that it gives itself."""

import re
from collections.abc import Iterable, Iterator, Sequence

from lxml.html import HtmlElement

from ...names.folding import latin
from .linked import Linked
from .metas import metas

# What stands between a name and a motto, or between a headline and the name of the site or of a section of it.
BORDER = re.compile(r"\s+[|•·»–—-]\s+|\s*\|\s*")
_NAME_BORDER = re.compile(rf"{BORDER.pattern}|:\s+")
_ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_LETTERS = re.compile(r"[^\W_]+")
_SECOND_VOWEL = re.compile(r"(?<=[aou])e")  # hosts write "ue" where names have "ü"
_METAS = ("application-name", "apple-mobile-web-app-title", "publisher", "cre")
LABEL = 3  # letters of a part of a host; shorter ones are spelt by any name, so only a host's longest may be so short
END_SHARE = 0.33  # of the letters of a title's end that the host has to spell: it need not be a name at all
_NO_NAME = re.compile(r"[,/?!]")
NAME_WORDS = (
    8  # longer than the longest names of outlets; what has more is a motto, of which the first part is the name
)


def outlet_of(tree: HtmlElement, linked: Linked, hosts: Sequence[str]) -> str | None:
    """The site's name; one that no address bears out is followed by the host, so that none can pass for another.

    `hosts` are those of the addresses the page may have, the likeliest first.
    """
    told = [*metas(tree, "og:site_name"), linked.publisher, *metas(tree, *_METAS)]
    names = [name for line in told for name in _names(line, hosts)]
    if all(map(_is_address, names)):  # or there are none
        names += _guessed(tree, linked, hosts)
    # A name that is written as one is better than an address.
    names.sort(key=_is_address)
    fitting = next((name for name in names if _is_borne_out(name, hosts)), None)
    if fitting or not hosts:
        return fitting or next(iter(names), None)
    return f"{names[0]} ({hosts[0]})" if names and not _is_address(names[0]) else hosts[0]


def without_host(outlet: str) -> str:
    """The name alone.

    >>> without_host("The Example (other.example)")
    'The Example'
    """
    return re.sub(r" \([^()\s]+\)$", "", outlet)


def _names(line: str, hosts: Sequence[str]) -> Iterator[str]:
    """The name in what a page gives for one: without a motto or a place behind it."""
    line = " ".join(line.split()).strip(" |•·»–—-")
    if not _letters(line) or "//" in line:
        return
    parts = _NAME_BORDER.split(line)
    fitting = [part for part in parts if _is_borne_out(part, hosts)]
    is_one = len(parts) == 1 or (len(line.split()) <= NAME_WORDS and _is_borne_out(line, hosts))
    yield fitting[0] if fitting else line if is_one else parts[0]


def _guessed(tree: HtmlElement, linked: Linked, hosts: Sequence[str]) -> Iterator[str]:
    """Names that stand on the page, of whatever, and that the address bears out."""
    for line in linked.sites:
        yield from (name for name in _names(line, hosts) if _is_borne_out(name, hosts))
    for title in (*tree.xpath("//title/text()"), *metas(tree, "og:title", "twitter:title")):
        for end in BORDER.split(" ".join(str(title).split()))[:0:-1]:
            if not _NO_NAME.search(end) and _is_borne_out(end, hosts, END_SHARE):
                yield end


def _is_borne_out(name: str, hosts: Iterable[str], share: float = 0.0) -> bool:
    """Whether a part of a host is in the name's letters, in order, or the name in it: "nytimes", "New York Times".

    The part has to have at least a `share` of the name's letters.
    """
    letters = _letters(name)
    labels = [label for host in hosts for label in _labels(host) if len(label) >= share * len(letters)]
    bare = letters.removeprefix("the")
    return any(_spells(label, letters) or (len(bare) >= LABEL and bare in label) for label in labels)


def _labels(host: str) -> list[str]:
    """The parts of a host that may spell a name: all that are long enough, and the longest."""
    parts = [latin(_decoded(part)).replace("-", "") for part in host.split(".")[:-1] or [host]]
    longest = max(parts, key=len)
    return [part for part in parts if len(part) >= LABEL or part == longest]


def _decoded(label: str) -> str:
    try:
        return label.encode("ascii").decode("idna")
    except (UnicodeError, ValueError):
        return label


def _spells(label: str, letters: str) -> bool:
    rest, other = iter(letters), iter(letters)
    return all(letter in rest for letter in label) or all(letter in other for letter in _SECOND_VOWEL.sub("", label))


def _letters(name: str) -> str:
    return "".join(_LETTERS.findall(latin(name)))


def _is_address(name: str) -> bool:
    return name.islower() and bool(_ADDRESS.fullmatch(name))
