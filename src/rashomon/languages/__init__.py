"""What we know of a language: data files only, one folder a language."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any  # a table's shape is known to the module that reads it

from ..errors import UnknownName


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its code; its tables are the TOML files of its folder."""

    code: str

    def table(self, name: str) -> Mapping[str, Any]:
        """The table `languages/<code>/<name>.toml`."""
        return _table(self.code, name)


@cache
@cache
def known_languages() -> tuple[str, ...]:
    """Codes of all languages that have a folder."""
    return tuple(sorted(entry.name for entry in files(__name__).iterdir() if _is_language(entry)))


def language_of(code: str) -> Language:
    """The language with that BCP 47 code; a region is left aside ("en-GB" is "en")."""
    base = code.replace("_", "-").split("-")[0].lower()
    if base not in known_languages():
        raise UnknownName("language", code, known_languages())
    return Language(base)


def code_told(language: str | None) -> str:
    """The code whose tables a document's language is looked up by: "en" of "en-GB", and where none is told."""
    return (language or "en").split("-")[0]


def _is_language(entry: Any) -> bool:
    return entry.is_dir() and not entry.name.startswith("_")


@cache
def _table(code: str, name: str) -> Mapping[str, Any]:
    return tomllib.loads((files(__name__) / code / f"{name}.toml").read_text(encoding="utf-8"))
