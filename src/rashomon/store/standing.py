"""What is kept of stories as they were told, by which the next build knows those that stand."""

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from hashlib import sha256
from operator import attrgetter
from sqlite3 import Connection
from typing import TypeVar

from ..codec import from_json, to_json
from ..parts import Asked, Before, KeptNames, KeptPassages, Standing
from ..records import Judgement
from .tables import Table

R = TypeVar("R")
_COLUMNS = ("story", "made_from", "named", "asked")
_NAMES = tuple(field.name for field in fields(KeptNames))
_PASSAGES = tuple(field.name for field in fields(KeptPassages))
_KEPT = "SELECT read, about, found, claims FROM analysis"  # what is compared by is made from these


def standing_table(told: Iterable[Standing]) -> Table:
    """Rows of the table `told`."""
    return Table("told", _COLUMNS, map(_row, told))


def names_table(named: Iterable[KeptNames]) -> Table:
    """Rows of the table `names`."""
    return Table("names", _NAMES, map(attrgetter(*_NAMES), named))


def compared_table(compared: Iterable[KeptPassages]) -> Table:
    """Rows of the table `compared`."""
    return Table("compared", _PASSAGES, map(attrgetter(*_PASSAGES), compared))


def told_before(connection: Connection, documents: Iterable[str], people: Iterable[Judgement]) -> Before:
    """The stories of the last finished build, which analyses are kept now, and where people's judgements lie."""
    judged = sorted({mention for judgement in people for mention in (judgement.left, judgement.right)})
    held = (connection.execute("SELECT document FROM mention WHERE id = ?", (mention,)) for mention in judged)
    return Before(
        versions=_versions(connection, documents),
        told=_ByStory(connection, "told", _COLUMNS, _read),
        names=_ByStory(connection, "names", _NAMES, KeptNames),
        passages=_ByStory(connection, "compared", _PASSAGES, KeptPassages),
        judged=frozenset(document for rows in held for (document,) in rows),
    )


class _ByStory(Mapping[str, R]):
    """What is kept of each story, read when it is asked for: together it would be much."""

    def __init__(self, connection: Connection, table: str, columns: Iterable[str], read: Callable[..., R]) -> None:
        self._connection, self._table, self._read = connection, table, read
        self._query = f"SELECT {', '.join(columns)} FROM {table} WHERE story = ?"

    def __getitem__(self, story: str) -> R:
        row = self._connection.execute(self._query, (story,)).fetchone()
        if row is None:
            raise KeyError(story)
        return self._read(*row)

    def __iter__(self) -> Iterator[str]:
        return (story for (story,) in self._connection.execute(f"SELECT story FROM {self._table}"))

    def __len__(self) -> int:
        return sum(1 for _ in self)


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
    asked = json.dumps(to_json(told.asked), ensure_ascii=False, separators=(",", ":"))
    return told.story, told.made_from, told.named, zlib.compress(asked.encode())


def _read(story: str, made_from: str, named: str, asked: bytes) -> Standing:
    return Standing(story, made_from, named, from_json(Asked, json.loads(zlib.decompress(asked))))
