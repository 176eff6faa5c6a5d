"""Work that does not end is ended."""

import re
import threading
import time
from contextlib import suppress

import pytest

from rashomon.engine import Failure, InProcess
from rashomon.engine.patience import TookTooLong, at_most


def spin(seconds: float) -> str:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass
    return "done"


def spin_deaf(seconds: float) -> str:
    """Work that takes every fault for its own."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        with suppress(Exception):
            spin(0.01)
    return "done"


@pytest.mark.parametrize("work", [spin, spin_deaf])
def test_work_that_takes_too_long_is_ended_and_the_rest_goes_on(work) -> None:
    late, done = InProcess(patience=0.1).map(work, [30.0, 0.0])
    assert isinstance(late, Failure)
    assert late.why == "it took more than 0.1 seconds of the processor"
    assert done == "done"


def test_a_search_that_goes_astray_is_ended() -> None:
    with pytest.raises(TookTooLong), at_most(0.1):
        re.match(r"(a+)+$", "a" * 40 + "b")


def test_after_work_in_time_nothing_rings() -> None:
    with at_most(0.05):
        pass
    assert spin(0.2) == "done"


def test_a_timeout_of_the_work_itself_keeps_its_words() -> None:
    def work(item: int) -> None:
        raise TimeoutError("the other side is silent")

    assert list(InProcess().map(work, [1])) == [Failure("TimeoutError: the other side is silent")]


def test_in_a_thread_there_is_no_limit() -> None:
    found: list[object] = []
    thread = threading.Thread(target=lambda: found.extend(InProcess(patience=0.01).map(spin, [0.1])))
    thread.start()
    thread.join()
    assert found == ["done"]
