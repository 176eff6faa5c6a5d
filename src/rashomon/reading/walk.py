"""From sources to files: folders in sorted order, globs, web addresses, standard input."""

import logging
import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from ..errors import SourceError
from ..settings import Settings
from .addresses import is_address
from .archives import is_archive, unpacked
from .fetching import Fetcher
from .formats import is_readable
from .items import Item

log = logging.getLogger(__name__)
_WILD = "*?["
PIPED_BYTES = 200_000_000  # of standard input; what comes after is not asked for
_STARTS = {
    ".jsonl": re.compile(rb"\s*\{"),
    ".html": re.compile(rb"\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE),
    ".pdf": re.compile(rb"%PDF-"),
}


def walk(sources: Iterable[str | Path], settings: Settings) -> Iterator[Item | SourceError]:
    """The files of all sources, each once, in an order that does not depend on the order of `sources`."""
    seen: set[str] = set()
    fetcher = Fetcher(settings)
    for source in sorted({str(source) for source in sources}):
        for item in _items(source, fetcher):
            real = "" if isinstance(item, SourceError) or item.path is None else os.path.realpath(item.path)
            if real in seen:
                continue
            seen |= {real} - {""}
            if isinstance(item, Item) and is_archive(item.name):
                yield from _readable(unpacked(item))
            else:
                yield item


def _readable(items: Iterable[Item | SourceError]) -> Iterator[Item | SourceError]:
    for item in items:
        if isinstance(item, SourceError) or is_readable(item):
            yield item
        else:
            log.info("%s: left out, its format is not known", item.place)


def _items(source: str, fetcher: Fetcher) -> Iterator[Item | SourceError]:
    path = Path(source)
    if source == "-":
        yield _standard_input(sys.stdin.buffer)
    elif is_address(source):
        try:
            yield fetcher.fetch(source)
        except SourceError as problem:
            yield problem
    elif path.is_dir():
        yield from _in_folder(path, path)
    elif path.exists() or path.is_symlink():
        yield Item(path.name, source, path)
    elif any(c in source for c in _WILD):
        yield from _in_glob(source)
    else:
        yield SourceError(source, "not there", "a file, a folder, a glob or an address", "Check the spelling.")


def _standard_input(stream: IO[bytes]) -> Item:
    """What is piped in: a page or documents a line where it begins as such, else text."""
    data = stream.read(PIPED_BYTES)
    kind = next((kind for kind, start in _STARTS.items() if start.match(data)), ".txt")
    return Item(f"standard input{kind}", "-", data=data)


def _in_glob(pattern: str) -> Iterator[Item | SourceError]:
    parts = Path(pattern).parts
    fixed = next(n for n, part in enumerate(parts) if any(c in part for c in _WILD))
    base = Path(*parts[:fixed])
    matches = sorted(base.glob(str(Path(*parts[fixed:]))))
    for path in matches:
        if path.is_dir():
            yield from _in_folder(path, base)
        else:
            yield Item(path.relative_to(base).as_posix(), str(path), path)
    if not matches:
        yield SourceError(
            pattern, "no file matches", "a pattern that matches files", "Check the pattern, and quote it."
        )


def _in_folder(folder: Path, base: Path) -> Iterator[Item | SourceError]:
    empty = True
    for path in _files(folder, frozenset()):
        if isinstance(path, SourceError):
            yield path
        elif is_readable(item := Item(path.relative_to(base).as_posix(), str(path), path)) or is_archive(path.name):
            yield item
        else:
            log.info("%s: left out, its format is not known", path)
            continue
        empty = False
    if empty and folder == base:
        yield SourceError(str(folder), "no file of a known format", "texts or pages", "See the table of formats.")


def _files(folder: Path, above: frozenset[str]) -> Iterator[Path | SourceError]:
    """Files below a folder in sorted order; a link to a folder above is a loop and is not followed."""
    real = os.path.realpath(folder)
    if real in above:
        return
    try:
        entries = sorted(folder.iterdir())
    except OSError as problem:
        yield SourceError(
            str(folder), f"cannot be opened: {problem.strerror}", "a readable folder", "Check its permissions."
        )
        return
    for path in entries:
        if path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _files(path, above | {real})
        else:
            yield path
