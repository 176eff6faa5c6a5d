"""Which words of a parse can be part of a name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..parse import Parse, Range, Token
from .lexicon import Lexicon

# A sentence with more of its words of meaning capitalised than this is a headline or a line in capitals, where a
# capital proves nothing. Set on headlines in title case against ordinary sentences full of names.
TITLE_SHARE = 0.8
TITLE_WORDS = 4  # a shorter line tells too little
_SMALL = frozenset({"ADP", "CCONJ", "SCONJ", "DET", "PRON", "AUX", "PART", "NUM", "PUNCT", "SYM"})
NAME_LABELS = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"}
)
_SURE_LABELS = frozenset({"PERSON", "GPE", "NORP"})
_CAPITAL = re.compile(r"(?:[^\W\d_a-z]|[a-z]{1,2}(?=[A-Z][a-z]))[\w.&'’]*", re.UNICODE)
_OPENERS = frozenset("“\"'‘«•–—-:*|>·")
_WEAK = frozenset({"PRON", "DET", "ADP", "AUX", "CCONJ", "SCONJ", "PART", "ADV", "VERB", "INTJ", "NUM", "PUNCT"})


@dataclass(frozen=True, slots=True)
class Words:
    """What the whole document shows of its words: those seen in lower case, those capitalised without need."""

    lower: frozenset[str]
    attested: frozenset[str]  # casefolded


def is_capital(text: str) -> bool:
    """The word begins as names do, or has a capital early on ("eBay")."""
    return bool(text) and _CAPITAL.match(text) is not None and text[:2] != "'s"


def read_words(parse: Parse, lexicon: Lexicon) -> Words:
    """Look the document through once."""
    lower: set[str] = set()
    attested: set[str] = set()
    for sentence in parse.sentences:
        headline = is_headline(parse, sentence)
        for token in parse.between(sentence):
            if not is_capital(token.text):
                lower.update((token.lower, token.lemma.lower()))
            elif not headline and not opens(parse, token) and token.lower not in lexicon.never:
                attested.add(token.text.casefold())
    return Words(frozenset(lower), frozenset(attested))


def is_headline(parse: Parse, sentence: Range) -> bool:
    """Most long words of the sentence are capitalised, so that a capital there proves nothing."""
    words = [t for t in parse.between(sentence) if t.pos not in _SMALL and t.text.isalpha()]
    return len(words) >= TITLE_WORDS and sum(t.text[0].isupper() for t in words) > TITLE_SHARE * len(words)


def opens(parse: Parse, token: Token) -> bool:
    """A capital is due here: the token begins a sentence, a quotation or an item."""
    if token.index == 0:
        return True
    before = parse.tokens[token.index - 1]
    if before.sentence != token.sentence or before.paragraph != token.paragraph:
        return True
    joins_words = before.text == "-" and before.end == token.start
    return before.text[0] in _OPENERS and not joins_words


def name_words(parse: Parse, lexicon: Lexicon) -> Iterator[bool]:
    """For each token, whether it can be a word of a name."""
    words = read_words(parse, lexicon)
    for sentence in parse.sentences:
        headline = is_headline(parse, sentence)
        for token in parse.between(sentence):
            yield _is_name_word(parse, token, lexicon, words, headline=headline)


def _is_name_word(parse: Parse, token: Token, lexicon: Lexicon, words: Words, *, headline: bool) -> bool:
    if not is_capital(token.text) or token.lower in lexicon.never:
        return False
    if not headline and not opens(parse, token):
        return not (token.pos in ("PRON", "DET") and token.lower in lexicon.articles)
    if token.text.casefold() in words.attested:
        return token.pos not in ("PRON", "DET")
    if not token.text.isupper() and (token.lower in words.lower or token.lemma.lower() in words.lower):
        return False
    if token.pos in _WEAK and not _is_known(token, lexicon):
        return False
    return token.pos == "PROPN" or token.entity in _SURE_LABELS or _is_known(token, lexicon)


def _is_known(token: Token, lexicon: Lexicon) -> bool:
    return token.text in lexicon.known or lexicon.countries.code_of(token.text) is not None
