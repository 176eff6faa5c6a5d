"""PDF: the text of its pages, with the lines of a paragraph joined and running heads left out."""

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pypdf import PageObject, PdfReader
from pypdf.errors import FileNotDecryptedError

from ..errors import SourceError
from ..ids import digest
from ..records import Document
from ..settings import Settings
from .items import Item, too_large, whole, within_patience
from .pages import Page, to_document

PAGES = 2000  # a longer file is a book
DRAWING_BYTES = 4_000_000  # of one page's drawing orders; newspaper pages have a tenth, and a million take a second
ALL_DRAWING_BYTES = 40_000_000  # of all pages; reading them would take a minute
RUNNING_HEAD = 3  # pages that begin or end with the same line
FULL_LINE = 0.8  # of the page's long lines; a shorter line is the last of its paragraph
LONG_LINES = 0.9  # a quantile
WRAPPED = 40  # characters; where the long lines are shorter, they are a list's
_DIGITS = re.compile(r"\d+")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad]$")
_UNHOLDABLE = re.compile("[\0\ud800-\udfff]")
_SCANNED = "pages without text, as scans are"

# It warns of every odd file; what matters is told in the document's problems.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(item: Item, settings: Settings) -> Iterator[Document]:
    """One document; the day the file was written is not taken for the day of publication."""
    stored, content = whole(item, settings.max_document_bytes)
    try:
        with within_patience(item.place):
            page = _page_of(PdfReader(io.BytesIO(content)), item.place, settings.max_document_bytes)
    except SourceError:
        raise
    except FileNotDecryptedError as problem:
        raise SourceError(item.place, "locked with a password", "an open file", "Save it without one.") from problem
    except Exception as problem:  # a broken file raises what it likes in there: KeyError, RecursionError, ...
        told = f"no PDF that can be read: {problem or type(problem).__name__}"
        raise SourceError(item.place, told, "a whole PDF file", "Save it anew, or convert it to text.") from problem
    yield to_document(page, item.name, digest(stored))


def _page_of(reader: PdfReader, place: str, limit: int) -> Page:
    if len(reader.pages) > PAGES:
        raise SourceError(place, f"more than {PAGES:,} pages", "a single report", "Split the file.")
    pages: list[list[str]] = []
    left_out = empty = size = drawn = 0
    for sheet in reader.pages:
        orders = _drawing_bytes(sheet)
        drawn += min(orders, DRAWING_BYTES)
        if drawn > ALL_DRAWING_BYTES:
            raise SourceError(place, "drawings that would take too long to read", "a text", "Convert it to text first.")
        lines = _lines_of(sheet) if orders <= DRAWING_BYTES else None
        left_out += lines is None
        empty += lines == []
        pages.append(lines or [])
        size += sum(map(len, pages[-1]))
        if size > limit:
            raise too_large(place, limit)
    text = "\n".join(line for lines in _without_running_heads(pages) for line in _paragraphs(lines))
    if not any(map(str.isalnum, text)):
        raise SourceError(place, _SCANNED, "text that can be selected", "Recognise its text first (OCR).")
    problems = [f"{empty} of {len(pages)} {_SCANNED}"] if empty else []
    problems += [f"{left_out} pages hold too large a drawing and were left out"] if left_out else []
    told = reader.metadata
    title, author = (told.title, told.author) if told else (None, None)
    return Page(text, title=_title(title, text), author=_person(author), problems=tuple(problems))


def _drawing_bytes(sheet: PageObject) -> int:
    drawn = sheet.get_contents()
    return len(drawn.get_data()) if drawn is not None else 0


def _lines_of(sheet: PageObject) -> list[str]:
    """The lines that hold something."""
    text = _UNHOLDABLE.sub("\ufffd", sheet.extract_text())
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _without_running_heads(pages: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    """The pages without a first or last line that many share but for its numbers."""
    ends = Counter(_DIGITS.sub("0", line) for lines in pages for line in {*lines[:1], *lines[-1:]})
    for lines in pages:
        yield [
            line
            for n, line in enumerate(lines)
            if n not in (0, len(lines) - 1) or ends[_DIGITS.sub("0", line)] < RUNNING_HEAD
        ]


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """Lines that go on in the next joined with it; a hyphen at a line's end is the printer's."""
    lengths = sorted(map(len, lines))
    full = FULL_LINE * max(WRAPPED, lengths[int(LONG_LINES * (len(lines) - 1))] if lines else 0)
    paragraph = ""
    for line, following in pairwise([*lines, ""]):
        paragraph += line
        goes_on = following[:1].islower()
        if goes_on and _HYPHEN.search(paragraph):
            paragraph = paragraph[:-1]
        elif following and (goes_on or len(line) >= full):
            paragraph += " "
        else:
            yield paragraph
            paragraph = ""


def _title(told: str | None, text: str) -> str | None:
    """The title that the file tells, where the text bears it out; many tell the name of a template."""
    title = " ".join((told or "").split())
    return title if title and title.casefold() in " ".join(text[: 10 * len(title) + 1000].split()).casefold() else None


def _person(told: str | None) -> str | None:
    """The author, unless it is the name of an account."""
    name = " ".join((told or "").split())
    return name if " " in name else None
