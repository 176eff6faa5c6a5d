"""Counts that a sentence gives in pieces: "two men and a woman were killed", "six were shot, two fatally"."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from ..parse import Token
from .counted import Counted, group_of, group_told
from .elliptic import Found
from .lexicon import DEFAULT_GROUP, lemma_of
from .measures import measure_of
from .numbers import Number
from .readings import Clause, Reading
from .singles import FINITE, are_joined, is_single_person

_APART = frozenset({"conj", "appos"})


def with_sums(clause: Clause, found: Iterable[Found]) -> tuple[Found, ...]:
    """The counts, those of people at large as parts where others are told beside them, and the sums of each row."""
    everything = tuple(found)
    by_role = {counted.role: (counted, reading) for counted, reading in everything}
    rows = [row for row in (_row(clause, by_role, head) for head in _heads(clause, by_role)) if row]
    sums = {row: summed for row in rows if (summed := _sum(clause, by_role, row))}
    twice = tuple(_of_one_noun(clause, everything))
    parts = _parts(clause, everything) | {counted.role for counted, _ in twice}
    for row, (total, _) in sums.items():
        counted_here = [by_role[member.index][0] for member in row if member.index in by_role]
        parts |= {
            counted.role for counted in counted_here if group_told(clause.parse, clause.lexicon, counted) == total.group
        }
    kept = ((c, replace(r, scope=r.scope or "part")) if c.role in parts else (c, r) for c, r in everything)
    return (*kept, *twice, *_needed(everything, sums), *_rest(everything, clause))


def _of_one_noun(clause: Clause, found: tuple[Found, ...]) -> Iterator[Found]:
    """ "12 Somali and 11 Yemeni pirates were held": 23 pirates."""
    for (first, reading), (second, other) in pairwise(found):
        exact = first.number.relation == second.number.relation == "exactly"
        same = first.role == second.role and first.noun == second.noun is not None and reading.measure == other.measure
        between = clause.parse.tokens[first.number.last + 1 : second.number.first]
        joined = len(between) > 1 and between[-1].pos == "CCONJ"
        if not (exact and same and joined) or reading.measure not in clause.lexicon.words("sums", "measures"):
            continue
        count = (first.number.low or Decimal(0)) + (second.number.low or Decimal(0))
        number = replace(first.number, last=second.number.last, low=count, high=count)
        group = group_told(clause.parse, clause.lexicon, second)
        yield replace(second, number=number, first=first.first, group=group), replace(reading, scope="total")


def _needed(found: tuple[Found, ...], sums: Mapping[tuple[Token, ...], Found]) -> Iterator[Found]:
    """The sums that no count of the report tells outright, each once."""
    in_rows = {token.index for row in sums for token in row}
    told = [(c.number, r.measure) for c, r in found if c.role not in in_rows and r.scope in (None, "total")]
    for counted, reading in sums.values():
        if not any(measure == reading.measure and number.low == counted.number.low for number, measure in told):
            told.append((counted.number, reading.measure))
            yield counted, reading


def _parts(clause: Clause, found: tuple[Found, ...]) -> set[int]:
    """ "Two adults and six children were killed": the adults are a part of the people, the children all of theirs."""
    measures = {counted.role: reading.measure for counted, reading in found}
    parts: set[int] = set()
    for counted, reading in found:
        role = clause.parse.tokens[counted.role]
        both_named = counted.noun is not None and clause.parse.tokens[role.head].pos in ("NOUN", "PROPN")
        if role.dep == "conj" and both_named and measures.get(role.head) == reading.measure:
            parts |= {role.index, role.head}
    return parts & {c.role for c, _ in found if group_of(clause.parse, clause.lexicon, c)[0] == DEFAULT_GROUP}


def _heads(clause: Clause, by_role: Mapping[int, Found]) -> list[Token]:
    """The first of each row of nouns that a counted one stands in."""
    heads: dict[int, Token] = {}
    for role in by_role:
        token = clause.parse.tokens[role]
        while token.dep == "conj" and clause.parse.tokens[token.head].pos in ("NOUN", "PROPN", "NUM", "PRON"):
            token = clause.parse.tokens[token.head]
        heads[token.index] = token
    return [heads[index] for index in sorted(heads)]


def _row(clause: Clause, by_role: Mapping[int, Found], head: Token) -> tuple[Token, ...] | None:
    """The nouns joined to the first, where each is a number of people or one person; `None` where one is neither."""
    row = [head]
    for member in row:
        if member.index not in by_role and not is_single_person(clause, member):
            return None
        joined = clause.parse.children(member.index, "conj")
        if not all(are_joined(clause, member, other) for other in joined):
            return None
        row.extend(joined)
    if _is_named(by_role.get(head.index), row[1:]):
        return None
    return tuple(row) if len(row) > 1 and head.dep not in _APART else None


def _is_named(first: Found | None, names: list[Token]) -> bool:
    """ "Two managers, Ann Alder and Bea Birch, were hurt": the names are theirs."""
    named = all(t.tag == "NNP" and t.entity == "PERSON" for t in names)
    return named and first is not None and first[0].number.low == len(names)


def _sum(clause: Clause, by_role: Mapping[int, Found], row: tuple[Token, ...]) -> Found | None:
    """One count of a row of people to whom the same happened."""
    told = [by_role[member.index] for member in row if member.index in by_role]
    reading = told[0][1]
    if reading.measure not in clause.lexicon.words("sums", "measures"):
        return None
    if any(r.measure != reading.measure or r.scope not in (None, "total") for _, r in told):
        return None
    if any(_opens_part(clause, c) for c, _ in told):
        return None
    if any(c.number.relation != "exactly" or c.part or c.number.low is None for c, _ in told):
        return None
    if reading.trigger in range(row[0].index - 1, row[-1].index) or not _befell(clause, by_role, row, reading):
        return None
    groups = {group_of(clause.parse, clause.lexicon, c)[0] for c, _ in told}
    alike = groups.pop() if len(groups) == 1 and len(told) == len(row) else DEFAULT_GROUP
    count = sum((c.number.low or Decimal(0) for c, _ in told), Decimal(len(row) - len(told)))
    first = min([clause.parse.subtree(row[0].index).first, *(c.first for c, _ in told)])
    last = max([row[-1].index, *(c.last for c, _ in told)])
    number = Number(first, last, row[0].index, "exactly", count, count)
    spans = replace(reading, first=min(first, reading.first), last=max(last, reading.last), scope="total")
    return Counted(number, None, row[0].index, first, last, group=alike or DEFAULT_GROUP), spans


def _opens_part(clause: Clause, counted: Counted) -> bool:
    """ "Twelve persons, among them two infants and a woman": a part of those told before."""
    before = clause.parse.tokens[max(counted.first - 1, 0)]
    return before.index < counted.first and before.lower in clause.lexicon.words("scope", "part_before")


def _befell(clause: Clause, by_role: Mapping[int, Found], row: tuple[Token, ...], reading: Reading) -> bool:
    """The first of the row suffered it as well: "left a girl and two men wounded"."""
    first = row[0]
    if first.index in by_role:
        return True
    verb = clause.parse.tokens[first.head]
    left = lemma_of(verb) in clause.lexicon.words("leave", "verbs") or _is_headline(clause, first)
    if left and reading.trigger > row[-1].index:
        return True
    one = Number(first.index, first.index, first.index, "exactly", Decimal(1), Decimal(1))
    told = measure_of(clause, Counted(one, first.index, first.index, first.index, first.index))
    return told is not None and told.measure == reading.measure


def _is_headline(clause: Clause, token: Token) -> bool:
    """ "A boy and two men wounded in Marville": no verb but what befell them."""
    return not any(t.tag in FINITE for t in clause.parse.between(clause.parse.sentence_of(token)))


def _rest(found: tuple[Found, ...], clause: Clause) -> Iterator[Found]:
    """ "Six people were shot, two fatally": the other four were hurt, where the sentence counts no hurt itself."""
    tokens = clause.parse.tokens
    hurt = {tokens[counted.first].sentence for counted, reading in found if reading.measure == "injured"}
    for (counted, reading), (dead, death) in pairwise(found):
        sentence = tokens[counted.first].sentence
        if reading.measure != "hit" or reading.scope or sentence in hurt or sentence != tokens[dead.first].sentence:
            continue
        exact = counted.number.relation == dead.number.relation == "exactly" and not counted.part
        count = (counted.number.low or Decimal(0)) - (dead.number.low or Decimal(0))
        of_them = _is_of_them(clause, counted, dead) or _is_its_outcome(clause, reading, dead, death)
        if death.measure == "killed" and of_them and exact and count > 0:
            last = max(dead.last, death.last)
            number = replace(counted.number, last=last, low=count, high=count)
            spans = Reading("injured", reading.trigger, min(counted.first, reading.first), last, "total")
            yield (
                replace(counted, number=number, last=last, group=group_told(clause.parse, clause.lexicon, counted)),
                spans,
            )


def _is_of_them(clause: Clause, hit: Counted, dead: Counted) -> bool:
    """ "two of whom have died", "one fatally", "one of the victims died"."""
    if dead.noun is None:
        after = clause.parse.tokens[dead.last + 1 : dead.last + 2]
        return any(t.lower in clause.lexicon.words("harm", "killed") for t in after)
    noun = clause.parse.tokens[dead.noun]
    same = hit.noun is not None and lemma_of(clause.parse.tokens[hit.noun]) == lemma_of(noun)
    victims = clause.lexicon.nouns.get(lemma_of(noun)) == "casualties"
    return dead.part and (noun.pos == "PRON" or same or victims)


def _is_its_outcome(clause: Clause, reading: Reading, dead: Counted, death: Reading) -> bool:
    """ "A gunman shot six people, killing two"; not "killing two others"."""
    verb = clause.parse.tokens[death.trigger]
    words = clause.parse.tokens[dead.first : dead.last + 1]
    others = clause.lexicon.words("scope", "others") | clause.lexicon.words("scope", "additional")
    follows = verb.tag == "VBG" and verb.dep == "advcl" and verb.head == reading.trigger
    return follows and not any(t.lower in others for t in words)
