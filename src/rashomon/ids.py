"""Names for records, made from what they say, so that the same input names them the same."""

import hashlib
import json
from json.encoder import encode_basestring_ascii


def make_id(kind: str, *parts: str | int | None) -> str:
    """Name a record by its content.

    >>> make_id("figure", "ab", "c") == make_id("figure", "a", "bc")
    False
    """
    # JSON keeps the borders between parts, which joining with a separator would lose.
    key = f"[{', '.join(map(_written, (kind, *parts)))}]"
    return f"{kind}-{hashlib.sha256(key.encode()).hexdigest()[:16]}"


def _written(part: str | int | None) -> str:
    # Ids are made by the hundred thousand, and `dumps` makes an encoder for each.
    return encode_basestring_ascii(part) if isinstance(part, str) else json.dumps(part)


def digest(data: bytes) -> str:
    """SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digest_of(value: object) -> str:
    """The same of a value, as Python writes it."""
    return digest(repr(value).encode("utf-8", "surrogatepass"))
