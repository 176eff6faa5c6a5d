"""What each line of a whole page's text looks like, in numbers: the line, its neighbours, its place on the page.

The numbers are what `page_scorer` was trained on; their order is that of `NAMES`.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from ...languages import Language
from ...records import BoilerplateKind
from .furniture import heading_kind, is_sentence, kind_of_line
from .page_kinds import NAMES_OF_DISTANCES, distances_to_kinds
from .page_runs import NAMES_OF_SIZES, run_features

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_INNER_MARKS = re.compile(r"[,;:.–—](?=\s)")
GOOD_LENGTH = 80  # characters; a line as long that ends as sentences do is likely running text
GOOD_FUNCTION_SHARE = 0.2  # lists of names and headlines have fewer words like "the" and "of"
COMMON = 40  # words; more are names and topics of the page
GAP = 6  # lines without running text that end a cluster of it
NEAR = (3, 8)  # lines before and after that count as near

LINE = (
    "length", "words", "sentence", "marks", "function", "capitals", "upper", "digits", "quote", "furniture", "good",
    "starts_lower", "repeated", "core",
)  # fmt: skip
PLACE = (
    "position", "above", "below", "near_good", "wide_good", "good_before", "good_after", "main_from_start",
    "main_to_end", "main_share", "lines", "good_share", "heading_core",
)  # fmt: skip
NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
OF_NEIGHBOURS = ("length", "sentence", "function", "furniture", "core", "capitals")
OF_RUNS = ("length", "sentence", "core", "capitals", "furniture", "function", "repeated")
NAMES = (
    *LINE, *PLACE, *(f"{name}{offset:+d}" for offset in NEIGHBOURS for name in OF_NEIGHBOURS),
    *(f"run_{name}" for name in OF_RUNS), *NAMES_OF_SIZES, *NAMES_OF_DISTANCES,
)  # fmt: skip
GOOD = LINE.index("good")


@dataclass(frozen=True, slots=True)
class _Shape:
    """A line by itself."""

    text: str
    words: tuple[str, ...]
    function: float
    sentence: bool
    good: bool
    kind: BoilerplateKind | None  # that its words tell
    heading: BoilerplateKind | None  # of the block that it opens


def line_features(lines: Sequence[str], language: Language) -> list[list[float]]:
    """One row of numbers a line, in the order of `NAMES`."""
    common = _common_words(lines)
    shapes = [_shape(line, common, language) for line in lines]
    core = _core_shares(shapes, common)
    seen = Counter(line.casefold() for line in lines)
    alone = [_alone(shape, seen[shape.text.casefold()], share) for shape, share in zip(shapes, core, strict=True)]
    places = _places(shapes, core)
    of_runs = [LINE.index(name) for name in OF_RUNS]
    chosen = [[row[i] for i in of_runs] for row in alone]
    runs = run_features([shape.good for shape in shapes], [len(line) for line in lines], chosen)
    far = distances_to_kinds([shape.kind or shape.heading for shape in shapes])
    wanted = [LINE.index(name) for name in OF_NEIGHBOURS]
    nothing = [-1.0] * len(wanted)
    rows = []
    for n, row in enumerate(alone):
        near = (alone[n + k] if 0 <= n + k < len(alone) else None for k in NEIGHBOURS)
        around = [value for other in near for value in ([other[i] for i in wanted] if other else nothing)]
        rows.append([*row, *places[n], *around, *runs[n], *far[n]])
    return rows


def _common_words(lines: Sequence[str]) -> frozenset[str]:
    """The words that this page's long lines use most: the function words of its language, whichever that is."""
    used = Counter(word.casefold() for line in lines if len(line) >= GOOD_LENGTH for word in _WORD.findall(line))
    return frozenset(sorted(used, key=lambda word: (-used[word], word))[:COMMON])


def _shape(line: str, common: frozenset[str], language: Language) -> _Shape:
    words = tuple(word.casefold() for word in _WORD.findall(line))
    function = sum(word in common for word in words) / max(1, len(words))
    sentence, kind = is_sentence(line), kind_of_line(line, language)
    good = len(line) >= GOOD_LENGTH and sentence and function >= GOOD_FUNCTION_SHARE and not kind
    return _Shape(line, words, function, sentence, good, kind, heading_kind(line, language))


def _core_shares(shapes: Sequence[_Shape], common: frozenset[str]) -> list[float]:
    """The share of each line's own words that other lines of running text use too."""
    content = [{word for word in shape.words if word not in common} for shape in shapes]
    used = Counter(word for shape, words in zip(shapes, content, strict=True) if shape.good for word in words)
    shares = []
    for shape, words in zip(shapes, content, strict=True):
        known = sum(used[word] > shape.good for word in words)
        shares.append(known / len(words) if words else 0.0)
    return shares


def _alone(shape: _Shape, times: int, core: float) -> list[float]:
    text = shape.text
    written = _WORD.findall(text)
    letters = sum(map(str.isalpha, text)) or 1
    return [
        math.log1p(len(text)),
        float(min(len(written), 100)),
        float(shape.sentence),
        len(_INNER_MARKS.findall(text)) / max(1, len(written)),
        shape.function,
        sum(word[0].isupper() for word in written[1:]) / max(1, len(written) - 1),
        sum(map(str.isupper, text)) / letters,
        sum(map(str.isdigit, text)) / len(text),
        float(any(mark in text for mark in '"“”„«»')),
        float(shape.kind is not None),
        float(shape.good),
        float(text[0].islower()),
        float(min(times, 5)),
        core,
    ]


def _places(shapes: Sequence[_Shape], core: Sequence[float]) -> list[list[float]]:
    """For each line: where it lies on the page, and how near to running text."""
    good = [shape.good for shape in shapes]
    weight = [len(shape.text) if shape.good else 0 for shape in shapes]
    total, count = sum(weight) or 1, len(shapes)
    sums = list(accumulate(weight, initial=0))
    above, below = _distances(good), _distances(good[::-1])[::-1]
    first, last = _main_cluster(good, weight)
    share = (sums[last + 1] - sums[first]) / total if count else 0.0
    rows = []
    for n in range(count):
        near, wide = (
            (sums[min(count, n + k + 1)] - sums[max(0, n - k)] - weight[n]) / (2 * k * GOOD_LENGTH) for k in NEAR
        )
        rows.append([
            n / count, above[n], below[n], near, wide, sums[n] / total, (total - sums[n + 1]) / total,
            _capped(n - first), _capped(last - n), share, math.log1p(count), sum(good) / count,
            max(core[max(0, n - 3) : n + 1]),
        ])  # fmt: skip
    return rows


def _capped(distance: int) -> float:
    return float(max(-30, min(30, distance)))


def _distances(good: Sequence[bool]) -> list[float]:
    """Lines since the last line of running text, at most 20; 0 on such a line."""
    found, since = [], 20
    for is_good in good:
        since = 0 if is_good else min(20, since + 1)
        found.append(float(since))
    return found


def _main_cluster(good: Sequence[bool], weight: Sequence[int]) -> tuple[int, int]:
    """The first and last line of the heaviest run of running text, small gaps allowed."""
    best, run = (0, 0, -1), (0, 0, -1)
    for n, is_good in enumerate(good):
        if not is_good:
            continue
        joined = run[2] >= 0 and n - run[2] <= GAP
        run = (run[0] + weight[n], run[1], n) if joined else (weight[n], n, n)
        best = max(best, run, key=lambda r: r[0])
    return best[1], max(best[1], best[2])
