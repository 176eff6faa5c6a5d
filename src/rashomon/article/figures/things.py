"""Things that an affair ruined, counted: "2,314 houses were destroyed or damaged", "five buildings collapsed"."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from ...languages import Language
from ..parse import Parse, Token
from .counted import Counted, counted_noun
from .elliptic import Found
from .lexicon import Lexicon, lemma_of, lexicon_of
from .measures import measure_of
from .numbers import Number
from .readings import Clause, Reading

_NONE: Mapping[str, str] = {}


def find_things(parse: Parse, language: Language, numbers: Iterable[Number]) -> Iterator[Found]:
    """The things told to be ruined by number, in order; the unit tells what kind of things they are."""
    clause, unit_of = Clause(parse, _lexicon(language)), _units(language)
    for number in numbers:
        counted = None if number.bound else counted_noun(parse, clause.lexicon, number)
        noun = parse.tokens[counted.noun] if counted is not None and counted.noun is not None else None
        unit = unit_of.get(lemma_of(noun)) if noun is not None else None
        if counted is None or noun is None or unit is None or number.relation == "none":
            continue
        thing = replace(counted, unit=unit, of=_named(parse, counted, noun))
        reading = measure_of(clause, thing)
        if reading and reading.measure in clause.lexicon.transitive.values():
            yield thing, replace(reading, measure=_together(clause, reading), scope=reading.scope or "total")


def _together(clause: Clause, reading: Reading) -> str:
    """ "destroyed or damaged": damaged, at the least."""
    joined = clause.parse.children(reading.trigger, "conj")
    others = (clause.lexicon.transitive.get(lemma_of(t)) or clause.lexicon.states.get(t.lower) for t in joined)
    return next((other for other in others if other), reading.measure)


def _named(parse: Parse, counted: Counted, noun: Token) -> str:
    """The words of the things: "residential houses"."""
    words = parse.tokens[counted.number.last + 1 : noun.index + 1]
    return parse.text[words[0].start : noun.end] if words else noun.text


@cache
def _lexicon(language: Language) -> Lexicon:
    """The words of harm to people, put out by those of harm to things."""
    ruin = language.table("figures")["ruin"]
    verbs = {verb: measure for measure, kinds in ruin.items() for verb in kinds["verbs"]}
    collapses = {verb: measure for measure, kinds in ruin.items() for verb in kinds["alone"]}
    acts = {noun: measure for measure, kinds in ruin.items() for noun in kinds["acts"]}
    states = {state: measure for measure, kinds in ruin.items() for state in kinds["states"]}
    return replace(
        lexicon_of(language), transitive=verbs, intransitive=collapses, states=states, nouns=_NONE, acts=acts
    )


@cache
def _units(language: Language) -> Mapping[str, str]:
    units = language.table("figures")["ruined"]
    return {noun: unit for unit, nouns in units.items() for noun in nouns}
