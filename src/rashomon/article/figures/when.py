"""The time that dates a count, where it is not simply the day of its report."""

import re
from collections.abc import Iterator

from ...records import Mention, Time
from ..parse import Parse, Token
from .context import LONGEST_HEAD, Context
from .readings import Reading

WIDEST_OPENING = 12  # code points before a time in which its preposition stands
_SET_OFF = re.compile(r"\s*(?::\s|[)\]]?\s*[-\u2013\u2014]+\s)")  # "2016: …", "12 March – …"
_ARGUMENTS = ("dobj", "nsubj", "nsubjpass", "pobj")
_SENTENCE_END = re.compile(r"[.!?:;]\s")
_FAR_UNITS = ("W", "M", "Y")  # a shift of days or hours leaves the count one of the day of the report


def when_of(context: Context, reading: Reading) -> Time | None:
    """The time expression that dates a count, where it is not simply the day of the report."""
    parse = context.parse
    start, end = parse.offsets(parse.sentence_of(parse.tokens[reading.trigger]))
    inside = [t for t in _days(context) if start <= t.start and t.end <= end and not _is_beginning(context, t)]
    dated = [t for t in inside if _is_far(t) or _is_as_of(context, t)]
    held, occasion = _own_tokens(parse, reading), _occasions(context, reading)
    own = [t for t in dated if (at := _governor(parse, t)) in held or (at in occasion and _is_history(t))]
    told = own or _of_joined(parse, reading, dated) or _of_antecedent(context, reading) or _of_line(context, reading)
    return min(told, key=lambda t: (not _is_calendar(t), t.start), default=None)


def _of_joined(parse: Parse, reading: Reading, dated: list[Time]) -> list[Time]:
    """The time of a verb joined to that of a count: "killed nine people and wounded 24 others two years ago".

    Or of the one that it is joined to, where that begins with it: "On 3 May five people died and 21 were hurt".
    """
    verb = _main_verb(parse, parse.tokens[reading.trigger])
    if verb.dep == "conj":
        above = parse.tokens[verb.head]
        opening = {c.index for c in parse.children(above.index, "prep") if c.index < above.index}
        if fronted := [t for t in dated if _governor(parse, t) in opening | {above.index} and t.end <= above.start]:
            return fronted
    joined = [c for c in parse.children(verb.index, "conj") if c.pos == "VERB"]
    later = [c for c in joined if not parse.children(c.index, "nsubj", "nsubjpass")]
    held = {c.index for v in later for c in (v, *parse.children(v.index, "prep", *_ARGUMENTS))}
    return [t for t in dated if _governor(parse, t) in held]


def _days(context: Context) -> list[Time]:
    return [time for time in context.times if time.type in ("DATE", "TIME")]


def _is_beginning(context: Context, time: Time) -> bool:
    """ "1,000 detained since 7 November": from then until the report."""
    return _stands_behind(context, time, "since")


def _of_line(context: Context, reading: Reading) -> list[Time]:
    """The time that a line of a list is headed by: "- 2016: 104 killed", "Sunday noon – 8 dead", "Velsk, 2016: …"."""
    parse, text = context.parse, context.document.text
    block = parse.paragraphs[parse.tokens[reading.trigger].paragraph]
    first = next((t for t in _days(context) if block.start <= t.start < t.end < block.end), None)
    if first is None or first.end > parse.tokens[reading.first].start:
        return []
    before = text[block.start : first.start]
    opens = not any(c.isalnum() for c in before)
    heads = opens or (len(before) <= LONGEST_HEAD and not _SENTENCE_END.search(before))
    set_off = _SET_OFF.match(text, first.end, block.end)
    return [first] if heads and set_off and (opens or ":" in set_off[0]) else []


def when_before(context: Context, place: Mention | None, reading: Reading) -> Time | None:
    """The date, with its year, told with a place before the sentence: of a count that has no time of its own.

    A day without its year dates one deed ("the protests began on 2 May"), not what is counted afterwards.
    """
    parse = context.parse
    start, end = parse.offsets(parse.sentence_of(parse.tokens[reading.trigger]))
    tokens = parse.within(place.start, place.end) if place is not None and place.end <= start else ()
    days = _days(context)
    if not tokens or any(start <= t.start < end for t in days):
        return None
    first, last = parse.offsets(parse.sentence_of(tokens[0]))
    return next((t for t in days if first <= t.start and t.end <= last and _tells_year(t)), None)


