"""How far each line of a page is from furniture of each kind."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.article.boilerplate.page_kinds import FAR, KINDS, NAMES_OF_DISTANCES, distances_to_kinds


def distances(kinds: list[str | None]) -> list[dict[str, float]]:
    return [dict(zip(NAMES_OF_DISTANCES, row, strict=True)) for row in distances_to_kinds(kinds)]


def test_lines_are_counted_from_the_last_and_to_the_next_of_a_kind() -> None:
    rows = distances(["navigation", None, None, "comments", None])
    assert [row["since navigation"] for row in rows] == [0, 1, 2, 3, 4]
    assert [row["until comments"] for row in rows] == [3, 2, 1, 0, FAR]


def test_what_is_not_on_the_page_is_far() -> None:
    (row,) = distances([None])
    assert set(row.values()) == {FAR}


@given(st.lists(st.sampled_from([None, *KINDS]), max_size=80))
def test_a_page_read_backwards_has_its_distances_swapped(kinds: list[str | None]) -> None:
    half = len(KINDS)
    backwards = distances_to_kinds(kinds[::-1])[::-1]
    assert distances_to_kinds(kinds) == [[*row[half:], *row[:half]] for row in backwards]
    assert all(0 <= value <= FAR for row in backwards for value in row)
