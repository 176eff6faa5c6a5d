"""What a language's `figures` table says, made ready to look words up."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any  # a table's shape is known to the module that reads it

from ...languages import Language
from ..parse import Token

DEFAULT_GROUP = "people"


@dataclass(frozen=True)
class Lexicon:
    """Words of counting, by what they tell; the keys of the mappings are lemmas or lower-case words."""

    transitive: Mapping[str, str]
    intransitive: Mapping[str, str]
    states: Mapping[str, str]
    nouns: Mapping[str, str]
    acts: Mapping[str, str]
    persons: frozenset[str]
    things: frozenset[str]
    groups: Mapping[str, str]
    numbers: Mapping[str, int]
    table: Mapping[str, Any]
    listed: Mapping[tuple[str, str], frozenset[str]]  # all lists of words of the table

    def words(self, section: str, key: str) -> frozenset[str]:
        """The words of one entry of the table."""
        return self.listed[section, key]

    def is_person(self, token: Token) -> bool:
        """A noun of people: one we know, a people's name, or a group's."""
        return any(w in self.persons for w in (lemma_of(token), token.lower)) or token.entity == "NORP"

    def is_thing(self, token: Token) -> bool:
        """A noun of things, animals, or units of measure."""
        return token.pos != "VERB" and (lemma_of(token) in self.things or token.lower in self.things)


def lemma_of(token: Token) -> str:
    """The lemma in lower case."""
    return token.lemma.lower()


@cache
def lexicon_of(language: Language) -> Lexicon:
    """The lexicon of a language."""
    table = language.table("figures")
    groups = {phrase: group for group, phrases in table["groups"].items() for phrase in phrases}
    heads = {phrase.split()[-1] for phrase in groups}
    return Lexicon(
        transitive=_by_word(table, "transitive"),
        intransitive=_by_word(table, "intransitive"),
        states=_by_word(table, "states"),
        nouns=_by_word(table, "nouns"),
        acts=_by_word(table, "acts"),
        persons=frozenset(table["persons"]["words"]) | heads,
        things=frozenset(table["things"]["words"]),
        groups=groups,
        numbers=language.table("numbers")["units"],
        table=table,
        listed=_listed(table),
    )


def _by_word(table: Mapping[str, Any], kind: str) -> Mapping[str, str]:
    return {word: measure for measure, kinds in table["measures"].items() for word in kinds[kind]}


def _listed(table: Mapping[str, Any]) -> Mapping[tuple[str, str], frozenset[str]]:
    entries = ((section, *entry) for section, rows in table.items() for entry in rows.items())
    return {(section, key): frozenset(words) for section, key, words in entries if isinstance(words, list)}
