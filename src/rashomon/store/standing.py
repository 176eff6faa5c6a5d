"""What is kept of stories as they were told, by which the next build knows those that stand."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from hashlib import sha256
from operator import attrgetter
from sqlite3 import Connection
from typing import TypeVar

from ..codec import deflated, from_json, inflated, to_json
from ..parts import Asked, Before, K, Kept, KeptCut, KeptNames, KeptPassages, Standing
from ..records import Judgement
from .tables import Table

R = TypeVar("R")
_COLUMNS = ("story", "made_from", "named", "asked")
# The tables of what is kept; the first column tells of which story or document.
KEPT: Mapping[type[Kept], str] = {KeptNames: "names", KeptPassages: "compared", KeptCut: "cut"}
_KEPT = "SELECT read, about, found, claims FROM analysis"  # what is compared by is made from these


def standing_table(told: Iterable[Standing]) -> Table:
    """Rows of the table `told`."""
    return Table("told", _COLUMNS, map(_row, told))


def kept_table(kept: Kept) -> Table:
    """The row of what is kept of a story or a document, for its table."""
    return _table(type(kept), (kept,))


def kept_tables() -> Iterator[Table]:
    """The tables of what is kept of stories and documents, without rows."""
    return (_table(kind, ()) for kind in KEPT)


def _table(kind: type[Kept], rows: Iterable[Kept]) -> Table:
    names = tuple(field.name for field in fields(kind))
    return Table(KEPT[kind], names, map(attrgetter(*names), rows))


def told_before(connection: Connection, documents: Iterable[str], people: Iterable[Judgement]) -> Before:
    """The stories of the last finished build, which analyses are kept now, and where people's judgements lie."""
    judged = sorted({mention for judgement in people for mention in (judgement.left, judgement.right)})
    held = (connection.execute("SELECT document FROM mention WHERE id = ?", (mention,)) for mention in judged)
    return Before(
        versions=_versions(connection, documents),
        told=_Stored(connection, "told", _COLUMNS, _read),
        names=_kept(connection, KeptNames),
        passages=_kept(connection, KeptPassages),
        cut=_kept(connection, KeptCut),
        judged=frozenset(document for rows in held for (document,) in rows),
    )


class _Stored(Mapping[str, R]):
    """What is kept of each story or document, read when it is asked for: together it would be much."""

    def __init__(self, connection: Connection, table: str, columns: Sequence[str], read: Callable[..., R]) -> None:
        self._connection, self._read = connection, read
        self._ids = f"SELECT {columns[0]} FROM {table}"
        self._query = f"SELECT {', '.join(columns)} FROM {table} WHERE {columns[0]} = ?"

    def __getitem__(self, id: str) -> R:
        row = self._connection.execute(self._query, (id,)).fetchone()
        if row is None:
            raise KeyError(id)
        return self._read(*row)

    def __iter__(self) -> Iterator[str]:
        return (id for (id,) in self._connection.execute(self._ids))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _kept(connection: Connection, kind: type[K]) -> Mapping[str, K]:
    table = _table(kind, ())
    return _Stored(connection, table.name, table.columns, kind)


def _versions(connection: Connection, documents: Iterable[str]) -> Mapping[str, str]:
    """By document a digest of what is kept of it; an id alone may be another text's by now."""
    found = {}
    for id in sorted(documents):
        read, *rest = connection.execute(f"{_KEPT} WHERE document = ?", (id,)).fetchone()
        known = sha256(read.encode())
        for part in rest:
            known.update(part or b"")
        found[id] = known.hexdigest()
    return found


def _row(told: Standing) -> tuple[str | bytes, ...]:
    return told.story, told.made_from, told.named, deflated(to_json(told.asked))


def _read(story: str, made_from: str, named: str, asked: bytes) -> Standing:
    return Standing(story, made_from, named, from_json(Asked, inflated(asked)))
