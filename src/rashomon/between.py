"""Reports and analyses as Parquet files in a folder that all machines see: who hands out work hands out names alone.

A part of reports, `reports/NAME.parquet`, becomes a part of analyses, `analyses/NAME.parquet`, and is removed. The name
tells which reports by which maker, so that a part that is there is the right one and need not be made again.
"""

import json
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, fields
from functools import partial
from pathlib import Path
from socket import gethostname
from typing import Any  # values of columns, and Arrow's own types, which stay in this module
from uuid import uuid4

from .codec import from_json
from .engine import Engine, Failure
from .engine.engines import attempt
from .errors import MissingExtra, MisuseError, RashomonError
from .ids import digest
from .records import Document
from .store import Kept
from .store.kept import as_text, unpacked

PART = 32  # reports: some seconds of work, a file of a megabyte

# A row is a report: the columns of `Kept` and, for other programs, all that was found as text; where the work failed,
# `failure` says why and nothing is found.
_KEPT = tuple(field.name for field in fields(Kept))
_BYTES = frozenset(field.name for field in fields(Kept) if "bytes" in str(field.type))
_COLUMNS = (*_KEPT, "analysis", "failure")

Work = Callable[[Document], Kept]
Answer = Kept | Failure
Row = Mapping[str, Any]


def in_parts(
    engine: Engine, work: Work, documents: Sequence[Document], made_by: str, size: int = PART
) -> Iterator[list[tuple[Document, Answer]]]:
    """The documents with their answers, in order, as many at a time as are in a part.

    Of a part that is lost, or damaged, each report becomes a part of its own.
    """
    folder = _opened(engine.between)
    sent: deque[tuple[str, Sequence[Document]]] = deque()

    def names() -> Iterator[str]:
        for start in range(0, len(documents), size):
            part = documents[start : start + size]
            sent.append((_send(folder, part, made_by), part))
            yield sent[-1][0]

    for told in engine.map(partial(_make, folder, work), names()):
        name, part = sent.popleft()
        if isinstance(told, str):
            raise MisuseError(f"{told}; expected a folder that every worker may read and write. Mount it there.")
        answers = None if told else _answers(folder, name)
        _path(folder, "reports", name).unlink(missing_ok=True)
        if answers:
            yield list(zip(part, answers, strict=True))
        elif len(part) > 1:
            yield from in_parts(engine, work, part, made_by, 1)
        else:
            yield [(part[0], told or Failure("what was made of it cannot be read back"))]


def _opened(folder: Path | None) -> Path:
    place = Path(folder or ".").absolute()
    with _told(place):
        for kind in ("reports", "analyses"):
            (place / kind).mkdir(exist_ok=True)  # not the folder itself: it may be a disk that is not mounted
    return place


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        expected = "expected a folder that is there, that all machines see and may write, with room on its disk"
        raise MisuseError(f"{folder}: {problem.strerror or problem}; {expected}. Mend it or name another.") from problem


def _send(folder: Path, part: Sequence[Document], made_by: str) -> str:
    """Write a part of reports; its name."""
    rows = [{"document": document.id, "made_by": made_by, "read": as_text(document)} for document in part]
    name = _name(rows)
    with _told(folder):
        _write(_path(folder, "reports", name), rows)
    return name


def _make(folder: Path, work: Work, name: str) -> str | None:
    """Make a part of analyses, if none is there without a failure; gives what was the matter with the folder."""
    try:
        there = _answers(folder, name)
        if there is None or any(isinstance(answer, Failure) for answer in there):
            reports = _rows(_path(folder, "reports", name))
            _write(_path(folder, "analyses", name), [_row(report, work) for report in reports])
    except (OSError, RashomonError) as problem:
        return f"{folder} on {gethostname()}: {problem}"
    return None


def _row(report: Row, work: Work) -> Row:
    answer = attempt(work, from_json(Document, json.loads(report["read"])))
    if isinstance(answer, Failure):
        return {**report, "failure": answer.why}
    return {**asdict(answer), "analysis": unpacked(answer)}


def _answers(folder: Path, name: str) -> list[Answer] | None:
    """What a part of analyses holds; none where it is missing, damaged or of other reports."""
    try:
        rows = _rows(_path(folder, "analyses", name), (*_KEPT, "failure"))
        return [_answer(row) for row in rows] if _name(rows) == name else None
    except (OSError, ValueError, LookupError):  # Arrow's errors are of these kinds
        return None


def _answer(row: Row) -> Answer:
    if row["failure"] is not None:
        return Failure(row["failure"])
    return Kept(**{name: row[name] for name in _KEPT})


def _name(rows: Sequence[Row]) -> str:
    # JSON has no NUL of its own, so that the borders between reports count.
    return digest("\0".join(f"{row['made_by']}\0{row['read']}" for row in rows).encode())[:32]


def _path(folder: Path, kind: str, name: str) -> Path:
    return folder / kind / f"{name}.parquet"


def _rows(path: Path, columns: Sequence[str] = _COLUMNS) -> list[dict[str, Any]]:
    with _arrow().parquet.ParquetFile(path, page_checksum_verification=True) as file:
        rows: list[dict[str, Any]] = file.read(columns, use_threads=False).to_pylist()
    return rows


def _write(path: Path, rows: Sequence[Row]) -> None:
    """Whole or not at all: under another name, which others pass over, until it is whole."""
    arrow = _arrow()
    schema = arrow.schema([(name, arrow.binary() if name in _BYTES else arrow.string()) for name in _COLUMNS])
    table = arrow.Table.from_pylist(rows, schema)
    unfinished = path.with_name(f".{path.name}-{uuid4().hex}")
    try:
        arrow.parquet.write_table(table, unfinished, compression="zstd", write_page_checksum=True)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _arrow() -> Any:
    try:
        import pyarrow.parquet
    except ImportError as problem:
        raise MissingExtra("pyarrow", "cluster") from problem
    return pyarrow
