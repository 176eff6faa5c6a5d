"""What each outlet and speaker calls the same people and acts: each place where a report chose one of several words."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ..languages import Language, known_languages, language_of
from ..records import Document, Statement


@dataclass(frozen=True, slots=True)
class Naming:
    """A word for somebody or something that others have other words for."""

    theme: str  # what is named, in words
    label: str
    document: str
    start: int
    end: int
    statement: str | None  # the one in whose words it stands; `None` is the outlet's own voice


@dataclass(frozen=True, slots=True)
class _Themes:
    pattern: re.Pattern[str]
    labels_of: Mapping[str, Sequence[tuple[str, str]]]  # from a form to (theme, label)


def find_namings(documents: Iterable[Document], statements: Iterable[Statement]) -> Iterator[Naming]:
    """All places, document by document; what is not the article does not count."""
    said: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        said[statement.document].append(statement)
    for document in documents:
        themes = _themes(document.language)
        if themes:
            yield from _namings(document, themes, sorted(said[document.id], key=lambda s: (s.start, -s.end)))


def _namings(document: Document, themes: _Themes, said: Sequence[Statement]) -> Iterator[Naming]:
    starts = [statement.start for statement in said]
    for match in themes.pattern.finditer(document.text):
        start, end = match.span()
        if any(part.start < end and start < part.end for part in document.boilerplate):
            continue
        within = _innermost(said[: bisect_right(starts, start)], end)
        for theme, label in themes.labels_of.get(_folded(match[0]), ()):
            yield Naming(theme, label, document.id, start, end, within)


def _innermost(begun: Sequence[Statement], end: int) -> str | None:
    """Of the statements that have begun the last that still goes on."""
    return next((statement.id for statement in reversed(begun) if statement.end >= end), None)


def _themes(code: str | None) -> _Themes | None:
    """The words of a document's language; one that is not told is taken for the first that we know."""
    base = (code or known_languages()[0]).replace("_", "-").split("-")[0].lower()
    return _compiled(language_of(base)) if base in known_languages() else None


@cache
def _compiled(language: Language) -> _Themes:
    labels: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for _, theme in sorted(language.table("framing")["themes"].items()):
        for label, forms in theme["labels"].items():
            for form in forms:
                labels[_folded(form)].append((theme["title"], label))
    forms = sorted(labels, key=lambda form: (-len(form), form))
    spaced = (r"\s+".join(map(re.escape, form.split())) for form in forms)
    return _Themes(re.compile(rf"(?<![\w-])(?:{'|'.join(spaced)})(?![\w-])", re.IGNORECASE), labels)


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())
