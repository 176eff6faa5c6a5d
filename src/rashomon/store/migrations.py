"""Changes of the schema since its first version: an ordered list of small functions, by name, each applied once."""

from collections.abc import Callable
from sqlite3 import Connection

Migration = tuple[str, Callable[[Connection], None]]


def _review(connection: Connection) -> None:
    connection.execute(
        "CREATE TABLE review (id TEXT PRIMARY KEY, subject TEXT NOT NULL, opinion TEXT NOT NULL, by TEXT NOT NULL, "
        "why TEXT NOT NULL, at TEXT NOT NULL, ended_by TEXT, ended_at TEXT)"
    )
    connection.execute("CREATE INDEX review_subject ON review (subject)")


def _chains(connection: Connection) -> None:
    connection.execute("ALTER TABLE finding ADD COLUMN origins_why TEXT NOT NULL DEFAULT '[]'")
    connection.execute(
        "CREATE TABLE passage (id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES document (id), "
        'start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, '
        "original TEXT NOT NULL REFERENCES document (id), original_start INTEGER NOT NULL, "
        "original_end INTEGER NOT NULL, words INTEGER NOT NULL, share REAL NOT NULL, why TEXT NOT NULL)"
    )
    connection.execute("CREATE INDEX passage_document ON passage (document)")
    connection.execute(
        "CREATE TABLE voice (id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, "
        "entity TEXT REFERENCES entity (id), documents TEXT NOT NULL)"
    )
    connection.execute(
        "CREATE TABLE relay (id TEXT PRIMARY KEY, taker TEXT NOT NULL REFERENCES voice (id), "
        "giver TEXT NOT NULL REFERENCES voice (id), way TEXT NOT NULL, evidence TEXT NOT NULL)"
    )


def _questions(connection: Connection) -> None:
    connection.execute(
        "CREATE TABLE question (id TEXT PRIMARY KEY, story TEXT NOT NULL REFERENCES story (id), "
        'question TEXT NOT NULL, measure TEXT NOT NULL, unit TEXT NOT NULL, "group" TEXT NOT NULL, '
        "place TEXT REFERENCES entity (id), low, best, high, "
        "origins INTEGER NOT NULL, figures TEXT NOT NULL, history TEXT NOT NULL, "
        "as_of_earliest TEXT, as_of_latest TEXT)"
    )


def _story_changes(connection: Connection) -> None:
    connection.execute(
        "CREATE TABLE story_change "
        "(number INTEGER PRIMARY KEY, old TEXT NOT NULL, new TEXT NOT NULL, why TEXT NOT NULL)"
    )


def _fingerprints(connection: Connection) -> None:
    connection.execute("ALTER TABLE analysis ADD COLUMN claims BLOB")
    connection.execute("ALTER TABLE analysis ADD COLUMN fingerprint BLOB")


def _told(connection: Connection) -> None:
    connection.execute("ALTER TABLE finding ADD COLUMN story TEXT REFERENCES story (id)")
    connection.execute("ALTER TABLE timeline ADD COLUMN story TEXT REFERENCES story (id)")
    connection.execute(
        "CREATE TABLE told (story TEXT PRIMARY KEY, made_from TEXT NOT NULL, asked TEXT NOT NULL, chains BLOB NOT NULL)"
    )
    leave = "INSERT INTO search (search, rowid, title, text) VALUES ('delete', old.rowid, old.title, old.text)"
    enter = "INSERT INTO search (rowid, title, text) VALUES (new.rowid, new.title, new.text)"
    connection.execute(f"CREATE TRIGGER document_enters AFTER INSERT ON document BEGIN {enter}; END")
    connection.execute(f"CREATE TRIGGER document_leaves AFTER DELETE ON document BEGIN {leave}; END")
    connection.execute(
        "CREATE TRIGGER document_changes AFTER UPDATE OF title, text ON document "
        f"WHEN old.title IS NOT new.title OR old.text IS NOT new.text BEGIN {leave}; {enter}; END"
    )


