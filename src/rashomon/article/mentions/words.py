"""Which words of a parse can be part of a name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...places import city_of, states
from ..parse import Parse, Range, Token
from .lexicon import Lexicon
from .offices import lower_role_before

# A sentence with more of its words of meaning capitalised than this is a headline or a line in capitals, where a
# capital proves nothing. Set on headlines in title case against ordinary sentences full of names.
TITLE_SHARE = 0.8
TITLE_WORDS = 4  # a shorter line tells too little
_SMALL = frozenset({"ADP", "CCONJ", "SCONJ", "DET", "PRON", "AUX", "PART", "NUM", "PUNCT", "SYM"})
_SURE_LABELS = frozenset({"PERSON", "GPE", "NORP"})
_CAPITAL = re.compile(r"(?:[^\W\d_a-z]|[a-z]{1,2}(?=[A-Z][a-z]))[\w.&'’]*", re.UNICODE)
_OPENERS = frozenset("“\"'‘`«•–—-:*|>·")
_SMALL_WORDS = frozenset({"PRON", "DET", "ADP", "SCONJ", "CCONJ", "PART", "INTJ"})
_SHOUTED = 3  # letters; a shorter word in capitals is letters of something
_WEAK = frozenset({"PRON", "DET", "ADP", "AUX", "CCONJ", "SCONJ", "PART", "ADV", "VERB", "INTJ", "NUM", "PUNCT"})


@dataclass(frozen=True, slots=True)
class Words:
    """What the whole document shows of its words: those seen in lower case, those capitalised without need."""

    lower: frozenset[str]
    attested: frozenset[str]  # casefolded
    headlines: frozenset[int]  # the first words of sentences in which a capital proves nothing


def is_capital(text: str) -> bool:
    """The word begins as names do, or has a capital early on ("eBay")."""
    return bool(text) and _CAPITAL.match(text) is not None and text[:2] != "'s"


def read_words(parse: Parse, lexicon: Lexicon) -> Words:
    """Look the document through once."""
    lower: set[str] = set()
    attested: set[str] = set()
    headlines = frozenset(s.first for s in parse.sentences if _is_headline(parse, s))
    for sentence in parse.sentences:
        headline = sentence.first in headlines
        for token in parse.between(sentence):
            if not is_capital(token.text):
                lower.update((token.lower, token.lemma.lower()))
            elif not (headline or opens(parse, token) or token.lower in lexicon.never or token.pos in _SMALL):
                attested.add(token.text.casefold())
    return Words(frozenset(lower), frozenset(attested), headlines)


def _is_headline(parse: Parse, sentence: Range) -> bool:
    """Most long words of the sentence are capitalised, and no full stop ends it: a capital there proves nothing."""
    if parse.tokens[sentence.last].text == "." and not parse.quote(sentence).isupper():
        return False
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
    return before.text[0] in _OPENERS and before.tag != "POS" and not joins_words


def name_words(parse: Parse, lexicon: Lexicon, words: Words) -> Iterator[bool]:
    """For each token, whether it can be a word of a name."""
    days = _day_words(parse, lexicon)
    for sentence in parse.sentences:
        headline = sentence.first in words.headlines
        for token in parse.between(sentence):
            yield token.index not in days and _is_name_word(parse, token, lexicon, words, headline=headline)


def _day_words(parse: Parse, lexicon: Lexicon) -> frozenset[int]:
    """The words of days that are called by a possessive: "New Year's Eve"."""
    found: set[int] = set()
    for token in parse.tokens:
        for phrase in lexicon.days.get(token.lower, ()):
            if tuple(t.lower for t in parse.tokens[token.index : token.index + len(phrase)]) == phrase:
                found.update(range(token.index, token.index + len(phrase)))
    return frozenset(found)


def _is_name_word(parse: Parse, token: Token, lexicon: Lexicon, words: Words, *, headline: bool) -> bool:
    if not is_capital(token.text):
        return False
    if token.lower in lexicon.never or _is_party_and_state(token, lexicon):
        return not headline and _ends_name(parse, token, lexicon)
    if token.text.isupper() and _is_shouted(parse, token, lexicon):
        return False
    if not headline and not opens(parse, token):
        small = _is_small_word(token, lexicon) and not _is_named_after_title(parse, token, lexicon)
        return not small and not _is_plain_noun(parse, token, lexicon, words)
    if token.text.casefold() in words.attested:
        return token.pos not in ("PRON", "DET") and not (token.pos in _WEAK and token.lower in lexicon.plain.small)
    if token.lower in lexicon.plain.words and not token.text.isupper():
        held = _is_held_in_headline(parse, token, lexicon) if headline else _goes_on(parse, token)
        if not held:
            return False
    if not token.text.isupper() and (token.lower in words.lower or token.lemma.lower() in words.lower):
        return False
    if headline and _is_form_of_plain(token, lexicon, words) and not _is_held_in_headline(parse, token, lexicon):
        return False
    if token.pos in _WEAK and not _is_known(token, lexicon):
        return False
    return token.pos == "PROPN" or token.entity in _SURE_LABELS or _is_known(token, lexicon)


def _is_party_and_state(token: Token, lexicon: Lexicon) -> bool:
    """ "R-Ariz.": the letter of a party and a state, behind a member of a parliament."""
    party, _, state = token.text.partition("-")
    return len(party) == 1 and (state in lexicon.place_signs.abbreviations or state in states())


def _is_form_of_plain(token: Token, lexicon: Lexicon, words: Words) -> bool:
    """ "Launches", "Blasts" in a headline: a common word, or one that the document writes small, with an ending.

    Names that people, towns or bodies bear are left ("Woods", "Reading").
    """
    word = token.lower
    if len(word) < _SHOUTED + 2 or not word.isalpha() or lexicon.is_borne(word):
        return False
    if token.text.title() in lexicon.heads_of or city_of(token.text.title()) is not None or _is_known(token, lexicon):
        return False
    return any(stem in lexicon.plain.words or stem in words.lower for stem in (word, *lexicon.plain.stems(word)))


def _ends_name(parse: Parse, token: Token, lexicon: Lexicon) -> bool:
    """ "Ada May spoke", "the Velsk Morning News": a month or a common word that the name before it takes in."""
    if opens(parse, token) or token.pos != "PROPN":
        return False
    before = parse.tokens[token.index - 1]
    if before.text == "-" and before.end == token.start:  # "Velsk Times-News"
        joined = parse.tokens[max(token.index - 2, 0)]
        return joined.pos == "PROPN" and joined.end == before.start and joined.lower not in lexicon.never
    if before.pos != "PROPN" or before.lower in lexicon.never or not is_capital(before.text):
        return False
    if token.entity in ("DATE", "TIME"):
        return False
    following = parse.tokens[token.index + 1 : token.index + 2]
    dated = bool(following) and following[0].text[:1].isdigit()
    return token.text in lexicon.heads_of or (before.dep == "compound" and before.head == token.index and not dated)


def _is_small_word(token: Token, lexicon: Lexicon) -> bool:
    """ "The", "With", "Although": written large in a caption or a title, and no part of a name."""
    return token.pos in _SMALL_WORDS and token.lower in lexicon.common and not token.text.isupper()


def _is_named_after_title(parse: Parse, token: Token, lexicon: Lexicon) -> bool:
    """ "Mr. Than Berg", "the minister Okay Berg": a small word begins a name behind an office."""
    following = parse.tokens[token.index + 1 : token.index + 2]
    if not following or following[0].sentence != token.sentence or not is_capital(following[0].text):
        return False
    titled = parse.tokens[max(token.index - 1, 0)].text in lexicon.honorifics
    return titled or lower_role_before(parse, lexicon, token.index) is not None


def _is_shouted(parse: Parse, token: Token, lexicon: Lexicon) -> bool:
    """A common word in capitals ("MUST", "WATCHED"), with none beside it that makes a name of it ("NEW")."""
    if len(token.text) < _SHOUTED or token.lower not in lexicon.common or _is_known(token, lexicon):
        return False
    if token.text.title() in lexicon.heads_of:
        return False
    beside = _beside(parse, token)
    kept = ("(", *lexicon.kept_words)
    return not any((t.text.isupper() and t.lower not in lexicon.common) or t.text in kept for t in beside)


def _is_plain_noun(parse: Parse, token: Token, lexicon: Lexicon, words: Words) -> bool:
    """A common noun that the document also writes small, alone: the capital is a title's."""
    plain = token.pos == "NOUN" and token.lower in lexicon.common and token.lower in words.lower
    return plain and not any(t.pos == "PROPN" and is_capital(t.text) for t in _beside(parse, token))


