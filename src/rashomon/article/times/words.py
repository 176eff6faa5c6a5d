"""A text as words: numbers and phrases of the lexicon joined, breaks between blocks."""

import re
from collections.abc import Mapping
from fractions import Fraction

from ...languages import Language, code_told, known_languages, language_of
from ..layout import blocks
from ..numerals import numerals_of
from .lexicon import BREAK, NO_CLASSES, TOKEN, Lexicon, Value, Word, lexicon_of, lower_of
from .numbers import merge_numbers

_LONGEST_NUMBER = 12  # digits; a longer run is a serial number, not a count or a year
_YEARS = range(1000, 2200)
_OF_HOURS = frozenset({"clock", "meridiem", "four_digits", "point_of_day"})
_OF_DAYS = frozenset(
    {"month", "weekday", "dayshift", "dayshift_night", "holiday", "iso", "slashed", "told_shift", "deictic"}
)
# Every set of classes a number in digits can have; patterns are compiled against these and the lexicon.
NUMBER_SHAPES: tuple[frozenset[str], ...] = tuple(
    frozenset(shape.split())
    for shape in (
        "iso", "slashed", "clock", "fraction", "month_day", "number", "number year",
        "number four_digits", "number year four_digits", "number short_year",
        "number day hour", "number hour", "number short_year hour", "number short_year day hour",
        "number short_year day", "ordinal", "ordinal day ordinal_day", "decade", "number year_words",
    )
)  # fmt: skip


def words_of(text: str, language: Language) -> tuple[Word, ...]:
    """The words of a text in order."""
    lexicon, numerals = lexicon_of(language), numerals_of(language)
    found: list[Word] = []
    seen: dict[str, tuple[str, Mapping[str, Value]]] = {}
    for block in blocks(text):
        if found:
            found.append(Word(block.start, block.start, BREAK))
        plain = [_word(match, lexicon, seen) for match in TOKEN.finditer(text, block.start, block.end)]
        found.extend(merge_numbers(_joined(plain, text, lexicon), numerals))
    return tuple(found)


def is_by_clock(text: str, language: str | None) -> bool:
    """Whether the words of a time tell an hour and no day; `False` where the language is not read."""
    code = code_told(language).lower()
    if code not in known_languages():
        return False
    classes = {name for word in words_of(text, language_of(code)) for name in word.worth}
    return not classes.isdisjoint(_OF_HOURS) and classes.isdisjoint(_OF_DAYS)


def _word(match: re.Match[str], lexicon: Lexicon, seen: dict[str, tuple[str, Mapping[str, Value]]]) -> Word:
    text, shape = match.group(), match.lastgroup
    if shape != "word" and shape != "mark":
        return Word(match.start(), match.end(), text, _in_digits(text, shape or "", match))
    if text not in seen:
        lower = lower_of(text)
        small = lower in lexicon.capital and not text[0].isupper()
        seen[text] = lower, NO_CLASSES if small else lexicon.entries.get(lower, NO_CLASSES)
    return Word(match.start(), match.end(), *seen[text])


def _in_digits(text: str, shape: str, match: re.Match[str]) -> Mapping[str, Value]:
    """The classes of what is written in digits."""
    if shape == "year_first":
        return {"iso": text.replace(match["mark_first"], "-")}
    if shape == "fraction":
        return _fraction(text)
    return _number(text) if shape == "number" else {shape: text}


def _fraction(text: str) -> Mapping[str, Value]:
    top, bottom = (int(part) for part in text.split("/"))
    return {"fraction": Fraction(top, bottom)} if 0 < top < bottom < 10 else {"month_day": text}


def _number(text: str) -> Mapping[str, Value]:
    digits = text.replace(",", "")
    if len(digits) > _LONGEST_NUMBER:
        return {}
    if "." in digits or "," in text:
        return {"number": Fraction(digits)}
    number = int(digits)
    worth: dict[str, Value] = {"number": Fraction(number)}
    if len(digits) == 4 and number in _YEARS:
        worth["year"] = number
    if len(digits) == 4 and number < 2400 and number % 100 < 60:
        worth["four_digits"] = f"{digits[:2]}:{digits[2:]}"
    if len(digits) == 2:
        worth["short_year"] = number
    if len(digits) <= 2 and 1 <= number <= 31:
        worth["day"] = number
    if len(digits) <= 2 and number <= 24:
        worth["hour"] = number
    return worth


def _joined(words: list[Word], text: str, lexicon: Lexicon) -> list[Word]:
    """Phrases, and numbers with the suffix that stands close, made one word each."""
    joined: list[Word] = []
    at = 0
    while at < len(words):
        plain = words[at]
        found = None
        if at + 1 < len(words) and (plain.lower, words[at + 1].lower) in lexicon.phrases:
            found = _phrase_at(words, at, text, lexicon)
        if found is None and "number" in plain.worth:
            found = _suffixed(words, at, lexicon)
        taken, word = found or (1, plain)
        joined.append(word)
        at += taken
    return joined


def _phrase_at(words: list[Word], at: int, text: str, lexicon: Lexicon) -> tuple[int, Word] | None:
    for phrase in lexicon.phrases[words[at].lower, words[at + 1].lower]:
        run = words[at : at + len(phrase)]
        if tuple(word.lower for word in run) != phrase:
            continue
        key = " ".join(phrase)
        if key not in lexicon.capital or text[words[at].start].isupper():
            return len(run), Word(words[at].start, run[-1].end, key, lexicon.entries[key])
    return None


def _suffixed(words: list[Word], at: int, lexicon: Lexicon) -> tuple[int, Word] | None:
    """A number in digits with letters close to it: an ordinal ("8th") or a decade ("1980s")."""
    if at + 1 >= len(words) or words[at].end != words[at + 1].start:
        return None
    worth = _suffixed_worth(words[at], words[at + 1], lexicon)
    if not worth:
        return None
    return 2, Word(words[at].start, words[at + 1].end, words[at].lower + words[at + 1].lower, worth)


def _suffixed_worth(number: Word, suffix: Word, lexicon: Lexicon) -> Mapping[str, Value]:
    value = number.worth.get("number")
    if value is None or Fraction(value).denominator != 1 or not number.lower.isdigit():
        return {}
    count = int(value)
    if suffix.lower in lexicon.suffixes:
        day: Mapping[str, Value] = {"day": count, "ordinal_day": count} if 1 <= count <= 31 else {}
        return {"ordinal": count, **day}
    is_decade = count % 10 == 0 and not number.worth.keys().isdisjoint({"year", "short_year"})
    return {"decade": count} if is_decade and "decade_suffix" in suffix.worth else {}
