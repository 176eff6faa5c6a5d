"""The words a language tells times with, and the one record of a word in a text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple  # a table's shape is known here only

from ...languages import Language
from ..numerals import numerals_of

Value = int | str | Fraction
NO_CLASSES: Mapping[str, Value] = MappingProxyType({})

BREAK = "\n"  # stands between blocks, so that no expression crosses from one into the next

TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+)"  # first, since most are words
    r"|(?P<iso>(?<![\d.-])\d{4}-\d{1,2}-\d{1,2}(?![\d-])(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)"
    r"|(?P<year_first>(?<![\d./-])\d{4}(?P<mark_first>[/.])\d{1,2}(?P=mark_first)\d{1,2}(?![\d/-]))"
    r"|(?P<slashed>(?<![\d./-])\d{1,2}(?P<mark_between>[/.-])\d{1,2}(?P=mark_between)(?:\d{4}|\d{2})(?![\d/-]))"
    r"|(?P<clock>(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))"
    r"|(?P<fraction>(?<![\d/])\d{1,2}/\d{1,2}(?![\d/]))"
    r"|(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"|(?P<mark>[^\w\s]|_)"
)
_PLAIN_MARKS = {"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-", "\u2013": "-"}


class Word(NamedTuple):  # a tuple is made several times faster than a dataclass, and a text has a million
    """A word, number or mark of a text; `worth` gives each class it belongs to and its value there."""

    start: int
    end: int
    lower: str
    worth: Mapping[str, Value] = NO_CLASSES


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words and phrases of a language to classes and values."""

    entries: Mapping[str, Mapping[str, Value]]
    capital: frozenset[str]  # belong to their classes only when written with a capital
    phrases: Mapping[
        tuple[str, str], tuple[tuple[str, ...], ...]
    ]  # first two words to the phrases they begin, longest first
    suffixes: frozenset[str]  # of ordinals in digits


@cache
def lexicon_of(language: Language) -> Lexicon:
    """The lexicon in a language's table `times`."""
    table = language.table("times")
    entries: dict[str, dict[str, Value]] = {}
    for name, words in (*table["words"].items(), *_numbers(language).items()):
        for word, value in _items(words):
            entries.setdefault(" ".join(plain_tokens(word)), {})[name] = value
    phrases: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for tokens in (tuple(entry.split(" ")) for entry in entries):
        if len(tokens) > 1:
            phrases.setdefault((tokens[0], tokens[1]), []).append(tokens)
    longest_first = {first: tuple(sorted(found, key=len, reverse=True)) for first, found in phrases.items()}
    return Lexicon(entries, frozenset(table["capital"]), longest_first, frozenset(table["ordinal_suffixes"]))


def _numbers(language: Language) -> Mapping[str, Mapping[str, Value]]:
    """The words for numbers by class; each of them is a number too."""
    numerals = numerals_of(language)
    cardinals = {word: value for word, value in {**numerals.units, **numerals.tens}.items() if value}
    scales = {**numerals.scales, **numerals.rough_scales}
    numbers = {word: Fraction(value) for word, value in {**cardinals, **scales}.items()}
    return {"cardinal": cardinals, "scale": scales, "number": numbers}


def lower_of(word: str) -> str:
    """A word as the lexicon spells it."""
    return _PLAIN_MARKS.get(word, word.lower())


def plain_tokens(text: str) -> list[str]:
    """The words and marks of a text, as the lexicon spells them."""
    return [lower_of(match.group()) for match in TOKEN.finditer(text)]


def _items(words: Any) -> Iterator[tuple[str, Value]]:
    """A table of words with values, or a list of words, each worth itself."""
    if isinstance(words, Mapping):
        yield from words.items()
    else:
        yield from ((word, word) for word in words)
