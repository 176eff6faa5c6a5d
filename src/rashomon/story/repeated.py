"""Lines that one outlet prints under many articles: furniture that no document shows by itself."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import PurePosixPath

from ..article.fingerprint import folded_line, touches
from ..fingerprint import Fingerprint, Line
from ..reading.addresses import host_of
from ..records import Analysis, Boilerplate, Document, Mention, Span, Time

ARTICLES = 3  # of one outlet, with different words around it; by chance two may have one subheading
LEAST_ARTICLES = 4  # of an outlet of which sentences can be told to be furniture
MOST_ARTICLES = 0.5  # of the outlet's; a paragraph of background is printed again under fewer


def repeated_lines(read: Iterable[tuple[Document, Fingerprint]]) -> Mapping[str, Sequence[Span]]:
    """The lines that recur in articles of one outlet, by document; the text of the documents is not looked at.

    States of one page and prints of one text are one article, so what copies share is not taken for furniture. A line
    that tells a count or somebody's words stays, and a sentence stays unless most articles of the outlet have it.
    Where no outlet is known, texts that came in one folder are held to be of one; sentences stay then.
    """
    groups: dict[tuple[str, str], list[_Article]] = defaultdict(list)
    for document, fingerprint in read:
        groups[_outlet(document)].append(_article(document, fingerprint))
    cuts: dict[str, list[Span]] = {}
    for (kind, _), articles in groups.items():
        if len(articles) >= ARTICLES:
            cuts |= _repeated(articles, sentences=kind != "folder")
    return {document: spans for document, spans in cuts.items() if spans}


@dataclass(frozen=True, slots=True)
class _Article:
    """A document's lines, and what tells which article it is."""

    id: str
    lines: tuple[Line, ...]
    keys: tuple[str, ...]


def _outlet(document: Document) -> tuple[str, str]:
    if document.outlet:
        return "outlet", folded_line(document.outlet)
    host = host_of(document.url)
    return ("outlet", host) if host else ("folder", str(PurePosixPath(document.source.partition("#")[0]).parent))


def _article(document: Document, told: Fingerprint) -> _Article:
    title = folded_line(document.title or "")
    lead = "" if told.lead is None else str(told.lead)
    keys = (("id", document.id), ("url", document.url), ("title", title), ("lead", lead))
    return _Article(document.id, told.lines, tuple(f"{kind} {key}" for kind, key in keys if key))


def _repeated(articles: Sequence[_Article], *, sentences: bool) -> Mapping[str, list[Span]]:
    """The spans of repeated lines of articles of one outlet, by document."""
    number_of = _numbers(articles)
    holders: dict[int, set[str]] = defaultdict(set)
    for article in articles:
        for line in article.lines:
            holders[line.words].add(number_of[article.id])
    kept = {line.words for article in articles for line in article.lines if not line.is_free}
    count = len(set(number_of.values()))
    most = MOST_ARTICLES * count if sentences and count >= LEAST_ARTICLES else count + 1

    def is_furniture(line: Line) -> bool:
        held = len(holders[line.words])
        return held >= ARTICLES and line.words not in kept and (not line.is_sentence or held >= most)

    return {a.id: [Span(line.start, line.end) for line in a.lines if is_furniture(line)] for a in articles}


def _numbers(articles: Sequence[_Article]) -> Mapping[str, str]:
    """Which article each document is, as one document's id: one page, one headline or one lead is one."""
    root: dict[str, str] = {}

    def find(key: str) -> str:
        while root.setdefault(key, key) != key:
            root[key] = key = root[root[key]]
        return key

    for article in articles:
        for one, other in pairwise(article.keys):
            low, high = sorted((find(one), find(other)))
            root[high] = low
    return {article.id: find(article.keys[0]) for article in articles}


def without(analysis: Analysis, spans: Sequence[Span]) -> Analysis:
    """The analysis with those spans marked, and without what was read from them: no statement and no figure."""
    marks = (*analysis.document.boilerplate, *(Boilerplate(span.start, span.end, "other") for span in spans))
    events = tuple(event for event in analysis.events if not touches(Span(event.start, event.end), spans))
    times, mentions = _needed(replace(analysis, events=events), spans)
    document = replace(analysis.document, boilerplate=tuple(sorted(marks, key=lambda mark: (mark.start, mark.end))))
    return replace(analysis, document=document, mentions=mentions, times=times, events=events)


def _needed(analysis: Analysis, spans: Sequence[Span]) -> tuple[tuple[Time, ...], tuple[Mention, ...]]:
    """The times and mentions outside the spans, and those inside that something outside refers to."""
    referred = {
        reference
        for claim in (*analysis.statements, *analysis.figures, *analysis.events)
        for reference in _references(claim)
    }
    times = tuple(t for t in analysis.times if t.id in referred or not touches(Span(t.start, t.end), spans))
    known = {mention.id: mention for mention in analysis.mentions}
    kept = {m.id for m in analysis.mentions if m.id in referred or not touches(Span(m.start, m.end), spans)}
    waiting = sorted(kept)
    while waiting:
        antecedent = known[waiting.pop()].antecedent
        if antecedent in known and antecedent not in kept:
            kept.add(antecedent)
            waiting.append(antecedent)
    return times, tuple(mention for mention in analysis.mentions if mention.id in kept)


def _references(claim: object) -> Iterator[str]:
    for name in ("speaker", "source", "place", "when", "via", "actors", "recipients"):
        value = getattr(claim, name, None)
        yield from (value,) if isinstance(value, str) else value or ()
