"""A build that is killed goes on where it was, to the same bytes."""

import os
import subprocess
import sys

import pytest

import rashomon
from rashomon.export.json import to_text

TOWNS = ("Port Velsk", "Orlinka", "Sarveno", "Zhavorsk", "Port Senna", "Ostrava Mills")

# One process loads the parser; each build is a fork of it. The alarm, left to its default, ends a process as kill -9
# does: at once, wherever it is, with nothing closed or cleaned up.
BUILDS = """
import os, random, signal, sys, time
import rashomon

source, out = sys.argv[1:]
for _ in range(2):  # the first loads the parser and the tables
    start = time.perf_counter()
    rashomon.build(source, workers=1)
whole, chance = time.perf_counter() - start, random.Random(9)
moments = [chance.uniform(0.02, 0.6) for _ in range(10)]  # of the time of a whole build; what is done is not done again
killed = 0
for kill in range(10):
    child = os.fork()
    if child == 0:
        signal.setitimer(signal.ITIMER_REAL, whole * moments[kill])
        rashomon.build(source, out, workers=1)
        os._exit(0)
    killed += os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGALRM
print(killed)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="builds are killed in forks here")
def test_a_build_killed_at_ten_moments_comes_to_the_same_bytes(tmp_path):
    reports = tmp_path / "reports"
    reports.mkdir()
    for number, town in enumerate(TOWNS):
        told = (
            f"Flood in {town}\n\n{number + 3} people were killed in {town} on Monday, Governor Ilona Verrin said.\n\n"
        )
        (reports / f"r{number}.txt").write_text(told * 6, encoding="utf-8")
    out = tmp_path / "a.rashomon"
    builds = subprocess.run([sys.executable, "-c", BUILDS, reports, out], capture_output=True, text=True, check=True)
    assert int(builds.stdout) >= 3
    finished = rashomon.build(reports, out, workers=1)
    assert to_text(finished) == to_text(rashomon.open(out)) == to_text(rashomon.build(reports, workers=1))
