"""Figures: counts of people with what befell them, amounts with what they measure; whose, where, when, who says so."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ...bounds import compatible
from ...ids import make_id
from ...languages import Language
from ...records import Document, Figure, Mention, Statement, Time
from ..parse import Parse, Token
from .amounts import find_amounts
from .context import (
    Context,
    is_told_as_earlier,
    main_place,
    place_beyond,
    place_of,
    polarity_of,
    statement_of,
    teller_of,
)
from .counted import PERSON, Counted, counted_by, group_of
from .elliptic import Found, included, shared_hedges, taken_up
from .lexicon import DEFAULT_GROUP, Lexicon, lemma_of, lexicon_of
from .measures import measure_of
from .numbers import Number, every_number
from .others import with_others
from .readings import Clause, Reading
from .scope import (
    died_later,
    is_known_to_teller,
    scope_of,
    some_of_the_dead,
    that_add_up,
)
from .singles import find_victims, single_victims, turns_on_himself
from .sums import with_sums
from .things import find_things
from .tolls import exceeded, on_top
from .when import when_before, when_of
from .wider import with_wider

LONGEST_FIGURE = 160  # code points; a count and its verb further apart are quoted by the count alone
FEW = 3  # victims fewer than these are as often those who live as the dead


def find_figures(
    document: Document,
    parse: Parse,
    mentions: tuple[Mention, ...],
    times: tuple[Time, ...],
    statements: tuple[Statement, ...],
    language: Language,
) -> tuple[Figure, ...]:
    """All counts of people and amounts in a document, in order; `place` and `source` name mentions."""
    lexicon = lexicon_of(language)
    context = Context(document, parse, lexicon, mentions, times, statements, language)
    main = main_place(context)
    found: list[Figure] = []
    numbers = every_number(parse, language)
    readings = _readings(context, _kept(context, numbers))
    clause = Clause(parse, lexicon)
    victims = tuple(find_victims(clause))
    dead = {victim.token.sentence for victim in victims if victim.measure == "killed"}
    summed = with_others(clause, with_sums(clause, on_top(clause, shared_hedges(parse, readings))), dead)
    counts = with_wider(clause, times, summed)
    singles = single_victims(clause, victims, (one for one in counts if not one[1].wider))
    deadly = any(victim.measure == "killed" for victim in victims) or turns_on_himself(clause)
    people = _resolved(clause, (*counts, *singles), deadly=deadly)
    for counted, reading in (*people, *find_amounts(parse, language, numbers), *find_things(parse, language, numbers)):
        figure = _figure(context, counted, reading, main, found)
        if figure:
            found.append(figure)
    told = that_add_up(some_of_the_dead({figure.id: figure for figure in found}.values(), context.lexicon))
    return tuple(sorted(told, key=lambda f: (f.start, f.end, f.id)))


def _kept(context: Context, numbers: tuple[Number, ...]) -> Iterator[Number]:
    """Numbers of whole people that are no part of a time expression."""
    for number in numbers:
        if number.bound or (number.low is not None and number.low != int(number.low)):
            continue  # a price, a rate
        head = context.parse.tokens[number.head]
        over = [t for t in context.times if t.start <= head.start and head.end <= t.end]
        counted = context.parse.tokens[head.head] if head.dep == "nummod" else head
        spelled = head.text.isalpha() and all(t.end <= counted.start for t in over)
        if not over or (spelled and context.lexicon.is_person(counted)):  # "two thousand people" are no year
            yield number


def _readings(context: Context, numbers: Iterator[Number]) -> Iterator[Found]:
    """The numbers that count people, with what they measure."""
    parse, lexicon = context.parse, context.lexicon
    days = {t.index for time in context.times for t in parse.within(time.start, time.end) if t.pos == "PROPN"}
    before: Found | None = None
    for number in numbers:
        counted = counted_by(parse, lexicon, number)
        if counted is None or _is_of_others(Clause(parse, lexicon), counted, before):
            continue
        if counted.noun in days:
            counted = replace(counted, noun=None, last=number.last)  # "rose to at least six Friday"
        reading = (
            included(parse, lexicon, counted, before)
            or measure_of(Clause(parse, lexicon), counted)
            or taken_up(parse, lexicon, counted, before)
        )
        if reading and _are_people(parse, lexicon, counted, reading):
            clause = Clause(parse, lexicon)
            before = _laid_to_rest(clause, exceeded(clause, (counted, reading)), before)
            yield before


def _is_of_others(clause: Clause, counted: Counted, before: Found | None) -> bool:
    """Some of those whose number tells nothing that befell them: "spoke with 34 people, including 12 victims"."""
    parse, first = clause.parse, clause.parse.tokens[counted.role]
    while first.dep == "conj" and first.head < first.index:
        first = parse.tokens[first.head]
    preposition = parse.tokens[first.head]
    if first.dep != "pobj" or preposition.lower not in clause.lexicon.words("scope", "part_before"):
        return False
    whole = parse.tokens[preposition.head]
    unread = before is None or parse.tokens[before[0].first].sentence != whole.sentence
    return unread and clause.lexicon.is_person(whole) and bool(parse.children(whole.index, "nummod"))


def _resolved(clause: Clause, found: tuple[Found, ...], *, deadly: bool) -> Iterator[Found]:
    """Those hit by a weapon are hurt, or, where the report tells of dead as well, killed or hurt; so are all."""
    lexicon = clause.lexicon
    found = tuple(_dead_victims(clause, found))
    fatal = {reading.wider for _, reading in found if reading.measure == "killed"}
    hurt: set[Decimal | None] = set()
    for counted, reading in found:
        dead = reading.wider in fatal or (deadly and not reading.wider)
        hit = reading.measure == "hit"
        wounded = reading.measure == "injured" and not reading.scope  # who is in hospital lives
        of_all = wounded and _are_all(clause, counted) and counted.number.low not in hurt
        measure = "casualties" if dead and (hit or of_all) else "injured" if hit else reading.measure
        hurt |= {counted.number.low} if measure == "injured" else set()
        label = lexicon.table["wider"]["label"]
        yield counted, replace(reading, measure=f"{measure} {label}" if reading.wider else measure)


def _dead_victims(clause: Clause, found: tuple[Found, ...]) -> Iterator[Found]:
    """ "29 victims" are the dead where as many are told to be; "the number of victims", where nobody was shot."""
    dead = {counted.number.low for counted, reading in found if reading.measure == "killed"}
    dead -= {None, *map(Decimal, range(FEW))}
    shot = not dead or any(reading.measure == "hit" for _, reading in found)
    tolls, victims = clause.lexicon.words("toll", "nouns"), clause.lexicon.words("toll", "victims")
    meant: set[int] = set()
    for counted, reading in found:
        word = lemma_of(clause.parse.tokens[reading.trigger])
        as_many = word in tolls | victims and counted.number.low in dead and not counted.part
        if reading.measure == "casualties" and (as_many or (word in tolls and not shot)):
            meant.add(reading.trigger)
    for counted, reading in found:
        yield counted, replace(reading, measure="killed") if reading.trigger in meant else reading


def _laid_to_rest(clause: Clause, found: Found, before: Found | None) -> Found:
    """ "3,840 bodies were counted, of which 3,190 have been buried": in graves, not under rubble."""
    counted, reading = found
    tokens = clause.parse.tokens
    buried = reading.measure == "trapped" and lemma_of(tokens[reading.trigger]) in clause.lexicon.words("rules", "lay")
    dead = before is not None and before[1].measure == "killed"
    if not (buried and dead and before and tokens[before[0].first].sentence == tokens[counted.first].sentence):
        return found
    return counted, replace(reading, measure="killed", scope="part")


def _are_all(clause: Clause, counted: Counted) -> bool:
    """ "All three had suffered wounds": those told before, the dead among them."""
    before = clause.parse.tokens[max(counted.first - 1, 0) : counted.number.head]
    return any(t.lower in clause.lexicon.words("scope", "all") for t in before)


def _are_people(parse: Parse, lexicon: Lexicon, counted: Counted, reading: Reading) -> bool:
    """What is told of things as well ("deployed", "released") is a figure only of a noun known to be people."""
    if reading.measure not in lexicon.words("rules", "needs_person"):
        return True
    if counted.noun is None:
        role = parse.tokens[counted.role]
        whole = _whole_of(parse, lexicon, role) if role.dep == "pobj" else None
        head = parse.tokens[role.head]  # "12 die, 96 rescued": of a headline's list
        return (role.dep != "appos" or lexicon.is_person(head) or lemma_of(head) in lexicon.intransitive) and (
            whole is None or lexicon.is_person(whole)
        )
    counts_itself = reading.first <= counted.noun <= reading.last
    noun = parse.tokens[counted.noun]
    alike = noun.pos == "PRON" or noun.lower in lexicon.states  # "412 of them", "412 of the detained"
    return counts_itself or lexicon.is_person(noun) or (counted.part and alike)


def _whole_of(parse: Parse, lexicon: Lexicon, role: Token) -> Token | None:
    """The batteries in "sent batteries across the country, including one in Marville"."""
    preposition = parse.tokens[role.head]
    if preposition.lower not in lexicon.words("scope", "part"):
        return None
    above = parse.tokens[preposition.head]
    objects = parse.children(above.index, "dobj", "nsubjpass", "nsubj") if above.pos == "VERB" else (above,)
    return objects[-1] if objects else None


def _figure(
    context: Context, counted: Counted, reading: Reading, main: Mention | None, earlier: list[Figure]
) -> Figure | None:
    start, end = _span(context.parse, counted, reading)
    statement = statement_of(context, start, end)
    polarity = polarity_of(context, counted, reading, statement)
    if polarity is None:
        return None
    number, document = counted.number, context.document
    trigger = context.parse.tokens[reading.trigger]
    told = place_of(context, start, end, trigger)
    when = when_of(context, reading) or when_before(context, told, reading)
    place = told or (place_beyond(context, trigger) if when else None) or main
    group, group_text = group_of(context.parse, context.lexicon, counted)
    group = None if reading.measure in context.lexicon.words("rules", "voting") else group
    figure = Figure(
        id=make_id("figure", document.id, start, end, reading.measure, *_told_by(context.parse, counted)),
        document=document.id,
        start=start,
        end=end,
        text=document.text[start:end],
        measure=reading.measure,
        relation=number.relation,
        low=number.low,
        high=number.high,
        unit=counted.unit,
        group=_group(context, counted, group, earlier),
        group_text=group_text,
        place=place.id if place else None,
        scope=scope_of(context, counted, reading, earlier),
        polarity=polarity,
        when=when.id if when else None,
    )
    sourced = _sourced(figure, statement, teller_of(context, reading))
    return replace(sourced, scope="part") if _is_detail(context, sourced, (counted, reading), earlier) else sourced


def _told_by(parse: Parse, counted: Counted) -> tuple[str | int, ...]:
    """What tells a count from another that quotes the same words: where its number stands, and that it is a sum."""
    return (parse.tokens[counted.number.first].start, *(["sum"] if counted.group else []))


def _is_detail(context: Context, figure: Figure, found: Found, earlier: list[Figure]) -> bool:
    """Fewer than the report told at first, in the same place and by nobody else: some of those ("two died at once").

    Whoever tells it, those told by name or as somebody's own are some of them.
    """
    counted, reading = found
    told = (e for e in earlier if e.measure == figure.measure and e.scope == "total")
    alike = (e for e in told if e.relation not in ("vague", "none") and e.unit == figure.unit == PERSON)
    first = next((e for e in alike if e.group in (figure.group, DEFAULT_GROUP)), None)
    if first is None or first.low is None or not figure.high or figure.high >= first.low or compatible(figure, first):
        return False
    if figure.measure in context.lexicon.words("scope", "contrasts"):
        return False  # fewer are missing, as more are found
    if figure.scope != "total" or figure.when or is_told_as_earlier(context, figure):
        return False
    if first.when and not counted.group:
        return False
    if is_known_to_teller(context.parse, counted) or died_later(context, reading) or counted.group:
        return True  # of a row that is summed up: of a detail, where the report told of more
    if reading.scope == "total":
        return False
    if figure.source_text and figure.source_text != first.source_text:
        return False
    text_of = {mention.id: mention.text for mention in context.places()}
    return text_of.get(figure.place or "") == text_of.get(first.place or "")


def _sourced(figure: Figure, statement: Statement | None, teller: tuple[str | None, str] | None) -> Figure:
    if statement is None:
        return replace(figure, source=teller[0], source_text=teller[1]) if teller else figure
    return replace(
        figure,
        statement=statement.id,
        source=statement.speaker,
        source_text=statement.speaker_text,
        via=statement.via,
    )


def _span(parse: Parse, counted: Counted, reading: Reading) -> tuple[int, int]:
    """From the count or its verb, whichever is first, to the end of the later."""
    first, last = min(counted.first, reading.first), max(counted.last, reading.last)
    start, end = parse.tokens[first].start, parse.tokens[last].end
    if end - start > LONGEST_FIGURE or parse.tokens[first].sentence != parse.tokens[last].sentence:
        return parse.tokens[counted.first].start, parse.tokens[counted.last].end
    return start, end


def _group(context: Context, counted: Counted, told: str | None, earlier: list[Figure]) -> str | None:
    if counted.unit != PERSON:
        return None
    own = None if told == DEFAULT_GROUP else told
    return own or _shared_group(context, counted, earlier) or DEFAULT_GROUP


def _shared_group(context: Context, counted: Counted, earlier: list[Figure]) -> str | None:
    """ "12 soldiers were killed and 353 injured": a bare count takes the group of the one before in its sentence."""
    others = context.lexicon.words("scope", "others")  # "one soldier died and three others were hurt"
    if not earlier or (counted.noun is not None and context.parse.tokens[counted.noun].lower not in others):
        return None
    start, _ = context.parse.offsets(context.parse.sentence_of(context.parse.tokens[counted.first]))
    before = context.parse.tokens[counted.first].start
    wholes = [figure.group for figure in earlier if start <= figure.start < before and figure.scope != "part"]
    return wholes[-1] if wholes else None
