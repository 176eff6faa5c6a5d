"""Sorted lines in packed blocks: a lookup unpacks one block; at the start only where the blocks begin is read."""

import json
import zlib
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile
from pathlib import Path

DATA = Path(__file__).parent / "data"
LINES = 256  # in a block: small enough to unpack in a tenth of a millisecond, large enough to pack well
_KEPT = 256  # blocks that are kept unpacked, of all files together: some eight megabytes
_HEAD = 4  # bytes that tell how long the list of blocks is


@dataclass(frozen=True, slots=True)
class _Index:
    """Where the blocks of a file begin, the end of the last, and the key of each block's first line."""

    starts: list[int]
    keys: list[str]


def pack(lines: Iterable[str]) -> bytes:
    """The bytes of a file of these lines.

    To be found by a key (up to the first tab), they must be sorted, and their keys hold no control characters.
    """
    held = list(lines)
    parts = [held[at : at + LINES] for at in range(0, len(held), LINES)]
    blocks = [zlib.compress("\n".join(part).encode(), 9) for part in parts]
    starts = [0]
    for block in blocks:
        starts.append(starts[-1] + len(block))
    index = zlib.compress(json.dumps([starts, [part[0].split("\t")[0] for part in parts]]).encode(), 9)
    return b"".join((len(index).to_bytes(_HEAD, "big"), index, *blocks))


def line(name: str, number: int) -> list[str]:
    """The fields of a line by its number from 0."""
    return _block(name, number // LINES)[number % LINES].split("\t")


def lines_of(name: str, key: str) -> list[list[str]]:
    """The fields behind a key, of each line that has it, in the order of the file."""
    keys, wanted = _index(name).keys, f"{key}\t"
    # Lines of one key may go on over blocks: the first can lie in the block before the one that begins with the key.
    number = max(bisect_left(keys, key) - 1, 0)
    found: list[list[str]] = []
    while number < len(keys) and keys[number] <= key:
        block = _block(name, number)
        first = bisect_left(block, wanted)
        found += [row.split("\t")[1:] for row in takewhile(lambda row: row.startswith(wanted), block[first:])]
        number += 1
    return found


@cache
def _bytes(name: str) -> bytes:
    return (DATA / name).read_bytes()


@cache
def _index(name: str) -> _Index:
    held = _bytes(name)
    length = int.from_bytes(held[:_HEAD], "big")
    starts, keys = json.loads(zlib.decompress(held[_HEAD : _HEAD + length]))
    return _Index([start + _HEAD + length for start in starts], keys)


@lru_cache(maxsize=_KEPT)
def _block(name: str, number: int) -> list[str]:
    starts = _index(name).starts
    return zlib.decompress(_bytes(name)[starts[number] : starts[number + 1]]).decode().split("\n")
