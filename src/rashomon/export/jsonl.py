"""JSON Lines: one record a line, each with its kind, for programs that read a stream."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any  # JSON values

from ..codec import to_json
from ..dossier import FORMAT, VERSION, Dossier


def write_jsonl(dossier: Dossier, path: Path) -> None:
    """Write the head of the dossier, then every record, a line each.

    The record stands under a key of its own, because statements and findings have a `kind` too.
    """
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for line in _lines(dossier):
            file.write(json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n")


def _lines(dossier: Dossier) -> Iterator[dict[str, Any]]:
    yield {"kind": "dossier", "record": {"format": FORMAT, "version": VERSION, "tool": to_json(dossier.tool)}}
    for name in dossier.KINDS:
        for record in getattr(dossier, name):
            yield {"kind": name, "record": to_json(record)}
