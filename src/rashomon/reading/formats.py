"""Which reader reads which format; an installed package may add its own under `rashomon.readers`."""

import re
import zlib
from importlib.metadata import entry_points

from ..errors import SourceError
from .docx import read_docx
from .feeds import read_feed, read_json_feed
from .html import read_html
from .items import Item, Reader
from .jsonl import read_jsonl
from .mhtml import read_mhtml
from .pdf import read_pdf
from .text import read_text
from .warc import read_warc

READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_text,
    ".markdown": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".mhtml": read_mhtml,
    ".mht": read_mhtml,
    ".warc": read_warc,
    ".rss": read_feed,
    ".atom": read_feed,
    ".xml": read_feed,
    ".json": read_json_feed,
    ".docx": read_docx,
    ".pdf": read_pdf,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
}


# Most files of these formats hold something else; in a folder they are read only where they begin as feeds do.
FEEDS = {".json": re.compile(rb"jsonfeed\.org/version"), ".xml": re.compile(rb"<(?:rss|feed|rdf:RDF)\b")}
BEGINS_WITHIN = 4096  # bytes


def is_readable(item: Item) -> bool:
    """Whether a file met in a folder or an archive is of a known format."""
    suffix, _ = item.suffixes
    if suffix not in FEEDS:
        return suffix in READERS or suffix in _plug_ins()
    try:
        with item.open() as file:
            return bool(FEEDS[suffix].search(file.read(BEGINS_WITHIN)))
    except (OSError, EOFError, zlib.error):
        return False


def reader_for(item: Item) -> Reader:
    """The reader of the item's format."""
    suffix, _ = item.suffixes
    if suffix in READERS:
        return READERS[suffix]
    if suffix in _plug_ins():
        (point,) = entry_points(group="rashomon.readers", name=suffix)
        reader: Reader = point.load()
        return reader
    known = ", ".join(sorted({*READERS, *_plug_ins()}))
    found = f"format {suffix!r} is not known" if suffix else "no suffix tells the format"
    raise SourceError(item.place, found, known, "Rename or convert it.")


def _plug_ins() -> frozenset[str]:
    return frozenset(entry_points(group="rashomon.readers").names)
