"""Speed and scale: builds of the example, and of ever more reports made from it; see `make bench`."""

import json
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import rashomon
from rashomon.building import cores

EXAMPLE = Path(__file__).parents[1] / "examples"
SIZES = (50, 200)


def main() -> None:
    """Print a table: seconds, reports a second and bytes a report, with one process and with all cores."""
    print(f"{'reports':>8} {'workers':>8} {'seconds':>8} {'a second':>9} {'again':>7} {'open':>7} {'kB each':>8}")
    texts = [document.text for document in rashomon.build(EXAMPLE).documents]
    for size in map(int, sys.argv[1:] or SIZES):
        for workers in sorted({1, cores()}):
            _measure(texts, size, workers)


def _measure(texts: list[str], size: int, workers: int) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        crawl, out = Path(scratch, "crawl.jsonl"), Path(scratch, "crawl.rashomon")
        crawl.write_text("".join(_lines(texts, size)), encoding="utf-8")
        times = [time.perf_counter()]
        for _ in range(2):
            rashomon.build(crawl, out, workers=workers)
            times.append(time.perf_counter())
        rashomon.open(out)
        times.append(time.perf_counter())
        first, again, opened = (b - a for a, b in pairwise(times))
        each = out.stat().st_size / size / 1000
        print(
            f"{size:8} {workers:8} {first:8.1f} {size / first:9.1f} {again:7.1f} {opened:7.1f} {each:8.1f}", flush=True
        )


def _lines(texts: list[str], size: int) -> Iterator[str]:
    for number in range(size):
        yield json.dumps({"id": f"report-{number:06}", "text": _shifted(texts[number % len(texts)], number)}) + "\n"


def _shifted(text: str, number: int) -> str:
    """A report like it, of other days and counts."""
    return re.sub(r"\b\d{1,2}\b", lambda found: str((int(found[0]) * 7 + number) % 28 + 1), text)


if __name__ == "__main__":
    main()
