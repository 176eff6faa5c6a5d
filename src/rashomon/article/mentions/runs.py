"""Runs of capitalised words, with the small words inside them, as candidates for names."""

from collections.abc import Sequence

from ..parse import Parse, Range, Token
from .lexicon import Lexicon
from .words import name_words

_HYPHENS = frozenset({"-", "‑"})
_APOSTROPHES = frozenset({"'", "’"})
_MOST_INSIDE = 3  # small words between two words of a name: "Universidad de los Andes"


def name_runs(parse: Parse, lexicon: Lexicon) -> tuple[Range, ...]:
    """The longest runs of words that can be one name, in order."""
    marks = tuple(name_words(parse, lexicon))
    runs: list[Range] = []
    index = 0
    while index < len(parse.tokens):
        if not marks[index]:
            index += 1
            continue
        last = _run_end(parse, lexicon, marks, index)
        runs.append(Range(index, last))
        index = last + 1
    return tuple(runs)


def _run_end(parse: Parse, lexicon: Lexicon, marks: Sequence[bool], first: int) -> int:
    last = first
    while (step := _next_word(parse, lexicon, marks, Range(first, last))) is not None:
        last = step
    while last + 1 < len(parse.tokens) and _is_number_of(parse, last):
        last += 1
    return last


def _next_word(parse: Parse, lexicon: Lexicon, marks: Sequence[bool], run: Range) -> int | None:
    """The next word of the name, if it goes on."""
    tokens, last = parse.tokens, run.last
    for target in range(last + 1, min(last + 2 + _MOST_INSIDE, len(tokens))):
        if tokens[target].sentence != tokens[last].sentence:
            return None
        inside = tokens[last + 1 : target]
        if marks[target] and _joins(parse, lexicon, run, inside, tokens[target]):
            return target
        if not _may_lie_inside(tokens[target], lexicon):
            return None
    return None


def _may_lie_inside(token: Token, lexicon: Lexicon) -> bool:
    small = token.lower in lexicon.particles or token.text in lexicon.inside
    return small or token.text in _HYPHENS or token.text in _APOSTROPHES


def _joins(parse: Parse, lexicon: Lexicon, run: Range, inside: Sequence[Token], target: Token) -> bool:
    """Two name words with these small words between them belong to one name."""
    if not inside:
        return "\n" not in parse.text[parse.tokens[run.last].end : target.start]
    if all(t.text in _HYPHENS or t.text in _APOSTROPHES for t in inside):
        return inside[0].start == parse.tokens[run.last].end and inside[-1].end == target.start
    if all(t.lower in lexicon.particles for t in inside):
        return True
    return _is_body_joint(parse, lexicon, run, inside)


def _is_body_joint(parse: Parse, lexicon: Lexicon, run: Range, inside: Sequence[Token]) -> bool:
    """ "Ministry of Trade and Industry": a body's name goes on after "of", and then after "and"."""
    first, last = parse.tokens[run.first].text, parse.tokens[run.last].text
    joint = inside[0].text
    if joint == "&":
        return len(inside) == 1
    if joint == "of":
        return last in lexicon.opening_heads
    if joint not in lexicon.inside or first not in lexicon.opening_heads:
        return False
    if joint == "and":
        return run.last > run.first and len(inside) == 1 and _is_common(parse.tokens[run.last])
    return run.first == run.last


def _is_common(token: Token) -> bool:
    """ "Foreign Affairs and Trade" goes on, "the Bank of Oslo and Bergen" does not: the parser sees a place there."""
    return token.entity not in ("GPE", "LOC", "PERSON")


def _is_number_of(parse: Parse, last: int) -> bool:
    """ "Expo 2017": a number that the parser takes into the name."""
    name, number = parse.tokens[last], parse.tokens[last + 1]
    return (
        number.tag == "CD"
        and number.text.isdigit()
        and any(
            e.first <= name.index and number.index <= e.last and e.label in ("EVENT", "LAW", "PRODUCT", "WORK_OF_ART")
            for e in parse.entities
        )
    )
