"""What is kept of a document that was read, packed where it was analysed, so that the store has only to write it."""

import json
import zlib
from dataclasses import dataclass, replace
from typing import Any  # records of many kinds

from ..codec import to_json
from ..records import Analysis, Document


@dataclass(frozen=True, slots=True)
class Read:
    """A document as it was read, and what analysed it: the program's version and settings."""

    document: Document
    made_by: str | None  # None: the analysis failed, or there is none yet


@dataclass(frozen=True, slots=True)
class Kept:
    """A row of the table `analysis`; each field is a column of that name."""

    document: str
    made_by: str | None
    read: str
    found: bytes


def packed(read: Read, analysis: Analysis) -> Kept:
    """What is kept of the document; its text is kept once."""
    bare = replace(analysis, document=replace(analysis.document, text=""))
    return Kept(read.document.id, read.made_by, as_text(read.document), zlib.compress(as_text(bare).encode()))


def as_text(record: Any) -> str:
    """A record with its internal fields as JSON."""
    return json.dumps(to_json(record, internal=True), ensure_ascii=False, separators=(",", ":"))
