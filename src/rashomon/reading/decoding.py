"""Bytes to text: what is declared, then the byte-order mark, then what the bytes look like."""

import codecs
import re

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# UTF-8 read as Windows-1252 and written again: "â€™" for ’, "Ã©" for é.
_MOJIBAKE = re.compile("â€[™œ\u009d\u0080-\u00bf˜“”¦]|Ã[\u0080-\u00bf©¨¤¶¼±³]|Â[\u00a0»«]")
MOJIBAKE_SEEN = 2  # one such pair may be meant; two are a mistake


def decode(content: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text, and what is to be told of how it was read."""
    text, problems = _decoded(content, declared)
    if len(_MOJIBAKE.findall(text)) >= MOJIBAKE_SEEN:
        problems = (*problems, "the text looks decoded with a wrong encoding before it came here; it is kept as it is")
    return text, problems


def _decoded(content: bytes, declared: str | None) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in BOMS:
        if content.startswith(mark):
            told = f"a byte-order mark says {encoding}; it is not part of the text"
            text = content[len(mark) :].decode(encoding, "replace")
            return text, (told,) if encoding == "utf-8" else (told, f"read as {encoding}")
    for encoding in ("utf-8", declared):
        if (decoded := _strict(content, encoding)) is not None:
            return decoded, ()
    return content.decode("cp1252", "replace"), ("not UTF-8; read as cp1252",)


def _strict(content: bytes, encoding: str | None) -> str | None:
    try:
        return content.decode(encoding) if encoding else None
    except (LookupError, UnicodeError):
        return None
