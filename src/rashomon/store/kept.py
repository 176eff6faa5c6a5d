"""What is kept of a document that was read, packed where it was analysed, so that the store has only to write it."""

import json
import zlib
from dataclasses import dataclass, replace
from typing import Any  # records of many kinds

from ..codec import to_json
from ..fingerprint import Fingerprint, to_bytes
from ..records import Analysis, Document

NAMED = ("document", "mentions", "times")  # what all documents are put together by
CLAIMS = ("statements", "figures", "events")  # what is only looked at when their story is told


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
    claims: bytes
    fingerprint: bytes | None


def packed(read: Read, analysis: Analysis, fingerprint: Fingerprint | None = None) -> Kept:
    """What is kept of the document; its text is kept once."""
    bare = replace(analysis, document=replace(analysis.document, text=""))
    found, claims = ({name: getattr(bare, name) for name in names} for names in (NAMED, CLAIMS))
    return Kept(
        document=read.document.id,
        made_by=read.made_by,
        read=as_text(read.document),
        found=zlib.compress(as_text(found).encode()),
        claims=zlib.compress(as_text(claims).encode()),
        fingerprint=to_bytes(fingerprint) if fingerprint else None,
    )


def unpacked(kept: Kept) -> str:
    """All that was found, as the JSON text of one object."""
    parts = (zlib.decompress(part).decode() for part in (kept.found, kept.claims))
    return "{" + ",".join(part[1:-1] for part in parts) + "}"


def as_text(record: Any) -> str:
    """A record with its internal fields as JSON."""
    return json.dumps(to_json(record, internal=True), ensure_ascii=False, separators=(",", ":"))
