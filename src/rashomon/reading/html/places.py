"""Where on a page the lines of its article stand."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from ...records import Span

UNSEEN = ("script", "style", "noscript", "template", "svg", "button", "head")
KEY = 40  # letters of a line's beginning by which it is found
LEAST_KEY = 8  # letters; a shorter line may stand anywhere
PLACES = 5  # at most that many places are held against each other for a line
_NO_LETTER = "\0"
_BETWEEN = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Letters:
    """A page's letters and digits in order, and the run of them that stands in each element."""

    text: str
    spans: Mapping[HtmlElement, Span]

    def count(self, element: HtmlElement) -> int:
        """How many stand in the element; none in what is not shown."""
        span = self.spans.get(element)
        return span.end - span.start if span else 0


def letters_of(tree: HtmlElement) -> Letters:
    """The letters that a reader of the page sees."""
    pieces: list[str] = []
    starts: dict[HtmlElement, int] = {}
    spans: dict[HtmlElement, Span] = {}
    at = 0
    for is_start, element, words in shown(tree):
        if is_start:
            starts[element] = at
        else:
            spans[element] = Span(starts[element], at)
        pieces.append(folded(words))
        at += len(pieces[-1])
    return Letters("".join(pieces), spans)


def shown(root: HtmlElement) -> Iterator[tuple[bool, HtmlElement, str]]:
    """Starts and ends of the elements in it, each with the words that follow; what is not shown has none."""
    walk = iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            yield False, element, (element.tail or "") if element is not root else ""
        elif element.tag in UNSEEN:
            walk.skip_subtree()
            yield True, element, ""
        else:
            yield True, element, element.text or ""


def folded(words: str) -> str:
    """The letters and digits alone."""
    return _BETWEEN.sub("", words)


def places_of(lines: Sequence[str], letters: Letters, hidden: Iterable[Span]) -> Mapping[int, int]:
    """Where lines begin among the page's letters, by their numbers: the most that stand in the same order.

    In the `hidden` runs none is looked for.
    """
    text = letters.text
    for span in hidden:
        text = text[: span.start] + _NO_LETTER * (span.end - span.start) + text[span.end :]
    pairs = [(number, at) for number, line in enumerate(lines) for at in _occurrences(folded(line)[:KEY], text)]
    ends: list[int] = []  # the least place at which a row of each length can end
    last: list[int] = []  # the pair at that place
    before: list[int] = []
    for index, (_, at) in enumerate(pairs):
        length = bisect_left(ends, at)
        ends[length : length + 1] = [at]
        last[length : length + 1] = [index]
        before.append(last[length - 1] if length else -1)
    row, index = {}, last[-1] if last else -1
    while index >= 0:
        number, at = pairs[index]
        row[number], index = at, before[index]
    return row


def _occurrences(key: str, letters: str) -> Iterator[int]:
    """The places of a key, the last first, so that no line stands at two of them in a row that goes up."""
    found: list[int] = []
    at = letters.find(key) if len(key) >= LEAST_KEY else -1
    while at >= 0 and len(found) < PLACES:
        found.append(at)
        at = letters.find(key, at + 1)
    yield from reversed(found)
