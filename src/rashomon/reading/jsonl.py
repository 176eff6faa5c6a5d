"""JSON Lines: one document a line, in the fields of the contract or of a known crawler."""

import json
import math
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any  # a JSON value

from ..errors import SourceError
from ..ids import digest
from ..records import Document
from ..settings import Settings
from .fields import identifier_of, page_of_fields
from .items import Item, too_large, used_twice
from .pages import to_document

_SURROGATE_ESCAPE = re.compile(rb"\\u[dD][89a-fA-F]")
_UNSTORABLE = re.compile("[\ud800-\udfff\0]")


def read_jsonl(item: Item, settings: Settings) -> Iterator[Document | SourceError]:
    """A document, or the reason why there is none, for each line that is not empty."""
    line_of: dict[str, int] = {}
    for number, line in _lines(item, settings.max_document_bytes):
        place = f"{item.place}, line {number}"
        if line is None:
            yield too_large(place, settings.max_document_bytes)
            continue
        found = _read_line(line, item.name, number, place)
        if isinstance(found, Document) and line_of.setdefault(found.id, number) != number:
            found = used_twice(found.id, place, f"line {line_of[found.id]}")
        yield found


def _lines(item: Item, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """The lines that hold something, with their numbers; `None` for one above the limit."""
    with item.open() as file:
        number = 0
        while line := file.readline(limit + 1):
            number += 1
            if len(line) > limit:
                while line and not line.endswith(b"\n"):
                    line = file.readline(limit)
                yield number, None
            elif line.strip():
                yield number, line.rstrip(b"\r\n")


def _read_line(line: bytes, name: str, number: int, place: str) -> Document | SourceError:
    try:
        value, problems = _parsed(line, place)
        identifier = identifier_of(value, place)
        page = page_of_fields(value, place)
    except SourceError as problem:
        return problem
    page = replace(page, problems=(*problems, *page.problems))
    return to_document(page, f"{name}#{identifier or number}", digest(line), identifier)


def _parsed(line: bytes, place: str) -> tuple[dict[str, Any], tuple[str, ...]]:
    cure = "Write one JSON object a line, in UTF-8."
    try:
        value = json.loads(line.decode("utf-8-sig"), parse_float=_finite, parse_constant=_refused)
    except UnicodeDecodeError as problem:
        raise SourceError(place, f"byte {problem.start} is not UTF-8", "UTF-8", cure) from problem
    except (ValueError, RecursionError) as problem:
        raise SourceError(place, f"broken JSON: {problem}", "a JSON object", cure) from problem
    if not isinstance(value, dict):
        raise SourceError(place, f"a JSON {_kind_of(value)}", "a JSON object", cure)
    if not _SURROGATE_ESCAPE.search(line) and b"\\u0000" not in line:
        return value, ()
    cleaned: dict[str, Any] = _storable(value)
    told = "characters that no text can hold (lone surrogates, NUL) are shown as U+FFFD"
    return cleaned, () if cleaned == value else (told,)


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return _UNSTORABLE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_storable(item) for item in value]
    if isinstance(value, dict):
        return {_storable(key): _storable(item) for key, item in value.items()}
    return value


def _finite(literal: str) -> float:
    number = float(literal)
    return number if math.isfinite(number) else _refused(literal)


def _refused(literal: str) -> float:
    raise ValueError(f"{literal} is not a number that JSON can tell")


def _kind_of(value: Any) -> str:
    names = {dict: "object", list: "array", str: "string", bool: "boolean", int: "number", float: "number"}
    return names.get(type(value), "null")
