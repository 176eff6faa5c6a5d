"""Words that stand before a name only where a capital is due: "But Ada", "Engineer Ada Berg"."""

from collections import Counter
from collections.abc import Sequence

from ..parse import Parse, Range, Token
from .lexicon import Lexicon
from .words import Words, opens


def behind_openers(parse: Parse, lexicon: Lexicon, words: Words, runs: Sequence[Range]) -> tuple[Range, ...]:
    """The runs, those cut behind their first word which never begin so where nothing asks for a capital.

    The rest has to be a name elsewhere in the document, and the first word no known name's, nor one with the rest
    to the parser ("Odd Berg").
    """
    forms = Counter(parse.quote(run) for run in runs)
    free = {parse.quote(run) for run in runs if not _is_due(parse, run, words.headlines)}
    cut = (_cut(parse, lexicon, run, forms) if parse.quote(run) not in free else run for run in runs)
    return tuple(_before_verb(parse, lexicon, run, forms) for run in cut)


def _is_due(parse: Parse, run: Range, headlines: frozenset[int]) -> bool:
    """A capital is due at the first word of the run, whatever it is."""
    first = parse.tokens[run.first]
    return opens(parse, first) or parse.sentence_of(first).first in headlines


def _is_plain(lexicon: Lexicon, first: Token) -> bool:
    return any(word in lexicon.plain.words for word in (first.lower, *lexicon.plain.stems(first.lower)))


def _may_be_plain(lexicon: Lexicon, first: Token) -> bool:
    """ "But", "Deploying": no name to the parser, or a form of a common word."""
    plain = lexicon.plain
    return first.pos != "PROPN" or any(stem in plain.words for stem in plain.stems(first.lower))


def _cut(parse: Parse, lexicon: Lexicon, run: Range, forms: Counter[str]) -> Range:
    first, rest = parse.tokens[run.first], Range(run.first + 1, run.last)
    if run.first == run.last or not (_is_plain(lexicon, first) and _may_be_plain(lexicon, first)):
        return run
    return rest if forms[parse.quote(rest)] and not _is_known(parse, lexicon, run) else run


def _before_verb(parse: Parse, lexicon: Lexicon, run: Range, forms: Counter[str]) -> Range:
    """ "Berg" of a headline's "Berg Seeks", where the document has the name alone as well, and so only once."""
    last, rest = parse.tokens[run.last], Range(run.first, run.last - 1)
    if run.first == run.last or forms[parse.quote(run)] > 1 or not forms[parse.quote(rest)]:
        return run
    named = lexicon.is_borne(last.lower) or last.text in lexicon.heads_of or last.lower in lexicon.roles
    person = any(t.entity == "PERSON" for t in parse.between(run))
    return rest if person and not named and _is_plain(lexicon, last) else run


def _is_known(parse: Parse, lexicon: Lexicon, run: Range) -> bool:
    """The first word may well begin the name: of somebody, of a place, of a body, or to the parser."""
    first, whole = parse.tokens[run.first], parse.quote(run)
    if lexicon.is_borne(first.lower) or first.lower in lexicon.roles or first.text in lexicon.directions:
        return True
    if lexicon.adjective(first.text) or lexicon.countries.code_of(whole) is not None or whole in lexicon.known:
        return True
    headed = any(t.text in lexicon.heads_of for t in parse.between(run))
    return headed or any(e.first <= run.first < e.last for e in parse.entities)
