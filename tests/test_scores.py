"""Accuracy may not fall: every case, and the first documents of every bench, against the floors of floors.json.

`python tests/test_scores.py` raises each floor to what is measured now; none is ever lowered by it.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

FLOORS = Path(__file__).with_name("floors.json")
DATA = Path(os.environ.get("RASHOMON_DATA", Path(__file__).parents[2] / "shared"))
RASHOMON = Path(sys.executable).with_name("rashomon")
SLACK = 0.02  # another processor sums in another order, and a sentence in a thousand is parsed otherwise

floors = json.loads(FLOORS.read_text(encoding="utf-8"))
needs_data = pytest.mark.skipif(
    not (DATA / "tools").is_dir(), reason=f"{DATA} has no cases and benches; set RASHOMON_DATA to the folder that has"
)


def run(*command):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout


def case_scores(name):
    """The scores of a case, from a build of its articles."""
    case = DATA / "cases" / name
    with tempfile.TemporaryDirectory() as scratch:
        dossier, exported = Path(scratch, "case.rashomon"), Path(scratch, "case.json")
        run(RASHOMON, "build", case / "articles", "--out", dossier, "--quiet")
        run(RASHOMON, "export", dossier, "--format", "json", "-o", exported)
        return flat(run(sys.executable, DATA / "tools" / "score_case.py", case, exported, "--json"))


def bench_scores(name, limit):
    """The scores of the first documents of a bench."""
    tool = DATA / "tools" / "bench.py"
    return flat(run(sys.executable, tool, name, "--rashomon", RASHOMON, "--json", "--limit", limit))


def flat(told):
    """{part.measure: value} of what a scorer prints; values that are not there, and times, are left out."""
    parts = json.loads(told)
    return {
        f"{part}.{measure}": value
        for part, values in parts.items()
        for measure, value in values.items()
        if part != "run" and value is not None
    }


def below(floors_of, scores):
    """The floors that are not reached."""
    return {name: (scores.get(name), floor) for name, floor in floors_of.items() if scores.get(name, 0) < floor - SLACK}


@needs_data
@pytest.mark.parametrize("name", floors["cases"])
def test_a_case_stays_above_its_floors(name):
    scores = case_scores(name)
    assert scores["spans_hold.bad_spans"] == 0
    assert below(floors["cases"][name], scores) == {}


@needs_data
@pytest.mark.parametrize("name", floors["benches"])
def test_a_bench_stays_above_its_floors(name):
    bench = floors["benches"][name]
    assert below(bench["floors"], bench_scores(name, bench["limit"])) == {}


def test_a_floor_that_is_not_reached_is_told():
    assert below({"times.value_recall": 0.9}, {"times.value_recall": 0.8}) == {"times.value_recall": (0.8, 0.9)}
    assert below({"times.value_recall": 0.9}, {}) == {"times.value_recall": (None, 0.9)}


def raised(floors_of, scores):
    """The floors, each as high as the score where that is higher."""
    return {name: max(floor, round(scores.get(name, 0), 3)) for name, floor in floors_of.items()}


if __name__ == "__main__":
    for name, known in floors["cases"].items():
        floors["cases"][name] = raised(known, case_scores(name))
    for name, bench in floors["benches"].items():
        bench["floors"] = raised(bench["floors"], bench_scores(name, bench["limit"]))
    FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
