"""What is kept of a document that was read, packed where it was analysed, so that the store has only to write it."""

import json
import zlib
from dataclasses import dataclass, replace
from typing import Any  # records of many kinds

from ..codec import to_json
from ..fingerprint import Fingerprint, to_bytes
from ..records import Analysis, Document

# Of an analysis, what is in each column: of all documents the first is looked at, the others where a story is told.
COLUMNS = {"about": ("document",), "found": ("mentions", "times"), "claims": ("statements", "figures", "events")}


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
    about: bytes
    found: bytes
    claims: bytes
    fingerprint: bytes | None


def packed(read: Read, analysis: Analysis, fingerprint: Fingerprint | None = None) -> Kept:
    """What is kept of the document; its text is kept once."""
    bare = replace(analysis, document=replace(analysis.document, text=""))
    told = {
        column: zlib.compress(as_text({name: getattr(bare, name) for name in names}).encode())
        for column, names in COLUMNS.items()
    }
    return Kept(
        document=read.document.id,
        made_by=read.made_by,
        read=as_text(read.document),
        fingerprint=to_bytes(fingerprint) if fingerprint else None,
        **told,
    )


def unpacked(kept: Kept) -> str:
    """All that was found, as the JSON text of one object."""
    parts = (zlib.decompress(part).decode() for part in (kept.about, kept.found, kept.claims))
    return "{" + ",".join(part[1:-1] for part in parts) + "}"


def as_text(record: Any) -> str:
    """A record with its internal fields as JSON."""
    return json.dumps(to_json(record, internal=True), ensure_ascii=False, separators=(",", ":"))
