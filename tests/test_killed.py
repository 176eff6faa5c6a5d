"""A build that is killed goes on where it was, to the same bytes."""

import os
import subprocess
import sys

import pytest

TOWNS = ("Port Velsk", "Orlinka", "Sarveno", "Zhavorsk", "Port Senna", "Ostrava Mills")

# One process loads the parser; each build that is killed is a fork of it, and kills itself as kill -9 does: at once,
# with nothing closed or cleaned up. When, is told by the calls it has made so far and not by a clock, so that the ten
# moments lie all along the build, however busy the machine is.
BUILDS = """
import os, shutil, signal, sys
import rashomon
from pathlib import Path
from rashomon.export.json import to_text

source, folder, first = sys.argv[1:]
half = folder + "/half"
before = to_text(rashomon.build(Path(source).glob(first), half, workers=1)) if first else None
whole = to_text(rashomon.build(source, workers=1))

def fork(out, calls, told):
    if before:
        shutil.copy(half, out)
    child = os.fork()
    if child == 0:
        made = 0
        def count(frame, event, argument):
            nonlocal made
            made += 1
            if made == calls:
                os.kill(os.getpid(), signal.SIGKILL)
        sys.setprofile(count)
        rashomon.build(source, out, workers=1)
        sys.setprofile(None)
        os.write(told, str(made).encode())
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

read, write = os.pipe()
assert fork(folder + "/undisturbed", 0, write) == 0
calls = int(os.read(read, 100))
for moment in range(10):
    out = f"{folder}/{moment}.rashomon"
    killed = fork(out, calls * (2 * moment + 1) // 20, write) == -signal.SIGKILL
    there = to_text(rashomon.open(out)) if Path(out).exists() else None
    gone_on = to_text(rashomon.build(source, out, workers=1))
    print(killed, there in (before, whole), gone_on == whole == to_text(rashomon.open(out)))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="builds are killed in forks here")
@pytest.mark.parametrize("first", ["", "r[02345].txt"])  # what is in the dossier before
def test_a_build_killed_at_ten_moments_comes_to_the_same_bytes(first, tmp_path):
    reports = tmp_path / "reports"
    reports.mkdir()
    for number, town in enumerate(TOWNS):
        told = (
            f"Flood in {town}\n\n{number + 3} people were killed in {town} on Monday, Governor Ilona Verrin said.\n\n"
        )
        (reports / f"r{number}.txt").write_text(told * 2, encoding="utf-8")
    builds = subprocess.run([sys.executable, "-c", BUILDS, reports, tmp_path, first], capture_output=True, text=True)
    assert not builds.returncode, builds.stderr
    # Killed; in its place what was there before or, at the very end, all of it; gone on with to the same bytes.
    assert builds.stdout.splitlines() == ["True True True"] * 10
