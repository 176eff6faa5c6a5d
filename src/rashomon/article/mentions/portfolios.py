"""Who holds an office, told right behind what the office is of: "minister of Trade Ada Berg"."""

from collections.abc import Sequence

from ...places import cities_of, states
from ..parse import Parse, Range, Token
from .acronyms import is_acronym
from .lexicon import Lexicon
from .offices import lower_role_before, office_back

_LONGEST = 12  # words of a name in which another is looked for


def holder_of_portfolio(parse: Parse, lexicon: Lexicon, run: Range) -> tuple[Range, Range] | None:
    """ "minister of Trade Ada Berg", "the envoy to Kenya Ada Berg": what the office is of, and the office."""
    joint = run.first - (2 if parse.tokens[max(run.first - 1, 0)].lower in lexicon.articles else 1)
    if run.last - run.first < 2 or joint < 1 or parse.tokens[joint].lower not in lexicon.inside:
        return None
    office = lower_role_before(parse, lexicon, joint) or office_back(parse, lexicon, joint - 1)
    if office is None:
        return None
    words = parse.between(run)
    told = _words_told(parse, lexicon, words, related=parse.tokens[office.last].lower in lexicon.signs.relations)
    name = words[told:]
    if told == 0 or words[told - 1].lower in lexicon.inside:
        return None  # "a guard for the University of Velsk-Berg"
    if len(name) < 2 or any(t.text in lexicon.heads_of or t.lower in lexicon.plain.words for t in name):
        return None
    first = _behind_small(lexicon, words[:told])
    last = run.first + told - 1
    common = first and not is_of_something(parse, lexicon, Range(run.first, run.first + first - 2))
    return Range(run.first + first if common else run.first, last), office


def _behind_small(lexicon: Lexicon, words: Sequence[Token]) -> int:
    """Where "Norway" begins in "Foreign Affairs of Norway"."""
    return max((at + 1 for at, token in enumerate(words[:-1]) if token.lower in lexicon.inside), default=0)


def is_of_something(parse: Parse, lexicon: Lexicon, portfolio: Range) -> bool:
    """The office is of a body or a place that has a name, rather than of "Foreign Affairs"."""
    words = parse.between(portfolio)
    return lexicon.heads_of.get(words[-1].text) == "ORG" or not all(_is_of_office(lexicon, t) for t in words)


def _words_told(parse: Parse, lexicon: Lexicon, words: Sequence[Token], *, related: bool) -> int:
    """How many words tell what the office is of."""
    before = range(1, min(len(words) - 1, _LONGEST))
    if named := [n for n in before if _is_under_office(parse, lexicon, words, n)]:
        return max(named)
    if not related and not lexicon.is_borne(words[0].lower):
        named = [n for n in before if words[n].lower in lexicon.signs.given and not _is_place(lexicon, words[n].text)]
        if named:
            return named[0]  # "mayor of Velsk Ada Berg", whatever Velsk is
    return next((n for n, t in enumerate(words) if not _is_of_office(lexicon, t)), 0)


def _is_under_office(parse: Parse, lexicon: Lexicon, words: Sequence[Token], count: int) -> bool:
    """A country or a city, or letters of something, before somebody's name: "head of the VSK Ada Berg"."""
    first = _behind_small(lexicon, words[:count])
    name, following = parse.quote(Range(words[first].index, words[count - 1].index)), words[count]
    if lexicon.countries.code_of(name) is not None:
        return True
    if following.text.isupper() or not following.text[0].isupper():
        return False
    if count == first + 1 and is_acronym(name):
        return True
    given = following.lower in lexicon.signs.given or following.entity == "PERSON"
    town = name not in lexicon.directions and not lexicon.is_borne(name.lower()) and bool(cities_of(name))
    return given and (town or name in states())


def _is_place(lexicon: Lexicon, name: str) -> bool:
    return lexicon.countries.code_of(name) is not None or bool(cities_of(name))


def _is_of_office(lexicon: Lexicon, token: Token) -> bool:
    word = token.lower
    return word in lexicon.common or word in lexicon.signs.portfolios or token.text in lexicon.heads_of
