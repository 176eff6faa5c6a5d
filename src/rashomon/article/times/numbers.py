"""Numbers written as words, made one word each: "twenty-four", "two hundred and ten", "nineteen ninety-six"."""

from fractions import Fraction

from .lexicon import Value, Word


def merge_numbers(words: list[Word]) -> list[Word]:
    """The same words with each run of number words as one."""
    merged: list[Word] = []
    at = 0
    while at < len(words):
        if not words[at].worth:
            merged.append(words[at])
            at += 1
            continue
        run = _run(words, at)
        merged.append(words[at] if len(run) < 2 else _merged(run))
        at += max(len(run), 1)
    return merged


def _run(words: list[Word], at: int) -> list[Word]:
    """The longest run of number words from here, with the hyphens and joints between them."""
    run: list[Word] = []
    for index in range(at, len(words)):
        word = words[index]
        after = words[index + 1] if index + 1 < len(words) else None
        follows = _is_part(word) and (not run or _may_follow(run, word))
        if not follows and not (run and after and _joins(run[-1], word, after)):
            break
        run.append(word)
    return run


def _is_part(word: Word) -> bool:
    return "cardinal" in word.worth or "scale" in word.worth or "number" in word.worth


def _may_follow(run: list[Word], word: Word) -> bool:
    """A scale follows any number, a word for a number another word; digits begin a run."""
    if "scale" in word.worth:
        return True
    if "cardinal" not in word.worth:
        return False
    last = run[-1]
    return "cardinal" not in last.worth or _amount(last) >= 10


def _joins(last: Word, word: Word, after: Word) -> bool:
    if "cardinal" not in after.worth:
        return False
    if word.lower == "-" and word.start == last.end and after.start == word.end:
        return "cardinal" in last.worth and 20 <= _amount(last) < 100 and _amount(after) < 10
    return "number_joint" in word.worth and "scale" in last.worth


def _amount(word: Word) -> Fraction:
    return Fraction(word.worth.get("number", 0))


def _merged(run: list[Word]) -> Word:
    number, year = _number(run), _year(run)
    worth: dict[str, Value] = {"number": number if year is None else Fraction(year)}
    if year is not None:
        worth["year_words"] = year
    return Word(run[0].start, run[-1].end, " ".join(word.lower for word in run), worth)


def _number(run: list[Word]) -> Fraction:
    total = group = Fraction(0)
    for word in run:
        if "scale" in word.worth:
            group = (group or Fraction(1)) * _amount(word)
            if _amount(word) > 100:
                total, group = total + group, Fraction(0)
        else:
            group += _amount(word)
    return total + group


def _year(run: list[Word]) -> int | None:
    """A year as it is spoken: two numbers of two digits, or two thousand and something."""
    parts = [word for word in run if _is_part(word)]
    if any("cardinal" not in word.worth for word in parts):
        number = _number(run)
        return int(number) if 2000 <= number < 2100 and number.denominator == 1 else None
    amounts = [int(_amount(word)) for word in parts]
    if len(amounts) >= 2 and 10 <= amounts[0] <= 20 and amounts[1] >= 10 and sum(amounts[1:]) < 100:
        return amounts[0] * 100 + sum(amounts[1:])
    return None
