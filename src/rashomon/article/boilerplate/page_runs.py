"""What the run of lines looks like that a line stands in: running text, or what stands between two pieces of it."""

import math
from collections.abc import Sequence
from itertools import accumulate, groupby, pairwise

LONGEST = 60  # lines; a longer run is a menu or a list of links, whatever its length
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
