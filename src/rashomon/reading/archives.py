"""Archives as if they were folders: their members one by one, within limits that hold."""

import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO

from ..errors import SourceError
from .items import Item

SUFFIXES = (".zip", ".wacz", ".tar", ".tar.gz", ".tgz")
MEMBERS = 100_000
MEMBER_BYTES = 200_000_000
RATIO = 300  # of a member's bytes to its packed bytes; text is packed to a tenth, seldom to a fiftieth
RATIO_FROM = 1_000_000  # bytes; below this a member harms nobody
DEPTH = 3  # an archive within an archive within an archive


@dataclass(frozen=True, slots=True)
class _Member:
    name: str
    size: int
    packed: int
    file: IO[bytes]


def is_archive(name: str) -> bool:
    """Whether the file name is that of an archive."""
    return name.lower().endswith(SUFFIXES)


def unpacked(item: Item, depth: int = 1) -> Iterator[Item | SourceError]:
    """The files in the archive, each with its path below the archive's; archives in it are opened too."""
    try:
        for member in _members(item):
            yield from _opened(item, member, depth)
    except SourceError as problem:
        yield problem
    except (zipfile.BadZipFile, tarfile.TarError, OSError, EOFError, RuntimeError, ValueError, zlib.error) as problem:
        found = f"cannot be unpacked: {problem or type(problem).__name__}"
        yield SourceError(item.place, found, "a whole archive without a password", "Unpack it and give the folder.")


def _opened(archive: Item, member: _Member, depth: int) -> Iterator[Item | SourceError]:
    place = f"{archive.place}/{member.name}"
    if problem := _refusal(member):
        yield SourceError(place, problem, "a file as others are", "Unpack the archive by hand if you trust it.")
        return
    content = member.file.read(MEMBER_BYTES + 1)
    if len(content) > MEMBER_BYTES:
        yield SourceError(place, f"more than {MEMBER_BYTES:,} bytes", "a smaller file", "Unpack the archive by hand.")
        return
    item = Item(member.name if depth == 1 else f"{archive.name}/{member.name}", place, data=content)
    if not is_archive(member.name):
        yield item
    elif depth < DEPTH:
        yield from unpacked(item, depth + 1)
    else:
        yield SourceError(place, f"an archive {DEPTH} archives deep", "fewer levels", "Unpack the outer ones by hand.")


def _refusal(member: _Member) -> str | None:
    path = PurePosixPath(member.name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or "\0" in member.name:
        return "a path that leads out of the archive"
    if member.size > RATIO_FROM and member.size > RATIO * max(1, member.packed):
        return f"unpacks to more than {RATIO} times its size"
    return None


def _members(item: Item) -> Iterator[_Member]:
    data = io.BytesIO(item.data) if item.path is None and item.data is not None else None
    if item.name.lower().endswith((".zip", ".wacz")):
        yield from _zipped(item, data)
    else:
        yield from _tarred(item, data)


def _zipped(item: Item, data: IO[bytes] | None) -> Iterator[_Member]:
    with zipfile.ZipFile(data or str(item.path)) as archive:
        # A web crawl in a zip holds its records below archive/, beside lists of pages that are no documents.
        below = "archive/" if item.name.lower().endswith(".wacz") else ""
        files = [info for info in archive.infolist() if not info.is_dir() and info.filename.startswith(below)]
        files.sort(key=lambda info: info.filename)
        _check_count(item, len(files))
        for info in files:
            with archive.open(info) as file:
                yield _Member(info.filename, info.file_size, info.compress_size, file)


def _tarred(item: Item, data: IO[bytes] | None) -> Iterator[_Member]:
    # A packed tar is read from its start for each member out of order, so its own order is kept.
    with tarfile.open(None if data else str(item.path), "r:*", data) as archive:
        for count, info in enumerate(archive, 1):
            _check_count(item, count)
            file = archive.extractfile(info) if info.isfile() else None
            if file is not None:
                yield _Member(info.name.removeprefix("./"), info.size, info.size, file)


def _check_count(item: Item, count: int) -> None:
    if count > MEMBERS:
        raise SourceError(item.place, f"more than {MEMBERS:,} members", "a smaller archive", "Unpack it by hand.")
