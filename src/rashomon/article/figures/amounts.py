"""Amounts told of a happening: money, lengths, areas, strengths, each with its unit and what it measures."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import takewhile
from typing import Any  # a table's shape is known to the module that reads it

from ...languages import Language
from ..parse import Parse, Token
from .counted import Counted
from .elliptic import Found
from .lexicon import lemma_of
from .numbers import Number
from .readings import Reading

LONGEST_UNIT = 4  # tokens: "us dollars", "kilometres per hour"
CUES_BEFORE, CUES_AFTER = 10, 4  # tokens around an amount in which what it measures is told
WIDEST_SPAN = 6  # tokens between an amount and the word that tells its measure that are quoted with it
STRONGEST = 10  # no quake has had a greater magnitude
_RULES = frozenset({"default", "of"})  # keys of a table of measures that are no measure
WIDEST_BRACKET = 4  # tokens from an amount to the end of the bracket that opens before its other unit
LONGEST_CHAIN = 5  # heads above an amount up to its verb


@dataclass(frozen=True)
class _Table:
    """A language's table of amounts, made ready to look words up."""

    units: Mapping[str, tuple[str, str]]  # {phrase: (dimension, unit)}
    scales: Mapping[str, int]
    measures: Mapping[str, Mapping[str, Any]]
    after: Mapping[str, Mapping[str, Any]]
    words: Mapping[str, frozenset[str]]

    def measure_of(self, amount: "_Amount", token: Token) -> str | None:
        """What a word before or behind an amount tells that it measures."""
        told = self.measures[amount.dimension]
        behind = self.after.get(amount.dimension, {}) if token.index > amount.number.last else {}
        for measure, cues in (*told.items(), *behind.items()):
            if measure not in _RULES and (lemma_of(token) in cues or token.lower in cues):
                return measure
        return None


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number with its unit."""

    number: Number
    dimension: str
    unit: str


@cache
def _table(language: Language) -> _Table:
    table = language.table("amounts")
    units = {
        phrase: (dimension, unit)
        for dimension, kinds in table["units"].items()
        for unit, phrases in kinds.items()
        for phrase in phrases
    }
    words = {name: frozenset(listed) for name, listed in table["words"].items()}
    return _Table(units, table["scales"], table["measures"], table["after"], words)


def find_amounts(parse: Parse, language: Language, numbers: Iterable[Number]) -> Iterator[Found]:
    """The amounts whose measure is told, in order."""
    table = _table(language)
    before: _Amount | None = None
    for number in numbers:
        amount = _amount(parse, table, number)
        if amount is None:
            continue
        told_twice = before is not None and _is_same_again(parse, before, amount)
        before = amount
        if not told_twice and not _is_rate(parse, table, amount) and (measured := _measured(parse, table, amount)):
            yield measured


def _is_same_again(parse: Parse, before: _Amount, amount: _Amount) -> bool:
    """In brackets after the same in another unit: "12 miles (19 km)", "12 metres deep (39 feet)"."""
    between = parse.tokens[before.number.last + 1 : amount.number.first]
    opens = 0 < len(between) <= WIDEST_BRACKET and between[-1].text == "("
    return before.dimension == amount.dimension and opens


def _amount(parse: Parse, table: _Table, number: Number) -> _Amount | None:
    return _money(parse, table, number) or _strength(parse, table, number) or _of_unit(parse, table, number)


def _money(parse: Parse, table: _Table, number: Number) -> _Amount | None:
    """ "$ 12 million", "£5m"."""
    signs = [t for t in parse.tokens[number.first : number.head] if table.units.get(t.lower, ("",))[0] == "money"]
    if not signs:
        return None
    after = parse.tokens[number.last + 1 : number.last + 2]
    scale = (
        table.scales.get(after[0].lower.rstrip("."))
        if after and after[0].start == parse.tokens[number.last].end
        else None
    )
    if scale:
        number = _scaled(number, scale)
    return _Amount(number, *table.units[signs[0].lower])


def _scaled(number: Number, scale: int) -> Number:
    low, high = (None if bound is None else Decimal(int(bound * scale)) for bound in (number.low, number.high))
    return replace(number, low=low, high=high, last=number.last + 1)


def _strength(parse: Parse, table: _Table, number: Number) -> _Amount | None:
    """ "magnitude 6.4", "a magnitude of 6.4", "6.4 on the Richter scale"."""
    before = [t for t in parse.tokens[max(0, number.first - 2) : number.first] if t.lower not in table.words["of"]]
    after = parse.tokens[number.last + 1 : number.last + 1 + LONGEST_UNIT]
    told = bool(before) and before[-1].lower in table.words["before_strength"]
    if told:
        number = replace(number, first=before[-1].index)
    if not told and not any(t.lower in table.words["scale"] for t in after):
        return None
    strong = max(number.low or Decimal(0), number.high or Decimal(0))
    return _Amount(number, "magnitude", "magnitude") if 0 < strong <= STRONGEST else None


def _of_unit(parse: Parse, table: _Table, number: Number) -> _Amount | None:
    """ "12 km", "a 500-metre", "thousands of dollars"."""
    at = number.last + 1
    joins = table.words["hyphen"] | (table.words["of"] if number.relation == "vague" else frozenset())
    if at < len(parse.tokens) and parse.tokens[at].lower in joins:
        at += 1
    for length in range(LONGEST_UNIT, 0, -1):
        words = parse.tokens[at : at + length]
        phrase = " ".join(t.lower for t in words)
        # A single letter in capitals is something else: "7.5M".
        known = len(words) == length and (len(phrase) > 1 or phrase == words[0].text)
        unit = table.units.get(phrase) if known else None
        if unit and words[-1].pos != "VERB" and words[-1].sentence == parse.tokens[number.first].sentence:
            return _Amount(replace(number, last=at + length - 1), *unit)
    return None


def _is_rate(parse: Parse, table: _Table, amount: _Amount) -> bool:
    """ "$5 an hour", "$5 apiece"."""
    after = parse.tokens[amount.number.last + 1 : amount.number.last + 2]
    return any(t.lower in table.words["per"] for t in after)


def _measured(parse: Parse, table: _Table, amount: _Amount) -> Found | None:
    number = amount.number
    cue = _cue(parse, table, amount)
    head, of = parse.tokens[number.head], _of(parse, table, amount)
    kinds = table.measures[amount.dimension]
    measure = table.measure_of(amount, cue) if cue else kinds.get("default") or (of and kinds.get("of"))
    if not measure:
        return None
    near = cue is not None and min(abs(cue.index - number.first), abs(cue.index - number.last)) <= WIDEST_SPAN
    shown = cue.index if cue and near else number.first
    above = (t for _, t in zip(range(LONGEST_CHAIN), parse.ancestors(head.index), strict=False) if t.pos == "VERB")
    trigger = next(above, head)
    last = of.index if of else number.last
    words = parse.text[parse.tokens[number.last + 2].start : of.end] if of else None
    counted = Counted(number, None, head.index, number.first, last, unit=amount.unit, of=words)
    return counted, Reading(str(measure), trigger.index, min(shown, number.first), max(shown, last))


def _cue(parse: Parse, table: _Table, amount: _Amount) -> Token | None:
    """The nearest word that tells what is measured; what follows goes before what is as near before."""
    first, last = amount.number.first, amount.number.last
    sentence = parse.sentence_of(parse.tokens[first])
    around = range(max(sentence.first, first - CUES_BEFORE), first)
    # "a career-high 98 yards" tells no height
    before = [parse.tokens[i] for i in around if not i or parse.tokens[i - 1].lower not in table.words["hyphen"]]
    following = _past_brackets(parse.tokens[last + 1 : sentence.last + 1])[:CUES_AFTER]
    after = tuple(takewhile(lambda t: t.pos not in ("CCONJ", "PUNCT"), following))
    told = [t for t in (*before, *after) if table.measure_of(amount, t)]
    return min(
        told, key=lambda t: (t.index - last if t.index > last else first - t.index, t.index < first), default=None
    )


def _past_brackets(tokens: Sequence[Token]) -> Sequence[Token]:
    """What follows, without the same in another unit: "10 metres (33 feet) from"."""
    if not tokens or tokens[0].text != "(":
        return tokens
    closed = next((at for at, token in enumerate(tokens) if token.text == ")"), None)
    return tokens if closed is None else tokens[closed + 1 :]


def _of(parse: Parse, table: _Table, amount: _Amount) -> Token | None:
    """What a weight is of: "two tonnes of explosives"."""
    at = amount.number.last + 1
    if amount.dimension != "weight" or at >= len(parse.tokens) or parse.tokens[at].lower not in table.words["of"]:
        return None
    return next(iter(parse.children(at, "pobj")), None)
