"""Feeds, Word documents, saved web archives and crawls."""

import gzip
import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

from rashomon.errors import SourceError
from rashomon.reading import read
from rashomon.records import Document
from rashomon.settings import Settings

BODY = (
    "<p>The Lower Orvale dam burst on Tuesday night, the governor told reporters, and the water reached the town.</p>"
    "<p>Twelve people were brought to the hospital of Norvik, which had been warned in the afternoon, a nurse said.</p>"
)
PAGE = f"<html><head><title>Dam bursts above Orvale</title></head><body><article>{BODY}</article></body></html>"


def told(path: Path, content: bytes) -> list[Document | SourceError]:
    path.write_bytes(content)
    return list(read([path], Settings(language="en")))


def only(path: Path, content: bytes) -> Document:
    (found,) = told(path, content)
    assert isinstance(found, Document), found
    return found


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Daily Example</title>
<item><title>Dam bursts &amp; floods</title><link>https://daily.example/1</link>
<guid>g1</guid><dc:creator>Jane Roe</dc:creator>
<pubDate>Tue, 04 Mar 2031 22:00:00 +0100</pubDate><description>Short.</description>
<c:encoded><![CDATA[{BODY}]]></c:encoded></item>
<item><title>Nothing in it</title><guid>g2</guid></item></channel></rss>""".encode()
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Daily Example</title>
<entry><id>e1</id><title>Dam bursts</title>
<link rel="self" href="https://daily.example/self"/><link href="https://daily.example/1"/>
<author><name>Jane Roe</name></author>
<published>2031-03-04T22:00:00+01:00</published>
<content type="html">{BODY.replace("<", "&lt;")}</content></entry></feed>""".encode()
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1", "title": "The Daily Example",
        "items": [{"id": "j1", "title": "Dam bursts", "url": "https://daily.example/1", "content_html": BODY,
                   "authors": [{"name": "Jane Roe"}], "date_published": "2031-03-04T22:00:00+01:00"}],
    }
).encode()  # fmt: skip


@pytest.mark.parametrize(("name", "content"), [("a.rss", RSS), ("a.xml", RSS), ("a.atom", ATOM), ("a.json", JSON_FEED)])
def test_each_item_of_a_feed_is_a_document(tmp_path: Path, name: str, content: bytes) -> None:
    first, *rest = told(tmp_path / name, content)
    assert isinstance(first, Document)
    assert first.text.startswith("The Lower Orvale dam")
    assert (first.outlet, first.author, first.url) == ("The Daily Example", "Jane Roe", "https://daily.example/1")
    assert first.title is not None
    assert first.title.startswith("Dam bursts")
    assert (first.published.earliest, first.published.basis) == (date(2031, 3, 4), "metadata")
    assert all("without text" in str(other) for other in rest)


@pytest.mark.parametrize(("name", "content"), [("a.json", b'{"name": "a package"}'), ("a.xml", b"<svg/>")])
def test_json_and_xml_of_other_kinds_are_refused_when_named_and_left_out_in_a_folder(
    tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / "b.txt").write_text("Words.")
    (refusal,) = told(tmp_path / name, content)
    assert "of another kind" in str(refusal)
    assert [type(found) for found in read([tmp_path], Settings(language="en"))] == [Document]


BOMB = (
    b'<!DOCTYPE x [<!ENTITY a "'
    + b"a" * 1000
    + b'">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, (b"&%c;" % (97 + n)) * 50) for n in range(8))
)


@pytest.mark.parametrize(
    "content",
    [
        BOMB + b"]><rss><channel><item><title>&i;</title></item></channel></rss>",
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><rss><item><description>&e;</description></item></rss>',
        b"<rss><item>",
        b"<rss/>" + b"\xff",
        b"",
        b"<?xml version='1.0' encoding='nonsense'?><rss/>",
        b"<a>" * 5000,
    ],
    ids=["bomb", "outside file", "cut", "bytes", "empty", "encoding", "deep"],
)
def test_a_hostile_feed_is_told(tmp_path: Path, content: bytes) -> None:
    (found,) = told(tmp_path / "a.rss", content)
    assert isinstance(found, SourceError)
    assert "root:" not in str(found)


def docx(body: str, core: str = "") -> bytes:
    buffer = io.BytesIO()
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {names}><w:body>{body}</w:body></w:document>")
        if core:
            archive.writestr("docProps/core.xml", f'<c xmlns:dc="http://purl.org/dc/elements/1.1/">{core}</c>')
    return buffer.getvalue()


