"""A new dossier beside the old one: its rows gather in tables that no other program sees, then take their place."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from sqlite3 import Connection
from typing import Any  # cells of many types

from ..dossier import Dossier, Tool
from .tables import Table, order_of, tables_of

_DIGESTS = 2**256


@dataclass(slots=True)
class Staged:
    """Rows of a dossier in temporary tables, which SQLite keeps on disk."""

    connection: Connection
    tool: Tool | None = None
    tables: dict[str, str] = field(default_factory=dict)  # by name, their columns in SQL
    digest: int = 0  # the sum of those of the rows, so that it does not depend on the parts they come in

    @property
    def content(self) -> str:
        """A digest of all rows."""
        return f"{self.digest:064x}"

    def add(self, table: Table) -> None:
        """Add rows."""
        if table.name not in self.tables:
            self.tables[table.name] = ", ".join(f'"{name}"' for name in table.columns)
            self.connection.execute(f'CREATE TEMP TABLE "new_{table.name}" ({self.tables[table.name]})')
        marks = ", ".join("?" * len(table.columns))
        self.connection.executemany(f'INSERT INTO temp."new_{table.name}" VALUES ({marks})', self._told(table))

    def take_place(self) -> None:
        """Put the rows, sorted, where those of the old dossier were."""
        for name, columns in self.tables.items():
            self.connection.execute(f'DELETE FROM main."{name}"')
            new = f'SELECT {columns} FROM temp."new_{name}" ORDER BY {order_of(name)}'
            self.connection.execute(f'INSERT INTO main."{name}" ({columns}) {new}')

    def drop(self) -> None:
        """Let go of the rows."""
        for name in self.tables:
            self.connection.execute(f'DROP TABLE temp."new_{name}"')

    def _told(self, table: Table) -> Iterator[tuple[Any, ...]]:
        for row in table.rows:
            told = repr((table.name, row)).encode("utf-8", "surrogatepass")
            self.digest = (self.digest + int.from_bytes(sha256(told).digest())) % _DIGESTS
            yield row


@contextmanager
def staged(connection: Connection, parts: Iterable[Dossier]) -> Iterator[Staged]:
    """All rows of the parts, for as long as the block runs."""
    new = Staged(connection)
    connection.execute("BEGIN")  # or every row would be a transaction; nothing but rows of our own is locked
    try:
        for part in parts:
            new.tool = part.tool
            for table in tables_of(part):
                new.add(table)
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
    try:
        yield new
    finally:
        new.drop()
