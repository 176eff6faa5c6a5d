"""How many, for each thing counted: the present answer with its range, what it rests on, and how it came about."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal

from ..answers import Answer, Question
from ..bounds import compatible, counts_of
from ..ids import make_id
from ..records import Entity, Figure, Finding, Relation
from .counting import PERSON, Told, Topic, topics
from .findings.figures import question_of
from .origins import reasons
from .sources import Sources

_BOUNDS: tuple[Relation, ...] = ("at_least", "more_than")
_TOLD: tuple[Relation, ...] = ("exactly", "none", "approximately", "between")


def questions(
    sources: Sources, figures: Iterable[Figure], findings: Iterable[Finding], entities: Iterable[Entity]
) -> tuple[Question, ...]:
    """All questions of all stories, in order; parts of a whole and counts of past affairs are no question of theirs."""
    known = tuple(entities)
    places = {entity.id: entity for entity in known}
    earlier = {finding.members[0] for finding in findings if finding.kind == "update" and finding.about == "figures"}
    found: list[Question] = []
    for topic, told in topics(sources.documents.values(), figures, known).items():
        if topic.part is None and not topic.historical:
            found.extend(_question(topic, one, earlier, sources, places) for one in _by_place(told))
    return tuple(sorted(found, key=lambda q: (q.story, q.measure, q.group, q.place or "", q.unit)))


def _by_place(told: Iterable[Told]) -> list[list[Told]]:
    places: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        if not one.apart:
            places[one.place or ""].append(one)
    return [places[place] for place in sorted(places)]


def _question(
    topic: Topic,
    told: list[Told],
    earlier: set[str],
    sources: Sources,
    places: Mapping[str, Entity],
) -> Question:
    answers: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for one in told:
        answers[one.value].append(one)
    asserted = {one.figure.id for one in told if one.figure.polarity == "asserted"}
    history = tuple(_step(group, earlier, sources) for group in answers.values())
    standing = [step for step in history if not step.superseded] or list(history)
    sure = [step for step in standing if not asserted.isdisjoint(step.figures)] or standing
    best = max(sure, key=_weight)
    low, high = _range(best, standing, whole=topic.unit == PERSON)
    return Question(
        id=make_id("question", topic.story, topic.measure, topic.unit, topic.group, told[0].place),
        story=topic.story,
        question=question_of(topic, told[0], places),
        measure=topic.measure,
        unit=topic.unit,
        group=topic.group,
        place=told[0].place,
        low=low,
        best=best.low if best.low is not None else best.high,
        high=high,
        as_of=best.days,
        origins=best.origins,
        figures=tuple(figure for answer in history for figure in answer.figures),
        history=history,
    )


def _step(group: list[Told], earlier: set[str], sources: Sources) -> Answer:
    figure = group[0].figure
    return Answer(
        days=group[0].days,
        relation=figure.relation,
        low=figure.low,
        high=figure.high,
        figures=tuple(one.figure.id for one in group),
        origins=len(reasons((one.figure for one in group), sources)),
        superseded=any(one.figure.id in earlier for one in group),
    )


def _weight(step: Answer) -> tuple[bool, bool, bool, Decimal, int, str, Decimal]:
    """The best answer: a number before a vague word, an exact one before a bound, then most origins.

    Of lower bounds the highest goes first: at least six are at least two as well.
    """
    day = step.days.latest.isoformat() if step.days.latest else ""
    exact = step.relation in ("exactly", "none")
    low = step.low or Decimal(0)
    bound = low if step.relation in _BOUNDS else Decimal(0)
    return (step.relation != "vague", step.relation in _TOLD, exact, bound, step.origins, day, low)


def _range(best: Answer, standing: list[Answer], *, whole: bool) -> tuple[Decimal | None, Decimal | None]:
    """From the lowest to the highest answer that stands; a looser one that holds the best widens nothing."""
    apart = [step for step in standing if step is best or not compatible(step, best)]
    low, high = min(counts_of(step)[0] for step in apart), max(counts_of(step)[1] for step in apart)
    low = min(low, best.low if best.low is not None else low)
    top = None if high.is_infinite() else high
    return (_whole(low), None if top is None else _whole(top)) if whole else (low, top)


def _whole(count: Decimal) -> Decimal:
    return Decimal(int(count))
