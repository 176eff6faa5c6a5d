"""The one thing an engine does, and the engine that does it here and now."""

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from .patience import TookTooLong, at_most

T = TypeVar("T")
R = TypeVar("R")

# A megabyte of text is parsed in about a minute on one core; what takes this long does not end.
PATIENCE_SECONDS = 900.0

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Failure:
    """An item whose work raised, died or took too long."""

    why: str


class Engine(Protocol):
    """Applies work to items; a failing item gives a `Failure` in its place and costs no other item."""

    @property
    def between(self) -> Path | None:
        """A folder that all workers see: items should be names of what lies there. None: items and answers travel."""
        ...

    def map(self, work: Callable[[T], R], items: Iterable[T]) -> Iterator[R | Failure]:
        """One answer an item, in the order of the items."""
        ...


@dataclass(frozen=True, slots=True)
class InProcess:
    """One item after the other, in this process."""

    between = None
    patience: float = PATIENCE_SECONDS  # seconds of the processor one item may take

    def map(self, work: Callable[[T], R], items: Iterable[T]) -> Iterator[R | Failure]:
        for item in items:
            yield attempt(work, item, self.patience)


def attempt(work: Callable[[T], R], item: T, patience: float | None = None) -> R | Failure:
    """The answer, or why there is none; every engine words it through this function."""
    try:
        with nullcontext() if patience is None else at_most(patience):
            return work(item)
    except TookTooLong as problem:
        return Failure(str(problem))
    except Exception as problem:
        logger.debug("work failed", exc_info=True)
        return Failure(f"{type(problem).__name__}: {problem}")
