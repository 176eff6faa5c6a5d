"""Claims settled: references of each document resolved to entities, time expressions to days."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from ..article.times import resolve
from ..records import Analysis, Days, Document, Event, Figure, Statement, Time
from .credits import name_key
from .event_days import date_events
from .lone_victims import with_scopes

Claim = TypeVar("Claim", Statement, Figure, Event)
Handed = TypeVar("Handed", Statement, Figure)

CLAIMING = ("says", "claims", "confirms", "thinks")  # a request or a promise is nothing that can be denied
DAYS_APART = 2
LONGEST_SAYING = timedelta(days=364)


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of all documents, settled, each list sorted by document and place in it."""

    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()


def overlap(left: Statement | Event, right: Statement | Event) -> bool:
    """Both claims have some words of one document in common."""
    return left.document == right.document and left.start < right.end and right.start < left.end


def are_near(left: Days, right: Days) -> bool:
    """Two intervals lie at most `DAYS_APART` apart; an unknown one may lie anywhere."""
    if left.earliest is None or left.latest is None or right.earliest is None or right.latest is None:
        return True
    return (right.earliest - left.latest).days <= DAYS_APART and (left.earliest - right.latest).days <= DAYS_APART


def settle(analyses: Iterable[Analysis], documents: Iterable[Document], entity_of: Mapping[str, str]) -> Claims:
    """The claims of the analyses, with entity ids for mention ids and days for time expressions."""
    dated = {document.id: document for document in documents}
    around = _days_of_stories(dated.values())
    parts = [_settle(a, dated[a.document.id], around, entity_of) for a in analyses]
    return Claims(
        times=_sorted(t for part in parts for t in part.times),
        statements=_sorted(s for part in parts for s in part.statements),
        figures=_sorted(with_scopes((f for part in parts for f in part.figures), dated)),
        events=_sorted(e for part in parts for e in part.events),
    )


def _days_of_stories(documents: Iterable[Document]) -> Mapping[str | None, Days]:
    """From the first to the last day on which a story's documents are known to have appeared."""
    known: dict[str | None, list[date]] = defaultdict(list)
    for document in documents:
        if document.story and document.published.days.day:
            known[document.story].append(document.published.days.day)
    return {story: Days(min(days), max(days)) for story, days in known.items()}


def _settle(
    analysis: Analysis, document: Document, around: Mapping[str | None, Days], entity_of: Mapping[str, str]
) -> Claims:
    times = tuple(_resolved(time, document, around) for time in analysis.times)
    days_of = {time.id: Days(time.earliest, time.latest) for time in times}
    days = document.published.days
    handed_on = _handed_on(analysis, document)
    statements = tuple(_settle_statement(s, days_of, days, entity_of) for s in map(handed_on, analysis.statements))
    made_of = {statement.id: statement for statement in statements}
    figures = tuple(_settle_figure(f, days_of, days, made_of, entity_of) for f in map(handed_on, analysis.figures))
    events = date_events((_settle_event(e, entity_of) for e in analysis.events), days_of, days)
    return Claims(times, statements, figures, events)


def _handed_on(analysis: Analysis, document: Document) -> Callable[[Handed], Handed]:
    """What tells a claim without the outlet whose report it is, which hands on nothing to itself."""
    text_of = {mention.id: mention.text for mention in analysis.mentions}
    own = name_key(document.outlet or "")

    def told(claim: Handed) -> Handed:
        via = tuple(medium for medium in claim.via if not own or name_key(text_of.get(medium, medium)) != own)
        return claim if via == claim.via else replace(claim, via=via)

    return told


def _resolved(time: Time, document: Document, around: Mapping[str | None, Days]) -> Time:
    """A time's days; in a document without a day, a date without its year lies in the year of its story."""
    meaning, days = time.meaning, around.get(document.story)
    if days and not document.published.days.known and meaning and meaning.month and meaning.day and not meaning.year:
        near = resolve(time, days)
        if near.earliest == near.latest:  # the same by the first and the last report
            return near
    return resolve(time, document.published.days)


def _settle_statement(
    statement: Statement, days_of: Mapping[str, Days], published: Days, entity_of: Mapping[str, str]
) -> Statement:
    return replace(
        statement,
        speaker=_entity(statement.speaker, entity_of),
        via=_via(statement.via, entity_of),
        made=_said_on(statement, days_of) or published,
    )


def _said_on(statement: Statement, days_of: Mapping[str, Days]) -> Days | None:
    """When it was said; a year or more is when what is said was ("the worst since 2006")."""
    days = _days(statement.when, days_of)
    if days is None or days.earliest is None or days.latest is None:
        return None
    return days if days.latest - days.earliest < LONGEST_SAYING else None


def _settle_figure(
    figure: Figure,
    days_of: Mapping[str, Days],
    published: Days,
    made_of: Mapping[str, Statement],
    entity_of: Mapping[str, str],
) -> Figure:
    statement = made_of.get(figure.statement or "")
    return replace(
        figure,
        place=_entity(figure.place, entity_of),
        source=_entity(figure.source, entity_of),
        via=_via(figure.via, entity_of),
        as_of=_days(figure.when, days_of) or (statement.made if statement else published),
    )


def _settle_event(event: Event, entity_of: Mapping[str, str]) -> Event:
    return replace(
        event,
        actors=_known(event.actors, entity_of),
        recipients=_known(event.recipients, entity_of),
        place=_entity(event.place, entity_of),
    )


def _days(when: str | None, days_of: Mapping[str, Days]) -> Days | None:
    days = days_of.get(when or "")
    return days if days and days.known else None


def _entity(reference: str | None, entity_of: Mapping[str, str]) -> str | None:
    return entity_of.get(reference or "")


def _known(references: Iterable[str], entity_of: Mapping[str, str]) -> tuple[str, ...]:
    """Entities of the references, each once, in order; a mention of nobody known is left out."""
    return tuple(dict.fromkeys(entity_of[r] for r in references if r in entity_of))


def _via(via: Iterable[str], entity_of: Mapping[str, str]) -> tuple[str, ...]:
    """Entities where a reference is one; words stay words."""
    return tuple(entity_of.get(v, v) for v in via)


def _sorted(claims: Iterable[Claim | Time]) -> tuple:  # type: ignore[type-arg]
    return tuple(sorted(claims, key=lambda c: (c.document, c.start, c.end, c.id)))
