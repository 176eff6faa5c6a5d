"""What is kept of stories as they were told, by which the next build knows those that stand."""

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from sqlite3 import Connection

from ..codec import from_json, to_json
from ..parts import Asked, Before, Standing
from ..records import Relay, Voice
from .tables import Table

_COLUMNS = ("story", "made_from", "named", "asked", "chains")
_KEPT = "SELECT read, found, claims FROM analysis"  # what is compared by is made from these


def standing_table(told: Iterable[Standing]) -> Table:
    """Rows of the table `told`."""
    return Table("told", _COLUMNS, map(_row, told))


def told_before(connection: Connection, documents: Iterable[str]) -> Before:
    """The stories of the last finished build, and which analyses are kept now."""
    return Before(_versions(connection, documents), _Told(connection))


class _Told(Mapping[str, Standing]):
    """What is kept of each story, read when it is asked for: together it would be much."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __getitem__(self, story: str) -> Standing:
        row = self._connection.execute(f"SELECT {', '.join(_COLUMNS)} FROM told WHERE story = ?", (story,)).fetchone()
        if row is None:
            raise KeyError(story)
        return _read(*row)

    def __iter__(self) -> Iterator[str]:
        return (story for (story,) in self._connection.execute("SELECT story FROM told"))

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
    return told.story, told.made_from, told.named, _packed(told.asked), _packed((told.voices, told.relays))


def _packed(value: object) -> bytes:
    return zlib.compress(json.dumps(to_json(value), ensure_ascii=False, separators=(",", ":")).encode())


def _read(story: str, made_from: str, named: str, asked: bytes, chains: bytes) -> Standing:
    voices, relays = json.loads(zlib.decompress(chains))
    return Standing(
        story,
        made_from,
        named,
        from_json(Asked, json.loads(zlib.decompress(asked))),
        tuple(from_json(Voice, voice) for voice in voices),
        tuple(from_json(Relay, relay) for relay in relays),
    )
