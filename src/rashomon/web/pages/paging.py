"""Long lists cut into pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pager:
    """Which page of how many is shown."""

    number: int
    last: int
    total: int  # items on all pages


@dataclass(frozen=True, slots=True)
class Slice(Generic[T]):
    """The items of one page."""

    items: tuple[T, ...]
    pager: Pager


def slice_of(items: Sequence[T], number: int, size: int) -> Slice[T]:
    """The page with that number, counted from 1; one beyond the last is the last.

    >>> slice_of("abcde", 2, 2).items, slice_of("abcde", 9, 2).items
    (('c', 'd'), ('e',))
    """
    last = max(1, -(-len(items) // size))
    number = min(max(number, 1), last)
    return Slice(tuple(items[(number - 1) * size : number * size]), Pager(number, last, len(items)))


def page_holding(position: int, size: int) -> int:
    """The page on which the item at that position, counted from 0, stands."""
    return position // size + 1
