"""Those told as others than the first: "two died at once and three others later", "three more were shot"."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from ..parse import Token
from .counted import Counted, group_told
from .elliptic import Found
from .lexicon import DEFAULT_GROUP, lemma_of
from .numbers import Number
from .readings import Clause, Reading, reading_of

LOOK_BACK = 3  # sentences before others who were hit in which the dead are told


def with_others(clause: Clause, found: Iterable[Found], dead: Collection[int]) -> tuple[Found, ...]:
    """The counts with what others add to them; `dead` are the sentences that tell of one who died."""
    counts = tuple(found)
    fatal = {clause.parse.tokens[reading.trigger].sentence for _, reading in counts if reading.measure == "killed"}
    counts = tuple(_beside_the_dead(clause, one, fatal | set(dead)) for one in counts)
    sums = tuple(_sums(clause, counts))
    pieces = {counted.role for _, pair in sums for counted, _ in pair}
    kept = ((c, replace(r, scope=r.scope or "part")) if c.role in pieces else (c, r) for c, r in counts)
    told = sorted((*_latest_dead(clause), *kept), key=lambda one: one[0].first)
    return (*told, *(total for total, _ in sums))


def _beside_the_dead(clause: Clause, one: Found, dead: Collection[int]) -> Found:
    """ "One man was killed. Three others were shot": who is told beside the dead is alive."""
    counted, reading = one
    sentence = clause.parse.tokens[counted.first].sentence
    near = any(sentence - LOOK_BACK <= other <= sentence for other in dead)
    if reading.measure != "hit" or reading.scope or not near or not _are_others(clause, counted):
        return one
    return counted, replace(reading, measure="injured", scope="total")


def _sums(clause: Clause, counts: tuple[Found, ...]) -> Iterator[tuple[Found, list[Found]]]:
    """Sums that no count of the report tells outright, each with its pieces: those of one sentence, and the others."""
    told = {(counted.number.low, reading.measure) for counted, reading in counts}
    before: dict[tuple[int, str], list[Found]] = {}
    for one in sorted(counts, key=lambda one: (one[0].first, one[0].last)):
        counted, reading = one
        key = (clause.parse.tokens[counted.first].sentence, reading.measure)
        pieces = before.setdefault(key, [])
        if not _is_piece(clause, one):
            continue
        pieces.append(one)
        if len(pieces) > 1 and _are_others(clause, counted) and _is_one_affair(clause, pieces):
            total = _total(clause, pieces)
            if (total[0].number.low, reading.measure) not in told:
                yield total, list(pieces)


def _is_piece(clause: Clause, one: Found) -> bool:
    counted, reading = one
    exact = counted.number.relation == "exactly" and counted.number.low is not None and not counted.part
    single = counted.group is None  # no sum itself
    return exact and single and reading.measure in clause.lexicon.words("sums", "measures") and not reading.wider


def _is_one_affair(clause: Clause, pieces: list[Found]) -> bool:
    """Nothing between the first and the last tells of another day."""
    between = clause.parse.tokens[pieces[0][0].last + 1 : pieces[-1][0].first]
    return not any(t.lower in clause.lexicon.words("sums", "apart") for t in between)


def _total(clause: Clause, pieces: list[Found]) -> Found:
    (first, reading), (last, ending) = pieces[0], pieces[-1]
    count = sum((counted.number.low or Decimal(0) for counted, _ in pieces), Decimal(0))
    groups = {group_told(clause.parse, clause.lexicon, counted) for counted, _ in pieces if counted.noun is not None}
    number = Number(first.first, last.last, first.number.head, "exactly", count, count)
    part = all(told.scope == "part" for _, told in pieces)  # four in hospital and twenty others are all the hurt
    spans = Reading(
        reading.measure, reading.trigger, reading.first, max(reading.last, ending.last), "part" if part else "total"
    )
    group = groups.pop() if len(groups) == 1 else DEFAULT_GROUP
    return Counted(number, None, first.role, first.first, last.last, group=group), spans


def _are_others(clause: Clause, counted: Counted) -> bool:
    """ "three others", "two more men", "another two", "the other two"."""
    words = clause.lexicon.words("scope", "others") | clause.lexicon.words("scope", "additional")
    tokens = clause.parse.tokens
    before, after = (
        tokens[max(counted.first - 1, 0) : counted.first],
        tokens[counted.number.last + 1 : counted.last + 1],
    )
    more = tokens[counted.last + 1 : counted.last + 2]
    return any(t.lower in words for t in (*before, *after)) or any(
        t.lower in clause.lexicon.words("scope", "additional") for t in more
    )


def _latest_dead(clause: Clause) -> Iterator[Found]:
    """ "A third person has died": the last of three; "two were hurt, a third died" counts the three otherwise."""
    ordinals = {word: at for at, word in enumerate(clause.lexicon.table["single"]["ordinals"], start=1)}
    for token in clause.parse.tokens:
        rank = next((ordinals[c.lower] for c in clause.parse.children(token.index, "amod") if c.lower in ordinals), 1)
        verb = _dies(clause, token) if rank > 1 and _is_somebody(clause, token) else None
        if verb is not None:
            first = clause.parse.subtree(token.index).first
            number = Number(first, first, token.index, "exactly", Decimal(rank), Decimal(rank))
            reading = reading_of("killed", verb, token)
            yield Counted(number, token.index, token.index, first, token.index), reading


def _is_somebody(clause: Clause, token: Token) -> bool:
    suspect = lemma_of(token) in clause.lexicon.words("single", "suspects")
    return token.dep == "nsubj" and token.tag == "NN" and clause.lexicon.is_person(token) and not suspect


def _dies(clause: Clause, token: Token) -> Token | None:
    """The verb that tells somebody's death as it is news: "dies", "has died"."""
    parse = clause.parse
    for verb in (parse.tokens[token.head], *parse.children(token.head, "conj")):
        now = verb.tag == "VBZ" or any(c.tag == "VBZ" for c in parse.children(verb.index, "aux"))
        if now and clause.lexicon.intransitive.get(lemma_of(verb)) == "killed":
            return verb
    return None
