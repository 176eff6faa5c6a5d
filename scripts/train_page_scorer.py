"""Trains the scorer of page lines and tells how well it does on sites it has not seen.

    python scripts/train_page_scorer.py FLATTENED ARTICLE [OUT]

FLATTENED holds `input/NAME.txt` and `gold.json` with one letter a line (`a` article, `b` not, `-` not to be used);
ARTICLE holds a `gold.json` that tells the site of each name. Pages of one site are never on both sides of a fold.
Needs lightgbm and scikit-learn, which rashomon itself does not.
"""

import json
import math
import sys
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from sklearn.model_selection import GroupKFold

from rashomon.article.boilerplate.page_lines import GOOD, NAMES, line_features
from rashomon.article.boilerplate.page_runs import even
from rashomon.languages import language_of

TREES = 200  # of each seed
SEEDS = (1, 2, 3)  # the F1 of one on unseen sites varies by 0.005; the mean of three is as good as the best
FOLDS = 8
THRESHOLD = 0.3  # the article's F1 is flat from 0.25 to 0.35; losing an article's line is the worse mistake
PARAMETERS = {
    "objective": "binary", "num_leaves": 7, "learning_rate": 0.08, "min_data_in_leaf": 40, "feature_fraction": 0.6,
    "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 5, "path_smooth": 20, "num_threads": 1,
    "deterministic": True, "verbose": -1,
}  # fmt: skip
OUT = Path(__file__).parents[1] / "src/rashomon/article/boilerplate/page_scorer.json"


def read_lines(flattened: Path, article: Path) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Features, letters, sites and pages of all lines."""
    letters = json.loads((flattened / "gold.json").read_text(encoding="utf-8"))["documents"]
    sites = json.loads((article / "gold.json").read_text(encoding="utf-8"))["documents"]
    rows, marks, groups, pages = [], [], [], []
    for name in sorted(letters):
        text = (flattened / "input" / f"{name}.txt").read_text(encoding="utf-8")
        pairs = zip(text.split("\n"), letters[name]["lines"], strict=False)
        lines = [(line.strip(), mark) for line, mark in pairs if line.strip()]
        rows += line_features([line for line, _ in lines], language_of("en"))
        marks += [mark for _, mark in lines]
        groups += [sites[name]["site"]] * len(lines)
        pages += [name] * len(lines)
    return np.array(rows), np.array(marks), np.array(groups), np.array(pages)


def train(rows: np.ndarray, marks: np.ndarray) -> list[lightgbm.Booster]:
    """Trees that tell an article's line from others, of each seed."""
    used = marks != "-"
    wanted = (marks[used] == "a").astype(int)
    return [lightgbm.train({**PARAMETERS, "seed": s}, lightgbm.Dataset(rows[used], wanted), TREES) for s in SEEDS]


def cross_validated(rows: np.ndarray, marks: np.ndarray, groups: np.ndarray, pages: np.ndarray) -> np.ndarray:
    """For each line, the log odds that a scorer gives it that has seen no page of its site."""
    scores = np.zeros(len(marks))
    for seen, unseen in GroupKFold(FOLDS).split(rows, marks, groups):
        found = [booster.predict(rows[unseen], raw_score=True) for booster in train(rows[seen], marks[seen])]
        scores[unseen] = sum(found) / len(SEEDS)
    for page in np.unique(pages):
        here = pages == page
        scores[here] = even(scores[here].tolist(), (rows[here][:, GOOD] > 0).tolist())
    return scores


def f1(found: np.ndarray, wanted: np.ndarray) -> float:
    """Harmonic mean of precision and recall."""
    return float(2 * (found & wanted).sum() / (found.sum() + wanted.sum()))


def flat(node: dict[str, Any], nodes: list[list[float]]) -> int:
    """Appends a tree to a list of nodes, `[feature, limit, left, right]` or `[value]`; gives its place in it."""
    place = len(nodes)
    nodes.append([])
    if "leaf_value" in node:
        nodes[place] = [round(node["leaf_value"] / len(SEEDS), 4)]
    else:
        limit = float(f"{node['threshold']:.5g}")
        left, right = flat(node["left_child"], nodes), flat(node["right_child"], nodes)
        nodes[place] = [node["split_feature"], limit, left, right]
    return place


def main(flattened: Path, article: Path, out: Path = OUT) -> None:
    rows, marks, groups, pages = read_lines(flattened, article)
    limit = math.log(THRESHOLD / (1 - THRESHOLD))
    scored, kept = marks != "-", cross_validated(rows, marks, groups, pages) > limit
    print(f"on sites not seen: article F1 {f1(kept & scored, marks == 'a'):.3f}")
    print(f"on sites not seen: boilerplate F1 {f1(~kept & scored, marks == 'b'):.3f}")
    trees: list[list[list[float]]] = []
    for booster in train(rows, marks):
        for tree in booster.dump_model()["tree_info"]:
            trees.append([])
            flat(tree["tree_structure"], trees[-1])
    body = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in trees)
    head = json.dumps({"generated_by": "scripts/train_page_scorer.py", "threshold": THRESHOLD, "names": NAMES})
    out.write_text(f'{head[:-1]}, "trees": [\n{body}\n]}}\n', encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
