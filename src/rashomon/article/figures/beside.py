"""What befell those counted, read from the words right beside them, where the tree says nothing: headlines, lists."""

from dataclasses import replace

from ..parse import Token
from .counted import Counted
from .lexicon import lemma_of
from .readings import Clause, Reading, reading_of, suffered, with_outcome


def fatally(clause: Clause, counted: Counted) -> Reading | None:
    """ "Two victims fatally shot at a car wash", where the tree takes the verb for another's."""
    words = clause.parse.tokens[counted.last + 1 : counted.last + 3]
    if len(words) < 2 or words[0].lower not in clause.lexicon.words("harm", "killed"):
        return None
    reading = suffered(clause, words[1])
    return reading if reading and reading.measure == "killed" else None


def followed(clause: Clause, counted: Counted) -> Reading | None:
    """A state right after the count, as in headlines: "12 dead, 3 hurt", "26 bodies and 78 wounded"."""
    parse = clause.parse
    last = parse.sentence_of(parse.tokens[counted.first]).last
    at = counted.last + 1
    while at <= last and parse.tokens[at].pos in ("ADV", "AUX"):
        at += 1
    if at > last:
        return None
    after = parse.tokens[at]
    if _died(clause, counted, after):
        return reading_of("killed", after)
    if (at > counted.last + 1 and _is_whole(clause, counted)) or _acts(clause, after):
        return None
    return suffered(clause, after) if after.lower in clause.lexicon.states or after.tag == "VBN" else None


def _died(clause: Clause, counted: Counted, verb: Token) -> bool:
    """ "As a result of a fire at the mine five people died", where the tree sees no subject in them."""
    dies = clause.lexicon.intransitive.get(lemma_of(verb)) == "killed" and verb.tag == "VBD"
    return dies and verb.index == counted.last + 1 and clause.parse.tokens[counted.role].dep == "pobj"


def listed(clause: Clause, counted: Counted) -> Reading | None:
    """ "10 guests, 2 waiters killed": the state at the end of a headline's list tells of all in it."""
    parse = clause.parse
    if parse.tokens[counted.role].dep not in ("ROOT", "appos") or [
        t.text for t in parse.tokens[counted.last + 1 : counted.last + 2]
    ] != [","]:
        return None
    for other in parse.children(counted.role, "appos"):
        states = parse.children(other.index, "acl") if parse.children(other.index, "nummod") else ()
        told = next(filter(None, (suffered(clause, state) for state in states)), None)
        if told:
            return replace(told, first=counted.first, last=counted.last)
    return None


def preceded(clause: Clause, counted: Counted) -> Reading | None:
    """A verb right before the count, as in headlines: "blast kills 12", "kills 1, wounds 2"."""
    parse = clause.parse
    if counted.first == parse.sentence_of(parse.tokens[counted.first]).first:
        return None
    before = parse.tokens[counted.first - 1]
    in_list = before.tag == "NNS" and before.index > 0 and parse.tokens[before.index - 1].text == ","
    measure = clause.lexicon.transitive.get(lemma_of(before)) if before.pos == "VERB" or in_list else None
    return with_outcome(clause, before, measure) if measure else None


def _is_whole(clause: Clause, counted: Counted) -> bool:
    """The 60 in "twelve of the 60 passengers were killed"."""
    of = clause.parse.tokens[clause.parse.tokens[counted.role].head]
    return of.lower in clause.lexicon.words("glue", "of") and clause.parse.tokens[of.head].pos == "NUM"


def _acts(clause: Clause, verb: Token) -> bool:
    """A verb with an object of its own, or joined to one: "a man shot and wounded five people", "a man shot at him"."""
    joined = (verb, *clause.parse.children(verb.index, "conj"))
    aims = clause.lexicon.words("glue", "aims")
    aimed = any(c.lower in aims for c in clause.parse.children(verb.index, "prep"))
    return aimed or any(clause.parse.children(v.index, "dobj") for v in joined)
