"""What readers write and ask: opinions on findings and records, and words to search for."""

import sqlite3
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ..errors import MisuseError, StoreError

Opinion = Literal["same", "different", "undecided", "right", "wrong", "useful", "poor", "redundant", "lagged", "note"]
FOUND_START, FOUND_END = "\x02", "\x03"  # around the words found; no template prints them
WORDS_AROUND = 24  # of a snippet
STEPS_BETWEEN_LOOKS = 5_000  # of SQLite's machine, between two looks at the clock


@dataclass(frozen=True, slots=True)
class Review:
    """What a person thinks of a finding or a record; a new build leaves it as it is."""

    id: str
    subject: str  # the id of a finding or of any record
    opinion: Opinion
    by: str
    why: str
    at: str  # ISO 8601 instant in UTC
    ended_by: str | None = None  # who took it back; it stays on record
    ended_at: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that has the words sought, and a piece of it with the words between marks."""

    document: str
    piece: str


def add_review(connection: sqlite3.Connection, review: Review) -> None:
    """Write a review down."""
    row = (review.id, review.subject, review.opinion, review.by, review.why, review.at)
    connection.execute("INSERT INTO review VALUES (?, ?, ?, ?, ?, ?, NULL, NULL)", row)


def end_review(connection: sqlite3.Connection, review: str, by: str, at: str) -> None:
    """Take a review back; refused where there is none, or it was taken back before."""
    done = connection.execute(
        "UPDATE review SET ended_by = ?, ended_at = ? WHERE id = ? AND ended_at IS NULL", (by, at, review)
    )
    if not done.rowcount:
        raise MisuseError(f"no review {review!r} that stands; expected the id of one. See the list of reviews.")


def all_reviews(connection: sqlite3.Connection) -> tuple[Review, ...]:
    """All reviews, in the order they were given."""
    return tuple(Review(*row) for row in connection.execute("SELECT * FROM review ORDER BY at, id"))


def search(connection: sqlite3.Connection, words: str, most: int, seconds: float) -> tuple[str, ...]:
    """Ids of the documents that have all the words, the most telling first; what takes longer is broken off."""
    query = _all_of(words)
    if not query:
        return ()
    end = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > end, STEPS_BETWEEN_LOOKS)
    try:
        found = connection.execute(
            "SELECT document.id FROM search JOIN document ON document.rowid = search.rowid "
            "WHERE search MATCH ? ORDER BY rank, document.id LIMIT ?",
            (query, most),
        ).fetchall()
    except sqlite3.OperationalError as problem:
        raise StoreError(f"{words!r}: the search was broken off ({problem}); expected fewer, rarer words.") from problem
    finally:
        connection.set_progress_handler(None, 0)
    return tuple(id for (id,) in found)


def pieces(connection: sqlite3.Connection, words: str, documents: Iterable[str]) -> Iterator[Hit]:
    """A piece of each of the documents, with the words found between marks."""
    query = _all_of(words)
    for document in documents:
        found = connection.execute(
            "SELECT snippet(search, 1, ?, ?, '…', ?) FROM search "
            "WHERE search MATCH ? AND rowid = (SELECT rowid FROM document WHERE id = ?)",
            (FOUND_START, FOUND_END, WORDS_AROUND, query, document),
        ).fetchone()
        yield Hit(document, found[0] if found else "")


def _all_of(words: str) -> str:
    return " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
