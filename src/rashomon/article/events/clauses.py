"""The words around a trigger that tell of its happening: its clause, without the clauses that hang on it."""

from collections.abc import Iterator

from ..parse import Parse, Range, Token

# A longer clause is cut to the unbroken run of its words around the trigger; set so that a clause reads as one line.
CLAUSE_LENGTH = 240
_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "parataxis", "csubj"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def clause_of(parse: Parse, trigger: Token) -> Range:
    """The clause of a trigger as a run of tokens that holds it."""
    # A mark of punctuation hangs on the verb and would stretch the clause to the end of its sentence.
    kept = sorted({trigger.index, *(t for t in _own(parse, trigger) if parse.tokens[t].pos != "PUNCT")})
    whole = _trimmed(parse, Range(kept[0], kept[-1]), trigger.index)
    start, end = parse.offsets(whole)
    if end - start <= CLAUSE_LENGTH:
        return whole
    return _trimmed(parse, _shortened(parse, _unbroken(parse, kept, trigger.index), trigger.index), trigger.index)


def verb_over(parse: Parse, token: Token) -> Token | None:
    """The nearest verb above a token."""
    return next((above for above in parse.ancestors(token.index) if above.pos in ("VERB", "AUX")), None)


def is_finite(parse: Parse, verb: Token) -> bool:
    """A verb that stands in a tense of its own, or with a helper that does."""
    helpers = parse.children(verb.index, "aux", "auxpass")
    return verb.tag in _FINITE or any(helper.tag in _FINITE for helper in helpers)


def tense_of(parse: Parse, verb: Token) -> str:
    """The tag of the word that carries a verb's tense, or of the verb itself."""
    helpers = parse.children(verb.index, "aux", "auxpass")
    return next((helper.tag for helper in helpers if helper.tag in _FINITE), verb.tag)


def _own(parse: Parse, trigger: Token) -> Iterator[int]:
    """The tokens of a subtree, less clauses of their own."""
    waiting = [trigger]
    while waiting:
        token = waiting.pop()
        yield token.index
        waiting.extend(child for child in parse.children(token.index) if not _is_clause(child))


def _is_clause(child: Token) -> bool:
    """A clause of its own; what has no verb at its head is a phrase, whatever the parse calls it."""
    return child.pos in ("VERB", "AUX") and (child.dep in _CLAUSES or child.dep in ("conj", "dep"))


def _unbroken(parse: Parse, kept: list[int], at: int) -> Range:
    inside = {*kept, *(t.index for t in parse.between(Range(kept[0], kept[-1])) if t.pos == "PUNCT")}
    first = last = at
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return Range(first, last)


def _shortened(parse: Parse, span: Range, at: int) -> Range:
    """Cut from the ends, the farther first, until the run is short enough."""
    first, last = span.first, span.last
    while first < last and parse.tokens[last].end - parse.tokens[first].start > CLAUSE_LENGTH:
        if at - first >= last - at:
            first += 1
        else:
            last -= 1
    return Range(first, last)


def _trimmed(parse: Parse, span: Range, at: int) -> Range:
    """Without punctuation and conjunctions at the ends."""
    first, last = span.first, span.last
    while first < at and parse.tokens[first].pos in ("PUNCT", "CCONJ", "SPACE"):
        first += 1
    while last > at and parse.tokens[last].pos in ("PUNCT", "CCONJ", "SPACE"):
        last -= 1
    return Range(first, last)
