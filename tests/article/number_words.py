"""Numbers written out in English words, in every form."""

from dataclasses import dataclass

from hypothesis import strategies as st

BELOW_TWENTY = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))


@dataclass(frozen=True)
class Form:
    """One way to write numbers in English words."""

    joint: str = " "  # after hundreds, and before a rest below a hundred
    hyphen: str = "-"
    teens_of_hundreds: bool = False  # "twelve hundred"


JOINTS, HYPHENS = st.sampled_from([" ", " and "]), st.sampled_from(["-", " ", "\u2011"])
FORMS = st.builds(Form, joint=JOINTS, hyphen=HYPHENS, teens_of_hundreds=st.booleans())


def in_words(number: int, form: Form) -> str:
    if number < 20:
        return BELOW_TWENTY[number]
    if number < 100:
        ten, unit = divmod(number, 10)
        return TENS[ten - 2] + (form.hyphen + BELOW_TWENTY[unit] if unit else "")
    if form.teens_of_hundreds and 1100 <= number < 2000:
        return scale_in_words(number, 100, "hundred", form)
    size, name = next((size, name) for size, name in SCALES if number >= size)
    return scale_in_words(number, size, name, form)


def scale_in_words(number: int, size: int, name: str, form: Form) -> str:
    count, rest = divmod(number, size)
    joint = form.joint if rest < 100 else " "
    return f"{in_words(count, form)} {name}" + (joint + in_words(rest, form) if rest else "")
