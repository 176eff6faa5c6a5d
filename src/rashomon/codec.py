"""Records to JSON values and back, driven by their fields alone."""

import types
import typing
from collections.abc import Mapping
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
    return {name: to_json(getattr(value, name), internal=internal) for name in _names(type(value), internal)}


def from_json(kind: type[R], value: Any) -> R:
    """The record of that kind that `to_json` told; fields that are missing keep their default."""
    read: R = _read(kind, value)
    return read


@cache
def _names(kind: type, internal: bool) -> tuple[str, ...]:
    if not is_dataclass(kind):
        raise TypeError(f"{kind.__name__} is not a record")
    return tuple(field.name for field in fields(kind) if internal or not field.metadata.get("internal"))


@cache
def _hints(kind: type) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def _read(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return _read(next(a for a in arguments if a is not type(None)), value)
    if origin is tuple:
        return tuple(_read(arguments[0], item) for item in value)
    if hint is date:
        return date.fromisoformat(value)
    if hint is Decimal:
        return Decimal(str(value))
    if is_dataclass(hint):
        hints = _hints(typing.cast(type, hint))
        return typing.cast(type, hint)(**{name: _read(hints[name], value[name]) for name in hints if name in value})
    return value
