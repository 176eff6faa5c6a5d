"""Forty inputs made to do harm: each is read harmlessly or refused with its reason, and none ends a build."""

import gzip
import io
import json
import os
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

import rashomon
from rashomon.errors import SourceError
from rashomon.reading import read
from rashomon.settings import Settings

SENTENCE = "The Lower Orvale dam burst on Tuesday night, the governor told reporters, and the water reached the town. "
ARTICLE = f"<html><body><article>{f'<p>{SENTENCE}</p>' * 4}</article></body></html>"
DOCX_NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zipped(members: dict[str, bytes], times: int = 1) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            for _ in range(times):
                archive.writestr(name, content)
    return buffer.getvalue()


def tarred(*members: tarfile.TarInfo) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        for member in members:
            archive.addfile(member, io.BytesIO(b"x" * member.size) if member.isreg() else None)
    return buffer.getvalue()


def member(name: str, kind: bytes = tarfile.REGTYPE, link: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname, info.size = kind, link, 3 if kind == tarfile.REGTYPE else 0
    return info


def bomb_in_xml() -> str:
    levels = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 50}">' for n in range(8))
    return f'<!DOCTYPE x [<!ENTITY e0 "{"a" * 1000}">{levels}]>'


def lines(value: object) -> bytes:
    return json.dumps({"text": value}).encode() + b"\n"


def warc(headers: str, body: bytes) -> bytes:
    return (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\n{headers}\r\n\r\n".encode() + body
    )


def answer(body: bytes, *headers: str) -> bytes:
    content = "\r\n".join(["HTTP/1.1 200 OK", "Content-Type: text/html", *headers, "", ""]).encode() + body
    return warc(f"Content-Length: {len(content)}", content)


OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
ZEROS = b"0" * 30_000_000

