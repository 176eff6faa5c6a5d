"""Web crawls (WARC): each page that a server answered with."""

import gzip
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import IO

from ..errors import SourceError
from ..ids import digest
from ..records import Document
from ..settings import Settings
from .days import days_of
from .html import page_of
from .items import Item, too_large
from .pages import to_document

HEADER_LINE = 100_000  # bytes
HEADER_LINES = 500
CHUNK = 1 << 20
_CURE = "Check that the crawl was written to its end."


@dataclass(frozen=True, slots=True)
class _Record:
    headers: Mapping[str, str]
    content: bytes | None  # None where it is above the limit


def read_warc(item: Item, settings: Settings) -> Iterator[Document | SourceError]:
    """A document for each response that holds a page; other records are passed over."""
    limit = settings.max_document_bytes
    with item.open() as file:
        for record in _records(file, item.place, limit):
            url = record.headers.get("warc-target-uri", "").strip("<>")
            if record.headers.get("warc-type") != "response" or not url.startswith("http"):
                continue
            place = f"{item.place}, {url}"
            try:
                if record.content is None:
                    raise too_large(place, limit)
                yield from _response(record.headers, record.content, url, place, limit)
            except SourceError as problem:
                yield problem


def _response(headers: Mapping[str, str], content: bytes, url: str, place: str, limit: int) -> Iterator[Document]:
    head, _, body = content.partition(b"\r\n\r\n")
    status, _, lines = head.decode("latin-1").partition("\r\n")
    http = _fields(lines.split("\r\n"))
    kind = http.get("content-type", "text/html")
    if status.split(" ")[1:2] != ["200"] or "html" not in kind:
        return
    body = _unpacked(_joined(body) if "chunked" in http.get("transfer-encoding", "") else body, http, place, limit)
    page = page_of(body, place, _charset(kind), url)
    days = days_of(headers.get("warc-date", ""))
    page = replace(page, retrieved=days.latest if days else None)
    yield to_document(page, url, digest(content))


def _records(file: IO[bytes], place: str, limit: int) -> Iterator[_Record]:
    while line := file.readline(HEADER_LINE):
        if not line.strip():
            continue
        if not line.startswith(b"WARC/"):
            raise SourceError(place, "a record that does not begin with WARC/", "a WARC file", _CURE)
        lines: list[str] = []
        while (line := file.readline(HEADER_LINE).rstrip(b"\r\n")) and len(lines) < HEADER_LINES:
            lines.append(line.decode("utf-8", "replace"))
        headers = _fields(lines)
        length = headers.get("content-length", "")
        if not length.isascii() or not length.isdigit():
            raise SourceError(place, "a record without its length", "a WARC file", _CURE)
        yield _Record(headers, _content(file, int(length), place, limit))


def _content(file: IO[bytes], length: int, place: str, limit: int) -> bytes | None:
    """The next `length` bytes, or nothing of them where they are too many; the file stands after them."""
    content = file.read(length) if length <= limit else b""
    left = length - len(content)
    while length > limit and left and (chunk := file.read(min(CHUNK, left))):
        left -= len(chunk)
    if left:
        raise SourceError(place, "a record that is cut off", "a whole WARC file", _CURE)
    return content if length <= limit else None


def _fields(lines: list[str]) -> dict[str, str]:
    pairs = (line.partition(":") for line in lines if ":" in line)
    return {name.strip().casefold(): value.strip() for name, _, value in pairs}


def _joined(body: bytes) -> bytes:
    """A body that was sent in chunks, as one; kept as it is where the crawler has joined it already."""
    parts: list[bytes] = []
    at = 0
    while (end := body.find(b"\r\n", at)) >= 0:
        size = body[at:end].split(b";")[0].strip()
        try:
            length = int(size, 16)
        except ValueError:
            return body if not parts else b"".join(parts)
        if length <= 0:
            break
        parts.append(body[end + 2 : end + 2 + length])
        at = end + 2 + length + 2
    return b"".join(parts)


def _unpacked(body: bytes, http: Mapping[str, str], place: str, limit: int) -> bytes:
    packing = http.get("content-encoding", "")
    if packing not in ("gzip", "x-gzip", "deflate") or (packing != "deflate" and not body.startswith(b"\x1f\x8b")):
        return body
    try:
        content = zlib.decompressobj(wbits=47 if packing != "deflate" else 15).decompress(body, limit + 1)
    except (zlib.error, gzip.BadGzipFile) as problem:
        raise SourceError(place, f"cannot be unpacked: {problem}", "a whole response", _CURE) from problem
    if len(content) > limit:
        raise too_large(place, limit)
    return content


def _charset(kind: str) -> str | None:
    _, _, name = kind.casefold().partition("charset=")
    return name.split(";")[0].strip("\"' ") or None
