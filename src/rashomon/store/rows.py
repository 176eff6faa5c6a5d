"""Records to rows of a table and back, driven by their fields alone.

A record inside a record becomes columns with its field's name before them (`made_earliest`); a tuple or mapping
becomes JSON text, but a tuple of records with ids has a table of its own; a number too large for SQLite becomes text.
Internal fields are not stored.
"""

import json
import types
import typing
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any, Literal, TypeVar  # Any: a column holds what SQLite holds

from ..codec import from_json, to_json

R = TypeVar("R")
_encoded = json.JSONEncoder(ensure_ascii=False).encode  # made once: a dossier has some hundred thousand lists
LARGEST = 2**63 - 1  # of SQLite's integers


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a record's table: where in the record it comes from, and of what type it is."""

    name: str
    path: tuple[str, ...]
    holds: Literal["json", "truth", "text", "value"]


def columns(kind: type) -> tuple[Column, ...]:
    """The columns of that kind of record, in the order of its fields."""
    return _all_columns(typing.cast(Hashable, kind))


def to_row(record: Any) -> tuple[Any, ...]:
    """The values of a record's columns."""
    values, writers = _writers(typing.cast(Hashable, type(record)))
    cells = list(values(record))
    for place, write in writers:
        if cells[place] is not None:
            cells[place] = write(cells[place])
    return tuple(cells)


def from_row(kind: type[R], row: Sequence[Any]) -> R:
    """The record that `to_row` told."""
    body: dict[str, Any] = {}
    inner: dict[str, dict[str, Any]] = {}
    for column, cell in zip(columns(kind), row, strict=True):
        *outer, name = column.path
        place = inner.setdefault(outer[0], {}) if outer else body
        place[name] = _from_cell(column.holds, cell)
    # An inner record of which nothing is there takes its default.
    there = {name: cells for name, cells in inner.items() if any(cell is not None for cell in cells.values())}
    return from_json(kind, body | there)


@cache
def _all_columns(kind: Any) -> tuple[Column, ...]:
    return tuple(_columns(kind, ()))


@cache
def _writers(kind: Any) -> tuple[Callable[[Any], tuple[Any, ...]], tuple[tuple[int, Callable[[Any], Any]], ...]]:
    """What takes a record's values, one a column, and by place how those are written that are no cells as they are.

    Made once a kind, since a dossier has some hundred thousand records.
    """
    table = columns(kind)
    first = tuple(column.path[0] for column in table)
    values = attrgetter(*first) if len(first) > 1 else lambda record: (getattr(record, first[0]),)
    return values, tuple((place, write) for place, column in enumerate(table) if (write := _writer(column)))


def _writer(column: Column) -> Callable[[Any], Any] | None:
    inner = column.path[1:]
    if inner:
        return lambda value: _to_cell(_at(value, inner))
    return None if column.holds == "text" else _to_cell


def _columns(kind: type, path: tuple[str, ...]) -> Iterator[Column]:
    hints = typing.get_type_hints(kind)
    for field in fields(kind):
        inner = _required(hints[field.name])
        if field.metadata.get("internal") or _has_own_table(inner):
            continue
        if is_dataclass(inner):
            yield from _columns(typing.cast(type, inner), (*path, field.name))
        else:
            yield Column("_".join((*path, field.name)), (*path, field.name), _holds(inner))


def _required(hint: Any) -> Any:
    """A type without its `| None`."""
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        return next(a for a in typing.get_args(hint) if a is not type(None))
    return hint


def _holds(hint: Any) -> Literal["json", "truth", "text", "value"]:
    if typing.get_origin(hint) in (tuple, Mapping):
        return "json"
    if hint is str or typing.get_origin(hint) is Literal:
        return "text"
    return "truth" if hint is bool else "value"


def _has_own_table(hint: Any) -> bool:
    item = next(iter(typing.get_args(hint)), None)
    return typing.get_origin(hint) is tuple and is_dataclass(item) and any(f.name == "id" for f in fields(item))


def _at(record: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        record = None if record is None else getattr(record, name)
    return record


def _to_cell(value: Any) -> Any:
    match value:
        case int() | Decimal():
            value = to_json(value)
            return str(value) if isinstance(value, int) and abs(value) > LARGEST else value
        case ():
            return "[]"
        case tuple() | Mapping():
            return _encoded(to_json(value))
        case date():
            return value.isoformat()
    return value


def _from_cell(holds: str, cell: Any) -> Any:
    if cell is None or holds in ("text", "value"):
        return cell
    return json.loads(cell) if holds == "json" else bool(cell)
