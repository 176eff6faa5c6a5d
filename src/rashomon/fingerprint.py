"""What a document is compared with others by: made where it is read alone, so that its text is not read again for it.

It depends on nothing but the document's analysis, and takes some two kilobytes packed.
"""

import struct
import sys
import zlib
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, cast

from .records import EntityType

NUMBERS = "I"  # the type of the arrays: four bytes each, little-endian when packed

_LINE = struct.Struct("<IIQB")
_LEAD = struct.Struct("<Q")
_LENGTH = struct.Struct("<I")
_LENGTHS = struct.Struct("<9I")


class Line(NamedTuple):
    """A line that is not marked; of its words a digest only, as all documents' lines are held at once."""

    start: int
    end: int
    words: int
    is_sentence: bool
    is_free: bool  # nothing in it forbids that it is furniture


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of a document and the days it tells of, each once, with how often it tells them."""

    words: tuple[str, ...]
    counts: "array[int]"
    lead_counts: "array[int]"  # of the first words alone


@dataclass(frozen=True, slots=True)
class Sample:
    """What tells which passages a document shares with others."""

    shingles: "array[int]"  # one in some, rising
    words: int  # how many it has
    digest: bytes  # of all its words; none of no words
    quotations: tuple[tuple[int, int], ...]  # the spans of direct speech


class NamedForm(NamedTuple):
    """A form of a name, folded, and what the document takes it for; it holds no line ends."""

    type: EntityType
    form: str


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a document is compared with others by."""

    lines: tuple[Line, ...]
    lead: int | None  # the digest of its first long line
    terms: Terms
    sample: Sample
    names: tuple[NamedForm, ...] = ()  # each once


def numbers(values: Iterable[int]) -> "array[int]":
    """Numbers that are not negative and below 2³²."""
    return array(NUMBERS, values)


def to_bytes(told: Fingerprint) -> bytes:
    """A fingerprint, packed."""
    parts = (
        b"".join(
            _LINE.pack(line.start, line.end, line.words, 2 * line.is_sentence + line.is_free) for line in told.lines
        ),
        b"" if told.lead is None else _LEAD.pack(told.lead),
        "\n".join(told.terms.words).encode("utf-8", "surrogatepass"),
        _packed(told.terms.counts),
        _packed(told.terms.lead_counts),
        _packed(told.sample.shingles),
        _LENGTH.pack(told.sample.words) + told.sample.digest,
        _packed(numbers(place for span in told.sample.quotations for place in span)),
        "\n".join(f"{name.type} {name.form}" for name in told.names).encode("utf-8", "surrogatepass"),
    )
    return zlib.compress(_LENGTHS.pack(*map(len, parts)) + b"".join(parts))


def from_bytes(told: bytes) -> Fingerprint:
    """The fingerprint that `to_bytes` packed."""
    lines, lead, words, counts, lead_counts, shingles, sample, quotations, names = _parts(zlib.decompress(told))
    places = _unpacked(quotations)
    return Fingerprint(
        lines=tuple(Line(a, b, said, bool(kind & 2), bool(kind & 1)) for a, b, said, kind in _LINE.iter_unpack(lines)),
        lead=_LEAD.unpack(lead)[0] if lead else None,
        terms=Terms(_lines(words), _unpacked(counts), _unpacked(lead_counts)),
        sample=Sample(
            shingles=_unpacked(shingles),
            words=_LENGTH.unpack_from(sample)[0],
            digest=sample[_LENGTH.size :],
            quotations=tuple(zip(places[::2], places[1::2], strict=True)),
        ),
        names=tuple(map(_name, _lines(names))),
    )


def _parts(told: bytes) -> Sequence[bytes]:
    parts, start = [], _LENGTHS.size
    for length in _LENGTHS.unpack_from(told):
        parts.append(told[start : start + length])
        start += length
    return parts


def _lines(joined: bytes) -> tuple[str, ...]:
    return tuple(joined.decode("utf-8", "surrogatepass").split("\n")) if joined else ()


def _name(line: str) -> NamedForm:
    kind, _, form = line.partition(" ")
    return NamedForm(cast(EntityType, kind), form)


def _packed(values: "array[int]") -> bytes:
    return _turned(values).tobytes()


def _unpacked(told: bytes) -> "array[int]":
    values = array(NUMBERS)
    values.frombytes(told)
    return _turned(values)


def _turned(values: "array[int]") -> "array[int]":
    """The same numbers with the bytes the other way round, on the few machines that need it."""
    if sys.byteorder == "big":
        values = values[:]
        values.byteswap()
    return values
