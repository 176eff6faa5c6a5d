"""Numbers of a text, in digits and in words, with the words that hedge them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any  # a table's shape is known to the module that reads it

from ...bounds import bounds
from ...languages import Language
from ...records import Relation
from ..numerals import Numerals, Spelled, numerals_of, scaled, spelled
from ..parse import Parse, Token

# The ends of a range are rarely further apart than this ("10 to 20"); "2 to 2016" is no range.
WIDEST_RANGE = 20
_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")  # translated texts keep "2.000" for two thousand
_RANGE = re.compile(rf"(?P<low>{_DIGITS.pattern})[-–—](?P<high>{_DIGITS.pattern})")
_HEDGES: tuple[Relation, ...] = ("at_least", "more_than", "at_most", "less_than", "approximately", "exactly", "none")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a parse; `head` is its own last token, by which the parse hangs it."""

    first: int
    last: int
    head: int
    relation: Relation
    low: Decimal | None
    high: Decimal | None
    whole: int | None = None  # last token of the whole of which this is a share: "300" in "half of the 300"
    bound: bool = False  # a price, an age or measure in one word: it counts nothing by itself


@dataclass(frozen=True, slots=True)
class _Core:
    """A number without its hedges, that ends before token `end`."""

    low: Decimal
    high: Decimal
    relation: Relation
    end: int
    share: int | None = None  # the token of the share, where it is one of a whole


def find_numbers(parse: Parse, language: Language) -> tuple[Number, ...]:
    """All numbers, longest first where one begins another, in order; ordinals, ages and prices are none."""
    return tuple(number for number in every_number(parse, language) if not number.bound)


def every_number(parse: Parse, language: Language) -> tuple[Number, ...]:
    """All numbers, those that are bound to a sign or a word as well: "$ 300", "a 500-metre"."""
    reader = _Reader(parse.tokens, _tables(language))
    found: list[Number] = []
    at = 0
    while at < len(parse.tokens):
        number = reader.number(at)
        if number:
            found.append(number)
            at = number.last
        at += 1
    return tuple(found)


def parse_count(text: str) -> Decimal | None:
    """The value of digits: "2,000", "1.3", "2.000" (two thousand), full-width "１２".

    >>> parse_count("2,000"), parse_count("x")
    (Decimal('2000'), None)
    """
    if _GROUPED.fullmatch(text):
        return Decimal(text.replace(".", ""))
    return Decimal(text.replace(",", "")) if _DIGITS.fullmatch(text) else None


Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], Relation]]]  # by their first word


@dataclass(frozen=True, slots=True)
class _Tables:
    """A language's numbers, made ready for reading: most words begin none, and are passed over at once."""

    table: Mapping[str, Any]
    numerals: Numerals
    words: Mapping[str, frozenset[str]]
    before: Phrases
    after: Phrases
    none: Phrases
    openings: frozenset[str]  # words that a number, without its hedges, can begin with; digits are not among them
    starts: frozenset[str]  # those, hedges and signs of money


@cache
def _tables(language: Language) -> _Tables:
    table = language.table("numbers")
    words = {name: frozenset(listed) for name, listed in table["words"].items()}
    several = (phrase.split()[0] for phrase in (*table["vague_counts"]["words"], *table["none"]["none"]))
    numerals = numerals_of(language)
    named = (word for name in ("between", "article", "nobody", "no") for word in words[name])
    openings = frozenset((*several, *numerals.openings, *table["vague"], *named))
    before, after, none = (_by_first(phrases) for phrases in (table["before"], table["after"], table["none"]))
    return _Tables(table, numerals, words, before, after, none, openings, openings | before.keys() | words["currency"])


def _by_first(phrases: Mapping[str, Sequence[str]]) -> Phrases:
    found: dict[str, list[tuple[tuple[str, ...], Relation]]] = {}
    for relation in _HEDGES:
        for phrase in phrases.get(relation, ()):
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, relation))
    return found


