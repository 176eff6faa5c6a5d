"""Lines in packed blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.places import lines

KEYS = st.text(st.characters(min_codepoint=32, exclude_categories=["Cs"]), max_size=4)


@pytest.fixture
def packed(tmp_path, monkeypatch):
    """Makes a file of lines, and gives its name."""
    monkeypatch.setattr(lines, "DATA", tmp_path)

    def make(held, name="held"):
        (tmp_path / name).write_bytes(lines.pack(held))
        return name

    yield make
    lines._bytes.cache_clear()
    lines._index.cache_clear()
    lines._block.cache_clear()


def test_a_line_is_found_by_its_key_and_by_its_number(packed) -> None:
    name = packed(["bay\t1", "cape\t2\t3", "delta\t4"])
    assert lines.lines_of(name, "cape") == [["2", "3"]]
    assert lines.line(name, 2) == ["delta", "4"]


def test_a_key_that_is_not_there_has_no_lines(packed) -> None:
    name = packed(["bay\t1", "cape\t2"])
    assert [lines.lines_of(name, key) for key in ("", "a", "bayou", "zone", "\t")] == [[]] * 5


def test_lines_of_one_key_are_found_over_many_blocks(packed) -> None:
    held = [f"bay\t{number}" for number in range(2 * lines.LINES + 7)]
    name = packed(["a\t0", *sorted(held), "cape\t0"])
    assert len(lines.lines_of(name, "bay")) == len(held)


def test_an_empty_file_holds_nothing(packed) -> None:
    assert lines.lines_of(packed([]), "bay") == []


@given(st.dictionaries(KEYS, st.integers(0, 9), max_size=40))
def test_every_key_has_what_was_written_for_it(tmp_path_factory, held) -> None:
    folder = tmp_path_factory.mktemp("lines")
    before, lines.DATA = lines.DATA, folder
    try:
        (folder / folder.name).write_bytes(lines.pack(f"{key}\t{value}" for key, value in sorted(held.items())))
        assert {key: int(lines.lines_of(folder.name, key)[0][0]) for key in held} == held
    finally:
        lines.DATA = before