def _asked(connection: Connection) -> None:
    """Stories are told once more: what they asked for was not all kept."""
    connection.execute("DROP TABLE told")
    connection.execute(
        "CREATE TABLE told (story TEXT PRIMARY KEY, made_from TEXT NOT NULL, named TEXT NOT NULL, asked BLOB NOT NULL, "
        "chains BLOB NOT NULL)"
    )


def _names(connection: Connection) -> None:
    """Stories are told once more, and fingerprints made anew when their documents are read again."""
    connection.execute("DELETE FROM told")
    connection.execute("UPDATE analysis SET fingerprint = NULL")
    connection.execute("ALTER TABLE analysis ADD COLUMN about BLOB")
    connection.execute(
        "CREATE TABLE names (story TEXT PRIMARY KEY, made_from TEXT NOT NULL, mentions TEXT NOT NULL, "
        "names BLOB NOT NULL)"
    )


def _compared(connection: Connection) -> None:
    connection.execute("CREATE TABLE compared (story TEXT PRIMARY KEY, made_from TEXT NOT NULL, takings BLOB NOT NULL)")


def _voices(connection: Connection) -> None:
    """Voices and the steps between them lie with their stories, which are told once more for it."""
    connection.execute("DROP TABLE told")
    connection.execute(
        "CREATE TABLE told (story TEXT PRIMARY KEY, made_from TEXT NOT NULL, named TEXT NOT NULL, asked BLOB NOT NULL)"
    )
    connection.execute("DELETE FROM meta WHERE key = 'made_from'")
    for table, columns in (
        ("voice", "kind TEXT NOT NULL, name TEXT NOT NULL, entity TEXT REFERENCES entity (id), documents"),
        ("relay", "taker TEXT NOT NULL, giver TEXT NOT NULL, way TEXT NOT NULL, evidence"),
    ):
        connection.execute(f"CREATE TEMP TABLE of_all AS SELECT * FROM {table}")
        connection.execute(f"DROP TABLE {table}")
        connection.execute(
            f"CREATE TABLE {table} (id TEXT NOT NULL, {columns} TEXT NOT NULL, story TEXT REFERENCES story (id), "
            "UNIQUE (id, story))"
        )
        connection.execute(f"INSERT INTO {table} SELECT *, NULL FROM temp.of_all")
        connection.execute("DROP TABLE temp.of_all")


def _cut(connection: Connection) -> None:
    connection.execute(
        "CREATE TABLE cut (document TEXT PRIMARY KEY, made_from TEXT NOT NULL, about BLOB NOT NULL, "
        "fingerprint BLOB NOT NULL)"
    )


# Append only; never edit one that was released. `schema.sql` always holds the newest schema.
MIGRATIONS: tuple[Migration, ...] = (
    ("0001_review", _review),
    ("0002_chains", _chains),
    ("0003_questions", _questions),
    ("0004_story_changes", _story_changes),
    ("0005_fingerprints", _fingerprints),
    ("0006_told", _told),
    ("0007_asked", _asked),
    ("0008_names", _names),
    ("0009_compared", _compared),
    ("0010_voices", _voices),
    ("0011_cut", _cut),
)


def version_of(migrations: tuple[Migration, ...]) -> int:
    """The schema version that those changes lead to; the first schema is version 1."""
    return 1 + len(migrations)


def migrate(connection: Connection, migrations: tuple[Migration, ...]) -> None:
    """Apply what the file has not seen yet, in order, all or nothing."""
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        seen = {name for (name,) in connection.execute("SELECT name FROM migration")}
        for name, change in migrations:
            if name not in seen:
                change(connection)
                connection.execute("INSERT INTO migration VALUES (?)", (name,))
        connection.execute(f"PRAGMA user_version = {version_of(migrations)}")
