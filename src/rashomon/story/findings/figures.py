"""Figures against figures: what agrees, what came later, what cannot both be true."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from itertools import combinations

from ...bounds import compatible, counts_of, narrower
from ...records import Days, Document, Entity, Finding, FindingKind
from ..affair_places import holds
from ..claims import Claims
from ..counting import PERSON, Told, Topic, is_climbing, topics
from ..cues import are_contrasted, hour_of
from .counts_in_words import FALLING, finding_of, where_of
from .nobody import nobody_findings
from .together import maximal_sets
from .voices import are_one_voice, are_rivals

# Within these days a lower count from another voice is a report that lags or disagrees; after them it is a revision.
# Set on a case whose toll climbed in one night: a paper gave the count of the evening before a day late.
LAGGING = timedelta(days=3)
# Pairs of voices that are told where two answers differ: a reader needs no ten that say one thing.
MOST_VOICES: Mapping[FindingKind, int] = {"conflict": 1, "update": 2}


FAR = 10  # times; amounts further apart are of two things
STEPS = 3  # answers from which on a count has grown; two may as well be a disagreement
FEWEST = 2  # answers that are so many where the story's dead have been counted anew so often
_FIRM = ("exactly", "at_least", "more_than")


# Two such counts that differ contradict nothing: "victims" may be the dead, the hurt, those named so far; distances
# are from here or there, a city's shootings of a week are not those of a day, passengers are not all on board, and each
# who helps gives an aid of his own.
LOOSE = frozenset(
    {
        "aboard",
        "aid",
        "casualties",
        "cost",
        "distance",
        "height",
        "length",
        "speed",
        "temperature",
        "weight",
        "width",
        "area",
    }
)
# Teams of several bodies, of which each report tells another.
OF_MANY_BODIES = frozenset({("deployed", "rescue workers"), ("deployed", "firefighters")})
# Counts that do not grow as an affair goes on, but differ from rally to rally.
STEADY = frozenset({"participants"})
Counted = tuple[str | None, str]  # those in one place whom one word sets apart, or nothing
OVERALL = "overall"  # the end of a measure over several affairs


@dataclass(frozen=True, slots=True)
class _Story:
    """What the comparison of a story's counts looks up."""

    entities: Mapping[str, Entity]
    documents: Mapping[str, Document]
    climbing: frozenset[str]  # the documents that say that a toll was rising
    grown: frozenset[Counted]  # of whom reports without a day are taken to have come one after the other
    hours: Mapping[str, int]  # of the time expressions that tell a time of day
    added: frozenset[tuple[str, str, Decimal]]  # of a document and a measure, what came on top of an earlier count


def figure_findings(
    documents: tuple[Document, ...], claims: Claims, entities: tuple[Entity, ...]
) -> tuple[Finding, ...]:
    """Agreements, refinements, updates and conflicts between counts of one thing, each pair of members so related."""
    by_entity = {entity.id: entity for entity in entities}
    document_of = {document.id: document for document in documents}
    climbing = _climbing_documents(documents)
    added = frozenset((f.document, f.measure, f.low) for f in claims.figures if f.scope == "additional" and f.low)
    hours = {time.id: hour for time in claims.times if (hour := hour_of(time.value)) is not None}
    found: list[Finding] = []
    everything = topics(documents, claims.figures, entities)
    rising = {topic.story for topic, told in everything.items() if _is_toll(topic) and _grown(told)}
    for topic, told in everything.items():
        grown = _grown(told, FEWEST if topic.story in rising else STEPS)
        story = _Story(by_entity, document_of, climbing.get(topic.story, frozenset()), grown, hours, added)
        found.extend(_compare(topic, told, story))
    found.extend(nobody_findings(everything, by_entity))
    return tuple(sorted(found, key=lambda finding: finding.id))


def _climbing_documents(documents: Iterable[Document]) -> Mapping[str, frozenset[str]]:
    """{story: those of its documents that say that a toll was rising}."""
    found: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        if is_climbing(document):
            found[document.story or ""].add(document.id)
    return {story: frozenset(ids) for story, ids in found.items()}


def _is_toll(topic: Topic) -> bool:
    return topic.measure == "killed" and topic.part is None and not topic.historical


