"""What the run of lines looks like that a line stands in: running text, or what stands between two pieces of it."""

import math
from collections.abc import Sequence
from itertools import accumulate, groupby, pairwise
from statistics import median

LONGEST = 60  # lines; a longer run is a menu or a list of links, whatever its length
EVENED = 0.5  # of what a line differs from its run; the article's F1 on unseen sites gains 0.002, and is flat about it
NAMES_OF_SIZES = ("run_lines", "run_size", "run_before", "run_after", "run_between")


def run_features(good: Sequence[bool], sizes: Sequence[int], rows: Sequence[Sequence[float]]) -> list[list[float]]:
    """For each line: the means over its run of the numbers in `rows`, then the run's and its neighbours' sizes.

    A run is a stretch of lines that are all running text, or all not; `sizes` are the lines' characters.
    """
    lengths = [len(list(run)) for _, run in groupby(good)]
    spans = list(pairwise(accumulate(lengths, initial=0)))
    characters = [0, *(sum(sizes[start:end]) for start, end in spans), 0]
    found: list[list[float]] = []
    for (start, end), before, own, after in zip(spans, characters, characters[1:], characters[2:], strict=False):
        length = end - start
        means = [sum(column) / length for column in zip(*rows[start:end], strict=True)]
        told = (math.log1p(size) for size in (own, before, after, min(before, after)))
        found += [[*means, float(min(length, LONGEST)), *told]] * length
    return found


def even(scores: Sequence[float], good: Sequence[bool]) -> list[float]:
    """The scores of lines, those of a run that is no running text drawn together: they are furniture or not as one."""
    found: list[float] = []
    for is_good, run in groupby(zip(scores, good, strict=True), key=lambda pair: pair[1]):
        own = [score for score, _ in run]
        middle = median(own)
        found += own if is_good else [score + EVENED * (middle - score) for score in own]
    return found
