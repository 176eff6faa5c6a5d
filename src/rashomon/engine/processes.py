"""Work in several processes of this machine, each a Python of its own that is fed through its pipes."""

# Not `multiprocessing`: a forked worker inherits locks held by the caller's threads, a spawned one runs the caller's
# script again, and `concurrent.futures` cannot tell which item killed a worker, nor end one that stalls.

import pickle
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from queue import Empty, SimpleQueue
from threading import Timer
from typing import Any, TypeVar  # Any: what travels through a pipe is whatever was sent

from .engines import PATIENCE_SECONDS, Failure, attempt

T = TypeVar("T")
R = TypeVar("R")

# Items handed out ahead of the one waited for, a worker: enough to keep all busy behind one slow item.
AHEAD = 8
# -P: a module of the user's in the current folder must not stand in for one of ours.
_COMMAND = (sys.executable, "-P", "-c", "from rashomon.engine.worker import serve; serve()")


@dataclass(frozen=True, slots=True)
class Processes:
    """So many worker processes; work and items must be picklable, and the work importable by its name."""

    between = None
    workers: int
    patience: float = PATIENCE_SECONDS  # seconds one item may take

    def map(self, work: Callable[[T], R], items: Iterable[T]) -> Iterator[R | Failure]:
        crew = _Crew(work, self.patience)
        try:
            with ThreadPoolExecutor(self.workers) as threads:
                try:
                    yield from _in_order(lambda item: threads.submit(crew.do, item), items, AHEAD * self.workers)
                finally:
                    threads.shutdown(wait=False, cancel_futures=True)
                    crew.dismiss()  # threads that wait for an answer end with their workers
        finally:
            crew.dismiss()  # a worker that was hired meanwhile


def _in_order(submit: Callable[[T], "Future[R | Failure]"], items: Iterable[T], ahead: int) -> Iterator[R | Failure]:
    """Answers in the order of the items, with some items in work ahead of the one waited for."""
    waiting = iter(items)
    running = deque(submit(item) for item in islice(waiting, ahead))
    while running:
        yield running.popleft().result()
        running.extend(submit(item) for item in islice(waiting, 1))


@dataclass(slots=True)
class _Crew:
    """The worker processes of one `map`; one that died is replaced when the next item needs it."""

    work: Callable[[Any], Any]
    patience: float
    idle: "SimpleQueue[_Worker]" = field(default_factory=SimpleQueue)
    everyone: "list[_Worker]" = field(default_factory=list)

    def do(self, item: Any) -> Any:
        try:
            worker = self.idle.get_nowait()
        except Empty:
            worker = self._hire()
        answer = worker.do(item, self.patience)
        if worker.alive:
            self.idle.put(worker)
        return answer

    def dismiss(self) -> None:
        for worker in self.everyone:
            worker.end()

    def _hire(self) -> "_Worker":
        worker = _Worker(self.work)
        self.everyone.append(worker)
        return worker


class _Worker:
    """One process and what is known of it."""

    def __init__(self, work: Callable[[Any], Any]) -> None:
        self._process = subprocess.Popen(_COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._late = False
        self.alive = True
        with suppress(OSError):  # a worker that died at once is told with its first item
            self._send(_packed(sys.path))
            self._send(_packed(work))

    def do(self, item: Any, patience: float) -> Any:
        """The worker's answer, or how the worker ended."""
        question = attempt(_packed, item)
        if isinstance(question, Failure):
            return question
        timer = Timer(patience, self._run_out)
        timer.start()
        try:
            self._send(question)
            return pickle.load(self._process.stdout)  # type: ignore[arg-type]
        except (OSError, EOFError, pickle.UnpicklingError):
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout=5)  # its own end tells more than ours
            self.end()
            return Failure(f"it took more than {patience:g} seconds" if self._late else self._ending())
        finally:
            timer.cancel()

    def end(self) -> None:
        """End the process, whatever it does, and close its pipes."""
        self.alive = False
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                pipe.close()  # type: ignore[union-attr]
        self._process.wait()

    def _run_out(self) -> None:
        self._late = True
        self._process.kill()

    def _ending(self) -> str:
        code = self._process.returncode
        cause = signal.Signals(-code).name if code < 0 else f"exit status {code}"
        return f"the worker process that read it ended ({cause})"

    def _send(self, packed: bytes) -> None:
        self._process.stdin.write(packed)  # type: ignore[union-attr]
        self._process.stdin.flush()  # type: ignore[union-attr]


def _packed(value: Any) -> bytes:
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
