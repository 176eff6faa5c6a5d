"""Outlines of the countries, as packaged in geometry/countries.json; scripts/make_outlines.py makes it."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from ..languages import language_of
from ..places import countries_of

FILE = Path(__file__).parent / "geometry" / "countries.json"

Point = tuple[float, float]  # degrees east, degrees north
Box = tuple[float, float, float, float]  # west, south, east, north


@dataclass(frozen=True, slots=True)
class Outline:
    """A country's land: rings, the largest first; holes are rings too."""

    code: str | None  # ISO 3166 alpha-2
    name: str
    rings: tuple[tuple[Point, ...], ...]
    boxes: tuple[Box, ...]  # of the rings


@cache
def outlines() -> tuple[Outline, ...]:
    """All countries; the borders are those that Natural Earth draws, which follow who holds the land."""
    told = json.loads(FILE.read_text(encoding="utf-8"))
    arcs = [tuple(_decoded(arc, told["places"])) for arc in told["arcs"]]
    names = countries_of(language_of("en")).name_of
    return tuple(
        _outline(country["code"] or None, country["name"] or names.get(country["code"], ""), country["rings"], arcs)
        for country in told["countries"]
    )


def box_of(points: Sequence[Point]) -> Box:
    """The smallest box that holds the points."""
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), min(up), max(across), max(up)


def meet(one: Box, other: Box) -> bool:
    """The boxes have something in common."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _decoded(arc: Sequence[int], places: int) -> Iterator[Point]:
    x = y = 0
    for across, up in zip(arc[::2], arc[1::2], strict=True):
        x, y = x + across, y + up
        yield x / places, y / places


def _outline(code: str | None, name: str, rings: Sequence[Sequence[int]], arcs: Sequence[tuple[Point, ...]]) -> Outline:
    lands = (ring for ring in (_joined(ring, arcs) for ring in rings) if area(ring))
    joined = sorted(lands, key=lambda ring: (-abs(area(ring)), ring))
    return Outline(code, name, tuple(joined), tuple(box_of(ring) for ring in joined))


def _joined(ring: Sequence[int], arcs: Sequence[tuple[Point, ...]]) -> tuple[Point, ...]:
    """The arcs of a ring end to end; a negative number is an arc walked backwards, as TopoJSON writes it."""
    points: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return tuple(_unbroken(points))


def _unbroken(ring: Sequence[Point]) -> list[Point]:
    """A ring across the 180th meridian goes on beyond it; one around a pole is closed there."""
    walked = [ring[0]]
    for x, y in ring[1:]:
        turns = round((walked[-1][0] - x) / 360)
        walked.append((x + 360 * turns, y))
    if round(walked[-1][0] - walked[0][0]):
        pole = 90.0 if walked[0][1] > 0 else -90.0
        walked += [(walked[-1][0], pole), (walked[0][0], pole)]
    return walked


def area(ring: Sequence[Point]) -> float:
    """The area within a ring, negative where it is walked clockwise."""
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise((*ring, *ring[:1]))) / 2
