"""A real Ray on this machine, with several worker processes."""

import math
import operator
import os
import signal
import time
from pathlib import Path

import pytest

import rashomon
from rashomon.engine import Failure
from rashomon.engine.cluster import Cluster
from rashomon.errors import MisuseError
from rashomon.export.json import to_text

# The warnings are of Ray's own code.
pytestmark = [pytest.mark.filterwarnings("ignore"), pytest.mark.xdist_group("ray")]


@pytest.fixture
def engine(local_ray):
    return Cluster()


def slowly(item: tuple[int, str]) -> tuple[int, int]:
    """The number, and the process that gave it; told to the folder while it works."""
    number, folder = item
    (Path(folder) / str(os.getpid())).touch()
    time.sleep(0.05)
    return number, os.getpid()


def die_for_five(number: int) -> int:
    if number == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_answers_come_in_the_order_of_the_items(engine):
    assert list(engine.map(operator.neg, range(100))) == [-n for n in range(100)]


def test_an_item_that_fails_costs_no_other(engine):
    assert list(engine.map(math.sqrt, [1, -1, 4])) == [1.0, Failure("ValueError: math domain error"), 2.0]


def test_a_killed_worker_costs_nothing(engine, tmp_path):
    answers = engine.map(slowly, [(number, str(tmp_path)) for number in range(200)])
    first = [next(answers)]
    victim = next(pid for pid in sorted(int(path.name) for path in tmp_path.iterdir()) if pid != os.getpid())
    os.kill(victim, signal.SIGKILL)
    told = first + list(answers)
    assert [number for number, _ in told] == list(range(200))
    assert {pid for _, pid in told} - {victim}


def test_an_item_that_kills_its_worker_is_told_and_the_rest_is_done(engine):
    answers = list(engine.map(die_for_five, range(9)))
    assert [n for n in answers if not isinstance(n, Failure)] == [n for n in range(9) if n != 5]
    assert "every worker it was given to was lost" in answers[5].why


def test_a_dossier_made_on_a_cluster_is_the_same(engine, reports):
    assert to_text(rashomon.build(reports, engine=engine)) == to_text(rashomon.build(reports, workers=1))


def test_an_address_without_a_cluster_is_told(local_ray, monkeypatch):
    monkeypatch.setattr(local_ray, "is_initialized", lambda: False)
    with pytest.raises(MisuseError, match="no Ray cluster answers there"):
        list(Cluster("127.0.0.1:1").map(operator.neg, [1]))
