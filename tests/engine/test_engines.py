"""One contract, every engine."""

import math
import operator
from itertools import islice

import pytest

from rashomon.engine import Failure, InProcess, Processes
from rashomon.engine.cluster import Cluster

ENGINES = {
    "in-process": InProcess(),
    "one-worker": Processes(1),
    "three-workers": Processes(3),
    "cluster": Cluster(),
}
ON_RAY = [pytest.mark.filterwarnings("ignore"), pytest.mark.xdist_group("ray")]  # the warnings are of Ray's own code
NAMES = [pytest.param(name, marks=ON_RAY if name == "cluster" else ()) for name in ENGINES]
every_engine = pytest.mark.parametrize("engine", NAMES, indirect=True)


@pytest.fixture
def engine(request):
    if request.param == "cluster":
        request.getfixturevalue("local_ray")
    return ENGINES[request.param]


@every_engine
def test_every_engine_gives_the_same_answers_in_the_same_order(engine):
    assert list(engine.map(operator.neg, range(40))) == [-n for n in range(40)]


@every_engine
def test_an_item_that_fails_costs_no_other(engine):
    answers = list(engine.map(math.sqrt, [1, -1, 4]))
    assert answers == [1.0, Failure("ValueError: math domain error"), 2.0]


@every_engine
def test_no_items_give_no_answers(engine):
    assert list(engine.map(operator.neg, [])) == []


@every_engine
def test_items_are_taken_as_they_are_needed(engine):
    taken = []

    def items():
        for n in range(1000):
            taken.append(n)
            yield n

    answers = engine.map(operator.neg, items())
    assert list(islice(answers, 2)) == [0, -1]
    answers.close()
    assert len(taken) < 200


@every_engine
def test_a_text_with_any_characters_comes_back_whole(engine):
    texts = ["", "naïve — 一", "\x00\u2028", "é" * 200_000]
    assert list(engine.map(str.swapcase, texts)) == [text.swapcase() for text in texts]


def test_a_worker_that_dies_is_told_and_replaced():
    items = ["1", "__import__('os')._exit(3)", "2", "__import__('os').kill(__import__('os').getpid(), 9)", "3"]
    answers = list(Processes(2).map(eval, items))
    assert answers[0::2] == [1, 2, 3]
    assert "exit status 3" in answers[1].why
    assert "SIGKILL" in answers[3].why


def test_a_worker_that_stalls_is_ended_and_told():
    answers = list(Processes(2, patience=1.5).map(eval, ["1", "__import__('time').sleep(600)", "2"]))
    assert answers == [1, Failure("it took more than 1.5 seconds"), 2]


def test_an_answer_that_cannot_travel_is_a_failure():
    first, second = Processes(1).map(eval, ["lambda: 1", "2"])
    assert isinstance(first, Failure)
    assert second == 2


def test_what_a_worker_prints_does_not_run_into_its_answers(capfd):
    assert list(Processes(1).map(eval, ["print('noise')", "2"])) == [None, 2]
    assert capfd.readouterr().err == "noise\n"


def test_what_cannot_be_sent_to_a_worker_is_a_failure():
    first, second = Processes(1).map(str, [lambda: 1, 2])
    assert isinstance(first, Failure)
    assert second == "2"