def _grown(told: tuple[Told, ...], steps: int = STEPS) -> frozenset[Counted]:
    """Of whom there are more answers than a disagreement of two has: counts that rose from report to report."""
    answers: dict[Counted, set[Decimal]] = defaultdict(set)
    for one in told:
        if one.figure.relation in _FIRM:
            answers[(one.place, one.apart)].add(_number(one))
    return frozenset(counted for counted, numbers in answers.items() if len(numbers) >= steps)


def _compare(topic: Topic, told: tuple[Told, ...], story: _Story) -> Iterator[Finding]:
    answers: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for one in told:
        answers[one.value].append(one)
    groups = list(answers.values())
    for clique in _agreeing(groups, story, topic):
        agreed = [one for group in clique for one in group]
        if _worth_telling(agreed):
            yield _finding("agreement", topic, agreed, story)
    yield from _refinements(topic, groups, story)
    if not topic.historical and topic.part is None and not _is_loose(topic):
        yield from _differences(topic, groups, story)


def _is_loose(topic: Topic) -> bool:
    return topic.measure in LOOSE or topic.measure.endswith(OVERALL) or (topic.measure, topic.group) in OF_MANY_BODIES


def _agreeing(groups: list[list[Told]], story: _Story, topic: Topic) -> Iterator[list[list[Told]]]:
    """Sets of answers that can all be true together, none of which lies in another."""
    friends = [0] * len(groups)  # bit j of the i-th: the i-th and the j-th agree
    for i, j in combinations(range(len(groups)), 2):
        if relate(groups[i][0], groups[j][0], story.entities, topic) == "agreement":
            friends[i] |= 1 << j
            friends[j] |= 1 << i
    for together in sorted(maximal_sets(friends)):
        yield [groups[i] for i in together]


def _worth_telling(agreed: list[Told]) -> bool:
    """More than one text that says one thing twice."""
    bounds = {(one.figure.relation, one.figure.low, one.figure.high) for one in agreed}
    return len({one.figure.id for one in agreed}) > 1 and (
        len({one.figure.document for one in agreed}) > 1 or len(bounds) > 1
    )


def relate(a: Told, b: Told, places: Mapping[str, Entity], topic: Topic) -> FindingKind | None:
    """How two counts stand by bounds, days and places alone; who says them decides the rest (see `_differ`).

    A town's count and its country's agree, or the town's is the larger and they do not.
    `update` means that the days are in order.
    """
    if a.place != b.place:
        inner, outer = (a, b) if holds(b.place, a.place, places) else (b, a)
        if topic.historical or not holds(outer.place, inner.place, places):
            return None
        if not compatible(a.figure, b.figure) and counts_of(inner.figure) < counts_of(outer.figure):
            return None
    if topic.historical and not _near(a.days, b.days):
        return None
    if a.apart != b.apart or _far_apart(a, b):
        return None
    if compatible(a.figure, b.figure):
        return "update" if _outgrown(a, b) else "agreement"
    if _is_before(a.days, b.days) or _is_before(b.days, a.days):
        return "update"
    return "conflict"


def _far_apart(a: Told, b: Told) -> bool:
    """Amounts of two things, though a bound allows them to be one: a bill of "more than 42,000" and one of billions."""
    if a.figure.unit == PERSON:
        return False
    low, high = sorted((_number(a), _number(b)))
    return high > FAR * low


def _outgrown(a: Told, b: Told) -> bool:
    """Both can be true, but the later tells more long after: "at least 84", three weeks later 85."""
    if not (_is_before(a.days, b.days) or _is_before(b.days, a.days)):
        return False
    earlier, later = (a, b) if _is_before(a.days, b.days) else (b, a)
    if "vague" in (earlier.figure.relation, later.figure.relation) or earlier.figure.low is None:
        return False
    return counts_of(later.figure)[0] > counts_of(earlier.figure)[0] and later.figure.low != earlier.figure.low


def _gap(a: Days, b: Days) -> timedelta:
    """From the end of the one to the beginning of the other; negative where they touch or are not known."""
    return b.earliest - a.latest if a.latest and b.earliest else timedelta(days=-1)


