"""Opening, checking and closing the file of a dossier."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from importlib.resources import files
from pathlib import Path

from ..errors import StoreError
from .migrations import MIGRATIONS, migrate, version_of
from .store import Store

APPLICATION_ID = int.from_bytes(b"rash")  # in the file's header, so that `file` and we know it from other databases
BETWEEN_TRIES = 0.02  # seconds
WAIT_SECONDS = 10.0  # for another program that is writing the same file


@contextmanager
def reading(path: str | Path) -> Iterator[Store]:
    """The dossier in a file, for as long as the block runs; nothing is written."""
    path = Path(path)
    if not path.is_file():
        raise StoreError(
            f"{path}: no such file; expected a dossier. Make one with: rashomon build SOURCE... --out {path}"
        )
    with _told(path), closing(_connect(f"{path.absolute().as_uri()}?mode=ro")) as connection:
        if _check(connection, path) < version_of(MIGRATIONS):
            raise StoreError(
                f"{path}: an older dossier; bring it up to date with: rashomon build SOURCE... --out {path}"
            )
        yield Store(connection)


@contextmanager
def adding(path: str | Path) -> Iterator[Store]:
    """The dossier in a file, to add a row or two; whoever else writes at the same time waits his turn."""
    path = Path(path)
    with _told(path), closing(_connect(f"{path.absolute().as_uri()}?mode=rw")) as connection:
        if _check(connection, path) < version_of(MIGRATIONS):
            migrate(connection, MIGRATIONS)
        yield Store(connection)


@contextmanager
def writing(path: str | Path | None) -> Iterator[Store]:
    """The dossier to be written at a path (`None`: in memory only), whole or as it was.

    A new dossier grows beside its place under a name of its own and takes its place when the block ends well; after
    a break the next `writing` goes on with what is there.
    """
    if path is None:
        with closing(_connect(":memory:")) as connection:
            _make(connection)
            yield Store(connection)
        return
    path = Path(path)
    grown = path if path.exists() else path.with_name(f"{path.name}-unfinished")
    with _told(path):
        with closing(_connect(grown.absolute().as_uri())) as connection:
            _prepare(connection, path)
            yield Store(connection)
            _make_one_file(connection)
        if grown != path:
            grown.replace(path)


def _make_one_file(connection: sqlite3.Connection) -> None:
    """The log goes into the database, so that the file is whole wherever it is copied."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with suppress(sqlite3.OperationalError):  # somebody reads it: the log stays, empty, until they have done
        connection.execute("PRAGMA journal_mode = DELETE")


def _connect(address: str) -> sqlite3.Connection:
    return sqlite3.connect(address, uri=True, timeout=WAIT_SECONDS, isolation_level=None)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What the library reports of a file, in our words."""
    try:
        yield
    except sqlite3.OperationalError as problem:
        cure = "Is another program writing it, is the disk full, does its folder exist and may you write there?"
        raise StoreError(f"{path}: {problem}; expected a dossier file to work on. {cure}") from problem
    except sqlite3.DatabaseError as problem:
        cure = "Restore it from a copy, or build it again under another name."
        raise StoreError(f"{path}: {problem}; expected a whole dossier file. {cure}") from problem


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,):
        _make(connection)
    version = _check(connection, path)
    _log_apart(connection)
    if version < version_of(MIGRATIONS):
        # In the log: right after tables were dropped without one, it cannot be written back.
        migrate(connection, MIGRATIONS)
    connection.execute("PRAGMA synchronous = NORMAL")


def _log_apart(connection: sqlite3.Connection) -> None:
    """What is written goes into a log of its own, so that others can read; the library itself waits for no lock."""
    until = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(BETWEEN_TRIES)
        else:
            return


def _make(connection: sqlite3.Connection) -> None:
    schema = (files(__package__) / "schema.sql").read_text(encoding="utf-8")
    connection.executescript(f"BEGIN IMMEDIATE; {schema}; PRAGMA application_id = {APPLICATION_ID}; COMMIT;")
    migrate_names = [(name,) for name, _ in MIGRATIONS]
    connection.executemany("INSERT INTO migration VALUES (?)", migrate_names)
    connection.execute(f"PRAGMA user_version = {version_of(MIGRATIONS)}")


def _check(connection: sqlite3.Connection, path: Path) -> int:
    """The schema version of the file, which must be a dossier of a version we know."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise StoreError(
            f"{path}: a database, but not a dossier; expected a file made by `rashomon build`. Name another file."
        )
    if version > version_of(MIGRATIONS):
        raise StoreError(
            f"{path}: a dossier of version {version}; expected version {version_of(MIGRATIONS)} or older. "
            "Update rashomon, or build the dossier again under another name."
        )
    return int(version)