# What it is: the file, its bytes, and a part of the reason or of the problem that is told ("": it is read as it is).
HOSTILE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "entities that expand without end": ("a.rss", lambda: f"{bomb_in_xml()}<rss>&e8;</rss>".encode(), "broken XML"),
    "an entity that is a file": ("a.xml", lambda: f"{OUTSIDE}<rss><item>&e;</item></rss>".encode(), "broken XML"),
    "entities in a Word document": (
        "a.docx",
        lambda: zipped({"word/document.xml": f"{bomb_in_xml()}<w:p {DOCX_NAMES}>&e8;</w:p>".encode()}),
        "no Word document",
    ),
    "entities in a page": ("a.html", lambda: f"{bomb_in_xml()}<p>&e8;{SENTENCE * 5}</p>".encode(), ""),
    "a zip bomb": ("a.zip", lambda: zipped({"a.txt": ZEROS}), "times its size"),
    "a bomb in a Word document": ("a.docx", lambda: zipped({"word/document.xml": ZEROS}), "more than 20,000,000 bytes"),
    "a gzip bomb": ("a.txt.gz", lambda: gzip.compress(ZEROS), "more than 20,000,000 bytes"),
    "a gzip bomb in a crawl's answer": (
        "a.warc",
        lambda: answer(gzip.compress(ZEROS), "Content-Encoding: gzip"),
        "more than 20,000,000 bytes",
    ),
    "a bomb of a line in gzip": ("a.jsonl.gz", lambda: gzip.compress(lines("a" * 30_000_000)), "more than 20,000,000"),
    "archives in archives": (
        "a.zip",
        lambda: zipped({"b.zip": zipped({"c.zip": zipped({"d.zip": zipped({"e.txt": b"x"})})})}),
        "archives deep",
    ),
    "a path upwards in a zip": ("a.zip", lambda: zipped({"../../up.txt": b"x"}), "leads out of the archive"),
    "a path from the root in a zip": ("a.zip", lambda: zipped({"/etc/up.txt": b"x"}), "leads out of the archive"),
    "a path upwards in a tar": ("a.tar.gz", lambda: tarred(member("../up.txt")), "leads out of the archive"),
    "a path upwards with the other slashes": (
        "a.zip",
        lambda: zipped({"..\\up.txt": b"x"}),
        "leads out of the archive",
    ),
    "a link out of a tar": ("a.tar.gz", lambda: tarred(member("a.txt", tarfile.SYMTYPE, "/etc/passwd")), "nothing"),
    "a device in a tar": ("a.tar.gz", lambda: tarred(member("a.txt", tarfile.CHRTYPE)), "nothing"),
    "a hard link in a tar": ("a.tar.gz", lambda: tarred(member("a.txt", tarfile.LNKTYPE, "/etc/passwd")), "nothing"),
    "one name twice in a zip": ("a.zip", lambda: zipped({"a.txt": b"Words."}, 2), "already that of"),
    "a cut gzip": ("a.html.gz", lambda: gzip.compress(ARTICLE.encode())[:-9], "ended before"),
    "a gzip with a wrong checksum": ("a.txt.gz", lambda: gzip.compress(b"Words.")[:-8] + b"\0" * 8, "CRC"),
    "a cut zip": ("a.zip", lambda: zipped({"a.txt": os.urandom(9999)})[:5000], "cannot be unpacked"),
    "a cut crawl": ("a.warc", lambda: answer(ARTICLE.encode())[:-50], "cut off"),
    "a cut crawl in gzip": ("a.warc.gz", lambda: gzip.compress(answer(ARTICLE.encode()))[:-30], "cannot be read"),
    "a record longer than the world": ("a.warc", lambda: warc("Content-Length: " + "9" * 30, b"x"), "cut off"),
    "a record of negative length": ("a.warc", lambda: warc("Content-Length: -5", b"x"), "without its length"),
    "chunks of a false length": (
        "a.warc",
        lambda: answer(b"ffffffffffff\r\n" + ARTICLE.encode(), "Transfer-Encoding: chunked"),
        "",
    ),
    "deflate that is none": (
        "a.warc",
        lambda: answer(zlib.compress(b"x" * 99)[3:], "Content-Encoding: deflate"),
        "cannot be unpacked",
    ),
    "a false charset": ("a.html", lambda: f'<meta charset="utf-16">{ARTICLE}'.encode(), ""),
    "a charset that is none": ("a.html", lambda: f'<meta charset="no/such">{ARTICLE}é'.encode("latin-1"), "not UTF-8"),
    "UTF-8 with a byte of something else": ("a.txt", lambda: SENTENCE.encode() * 9 + b"\xff", "not UTF-8"),
    "a million tags deep": ("a.html", lambda: b"<div>" * 1_000_000 + SENTENCE.encode(), ""),
    "a million tags side by side": ("a.html", lambda: b"<p>x</p>" * 1_000_000, "more than 150,000 elements"),
    "a million levels of JSON": ("a.jsonl", lambda: b'{"text":' + b"[" * 1_000_000 + b"\n", "broken JSON"),
    "a feed a million levels deep": ("a.rss", lambda: b"<rss>" + b"<a>" * 1_000_000, "broken XML"),
    "NUL": ("a.txt", lambda: f"{SENTENCE}\0{SENTENCE}".encode(), "NUL"),
    "NUL in a page": ("a.html", lambda: ARTICLE.replace("dam", "d\0am").encode(), "NUL"),
    "a lone surrogate": ("a.jsonl", lambda: lines(SENTENCE + "\ud800"), "lone surrogates"),
    "right to left, and back": ("a.txt", lambda: f"\u202e{SENTENCE}\u2066\u202a".encode(), ""),
    "zero width": ("a.txt", lambda: "\u200b\u200d\ufeff".join(SENTENCE).encode(), ""),
    "a mountain of accents": ("a.txt", lambda: (SENTENCE + "Z" + "\u0301" * 9999).encode(), ""),
    "a number without end": ("a.jsonl", lambda: b'{"text": "Words.", "n": ' + b"9" * 5000 + b"}\n", "broken JSON"),
    "a number that is none": ("a.jsonl", lambda: b'{"text": "Words.", "n": NaN}\n', "broken JSON"),
    "a number too large to hold": ("a.jsonl", lambda: b'{"text": "Words.", "n": 1e999}\n', "broken JSON"),
    "a day that is none": (
        "a.jsonl",
        lambda: b'{"text": "Words.", "published": "99999-99-99"}\n',
        "is not an ISO 8601",
    ),
    "a picture called text": ("a.txt", lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 99, "not text"),
    "a program called a page": ("a.html", lambda: b"\x7fELF" + bytes(range(256)) * 99, "not text"),
    "an empty PDF": ("a.pdf", lambda: b"%PDF-1.7\n%%EOF", "no PDF"),
    "a PDF whose pages hold themselves": (
        "a.pdf",
        lambda: b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>>\nendobj\ntrailer<</Root 1 0 R>>\n",
        "",
    ),
    "a terminal's orders": ("a.txt", lambda: f"\x1b]0;owned\x07\x1b[2J{SENTENCE}".encode(), ""),
    "a script in every field": (
        "a.jsonl",
        lambda: json.dumps(dict.fromkeys(("id", "text", "title", "outlet"), "<script>x()</script> said.")).encode(),
        "",
    ),
}


