"""The words that tell of a happening to a reader: a clause with its subject, not "the attack" or "killing six"."""

from collections.abc import Mapping

from ...records import Time
from ..parse import Parse, Range, Token
from .clauses import CLAUSE_LENGTH, clause_of, verb_over
from .triggers import Trigger

_VERBS = ("VERB", "AUX")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_RELATIVE_TAGS = ("WP", "WDT", "WP$")
_OPENING_TAGS = ("WRB", "WDT")
_GOING_ON = ("ADV", "CCONJ", "PUNCT", "SPACE")
_HANGING = ("acl", "relcl")
MOST_STEPS = 5  # how far above a clause its subject is looked for


def words_of(parse: Parse, trigger: Trigger, when: Mapping[int, Time]) -> Range:
    """The trigger's clause from its subject on, as long as that reads as one line.

    What has a time of its own within a clause of another time is told by its phrase: "the hotline, cut in June" of "the
    hotline, cut in June, was restored today".
    """
    token = trigger.token
    if phrase := _phrase_of_other_time(parse, token, when):
        return _without_opener(parse, phrase, token)
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


def _phrase_of_other_time(parse: Parse, token: Token, when: Mapping[int, Time]) -> Range | None:
    """A noun with its own words, or a participle or relative clause with the noun it hangs on."""
    own, above = when.get(token.index), verb_over(parse, token)
    over = when.get(above.index) if above else None
    if own is None or over is None or own.id == over.id:
        return None
    phrase = _without_end(parse, clause_of(parse, token), max(own.end, token.end))
    if token.dep in _HANGING:
        noun = parse.tokens[token.head]
        return Range(clause_of(parse, noun).first, phrase.last) if noun.index < token.index else None
    start, end = parse.offsets(phrase)
    return phrase if token.pos == "NOUN" and start <= own.start and own.end <= end else None


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


def _without_end(parse: Parse, words: Range, end: int) -> Range:
    """Without what goes on to something else: "tests on Saturday and again"."""
    last = words.last
    while parse.tokens[last].start >= end and parse.tokens[last].pos in _GOING_ON:
        last -= 1
    return Range(words.first, last)


def _opens(word: Token) -> bool:
    if word.dep in _SUBJECTS:
        return False
    return word.dep == "mark" or word.pos in ("CCONJ", "PUNCT", "SPACE") or word.tag in _OPENING_TAGS
