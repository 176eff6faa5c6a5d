"""Overlapping spans made to nest, so that a page can mark them all."""

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

DEEPEST = 30  # marks within marks; deeper ones are left out, since nobody could tell them apart


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to mark: its kind, its fragment id, where it leads, and what it says when pointed at."""

    start: int
    end: int
    kind: str
    anchor: str | None = None
    href: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """A marked run of text with the runs inside it; without a mark it is plain `text`."""

    text: str
    mark: Mark | None = None
    children: tuple["Node", ...] = ()


def nest(text: str, marks: Iterable[Mark], start: int, end: int) -> tuple[Node, ...]:
    """`text[start:end]` as a tree of marked runs.

    Marks that cross are cut where the outer one ends; only the first part keeps the anchor. Marks nested deeper
    than `DEEPEST` are left out.
    """
    clipped = (_clip(mark, start, end) for mark in marks if mark.start < end and mark.end > start)
    laminar = _laminar(mark for mark in clipped if mark.start < mark.end)
    nodes, _ = _build(text, laminar, 0, start, end)
    return nodes


def plain_text(nodes: Iterable[Node]) -> str:
    """The text of a tree, marks left out."""
    return "".join(plain_text(node.children) if node.mark else node.text for node in nodes)


def anchors(nodes: Iterable[Node]) -> Iterator[str]:
    """Fragment ids of all marks of a tree."""
    for node in nodes:
        if node.mark and node.mark.anchor:
            yield node.mark.anchor
        yield from anchors(node.children)


def _clip(mark: Mark, start: int, end: int) -> Mark:
    # A part that begins before the run has its anchor in an earlier run.
    anchor = mark.anchor if mark.start >= start else None
    return Mark(max(mark.start, start), min(mark.end, end), mark.kind, anchor, mark.href, mark.title)


def _laminar(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Marks sorted outer first, crossing ones cut in two."""
    heap = [(mark.start, -mark.end, mark.kind, number, mark) for number, mark in enumerate(marks)]
    heapq.heapify(heap)
    open_ends: list[int] = []
    result: list[Mark] = []
    while heap:
        start, _, kind, number, mark = heapq.heappop(heap)
        while open_ends and open_ends[-1] <= start:
            open_ends.pop()
        if open_ends and mark.end > open_ends[-1]:
            cut = open_ends[-1]
            rest = Mark(cut, mark.end, kind, None, mark.href, mark.title)
            heapq.heappush(heap, (cut, -mark.end, kind, number, rest))
            mark = Mark(start, cut, kind, mark.anchor, mark.href, mark.title)
            heapq.heappush(heap, (start, -cut, kind, number, mark))
            continue
        if len(open_ends) < DEEPEST:
            open_ends.append(mark.end)
            result.append(mark)
    return tuple(result)


def _build(text: str, marks: tuple[Mark, ...], next_mark: int, start: int, end: int) -> tuple[tuple[Node, ...], int]:
    """Nodes of `text[start:end]`, and the number of the first mark beyond it."""
    nodes: list[Node] = []
    here = start
    while next_mark < len(marks) and marks[next_mark].start < end:
        mark = marks[next_mark]
        if mark.start > here:
            nodes.append(Node(text[here : mark.start]))
        children, next_mark = _build(text, marks, next_mark + 1, mark.start, mark.end)
        nodes.append(Node(text[mark.start : mark.end], mark, children))
        here = mark.end
    if here < end:
        nodes.append(Node(text[here:end]))
    return tuple(nodes), next_mark
