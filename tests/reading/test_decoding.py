"""Bytes to text."""

import codecs

import pytest

from rashomon.errors import SourceError
from rashomon.reading.decoding import decode

GERMAN = "Der Oberbürgermeister von Größenheim äußerte sich über die Überschwemmung. " * 5


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_is_followed_and_told(mark: bytes, encoding: str) -> None:
    text, problems = decode(mark + GERMAN.encode(encoding), "a.txt")
    assert text == GERMAN
    assert encoding in problems[0]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_seen(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding), "a.txt") == (GERMAN, ())


def test_what_is_declared_is_believed_where_it_fits() -> None:
    cyrillic = "Плотина прорвалась во вторник, сообщил губернатор."
    assert decode(cyrillic.encode("koi8-r"), "a.html", "koi8-r") == (cyrillic, ())


def test_a_wrong_declaration_does_not_spoil_utf_8() -> None:
    assert decode(GERMAN.encode(), "a.html", "iso-8859-1") == (GERMAN, ())


@pytest.mark.parametrize("declared", ["no-such-encoding", "hex", "idna", "utf-7\x00"])
def test_an_encoding_that_is_none_is_left_aside(declared: str) -> None:
    assert decode(GERMAN.encode(), "a.html", declared)[0] == GERMAN
    assert "Größenheim" in decode(GERMAN.encode("cp1252"), "a.html", declared)[0]


def test_an_old_encoding_is_found_and_told() -> None:
    text, problems = decode(GERMAN.encode("cp1252"), "a.txt")
    assert text == GERMAN
    assert "not UTF-8" in problems[0]


def test_mojibake_is_told_and_kept() -> None:
    spoilt = "“It’s over,” the governor said.".encode().decode("cp1252", "replace")
    text, problems = decode(spoilt.encode(), "a.txt")
    assert text == spoilt
    assert "wrong encoding" in problems[-1]


def test_a_stray_nul_is_shown_and_told() -> None:
    text, problems = decode(b"The dam\0burst on Tuesday, the governor of the whole region said to reporters.", "a.txt")
    assert text.startswith("The dam\ufffdburst")
    assert "NUL" in problems[0]


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(SourceError, match="not text"):
        decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", "a.txt")
