"""Reports and analyses as Parquet files between the machines."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest

import rashomon
from rashomon.between import PART, in_parts
from rashomon.engine import Failure, InProcess
from rashomon.engine.cluster import Cluster
from rashomon.errors import MissingExtra, MisuseError
from rashomon.export.json import to_text
from rashomon.records import Analysis, Document
from rashomon.store import Kept, Read, packed

parquet = pytest.importorskip("pyarrow.parquet", reason="the cluster extra is not installed")
on_ray = [pytest.mark.filterwarnings("ignore"), pytest.mark.xdist_group("ray")]  # the warnings are of Ray's own code

MAKER = "1.0 ab"
DOCUMENTS = [Document(f"d{n:02}", f"{n}.txt", "00", f"{n} died at Velsk Point – naïve 一.") for n in range(PART + 3)]


@dataclass(frozen=True)
class Here:
    """All parts are made in this process."""

    between: Path

    def map(self, work: Callable, items: Iterable) -> Iterator:
        return InProcess().map(work, items)


def work(document: Document, maker: str = MAKER) -> Kept:
    return packed(Read(document, maker), Analysis(document))


def refuse_three(document: Document) -> Kept:
    if document.id == "d03":
        raise ValueError("not this one")
    return work(document)


def die_for_three(document: Document) -> Kept:
    if document.id == "d03":
        os.kill(os.getpid(), signal.SIGKILL)
    return work(document)


def never(document: Document) -> Kept:
    raise AssertionError(f"{document.id} is made again")


def answers(engine, work, documents=DOCUMENTS, maker=MAKER):
    pairs = [pair for part in in_parts(engine, work, documents, maker) for pair in part]
    assert [document for document, _ in pairs] == list(documents)
    return [answer for _, answer in pairs]


def parts(folder: Path) -> list[Path]:
    return sorted((folder / "analyses").iterdir())


def states(folder: Path) -> dict[Path, tuple[int, int]]:
    """Another file under the same name has another state."""
    return {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in parts(folder)}


WHOLE = [work(document) for document in DOCUMENTS]


def test_answers_come_whole_in_order_and_only_analyses_stay(tmp_path) -> None:
    assert answers(Here(tmp_path), work) == WHOLE
    assert len(parts(tmp_path)) == 2
    assert not list((tmp_path / "reports").iterdir())


def test_parts_that_are_there_are_not_made_again(tmp_path) -> None:
    answers(Here(tmp_path), work)
    before = states(tmp_path)
    assert answers(Here(tmp_path), never) == WHOLE
    assert states(tmp_path) == before


def test_of_another_text_the_part_is_made_anew(tmp_path) -> None:
    answers(Here(tmp_path), work)
    changed = replace(DOCUMENTS[0], text="Nobody died.")
    assert answers(Here(tmp_path), work, [changed, *DOCUMENTS[1:]]) == [work(changed), *WHOLE[1:]]
    assert len(parts(tmp_path)) == 3


def test_of_another_maker_all_parts_are_made_anew(tmp_path) -> None:
    answers(Here(tmp_path), work)
    newer = [work(document, "2.0 ab") for document in DOCUMENTS]
    assert answers(Here(tmp_path), partial(work, maker="2.0 ab"), maker="2.0 ab") == newer
    assert len(parts(tmp_path)) == 4


DAMAGES = {
    "empty": lambda path: path.write_bytes(b""),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:-20]),
    "no Parquet": lambda path: path.write_text("PAR1" * 100),
    "a byte of a page": lambda path: path.write_bytes(path.read_bytes()[:60] + b"\xff\x00" + path.read_bytes()[62:]),
    "of other reports": lambda path: shutil.copy(min(set(parts(path.parents[1])) - {path}), path),
    "columns missing": lambda path: parquet.write_table(parquet.read_table(path, columns=["document", "read"]), path),
    "no rows": lambda path: parquet.write_table(parquet.read_table(path).slice(0, 0), path),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_part_is_made_anew(tmp_path, damage) -> None:
    answers(Here(tmp_path), work)
    sound = {path: path.read_bytes() for path in parts(tmp_path)}
    for path in parts(tmp_path):
        DAMAGES[damage](path)
    assert answers(Here(tmp_path), work) == WHOLE
    assert {path: path.read_bytes() for path in parts(tmp_path)} == sound


def test_a_part_that_is_damaged_on_the_way_is_made_anew_report_by_report(tmp_path) -> None:
    class Spoiling(Here):
        def map(self, work, items):
            for item in items:
                yield work(item)
                if len(items_of(path := self.between / "analyses" / f"{item}.parquet")) > 1:
                    path.write_bytes(b"")

    assert answers(Spoiling(tmp_path), work) == WHOLE


def items_of(path: Path) -> list[str]:
    return parquet.read_table(path)["document"].to_pylist()


def test_a_report_that_fails_is_told_costs_no_other_and_is_tried_again(tmp_path) -> None:
    told = answers(Here(tmp_path), refuse_three)
    assert told == [*WHOLE[:3], Failure("ValueError: not this one"), *WHOLE[4:]]
    assert answers(Here(tmp_path), work) == WHOLE


def test_others_read_the_columns(tmp_path) -> None:
    answers(Here(tmp_path), refuse_three, DOCUMENTS[:4])
    rows = parquet.read_table(parts(tmp_path)[0]).to_pylist()
    assert [row["document"] for row in rows] == ["d00", "d01", "d02", "d03"]
    assert {row["made_by"] for row in rows} == {MAKER}
    assert json.loads(rows[3]["read"])["text"] == DOCUMENTS[3].text
    assert [json.loads(row["analysis"])["document"]["id"] for row in rows[:3]] == ["d00", "d01", "d02"]
    assert [row["failure"] for row in rows] == [None, None, None, "ValueError: not this one"]
    assert (rows[3]["found"], rows[3]["analysis"]) == (None, None)


def test_a_folder_that_is_not_there_or_none_is_told(tmp_path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "nowhere", tmp_path / "file"):
        with pytest.raises(MisuseError, match="expected a folder that is there, that all machines see and may write"):
            answers(Here(folder), work)


def test_a_folder_that_a_worker_does_not_see_is_told_and_ends_the_build(tmp_path) -> None:
    class Elsewhere(Here):
        def map(self, work, items):
            for item in items:
                shutil.rmtree(self.between)
                yield work(item)

    with pytest.raises(MisuseError, match=r"No such file or directory.*expected a folder that every worker may read"):
        answers(Elsewhere(tmp_path), work)


def test_that_the_extra_is_missing_is_told(tmp_path, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "pyarrow.parquet")
    with pytest.raises(MissingExtra, match=r"pip install 'rashomon\[cluster\]'"):
        answers(Here(tmp_path), work)


class TestOnRay:
    """Two real worker processes."""

    pytestmark = on_ray

    @pytest.fixture(scope="class")
    def crawl(self, tmp_path_factory) -> Path:
        """Reports enough for three parts."""
        file = tmp_path_factory.mktemp("crawl") / "crawl.jsonl"
        towns = ("Velsk Point", "Orlinka", "Sarveno", "Zhavorsk", "Port Senna")
        texts = [f"{n + 2} people were killed in {towns[n % 5]} on Monday, Ilona Verrin said." for n in range(80)]
        file.write_text("".join(json.dumps({"id": f"r{n:02}", "text": text}) + "\n" for n, text in enumerate(texts)))
        return file

    @pytest.fixture(scope="class")
    def whole(self, crawl) -> str:
        return to_text(rashomon.build(crawl, workers=1))

    def test_a_report_that_kills_its_workers_is_told_and_the_rest_is_done(self, local_ray, tmp_path) -> None:
        told = answers(Cluster(between=tmp_path), die_for_three, DOCUMENTS[:6])
        assert told[:3] + told[4:] == WHOLE[:3] + WHOLE[4:6]
        assert "every worker it was given to was lost" in told[3].why

    @pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="worker processes are found in /proc here")
    def test_a_killed_driver_goes_on_with_the_parts_that_are_there_and_a_killed_worker_costs_nothing(
        self, local_ray, crawl, whole, tmp_path
    ) -> None:
        folder, out = tmp_path / "between", tmp_path / "a.rashomon"
        folder.mkdir()
        address = local_ray.get_runtime_context().gcs_address
        child = subprocess.run([sys.executable, "-c", DRIVER, crawl, out, address, folder], stderr=subprocess.PIPE)
        assert child.returncode == -signal.SIGKILL, child.stderr.decode()
        assert not out.exists()
        wait_for_none_at_work()  # or a worker that outlives its driver writes one more part
        for path in sorted(parts(folder), key=items_of)[2:]:
            path.unlink()  # some work is to be left: not the first part, which the killed driver had taken in
        before = states(folder)
        assert len(before) == 2
        with ThreadPoolExecutor(1) as thread:
            killed = thread.submit(kill_a_worker)
            dossier = rashomon.build(crawl, out, engine=Cluster(between=folder))
        assert killed.result()
        assert to_text(dossier) == whole
        after = states(folder)
        assert len(after) == 3
        assert {path: after[path] for path in before} == before
        assert not list((folder / "reports").iterdir())


# Ends as kill -9 ends it, with one part taken into the dossier and another one there.
DRIVER = """
import os, signal, sys, time
from pathlib import Path
import rashomon
from rashomon.engine.cluster import Cluster

source, out, address, folder = sys.argv[1:]

def die(step):
    if step.doing == "analysing" and step.done:
        while len(list(Path(folder).glob("analyses/*.parquet"))) < 2:
            time.sleep(0.05)
        os.kill(os.getpid(), signal.SIGKILL)

rashomon.build(source, out, engine=Cluster(address, between=Path(folder)), progress=die)
"""


def wait_for_none_at_work() -> None:
    """Ray ends the workers of a driver that has died, in its own time."""
    until = time.monotonic() + 60
    while any(workers_of(os.getpid())) and time.monotonic() < until:
        time.sleep(0.05)


def kill_a_worker() -> int:
    """The first one that is at work; 0 where there is none in a minute."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        for worker in workers_of(os.getpid()):
            os.kill(worker, signal.SIGKILL)
            return worker
        time.sleep(0.01)
    return 0


def workers_of(driver: int) -> Iterator[int]:
    """The processes of the driver's own Ray that are at work."""
    for path in sorted(Path("/proc").glob("[0-9]*")):
        with suppress(OSError):  # it has ended
            if parent_of(parent_of(int(path.name))) == driver and b"ray::_answers" in (path / "cmdline").read_bytes():
                yield int(path.name)


def parent_of(process: int) -> int:
    return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
