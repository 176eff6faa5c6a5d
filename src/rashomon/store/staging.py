"""A new dossier beside the old one: its rows gather in tables that no other program sees, then take their place."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from sqlite3 import Connection
from typing import Any  # cells of many types

from ..dossier import Dossier, Tool
from ..parts import Part, Renamed, Standing, Told
from .standing import KEPT, kept_table, kept_tables, standing_table
from .tables import SHARES, Table, mentions_of, order_of, tables_of

_DIGESTS = 2**256

# Which rows are of which story is told by their document, by the story's id, or by a column that no record has.
_BY_DOCUMENT = ("mention", "time", "statement", "figure", "event", "passage")
_STORY_BESIDE = ("finding", "timeline", *SHARES)
_BY_STORY = {"story": "id"} | dict.fromkeys(("told", "question", *_STORY_BESIDE), "story")
# The documents of stories that stand, but for whose their mentions are.
_RENAMED = "SELECT id FROM main.document WHERE story IN (SELECT story FROM temp.standing WHERE renamed)"


@dataclass(slots=True)
class Staged:
    """Rows of a dossier in temporary tables, which SQLite keeps on disk."""

    connection: Connection
    tool: Tool | None = None
    tables: dict[str, tuple[str, ...]] = field(default_factory=dict)  # by name, their columns
    digest: int = 0  # the sum of those of the parts, so that it does not depend on their order
    told: int = 0  # stories
    standing: int = 0
    before: str = ""  # the content of the dossier beside which this one is made
    entities: dict[str, int] = field(default_factory=dict)  # by id, a digest of those of its rows that are to leave

    @property
    def content(self) -> str:
        """A digest of the dossier: of what its stories were told from, and of all rows that are of no single one."""
        return f"{self.digest:064x}"

    def add(self, part: Part) -> None:
        """Add a part; of a story that stands there is nothing to write."""
        match part:
            case Dossier():
                self.tool = part.tool
                for table in tables_of(part):
                    rows = self._counted(table)
                    self._write(table._replace(rows=self._other(rows) if table.name == "entity" else rows))
            case Told():
                self._count(part.standing)
                self.told += 1
                self._write_story(part)
            case Renamed():
                self._let_stand(part.standing, renamed=True)
                self._write_names(part)
            case Standing():
                self._let_stand(part, renamed=False)
            case _:
                self._write(kept_table(part))

    def fits(self) -> bool:
        """The file holds the dossier that it held when this was begun."""
        if _content(self.connection) != self.before:
            return False
        found = self.connection.execute(
            "SELECT count(*) FROM temp.standing AS ours JOIN main.told AS theirs USING (story, made_from) "
            "WHERE ours.renamed OR ours.named = theirs.named"
        )
        return bool(found.fetchone() == (self.standing,))

    def take_place(self) -> None:
        """Put the rows where those of the old dossier were; those of stories that stand stay."""
        self.connection.execute(
            "CREATE TEMP TABLE leaving AS SELECT id FROM main.document "
            "WHERE story IS NULL OR story NOT IN (SELECT story FROM temp.standing)"
        )
        for name in self.tables:
            self.connection.execute(f'DELETE FROM main."{name}" {self._left(name)}')
        self.connection.executemany("DELETE FROM main.entity WHERE id = ?", ((id,) for id in self.entities))
        for name, columns in self.tables.items():
            listed = _listed(columns)
            new = f'SELECT {listed} FROM temp."new_{name}" WHERE true ORDER BY {order_of(name)}'
            other = _unless_the_same(name, columns) if name == "document" else ""
            self.connection.execute(f'INSERT INTO main."{name}" ({listed}) {new} {other}')
        for name in KEPT.values():
            key = self.tables[name][0]
            self.connection.execute(f'DELETE FROM main."{name}" WHERE {key} NOT IN (SELECT id FROM main."{key}")')

    def drop(self) -> None:
        """Let go of the rows."""
        for name in (*(f"new_{table}" for table in self.tables), "standing", "leaving"):
            self.connection.execute(f'DROP TABLE IF EXISTS temp."{name}"')

    def _left(self, name: str) -> str:
        """Which rows of a table go: the condition in SQL."""
        if name == "entity":
            return "WHERE false"  # by their ids
        if name == "document":
            return "WHERE id IN (SELECT id FROM temp.leaving) AND id NOT IN (SELECT id FROM temp.new_document)"
        if name in KEPT.values():  # written where it is new
            key = self.tables[name][0]
            return f'WHERE {key} IN (SELECT {key} FROM temp."new_{name}")'
        if not self.standing:
            return ""
        if name in _BY_DOCUMENT:
            anew = f" OR document IN ({_RENAMED})" if name == "mention" else ""
            return f"WHERE document IN (SELECT id FROM temp.leaving){anew}"
        if of := _BY_STORY.get(name):
            staying = " WHERE NOT renamed" if name == "told" else ""
            return f"WHERE {of} IS NULL OR {of} NOT IN (SELECT story FROM temp.standing{staying})"
        return ""

    def _let_stand(self, story: Standing, *, renamed: bool) -> None:
        self._count(story)
        self.standing += 1
        row = (story.story, story.made_from, story.named, renamed)
        self.connection.execute("INSERT INTO temp.standing VALUES (?, ?, ?, ?)", row)

    def _write_story(self, part: Told) -> None:
        beside = (part.standing.story,)
        for table in tables_of(part.dossier):
            if table.name in _STORY_BESIDE:
                self._write(Table(table.name, (*table.columns, "story"), ((*row, *beside) for row in table.rows)))
            elif table.name != "mention":
                self._write(table)
        self._write_names(part)

    def _write_names(self, part: Told | Renamed) -> None:
        self._write(mentions_of(part.mentions))
        self._write(standing_table([part.standing]))

    def _write(self, table: Table) -> None:
        marks = ", ".join("?" * len(table.columns))
        into = f'INSERT INTO temp."new_{table.name}" ({_listed(table.columns)}) VALUES ({marks})'
        self.connection.executemany(into, table.rows)

    def _counted(self, table: Table) -> Iterator[tuple[Any, ...]]:
        for row in table.rows:
            self._count((table.name, row))
            yield row

    def _count(self, told: object) -> None:
        if isinstance(told, Standing):
            told = (told.story, told.made_from, told.named)
        data = repr(told).encode("utf-8", "surrogatepass")
        self.digest = (self.digest + int.from_bytes(sha256(data).digest())) % _DIGESTS

    def _other(self, rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
        """Those of the entities' rows that are not in the file as they are: most are."""
        for row in rows:
            if self.entities.get(row[0]) == hash(row):
                del self.entities[row[0]]
            else:
                yield row

    def make(self) -> None:
        """The tables, which are empty, and what is known of the dossier that is in the file."""
        for table in (*tables_of(Dossier(Tool("", "", ""))), standing_table(()), *kept_tables()):
            beside = ("story",) if table.name in _STORY_BESIDE else ()
            self.tables[table.name] = (*table.columns, *beside)
        for name, columns in self.tables.items():
            self.connection.execute(f'CREATE TEMP TABLE "new_{name}" ({_listed(columns)})')
        self.connection.execute(
            "CREATE TEMP TABLE standing (story TEXT PRIMARY KEY, made_from TEXT, named TEXT, renamed INTEGER)"
        )
        self.before = _content(self.connection)
        rows = self.connection.execute(f"SELECT {_listed(self.tables['entity'])} FROM main.entity")
        self.entities = {row[0]: hash(row) for row in rows}


def _content(connection: Connection) -> str:
    found = connection.execute("SELECT value FROM main.meta WHERE key = 'content'").fetchone()
    return found[0] if found else ""


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


def _unless_the_same(name: str, columns: tuple[str, ...]) -> str:
    """What becomes of a row whose id is there already, in SQL: a text would be made searchable again."""
    told = [column for column in columns if column != "id"]
    new = ", ".join(f'"{column}" = excluded."{column}"' for column in told)
    old_values = ", ".join(f'"{name}"."{column}"' for column in told)
    new_values = ", ".join(f'excluded."{column}"' for column in told)
    return f"ON CONFLICT (id) DO UPDATE SET {new} WHERE ({old_values}) IS NOT ({new_values})"


@contextmanager
def staged(connection: Connection, parts: Iterable[Part]) -> Iterator[Staged]:
    """All rows of the parts, for as long as the block runs."""
    new = Staged(connection)
    connection.execute("BEGIN")  # or every row would be a transaction; nothing but rows of our own is locked
    try:
        new.make()
        for part in parts:
            new.add(part)
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
    try:
        yield new
    finally:
        new.drop()
