"""Clauses that say the opposite of others: with a "no", by calling a claim false, in opposite words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal  # Any: a table's shape is known to the module that reads it

from ..languages import language_of
from .likeness import STEM, focus_of, likeness, negations_in, wording_of

_CLAUSE = re.compile(r"(?:[^.;!?\n]|(?<=\b[^\W\d_])\.|\.(?=\w))+[.;!?\n]?")
_TOKEN = re.compile(r"\w+")
MOST_BETWEEN = 160  # characters between a word for a claim and the one that calls it false behind it
MOST_BEFORE = 12  # characters between the two where the claim comes behind: "no truth in the rumour that"

_PART = re.compile(r"[^.,;:!?\n–—]+")
# A negation in one part of a quotation leaves the rest as it is: what it turns into its opposite is a part of which the
# other text tells this share of the weight. Set on the pairs that `weighing` tells of.
TOLD_BY_BOTH = 0.4

Sense = Literal["plain", "negated", "called false", "left", "right"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with what it says, and on which side of what."""

    text: str
    said: str  # the text without the words that make it the opposite of another
    stems: frozenset[str]  # of the text
    sense: Sense
    row: int = -1  # of the opposites, for left and right
    once: bool = False  # the row is of what an affair has but once: its words alone tell what is spoken of
    implicit: int = 0  # how many words turn it without a "not": "refused", "denied"; its opposite has as many
    focus: str | None = None  # the first telling stem behind the negation: what it is that is denied


def clauses_of(text: str, code: str = "en") -> Iterator[Clause]:
    """The clauses of a text that can contradict or be contradicted; those that ask or say what may be are left out."""
    words = _words(code)
    for sentence in _CLAUSE.findall(text):
        if not sentence.endswith("?"):
            for part in words.turns.split(sentence):
                yield from _senses(part, words, code)


def speaks_against(left: str, right: str, code: str = "en") -> bool:
    """One text denies in so many words what the other tells without a negation of any sort."""
    if is_negative(left, code) == is_negative(right, code):
        return False
    denying, telling = (left, right) if is_negative(left, code) else (right, left)
    told = wording_of(telling, code)
    parts = (wording_of(part, code) for part in _PART.findall(denying) if is_negative(part, code))
    return any(likeness(part, told, code).shared >= TOLD_BY_BOTH * part.weight > 0 for part in parts)


def is_negative(text: str, code: str = "en") -> bool:
    """A text holds a negation, or a word that stands for one: "refused", "denied"."""
    return negations_in(text, code) > 0 or _words(code).implicit.pattern.search(text) is not None


def _senses(text: str, words: "_Words", code: str) -> Iterator[Clause]:
    tokens = frozenset(_TOKEN.findall(text.casefold()))
    stems = frozenset(token[:STEM] for token in tokens)
    if found := words.called_false(text, tokens):
        yield Clause(text, found, stems, "called false")
        return
    yield from _sides(text, tokens, words.of_an_affair, stems, once=True)
    if words.open.stands_in(text, tokens):
        return
    negated = negations_in(text, code)
    implicit = len(words.implicit.pattern.findall(text)) if not words.implicit.firsts.isdisjoint(tokens) else 0
    if negated == 1 and not words.weak.stands_in(text, tokens):
        yield Clause(text, text, stems, "negated", implicit=implicit, focus=focus_of(text, code))
    if not negated:
        yield Clause(text, text, stems, "plain", implicit=implicit)
        yield from _sides(text, tokens, words.opposites, stems)


def _sides(
    text: str, tokens: frozenset[str], opposites: "_Opposites", stems: frozenset[str], *, once: bool = False
) -> Iterator[Clause]:
    """A clause on one side of opposites; on both sides of them it is on none."""
    for row, (left, right) in enumerate(() if opposites.firsts.isdisjoint(tokens) else opposites.rows):
        is_left, is_right = left.stands_in(text, tokens), right.stands_in(text, tokens)
        if is_left and not is_right:
            yield Clause(text, left.pattern.sub(" ", text), stems, "left", row, once)
        if is_right and not is_left:
            yield Clause(text, right.pattern.sub(" ", text), stems, "right", row, once)


@dataclass(frozen=True, slots=True)
class _Phrases:
    """Words and phrases that are looked for as such."""

    firsts: frozenset[str]  # the first word of each: a quick look before the pattern
    pattern: re.Pattern[str]

    def stands_in(self, text: str, tokens: frozenset[str]) -> bool:
        """One of them stands in the text, whose words are `tokens`."""
        return not self.firsts.isdisjoint(tokens) and self.pattern.search(text) is not None


@dataclass(frozen=True, slots=True)
class _Opposites:
    """Pairs of sides of which only one can be so."""

    firsts: frozenset[str]  # the first words of all: a quick look
    rows: tuple[tuple[_Phrases, _Phrases], ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """A language's words of opposition."""

    implicit: _Phrases
    weak: _Phrases
    open: _Phrases
    turns: re.Pattern[str]
    claims: _Phrases
    false_claim: re.Pattern[str]
    no_truth: re.Pattern[str]
    opposites: _Opposites
    of_an_affair: _Opposites

    def called_false(self, text: str, tokens: frozenset[str]) -> str | None:
        """What is called false: that which stands between the claim and the word that calls it so, or behind both."""
        if self.claims.firsts.isdisjoint(tokens):
            return None
        if found := self.false_claim.search(text):
            return found["about"]
        found = self.no_truth.search(text)
        return text[found.end() :] if found else None


@cache
def _words(code: str) -> _Words:
    table: Mapping[str, Any] = language_of(code).table("contradictions")
    claims, false = _any(table["claims"]), _any(table["called_false"])
    about = rf"(?P<about>[^.;]{{0,{MOST_BETWEEN}}}?)"
    return _Words(
        implicit=_phrases(table["implicit"]),
        weak=_phrases(table["weak"]),
        open=_phrases(table["open"]),
        turns=_phrases(table["turns"]).pattern,
        claims=_phrases(table["claims"]),
        false_claim=re.compile(rf"(?<!\w){claims}(?!\w){about}(?<!\w){false}(?!\w)", re.IGNORECASE),
        no_truth=re.compile(rf"(?<!\w){false}[^.;]{{0,{MOST_BEFORE}}}?(?<!\w){claims}(?!\w)", re.IGNORECASE),
        opposites=_opposites(table["opposites"]),
        of_an_affair=_opposites(table["of_an_affair"]),
    )


def _opposites(table: list[Mapping[str, list[str]]]) -> _Opposites:
    rows = tuple((_phrases(row["left"]), _phrases(row["right"])) for row in table)
    return _Opposites(frozenset().union(*(side.firsts for row in rows for side in row)), rows)


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))})"


def _phrases(words: list[str]) -> _Phrases:
    firsts = frozenset(_TOKEN.findall(word)[0].casefold() for word in words)
    return _Phrases(firsts, re.compile(rf"(?<!\w){_any(words)}(?!\w)", re.IGNORECASE))
