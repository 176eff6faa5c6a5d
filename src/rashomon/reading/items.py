"""A file, or a member of one, that may hold documents: its name, where it lies, its bytes."""

import gzip
import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import IO, cast

from ..engine.patience import TookTooLong, at_most
from ..errors import SourceError
from ..records import Document
from ..settings import Settings

PATIENCE = 60.0  # seconds of the processor for one document; the slowest of 571 pages takes one


@dataclass(frozen=True, slots=True)
class Item:
    """Bytes to be read as documents; either `path` or `data` is there."""

    name: str  # the path within its SOURCE, as `Document.source` tells it
    place: str  # the path as the user can find it, for messages
    path: Path | None = None
    data: bytes | None = None
    kind: str = ""  # the format's suffix, where it is told by something better than the name
    charset: str | None = None  # as told with the bytes
    url: str | None = None
    retrieved: date | None = None

    @property
    def suffixes(self) -> tuple[str, bool]:
        """The format's suffix in lower case, and whether the bytes are gzipped."""
        if self.kind:
            return self.kind, False
        path = PurePosixPath(self.name)
        gzipped = path.suffix.lower() == ".gz"
        return (PurePosixPath(path.stem) if gzipped else path).suffix.lower(), gzipped

    def raw(self) -> IO[bytes]:
        """The input bytes as they are stored."""
        return io.BytesIO(self.data or b"") if self.path is None else self.path.open("rb")

    def open(self) -> IO[bytes]:
        """The bytes with gzip undone."""
        if not self.suffixes[1]:
            return self.raw()
        # Given a path, gzip closes the file below it; given a file, it would leave it open.
        return cast(IO[bytes], gzip.open(self.path or io.BytesIO(self.data or b""), "rb"))


Reader = Callable[[Item, Settings], Iterable[Document | SourceError]]


def whole(item: Item, limit: int) -> tuple[bytes, bytes]:
    """The stored bytes and the same with gzip undone; more than `limit` bytes of either are refused."""
    with item.raw() as file:
        stored = file.read(limit + 1)
    content = stored
    if item.suffixes[1] and len(stored) <= limit:
        with gzip.open(io.BytesIO(stored), "rb") as file:
            content = file.read(limit + 1)
    if max(len(stored), len(content)) > limit:
        raise too_large(item.place, limit)
    return stored, content


@contextmanager
def within_patience(place: str) -> Iterator[None]:
    """Refuses a document that takes too long to read, so that the rest goes on."""
    try:
        with at_most(PATIENCE):
            yield
    except TookTooLong as problem:
        cure = "Save it anew with less in it, or convert it to text."
        raise SourceError(place, str(problem), "a document that is read in a second", cure) from problem


def too_large(place: str, limit: int) -> SourceError:
    """The refusal of a document above the limit."""
    cure = "Split it, or raise max_document_bytes in the settings."
    return SourceError(place, f"more than {limit:,} bytes", "a single document", cure)


def used_twice(identifier: str, place: str, first: str) -> SourceError:
    """The refusal of a document whose id is taken."""
    found = f"its id {identifier!r} is already that of {first}"
    return SourceError(place, found, "an id to be used once", "Give one of the two another id, or leave it out.")


def refusal_of(item: Item, problem: Exception) -> SourceError:
    """What went wrong below us, as the reason why the item gives no document."""
    what = getattr(problem, "strerror", None) or str(problem) or type(problem).__name__
    return SourceError(item.place, f"cannot be read: {what}", "a readable file", "Check the file and its permissions.")
