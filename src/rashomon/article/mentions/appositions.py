"""Offices told beside a name: "the president of Chile, Ada Berg," and "Ada Berg, Chile's president"."""

from dataclasses import replace

from ..parse import Parse, Range
from .candidates import Candidate
from .lexicon import Lexicon
from .offices import country_before, first_of_role, lower_role_before, phrase_at, role_words

_MOST_AFTER = 6  # words between the comma and the office: "the party's newly elected deputy"
_MOST_BEFORE = 20  # words of "of …" between the office and the comma


def with_office(parse: Parse, lexicon: Lexicon, candidate: Candidate) -> Candidate:
    """The candidate with the office of an apposition, where it has none yet."""
    if candidate.role is not None or candidate.kind is not None or _is_known_thing(parse, lexicon, candidate.words):
        return candidate
    role = _after(parse, lexicon, candidate.words) or _before(parse, lexicon, candidate.words)
    if role is None:
        return candidate
    country = country_before(parse, lexicon, role.first) or country_after(parse, lexicon, role)
    return replace(candidate, role=role_words(parse, lexicon, role), country=country or candidate.country, titled=True)


def _is_known_thing(parse: Parse, lexicon: Lexicon, words: Range) -> bool:
    text = parse.quote(words)
    heads = any(t.text in lexicon.heads_of for t in parse.between(words))
    return heads or text in lexicon.known or lexicon.countries.code_of(text) is not None


def _after(parse: Parse, lexicon: Lexicon, words: Range) -> Range | None:
    """ "NAME, the former mayor of …": only small words and adjectives may stand before the office."""
    tokens, comma = parse.tokens, words.last + 1
    if comma >= len(tokens) or tokens[comma].text != ",":
        return None
    for index in range(comma + 1, min(comma + 1 + _MOST_AFTER, len(tokens))):
        token = tokens[index]
        if token.sentence != tokens[words.last].sentence:
            return None
        role = phrase_at(parse, lexicon.roles, index, min(index + 3, len(tokens) - 1))
        if role is not None and not _goes_on(parse, lexicon, role):
            return role if not _acts(parse, role) else None
        if token.pos not in ("DET", "ADJ", "NOUN", "PROPN", "PART", "PRON", "ADV", "NUM"):
            return None
    return None


def _goes_on(parse: Parse, lexicon: Lexicon, role: Range) -> bool:
    """The office is only the first part of a compound ("police chief", "the chief's son"), or is a name's title."""
    following = parse.tokens[role.last + 1 : role.last + 2]
    return bool(following) and (following[0].pos in ("NOUN", "PROPN") or following[0].text in lexicon.possessives)


def _acts(parse: Parse, role: Range) -> bool:
    """The comma opens a clause of which the office is the subject: "cited by Ada Berg, the minister told"."""
    following = parse.tokens[role.last + 1 : role.last + 2]
    subject = parse.tokens[role.last].dep in ("nsubj", "nsubjpass")
    return subject and bool(following) and following[0].pos in ("VERB", "AUX")


def _is_closed(parse: Parse, words: Range) -> bool:
    """The apposition ends behind the name: the text does not go on from it."""
    following = parse.tokens[words.last + 1 : words.last + 2]
    if not following or following[0].sentence != parse.tokens[words.last].sentence:
        return True
    return following[0].pos in ("PUNCT", "CCONJ", "PRON", "SCONJ")


def _before(parse: Parse, lexicon: Lexicon, words: Range) -> Range | None:
    """ "the mayor of …, NAME"."""
    comma, behind = words.first - 1, parse.tokens[words.last + 1 : words.last + 2]
    if comma < 1 or parse.tokens[comma].text != "," or (behind and behind[0].text in lexicon.possessives):
        return None
    sentence = parse.tokens[words.first].sentence
    for index in range(comma - 1, max(comma - 1 - _MOST_BEFORE, -1), -1):
        token = parse.tokens[index]
        if token.sentence != sentence or token.text == ",":
            return None
        role = phrase_at(parse, lexicon.roles, index, comma - 1)
        if role is not None and role.last == comma - 1 and token.text.islower() and not _is_closed(parse, words):
            return None  # "shot in the head, Berg News reported"
        if role is not None and (role.last == comma - 1 or parse.tokens[role.last + 1].lower in ("of", "for", "to")):
            return _outer(parse, lexicon, _longest(parse, lexicon, role, sentence))
        if token.pos in ("VERB", "AUX", "PUNCT") and token.text not in lexicon.possessives:
            return None
    return None


def _outer(parse: Parse, lexicon: Lexicon, role: Range) -> Range:
    """ "press secretary" of "the press secretary of the president": who is named holds the first office."""
    first = first_of_role(parse, lexicon, role) - 1
    joint = first - 1 if first > 0 and parse.tokens[first].lower in lexicon.articles else first
    if joint < 1 or parse.tokens[joint].lower not in ("of", "for", "to"):
        return role
    outer = lower_role_before(parse, lexicon, joint)
    return role if outer is None or parse.tokens[joint].sentence != parse.tokens[outer.first].sentence else outer


def _longest(parse: Parse, lexicon: Lexicon, role: Range, sentence: int) -> Range:
    """ "prime minister" rather than its last word."""
    for first in range(max(role.first - 3, 0), role.first):
        if parse.tokens[first].sentence == sentence:
            longer = phrase_at(parse, lexicon.roles, first, role.last)
            if longer is not None and longer.last == role.last:
                return longer
    return role


def country_after(parse: Parse, lexicon: Lexicon, role: Range) -> str | None:
    """The country of "president of Chile", "prime minister of the Czech Republic"."""
    following = parse.tokens[role.last + 1 : role.last + 5]
    if len(following) < 2 or following[0].lower != "of":
        return None
    words = [t for t in following[1:] if t.lower not in lexicon.articles]
    for length in range(len(words), 0, -1):
        code = lexicon.countries.code_of(parse.text[words[0].start : words[length - 1].end])
        if code is not None:
            return code
    return None
