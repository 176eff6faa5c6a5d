"""The words of a language that tell of happenings, as its table `events` lists them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any  # TOML values

from ...languages import Language


@dataclass(frozen=True, slots=True)
class Kind:
    """What sort of happening a word tells of: a PLOVER type and mode, where it has one."""

    type: str | None = None
    mode: str | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lemmas to kinds, and named lists of words; the lists are told in the table itself."""

    verbs: Mapping[str, Kind]
    nouns: Mapping[str, Kind]
    modes: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]  # of a type, by the words of the clause that tell them
    lists: Mapping[str, frozenset[str]]

    def has(self, name: str, word: str) -> bool:
        """A word stands in the list of that name."""
        return word in self.lists[name]


@cache
def lexicon_of(language: Language) -> Lexicon:
    """The lexicon of a language; read once a process."""
    table = language.table("events")
    lists = {
        name: frozenset(words)
        for part in ("words", "modality", "roles", "times")
        for name, words in table[part].items()
    }
    return Lexicon(_kinds(table["kinds"], "verbs"), _kinds(table["kinds"], "nouns"), _modes(table["modes"]), lists)


def _kinds(rows: list[dict[str, Any]], column: str) -> Mapping[str, Kind]:
    kinds: dict[str, Kind] = {}
    for row in rows:
        for word in row.get(column, ()):
            kinds.setdefault(word, Kind(row.get("type"), row.get("mode")))
    return kinds


def _modes(rows: list[dict[str, Any]]) -> Mapping[str, tuple[tuple[str, frozenset[str]], ...]]:
    modes: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {}
    for row in rows:
        modes[row["type"]] = (*modes.get(row["type"], ()), (row["mode"], frozenset(row["told_by"])))
    return modes
