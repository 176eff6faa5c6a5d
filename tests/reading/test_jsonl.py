"""JSON Lines: the contract's fields, other crawlers' names for them, and lines that are none."""

import gzip
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rashomon.errors import SourceError
from rashomon.reading import read
from rashomon.records import Document
from rashomon.settings import Settings

TEXT = "The dam burst on Tuesday, the governor said."


def lines(tmp_path: Path, *written: str, settings: Settings | None = None) -> list[Document | SourceError]:
    (tmp_path / "in.jsonl").write_bytes("\n".join(written).encode() + b"\n")
    return list(read([tmp_path / "in.jsonl"], settings or Settings(language="en")))


def one(tmp_path: Path, **fields: Any) -> Document:
    (found,) = lines(tmp_path, json.dumps(fields))
    assert isinstance(found, Document), found
    return found


def test_the_contracts_fields_are_read(tmp_path: Path) -> None:
    document = one(
        tmp_path, id="r1", text=TEXT, title="Dam bursts", url="https://daily.example/dam", outlet="The Daily Example",
        author="Jane Roe", published="2031-03-04T23:30:00-05:00", retrieved="2031-03-06", language="en-GB", mood="grim",
    )  # fmt: skip
    assert (document.id, document.source, document.text) == ("r1", "in.jsonl#r1", TEXT)
    assert (document.title, document.outlet, document.author) == ("Dam bursts", "The Daily Example", "Jane Roe")
    assert document.published.basis == "given"
    assert document.published.earliest == document.published.latest == date(2031, 3, 4)
    assert document.retrieved == date(2031, 3, 6)
    assert document.extra == {"mood": "grim"}


@pytest.mark.parametrize(
    "fields",
    [
        {
            "maintext": TEXT,
            "date_publish": "2031-03-04 10:00:00",
            "source_domain": "daily.example",
            "authors": ["A. Roe"],
        },
        {
            "plaintext": TEXT,
            "publishing_date": "2031-03-04 10:00:00+00:00",
            "publisher": "daily.example",
            "authors": ["A. Roe"],
        },
        {
            "text": TEXT,
            "publish_date": "2031-03-04T10:00:00",
            "source_url": "https://daily.example",
            "authors": ["A. Roe"],
        },
        {"text": TEXT, "date": "2031-03-04", "domain": "daily.example", "author": "A. Roe", "image_url": None},
    ],
    ids=["news-please", "Fundus", "newspaper4k", "Common Crawl News"],
)
def test_the_names_of_other_crawlers_are_understood(tmp_path: Path, fields: dict[str, Any]) -> None:
    document = one(tmp_path, **fields)
    assert (document.text, document.outlet, document.author) == (TEXT, "daily.example", "A. Roe")
    assert document.published.earliest == date(2031, 3, 4)
    assert document.extra == {}


def test_a_body_of_sections_is_read_a_paragraph_a_line(tmp_path: Path) -> None:
    body = {"summary": ["In short."], "sections": [{"headline": ["Why"], "paragraphs": ["One.", "Two."]}]}
    assert one(tmp_path, body=body).text == "In short.\nWhy\nOne.\nTwo."


def test_html_is_read_as_a_page_and_what_is_told_beside_it_wins(tmp_path: Path) -> None:
    html = (
        f"<html><head><title>Other</title></head><body><article><p>{TEXT}</p><p>{TEXT} Yes.</p></article></body></html>"
    )
    document = one(tmp_path, html=html, title="Dam bursts")
    assert TEXT in document.text
    assert document.title == "Dam bursts"


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("2031", date(2031, 1, 1), date(2031, 12, 31)),
        ("2031-02", date(2031, 2, 1), date(2031, 2, 28)),
        ("Tue, 04 Mar 2031 10:00:00 +0000", date(2031, 3, 4), date(2031, 3, 4)),
        ("2031-03-04 10:00 CET", date(2031, 3, 4), date(2031, 3, 4)),
    ],
)
def test_a_coarse_or_odd_date_is_the_days_it_means(tmp_path: Path, written: str, earliest: date, latest: date) -> None:
    published = one(tmp_path, text=TEXT, published=written).published
    assert (published.earliest, published.latest) == (earliest, latest)


