"""Words for an office beside a name, and the country told with it."""

from ...places import cities_of, states
from ..parse import Parse, Range
from .lexicon import Lexicon, Phrases

_MOST_WORDS = 4  # of an office
_MOST_OVER = 12  # words between a name and its office: "head of the Sea Guard (SG)"


def phrase_at(parse: Parse, phrases: Phrases, index: int, last: int) -> Range | None:
    """The longest phrase of a list that begins at a token and ends by `last`."""
    known = phrases.get(parse.tokens[index].lower)
    if known is None:
        return None
    for length in range(min(_MOST_WORDS, last - index + 1), 0, -1):
        if tuple(t.lower for t in parse.tokens[index : index + length]) in known:
            return Range(index, index + length - 1)
    return None


def lower_role_before(parse: Parse, lexicon: Lexicon, first: int) -> Range | None:
    """A role in lower case that ends right before a token: "foreign minister", "the lawyer", "Sgt."."""
    name, before = parse.tokens[min(first, len(parse.tokens) - 1)], parse.tokens[max(first - 1, 0)]
    # The parser may take the full stop of "Sgt." for the end of a sentence.
    stopped = before.text == "." and before.paragraph == name.paragraph
    sentence = before.sentence if stopped else name.sentence
    for length in range(_MOST_WORDS, 0, -1):
        start = first - length
        if start >= 0 and parse.tokens[start].sentence == sentence:
            phrase = phrase_at(parse, lexicon.roles, start, first - 1)
            if phrase is not None and phrase.last == first - 1:
                return phrase
    return None


def behind_office(parse: Parse, lexicon: Lexicon, run: Range) -> Range:
    """The run without "State" of "Secretary of State Ada Berg", where the parser takes the first word for no name."""
    for first in range(run.first + 1, min(run.first + _MOST_WORDS, run.last + 2)):
        office = lower_role_before(parse, lexicon, first)
        if office is not None and office.first < run.first:
            while first <= run.last and parse.tokens[first].text in lexicon.inside:
                first += 1
            return Range(first, run.last)
    return run


def office_over(parse: Parse, lexicon: Lexicon, first: int) -> Range | None:
    """ "governor of the Velsk region", "head of the Sea Guard (SG)", "head of the SG" before a name."""
    at = first - 1
    bracket = parse.tokens[max(at - 2, 0) : at + 1]
    if len(bracket) == 3 and bracket[0].text == "(" and bracket[1].text.isupper() and bracket[2].text == ")":
        at -= 3
    elif at < 2 or not (parse.tokens[at].text in lexicon.place_signs.behind or _are_letters(parse, lexicon, at)):
        return None
    return office_back(parse, lexicon, at)


def _are_letters(parse: Parse, lexicon: Lexicon, at: int) -> bool:
    """ "the SG", the letters of a body."""
    word, before = parse.tokens[at].text, parse.tokens[at - 1]
    return len(word) > 1 and word.isupper() and word.isalpha() and before.lower in lexicon.articles


def office_back(parse: Parse, lexicon: Lexicon, last: int) -> Range | None:
    """The office before "of" and what it is of, of which the last word is given: "head of the Sea Guard"."""
    sentence = parse.tokens[last].sentence
    for joint in range(last - 1, max(last - _MOST_OVER, 0), -1):
        token = parse.tokens[joint]
        if token.sentence != sentence or not (token.text[0].isupper() or token.lower in _small_words(lexicon)):
            return None
        office = lower_role_before(parse, lexicon, joint) if token.lower in lexicon.inside else None
        if office is not None:
            return office
    return None


def _small_words(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.inside | lexicon.articles


def first_of_role(parse: Parse, lexicon: Lexicon, role: Range) -> int:
    """Where the words begin that belong to a role: "former deputy prime minister"."""
    first, sentence = role.first, parse.tokens[role.first].sentence
    while first > 0 and parse.tokens[first - 1].lower in lexicon.role_modifiers:
        if parse.tokens[first - 1].sentence != sentence:
            break
        first -= 1
    return first


def role_words(parse: Parse, lexicon: Lexicon, role: Range) -> str:
    """The role with the words that belong to it before it."""
    return parse.quote(Range(first_of_role(parse, lexicon, role), role.last))


def country_before(parse: Parse, lexicon: Lexicon, index: int) -> str | None:
    """The country told before a role: "Danish", "Denmark's", "US", "former Danish"."""
    sentence = parse.tokens[index].sentence
    for at in range(index - 1, max(index - 1 - _MOST_WORDS, -1), -1):
        token = parse.tokens[at]
        if token.sentence != sentence:
            return None
        code = lexicon.countries.demonym(token.text) or lexicon.countries.code_of(token.text)
        if code is not None:
            return _of_longer(parse, lexicon, at, code)
        if token.text not in lexicon.possessives and token.lower not in lexicon.role_modifiers:
            return None
    return None


def _of_longer(parse: Parse, lexicon: Lexicon, last: int, code: str) -> str | None:
    """The country of the longer name that ends in a country's: "South Sudan" is not Sudan, New Mexico no country."""
    for length in range(_MOST_WORDS, 1, -1):
        first = last - length + 1
        if first >= 0 and parse.tokens[first].sentence == parse.tokens[last].sentence:
            name = parse.quote(Range(first, last))
            if name in states():
                return None
            longer = lexicon.countries.code_of(name) or lexicon.countries.demonym(name)
            if longer is not None:
                return longer
    return code


def is_unknown(parse: Parse, lexicon: Lexicon, run: Range) -> bool:
    """ "Brask" of "General Brask": one word that means nothing, names no town, and that the parser knows nothing of."""
    word = parse.tokens[run.last]
    plain = word.lower in lexicon.common or word.lower in lexicon.plain.words
    return run.first == run.last and word.text.istitle() and not (word.entity or plain or cities_of(word.text))
