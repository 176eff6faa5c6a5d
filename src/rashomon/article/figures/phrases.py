"""What a verb tells together with the words that go with it: "took part", "taken into custody", "pulled alive"."""

from collections.abc import Iterator

from ..parse import Token
from .lexicon import lemma_of
from .readings import Clause, Reading, reading_of

_NAMES = ("compound", "amod")  # a word before a noun that makes it another thing: "police station", "medical help"


def told_with(clause: Clause, verb: Token, table: str) -> Reading | None:
    """What a verb tells with its object, or with a noun behind a preposition, by one of the tables of phrases."""
    phrases = clause.lexicon.table[table]
    for phrase, token in _phrases(clause, verb):
        if measure := phrases.get(phrase):
            return reading_of(str(measure), verb, token)
    return None


def told_stranded(clause: Clause, verb: Token) -> Reading | None:
    """What a passive tells with a preposition that nothing follows: "are still being searched for"."""
    phrases, lemma = clause.lexicon.table["stranded"], lemma_of(verb)
    for preposition in clause.parse.children(verb.index, "prep"):
        measure = phrases.get(f"{lemma} {preposition.lower}")
        if measure and not clause.parse.children(preposition.index):
            return reading_of(str(measure), verb, preposition)
    return None


def _phrases(clause: Clause, verb: Token) -> Iterator[tuple[str, Token]]:
    parse, lemma = clause.parse, lemma_of(verb)
    for noun in parse.children(verb.index, "dobj", "attr"):
        yield from _with_noun(clause, lemma, noun)
    for preposition in parse.children(verb.index, "prep"):
        yield f"{lemma} {preposition.lower}", preposition
        inner = parse.children(preposition.index, "prep")  # "from under the rubble"
        for noun in (n for p in (preposition, *inner) for n in parse.children(p.index, "pobj")):
            yield from _with_noun(clause, f"{lemma} {preposition.lower}", noun)
    for state in parse.children(verb.index, "oprd", "acomp", "advmod", "advcl", "xcomp"):
        yield f"{lemma} {state.lower}", state


def _with_noun(clause: Clause, verb: str, noun: Token) -> Iterator[tuple[str, Token]]:
    for word in clause.parse.children(noun.index, *_NAMES):
        yield f"{verb} {lemma_of(word)} {lemma_of(noun)}", noun
    yield f"{verb} {lemma_of(noun)}", noun