def test_a_date_that_is_none_is_told_and_left_aside(tmp_path: Path) -> None:
    document = one(tmp_path, text=TEXT, published="last week")
    assert document.published.basis == "unknown"
    assert "'last week'" in document.problems[0]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{broken", "broken JSON"),
        ("[1, 2]", "a JSON array"),
        ("null", "a JSON null"),
        ('{"text": 7}', "field 'text' is a number"),
        ('{"text": "x", "title": ["a"]}', "field 'title' is a list"),
        ('{"text": "x", "id": {}}', "field 'id' is an object"),
        ('{"text": "x", "authors": [1]}', "field 'authors' is a list"),
        ('{"title": "x"}', "no text and no html"),
        ('{"text": "  "}', "no text and no html"),
        ('{"text": "x", "n": NaN}', "broken JSON"),
        ('{"text": "x", "n": 1e999}', "broken JSON"),
        ('{"text": "x", "n": ' + "9" * 5000 + "}", "broken JSON"),
        ("[" * 100_000, "broken JSON"),
        ('{"html": "<p></p>"}', "without an article"),
    ],
)
def test_a_line_that_is_no_document_is_told_with_file_and_line(tmp_path: Path, line: str, told: str) -> None:
    good, bad, after = lines(tmp_path, json.dumps({"text": TEXT}), line, json.dumps({"text": TEXT}))
    assert isinstance(good, Document)
    assert isinstance(after, Document)
    assert told in str(bad)
    assert "in.jsonl, line 2" in str(bad)


def test_a_line_of_fifty_megabytes_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    with (tmp_path / "in.jsonl").open("wb") as file:
        file.write(b'{"text": "')
        file.write(b"a" * 50_000_000)
        file.write(b'"}\n{"text": "The dam burst."}\n')
    large, small = read([tmp_path / "in.jsonl"], Settings(language="en"))
    assert "line 1: more than 20,000,000 bytes" in str(large)
    assert isinstance(small, Document)


def test_the_same_id_twice_names_both_lines(tmp_path: Path) -> None:
    first, second = lines(tmp_path, '{"id": "a", "text": "One."}', '{"id": "a", "text": "Two."}')
    assert isinstance(first, Document)
    assert "line 2" in str(second)
    assert "line 1" in str(second)


def test_bytes_that_are_not_utf_8_are_told(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes('{"text": "Größenheim"}\n'.encode("latin-1"))
    (bad,) = read([tmp_path / "in.jsonl"], Settings())
    assert "not UTF-8" in str(bad)


def test_lone_surrogates_and_nul_are_shown_and_told_and_every_offset_stays(tmp_path: Path) -> None:
    (found,) = lines(tmp_path, r'{"text": "a\ud800b\u0000c", "title": "\udfff", "more": {"k": ["\ud800"]}}')
    assert isinstance(found, Document)
    assert found.text == "a\ufffdb\ufffdc"
    assert "U+FFFD" in found.problems[0]
    json.dumps(dict(found.extra), ensure_ascii=False).encode()


def test_a_pair_of_surrogates_is_one_character(tmp_path: Path) -> None:
    (found,) = lines(tmp_path, r'{"text": "\ud83d\ude00 said nobody."}')
    assert isinstance(found, Document)
    assert found.text == "😀 said nobody."
    assert found.problems == ()


def test_gzipped_lines_are_read_and_a_cut_file_gives_what_it_can(tmp_path: Path) -> None:
    whole = gzip.compress(b"".join(json.dumps({"text": f"{n} {TEXT}"}).encode() + b"\n" for n in range(2000)))
    (tmp_path / "a.jsonl.gz").write_bytes(whole)
    assert len(list(read([tmp_path / "a.jsonl.gz"], Settings(language="en")))) == 2000
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    *_, last = read([tmp_path / "a.jsonl.gz"], Settings(language="en"))
    assert isinstance(last, SourceError)
