"""Words of others told in the report's own: clauses, requests, names given and things announced."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...records import Span, Stance
from ..parse import Parse, Range, Token
from .clauses import clause_span, is_passive, subject_of, trimmed_span, verbs, voice_of
from .draft import Draft
from .lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Complement:
    """What a verb governs that may be what is said."""

    relation: str  # "clause", "infinitive", "object", "for" (a preposition), "as", "naming"
    content: Span
    stance: Stance
    head: int


def verb_drafts(parse: Parse, lexicon: Lexicon) -> Iterator[Draft]:
    """A draft for each verb that introduces words of others."""
    for verb in verbs(parse):
        complement = _complement(parse, verb, lexicon)
        if complement is None:
            continue
        noun = subject_of(parse, verb)
        if noun is not None and _first_person(noun):
            continue
        voice = voice_of(parse, noun, verb) if noun is not None else None
        yield Draft(complement.content, complement.stance, "indirect", _cue(parse, verb), verb.index, voice)


def _first_person(noun: Token) -> bool:
    return noun.lower in ("i", "we", "you")


def _cue(parse: Parse, verb: Token) -> Range:
    """The verb with its particle."""
    particles = [t.index for t in parse.children(verb.index, "prt") if t.index == verb.index + 1]
    return Range(verb.index, particles[0] if particles else verb.index)


def _complement(parse: Parse, verb: Token, lexicon: Lexicon) -> Complement | None:
    for find in (_clause, _naming, _infinitive, _prepositional, _object):
        complement = find(parse, verb, lexicon)
        if complement is not None:
            return complement
    return None


def _clause(parse: Parse, verb: Token, lexicon: Lexicon) -> Complement | None:
    if not lexicon.takes_clause(verb.lemma):
        return None
    heads = [t for t in parse.children(verb.index, "ccomp") if t.pos in ("VERB", "AUX", "NOUN", "ADJ", "PROPN", "NUM")]
    if heads:
        return _made(parse, verb, heads[0], "clause", lexicon.clause[verb.lemma])
    if verb.dep == "parataxis" or _is_parenthesis(parse, verb):
        return _around(parse, verb, lexicon)
    return None


def _is_parenthesis(parse: Parse, verb: Token) -> bool:
    """ ", the mayor said" tied to the clause it reports."""
    before = parse.subtree(verb.index).first - 1
    return (
        verb.dep in ("ccomp", "advcl", "dep")
        and before >= 0
        and parse.tokens[before].text == ","
        and bool(parse.children(verb.index, "nsubj"))
    )


def _around(parse: Parse, verb: Token, lexicon: Lexicon) -> Complement | None:
    """The clause that a parenthetical cue stands in: from its first word to its last."""
    head = parse.tokens[verb.head]
    if head.index == verb.index:
        return None
    return _made(parse, verb, head, "clause", lexicon.clause[verb.lemma])


def _made(parse: Parse, verb: Token, head: Token, relation: str, stance: Stance) -> Complement | None:
    content = clause_span(parse, head, verb)
    return Complement(relation, content, stance, head.index) if content is not None else None


def _infinitive(parse: Parse, verb: Token, lexicon: Lexicon) -> Complement | None:
    stance = lexicon.infinitive.get(verb.lemma)
    if stance is None:
        return None
    for head in parse.children(verb.index, "xcomp", "ccomp", "advcl"):
        to = [t for t in parse.children(head.index, "aux") if t.lower == "to"]
        if to and head.index > verb.index:
            end = parse.tokens[parse.subtree(head.index).last].end
            content = trimmed_span(parse.text, Span(to[0].start, end))
            return Complement("infinitive", content, stance, head.index) if content else None
    return None


def _naming(parse: Parse, verb: Token, lexicon: Lexicon) -> Complement | None:
    """ "described the plan as bold", "called it a mistake"."""
    if verb.lemma in lexicon.naming_as:
        return _named_as(parse, verb)
    if verb.lemma in lexicon.naming_object:
        return _named(parse, verb)
    return None


def _named_as(parse: Parse, verb: Token) -> Complement | None:
    objects = parse.children(verb.index, "dobj")
    as_ = [t for t in parse.children(verb.index, "prep") if t.lower == "as" and t.index > verb.index]
    as_ += [t for o in objects for t in parse.children(o.index, "prep") if t.lower == "as"]
    if not as_ or not objects or is_passive(parse, verb):
        return None
    first, last = parse.subtree(objects[0].index).first, parse.subtree(as_[0].index).last
    content = trimmed_span(parse.text, Span(parse.tokens[min(first, as_[0].index)].start, parse.tokens[last].end))
    return Complement("as", content, "says", as_[0].index) if content and first > verb.index else None


def _named(parse: Parse, verb: Token) -> Complement | None:
    names = [t for t in parse.children(verb.index, "oprd", "ccomp", "attr") if t.index > verb.index]
    if not names or is_passive(parse, verb):
        return None
    span = parse.subtree(names[0].index)
    content = trimmed_span(parse.text, Span(parse.tokens[span.first].start, parse.tokens[span.last].end))
    return Complement("naming", content, "says", names[0].index) if content else None


def _prepositional(parse: Parse, verb: Token, lexicon: Lexicon) -> Complement | None:
    for preposition in parse.children(verb.index, "prep"):
        stance = lexicon.preposition.get(f"{verb.lemma} {preposition.lower}")
        for noun in parse.children(preposition.index, "pobj", "pcomp"):
            if stance is not None:
                return _made(parse, verb, noun, preposition.lower, stance)
    return None


def _object(parse: Parse, verb: Token, lexicon: Lexicon) -> Complement | None:
    stance = lexicon.object.get(verb.lemma)
    if stance is None or is_passive(parse, verb):
        return None
    for noun in parse.children(verb.index, "dobj"):
        if noun.index > verb.index:
            return _made(parse, verb, noun, "object", stance)
    return None
