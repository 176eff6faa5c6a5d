"""Places on a map: outlines of countries, cities by how often they are named; drawn as plain SVG, asked of nobody."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians, sqrt

from ...records import Entity
from ..outlines import Box, Outline, Point, area, box_of, meet, outlines
from .evidence import anchor_of
from .words import count_in_words

WIDTH, HEIGHT = 960, 640  # units of the view box
EDGE = 12  # units beyond the view box, where what is cut off ends
STEP = 2.5  # points of an outline nearer than this are one
SMALLEST = 12.0  # square units; lesser islands are left out
LEAST_DEGREES = 7.0  # of latitude that a map shows: one town alone still has its country's borders around it
AROUND = 0.14  # of the extent, left free on each side
TRIMMED = 0.1  # of all times that cities are named, on each side: what is named in passing does not widen the map
LEAST_SHARE = 0.1  # of all times that places are named; a map of less would show next to nothing of what is told
LEAST_DOT, LARGEST_DOT = 7.0, 26.0
MANY_DOTS = 30  # more of them are drawn smaller
MOST_DOTS = 120
MOST_ROWS = 60
LARGE, FINE = 17.5, 10.5  # width of a letter on a phone, and on a wide screen
LINE = 2.2  # height of a line, in widths of a letter
WORLD: Box = (-170.0, -56.0, 180.0, 75.0)
SHADES = 3  # of countries, by how often they are named


@dataclass(frozen=True, slots=True)
class Land:
    """A country as a path; `shade` is 0 where no report names it."""

    path: str
    shade: int
    name: str
    href: str | None
    title: str


@dataclass(frozen=True, slots=True)
class Name:
    """A word on the map; one that is `fine` is for wide screens alone."""

    x: float
    y: float
    text: str
    fine: bool
    side: str = "middle"


@dataclass(frozen=True, slots=True)
class Dot:
    """A city."""

    x: float
    y: float
    radius: float
    href: str
    title: str
    name: Name | None


@dataclass(frozen=True, slots=True)
class Row:
    """A place in the table beside the map."""

    name: str
    href: str
    mentions: str
    where: str


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """The map, and the same as a table."""

    lands: tuple[Land, ...]
    dots: tuple[Dot, ...]
    names: tuple[Name, ...]  # of countries
    rows: tuple[Row, ...]
    more: int  # rows that are left out
    unplaced: int  # places that no gazetteer has


@dataclass(frozen=True, slots=True)
class _View:
    """From degrees to units: level in the middle of the map, so that what is near it has its true shape."""

    west: float
    north: float
    across: float  # units a degree
    up: float

    def place(self, point: Point) -> Point:
        return (point[0] - self.west) * self.across, (self.north - point[1]) * self.up

    @property
    def box(self) -> Box:
        """What is seen, in degrees."""
        return self.west, self.north - HEIGHT / self.up, self.west + WIDTH / self.across, self.north


def map_of(places: Iterable[Entity], focus: Entity | None = None) -> PlaceMap | None:
    """The places on a map, zoomed to where most of what is told happens, or to the one in `focus`."""
    ranked = sorted(places, key=lambda e: (-len(e.mentions), e.name, e.id))
    cities = [entity for entity in ranked if _point(entity)]
    countries = {e.country: e for e in reversed(ranked) if _is_country(e)}
    if not _is_worth_a_map(ranked, focus):
        return None
    view = _view(_extent(*_zoomed(focus)) if focus else _extent(cities, countries))
    drawn = [city for city in cities if _is_seen(city, view)][:MOST_DOTS]
    dots, taken = _dots(drawn, view)
    lands = tuple(_lands(countries, view))
    rows = [row for entity in ranked if (row := _row(entity, view))]
    return PlaceMap(
        lands=tuple(land for land, _ in lands),
        dots=dots,
        names=tuple(_land_names(lands, taken)),
        rows=tuple(rows[:MOST_ROWS]),
        more=max(0, len(rows) - MOST_ROWS),
        unplaced=len(ranked) - len(rows),
    )


def _is_worth_a_map(places: Sequence[Entity], focus: Entity | None) -> bool:
    if focus:
        return _is_mapped(focus)
    told = sum(len(place.mentions) for place in places)
    return told > 0 and sum(len(place.mentions) for place in places if _is_mapped(place)) >= LEAST_SHARE * told


def _is_mapped(place: Entity) -> bool:
    return _point(place) is not None or _is_country(place)


def _zoomed(focus: Entity) -> tuple[Sequence[Entity], Mapping[str | None, Entity]]:
    return ([focus], {}) if _point(focus) else ([], {focus.country: focus})


def _point(entity: Entity) -> Point | None:
    if entity.longitude is None or entity.latitude is None:
        return None
    return entity.longitude, entity.latitude


def _is_country(entity: Entity) -> bool:
    return entity.type == "GPE" and entity.country is not None and entity.latitude is None


def _extent(cities: Sequence[Entity], countries: Mapping[str | None, Entity]) -> Box:
    """Where the cities are, and the country that most is told of where one of them lies in it."""
    placed = [(point, city) for city in cities if (point := _point(city))]
    told = box_of(_trimmed([(point, len(city.mentions)) for point, city in placed])) if placed else WORLD
    main = max(countries.values(), key=lambda e: (len(e.mentions), e.id), default=None)
    lands = [outline for outline in outlines() if main and outline.code == main.country]
    home = max(lands, key=lambda land: abs(area(land.rings[0])), default=None)
    if home and (not placed or any(city.country == home.code for _, city in placed)):
        boxes = (home.boxes[0], told) if placed else (home.boxes[0],)
        return box_of([corner for west, south, east, north in boxes for corner in ((west, south), (east, north))])
    return told


def _trimmed(weighted: Sequence[tuple[Point, int]]) -> list[Point]:
    """Two corners that hold all but the outermost on each side."""
    return [
        (_quantile([(p[0], n) for p, n in weighted], share), _quantile([(p[1], n) for p, n in weighted], share))
        for share in (TRIMMED, 1 - TRIMMED)
    ]


def _quantile(weighted: Sequence[tuple[float, int]], share: float) -> float:
    left = share * sum(weight for _, weight in weighted)
    for value, weight in sorted(weighted):
        left -= weight
        if left <= 0:
            return value
    return max(weighted)[0]


def _view(extent: Box) -> _View:
    """A view that holds the extent, in the form of the map."""
    west, south, east, north = extent
    middle, centre = (south + north) / 2, (west + east) / 2
    narrow = max(cos(radians(middle)), 0.2)  # a degree of longitude beside one of latitude
    high = max((north - south) * (1 + 2 * AROUND), LEAST_DEGREES)
    high = max(high, (east - west) * (1 + 2 * AROUND) * narrow * HEIGHT / WIDTH)
    up = HEIGHT / high
    across = up * narrow
    return _View(centre - WIDTH / across / 2, middle + high / 2, across, up)


def _is_seen(city: Entity, view: _View) -> bool:
    x, y = view.place(_point(city) or (0.0, 0.0))
    return 0 <= x <= WIDTH and 0 <= y <= HEIGHT


def _dots(cities: Sequence[Entity], view: _View) -> tuple[tuple[Dot, ...], list[Box]]:
    """The cities, and the room that they and their names take; the most named has its name first."""
    most = max((len(city.mentions) for city in cities), default=1)
    size = min(1.0, sqrt(MANY_DOTS / max(len(cities), 1)))
    placed = [
        (city, *view.place(_point(city) or (0.0, 0.0)), size * _radius(len(city.mentions), most)) for city in cities
    ]
    taken = [(x - r, y - r, x + r, y + r) for _, x, y, r in placed]
    dots = []
    for city, x, y, radius in placed:
        name = _beside(city.name, (x, y), radius, taken)
        title = f"{city.name}, {count_in_words(len(city.mentions), 'mention')}"
        dots.append(Dot(round(x, 1), round(y, 1), round(radius, 1), f"#{anchor_of(city.id)}", title, name))
    return tuple(dots), taken


def _radius(mentions: int, most: int) -> float:
    return LEAST_DOT + (LARGEST_DOT - LEAST_DOT) * sqrt(mentions / most)


def _beside(text: str, at: Point, radius: float, taken: list[Box]) -> Name | None:
    """The name right or left of its dot, where there is room; else for wide screens, else not at all."""
    for letter in (LARGE, FINE):
        long = len(text) * letter
        for side, start in (("start", at[0] + radius + 5), ("end", at[0] - radius - 5 - long)):
            room = (start, at[1] - letter, start + long, at[1] + letter)
            if room[0] >= 0 and room[2] <= WIDTH and not any(_overlap(room, other) for other in taken):
                taken.append(room)
                x = start if side == "start" else start + long
                return Name(round(x, 1), round(at[1] + 6, 1), text, letter == FINE, side)
    return None


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _lands(named: Mapping[str | None, Entity], view: _View) -> Iterator[tuple[Land, Sequence[Point]]]:
    """Countries in sight, each with the largest of its rings as it is seen."""
    most = max((len(entity.mentions) for entity in named.values()), default=1)
    for outline in outlines():
        rings = [ring for ring in _seen_rings(outline, view) if abs(area(ring)) >= SMALLEST]
        if not rings:
            continue
        entity = named.get(outline.code) if outline.code else None
        mentions = len(entity.mentions) if entity else 0
        shade = -(-SHADES * mentions // most)
        told = f", {count_in_words(mentions, 'mention')}" if entity else ""
        href = f"#{anchor_of(entity.id)}" if entity else None
        path = "".join(_path(ring) for ring in rings)
        yield Land(path, shade, outline.name, href, outline.name + told), max(rings, key=lambda r: abs(area(r)))


def _seen_rings(outline: Outline, view: _View) -> Iterator[list[Point]]:
    for ring, (west, south, east, north) in zip(outline.rings, outline.boxes, strict=True):
        for turn in (-360.0, 0.0, 360.0):  # beyond the 180th meridian the world begins anew
            if meet((west + turn, south, east + turn, north), view.box):
                cut = _cut(_thinned([view.place((x + turn, y)) for x, y in ring]))
                if len(cut) > 2:
                    yield cut


def _thinned(ring: Sequence[Point]) -> list[Point]:
    kept = [ring[0]]
    for x, y in ring[1:]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= STEP:
            kept.append((x, y))
    return kept


def _cut(ring: Sequence[Point]) -> list[Point]:
    """What of a ring lies in the view box, after Sutherland and Hodgman: one side of the box at a time."""
    cut = list(ring)
    for axis, bound, above in ((0, -EDGE, True), (0, WIDTH + EDGE, False), (1, -EDGE, True), (1, HEIGHT + EDGE, False)):
        cut = list(_cut_side(cut, axis, float(bound), above=above))
    return cut


def _cut_side(ring: Sequence[Point], axis: int, bound: float, *, above: bool) -> Iterator[Point]:
    for number, here in enumerate(ring):
        before = ring[number - 1]
        inside, was_inside = ((point[axis] >= bound) == above for point in (here, before))
        if inside != was_inside:
            along = (bound - before[axis]) / (here[axis] - before[axis])
            other = before[1 - axis] + along * (here[1 - axis] - before[1 - axis])
            yield (bound, other) if axis == 0 else (other, bound)
        if inside:
            yield here


def _path(ring: Sequence[Point]) -> str:
    """The ring as a path in whole units, each point told from the one before."""
    whole = [(round(x), round(y)) for x, y in ring]
    steps = (f"{x - ax} {y - ay}" for (ax, ay), (x, y) in pairwise(whole))
    return f"M{whole[0][0]} {whole[0][1]}l{' '.join(steps)}z"


def _land_names(lands: Iterable[tuple[Land, Sequence[Point]]], taken: list[Box]) -> Iterator[Name]:
    """Names of countries in the middle of what is seen of them, those that are named in the reports first."""
    for land, ring in sorted(lands, key=lambda pair: (-pair[0].shade, -abs(area(pair[1])), pair[0].name)):
        x, y = _middle(ring)
        for letter in (LARGE, FINE):
            half = len(land.name) * letter / 2
            room = (x - half, y - letter, x + half, y + letter)
            wide, high = 2 * half, LINE * letter
            fits = abs(area(ring)) > wide * high and _within(room)
            if fits and not any(_overlap(room, other) for other in taken):
                taken.append(room)
                yield Name(round(x, 1), round(y + 6, 1), land.name, letter == FINE)
                break


def _within(room: Box) -> bool:
    return room[0] >= 0 and room[1] >= 0 and room[2] <= WIDTH and room[3] <= HEIGHT


def _middle(ring: Sequence[Point]) -> Point:
    """The centre of gravity."""
    whole = area(ring) * 6 or 1.0
    x = y = 0.0
    for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True):
        cross = ax * by - bx * ay
        x, y = x + (ax + bx) * cross, y + (ay + by) * cross
    return x / whole, y / whole


def _row(entity: Entity, view: _View) -> Row | None:
    """A line of the table; `None` for a place that cannot be put on a map."""
    point = _point(entity)
    if point:
        where = "on the map" if _is_seen(entity, view) else "beyond the map"
    elif _is_country(entity):
        where = "country"
    else:
        return None
    return Row(entity.name, f"#{anchor_of(entity.id)}", str(len(entity.mentions)), where)
