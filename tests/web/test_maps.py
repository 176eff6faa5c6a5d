"""The map: what is named most is in sight, drawn within the frame, each place with its name and page."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.ids import make_id
from rashomon.records import Entity, Mention
from rashomon.web.outlines import area, meet, outlines
from rashomon.web.pages.maps import EDGE, HEIGHT, WIDTH, PlaceMap, map_of

NUMBERS = re.compile(r"-?\d+")


def place(name: str, at: tuple[float, float] | None, times: int = 1, country: str | None = None) -> Entity:
    mentions = tuple(Mention(f"{name}-{n}", "d", n, n + 1, name, "GPE") for n in range(times))
    north, east = at or (None, None)
    return Entity(make_id("entity", name), "GPE", name, (name,), country, north, east, mentions=mentions)


TURIN, ROME, SUVA = place("Turin", (45.07, 7.69), 12, "IT"), place("Rome", (41.89, 12.48), 8, "IT"), (-18.14, 178.44)
ITALY = place("Italy", None, 5, "IT")


def drawn(map: PlaceMap | None) -> PlaceMap:
    assert map is not None
    return map


def test_towns_and_countries_that_are_named_are_on_the_map_and_in_the_table() -> None:
    found = drawn(map_of([TURIN, ROME, ITALY]))
    assert {dot.title for dot in found.dots} == {"Turin, 12 mentions", "Rome, 8 mentions"}
    assert [land.title for land in found.lands if land.href] == ["Italy, 5 mentions"]
    assert [(row.name, row.where) for row in found.rows] == [
        ("Turin", "on the map"), ("Rome", "on the map"), ("Italy", "country")
    ]  # fmt: skip


def test_what_is_named_in_passing_far_away_does_not_widen_the_map() -> None:
    near = drawn(map_of([TURIN, ROME]))
    far = drawn(map_of([TURIN, ROME, place("Suva", SUVA)]))
    assert [dot for dot in far.dots if "Suva" not in dot.title] == list(near.dots)
    assert [row.where for row in far.rows if row.name == "Suva"] == ["beyond the map"]


def test_more_mentions_are_a_larger_circle() -> None:
    turin, rome = drawn(map_of([ROME, TURIN])).dots
    assert turin.radius > rome.radius


def test_places_that_no_gazetteer_has_are_counted_and_too_few_others_make_no_map() -> None:
    nowhere = place("Orlinka", None, 30)
    assert drawn(map_of([TURIN, ROME, nowhere])).unplaced == 1
    assert map_of([place("Turin", (45.07, 7.69), 1), nowhere]) is None
    assert map_of([nowhere]) is None
    assert map_of([]) is None


def test_the_page_of_a_place_has_the_map_around_it() -> None:
    rome = next(dot for dot in drawn(map_of([TURIN, ROME], ROME)).dots if "Rome" in dot.title)
    assert (rome.x, rome.y) == pytest.approx((WIDTH / 2, HEIGHT / 2))
    assert map_of([TURIN, place("Orlinka", None)], place("Orlinka", None)) is None


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.floats(-89, 89), st.floats(-180, 180), st.integers(1, 40)), min_size=1, max_size=12))
def test_whatever_the_places_the_map_keeps_to_its_frame(told: list[tuple[float, float, int]]) -> None:
    found = drawn(map_of([place(f"P{n}", (north, east), times) for n, (north, east, times) in enumerate(told)]))
    for land in found.lands:
        for ring in land.path.split("z")[:-1]:
            x, y, *steps = (int(number) for number in NUMBERS.findall(ring))
            for across, up in zip(steps[::2], steps[1::2], strict=True):
                x, y = x + across, y + up
                assert -EDGE - 1 <= x <= WIDTH + EDGE + 1 and -EDGE - 1 <= y <= HEIGHT + EDGE + 1
    names = [name for name in (*found.names, *(dot.name for dot in found.dots)) if name]
    assert all(0 <= name.x <= WIDTH for name in names)
    assert sum(len(land.path) for land in found.lands) < 100_000


def test_the_outlines_are_closed_lands_with_their_codes() -> None:
    codes = {outline.code for outline in outlines()}
    assert {"IT", "KZ", "US", "FJ"} <= codes
    for outline in outlines():
        for ring, box in zip(outline.rings, outline.boxes, strict=True):
            assert area(ring)
            assert meet(box, box)
            assert all(abs(bx - ax) < 200 or abs(ay) == 90 for (ax, ay), (bx, _) in pairwise(ring))
