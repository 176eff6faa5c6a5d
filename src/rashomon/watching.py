"""Keeping a dossier up to date: its sources are looked at again and again, and what is new is added."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from .building import DEFAULTS, Progress, update
from .settings import Settings

EVERY_SECONDS = 60.0

Seen = frozenset[tuple[str, int, int]]  # path, size, and time of the last change in nanoseconds


def watch(
    sources: Sequence[str],
    out: Path,
    *,
    settings: Settings = DEFAULTS,
    progress: Progress | None = None,
    pause: Callable[[], object] = lambda: time.sleep(EVERY_SECONDS),
) -> Iterator[Mapping[str, int]]:
    """How much is in the dossier (`Store.sizes`), each time that something has been added to it; never ends by itself.

    A folder whose files are as they were is not read again.
    """
    before: Seen | None = None
    asked = any("://" in source for source in sources)  # only asking tells whether a web address has news
    while True:
        seen = _seen(sources)
        if seen != before or asked:
            yield update(sources, out, settings=settings, progress=progress)
            before = seen
        pause()


def _seen(sources: Sequence[str]) -> Seen:
    """The state of all files of the sources."""
    return frozenset(_states(sources))


def _states(sources: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    for source in sources:
        path = Path(source)
        for file in path.rglob("*") if path.is_dir() else (path,):
            try:
                state = file.stat()
            except OSError:  # gone meanwhile, or a glob or URL, which `build` looks at
                continue
            yield str(file), state.st_size, state.st_mtime_ns
