"""One victim told without a number: "A man was killed", "police shot and killed Ann Alder"."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from ..parse import Parse, Token
from .counted import Counted
from .elliptic import Found
from .lexicon import Lexicon, lemma_of
from .measures import measure_of
from .numbers import Number
from .readings import Clause

_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "ROOT"})


def single_victims(parse: Parse, lexicon: Lexicon, counted: Iterable[Found]) -> tuple[Found, ...]:
    """At most one figure for each kind of harm that no number of the document counts.

    A person told alone is a toll only where the report gives no other: the driver who was shot too is part of it.
    """
    told = {reading.measure for _, reading in counted}
    victims = [one for one in _victims(parse, lexicon) if one[1].measure not in told]
    if "killed" in told or any(reading.measure == "killed" for _, reading in victims):
        # Whoever was hit or taken to hospital may be the one who died.
        victims = [one for one in victims if one[1].measure != "hit" and one[1].scope != "part"]
    best: dict[str, Found] = {}
    for one in victims:
        measure = one[1].measure
        if measure not in best or (one[0].number.low or 0) > (best[measure][0].number.low or 0):
            best[measure] = one
    return tuple(best[measure] for measure in sorted(best))


def _victims(parse: Parse, lexicon: Lexicon) -> Iterator[Found]:
    measures = lexicon.words("single", "measures")
    clause = Clause(parse, lexicon)
    for token in parse.tokens:
        if token.dep not in _ROLES or not _is_person(parse, lexicon, token):
            continue
        number = _number(parse, lexicon, token)
        counted = Counted(number, token.index, token.index, number.first, token.index)
        reading = measure_of(clause, counted)
        if token.pos == "PRON" and reading and reading.measure != "killed":
            continue
        if reading and reading.measure in measures and token.index not in range(reading.first, reading.last):
            yield counted, reading


def _is_person(parse: Parse, lexicon: Lexicon, token: Token) -> bool:
    """A single person: a noun of people in the singular with no number, a name, somebody by age."""
    children = parse.children(token.index)
    if any(child.dep == "nummod" for child in children) or lexicon.is_thing(token):
        return False
    if any(child.dep == "det" and child.lower in lexicon.words("single", "every") for child in children):
        return False
    if token.lower in lexicon.words("single", "pronouns"):
        return True
    if lemma_of(token) in lexicon.words("single", "not_victims"):
        return False
    if token.tag == "NNP":
        return token.entity == "PERSON"
    if lemma_of(token) in lexicon.words("single", "ages"):
        return token.index > 0 and parse.tokens[token.index - 1].text == "-"
    return token.tag == "NN" and lexicon.is_person(token)


def _number(parse: Parse, lexicon: Lexicon, token: Token) -> Number:
    """One, or as many as are joined to the first: "a man and his son"."""
    count, at = 1, token
    while joined := [c for c in parse.children(at.index, "conj") if _is_person(parse, lexicon, c)]:
        count, at = count + 1, joined[0]
    first = parse.subtree(token.index).first
    if token.index - first > 4 or parse.tokens[first].pos not in ("DET", "PROPN", "ADJ", "NOUN", "NUM"):
        first = token.index
    return Number(first, first, token.index, "exactly", Decimal(count), Decimal(count))
