"""A dossier as a file of another kind; one module a format."""

from collections.abc import Callable
from pathlib import Path

from ..dossier import Dossier
from ..errors import MisuseError, UnknownName
from .csv import write_csv
from .json import write_json
from .jsonl import write_jsonl

FORMATS: dict[str, Callable[[Dossier, Path], None]] = {"csv": write_csv, "json": write_json, "jsonl": write_jsonl}


def export(dossier: Dossier, format: str, path: str | Path) -> None:
    """Write a dossier to a path in one of `FORMATS`."""
    if format not in FORMATS:
        raise UnknownName("export format", format, FORMATS)
    try:
        FORMATS[format](dossier, Path(path))
    except OSError as problem:
        reason = problem.strerror or problem
        raise MisuseError(f"{path}: {reason}; expected a place to write to. Name another with -o.") from problem