def test_a_word_document_is_a_paragraph_a_line(tmp_path: Path) -> None:
    first = "<w:p><w:r><w:t>The dam</w:t></w:r><w:r><w:t xml:space='preserve'> burst.</w:t></w:r></w:p>"
    body = first + "<w:p/><w:p><w:r><w:t>Twelve were hurt.</w:t></w:r></w:p>"
    core = "<dc:title>Dam bursts</dc:title><dc:creator>Jane Roe</dc:creator>"
    document = only(tmp_path / "a.docx", docx(body, core))
    assert document.text == "The dam burst.\nTwelve were hurt."
    assert (document.title, document.author) == ("Dam bursts", "Jane Roe")


@pytest.mark.parametrize("content", [b"", b"PK", b"no zip", docx("<w:p>")[:200], docx("<w:p/>"), docx("<broken")])
def test_a_broken_word_document_is_told(tmp_path: Path, content: bytes) -> None:
    (found,) = told(tmp_path / "a.docx", content)
    assert isinstance(found, SourceError)


def test_a_saved_web_archive_gives_its_page_address_and_day(tmp_path: Path) -> None:
    message = (
        "From: <Saved by Browser>\r\nDate: Wed, 5 Mar 2031 08:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="B"\r\n\r\n--B\r\nContent-Type: text/html\r\n'
        "Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://daily.example/1\r\n\r\n"
        + PAGE.replace("=", "=3D")
        + "\r\n--B--\r\n"
    )
    document = only(tmp_path / "a.mhtml", message.encode())
    assert document.text.startswith("The Lower Orvale dam")
    assert (document.url, document.retrieved) == ("https://daily.example/1", date(2031, 3, 5))


@pytest.mark.parametrize(
    "content", [b"", b"\0\1\2", b"Content-Type: multipart/related\r\n\r\nnothing", b"Subject: x\r\n\r\ny"]
)
def test_a_web_archive_without_a_page_is_told(tmp_path: Path, content: bytes) -> None:
    (found,) = told(tmp_path / "a.mht", content)
    assert "no page in it" in str(found)


def record(
    body: bytes, *, kind: str = "response", head: str = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8"
) -> bytes:
    content = head.encode() + b"\r\n\r\n" + body
    lines = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://daily.example/1\r\n"
        f"WARC-Date: 2031-03-05T08:00:00Z\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return lines.encode() + content + b"\r\n\r\n"


CHUNKED = b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (
    100,
    PAGE.encode()[:100],
    len(PAGE.encode()) - 100,
    PAGE.encode()[100:],
)


@pytest.mark.parametrize(
    "answer",
    [
        record(PAGE.encode()),
        record(CHUNKED, head="HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked"),
        record(
            gzip.compress(PAGE.encode()), head="HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip"
        ),
    ],
    ids=["plain", "chunked", "gzip"],
)
@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_each_page_of_a_crawl_is_a_document(tmp_path: Path, name: str, answer: bytes) -> None:
    other = [record(b"x", kind="request"), record(b"gone", head="HTTP/1.1 404 Not Found\r\nContent-Type: text/html")]
    records = [*other, answer]
    content = b"".join(map(gzip.compress, records)) if name.endswith(".gz") else b"".join(records)
    document = only(tmp_path / name, content)
    assert document.text.startswith("The Lower Orvale dam")
    assert (document.source, document.retrieved) == ("https://daily.example/1", date(2031, 3, 5))


def test_a_page_answered_twice_is_told_once_and_refused_once(tmp_path: Path) -> None:
    first, second = told(tmp_path / "a.warc", record(PAGE.encode()) * 2)
    assert isinstance(first, Document)
    assert "already that of" in str(second)


def test_a_crawl_in_a_zip_is_read_and_its_lists_are_not(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("archive/a.warc.gz", gzip.compress(record(PAGE.encode())))
        archive.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n{"text": "A list."}\n')
    assert only(tmp_path / "a.wacz", buffer.getvalue()).source == "https://daily.example/1"


@pytest.mark.parametrize(
    "content",
    [
        b"no crawl at all",
        b"WARC/1.0\r\nContent-Length: ten\r\n\r\n",
        record(PAGE.encode())[:300],
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999\r\n\r\nx",
        gzip.compress(record(PAGE.encode()))[:100],
    ],
    ids=["no crawl", "a length in words", "cut", "too long", "cut gzip"],  # a gzip holds the time it was made
)
def test_a_broken_crawl_is_told(tmp_path: Path, content: bytes) -> None:
    name = "a.warc.gz" if content.startswith(b"\x1f\x8b") else "a.warc"
    (found,) = told(tmp_path / name, content)
    assert isinstance(found, SourceError)
