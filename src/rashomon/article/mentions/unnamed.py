"""People whom a report tells of without a name: "a man", "the victim"."""

from collections.abc import Container, Iterator

from ..parse import Parse, Token
from .lexicon import Lexicon

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PHRASE = 12  # words of a noun phrase before its noun
_PREDICATES = frozenset({"attr", "appos", "oprd", "compound", "nmod", "acomp"})


def unnamed_people(parse: Parse, lexicon: Lexicon, named: Container[int]) -> Iterator[Token]:
    """The nouns, in order, that stand for somebody who is told of by no name; `named` has the words of mentions."""
    for token in parse.tokens:
        if token.lower not in lexicon.signs.unnamed or token.index in named or not _is_one(token):
            continue
        titled = token.index + 1 in named  # "neighbour Ada Berg"
        if not (titled or _tells_of_another(parse, lexicon, token) or _is_told_again(parse, lexicon, token)):
            yield token


def _is_one(token: Token) -> bool:
    """A noun in the singular, or the adjective of "a 20-year-old"."""
    return token.tag == "NN" or (token.tag == "JJ" and token.dep in _SUBJECTS)


def _tells_of_another(parse: Parse, lexicon: Lexicon, token: Token) -> bool:
    """ "Berg is a teacher", "Berg, a teacher", "as a teacher": the noun says what somebody else is."""
    while token.dep == "conj" and token.head != token.index:
        token = parse.tokens[token.head]
    return token.dep in _PREDICATES or (
        token.dep == "pobj" and parse.tokens[token.head].lower in lexicon.signs.comparing
    )


def _is_told_again(parse: Parse, lexicon: Lexicon, token: Token) -> bool:
    """ "The 34-year-old guard": whom a report tells so it has named."""
    first = max(parse.subtree(token.index).first, token.index - _PHRASE)
    before = parse.tokens[first : token.index]
    if not before or before[0].lower not in lexicon.definite:
        return False
    told = parse.text[before[0].start : token.start].lower()
    return any(age in told for age in lexicon.signs.aged)