def _is_before(a: Days, b: Days) -> bool:
    return _gap(a, b) > timedelta(0)


def _near(a: Days, b: Days) -> bool:
    """Days of history that may be one: "eight months ago" and "on 13 November"."""
    if not (a.known and b.known):
        return False
    slack = timedelta(days=31)
    return _gap(a, b) <= slack and _gap(b, a) <= slack


def _differences(topic: Topic, groups: list[list[Told]], story: _Story) -> Iterator[Finding]:
    """Updates, each from a count to the next, and conflicts, voice by voice."""
    pairs: dict[tuple[int, int], list[tuple[FindingKind, Told, Told]]] = defaultdict(list)
    for (i, a), (j, b) in combinations(enumerate(groups), 2):
        if relate(a[0], b[0], story.entities, topic) not in ("update", "conflict"):
            continue
        for one, other in ((one, other) for one in _voices(a) for other in _voices(b)):
            difference = _differ(one, other, story)
            if difference and not (difference[0] == "conflict" and _vaguely_compatible(one, other)):
                forward = difference[1] is one
                pairs[(i, j) if forward else (j, i)].append(difference)
    later = {pair for pair, found in pairs.items() if any(kind == "update" for kind, _, _ in found)}
    told_so: Counter[tuple[object, ...]] = Counter()
    # What is told once is told of reports that have a day, where there are such.
    order = sorted(pairs, key=lambda pair: (not all(groups[n][0].days.known for n in pair), pair))
    for (i, j), found in ((pair, pairs[pair]) for pair in order):
        is_step = not any((i, k) in later and (k, j) in later for k in range(len(groups)))
        for kind, one, other in found:
            step = _step(kind, one, other)
            told_so[step] += 1
            if (kind == "conflict" or is_step) and told_so[step] <= MOST_VOICES[kind]:
                yield _finding(kind, topic, [one, other], story)


def _step(kind: FindingKind, one: Told, other: Told) -> tuple[object, ...]:
    """What a difference says: of a conflict, the two numbers; of an update, also how each was bound."""
    if kind == "conflict":
        return (kind, *sorted((_number(one), _number(other))))
    return (kind, one.figure.low, one.figure.high, other.figure.low, other.figure.high)


def _number(told: Told) -> Decimal:
    low, high = told.figure.low, told.figure.high
    return low if low is not None else high if high is not None else Decimal(0)


def _voices(group: list[Told]) -> list[Told]:
    """One count for each voice, the first ones."""
    first: dict[str, Told] = {}
    for one in group:
        first.setdefault(one.voice, one)
    return list(first.values())[: max(MOST_VOICES.values())]


def _differ(a: Told, b: Told, story: _Story) -> tuple[FindingKind, Told, Told] | None:
    """Two counts that differ: which is the later, or that they contradict one another."""
    low, high = (a, b) if counts_of(a.figure) <= counts_of(b.figure) else (b, a)
    if low.figure.polarity == "asserted" != high.figure.polarity:
        return None  # "more than a thousand may have died" follows no toll
    if _is_earlier_that_day(low, high, story):
        return ("update", low, high)
    if a.earlier != b.earlier and _are_of_one_time(a, b):
        return ("update", a, b) if a.earlier else ("update", b, a)
    if low.lowered and not (high.lowered or _is_before(low.days, high.days)):
        return ("update", high, low)
    if a.figure.measure in FALLING:
        if _is_before(low.days, high.days):
            return ("update", low, high)  # more are missed; as a rule some were found
        low, high = high, low
    if a.figure.document == b.figure.document:
        return _differ_in_one_text(a, b, low, story)
    if a.figure.measure in STEADY and not (a.days.known and b.days.known):
        return None  # of two rallies, as likely as not
    if _is_before(low.days, high.days):
        return ("update", low, high)
    if _is_before(high.days, low.days):
        revised = a.voice == b.voice or _gap(high.days, low.days) > LAGGING
        return ("update", high, low) if revised else ("conflict", high, low)
    grown = (
        {(a.place, a.apart), (b.place, b.apart)} <= story.grown and _may_follow(a, b) and not _vaguely_compatible(a, b)
    )
    same = are_one_voice(a, b, story.entities)
    risen = counts_of(high.figure)[0] - counts_of(low.figure)[0]
    if (high.figure.document, high.figure.measure, risen) in story.added:  # "16 more bodies were found", of 39
        return ("update", low, high)
    later = grown and not (a.days.known and b.days.known) and a.contrary == b.contrary
    if same or later or ((bool(story.climbing) or grown) and not are_rivals(a, b, story.entities)):
        return ("update", low, high)
    return ("conflict", low, high)


