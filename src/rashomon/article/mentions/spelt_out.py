"""Long forms of letters in brackets: "Sea and Lake Office for Velsk (SLOV)" is one name, whatever stands inside it."""

from collections.abc import Iterator, Sequence

from ..parse import Parse, Range, Token
from .acronyms import is_acronym, spells
from .lexicon import Lexicon

_LONGEST = 12  # words of a long form
_SHORTEST = 3  # letters; two begin any two words


def with_spelt_out(parse: Parse, lexicon: Lexicon, runs: Sequence[Range]) -> tuple[Range, ...]:
    """The runs, those that lie in the long form of letters behind it joined to one.

    A run that begins before the long form is left: it has an office or the like before the name.
    """
    found = {span for span in _long_forms(parse, lexicon) if _is_pieced(runs, span)}
    rest = [run for run in runs if not any(span.first <= run.first and run.last <= span.last for span in found)]
    return tuple(sorted((*rest, *found), key=lambda run: run.first))


def _is_pieced(runs: Sequence[Range], span: Range) -> bool:
    """Two or more runs lie in it, or one that leaves words out; none reaches beyond."""
    inside = [run for run in runs if run.first <= span.last and span.first <= run.last]
    return bool(inside) and all(span.first <= r.first and r.last <= span.last for r in inside) and inside != [span]


def _long_forms(parse: Parse, lexicon: Lexicon) -> Iterator[Range]:
    for letters in parse.tokens[2:-1]:
        around = parse.tokens[letters.index - 1].text + parse.tokens[letters.index + 1].text
        if around[0] == "(" and around[-1] in "),;" and is_acronym(letters.text) and len(letters.text) >= _SHORTEST:
            first = _first_word(parse, lexicon, letters)
            if first is not None:
                yield Range(first, letters.index - 2)


def _first_word(parse: Parse, lexicon: Lexicon, letters: Token) -> int | None:
    """Where the words begin that the letters begin, all of them in their order; the fewest words that do."""
    last = letters.index - 2
    small = lexicon.inside | lexicon.articles | lexicon.possessives
    for first in range(last - 1, max(last - _LONGEST, -1), -1):
        token = parse.tokens[first]
        if token.sentence != letters.sentence or not (token.text[0].isupper() or token.lower in small):
            return None
        words = [t.text for t in parse.between(Range(first, last)) if t.text[0].isupper()]
        if token.text[0].isupper() and len(words) > 1 and spells(letters.text, words):
            return first
    return None
