"""Work on a Ray cluster: the machines of a network, or several processes of this one."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Literal, TypeVar  # Any: Ray's own types stay in this module

from ..errors import MissingExtra, MisuseError
from .engines import Failure, attempt

T = TypeVar("T")
R = TypeVar("R")

BATCH = 16  # items a task; a task costs a millisecond or two, an item (a report) about a hundred
AHEAD = 4  # batches handed out ahead of the one waited for, for each processor: enough to keep all of them busy
RETRIES = 1  # how often a task whose worker is lost is begun again; then its items are tried one by one, as often


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers of a Ray cluster; every one of them must have this package installed.

    `address` is that of a running cluster ("ray://head:10001" or "head:6379"); `None` starts one on this machine for
    the time of the work, with `workers` processes (`None`: one a core). With `between`, a folder that all its machines
    see under this path, a task is one item.
    """

    address: str | None = None
    workers: int | None = None
    between: Path | None = None

    def map(self, work: Callable[[T], R], items: Iterable[T]) -> Iterator[R | Failure]:
        ray = _ray()
        with _connected(ray, self) as processors:
            task = ray.remote(num_cpus=1, max_retries=RETRIES)(_answers)
            shared = ray.put(work)
            waiting = iter(items)
            running: deque[tuple[list[T], Any]] = deque()
            while batch := list(islice(waiting, 1 if self.between else BATCH)):
                running.append((batch, task.remote(shared, batch)))
                if len(running) > AHEAD * processors:
                    yield from _collected(ray, task, shared, *running.popleft())
            while running:
                yield from _collected(ray, task, shared, *running.popleft())


def engine_for(
    name: Literal["local", "ray"], address: str | None, workers: int | None, between: Path | None
) -> Cluster | None:
    """The engine that a user asked for; none is this machine's own."""
    if name == "ray":
        return Cluster(address, workers, between)
    for option, value in (("--address", address), ("--between", between)):
        if value:
            raise MisuseError(f"{option} {value} without a cluster; expected --engine ray beside it. Add it.")
    return None


def _answers(work: Callable[[T], R], batch: list[T]) -> list[R | Failure]:
    return [attempt(work, item) for item in batch]


def _collected(ray: Any, task: Any, work: Any, batch: list[T], answers: Any) -> Iterator[Any]:
    """The answers of a batch; one that cost every worker it was given to is done again item by item."""
    try:
        yield from ray.get(answers)
        return
    except ray.exceptions.RayError as problem:
        if len(batch) == 1:
            yield Failure(f"every worker it was given to was lost ({type(problem).__name__})")
            return
    for item in batch:
        yield from _collected(ray, task, work, [item], task.remote(work, [item]))


@contextmanager
def _connected(ray: Any, cluster: Cluster) -> Iterator[int]:
    """A connection for the time of the work, one that is there already being left as it is; gives the processors."""
    ours = not ray.is_initialized()
    if ours:
        here = {} if cluster.address else {"num_cpus": cluster.workers or os.cpu_count(), "include_dashboard": False}
        try:
            ray.init(address=cluster.address or "local", log_to_driver=False, configure_logging=False, **here)
        except (ConnectionError, ValueError, RuntimeError) as problem:
            raise MisuseError(
                f"{cluster.address}: no Ray cluster answers there ({problem}); expected the address of a running one,"
                " such as ray://head:10001. Start one with: ray start --head"
            ) from problem
    try:
        yield max(1, int(ray.cluster_resources().get("CPU", 1)))
    finally:
        if ours:
            ray.shutdown()


def _ray() -> Any:
    # Ray would send usage statistics; a user's material and habits stay with the user.
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    try:
        import ray
        import ray.exceptions
    except ImportError as problem:
        raise MissingExtra("ray", "cluster") from problem
    return ray
