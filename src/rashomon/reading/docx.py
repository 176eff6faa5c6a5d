"""Word documents: a paragraph a line, and what the file tells of itself."""

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from ..errors import SourceError
from ..ids import digest
from ..records import Document
from ..settings import Settings
from .items import Item, too_large, whole
from .pages import Page, to_document

_WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_BREAKS = {f"{_WORDS}tab": "\t", f"{_WORDS}br": " ", f"{_WORDS}cr": " "}


def read_docx(item: Item, settings: Settings) -> Iterator[Document]:
    """One document; the day it was written is not taken for the day of publication."""
    limit = settings.max_document_bytes
    stored, content = whole(item, limit)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            body = _part(archive, "word/document.xml", item, limit)
            core = (
                _part(archive, "docProps/core.xml", item, limit) if "docProps/core.xml" in archive.namelist() else None
            )
    except (zipfile.BadZipFile, ElementTree.ParseError, KeyError, EOFError, RuntimeError, ValueError) as problem:
        raise SourceError(
            item.place, f"no Word document: {problem}", "a .docx file", "Save it anew as .docx."
        ) from problem
    text = "\n".join(line for line in map(_paragraph, body.iter(f"{_WORDS}p")) if line.strip())
    if not text:
        raise SourceError(item.place, "no text", "at least one word", "Leave the file out.")
    yield to_document(Page(text, title=_told(core, "title"), author=_told(core, "creator")), item.name, digest(stored))


def _part(archive: zipfile.ZipFile, name: str, item: Item, limit: int) -> ElementTree.Element:
    with archive.open(name) as file:
        content = file.read(limit + 1)
    if len(content) > limit:
        raise too_large(item.place, limit)
    return ElementTree.fromstring(content)


def _paragraph(paragraph: ElementTree.Element) -> str:
    return "".join(
        part.text or "" if part.tag == f"{_WORDS}t" else _BREAKS.get(part.tag, "") for part in paragraph.iter()
    )


def _told(core: ElementTree.Element | None, field: str) -> str | None:
    return ((core.findtext(f"{_DUBLIN}{field}") or "").strip() or None) if core is not None else None
