"""How likely each line of a whole page's text is the article's, by trees over its numbers.

The trees are data (`page_scorer.json`), made by `scripts/train_page_scorer.py` from hand-marked news pages.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ...languages import Language
from .page_lines import GOOD, NAMES, line_features
from .page_runs import even

Node = Sequence[float]  # [feature, limit, left, right] or [value]


@dataclass(frozen=True, slots=True)
class _Scorer:
    threshold: float  # a probability
    trees: tuple[tuple[Node, ...], ...]


def article_lines(lines: Sequence[str], language: Language) -> list[bool]:
    """For each line of a page, whether it is the article's."""
    scorer = _scorer()
    rows = line_features(lines, language)
    # The trees sum up to log odds.
    limit = math.log(scorer.threshold / (1 - scorer.threshold))
    scores = even([_score(row, scorer.trees) for row in rows], [row[GOOD] > 0 for row in rows])
    return [score > limit for score in scores]


def _score(row: Sequence[float], trees: Sequence[Sequence[Node]]) -> float:
    return sum(_leaf(row, tree) for tree in trees)


def _leaf(row: Sequence[float], tree: Sequence[Node]) -> float:
    node = tree[0]
    while len(node) > 1:
        feature, limit, left, right = node
        node = tree[int(left if row[int(feature)] <= limit else right)]
    return node[0]


@cache
def _scorer() -> _Scorer:
    data = json.loads((files(__package__) / "page_scorer.json").read_text(encoding="utf-8"))
    if tuple(data["names"]) != NAMES:
        raise ValueError("page_scorer.json was made for other numbers than page_lines gives; train it again")
    return _Scorer(data["threshold"], tuple(tuple(tree) for tree in data["trees"]))
