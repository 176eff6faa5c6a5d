"""The words that tell of a happening to a reader: a clause with its subject, not "the attack" or "killing six"."""

from ..parse import Parse, Range, Token
from .clauses import CLAUSE_LENGTH, clause_of, verb_over
from .triggers import Trigger

_VERBS = ("VERB", "AUX")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_RELATIVE_TAGS = ("WP", "WDT", "WP$")
_OPENING_TAGS = ("WRB", "WDT")
MOST_STEPS = 5  # how far above a clause its subject is looked for


def words_of(parse: Parse, trigger: Trigger) -> Range:
    """The trigger's clause from its subject on, as long as that reads as one line."""
    token = trigger.token
    best = clause_of(parse, token)
    verb: Token | None = token
    if token.pos not in _VERBS and not parse.children(token.index, *_SUBJECTS):
        verb = verb_over(parse, token)
        best = _joined(parse, best, verb)
    for _ in range(MOST_STEPS):
        if verb is None or _has_subject(parse, verb):
            break
        verb = verb_over(parse, verb)
        best = _joined(parse, best, verb)
    return _without_opener(parse, best, token)


def _has_subject(parse: Parse, verb: Token) -> bool:
    """A subject of its own, so that its clause stands alone; "the law that he signed" does not without the law."""
    subjects = parse.children(verb.index, *_SUBJECTS)
    if not subjects or any(subject.tag in _RELATIVE_TAGS for subject in subjects):
        return False
    return verb.dep != "relcl" or any(child.tag == "WRB" for child in parse.children(verb.index))


def _joined(parse: Parse, words: Range, verb: Token | None) -> Range:
    """The words with the clause of a verb above them, to its end only where it begins behind them."""
    if verb is None:
        return words
    above = clause_of(parse, verb)
    behind = above.first > words.first or verb.index > words.last
    wider = Range(min(words.first, above.first), max(words.last, above.last if behind else 0))
    start, end = parse.offsets(wider)
    return wider if end - start <= CLAUSE_LENGTH else words


def _without_opener(parse: Parse, words: Range, token: Token) -> Range:
    """Without "that", "where" or "and" before its first word."""
    first = words.first
    while first < token.index and _opens(parse.tokens[first]):
        first += 1
    return Range(first, words.last)


def _opens(word: Token) -> bool:
    if word.dep in _SUBJECTS:
        return False
    return word.dep == "mark" or word.pos in ("CCONJ", "PUNCT", "SPACE") or word.tag in _OPENING_TAGS
