"""The rules of a language, compiled: patterns over classes of words instead of letters.

Each word of a text becomes one symbol, a character that stands for the set of classes the word belongs to; a
pattern becomes a regular expression over symbols. So a rule says `{month} {day} ,? {year}` and no letter of any
language stands in code, and a text of a thousand words is a thousand characters to match.

The language of patterns: `{class}` or `{class:field}` is a word of the class, its value kept in the field;
`<name>` is a pattern of the table `patterns`; a bare word or mark is itself; `( ) | ? *` and the looks
`(?= (?! (?<= (?<!` are as in regular expressions.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any  # a rule's constants are what the table gives

from ...languages import Language
from .lexicon import BREAK, Lexicon, Value, Word, lexicon_of, lower_of
from .words import NUMBER_SHAPES

_ELEMENT = re.compile(
    r"\{(?P<class>\w+)(?::(?P<field>\w+))?\}|<(?P<name>[a-z]\w*)>|(?P<glue>\(\?<?[=!]|[()|?*])|(?P<word>[^\W\d_]+|[^\w\s])"
)
_FIRST_SYMBOL = 0xE000  # the private use area has room for 6400 sets of classes
_OTHER = "\uf8ff"  # a word that no pattern speaks of


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over symbols with what a match means."""

    pattern: re.Pattern[str]
    needed: re.Pattern[str] | None  # one symbol that every match has; `None` where none is sure
    classes: Mapping[str, str]  # of each group
    type: str
    kind: str
    fixed: Mapping[str, Any]
    skip: bool


@dataclass(frozen=True, slots=True)
class Match:
    """Words `first` to `last`, both inclusive, that a rule took, with the values of its fields."""

    first: int
    last: int
    rule: Rule
    order: int
    fields: Mapping[str, Value]
    classes: Mapping[str, str]  # field to the class of the word it was read from


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules of a language, and the symbols they are written in."""

    symbols: Mapping[frozenset[str], str]
    literals: frozenset[str]
    rules: tuple[Rule, ...]


@cache
def grammar_of(language: Language) -> Grammar:
    """The grammar in a language's table `times`."""
    table = language.table("times")
    patterns = {name: _expanded(text, table["patterns"]) for name, text in table["patterns"].items()}
    texts = [_expanded(rule["pattern"], patterns) for rule in table["rules"]]
    literals = frozenset(m["word"] for text in texts for m in _ELEMENT.finditer(text) if m["word"]) | {BREAK}
    symbols = _symbols(lexicon_of(language), literals)
    rules = tuple(_rule(rule, text, symbols) for rule, text in zip(table["rules"], texts, strict=True))
    return Grammar(symbols, literals, rules)


def matches(words: tuple[Word, ...], grammar: Grammar) -> tuple[Match, ...]:
    """The longest matches that do not overlap, in order; of equally long ones that of the earliest rule.

    A rule that only keeps words from being read as a time goes before others."""
    symbols = [_symbol(word, grammar) for word in words]
    # No pattern speaks of other words, so a run of them is one symbol: rules cost nothing where no time is told.
    told = [at for at, symbol in enumerate(symbols) if symbol != _OTHER or (at and symbols[at - 1] != _OTHER)]
    text = "".join(symbols[at] for at in told)
    found = [
        _match(m, rule, order, words, told)
        for order, rule in enumerate(grammar.rules)
        for m in _found(rule, text)
        if m.end() > m.start()
    ]
    found.sort(key=lambda match: (match.first - match.last, not match.rule.skip, match.order, match.first))
    taken = bytearray(len(words))
    kept = []
    for match in found:
        if not any(taken[match.first : match.last + 1]):
            taken[match.first : match.last + 1] = b"\x01" * (match.last + 1 - match.first)
            kept.append(match)
    return tuple(sorted((m for m in kept if not m.rule.skip), key=lambda match: match.first))


