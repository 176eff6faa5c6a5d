"""Counts told by a toll: "the death toll rose to 85", "bringing the number of dead to 12"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..parse import Parse, Token
from .counted import Counted
from .elliptic import Found
from .lexicon import lemma_of
from .readings import Clause, Reading, reading_of, suffered

LONGEST_CHAIN = 5  # steps from a number up to the noun of a toll


def toll_of(clause: Clause, counted: Counted) -> Reading | None:
    """ "The death toll rose to 85", "bringing the number of dead to 12", "a toll of 12"."""
    parse = clause.parse
    role = parse.tokens[counted.role]
    if role.dep not in ("pobj", "attr", "dobj", "npadvmod") or _is_one_of(parse, counted):
        return None
    at = role
    for _ in range(LONGEST_CHAIN):
        at = parse.tokens[at.head]
        if at.index == role.head and at.pos in ("ADP", "PART") and not _leads_to(clause, at, counted):
            return None
        if at.pos in ("VERB", "AUX"):
            told = _toll_of_verb(clause, at, role)
            if told or at.dep != "acl":
                return _as_told(clause, counted, told)
            continue  # "raised the number of people killed by the flood to 58", where the tree joins "to" to "killed"
        measure = _toll_measure(clause, at)
        if measure:
            return reading_of(measure, at, *parse.children(at.index, "compound"), role, scope="total")
    return None


def _is_one_of(parse: Parse, counted: Counted) -> bool:
    """ "The toll reached 41, 37 of them in the city", "since one of the deaths was an accident"."""
    whole = parse.tokens[counted.noun] if counted.part and counted.noun is not None else None
    return whole is not None and (whole.pos == "PRON" or counted.number.high == 1)


def _as_told(clause: Clause, counted: Counted, toll: Reading | None) -> Reading | None:
    """ "The number of victims reached 41 dead": the dead, whatever the toll is of."""
    told = clause.parse.tokens[counted.number.last + 1 : counted.last + 2]
    measure = next((clause.lexicon.states.get(t.lower) for t in told), None)
    return replace(toll, measure=measure) if toll and measure else toll


def _leads_to(clause: Clause, preposition: Token, counted: Counted) -> bool:
    """ "rose to 19", "rose from 12 to 19"; not "fell from 19"."""
    words = clause.lexicon.words
    before = clause.parse.tokens[counted.first - 1].lower
    ends = preposition.lower in words("toll", "from") and before in words("toll", "links")
    return ends or preposition.lower in words("toll", "links")


def on_top(clause: Clause, found: Iterable[Found]) -> Iterator[Found]:
    """ "The crash killed 12, bringing the toll to 85": the 12 are the latest of them."""
    counts = tuple((_reached(clause, counted, reading), reading) for counted, reading in found)
    raised = {_sentence(clause, one): one for one in counts if _is_raised(clause, one[1])}
    for one in counts:
        counted, reading = one
        toll = raised.get(_sentence(clause, one))
        latest = toll is not None and toll is not one and toll[1].measure == reading.measure
        yield counted, replace(reading, scope="additional") if latest and reading.scope is None else reading


def _reached(clause: Clause, counted: Counted, reading: Reading) -> Counted:
    """ "The count is up to seven": it has reached seven."""
    number, tokens = counted.number, clause.parse.tokens
    toll = lemma_of(tokens[reading.trigger]) in clause.lexicon.table["toll"]["nouns"]
    told = tokens[number.first].lower in clause.lexicon.words("toll", "reached")
    if not (toll and told and number.relation == "at_most" and tokens[number.first - 1].pos == "AUX"):
        return counted
    return replace(counted, number=replace(number, relation="exactly", low=number.high))


def exceeded(clause: Clause, found: Found) -> Found:
    """ "The toll exceeded 300": more than 300."""
    counted, reading = found
    number, role = counted.number, clause.parse.tokens[counted.role]
    exceeds = lemma_of(clause.parse.tokens[role.head]) in clause.lexicon.words("toll", "exceeding")
    if role.dep != "dobj" or not exceeds or number.relation not in ("exactly", "approximately"):
        return found
    return replace(counted, number=replace(number, relation="more_than", high=None)), reading


def _sentence(clause: Clause, one: Found) -> int:
    return clause.parse.tokens[one[0].first].sentence


def _is_raised(clause: Clause, reading: Reading) -> bool:
    toll = clause.parse.tokens[reading.trigger]
    raising = clause.lexicon.words("toll", "raising")
    told = lemma_of(toll) in clause.lexicon.table["toll"]["nouns"]
    return told and lemma_of(clause.parse.tokens[toll.head]) in raising


def _toll_of_verb(clause: Clause, verb: Token, role: Token) -> Reading | None:
    if lemma_of(verb) not in clause.lexicon.words("toll", "verbs") | clause.lexicon.words("toll", "of_nouns"):
        return None
    for child in clause.parse.children(verb.index, "nsubj", "nsubjpass", "dobj"):
        measure = _toll_measure(clause, child) or _measure_of_noun(clause, child, verb, role)
        if measure and child.index != role.index:
            return reading_of(measure, child, *clause.parse.children(child.index, "compound"), role, scope="total")
    return None


def _measure_of_noun(clause: Clause, noun: Token, verb: Token, role: Token) -> str | None:
    """ "Deaths hit 22", "the survivors amount to 103"; "police put the crowd at 4,000"."""
    words = clause.lexicon.words
    if lemma_of(noun) in words("toll", "gathered"):
        return "participants"
    told = (clause.lexicon.states.get(t.lower) for t in clause.parse.children(noun.index, "amod"))
    state = next((measure for measure in told if measure), None)  # "the displaced people amount to 131,000"
    bare = role.pos == "NUM" and noun.tag in ("NNS", "NNPS") and lemma_of(verb) in words("toll", "of_nouns")
    return (clause.lexicon.nouns.get(lemma_of(noun)) or state) if bare else None


def headline_toll(clause: Clause, counted: Counted) -> Reading | None:
    """ "Toll in Marville blast climbs to 19", where the tree takes the verb for a noun."""
    parse, words = clause.parse, clause.lexicon.words
    first = parse.sentence_of(parse.tokens[counted.first]).first
    before = parse.tokens[max(first, counted.first - 2) : counted.first]
    if counted.noun is not None or len(before) < 2 or before[1].lower not in words("toll", "links"):
        return None
    if lemma_of(before[0]) not in words("toll", "verbs"):
        return None
    for noun in parse.tokens[first : before[0].index]:
        if measure := _toll_measure(clause, noun):
            return reading_of(measure, noun, parse.tokens[counted.last], scope="total")
    return None


def _toll_measure(clause: Clause, noun: Token) -> str | None:
    """What a toll counts: by the word before it, by its "of", or by itself."""
    toll = clause.lexicon.table["toll"]
    if lemma_of(noun) not in toll["nouns"]:
        return None
    for child in clause.parse.children(noun.index, "compound", "amod", "nmod"):
        if measure := toll["before"].get(lemma_of(child)):
            return str(measure)
    glue = clause.lexicon.words("glue", "of")
    for of in (p for p in clause.parse.children(noun.index, "prep") if p.lower in glue):
        for child in clause.parse.children(of.index, "pobj", "pcomp"):
            if child.pos != "NUM" and (told := _of_toll(clause, child)):  # "a toll of 19", "the toll of the blast"
                return told
    plain: str | None = toll["plain"].get(lemma_of(noun))
    return plain


def _of_toll(clause: Clause, noun: Token) -> str | None:
    of = clause.lexicon.table["toll"]["of"]
    if measure := of.get(lemma_of(noun)) or of.get(noun.lower) or clause.lexicon.states.get(noun.lower):
        return str(measure)
    for child in clause.parse.children(noun.index, "amod", "acl"):
        if reading := suffered(clause, child):
            return reading.measure
    return None
