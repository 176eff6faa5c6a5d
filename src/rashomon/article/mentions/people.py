"""Signs that a name is somebody's: its own words, and the words beside it."""

import re
from collections.abc import Iterator, Sequence

from ...names.comparing import is_patronymic
from ...places import cities_of, city_of, states
from ..parse import Parse, Range, Token
from .lexicon import Lexicon

# How much each sign weighs, against 0.7 to 1 for a label of the parser and 3 for the head of a body's name. Set by
# hand on local news of shootings, where the parser takes many a rare name for a body's or a town's.
BORNE = 0.8  # a given name, or a surname, that many bear
SUFFIX = 6.0  # "Jr."
PATRONYMIC = 4.0  # "Bertilovich", "oglu"
INITIALS = 3.0  # "Berg A.B."
KIN = 1.5  # "the mother of", "'s widow"
WHO = 1.5  # "Berg, who left"
BESIDE = 0.5  # named in one breath with somebody
LARGE = 100_000  # people: a smaller town's name is as often somebody's
_CUE = 24  # letters before a name in which its cue stands
_INITIALS = re.compile(r"[^\W\d_]\.\s?[^\W\d_]\.")
_SHORTEST = 3  # letters of a surname before initials
_OPENING = 5  # letters of "Abdel"
_MOST_WORDS = 4  # of a person's name without its suffix


def person_signs(parse: Parse, lexicon: Lexicon, words: Range) -> Iterator[float]:
    """The weight of each sign that the words name somebody."""
    tokens = parse.between(words)
    if tokens[-1].text.rstrip(".") in lexicon.signs.suffixes and len(tokens) > 1:
        yield SUFFIX
    yield from _borne(parse, lexicon, words)
    if len(tokens) > 1 and any(is_patronymic(t.text) for t in tokens):
        yield PATRONYMIC
    if len(tokens) > 1 and _INITIALS.fullmatch(tokens[-1].text) and len(tokens[0].text) > _SHORTEST:
        yield INITIALS
    if _is_kin(parse, lexicon, words):
        yield KIN
    if _is_who(parse, lexicon, words):
        yield WHO
    if len(tokens) == 1 and tokens[0].lower in lexicon.signs.given and _is_beside(parse, tokens):
        yield BORNE
    if len(tokens) > 1 and not any(_is_common(lexicon, t.lower) for t in tokens) and _is_beside(parse, tokens):
        yield BESIDE


def _borne(parse: Parse, lexicon: Lexicon, words: Range) -> Iterator[float]:
    """The name begins or ends as many people's do, and as nothing else known does."""
    parts = [t for t in parse.between(words) if t.text.rstrip(".") not in lexicon.signs.suffixes]
    if not 2 <= len(parts) <= _MOST_WORDS or any(t.text == "&" or t.text[0].islower() for t in parts):
        return
    if any(t.text in lexicon.heads_of for t in parts[1:]) or _is_known(lexicon, parse.quote(words)):
        return
    first, last = parts[0].lower, parts[-1].lower
    opens = _opens_otherwise(parse, lexicon, parts[0])
    if last in lexicon.signs.surnames and not opens:
        yield BORNE
    plain = _is_common(lexicon, last) or opens
    if (
        _is_borne_first(lexicon, first)
        and first not in lexicon.particles
        and (last in lexicon.signs.surnames or not plain)
    ):
        yield BORNE


def _is_borne_first(lexicon: Lexicon, word: str) -> bool:
    """A given name, or one that begins as only given names do: "Abdelghani"."""
    opening = word.startswith(lexicon.signs.given_openings) and len(word) > _OPENING
    return opening or word in lexicon.signs.given


def is_given(lexicon: Lexicon, first: Token) -> bool:
    """ "Christian Berg": the parser takes for somebody's what many are called, though it is an adjective too."""
    return first.entity == "PERSON" and (first.lower in lexicon.signs.given or first.lower in lexicon.signs.given_words)


def _is_common(lexicon: Lexicon, word: str) -> bool:
    return word in lexicon.common or word.removesuffix("s") in lexicon.common


def _is_known(lexicon: Lexicon, name: str) -> bool:
    plain = name.title() if name.isupper() else name
    return plain in lexicon.known or lexicon.countries.code_of(plain) is not None or city_of(plain) is not None


def _opens_otherwise(parse: Parse, lexicon: Lexicon, first: Token) -> bool:
    """The first word is a place, an adjective of one, a common word or letters of something, or "the" stands before."""
    word = first.text.title() if first.text.isupper() else first.text
    place = _is_city(word) or word in states() or lexicon.countries.code_of(word) is not None
    letters = first.text.isupper() and len(first.text) <= 3
    before = parse.tokens[max(first.index - 1, 0) : first.index]
    article = bool(before) and before[0].lower in lexicon.articles
    other = word in lexicon.directions or word in lexicon.heads_of or first.lower in lexicon.common
    return place or letters or article or other or lexicon.adjective(word)


def _is_city(word: str) -> bool:
    return any(city.population >= LARGE for city in cities_of(word)[:1])


def _is_kin(parse: Parse, lexicon: Lexicon, words: Range) -> bool:
    """ "the family of NAME", "NAME's mother"."""
    start, last = parse.tokens[words.first].start, words.last
    if parse.text[max(start - _CUE, 0) : start].lower().rstrip().endswith(lexicon.signs.owned):
        return True
    after = parse.tokens[last + 1 : last + 3]
    return len(after) == 2 and after[0].text in lexicon.possessives and after[1].lower in lexicon.signs.kin


def _is_who(parse: Parse, lexicon: Lexicon, words: Range) -> bool:
    """ "NAME who left", "NAME, whose house"; a team or a board that has a place in its name is told so too."""
    after = [t.lower for t in parse.tokens[words.last + 1 : words.last + 3]]
    if not after or (after[-1] if after[0] == "," else after[0]) not in lexicon.signs.relative:
        return False
    inside = parse.between(words) if words.first < words.last else ()
    return not any(_is_city(t.text) or lexicon.countries.code_of(t.text) is not None for t in inside)


def _is_beside(parse: Parse, tokens: Sequence[Token]) -> bool:
    """ "Ada Berg and NAME": the parser takes the other one for somebody."""
    first, last = tokens[0].index, tokens[-1].index
    head = next((t for t in tokens if not first <= t.head <= last), tokens[-1])
    others = [*parse.children(head.index, "conj"), *((parse.tokens[head.head],) if head.dep == "conj" else ())]
    return any(t.entity == "PERSON" for t in others)