def test_there_are_forty() -> None:
    assert len(HOSTILE) >= 40


def told_of(path: Path) -> list[str]:
    found = list(read([path], Settings(language="en")))
    return [text for one in found for text in ([str(one)] if isinstance(one, SourceError) else one.problems)]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("what", HOSTILE)
def test_harm_is_refused_with_its_reason_or_read_as_it_is(tmp_path: Path, what: str) -> None:
    name, content, reason = HOSTILE[what]
    (tmp_path / name).write_bytes(content())
    told = told_of(tmp_path / name)
    assert not any("root:" in line for line in told)
    assert all(len(line) < 1000 for line in told)
    if reason == "nothing":
        assert list(read([tmp_path / name], Settings(language="en"))) == []
    elif reason:
        assert any(reason in line for line in told), told


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "c.txt").symlink_to(tmp_path / "c.txt")
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "up").symlink_to(tmp_path)
    (tmp_path / "e.txt").write_text(SENTENCE)
    found = list(read([tmp_path], Settings(language="en")))
    assert [one.source for one in found if not isinstance(one, SourceError)] == ["e.txt"]


BUILT = (
    "a zip bomb",
    "a cut crawl",
    "a lone surrogate",
    "right to left, and back",
    "zero width",
    "a mountain of accents",
)


def test_a_build_goes_on_over_all_of_it(tmp_path: Path) -> None:
    for number, what in enumerate(BUILT):
        name, content, _ = HOSTILE[what]
        (tmp_path / f"{number}-{name}").write_bytes(content())
    (tmp_path / "z.txt").write_text(SENTENCE)
    dossier = rashomon.build(tmp_path, workers=1)
    assert "z.txt" in {document.source for document in dossier.documents}
    assert {Path(problem.source.partition(", ")[0].partition(".zip")[0]).name[:1] for problem in dossier.problems} == {
        "0",
        "1",
    }
    assert any("lone surrogates" in problem for document in dossier.documents for problem in document.problems)


# The bell may ring where Python cannot raise, in a library's callback: it is told as a warning, and rings again.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_page_that_takes_too_long_is_refused_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rashomon.reading.items.PATIENCE", 0.2)
    slow = json.dumps({"id": "slow", "html": f"<html><body>{f'<div><p>{SENTENCE}</p></div>' * 20_000}</body></html>"})
    quick = json.dumps({"id": "quick", "text": SENTENCE})
    (tmp_path / "a.jsonl").write_text(f"{slow}\n{quick}\n")
    refused, document = read([tmp_path], Settings(language="en"))
    assert isinstance(refused, SourceError)
    assert (Path(refused.source).name, refused.found) == (
        "a.jsonl, line 1",
        "it took more than 0.2 seconds of the processor",
    )
    assert not isinstance(document, SourceError)
    assert document.text == SENTENCE
