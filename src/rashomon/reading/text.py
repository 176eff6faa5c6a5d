"""Plain text and Markdown: the text is the file, decoded, and nothing else."""

from collections.abc import Iterator

from ..errors import SourceError
from ..ids import digest
from ..records import Document
from ..settings import Settings
from .decoding import decode
from .items import Item, whole
from .pages import Page, to_document


def read_text(item: Item, settings: Settings) -> Iterator[Document]:
    """One document: line breaks, spaces and odd characters are kept as they are."""
    stored, content = whole(item, settings.max_document_bytes)
    text, problems = decode(content, item.place, item.charset)
    if not any(map(str.isalnum, text)):
        raise SourceError(item.place, "no text", "at least one word", "Leave the file out.")
    yield to_document(Page(text, problems=problems), item.name, digest(stored))
