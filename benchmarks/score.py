"""Accuracy on every case and bench of RASHOMON_DATA, scored by its own tools; see `make score`."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

DATA = Path(os.environ.get("RASHOMON_DATA", "../shared"))
RASHOMON = Path(sys.executable).with_name("rashomon")


def main() -> int:
    """Print a table for each case and bench; the exit status tells whether all could be scored."""
    if not (DATA / "tools").is_dir():
        print(f"{DATA}: no cases or benches here; set RASHOMON_DATA to the folder that has cases/, bench/ and tools/")
        return 0
    cases = sorted(path for path in (DATA / "cases").iterdir() if (path / "gold.json").is_file())
    failed = [case.name for case in cases if not _score_case(case)]
    print("\n== benches", flush=True)
    bench = [sys.executable, DATA / "tools" / "bench.py", "all", "--rashomon", str(RASHOMON)]
    return 1 if subprocess.run(bench).returncode or failed else 0


def _score_case(case: Path) -> bool:
    print(f"\n== case {case.name}", flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        dossier, exported = Path(scratch, "case.rashomon"), Path(scratch, "case.json")
        steps = (
            [RASHOMON, "build", case / "articles", "--out", dossier, "--quiet"],
            [RASHOMON, "export", dossier, "--format", "json", "-o", exported],
            [sys.executable, DATA / "tools" / "score_case.py", case, exported],
        )
        return all(subprocess.run(step).returncode == 0 for step in steps)


if __name__ == "__main__":
    sys.exit(main())
