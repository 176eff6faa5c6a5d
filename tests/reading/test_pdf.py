"""PDF files: what of their pages is read, and what is refused."""

import io
from pathlib import Path

import pypdf
import pytest

from rashomon.errors import SourceError
from rashomon.reading import pdf, read
from rashomon.records import Document
from rashomon.settings import Settings


def made(*pages: list[str], title: str = "", author: str = "", password: str = "") -> bytes:
    """A PDF file with these lines on its pages."""
    writer = pypdf.PdfWriter()
    font = pypdf.generic.DictionaryObject()
    for key, value in (("/Type", "/Font"), ("/Subtype", "/Type1"), ("/BaseFont", "/Helvetica")):
        font[pypdf.generic.NameObject(key)] = pypdf.generic.NameObject(value)
    for lines in pages:
        page = writer.add_blank_page(600, 800)
        orders = "".join(f"BT /F1 10 Tf 1 0 0 1 50 {750 - 14 * n} Tm ({line}) Tj ET\n" for n, line in enumerate(lines))
        stream = pypdf.generic.DecodedStreamObject()
        stream.set_data(orders.encode("latin-1"))
        page[pypdf.generic.NameObject("/Contents")] = stream
        fonts = pypdf.generic.DictionaryObject({pypdf.generic.NameObject("/F1"): font})
        page[pypdf.generic.NameObject("/Resources")] = pypdf.generic.DictionaryObject(
            {pypdf.generic.NameObject("/Font"): fonts}
        )
    writer.add_metadata({key: value for key, value in (("/Title", title), ("/Author", author)) if value})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def told(folder: Path, content: bytes, settings: Settings | None = None) -> Document | SourceError:
    (folder / "a.pdf").write_bytes(content)
    (found,) = read([folder / "a.pdf"], settings or Settings(language="en"))
    return found


def read_from(folder: Path, content: bytes) -> Document:
    found = told(folder, content)
    assert isinstance(found, Document), found
    return found


STORY = [
    "Dam bursts above Orvale",
    "The Lower Orvale dam burst on Tuesday night, the regional gover-",
    "nor told reporters, and the water reached the old town at ten.",
    "Nobody was hurt.",
    "Twelve people were brought to the hospital of Norvik, which had",
    "been warned.",
]


def test_the_lines_of_a_paragraph_are_joined_and_a_hyphen_at_a_lines_end_is_taken_away(tmp_path: Path) -> None:
    assert read_from(tmp_path, made(STORY)).text.split("\n") == [
        "Dam bursts above Orvale",
        "The Lower Orvale dam burst on Tuesday night, the regional governor told reporters, and the water reached the"
        " old town at ten. Nobody was hurt.",
        "Twelve people were brought to the hospital of Norvik, which had been warned.",
    ]


def test_a_list_of_short_lines_stays_a_list(tmp_path: Path) -> None:
    names = ["Orvale", "Norvik", "Sella"]
    assert read_from(tmp_path, made(names)).text.split("\n") == names


def test_running_heads_and_page_numbers_are_no_text(tmp_path: Path) -> None:
    pages = [["The Daily Example, 4 March 2031", f"Word number {n} of many stands here.", f"Page {n}"] for n in "abc"]
    numbered = [[*page[:2], f"Page {n}"] for n, page in enumerate(pages, 1)]
    text = read_from(tmp_path, made(*numbered)).text
    assert "Daily Example" not in text
    assert "Page" not in text
    assert text.count("Word number") == 3


@pytest.mark.parametrize(
    ("title", "author", "expected"),
    [
        ("Dam bursts above Orvale", "Jane Roe", ("Dam bursts above Orvale", "Jane Roe")),
        ("template_v3.indd", "jroe", ("Dam bursts above Orvale", None)),
    ],
)
def test_what_the_file_tells_of_itself_is_taken_where_it_can_be_true(
    tmp_path: Path, title: str, author: str, expected: tuple[str, str | None]
) -> None:
    document = read_from(tmp_path, made(STORY, title=title, author=author))
    assert (document.title, document.author) == expected
    assert document.published.basis == "unknown"


def test_pages_without_text_are_told(tmp_path: Path) -> None:
    assert "1 of 2 pages" in read_from(tmp_path, made(STORY, [])).problems[0]


def test_a_page_that_is_one_large_drawing_is_left_out_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "DRAWING_BYTES", 200)
    document = read_from(tmp_path, made(["Short."], STORY))
    assert document.text == "Short."
    assert "1 pages hold too large a drawing" in document.problems[0]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no PDF"),
        (b"%PDF-1.7\n%%EOF", "no PDF"),
        (b"no PDF at all", "no PDF"),
        (made(STORY)[:300], "no PDF"),
        (made(STORY, password="secret"), "password"),
        (made([]), "scans"),
        (made(*[[]] * 2001), "more than 2,000 pages"),
        (b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>>\nendobj\ntrailer<</Root 1 0 R>>\n", ""),
        (b"%PDF-1.4\ntrailer<</Root " + b"[" * 20_000 + b">>\n%%EOF", "no PDF"),
    ],
    ids=["empty", "bare", "text", "cut", "locked", "scan", "pages", "loop", "deep"],
)
def test_a_pdf_that_cannot_be_read_is_told(tmp_path: Path, content: bytes, why: str) -> None:
    found = told(tmp_path, content)
    assert isinstance(found, SourceError)
    assert why in found.found


def test_a_file_of_too_many_drawings_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "ALL_DRAWING_BYTES", 700)
    found = told(tmp_path, made(STORY, STORY))
    assert isinstance(found, SourceError)
    assert "too long to read" in found.found


def test_a_text_above_the_limit_is_refused(tmp_path: Path) -> None:
    found = told(tmp_path, made(STORY), Settings(language="en", max_document_bytes=100))
    assert "more than 100 bytes" in str(found)
