"""When it happens: which time expression of a sentence belongs to which trigger."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ...records import Time
from ..parse import Parse, Token
from .clauses import is_finite, tense_of, verb_over
from .lexicon import Kind, Lexicon
from .triggers import HELPERS, Trigger, is_phase

# A time inside a noun phrase ("the 1991 collapse") is that noun's, and nobody's where the noun tells of nothing.
_VERBS = ("VERB", "AUX")
_INSIDE = frozenset({"compound", "nummod", "amod", "poss", "nmod", "det", "quantmod"})


@dataclass(frozen=True, slots=True)
class _Tie:
    """A time expression and the words it hangs on."""

    time: Time
    anchor: Token
    trigger: int | None  # index of the first trigger above it
    verb: int | None  # index of the first verb above it, where it is tied to that verb's clause


def times_of(parse: Parse, triggers: Iterable[Trigger], times: Iterable[Time], lexicon: Lexicon) -> Mapping[int, Time]:
    """{index of a trigger's token: its time}; a trigger without a time of its own or its clause's is left out."""
    told = {t.token.index: t for t in triggers}
    # A verb of a state is no event, but holds the time of its clause for those that hang on it.
    states = (Trigger(t, t.lemma, Kind(), t.end) for t in parse.tokens if _holds_time(t, lexicon))
    found = {**{t.token.index: t for t in states}, **told}
    ties = [tie for time in times if (tie := _tie(parse, time, found, lexicon))]
    by_sentence: dict[int, list[_Tie]] = {}
    for tie in ties:
        by_sentence.setdefault(tie.anchor.sentence, []).append(tie)
    when: dict[int, Time] = {}
    for trigger in found.values():
        if time := _own_time(parse, trigger, by_sentence.get(trigger.token.sentence, [])):
            when[trigger.token.index] = time
    for trigger in sorted(found.values(), key=lambda t: (parse.depth(t.token.index), t.token.index)):
        if trigger.token.index not in when and (time := _shared_time(parse, trigger, when, found, lexicon)):
            when[trigger.token.index] = time
    return {index: time for index, time in when.items() if index in told}


def _holds_time(token: Token, lexicon: Lexicon) -> bool:
    return token.pos in _VERBS and token.dep not in HELPERS and not is_phase(token, lexicon)


def _tie(parse: Parse, time: Time, found: Mapping[int, Trigger], lexicon: Lexicon) -> _Tie | None:
    """Where a time hangs; none where it only bounds ("until Friday") or names no day."""
    words = parse.within(time.start, time.end)
    if time.type not in ("DATE", "TIME") or not words or (time.meaning and time.meaning.kind == "reference"):
        return None
    anchor = min(words, key=lambda token: (parse.depth(token.index), token.index))
    path = [anchor, *parse.ancestors(anchor.index)]
    first = next((token for token in path if token.index in found), None)
    for token in path[: path.index(first)] if first else path:
        if lexicon.has("bounding", token.lower) or lexicon.has("bounding", _marker(parse, token)):
            return None
    if anchor.dep in _INSIDE:
        return _Tie(time, anchor, anchor.head, None) if anchor.head in found else None
    above = None if _is_of_a_beginning(path, anchor, lexicon) else verb_over(parse, anchor)
    return _Tie(time, anchor, first.index if first else None, above.index if above else None)


def _is_of_a_beginning(path: list[Token], anchor: Token, lexicon: Lexicon) -> bool:
    """ "since his election in 2016": the year of the election, not of what has been so since."""
    verb = next((at for at, token in enumerate(path) if token.pos in _VERBS), len(path))
    return any(lexicon.has("opening", token.lower) and token.index != anchor.head for token in path[:verb])


def _marker(parse: Parse, token: Token) -> str:
    return next((child.lower for child in parse.children(token.index, "mark", "case")), "")


def _own_time(parse: Parse, trigger: Trigger, ties: list[_Tie]) -> Time | None:
    ranked = [(_rank(parse, trigger, tie, ties), tie) for tie in ties]
    fit = [
        (rank, _grain(tie.time), _distance(trigger.token, tie), tie.time.start) for rank, tie in ranked if rank < _FAR
    ]
    return next((tie.time for tie in ties if tie.time.start == min(fit)[3]), None) if fit else None


def _grain(time: Time) -> int:
    """A time of a day goes before a time of a month or a year."""
    meaning = time.meaning
    if meaning is None:
        return 0 if len(time.value) >= len("2000-01-01") else 1
    told = (meaning.day, meaning.weekday, meaning.part)
    return 0 if any(part is not None for part in told) or meaning.unit in ("D", "TIME") else 1


_FAR = 9


def _rank(parse: Parse, trigger: Trigger, tie: _Tie, ties: list[_Tie]) -> int:
    """How closely a time belongs to a trigger: its own, its clause's, or the only one of its sentence."""
    token = trigger.token
    if tie.trigger == token.index:
        return 0
    if token.pos in _VERBS:
        return 1 if tie.verb == token.index else _rank_of_root(parse, token, tie, ties)
    above = verb_over(parse, token)
    if above is None or tie.verb != above.index:
        return _FAR
    return 2 if _in_clause_of(parse, token, above) else _FAR


def _rank_of_root(parse: Parse, token: Token, tie: _Tie, ties: list[_Tie]) -> int:
    """A sentence's verb takes the only time of its sentence from a phrase or a participle below it."""
    if len(ties) > 1 or tie.verb is None:
        return _FAR
    path = [parse.tokens[tie.verb], *_between(parse, parse.tokens[tie.verb], token)]
    below = token in parse.ancestors(tie.verb)
    return 3 if below and not any(step.pos in _VERBS and is_finite(parse, step) for step in path) else _FAR


def _in_clause_of(parse: Parse, noun: Token, verb: Token) -> bool:
    """A noun that is a subject, an object or a phrase of that verb's clause."""
    return noun.dep in ("nsubj", "nsubjpass", "dobj", "attr", "pobj", "conj", "acomp", "oprd") and all(
        token.pos not in ("VERB", "AUX") for token in _between(parse, noun, verb)
    )


def _between(parse: Parse, token: Token, above: Token) -> Iterator[Token]:
    for step in parse.ancestors(token.index):
        if step.index == above.index:
            return
        yield step


def _distance(token: Token, tie: _Tie) -> int:
    return abs(token.index - tie.anchor.index)


def _shared_time(
    parse: Parse, trigger: Trigger, when: Mapping[int, Time], found: Mapping[int, Trigger], lexicon: Lexicon
) -> Time | None:
    """The time of the verb or noun that a trigger goes on from: joined verbs, participles, what a carrier carries."""
    token = trigger.token
    host = next((above for above in parse.ancestors(token.index) if above.index in found), None)
    if host is not None and host.index in when and _goes_along(parse, token, host, lexicon):
        return when[host.index]
    if token.pos not in _VERBS:
        return None
    for child in parse.children(token.index, "conj", "xcomp"):
        if child.index in when and (child.dep == "xcomp" or tense_of(parse, child) == tense_of(parse, token)):
            return when[child.index]
    return None


def _goes_along(parse: Parse, token: Token, host: Token, lexicon: Lexicon) -> bool:
    if token.dep == "conj":
        return token.head == host.index and tense_of(parse, token) == tense_of(parse, host)
    if token.pos in _VERBS:
        if token.dep == "advcl" and is_finite(parse, token):
            return any(lexicon.has("meanwhile", child.lower) for child in parse.children(token.index, "mark", "advmod"))
        if token.tag == "VB" and not lexicon.has("carriers", host.lemma.lower()):
            return False  # what somebody is asked, or means, to do lies ahead
        return token.dep in ("pcomp", "advcl", "acl", "xcomp") and not is_finite(parse, token) and token.tag != "VBN"
    return host.pos == "NOUN" or _in_clause_of(parse, token, host)