def _found(rule: Rule, text: str) -> Iterator[re.Match[str]]:
    """The matches of a rule, looked for only in the runs that have what it needs."""
    if rule.needed is None:
        yield from rule.pattern.finditer(text)
        return
    done = 0
    while (needed := rule.needed.search(text, done)) is not None:
        start, end = text.rfind(_OTHER, done, needed.start()) + 1 or done, text.find(_OTHER, needed.end())
        done = len(text) if end < 0 else end
        yield from rule.pattern.finditer(text, start, done)


def _match(found: re.Match[str], rule: Rule, order: int, words: Sequence[Word], told: Sequence[int]) -> Match:
    """The match of a rule; a field may stand beside the words that it takes, where the rule looks around."""
    fields: dict[str, Value] = {}
    classes: dict[str, str] = {}
    for group, name in rule.classes.items():
        if found[group]:
            field = group.rpartition("__")[0]
            fields[field] = words[told[found.start(group)]].worth[name]
            classes[field] = name
    return Match(told[found.start()], told[found.end() - 1], rule, order, fields, classes)


def _symbol(word: Word, grammar: Grammar) -> str:
    if not word.worth and word.lower not in grammar.literals:
        return _OTHER
    return grammar.symbols.get(_signature(word, grammar.literals), _OTHER)


def _signature(word: Word, literals: frozenset[str]) -> frozenset[str]:
    own = {"=" + word.lower} if word.lower in literals else set()
    return frozenset(word.worth.keys() | own)


def _symbols(lexicon: Lexicon, literals: Iterable[str]) -> Mapping[frozenset[str], str]:
    known = frozenset(literals)
    signatures = {frozenset({"=" + literal}) for literal in known} | set(NUMBER_SHAPES)
    for entry, worth in lexicon.entries.items():
        signatures.add(_signature(Word(0, 0, entry, worth), known))
    ordered = sorted(signatures - {frozenset()}, key=sorted)
    return {signature: chr(_FIRST_SYMBOL + number) for number, signature in enumerate(ordered)}


def _expanded(text: str, patterns: Mapping[str, str]) -> str:
    """A pattern with the patterns it names put in."""

    def put(match: re.Match[str]) -> str:
        name = match["name"]
        return match.group() if name is None else f"({_expanded(patterns[name], patterns)})"

    return _ELEMENT.sub(put, text)


def _rule(rule: Mapping[str, Any], text: str, symbols: Mapping[frozenset[str], str]) -> Rule:
    classes: dict[str, str] = {}

    def put(match: re.Match[str]) -> str:
        if match["glue"]:
            return "(?:" if match["glue"] == "(" else match["glue"]
        if match["word"]:
            return _set("=" + lower_of(match["word"]), symbols)
        if match["field"] == "none":
            return _set(match["class"], symbols)
        group = f"{match['field'] or match['class']}__{len(classes)}"
        classes[group] = match["class"]
        return f"(?P<{group}>{_set(match['class'], symbols)})"

    pattern = "".join(put(match) for match in _ELEMENT.finditer(text))
    fixed = {key: rule[key] for key in rule if key not in ("pattern", "type", "kind", "skip")}
    needed = _needed(text, symbols)
    kind = rule.get("kind", "")
    return Rule(re.compile(pattern), needed, classes, rule.get("type", "DATE"), kind, fixed, "skip" in rule)


def _needed(text: str, symbols: Mapping[frozenset[str], str]) -> re.Pattern[str] | None:
    """Of the elements that a pattern has in no group, and that are not optional, the one that fewest symbols fit."""
    depth, sets = 0, []
    elements = list(_ELEMENT.finditer(text))
    for element, after in zip(elements, [*elements[1:], None], strict=True):
        glue = element["glue"] or ""
        if glue == "|" and depth == 0:
            return None
        depth += glue.startswith("(") - (glue == ")")
        if not glue and depth == 0 and (after is None or after["glue"] not in ("?", "*")):
            sets.append(_set(element["class"] or "=" + lower_of(element["word"]), symbols))
    return re.compile(min(sets, key=len)) if sets else None


def _set(member: str, symbols: Mapping[frozenset[str], str]) -> str:
    found = "".join(symbol for signature, symbol in symbols.items() if member in signature)
    if not found:
        raise ValueError(f"a pattern of times speaks of {member!r}, which no word is")
    return f"[{found}]"
