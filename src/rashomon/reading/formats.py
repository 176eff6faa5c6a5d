"""Which reader reads which format; an installed package may add its own under `rashomon.readers`."""

from importlib.metadata import entry_points

from ..errors import SourceError
from .html import read_html
from .items import Item, Reader
from .jsonl import read_jsonl
from .text import read_text

READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_text,
    ".markdown": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
}


def is_readable(name: str) -> bool:
    """Whether the suffix of that file name is one of a known format."""
    suffix, _ = Item(name, name).suffixes
    return suffix in READERS or suffix in _plug_ins()


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
