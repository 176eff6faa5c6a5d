"""A score for a pair of names: a logistic model over `features`, with weights from a data file."""

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files

from .features import FEATURES, align, features, read_name

# Letters that begin the words of the other name are seldom in the training pairs, so the model cannot weigh them;
# they are as good as a fair likeness.
LETTERS_SCORE = 0.75
_LETTERS = FEATURES.index("letters_of")


def score_pair(left: str, right: str, kind: str | None = None) -> float:
    """0..1, how likely two names are forms of one name; `kind` is "PERSON", "ORG" or unknown."""
    if not any(map(str.isalnum, left)) or not any(map(str.isalnum, right)):
        return 0.0
    values = features(left, right, kind)
    bias, person, weights = _weights()
    total = bias + (person if kind != "ORG" else 0.0) + sum(w * v for w, v in zip(weights, values, strict=True))
    score = 1 / (1 + math.exp(-total)) if total > -700 else 0.0
    return max(score, LETTERS_SCORE) if values[_LETTERS] else score


def score_pairs(pairs: Iterable[tuple[str, str, str | None]]) -> Iterator[float]:
    """The score of each pair, in order."""
    for left, right, kind in pairs:
        yield score_pair(left, right, kind)


def explain_pair(left: str, right: str, kind: str | None = None) -> str:
    """What speaks for and against one name, in words."""
    a, b = read_name(left, kind), read_name(right, kind)
    aligned = align(a.words, b.words)
    reasons = [_likeness(*pair) for pair in aligned.pairs]
    reasons += _left_over(aligned.left, "first") + _left_over(aligned.right, "second")
    if a.forms and b.forms and not a.forms & b.forms:
        reasons.append(f"legal forms differ: {', '.join(sorted(a.forms))} and {', '.join(sorted(b.forms))}")
    if features(left, right, kind)[_LETTERS]:
        reasons.append("one is the letters that begin the words of the other")
    return "; ".join(reasons) or "nothing in common"


def _likeness(left: str, right: str, score: float) -> str:
    if left == right:
        return f"both have {left}"
    if min(len(left), len(right)) == 1:
        return f"{min(left, right, key=len)} may begin {max(left, right, key=len)}"
    return f"{left} is like {right} ({score:.2f})"


def _left_over(words: Sequence[str], which: str) -> list[str]:
    return [f"only the {which} has {' '.join(words)}"] if words else []


@cache
def _weights() -> tuple[float, float, tuple[float, ...]]:
    """Bias, what is added for people, and the weight of each feature; written by scripts/train_names.py."""
    stored = json.loads((files(__package__) / "weights.json").read_text(encoding="utf-8"))
    return stored["bias"], stored["person"], tuple(stored["features"][name] for name in FEATURES)