def _beside(parse: Parse, token: Token) -> tuple[Token, ...]:
    """The words before and after in the same sentence."""
    near = (*parse.tokens[max(token.index - 1, 0) : token.index], *parse.tokens[token.index + 1 : token.index + 2])
    return tuple(t for t in near if t.sentence == token.sentence)


def _is_held_in_headline(parse: Parse, token: Token, lexicon: Lexicon) -> bool:
    """Words beside it make a name of a common word: "Hope Berg Speaks", "Velsk Court Rules"; or it is an office."""
    capitals = [t for t in _beside(parse, token) if t.pos == "PROPN" and is_capital(t.text)]
    person = lexicon.is_borne(token.lower) and token.entity == "PERSON" and any(t.entity == "PERSON" for t in capitals)
    head = token.text in lexicon.heads_of and any(t.index < token.index for t in capitals)
    return person or head or token.lower in lexicon.roles


def _goes_on(parse: Parse, token: Token) -> bool:
    """Another word of a name follows: "Hope Berg said", against "Hope is small"."""
    following = parse.tokens[token.index + 1 : token.index + 2]
    return bool(following) and following[0].pos == "PROPN" and is_capital(following[0].text)


def _is_known(token: Token, lexicon: Lexicon) -> bool:
    return token.text in lexicon.known or lexicon.countries.code_of(token.text) is not None
