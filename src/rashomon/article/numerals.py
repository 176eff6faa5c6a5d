"""Number words of a language read as numbers: the one grammar of "two hundred and five" for all who read a text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Protocol

from ..languages import Language

_HUNDRED = 100
_YEAR_OPENINGS = range(10, 21)  # "ten sixty-six" to "twenty ninety-nine"
_YEARS_IN_FULL = range(2000, 2100)  # "two thousand and nine"


class Written(Protocol):
    """A word or mark of a text, however that text was cut into words."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def lower(self) -> str: ...


@dataclass(frozen=True)
class Numerals:
    """The number words of a language."""

    units: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    rough_scales: Mapping[str, int]  # "dozen": round however often it is taken
    shares: Mapping[str, Fraction]
    joins: frozenset[str]
    articles: frozenset[str]
    hyphens: frozenset[str]
    year_zeros: frozenset[str]

    @property
    def openings(self) -> frozenset[str]:
        """The words that a number in words can begin with, its article left aside."""
        return frozenset((*self.units, *self.tens, *self.shares))


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number in words that ends before word `end`."""

    value: Fraction
    end: int
    rough: bool = False  # told as so many dozens, or as a share of a scale


@cache
def numerals_of(language: Language) -> Numerals:
    """The number words in a language's table `numbers`."""
    table = language.table("numbers")
    words = table["words"]
    return Numerals(
        units=table["units"],
        tens=table["tens"],
        scales=table["scales"],
        rough_scales=table["rough_scales"],
        shares={word: Fraction(*share) for word, share in table["fractions"].items()},
        joins=frozenset(words["join"]),
        articles=frozenset(words["article"]),
        hyphens=frozenset(words["hyphen"]),
        year_zeros=frozenset(words["year_zero"]),
    )


def spelled(words: Sequence[Written], at: int, numerals: Numerals, *, article: bool = False) -> Spelled | None:
    """The longest number in words from here, scales and all; with `article`, one that "a" was said before."""
    reader = _Reader(words, numerals)
    share = None if article else reader.share_of_scale(at)
    counted = None if share else reader.counted(at, article=article)
    if counted is None:
        return share
    value, end = reader.with_half(counted)
    return scaled(words, value, end, numerals)


def scaled(words: Sequence[Written], value: Fraction, end: int, numerals: Numerals) -> Spelled:
    """A value with the scales behind it, whether it was told in words or in digits: "1.3 thousand", "two dozen"."""
    reader, rough = _Reader(words, numerals), False
    while size := reader.size(end):
        rough = rough or reader.word(end) in numerals.rough_scales
        value, end = value * size, end + 1
    return Spelled(value, end, rough)


def spoken_year(words: Sequence[Written], at: int, numerals: Numerals) -> tuple[int, int] | None:
    """A year as it is spoken, and where it ends: "nineteen ninety-six", "nineteen oh five", "two thousand and nine"."""
    reader = _Reader(words, numerals)
    first = numerals.units.get(reader.word(at)) or numerals.tens.get(reader.word(at))
    rest = reader.rest_of_year(at + 1) if first in _YEAR_OPENINGS else None
    if first and rest:
        return first * _HUNDRED + rest[0], rest[1]
    whole = reader.counted(at, article=False)
    return (whole.value, whole.end) if whole and whole.value in _YEARS_IN_FULL else None


