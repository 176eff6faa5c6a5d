"""Counts that leave out what they count: it was told just before."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from ...bounds import bounds
from ..parse import Parse
from .counted import Counted
from .lexicon import Lexicon, lemma_of
from .readings import Reading

Found = tuple[Counted, Reading]
_HARM = frozenset({"injured", "killed", "casualties", "hit"})


def shared_hedges(parse: Parse, found: Iterable[Found]) -> Iterator[Found]:
    """ "At least three soldiers and three guards were killed": the hedge governs both counts."""
    earlier: dict[int, Counted] = {}
    for counted, reading in found:
        role = parse.tokens[counted.role]
        first = earlier.get(role.head) if role.dep == "conj" else None
        if first and counted.number.relation == "exactly" and first.number.relation in ("at_least", "more_than"):
            low, high = bounds(first.number.relation, counted.number.low or Decimal(0))
            counted = replace(
                counted, number=replace(counted.number, relation=first.number.relation, low=low, high=high)
            )
        earlier[counted.role] = counted
        yield counted, reading


def taken_up(parse: Parse, lexicon: Lexicon, counted: Counted, before: Found | None) -> Reading | None:
    """What a bare count takes up from the one before it: "two were hurt, one seriously"; "at first we heard 73"."""
    if before is None or (counted.noun is not None and parse.tokens[counted.noun].pos != "PRON"):
        return None
    token, last = parse.tokens[counted.role], parse.tokens[before[0].role]
    if token.sentence == last.sentence and before[1].measure in _HARM:
        after = parse.tokens[counted.last + 1] if counted.last + 1 < len(parse.tokens) else None
        for measure in ("injured", "killed"):
            if after is not None and after.lower in lexicon.words("harm", measure):
                return Reading(measure, after.index, counted.first, after.index, "part")
    verb = parse.tokens[token.head]
    if (
        token.paragraph == last.paragraph
        and token.dep == "dobj"
        and lemma_of(verb) in lexicon.words("elliptic", "verbs")
    ):
        return Reading(before[1].measure, verb.index, verb.index, counted.last)
    return None
