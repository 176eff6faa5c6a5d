"""The reading room under load: readers and reviewers at once, on loopback; prints what results.md keeps.

python benchmarks/room.py [--readers 50] [--reviewers 2] [--seconds 60] [SOURCE]
"""

import argparse
import http.client
import json
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import rashomon
from rashomon.store import reading

PAGES = ("/", "/contested", "/figures", "/timeline", "/voices", "/names", "/words", "/origins", "/articles", "/unknown")
THINKING_SECONDS = 1.0  # between two pages of one reader, and two reviews of one reviewer
EXAMPLE = Path(__file__).parents[1] / "examples" / "orlinka-mine"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", nargs="?", default=str(EXAMPLE))
    for name, number in (("readers", 50), ("reviewers", 2), ("seconds", 60)):
        parser.add_argument(f"--{name}", type=int, default=number)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "room.rashomon"
        dossier = rashomon.build(asked.source, path)
        command = [sys.executable, "-c", "from rashomon.cli import main; main()", "serve", str(path), "--port", "0"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
            assert server.stdout
            port = int(server.stdout.readline().split(" (")[0].rstrip("/").rsplit(":", 1)[1])
            times, written, failed = load(port, asked, dossier.figures[0].id)
            server.terminate()
        with reading(path) as store:
            kept = len(store.reviews())
    times.sort()
    p50, p95 = (1000 * times[int(len(times) * part)] for part in (0.5, 0.95))
    print(f"{asked.readers} readers, {asked.reviewers} reviewers, {asked.seconds} s, {len(dossier.documents)} reports:")
    print(f"{len(times)} pages, median {p50:.0f} ms, p95 {p95:.0f} ms, {failed} failed; ", end="")
    print(f"{written} reviews written, {kept} kept, {written - kept} lost")


def load(port: int, asked: argparse.Namespace, subject: str) -> tuple[list[float], int, int]:
    """Seconds of each page, reviews that were answered with 201, answers that were neither."""
    times: list[float] = []
    reviewed: list[int] = []
    failed: list[int] = []
    end = time.monotonic() + asked.seconds

    def read(number: int) -> None:
        while time.monotonic() < end:
            start = time.monotonic()
            status = ask(port, "GET", PAGES[(number + len(times)) % len(PAGES)])
            times.append(time.monotonic() - start)
            failed.extend([status] if status != 200 else [])
            time.sleep(THINKING_SECONDS)

    def review(number: int) -> None:
        while time.monotonic() < end:
            told = {"subject": subject, "opinion": "note", "by": f"reviewer {number}", "why": str(time.monotonic_ns())}
            status = ask(port, "POST", "/api/v1/reviews", json.dumps(told))
            (reviewed if status == 201 else failed).append(status)
            time.sleep(THINKING_SECONDS)

    people = [threading.Thread(target=read, args=(number,)) for number in range(asked.readers)]
    people += [threading.Thread(target=review, args=(number,)) for number in range(asked.reviewers)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    return times, len(reviewed), len(failed)


def ask(port: int, method: str, address: str, body: str | None = None) -> int:
    """The status of the answer, once it is read."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request(method, address, body, {"content-type": "application/json"} if body else {})
        answer = connection.getresponse()
        answer.read()
        return answer.status
    except OSError:
        return 0
    finally:
        connection.close()


if __name__ == "__main__":
    main()
