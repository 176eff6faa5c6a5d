"""Offices told beside a name: "the president of Chile, Ada Berg," and "Ada Berg, Chile's president"."""

from dataclasses import replace

from ..parse import Parse, Range
from .candidates import Candidate
from .lexicon import Lexicon
from .offices import country_before, phrase_at, role_words

_MOST_AFTER = 6  # words between the comma and the office: "the party's newly elected deputy"
_MOST_BEFORE = 7  # words of "of …" between the office and the comma


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
        if role is not None and not _goes_on(parse, role):
            return role
        if token.pos not in ("DET", "ADJ", "NOUN", "PROPN", "PART", "PRON", "ADV", "NUM"):
            return None
    return None


def _goes_on(parse: Parse, role: Range) -> bool:
    """The office is only the first part of a compound ("police chief", "head office"), or is a name's title."""
    following = parse.tokens[role.last + 1 : role.last + 2]
    return bool(following) and following[0].pos in ("NOUN", "PROPN")


def _before(parse: Parse, lexicon: Lexicon, words: Range) -> Range | None:
    """ "the mayor of …, NAME"."""
    comma = words.first - 1
    if comma < 1 or parse.tokens[comma].text != ",":
        return None
    sentence = parse.tokens[words.first].sentence
    for index in range(comma - 1, max(comma - 1 - _MOST_BEFORE, -1), -1):
        token = parse.tokens[index]
        if token.sentence != sentence or token.text == ",":
            return None
        role = phrase_at(parse, lexicon.roles, index, comma - 1)
        if role is not None and (role.last == comma - 1 or parse.tokens[role.last + 1].lower in ("of", "for", "to")):
            return _longest(parse, lexicon, role, sentence)
        if token.pos in ("VERB", "AUX", "PUNCT") and token.text not in lexicon.possessives:
            return None
    return None


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