def _tells_year(time: Time) -> bool:
    return time.meaning is not None and (time.meaning.year is not None or time.meaning.unit in _FAR_UNITS)


def _of_antecedent(context: Context, reading: Reading) -> list[Time]:
    """Times inside the noun that a relative clause tells of: "the attacks of 3 May 2012 that killed 130 people"."""
    parse = context.parse
    trigger = parse.tokens[reading.trigger]
    if trigger.dep not in ("relcl", "acl"):
        return []
    start, end = parse.offsets(parse.subtree(trigger.head))
    return [t for t in context.times if start <= t.start and t.end <= trigger.start and t.end <= end and _is_far(t)]


def _own_tokens(parse: Parse, reading: Reading) -> set[int]:
    """The verb of a count, the noun that tells it and the verb above that, and what they directly hold."""
    own = _tellers(parse, reading)
    return own | {c.index for i in sorted(own) for c in parse.children(i, "prep", *_ARGUMENTS)}


def _tellers(parse: Parse, reading: Reading) -> set[int]:
    trigger = parse.tokens[reading.trigger]
    return {trigger.index, _main_verb(parse, trigger).index} | ({trigger.head} if trigger.pos == "NOUN" else set())


def _occasions(context: Context, reading: Reading) -> set[int]:
    """The nouns of what befell those counted: "in the riots after the 2017 elections", "in the floods of 1998"."""
    held = [c for i in sorted(_tellers(context.parse, reading)) for c in context.parse.children(i, "prep")]
    return {noun.index for preposition in held for noun in _occasion(context, preposition)}


def _occasion(context: Context, preposition: Token) -> Iterator[Token]:
    if preposition.lower in context.lexicon.words("place", "in_what"):
        for noun in context.parse.children(preposition.index, "pobj"):
            yield noun
            for below in context.parse.children(noun.index, "prep"):
                yield from _occasion(context, below)


def _is_history(time: Time) -> bool:
    """A day without its year is that of the report's own affair: "the toll of the 20 October blast"."""
    return time.meaning is None or time.meaning.day is None or time.meaning.year is not None


def _main_verb(parse: Parse, verb: Token) -> Token:
    """The verb whose time a participle shares: "In 2000 they struck the ship, killing 17 and wounding 30".

    Or a noun: "14 bodies were recovered by Thursday evening".
    """
    if verb.pos == "NOUN" and verb.dep in ("nsubj", "nsubjpass", "dobj"):
        return parse.tokens[verb.head]
    if verb.pos == "ADJ":  # "In 2011 floods left 58 dead"
        return next((t for t in parse.ancestors(verb.index) if t.pos in ("VERB", "AUX")), verb)
    first = verb
    while first.dep == "conj" and first.tag == "VBG":
        first = parse.tokens[first.head]
    return parse.tokens[first.head] if first.dep == "advcl" and first.tag == "VBG" else verb


def _governor(parse: Parse, time: Time) -> int:
    """The token outside a time expression that it hangs by, through its preposition."""
    tokens = parse.within(time.start, time.end)
    if not tokens:
        return -1
    inside = {t.index for t in tokens}
    for ancestor in parse.ancestors(tokens[0].index):
        if ancestor.index not in inside and ancestor.pos != "ADP":
            return ancestor.index
    return -1


def _is_far(time: Time) -> bool:
    """Told by the calendar, or from afar: a year, a month, a date; "last year"."""
    meaning = time.meaning
    return meaning is None or meaning.year is not None or meaning.month is not None or meaning.unit in _FAR_UNITS


def _is_calendar(time: Time) -> bool:
    return time.meaning is not None and (time.meaning.day is not None or time.meaning.month is not None)


def _is_as_of(context: Context, time: Time) -> bool:
    return _stands_behind(context, time, "as_of")


def _stands_behind(context: Context, time: Time, kind: str) -> bool:
    """The word right before the time is one of that kind."""
    words = context.document.text[max(0, time.start - WIDEST_OPENING) : time.start].lower().split()
    return bool(words) and words[-1] in context.lexicon.words("place", kind)
