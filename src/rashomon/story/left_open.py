"""What reports say is not known: each place where one of them leaves a question open in so many words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ..languages import Language, known_languages, language_of
from ..records import Document

_ADVERBS = "*"
_GLUED = "n't"  # a cue that begins so stands at the end of a word: "isn't known"


@dataclass(frozen=True, slots=True, order=True)
class LeftOpen:
    """The words by which a report leaves something open."""

    document: str
    start: int
    end: int


def find_left_open(documents: Iterable[Document]) -> Iterator[LeftOpen]:
    """All places, document by document; what is not the article does not count."""
    for document in documents:
        base = (document.language or known_languages()[0]).replace("_", "-").split("-")[0].lower()
        if base in known_languages():
            yield from _in_document(document, _compiled(language_of(base)))


def _in_document(document: Document, pattern: re.Pattern[str]) -> Iterator[LeftOpen]:
    for match in pattern.finditer(document.text):
        start, end = match.span()
        if not any(part.start < end and start < part.end for part in document.boilerplate):
            yield LeftOpen(document.id, start, end)


@cache
def _compiled(language: Language) -> re.Pattern[str]:
    table = language.table("unknowns")
    adverbs = _one_of(table["adverbs"])
    cues = sorted(table["cues"], key=lambda cue: (-len(cue), cue))
    written = (_written(cue, adverbs, table["not_before"].get(cue, ())) for cue in cues)
    return re.compile(rf"(?:{'|'.join(written)})(?![^\W_])", re.IGNORECASE)


def _written(cue: str, adverbs: str, not_before: Iterable[str]) -> str:
    words = [rf"(?:(?:{adverbs})\s+)?" if word == _ADVERBS else re.escape(word) + r"\s+" for word in cue.split()]
    kept = "".join(words).removesuffix(r"\s+").replace("'", "['’]")
    kept = kept if cue.startswith(_GLUED) else rf"(?<![^\W_]){kept}"
    barred = _one_of(not_before)
    return rf"{kept}(?!\s+(?:{barred})\b)" if barred else kept


def _one_of(phrases: Iterable[str]) -> str:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first)
