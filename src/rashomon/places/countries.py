"""Countries as a language calls them, and their adjectives."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any  # Any: a language's table, read here only

from babel import Locale

from ..languages import Language

# CLDR codes that are no countries: pseudo-locales, unions, the unknown region.
_NO_COUNTRY = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"})
_CODE_LETTERS = 2
REMEMBERED = 16_384  # names that were looked up last


@dataclass(frozen=True)
class Countries:
    """The names, short forms and adjectives of countries in one language, each with its ISO code."""

    names: Mapping[str, str]
    demonyms: Mapping[str, str]
    official: tuple[tuple[str, ...], tuple[str, ...]]  # words before and after a name that leave it the same country

    def code_of(self, name: str) -> str | None:
        """The country of that name; "the Republic of X" and "X Federation" are X.

        >>> from rashomon.languages import Language
        >>> countries_of(Language("en")).code_of("the Italian Republic")
        'IT'
        """
        return self._code_of(name)

    @cached_property
    def _code_of(self) -> Callable[[str], str | None]:
        """The same, remembered: names come again and again."""
        return lru_cache(maxsize=REMEMBERED)(self._looked_up)

    def _looked_up(self, name: str) -> str | None:
        words = " ".join(name.replace("’", "'").split())
        words = words[4:] if words[:4].casefold() == "the " else words
        letters = words.replace(".", "") if words.isupper() else words
        return self.names.get(words) or self.names.get(letters) or self._official(words)

    def demonym(self, word: str) -> str | None:
        """The country that an adjective or the name of a people belongs to."""
        return self.demonyms.get(word)

    @cached_property
    def name_of(self) -> Mapping[str, str]:
        """The plain name of each country."""
        plain: dict[str, str] = {}
        for name, code in self.names.items():
            plain.setdefault(code, name)
        return plain

    def _official(self, words: str) -> str | None:
        before, after = self.official
        folded = words.casefold()
        for prefix in before:
            if folded.startswith(prefix + " "):
                return self.names.get(words[len(prefix) + 1 :].removeprefix("the "))
        head, _, last = words.rpartition(" ")
        if last.casefold() in after:
            return self.names.get(head) or self.demonyms.get(head)
        return None


@cache
def countries_of(language: Language) -> Countries:
    """The countries as a language calls them."""
    table = language.table("names")["countries"]
    names: dict[str, str] = {}
    for code, name in sorted(Locale(language.code).territories.items()):
        if len(code) == _CODE_LETTERS and code.isalpha() and code not in _NO_COUNTRY:
            names.setdefault(name.replace("’", "'").replace("&", "and"), code)
            names.setdefault(name.replace("’", "'"), code)
    for code, forms in sorted(table["short"].items()):
        names.update(dict.fromkeys(forms, code))
    official = (tuple(table["official_before"]), tuple(table["official_after"]))
    return Countries(names, _demonyms(names, table), official)


def _demonyms(names: Mapping[str, str], table: Mapping[str, Any]) -> dict[str, str]:
    irregular = table["irregular"]
    found: dict[str, str] = {}
    for name, code in names.items():
        if code not in irregular:
            for word in _adjectives(name, table["demonym_rules"]):
                found.setdefault(word, code)
    for code, words in sorted(irregular.items()):
        found.update(dict.fromkeys(words, code))
    return {word: code for word, code in found.items() if word not in names}


def _adjectives(name: str, rules: list[tuple[str, list[str]]]) -> Iterator[str]:
    for ending, endings in rules:
        if name.endswith(ending):
            stem = name[: len(name) - len(ending)]
            yield from (stem + put_on for put_on in endings if stem)
            return