def _differ_in_one_text(a: Told, b: Told, low: Told, story: _Story) -> tuple[FindingKind, Told, Told] | None:
    """Two counts of one report: a toll rose in it, or it sets the two against one another."""
    document = story.documents[a.figure.document]
    first, second = (a, b) if a.figure.start < b.figure.start else (b, a)
    if a.voice == b.voice or a.figure.polarity != b.figure.polarity:
        return None  # one voice in one text: of two happenings, as a rule; or what may be is set beside what is
    rising = document.id in story.climbing and a.figure.measure not in STEADY
    if not rising or are_rivals(a, b, story.entities) or are_contrasted(a.figure, b.figure, document):
        return ("conflict", first, second)
    return ("update", first, second) if first is low else None


def _is_earlier_that_day(a: Told, b: Told, story: _Story) -> bool:
    """ "13 by Thursday morning", "14 by Thursday evening"."""
    first, second = (story.hours.get(one.figure.when or "") for one in (a, b))
    return first is not None and second is not None and a.days.day == b.days.day is not None and first < second


def _are_of_one_time(a: Told, b: Told) -> bool:
    """Of one report, or of days that meet; what is earlier than its own report may follow all that others tell."""
    if a.figure.document == b.figure.document:
        return True
    known = a.days.known and b.days.known
    return known and not (_is_before(a.days, b.days) or _is_before(b.days, a.days))


def _may_follow(a: Told, b: Told) -> bool:
    """Of reports without a day, or the papers' own words: who was first to tell is not told."""
    return not (a.days.known and b.days.known) or not (a.figure.source_text or b.figure.source_text)


def _vaguely_compatible(a: Told, b: Told) -> bool:
    """ "Dozens" is said of a hundred and ten as well: a vague word has no firm end above."""
    return any(
        vague.figure.relation == "vague" and counts_of(other.figure)[0] > counts_of(vague.figure)[1]
        for vague, other in ((a, b), (b, a))
    )


def _refinements(topic: Topic, groups: list[list[Told]], story: _Story) -> Iterator[Finding]:
    """Each loose count with the narrowest that lies within it."""
    for group in groups:
        within = [g for g in groups if g is not group and _refines(g[0], group[0], story, topic)]
        if within and group[0].figure.relation != "exactly":
            best = min(within, key=lambda g: (_gap_of(g[0], group[0]), _width(g[0]), groups.index(g)))
            if len({one.figure.document for one in (*group, *best)}) > 1:
                yield _finding("refinement", topic, [group[0], best[0]], story)


def _refines(a: Told, b: Told, story: _Story, topic: Topic) -> bool:
    return relate(a, b, story.entities, topic) == "agreement" and a.place == b.place and narrower(a.figure, b.figure)


def _gap_of(a: Told, b: Told) -> timedelta:
    """Days between two counts, nothing where they overlap, most where a day is not known."""
    if not (a.days.known and b.days.known):
        return timedelta.max
    return max(_gap(a.days, b.days), _gap(b.days, a.days), timedelta(0))


def _width(told: Told) -> object:
    low, high = counts_of(told.figure)
    return high - low


def _finding(kind: FindingKind, topic: Topic, told: list[Told], story: _Story) -> Finding:
    return finding_of(kind, question_of(topic, told[0], story.entities), told)


def question_of(topic: Topic, told: Told, places: Mapping[str, Entity]) -> str:
    """The question in words: "security forces killed in Westland", "damage (dollar) in Westland"."""
    where = where_of(told, places)
    if topic.unit != PERSON:
        return f"{topic.measure} ({topic.unit}){where}"
    return f"{topic.part or topic.group or topic.unit} {topic.measure}{where}" + (
        " (a part of all)" if topic.part else ""
    )
