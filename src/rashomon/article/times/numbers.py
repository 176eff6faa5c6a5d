"""Numbers written as words, made one word each: "twenty-four", "two hundred and ten", "nineteen ninety-six"."""

from fractions import Fraction

from ..numerals import Numerals, Spelled, scaled, spelled, spoken_year
from .lexicon import Value, Word


def merge_numbers(words: list[Word], numerals: Numerals) -> list[Word]:
    """The same words with each run of number words as one."""
    merged: list[Word] = []
    at = 0
    while at < len(words):
        found = _number(words, at, numerals) if "number" in words[at].worth else None
        if found is None or found[0].end < at + 2:
            merged.append(words[at])
            at += 1
            continue
        number, year = found
        merged.append(_merged(words[at : number.end], number, year))
        at = number.end
    return merged


def _number(words: list[Word], at: int, numerals: Numerals) -> tuple[Spelled, int | None] | None:
    """The number that begins with a word for one, or with digits, and the year it is where it is spoken as one."""
    worth = words[at].worth
    if "cardinal" in worth:
        year = spoken_year(words, at, numerals)
        number = spelled(words, at, numerals)
        if year and (number is None or year[1] >= number.end):
            return Spelled(Fraction(year[0]), year[1]), year[0]
        return (number, None) if number else None
    if "scale" in worth:
        number = spelled(words, at, numerals, article=True)
        return (number, None) if number else None
    return scaled(words, Fraction(worth["number"]), at + 1, numerals), None


def _merged(run: list[Word], number: Spelled, year: int | None) -> Word:
    worth: dict[str, Value] = {"number": number.value}
    if year is not None:
        worth["year_words"] = year
    return Word(run[0].start, run[-1].end, " ".join(word.lower for word in run), worth)
