"""Pages a second beside trafilatura alone, over the pages of RASHOMON_DATA/bench/article; see `make bench`."""

import gzip
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from trafilatura import bare_extraction

from rashomon.errors import SourceError
from rashomon.reading.html import page_of

PAGES = Path(os.environ.get("RASHOMON_DATA", "../shared")) / "bench" / "article" / "input"
EVERY = 5  # the pages are many, and alike in cost
ROUND = 20  # pages; the readers take turns, so that other work on the machine slows them alike


def main() -> int:
    """Print a line a reader: pages, seconds, pages a second."""
    files = sorted(PAGES.glob("*.html.gz"))[:: int(sys.argv[1]) if sys.argv[1:] else EVERY]
    if not files:
        print(f"{PAGES}: no pages here; set RASHOMON_DATA to the folder that has bench/article/")
        return 0
    readers: dict[str, Callable[[bytes], object]] = {
        "rashomon (text, title, outlet, authors, day)": _ours,
        "trafilatura (the same)": lambda page: bare_extraction(page, with_metadata=True),
        "trafilatura (text alone)": bare_extraction,
    }
    spent = dict.fromkeys(readers, 0.0)
    pages = [gzip.decompress(file.read_bytes()) for file in files]
    for at in range(0, len(pages), ROUND):
        for name, reader in readers.items():
            spent[name] += _seconds(reader, pages[at : at + ROUND])
    for name, seconds in spent.items():
        print(f"{name:46} {len(pages):5} pages {seconds:7.1f} s {len(pages) / seconds:7.1f} a second")
    return 0


def _ours(page: bytes) -> object:
    try:
        return page_of(page, "page")
    except SourceError as problem:
        return problem


def _seconds(reader: Callable[[bytes], object], pages: Sequence[bytes]) -> float:
    start = time.process_time()
    for page in pages:
        reader(page)
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
