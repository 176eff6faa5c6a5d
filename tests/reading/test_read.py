"""From sources to documents: what is read, what is refused, and how it is told."""

import gzip
import os
from pathlib import Path

import pytest

from rashomon.errors import SourceError
from rashomon.reading import read
from rashomon.records import Document
from rashomon.settings import Settings

STORY = (
    "Dam bursts above Orvale\n\nThe Lower Orvale dam burst on Tuesday, the regional governor said. Nobody was hurt.\n"
)


def everything(*sources: str | Path, settings: Settings | None = None) -> list[Document | SourceError]:
    return list(read(sources, settings or Settings(language="en")))


def only(*sources: str | Path, settings: Settings | None = None) -> Document:
    (found,) = everything(*sources, settings=settings)
    assert isinstance(found, Document), found
    return found


def refused(*sources: str | Path, settings: Settings | None = None) -> str:
    (found,) = everything(*sources, settings=settings)
    assert isinstance(found, SourceError), found
    return str(found)


def test_a_text_is_the_file_and_nothing_else(tmp_path: Path) -> None:
    written = (
        "Head\r\n\r\n  Two  spaces,\ta tab, a non-breaking\u00a0space.\rAn old Mac line.\u2028And a soft one.  \n\n"
    )
    (tmp_path / "a.txt").write_bytes(written.encode())
    document = only(tmp_path / "a.txt")
    assert document.text == written
    assert document.source == "a.txt"
    assert document.problems == ()


