"""How alike two short texts are in what they say: shared stems, weighed by how rare they are."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ..languages import language_of

STEM = 5  # letters; cutting words short is a stemmer that needs no language
FOCUS_WEIGHT = 0.2  # "was", "there", "any" tell nothing
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Wording:
    """What a text says, fit for comparison."""

    stems: frozenset[str]
    weight: float  # of all stems together; a stem that no common word has weighs 1
    numbers: frozenset[str]
    negated: bool


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two wordings beside each other."""

    cosine: float  # shared weight over the geometric mean of both weights
    shared: float  # weight of the shared stems


def wording_of(text: str, code: str = "en") -> Wording:
    """The wording of a text in that language."""
    words = [word.casefold() for word in _WORD.findall(text)]
    stems = frozenset(word[:STEM] for word in words)
    return Wording(
        stems=stems,
        weight=sum(weight_of(stem, code) for stem in sorted(stems)),
        numbers=frozenset(_NUMBER.findall(text)),
        negated=negations_in(text, code) % 2 == 1,
    )


def negations_in(text: str, code: str = "en") -> int:
    """How many words of a text turn it into its opposite."""
    return len(_negation(code).findall(text.replace("’", "'")))


def focus_of(text: str, code: str = "en") -> str | None:
    """The first telling stem behind the first negation; `None` without one.

    >>> focus_of("In the end no lorry was stopped")
    'lorry'
    """
    found = _negation(code).search(text.replace("’", "'"))
    stems = (word.casefold()[:STEM] for word in _WORD.findall(text, found.end())) if found else ()
    return next((stem for stem in stems if weight_of(stem, code) >= FOCUS_WEIGHT), None)


def likeness(left: Wording, right: Wording, code: str = "en") -> Likeness:
    """How alike two wordings are; 0 where one is empty."""
    shared = sum(weight_of(stem, code) for stem in sorted(left.stems & right.stems))
    whole = math.sqrt(left.weight * right.weight)
    return Likeness(shared / whole if whole else 0.0, shared)


def weight_of(stem: str, code: str = "en") -> float:
    """How much a stem tells, from 0 for one of every article up to 1."""
    found = _weights(code).get(stem)
    if found is not None:
        return found
    return 0.0 if len(stem) == 1 and stem.isalpha() else 1.0  # "I" and what is left of "he'd" are in no list of words


def opposed(left: Wording, right: Wording, *, but_negation: bool = False) -> bool:
    """They cannot say the same: one is negated and the other is not, or their numbers have nothing in common."""
    return others_counted(left, right) or (left.negated != right.negated and not but_negation)


def others_counted(left: Wording, right: Wording) -> bool:
    """Both tell numbers, and none in common."""
    return bool(left.numbers) and bool(right.numbers) and not left.numbers & right.numbers


@cache
def _weights(code: str) -> Mapping[str, float]:
    """Weights of the stems of common words, from 0 for a word in every article up to 1."""
    table = language_of(code).table("commonness")
    most: dict[str, int] = {}
    for word, count in table["words"].items():
        most[word[:STEM]] = max(most.get(word[:STEM], 0), count)
    articles = table["articles"]
    rarest = math.log((articles + 1) / 0.5)
    return {stem: math.log((articles + 1) / (count + 0.5)) / rarest for stem, count in most.items()}


@cache
def _negation(code: str) -> re.Pattern[str]:
    """Any of the language's negations, as a word or, beginning with an n, as the end of one ("n't")."""
    words = sorted(language_of(code).table("wording")["negations"], key=lambda word: (-len(word), word))
    endings, whole = ("|".join(re.escape(w) for w in words if ("'" in w) == apart) for apart in (True, False))
    return re.compile(rf"(?:(?<!\w)(?:{whole})|{endings})(?!\w)", re.IGNORECASE)
