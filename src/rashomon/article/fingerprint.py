"""What a document is compared with others by, of its analysis alone: lines, terms, names, a sample of its passages."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import islice

from ..fingerprint import Fingerprint, Line, NamedForm, Sample, Terms, numbers
from ..names.folding import form_of
from ..records import NAMES, Analysis, Document, Mention, Span, Statement
from .boilerplate.furniture import is_sentence
from .layout import Block, article_blocks, blocks
from .times import resolve
from .words import sampled, words_in

# What an article is about stands in its beginning, what is new in its first words.
WORDS = 600
LEAD_WORDS = 120
TITLE_WEIGHT = 2
DAY_WEIGHT = 2  # the day on which it happened is the word that two shootings in one city do not share
PARAGRAPH = 80  # characters; the first line as long is the article's lead
_DATELINE = re.compile(r"\)\s*[-\u2013\u2014]+$")  # "VELSK (Agency) --", on a line of its own
DIGEST = 16  # bytes of that of all words
_WORD = re.compile(r"[^\W\d_]+|\d+")
_DAY = "day "  # before a day that is told: no word has a space in it


def fingerprint_of(analysis: Analysis) -> Fingerprint:
    """The fingerprint of a document; of its analysis it takes all but events."""
    own = article_blocks(analysis.document)
    lines, lead = _lines(analysis)
    sample = _sample(analysis.document, own, analysis.statements)
    return Fingerprint(lines, lead, _terms(analysis, own), sample, forms_named(analysis.mentions))


def forms_named(mentions: Iterable[Mention]) -> tuple[NamedForm, ...]:
    """The forms of names among the mentions, with what they are taken for, each once."""
    return tuple(sorted({NamedForm(m.type, form_of(m.text)) for m in mentions if m.form in NAMES}))


def folded_line(text: str) -> str:
    """A line's words, whatever their case and the room between them."""
    return " ".join(text.split()).casefold()


def touches(span: Span, others: Iterable[Span]) -> bool:
    """The span has something in common with one of the others."""
    return any(span.start < other.end and other.start < span.end for other in others)


def _lines(analysis: Analysis) -> tuple[tuple[Line, ...], int | None]:
    """The lines, and the digest of the first long one."""
    document = analysis.document
    marked = [Span(mark.start, mark.end) for mark in document.boilerplate]
    told = [Span(said.start, said.end) for said in analysis.statements]
    told += [Span(figure.start, figure.end) for figure in analysis.figures]
    title = folded_line(document.title or "")
    lines: list[Line] = []
    lead = None
    for number, span in enumerate(span for span in blocks(document.text) if not touches(span, marked)):
        words = folded_line(document.text[span.start : span.end])
        # The first line is the headline, whatever else it is.
        is_free = number > 0 and words != title and not touches(span, told) and not _DATELINE.search(words)
        lines.append(Line(span.start, span.end, _digest(words), is_sentence(words), is_free))
        if lead is None and len(words) >= PARAGRAPH:
            lead = lines[-1].words
    return tuple(lines), lead


def _digest(words: str) -> int:
    return int.from_bytes(blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _terms(analysis: Analysis, own: Sequence[Block]) -> Terms:
    # Joined names were tried as terms of their own; on the three collections they added nothing to the words.
    document = analysis.document
    told = [word.casefold() for word in islice(_words(document, own), WORDS)]
    title = [word.casefold() for word in _WORD.findall(document.title or "")] * TITLE_WEIGHT
    days = (time for time in (resolve(t, document.published.days) for t in analysis.times) if time.earliest)
    named = [f"{_DAY}{time.earliest}" for time in days if time.earliest == time.latest] * DAY_WEIGHT
    whole, lead = Counter([*told, *title, *named]), Counter([*told[:LEAD_WORDS], *title])
    return Terms(tuple(whole), numbers(whole.values()), numbers(lead[word] for word in whole))


def _words(document: Document, own: Iterable[Block]) -> Iterator[str]:
    return (word for block in own for word in _WORD.findall(document.text[block.start : block.end]))


def _sample(document: Document, own: Sequence[Block], statements: Iterable[Statement]) -> Sample:
    words = words_in(document, own)
    digest = blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=DIGEST).digest()
    return Sample(
        shingles=numbers(sorted(set(sampled(words)))),
        words=len(words),
        digest=digest if words else b"",
        quotations=tuple((s.start, s.end) for s in statements if s.kind != "indirect"),
    )
