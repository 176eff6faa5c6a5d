"""The one thing an engine does, and the engine that does it here and now."""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Failure:
    """An item whose work raised, died or took too long."""

    why: str


class Engine(Protocol):
    """Applies work to items; a failing item gives a `Failure` in its place and costs no other item."""

    def map(self, work: Callable[[T], R], items: Iterable[T]) -> Iterator[R | Failure]:
        """One answer an item, in the order of the items."""
        ...


class InProcess:
    """One item after the other, in this process."""

    def map(self, work: Callable[[T], R], items: Iterable[T]) -> Iterator[R | Failure]:
        for item in items:
            yield attempt(work, item)


def attempt(work: Callable[[T], R], item: T) -> R | Failure:
    """The answer, or why there is none; every engine words it through this function."""
    try:
        return work(item)
    except Exception as problem:
        logger.debug("work failed", exc_info=True)
        return Failure(f"{type(problem).__name__}: {problem}")