class _Reader:
    """Reads numbers from tokens; its state is the tokens and the language's tables."""

    def __init__(self, tokens: Sequence[Token], tables: _Tables) -> None:
        self.tokens = tokens
        self.tables = tables
        self.table = tables.table
        self.words = tables.words

    def word(self, at: int) -> str:
        """The word at a place, "" past a sentence's edge."""
        return self.tokens[at].lower if 0 <= at < len(self.tokens) else ""

    def number(self, at: int) -> Number | None:
        """The number that begins at a token, with the hedges before and behind it."""
        if self.word(at) not in self.tables.starts and not self._can_begin(at):
            return None
        if self._is_topic(at):
            return None
        first, hedges = self._hedges_before(at)
        first += self.word(first) in self.words["currency"]
        if not self._can_begin(first):
            return None
        core = self._core(first)
        if core is None or not self._one_sentence(at, core.end - 1) or self._is_title(first):
            return None
        after, end = self._hedge_after(core.end)
        head = core.end - 1 if core.share is None else core.share
        whole = None if core.share is None else core.end - 1
        bound = self._is_bound(first, core.end)
        number = Number(at, end - 1, head, core.relation, core.low, core.high, whole, bound)
        return _hedged(number, [*hedges, *after])

    def _is_topic(self, at: int) -> bool:
        """The "about" of "information about 20 dead", "it was reported about five dead", which hedges nothing."""
        if self.word(at) not in self.words["topical"] or at == 0:
            return False
        before = self.tokens[at - 1]
        told = before.pos == "NOUN" or (before.tag == "VBN" and at > 1 and self.tokens[at - 2].pos == "AUX")
        return told and before.lower in self.words["told_about"]

    def _can_begin(self, at: int) -> bool:
        word = self.word(at)
        return word in self.tables.openings or word[:1].isdigit()

    def _one_sentence(self, first: int, last: int) -> bool:
        return self.tokens[first].sentence == self.tokens[last].sentence

    def _is_title(self, first: int) -> bool:
        """The number of a thing: "page 12", "flight 30"."""
        return self.word(first - 1) in self.words["before_ordinary"] and self.tokens[first].text[0].isdigit()

    def _is_bound(self, first: int, end: int) -> bool:
        """Part of something else: a price, an age or measure in one word, "one in five", a date in digits."""
        before = self.word(first - 1)
        if before in self.words["currency"] or self.word(end) in self.words["currency"] | {"%"}:
            return True
        if before in self.words["ratio"] and self._is_one(first - 2):
            return True
        if self._is_one(first) and self.word(end) in self.words["ratio"] and self._plain(end + 1):
            return True
        return self._is_hyphened(end) or (before in self.words["hyphen"] and self._touches(first - 1))

    def _is_one(self, at: int) -> bool:
        """The one of "one in five"."""
        return bool(self.table["units"].get(self.word(at)) == 1)

    def _is_hyphened(self, end: int) -> bool:
        return self.word(end) in self.words["hyphen"] and self._touches(end - 1) and self._touches(end)

    def _touches(self, at: int) -> bool:
        """A token and the next stand together without a space."""
        return 0 <= at < len(self.tokens) - 1 and self.tokens[at].end == self.tokens[at + 1].start

    def _hedges_before(self, at: int) -> tuple[int, list[Relation]]:
        """Where the number itself begins, and what the words before it say."""
        found: list[Relation] = []
        for _ in range(2):  # "at least some 20"
            step, relation = self._longest(at, self.tables.before)
            if not relation:
                break
            found.append(relation)
            at += step
        return at, found

    def _hedge_after(self, at: int) -> tuple[list[Relation], int]:
        step, relation = self._longest(at, self.tables.after)
        if self.word(at + step) in self.words["the"] | self.words["article"]:
            return [], at  # "five plus the gunman"
        return ([relation], at + step) if relation else ([], at)

    def _longest(self, at: int, phrases: Phrases) -> tuple[int, Relation | None]:
        best: tuple[int, Relation | None] = (0, None)
        for words, relation in phrases.get(self.word(at), ()):
            length = self._phrase(at, words)
            if length > best[0]:
                best = (length, relation)
        return best

    def _phrase(self, at: int, words: Sequence[str]) -> int:
        """How many tokens a phrase covers from here, 0 where it does not stand here."""
        return len(words) if all(self.word(at + k) == word for k, word in enumerate(words)) else 0

    def _core(self, at: int) -> _Core | None:
        for read in (self._between, self._fraction, self._out_of, self._range, self._vague, self._plain):
            core = read(at)
            if core:
                return core
        return None

    def _between(self, at: int) -> _Core | None:
        if self.word(at) not in self.words["between"]:
            return None
        low = self._plain(at + 1)
        high = self._plain(low.end + 1) if low and self.word(low.end) in self.words["between_join"] else None
        low = self._scaled_as(low, high)
        return _Core(low.low, high.high, "between", high.end) if low and high and low.low < high.high else None

    def _range(self, at: int) -> _Core | None:
        one_token = _RANGE.fullmatch(self.word(at))
        if one_token:
            low_value, high_value = parse_count(one_token["low"]), parse_count(one_token["high"])
            if low_value is not None and high_value is not None and _is_range(low_value, high_value):
                return _Core(low_value, high_value, "between", at + 1)
        low = self._plain(at)
        if low is None or self.word(low.end) not in self.words["to"]:
            return None
        if self.word(at - 1) in self.words["from"] and not self._opens_range(at - 2):
            return None  # "rose from 12 to 19"
        high = self._plain(low.end + 1)
        low = self._scaled_as(low, high) or low
        if high is None or not _is_range(low.low, high.high):
            return None
        return _Core(low.low, high.high, "between", high.end)

    def _opens_range(self, at: int) -> bool:
        """What stands before the "from" of "anywhere from 10 to 15 died", "they said that from 8 to 13 people died"."""
        if at < 0 or self.word(at) in self.words["anywhere"]:
            return True
        before = self.tokens[at]
        return before.pos in ("PUNCT", "SCONJ", "CCONJ") or before.sentence != self.tokens[at + 1].sentence

    def _scaled_as(self, low: _Core | None, high: _Core | None) -> _Core | None:
        """ "60 to 75 million": both are millions."""
        scale = self.tables.numerals.scales.get(self.word(high.end - 1)) if high else None
        if low is None or high is None or not scale or self.word(low.end - 1) in self.tables.numerals.scales:
            return low
        return replace(low, low=low.low * scale, high=low.high * scale) if low.low * scale < high.low else low

    def _fraction(self, at: int) -> _Core | None:
        """A share of a whole that is told: "half of the 300", "a third of the 90", "two thirds of the 60"."""
        count = self._units(at)
        start = at + 1 if count or self.word(at) in self.words["article"] else at
        start += bool(count) and self.word(start) in self.words["hyphen"]  # "three-quarters"
        share = self.table["fractions"].get(self.word(start))
        if not share or self.word(start + 1) not in self.words["of"]:
            return None
        at = start + 2
        whole = self._plain(at + 1 if self.word(at) in self.words["the"] else at)
        if whole is None:
            return None
        exact = Fraction(whole.low) * (count or 1) * Fraction(*share)
        value = Decimal(exact.numerator // exact.denominator)
        return _Core(value, value, "approximately", whole.end, share=start)

    def _out_of(self, at: int) -> _Core | None:
        """ "seven out of ten": seven."""
        count = self._plain(at)
        if count is None or self.word(count.end) not in self.words["out"]:
            return None
        whole = self._plain(count.end + 2) if self.word(count.end + 1) in self.words["of"] else None
        return replace(count, end=whole.end, share=count.end - 1) if whole else None

    def _units(self, at: int) -> int:
        value = self.table["units"].get(self.word(at), 0)
        return int(value)

    def _vague(self, at: int) -> _Core | None:
        several = self._several(at)
        if several:
            return several
        start = at + 1 if self.word(at) in self.words["article"] else at
        interval = self.table["vague"].get(self.word(start))
        if not interval:
            return None
        low, high = (Decimal(end) for end in interval)
        scale = self.table["vague"].get(self.word(start + 2)) if self.word(start + 1) in self.words["of"] else None
        if scale and scale[0] >= 2 * low:  # "tens of thousands"; the plural stands for two and more of its scale
            unit = Decimal(scale[0]) / 2
            return _Core(low * unit, (high + 1) * unit - 1, "vague", start + 3)
        return _Core(low, high, "vague", start + 1)

    def _several(self, at: int) -> _Core | None:
        counts = self.table["vague_counts"]
        for phrase in counts["words"]:
            length = self._phrase(at, phrase.split())
            interval = counts.get(self.word(at + length)) if length else None
            if isinstance(interval, list) and self.word(at + length) != "words":
                return _Core(Decimal(interval[0]), Decimal(interval[1]), "vague", at + length + 1)
            if length and phrase not in self.table["vague"]:
                low, high = self.table["vague"]["several"]
                return _Core(Decimal(low), Decimal(high), "vague", at + length)
        return None

    def _plain(self, at: int) -> _Core | None:
        return self._nobody(at) or self._pair(at) or self._digits(at) or self._in_words(at)

    def _nobody(self, at: int) -> _Core | None:
        length, told = self._longest(at, self.tables.none)
        if told:
            return _Core(Decimal(0), Decimal(0), "none", at + length)
        if self.word(at) in self.words["nobody"]:
            return _Core(Decimal(0), Decimal(0), "none", at + 1)
        after = self.word(at + 1 + (self.word(at + 1) == "."))
        if self.word(at) not in self.words["no"] or after[:1].isdigit():
            return None  # "report no. 4"
        end = at + 2 if self.word(at + 1) in self.words["no_followers"] else at + 1
        return _Core(Decimal(0), Decimal(0), "none", end)

    def _pair(self, at: int) -> _Core | None:
        value = self.table["pairs"].get(self.word(at + 1))
        if value is None or self.word(at) not in self.words["article"] or self.word(at + 2) not in self.words["of"]:
            return None
        return _Core(Decimal(value), Decimal(value), "approximately", at + 2)

    def _digits(self, at: int) -> _Core | None:
        value = parse_count(self.word(at))
        if value is None:
            return None
        end = at + 1
        while self.word(end) == "000" and self.tokens[end].start - self.tokens[end - 1].end == 1:
            value, end = value * 1000, end + 1
        return _core_of(scaled(self.tokens, Fraction(value), end, self.tables.numerals))

    def _in_words(self, at: int) -> _Core | None:
        """A number in words: "twenty-one", "two hundred and five thousand", "a dozen", "half a million"."""
        article = self.word(at) in self.words["article"]
        found = spelled(self.tokens, at + article, self.tables.numerals, article=article)
        if found is None:
            return None
        core = _core_of(found)
        round_one = article and found.end == at + 2  # "a hundred", not "a hundred and five"
        return replace(core, relation="approximately") if round_one else core


def _core_of(found: Spelled) -> _Core:
    value = Decimal(found.value.numerator) / found.value.denominator
    return _Core(value, value, "approximately" if found.rough else "exactly", found.end)


def _is_range(low: Decimal, high: Decimal) -> bool:
    return low < high <= max(low, Decimal(1)) * WIDEST_RANGE


@cache
def _strength(relation: Relation) -> int:
    return {"exactly": 0, "approximately": 1}.get(relation, 2)


def _hedged(number: Number, hedges: Sequence[Relation]) -> Number:
    """The number as its strongest hedge bounds it; a vague or bounded one stays as it is."""
    if not hedges or number.relation in ("vague", "between", "none"):
        return number
    relation = max(hedges, key=_strength)
    if relation == "exactly" or number.low is None:
        return number
    low, high = bounds(relation, number.low)
    return replace(number, relation=relation, low=low, high=high)
