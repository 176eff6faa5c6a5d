"""Bytes to text: the byte-order mark, UTF-8, what is declared, then what the bytes look like."""

import codecs
import re

from charset_normalizer import from_bytes

from ..errors import SourceError

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 50_000  # bytes that detection looks at; more changes nothing and takes long
BINARY_SHARE = 0.02  # control characters, of all, from which on bytes are no text; texts of the cases have none
FALLBACK = "cp1252"  # the commonest encoding of old English pages; it can read nearly everything
# UTF-8 read as Windows-1252 and written again: the pairs that stand for curly quotes, dashes and accented letters.
_MOJIBAKE = re.compile("â€[™œ\u009d\u0080-\u00bf˜“”¦]|Ã[\u0080-\u00bf©¨¤¶¼±³]|Â[\u00a0»«]")
MOJIBAKE_SEEN = 2  # one such pair may be meant; two are a mistake
_CONTROL = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f]")


def decode(content: bytes, place: str, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text, and what is to be told of how it was read; bytes that are no text are refused."""
    text, problems = _decoded(content, declared)
    if len(_CONTROL.findall(text)) > BINARY_SHARE * len(text):
        raise SourceError(place, "bytes that are not text", "text", "Convert the file to a text format first.")
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
        problems = (*problems, "NUL characters, which no text can hold, are shown as U+FFFD")
    if len(_MOJIBAKE.findall(text)) >= MOJIBAKE_SEEN:
        problems = (*problems, "the text looks decoded with a wrong encoding before it came here; it is kept as it is")
    return text, problems


def _decoded(content: bytes, declared: str | None) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in BOMS:
        if content.startswith(mark):
            told = f"begins with a byte-order mark, so it is read as {encoding}; the mark is not part of the text"
            return _replaced(content[len(mark) :], encoding, told)
    for candidate in (_wide(content), "utf-8", declared):
        if (decoded := _strict(content, candidate)) is not None:
            return decoded, ()
    if declared and _is_charset(declared):
        return _replaced(content, declared, f"declared as {declared}")
    best = from_bytes(content[:SAMPLE]).best()
    encoding = best.encoding if best else FALLBACK
    return _replaced(content, encoding, f"not UTF-8; the bytes look like {encoding} and are read as such")


def _replaced(content: bytes, encoding: str, told: str) -> tuple[str, tuple[str, ...]]:
    text = content.decode(encoding, "replace")
    lost = text.count("\ufffd")
    return text, (told,) if not lost else (told, f"{lost} characters could not be decoded and are shown as U+FFFD")


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark, which shows by a NUL in every other byte."""
    sample = content[:SAMPLE]
    for encoding, nuls in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if len(nuls) > 1 and nuls.count(0) * 2 > len(nuls):
            return encoding
    return None


def _strict(content: bytes, encoding: str | None) -> str | None:
    try:
        return content.decode(encoding) if encoding else None
    except (LookupError, ValueError):
        return None


def _is_charset(encoding: str) -> bool:
    """Whether it can read bytes that do not fit it; Python's codecs for other ends cannot."""
    try:
        return bool(b"\xff".decode(encoding, "replace"))
    except (LookupError, ValueError):
        return False
