"""Counts that leave out what they count: it was told just before."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from ...bounds import bounds
from ...records import Scope
from ..parse import Parse, Token
from .counted import Counted
from .lexicon import Lexicon, lemma_of
from .readings import Reading

Found = tuple[Counted, Reading]
_OPENING = ("(", "-", "\u2013", "\u2014", ":")  # before those who they were, one kind after the other
_RELATIVE = ("WP", "WDT")
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


def included(parse: Parse, lexicon: Lexicon, counted: Counted, before: Found | None) -> Reading | None:
    """ "The toll stood at 57, including 22 women": a part of what is counted right before."""
    if before is None or parse.tokens[counted.first].sentence != parse.tokens[before[0].first].sentence:
        return None
    if _is_in_bracket(parse, lexicon, counted, before):
        return Reading(before[1].measure, before[1].trigger, counted.first, counted.last, "part")
    at = counted.first - 1
    among = lexicon.words("scope", "among")  # "among them two medics"
    if counted.noun is not None and lexicon.nouns.get(lemma_of(parse.tokens[counted.noun])) not in (
        None,
        before[1].measure,
    ):
        return None  # "27 cases, including nine deaths": all who died
    told = parse.tokens[max(before[0].last, before[1].last) + 1 : at]
    between = [t for t in told if t.pos != "PUNCT" and t.lower not in among | lexicon.words("glue", "of")]
    if len(told) > 1 and told[0].text == told[-1].text == "," and _tells(lexicon, between):
        between = []  # "12 were hurt, it said, including three children"
    opens = parse.tokens[at].lower in lexicon.words("scope", "part_before")
    goes_on = before[1].scope == "part" and parse.tokens[at].pos == "CCONJ" and parse.tokens[counted.role].dep == "conj"
    if goes_on and any(t.lower in lexicon.states for t in parse.tokens[counted.last + 1 : counted.last + 2]):
        return None  # "including two boys and 46 injured"
    if not (goes_on and parse.tokens[counted.role].head == before[0].role) and (between or not (opens or goes_on)):
        return None
    return Reading(before[1].measure, before[1].trigger, counted.first, counted.last, "part")


def _is_in_bracket(parse: Parse, lexicon: Lexicon, counted: Counted, before: Found) -> bool:
    """ "16 were killed (six men, eight women and two boys)": who they were, one kind after the other."""
    noun = parse.tokens[counted.noun] if counted.noun is not None else None
    after = parse.tokens[counted.last + 1 : counted.last + 2]
    ends = bool(after) and (after[0].pos == "CCONJ" or after[0].text in (",", ")", ";"))
    between = parse.tokens[max(before[0].last, before[1].last) + 1 : counted.first]
    if between and between[-1].text in _OPENING[1:]:
        between = between[-1:]
    opened = any(t.text in _OPENING for t in between) or before[1].scope == "part"
    joined = bool(between) and all(t.pos == "CCONJ" or t.text in (*_OPENING, ",", ";") for t in between)
    is_kind = noun is not None and lexicon.is_person(noun) and lexicon.nouns.get(lemma_of(noun)) is None
    if not (is_kind and opened and joined):
        return False
    sentence = parse.tokens[parse.sentence_of(parse.tokens[counted.first]).first : counted.first]
    marks = [t.text for t in sentence if t.text in (*_OPENING, ")")]
    fewer = before[1].scope == "part" or (counted.number.low or 0) <= (before[0].number.low or 0)
    closed = ends or after == () or after[0].text == "."
    return ends if marks[-1:] == ["("] else bool(marks) and marks[-1] != ")" and closed and fewer


def _tells(lexicon: Lexicon, words: list[Token]) -> bool:
    return any(lemma_of(t) in lexicon.words("elliptic", "verbs") for t in words)


def taken_up(parse: Parse, lexicon: Lexicon, counted: Counted, before: Found | None) -> Reading | None:
    """What a bare count takes up from the one before it: "two were hurt, one seriously"; "at first we heard 73"."""
    if before is None:
        return None
    if told := _of_those_before(parse, lexicon, counted, before) or _was_before(parse, lexicon, counted, before):
        return told
    if counted.noun is not None and parse.tokens[counted.noun].pos != "PRON":
        same = parse.tokens[counted.noun].sentence == parse.tokens[before[0].role].sentence
        return _some_of_whom(parse, lexicon, counted, before) if same else None
    token, last = parse.tokens[counted.role], parse.tokens[before[0].role]
    if token.sentence == last.sentence:
        part = (
            _harmed(parse, lexicon, counted, before)
            or _some_of_them(parse, counted, before)
            or _elsewhere(parse, counted, before)
        )
        if part:
            return part
    if token.paragraph == last.paragraph and _is_the_same_again(parse, lexicon, token):
        return Reading(before[1].measure, parse.tokens[token.head].index, token.head, counted.last, "total")
    return None


def _harmed(parse: Parse, lexicon: Lexicon, counted: Counted, before: Found) -> Reading | None:
    """ "Two were hurt, one seriously"; "six were shot, one fatally" tells of all who died."""
    if before[1].measure not in _HARM or counted.last + 1 >= len(parse.tokens):
        return None
    after = parse.tokens[counted.last + 1]
    for measure in ("injured", "killed"):
        if after.lower in lexicon.words("harm", measure):
            scope: Scope | None = "part" if measure in ("injured", before[1].measure) else None
            return Reading(measure, after.index, counted.first, after.index, scope)
    return None


def _some_of_them(parse: Parse, counted: Counted, before: Found) -> Reading | None:
    """ "164 people were killed, 103 of them in the city, 12 of them children"."""
    role = parse.tokens[counted.role]
    head = parse.tokens[role.head]
    acts = role.dep in ("nsubj", "nsubjpass", "dobj") and head.pos == "VERB"
    if not counted.part or counted.noun is None or acts:
        return None
    return Reading(before[1].measure, counted.role, counted.first, counted.last, "part")


def _of_those_before(parse: Parse, lexicon: Lexicon, counted: Counted, before: Found) -> Reading | None:
    """ "Of these, 11 are teenagers", "among them were 40 foreigners", "14 of the dead are miners, four are guards"."""
    role, last = parse.tokens[counted.role], parse.tokens[before[0].role]
    verb = parse.tokens[role.head]
    if role.dep not in ("nsubj", "nsubjpass", "attr") or role.paragraph != last.paragraph:
        return None
    wholes = _wholes(parse, lexicon, counted, verb)
    is_kind = lemma_of(verb) in lexicon.words("scope", "among_verbs")
    those = any(is_kind or t.tag in _RELATIVE for t in wholes) and role.sentence - last.sentence <= 1
    kinds = parse.children(verb.index, "attr")
    goes_on = is_kind and role.sentence == last.sentence and counted.noun is None and before[0].part
    more = not before[0].part and (counted.number.low or 0) > (before[0].number.low or 0)
    if more or not (those or (goes_on and any(lexicon.is_person(kind) for kind in kinds))):
        return None
    return Reading(before[1].measure, counted.role, counted.first, counted.last, "part")


def _wholes(parse: Parse, lexicon: Lexicon, counted: Counted, verb: Token) -> list[Token]:
    """The pronouns for those of whom some are counted: "of these", "among them", "of which"."""
    opens = lexicon.words("glue", "of") | lexicon.words("scope", "among")
    fronted = [p for p in parse.children(verb.index, "prep") if p.index < min(counted.first, verb.index)]
    behind = (p for p in parse.children(counted.role, "prep") if counted.part or p.index < counted.first)
    below = (t for p in (*fronted, *behind) if p.lower in opens for t in parse.children(p.index, "pobj"))
    return [t for t in below if t.lower in lexicon.words("scope", "whole")]


def _was_before(parse: Parse, lexicon: Lexicon, counted: Counted, before: Found) -> Reading | None:
    """ "The toll rose to 136, up from 44 the night before"."""
    role = parse.tokens[counted.role]
    preposition = parse.tokens[role.head]
    words = parse.tokens[max(preposition.index - 1, 0) : preposition.index + 1]
    told = " ".join(t.lower for t in words) in lexicon.words("order", "from_before")
    same = told and role.dep == "pobj" and role.sentence == parse.tokens[before[0].role].sentence
    return Reading(before[1].measure, role.index, counted.first, counted.last, "total") if same else None


def _some_of_whom(parse: Parse, lexicon: Lexicon, counted: Counted, before: Found) -> Reading | None:
    """ "5,000 people were evacuated, of whom 1,400 are children"."""
    whole = lexicon.words("scope", "whole")
    behind = counted.number.last + 2  # "29 of whom", which may end the text before it
    beside = (parse.tokens[max(counted.first - 1, 0)], *parse.tokens[behind : behind + 1])
    opens = any(token.lower in whole for token in beside)
    told = opens and counted.part and counted.noun is not None and parse.tokens[counted.noun].dep == "attr"
    return Reading(before[1].measure, counted.role, counted.first, counted.last, "part") if told else None


def _elsewhere(parse: Parse, counted: Counted, before: Found) -> Reading | None:
    """ "Eleven died in the city and three in the villages"."""
    role = parse.tokens[counted.role]
    joined = {before[1].trigger, *(t.index for t in parse.children(before[1].trigger, "prep"))}
    same = role.dep == "conj" and role.head in joined and counted.noun is None
    place = parse.children(role.index, "prep") if same else ()
    return Reading(before[1].measure, before[1].trigger, counted.first, counted.last) if place else None


def _is_the_same_again(parse: Parse, lexicon: Lexicon, token: Token) -> bool:
    """ "We heard 73"; "others put the number at 80"."""
    head = parse.tokens[token.head]
    if token.dep in ("dobj", "npadvmod"):
        return lemma_of(head) in lexicon.words("elliptic", "verbs")
    verb = parse.tokens[head.head]
    if token.dep == "pobj" and f"{lemma_of(verb)} {head.lower}" in lexicon.words("elliptic", "phrases"):
        return True
    if token.dep != "pobj" or head.lower not in lexicon.words("toll", "links"):
        return False
    told = parse.children(verb.index, "nsubj", "nsubjpass", "dobj")
    return lemma_of(verb) in lexicon.words("toll", "verbs") and any(
        lemma_of(t) in lexicon.words("toll", "nouns") | lexicon.words("elliptic", "subjects") for t in told
    )
