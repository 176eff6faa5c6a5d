"""Counts over several affairs of one kind: a weekend's shootings, a year's murders, "in seven separate crashes"."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from ...records import Time
from ..parse import Parse, Token
from .counted import Counted
from .elliptic import Found
from .lexicon import Lexicon, lemma_of
from .numbers import parse_count
from .readings import Clause, Reading

_OWN = frozenset({"relcl", "ccomp", "parataxis", "ROOT"})  # a token under these heads a clause of its own
_SUBORDINATES = frozenset({"WDT", "WP", "WRB", "IN"})
WIDEST_BREATH = 4  # tokens between two counts of one list: "four dead, and at least 16 hurt"
_INSIDE = frozenset({"compound", "nummod", "amod", "nmod"})  # the place of a year in the name of a thing
_SUBJECTS = ("nsubj", "nsubjpass", "mark")


def with_wider(clause: Clause, times: Iterable[Time], found: Iterable[Found]) -> tuple[Found, ...]:
    """The counts, those over several affairs marked so: they answer no question about one of them."""
    counts = tuple(found)
    times = tuple(times)
    told = (
        clause.parse.within(time.start, time.end)
        for time in times
        if _is_past(clause, time) or (_is_year(time) and not _names_one(clause, time))
    )
    long = (time for time in times if _is_stretch_of_days(clause, time))
    days = frozenset(token.sentence for time in long for token in clause.parse.within(time.start, time.end))
    stretch = frozenset(token.index for tokens in told for token in tokens)
    wider = [_is_wider(clause, stretch, counted, reading) for counted, reading in counts]
    eras = [_is_of_an_era(clause, reading) or _is_of_days(clause, days, reading) for _, reading in counts]
    marks = tuple(zip(counts, wider, eras, strict=True))
    beside = {reading.measure for (_, reading), wide, era in marks if not (wide or era)}
    wider = [wide or (era and reading.measure in beside) for (_, reading), wide, era in marks]
    for at in (*range(1, len(counts)), *reversed(range(1, len(counts)))):
        if wider[at] != wider[at - 1] and _goes_on(clause, counts[at - 1], counts[at]):
            wider[at] = wider[at - 1] = True
    return tuple(
        (counted, replace(reading, wider=mark)) for (counted, reading), mark in zip(counts, wider, strict=True)
    )


def _is_year(time: Time) -> bool:
    """A year by its number, with no month or day."""
    meaning = time.meaning
    return (
        meaning is not None and meaning.year is not None and (meaning.month, meaning.day, meaning.piece) == (None,) * 3
    )


def _names_one(clause: Clause, time: Time) -> bool:
    """A year inside the name of a thing or of somebody's own story: "the 2017 elections", "a boy born in 2014".

    So does one that opens a line of a list: "2014: Tolm mine, 29 killed".
    """
    tokens = clause.parse.within(time.start, time.end)
    if not tokens:
        return False
    if any(t.text == ":" for t in clause.parse.tokens[tokens[-1].index + 1 : tokens[-1].index + 2]):
        return True
    if tokens[-1].dep in _INSIDE and clause.parse.tokens[tokens[-1].head].index > tokens[-1].index:
        return True
    verb = next((t for t in clause.parse.ancestors(tokens[0].index) if t.pos in ("VERB", "AUX")), None)
    return verb is not None and verb.dep == "acl" and clause.lexicon.is_person(clause.parse.tokens[verb.head])


def _is_past(clause: Clause, time: Time) -> bool:
    """ "the past 17 months"."""
    words = set(time.text.lower().split())
    return time.type == "DURATION" and time.value[-1] in "WMY" and bool(words & clause.lexicon.words("wider", "past"))


def _is_wider(clause: Clause, stretch: frozenset[int], counted: Counted, reading: Reading) -> bool:
    parse, lexicon = clause.parse, clause.lexicon
    if reading.measure not in lexicon.words("harm", "measures"):
        return False
    top = _clause_of(clause, parse.tokens[reading.trigger])
    sentence = parse.between(parse.sentence_of(parse.tokens[counted.first]))
    mates = [t for t in sentence if _clause_of(clause, t) == top or _is_antecedent(parse, t, top)]
    if any(
        _is_stretch(clause, token, top) or _are_affairs(clause, token)
        for token in mates
        if token.index not in range(counted.first, counted.last + 1)
    ):
        return True
    if any(_is_one(lexicon, t) and not _is_part(clause, t) for t in mates) or _has_occasion(clause, top):
        return False
    own = range(counted.first, counted.last + 1)
    return any(t.index in stretch and t.index not in own for t in mates) or _spans_long(lexicon, mates)


def _has_occasion(clause: Clause, top: int) -> bool:
    """ "In 1987 more than 4,000 people died when a ferry sank", "since 2006, when 41 miners died at another site"."""
    occasions = (
        mark
        for below in (*_of_a_year(clause, top), *clause.parse.children(top, "advcl"))
        for mark in clause.parse.children(below.index, "advmod", "mark")
    )
    return any(mark.lower in clause.lexicon.words("wider", "when") for mark in occasions)


def _of_a_year(clause: Clause, top: int) -> tuple[Token, ...]:
    verb = clause.parse.tokens[top]
    return (verb,) if verb.dep == "relcl" and clause.parse.tokens[verb.head].pos == "NUM" else ()


def _is_stretch_of_days(clause: Clause, time: Time) -> bool:
    """ "the past 10 days"."""
    words = set(time.text.lower().split())
    return time.type == "DURATION" and time.value[-1] == "D" and bool(words & clause.lexicon.words("wider", "past"))


def _is_of_days(clause: Clause, days: frozenset[int], reading: Reading) -> bool:
    harm = reading.measure in clause.lexicon.words("harm", "measures")
    return harm and clause.parse.tokens[reading.trigger].sentence in days


def _is_of_an_era(clause: Clause, reading: Reading) -> bool:
    """ "4,200 civilians have been killed since the start of the war"."""
    words = clause.lexicon.words
    if reading.measure not in words("harm", "measures"):
        return False
    sentence = clause.parse.between(clause.parse.sentence_of(clause.parse.tokens[reading.trigger]))
    since = (t for t in sentence if t.lower in words("wider", "since"))
    return any(lemma_of(below) in words("wider", "eras") for t in since for below in _below(clause, t))


def _below(clause: Clause, token: Token) -> tuple[Token, ...]:
    """What a preposition leads to; the clause that a conjunction opens."""
    holder = token.head if token.dep == "mark" else token.index
    return clause.parse.between(clause.parse.subtree(holder))


def _is_one(lexicon: Lexicon, token: Token) -> bool:
    """A single affair, or several of a kind that make one: "a series of attacks"."""
    lemma = lemma_of(token)
    return lemma in lexicon.words("wider", "one") and (
        token.tag != "NNS" or lemma not in lexicon.words("wider", "affairs")
    )


def _is_part(clause: Clause, token: Token) -> bool:
    """One of the affairs: "including one fatal shooting"."""
    return clause.parse.tokens[token.head].lower in clause.lexicon.words("scope", "part")


def _goes_on(clause: Clause, before: Found, after: Found) -> bool:
    """ "4 dead, 16 hurt": right after a count over several affairs, in one breath."""
    between = clause.parse.tokens[max(before[0].last, before[1].last) + 1 : after[0].first]
    same = clause.parse.tokens[before[0].first].sentence == clause.parse.tokens[after[0].first].sentence
    harm = clause.lexicon.words("harm", "measures")
    return (
        same
        and after[1].measure in harm
        and len(between) <= WIDEST_BREATH
        and not any(t.tag in _SUBORDINATES for t in between)
    )


def _clause_of(clause: Clause, token: Token) -> int:
    """The head of the clause that a token stands in; joined verbs stand in one, participles in that above them."""
    while token.head != token.index and not _opens(clause, token):
        token = clause.parse.tokens[token.head]
    return token.index


def _opens(clause: Clause, token: Token) -> bool:
    if token.dep in _OWN:
        return token.pos in ("VERB", "AUX")
    if token.dep not in ("advcl", "acl"):
        return False
    opening = clause.parse.children(token.index, *_SUBJECTS)
    return bool(opening) and not any(t.lower in clause.lexicon.words("wider", "with") for t in opening)


def _is_antecedent(parse: Parse, token: Token, top: int) -> bool:
    """The noun that a relative clause tells of, or what that is a heap of: "a rash of crashes that killed 12"."""
    if parse.tokens[top].dep != "relcl":
        return False
    above = parse.tokens[token.head]
    return parse.tokens[top].head in (
        token.index,
        above.head if above.dep == "prep" and above.index < token.index else -1,
    )


def _is_stretch(clause: Clause, token: Token, top: int) -> bool:
    """ "a weekend that left seven dead", "the year has seen 12 deaths", "wounded during that weekend"."""
    subject = token.dep in ("nsubj", "nsubjpass") and token.head == top
    if subject and lemma_of(token) in clause.lexicon.words("wider", "scattered"):
        return True
    during = clause.parse.tokens[token.head].lower in clause.lexicon.words("wider", "during")
    told = subject or during or clause.parse.tokens[top].head == token.index
    return told and lemma_of(token) in clause.lexicon.words("wider", "stretches")


def _are_affairs(clause: Clause, token: Token) -> bool:
    """ "seven shootings", "separate crashes", "a rash of stabbings", "murders across the city"."""
    words = clause.lexicon.words
    if lemma_of(token) not in words("wider", "affairs") or token.tag != "NNS":
        return False
    children = clause.parse.children(token.index)
    if any(_is_many(clause.lexicon, child) for child in children):
        return True
    above = clause.parse.tokens[clause.parse.tokens[token.head].head]
    near = clause.parse.tokens[token.index + 1 : token.index + 2]
    return lemma_of(above) in words("wider", "heaps") or any(
        t.lower in words("wider", "across") for t in (*children, *near)
    )


def _is_many(lexicon: Lexicon, child: Token) -> bool:
    if child.lower in lexicon.words("wider", "apart"):
        return True
    value: Decimal | int | None = lexicon.numbers.get(child.lower) if child.dep == "nummod" else None
    value = parse_count(child.lower) if child.dep == "nummod" and value is None else value
    return value is not None and value >= int(lexicon.table["wider"]["least"])


def _spans_long(lexicon: Lexicon, mates: Iterable[Token]) -> bool:
    """A stretch of time is told, and no single affair: "this year has seen 130 deaths"."""
    text = f" {' '.join(token.lower for token in mates)} "
    return any(f" {period} " in text for period in lexicon.words("wider", "periods"))