class _Reader:
    """Reads number words from the words of a text; its state is the two."""

    def __init__(self, words: Sequence[Written], numerals: Numerals) -> None:
        self.words = words
        self.numerals = numerals

    def word(self, at: int) -> str:
        """The word at a place, "" past the edge."""
        return self.words[at].lower if 0 <= at < len(self.words) else ""

    def size(self, at: int) -> int:
        """What a scale at a place multiplies by, 0 where none stands there."""
        word = self.word(at)
        return self.numerals.scales.get(word) or self.numerals.rough_scales.get(word, 0)

    def share_of_scale(self, at: int) -> Spelled | None:
        """A share that needs no "of": "half a million", "half a dozen"."""
        share = self.numerals.shares.get(self.word(at))
        size = self.size(at + 2) if share and self.word(at + 1) in self.numerals.articles else 0
        whole = share * size if share else Fraction(0)
        return Spelled(whole, at + 3, rough=True) if whole and whole.denominator == 1 else None

    def with_half(self, counted: "_Sum") -> tuple[Fraction, int]:
        """The value of a sum, with the half of "two and a half million"."""
        end = counted.end
        share = self.numerals.shares.get(self.word(end + 2))
        joined = self.word(end) in self.numerals.joins and self.word(end + 1) in self.numerals.articles
        if share and joined and self.size(end + 3):
            return counted.value + share, end + 3
        return Fraction(counted.value), end

    def rest_of_year(self, at: int) -> tuple[int, int] | None:
        """The last two digits of a year, and where they end."""
        if self.word(at) in self.numerals.year_zeros and self.word(at + 1) in self.numerals.units:
            return self.numerals.units[self.word(at + 1)], at + 2
        rest = self.counted(at, article=False)
        return (rest.value, rest.end) if rest and 10 <= rest.value < _HUNDRED else None

    def counted(self, at: int, *, article: bool) -> "_Sum | None":
        """The sum of the longest run of number words from here, rough scales left aside unless "a" was said before."""
        read = self._round_one(at) if article else self._first(at)
        last = None
        while read is not None:
            last, read = read, self._grown(read, self._past_joint(read.end))
        return last

    def _first(self, at: int) -> "_Sum | None":
        number = self._below_hundred(at)
        return None if number is None else _Sum(0, number, at + 1)

    def _below_hundred(self, at: int) -> int | None:
        word = self.word(at)
        return self.numerals.tens.get(word, self.numerals.units.get(word))

    def _round_one(self, at: int) -> "_Sum | None":
        """The scale behind an article: "a hundred", "a dozen"."""
        size = self.size(at)
        if not size:
            return None
        return _Sum(0, size, at + 1) if size <= _HUNDRED else _Sum(size, 0, at + 1)

    def _past_joint(self, at: int) -> int:
        """Past the "and" of "hundred and five" or the hyphen of "twenty-one"."""
        before, word, after = (self.word(at + step) for step in (-1, 0, 1))
        if word in self.numerals.hyphens and before in self.numerals.tens and self._touches(at - 1):
            return at + 1 if after in self.numerals.units else at
        if word in self.numerals.joins and before in self.numerals.scales:
            return at + 1 if after in self.numerals.units or after in self.numerals.tens else at
        return at

    def _touches(self, at: int) -> bool:
        """A word and the next stand together without a space."""
        return 0 <= at < len(self.words) - 1 and self.words[at].end == self.words[at + 1].start

    def _grown(self, read: "_Sum", at: int) -> "_Sum | None":
        """A sum with one more number word; `None` where the word at that place adds nothing to it."""
        number = self._below_hundred(at)
        if number is not None and read.takes(number):
            return _Sum(read.total, read.group + number, at + 1)
        scale = self.numerals.scales.get(self.word(at))
        if not scale or not read.group:
            return None
        grown = read.group * scale
        return _Sum(read.total, grown, at + 1) if scale == _HUNDRED else _Sum(read.total + grown, 0, at + 1)


@dataclass(frozen=True, slots=True)
class _Sum:
    """What has been read of a number: whole thousands for good, and the group that is being counted up."""

    total: int
    group: int
    end: int

    @property
    def value(self) -> int:
        return self.total + self.group

    def takes(self, number: int) -> bool:
        """Whether a word below a hundred can follow: after a full hundred, or (below ten) after a full ten."""
        if self.group % _HUNDRED == 0:
            return self.value > 0
        return number < 10 and self.group % 10 == 0 and self.group % _HUNDRED >= 20
