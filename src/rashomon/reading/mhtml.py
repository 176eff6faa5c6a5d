"""Saved web archives (MHTML): the first page in them, and when it was saved."""

import email.policy
from collections.abc import Iterator
from dataclasses import replace
from email.parser import BytesParser

from ..errors import SourceError
from ..ids import digest
from ..records import Document
from ..settings import Settings
from .days import days_of
from .html import page_of
from .items import Item, whole
from .pages import to_document


def read_mhtml(item: Item, settings: Settings) -> Iterator[Document]:
    """One document: the page's article; the day it was saved is its day of retrieval."""
    stored, content = whole(item, settings.max_document_bytes)
    message = BytesParser(policy=email.policy.compat32.clone(linesep="\r\n")).parsebytes(content)
    part = next(
        (part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")), None
    )
    payload = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(payload, bytes) or not payload:
        raise SourceError(item.place, "no page in it", "a saved web page", "Save the page anew.")
    url = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "") or None
    page = page_of(payload, item.place, part.get_content_charset(), url)
    days = days_of(str(message.get("Date") or ""))
    page = replace(page, retrieved=days.latest if days else None)
    yield to_document(page, item.name, digest(stored))
