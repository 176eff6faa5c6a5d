"""Plain text and Markdown: the text is the file, decoded, and nothing else."""

from collections.abc import Iterator

from ..errors import SourceError
from ..ids import digest, make_id
from ..records import Document
from ..settings import Settings
from .decoding import decode
from .guess import headline_of
from .items import Item, whole


def read_text(item: Item, settings: Settings) -> Iterator[Document]:
    """One document: line breaks, spaces and odd characters are kept as they are."""
    stored, content = whole(item, settings.max_document_bytes)
    text, problems = decode(content)
    if "\0" in text:
        raise SourceError(item.place, "NUL bytes", "text", "Convert the file to a text format first.")
    if not text.strip():
        raise SourceError(item.place, "no text", "at least one word", "Leave the file out.")
    sha256 = digest(stored)
    yield Document(
        make_id("document", item.name, sha256), item.name, sha256, text, title=headline_of(text), problems=problems
    )
