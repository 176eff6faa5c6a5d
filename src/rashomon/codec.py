"""Records to JSON values and back, driven by their fields alone."""

import json
import sys
import types
import typing
import zlib
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar  # Any: JSON values have no narrower type

R = TypeVar("R")


def to_json(value: Any, *, internal: bool = False) -> Any:
    """The JSON value of a record, tuple, date or number; `internal` fields only on request."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case date():
            return value.isoformat()
        case tuple() | list():
            return [to_json(item, internal=internal) for item in value]
        case Mapping():
            return {str(key): to_json(value[key], internal=internal) for key in sorted(value)}
    return {
        name: to_json(getattr(value, name), internal=internal)
        for name in _names(typing.cast(Any, type(value)), internal)
    }


def from_json(kind: type[R], value: Any) -> R:
    """The record of that kind that `to_json` told; fields that are missing keep their default."""
    read: R = _reader(typing.cast(Any, kind))(value)
    return read


def deflated(value: Any) -> bytes:
    """A JSON value packed; halves of surrogates pass."""
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(told.encode("utf-8", "surrogatepass"))


def inflated(packed: bytes) -> Any:
    """The value that `deflated` packed."""
    return json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))


@cache
def _names(kind: type, internal: bool) -> tuple[str, ...]:
    if not is_dataclass(kind):
        raise TypeError(f"{kind.__name__} is not a record")
    return tuple(field.name for field in fields(kind) if internal or not field.metadata.get("internal"))


@cache
def _reader(hint: Any) -> Callable[[Any], Any]:
    """How a value of that type is read; made once a type, since a dossier has a hundred thousand values."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return _reader(next(a for a in arguments if a is not type(None)))
    if origin is tuple:
        item = _reader(arguments[0])
        return lambda values: tuple([value if value is None else item(value) for value in values]) if values else ()
    if hint is date:
        return date.fromisoformat
    if hint is Decimal:
        return lambda value: Decimal(str(value))
    if hint is str or origin is typing.Literal:
        # Ids, names and kinds come again and again: equal ones are one object, a large dossier half as large.
        return sys.intern
    return _record_reader(hint) if is_dataclass(hint) else _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _record_reader(kind: Any) -> Callable[[Any], Any]:
    def read(told: Mapping[str, Any]) -> Any:
        names, readers = _field_readers(kind)
        body = {name: value for name, value in told.items() if name in names} if told.keys() - names else dict(told)
        for name, reader in readers:
            value = body.get(name)
            if value is not None:
                body[name] = reader(value)
        return kind(**body)

    return read


@cache
def _field_readers(kind: Any) -> tuple[frozenset[str], tuple[tuple[str, Callable[[Any], Any]], ...]]:
    """The names of a record's fields, and how those are read that are no JSON values as they are.

    Looked up when the first record is read, because a record may hold another of its own kind.
    """
    hints = typing.get_type_hints(kind)
    readers = ((field.name, _reader(hints[field.name])) for field in fields(kind))
    return frozenset(hints), tuple((name, reader) for name, reader in readers if reader is not _as_it_is)