def test_a_folder_is_walked_in_sorted_order_and_sources_are_paths_within_it(tmp_path: Path) -> None:
    for name in ("b/z.txt", "a.txt", "b/c/y.md", ".hidden.txt", "picture.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"{name} says so.")
    assert [found.source for found in everything(tmp_path)] == ["a.txt", "b/c/y.md", "b/z.txt"]


def test_the_order_of_the_sources_changes_nothing(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{name} says so.")
    sources = [tmp_path / "b.txt", tmp_path / "a.txt", tmp_path]
    assert everything(*sources) == everything(*reversed(sources))


def test_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Once.")
    assert len(everything(tmp_path, tmp_path / "a.txt", str(tmp_path / "*.txt"))) == 1


def test_a_glob_names_its_files_by_the_path_below_its_fixed_part(tmp_path: Path) -> None:
    for day in ("mon", "tue"):
        (tmp_path / day).mkdir()
        (tmp_path / day / "one.txt").write_text(f"On {day}.")
    assert [d.source for d in everything(str(tmp_path / "*" / "one.txt"))] == ["mon/one.txt", "tue/one.txt"]


def test_standard_input_is_one_text(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "in").write_text(STORY)
    with (tmp_path / "in").open() as file:
        monkeypatch.setattr("sys.stdin", file)
        assert only("-").text == STORY


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("missing.txt", "not there"),
        ("*.nothing", "no file matches"),
        ("odd.xyz", "format '.xyz' is not known"),
        ("bare", "no suffix"),
        ("empty.txt", "no text"),
        ("blank.txt", "no text"),
        ("binary.txt", "not text"),
        ("cut.html.gz", "cannot be read"),
        ("not.html.gz", "cannot be read"),
        ("empty.html", "no text"),
        ("nothing.html", "without an article"),
        ("folder", "no file of a known format"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_reason(tmp_path: Path, source: str, told: str) -> None:
    for name in ("odd.xyz", "bare"):
        (tmp_path / name).write_text("x")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n\xef\xbb\xbf \n")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "cut.html.gz").write_bytes(gzip.compress(b"<p>x</p>" * 1000)[:-30])
    (tmp_path / "not.html.gz").write_bytes(b"this is not gzip")
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "nothing.html").write_bytes(b"<html><body><script>x()</script></body></html>")
    (tmp_path / "folder").mkdir()
    message = refused(str(tmp_path / source))
    assert told in message
    assert source in message


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("secret")
    (tmp_path / "a.txt").chmod(0)
    assert "cannot be read" in refused(tmp_path / "a.txt")


def test_a_link_that_leads_nowhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert "cannot be read" in refused(tmp_path / "a.txt")


def test_a_loop_of_links_is_walked_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Here.")
    (tmp_path / "in" / "again").symlink_to(tmp_path)
    assert [found.source for found in everything(tmp_path)] == ["in/a.txt"]


def test_a_document_above_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("word " * 100)
    assert "more than 99 bytes" in refused(tmp_path / "a.txt", settings=Settings(max_document_bytes=99))


def test_a_small_file_that_unpacks_to_a_large_one_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bomb.html.gz").write_bytes(gzip.compress(b"<p>" + b"a" * 1_000_000))
    assert "more than 20,000 bytes" in refused(tmp_path / "bomb.html.gz", settings=Settings(max_document_bytes=20_000))


def test_the_same_id_in_two_files_is_refused_and_both_are_named(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text('{"id": "x", "text": "Words."}\n')
    first, second = everything(tmp_path)
    assert isinstance(first, Document)
    assert "b.jsonl#x" in str(second)
    assert "a.jsonl#x" in str(second)


def test_a_bad_document_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.jsonl").write_text("{broken\n")
    (tmp_path / "c.txt").write_text("Good.")
    assert [type(found).__name__ for found in everything(tmp_path)] == ["SourceError", "SourceError", "Document"]


def test_the_language_is_found_unless_it_is_set(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Der Damm oberhalb der Stadt ist am Dienstag gebrochen, teilte die Regierung mit. " * 3
    )
    assert only(tmp_path / "a.txt", settings=Settings()).language == "de"
    assert only(tmp_path / "a.txt", settings=Settings(language="nl")).language == "nl"


def test_an_id_is_made_of_name_and_content(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(STORY)
    one, two = everything(tmp_path)
    assert one.id != two.id
    assert one.sha256 == two.sha256
    assert everything(tmp_path)[0].id == one.id


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Dam bursts above Orvale", "Dam bursts above Orvale"),
        ("# Dam bursts above Orvale", "Dam bursts above Orvale"),
        ("Who opened the gates?", "Who opened the gates?"),
        ("The dam burst on Tuesday, the governor said.", None),
        ("word " * 60, None),
        ("***", None),
    ],
)
def test_the_first_line_is_the_title_where_it_looks_like_a_headline(tmp_path: Path, first: str, title: str) -> None:
    (tmp_path / "a.txt").write_text(f"{first}\n\nThe dam burst on Tuesday, the governor said.\n")
    assert only(tmp_path / "a.txt").title == title


@pytest.mark.parametrize(
    "odd", ["\u202eright to left", "zero\u200bwidth\u200d\ufeff", "é" * 9, "ſ İ ı K", "👩‍👩‍👧 family", "\x1b[31mred"]
)
def test_odd_characters_stay_as_they_are(tmp_path: Path, odd: str) -> None:
    (tmp_path / "a.txt").write_bytes(f"It says {odd} here, the governor said.".encode())
    assert only(tmp_path / "a.txt").text == f"It says {odd} here, the governor said."


@pytest.mark.parametrize(
    ("piped", "start", "source"),
    [
        ('{"id": "x", "text": "The dam burst."}\n', "The dam burst.", "standard input.jsonl#x"),
        (f"<!DOCTYPE html><html><body><p>{STORY * 5}</p></body></html>", "Dam bursts", "standard input.html"),
    ],
)
def test_standard_input_is_read_as_what_it_begins_as(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, piped: str, start: str, source: str
) -> None:
    (tmp_path / "in").write_text(piped)
    with (tmp_path / "in").open() as file:
        monkeypatch.setattr("sys.stdin", file)
        document = only("-")
    assert document.text.startswith(start)
    assert document.source == source
