"""What is kept of stories as they were told, by which the next build knows those that stand."""

import json
import zlib
from collections.abc import Iterable, Mapping
from hashlib import sha256
from sqlite3 import Connection

from ..codec import from_json, to_json
from ..parts import Before, Standing
from ..records import Relay, Voice
from .tables import Table

_KEPT = "SELECT read, found, claims FROM analysis"  # what is compared by is made from these


def standing_table(told: Iterable[Standing]) -> Table:
    """Rows of the table `told`."""
    rows = ((one.story, one.made_from, json.dumps(one.asked, ensure_ascii=False), _packed(one)) for one in told)
    return Table("told", ("story", "made_from", "asked", "chains"), rows)


def told_before(connection: Connection, documents: Iterable[str]) -> Before:
    """The stories of the last finished build, and which analyses are kept now."""
    rows = connection.execute("SELECT story, made_from, asked, chains FROM told")
    versions = _versions(connection, documents)
    return Before(versions, {story: _read(story, *row) for story, *row in rows})


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


def _packed(told: Standing) -> bytes:
    chains = [to_json(told.voices), to_json(told.relays)]
    return zlib.compress(json.dumps(chains, ensure_ascii=False, separators=(",", ":")).encode())


def _read(story: str, made_from: str, asked: str, chains: bytes) -> Standing:
    voices, relays = json.loads(zlib.decompress(chains))
    return Standing(
        story,
        made_from,
        tuple(json.loads(asked)),
        tuple(from_json(Voice, voice) for voice in voices),
        tuple(from_json(Relay, relay) for relay in relays),
    )
