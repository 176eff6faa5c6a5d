"""Events against events: one happening in several reports, and one told with days that cannot both be true."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta

from ...article.times import is_by_clock
from ...ids import make_id
from ...records import Document, Entity, Event, Finding
from ..claims import Claims
from ..happenings import Told, happenings, overlapping, told_events
from ..origins import UNCOUNTED
from ..sameness import surely_same
from ..sources import name_of

# Reports that differ on a day differ by little; what lies further apart happened twice. Set on the first gold case.
DAYS_APART = timedelta(days=4)
MOST_QUOTED = 4  # reports that a reason quotes


def event_findings(
    documents: tuple[Document, ...], claims: Claims, entities: tuple[Entity, ...]
) -> tuple[Finding, ...]:
    """`same_event` findings, and `conflict` findings about dates, within each story."""
    by_id = {document.id: document for document in documents}
    name_of = {entity.id: entity.name for entity in entities}
    told = told_events(documents, claims.events)
    reports = Counter(document.story for document in documents)
    parts = (part for group in happenings(told) for part in surely_same(group, reports[group[0].story]))
    same = [_same(part, by_id, name_of) for part in parts if len({t.event.document for t in part}) > 1]
    # "At 3:40 a.m." names no day: the day it was given is the report's, not the happening's.
    by_clock = {t.id for t in claims.times if t.type == "TIME" and is_by_clock(t.text, by_id[t.document].language)}
    apart = _told_apart(told, by_clock, reports)
    days = [_other_days(group, by_id, name_of) for group in apart]
    return tuple(sorted((*same, *days), key=lambda finding: finding.id))


def _same(group: tuple[Told, ...], documents: Mapping[str, Document], name_of: Mapping[str, str]) -> Finding:
    events = [told.event for told in group]
    reports = len({event.document for event in events})
    return Finding(
        id=make_id("finding", "same_event", *sorted(event.id for event in events)),
        kind="same_event",
        about="events",
        members=tuple(sorted(event.id for event in events)),
        origins=UNCOUNTED,
        question=_question(events, name_of),
        why=f"One happening told in {reports} reports{_common(events, name_of)}: {_quoted(events, documents)}",
    )


def _other_days(events: tuple[Event, ...], documents: Mapping[str, Document], name_of: Mapping[str, str]) -> Finding:
    return Finding(
        id=make_id("finding", "conflict", "dates", *sorted(event.id for event in events)),
        kind="conflict",
        about="dates",
        members=tuple(sorted(event.id for event in events)),
        origins=UNCOUNTED,
        question=f"the day of: {_question(events, name_of) if _is_anybody_known(events) else _words(events)}",
        why=f"One happening told with days that cannot both be true{_common(events, name_of)}: "
        f"{_quoted(events, documents)}",
    )


def _told_apart(
    told: Iterable[Told], by_clock: set[str], reports: Mapping[str | None, int]
) -> Iterator[tuple[Event, ...]]:
    """Happenings told with days of their own that do not meet; of those that share an event the first."""
    kept = tuple(told)
    dated = [t for t in kept if t.happens_once and t.days and t.days.day and t.event.modality == "actual"]
    sure = [t for t in dated if t.event.when not in by_clock]
    seen: set[str] = set()
    for group in (*_one_but_for_its_days(sure, reports), *_told_with_other_days(sure)):
        if seen.isdisjoint(event.id for event in group):
            seen.update(event.id for event in group)
            yield group


def _one_but_for_its_days(told: Iterable[Told], reports: Mapping[str | None, int]) -> Iterator[tuple[Event, ...]]:
    """Plain happenings, told with a party, that would be held for one, were their days not known."""
    plain = {t.event.id: t for t in told if not t.with_care and (t.event.actor_text or t.event.recipient_text)}
    groups = happenings(replace(t, days=None) for t in plain.values())
    for part in (part for group in groups for part in surely_same(group, reports[group[0].story])):
        members = [plain[t.event.id] for t in part]
        if _differ(members):
            yield tuple(member.event for member in members)


def _told_with_other_days(told: Iterable[Told]) -> Iterator[tuple[Event, ...]]:
    """What somebody did to somebody once, told with days of its own that do not meet."""
    by_deed: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    for item in told:
        for actor in item.event.actors:
            for recipient in item.event.recipients:
                by_deed[item.story or item.event.document, *_deed(item), actor, recipient].append(item)
    seen: set[tuple[str, ...]] = set()
    for deed in sorted(by_deed):
        members = by_deed[deed]
        key = tuple(sorted(m.event.id for m in members))
        if key not in seen and _differ(members):
            seen.add(key)
            yield tuple(m.event for m in members)


def _deed(told: Told) -> tuple[str, str]:
    """What was done: a typed deed by its type and mode, so that an appeal may be a request."""
    event = told.event
    return (event.type, event.mode) if event.type and event.mode else ("", told.sense)


def _differ(members: list[Told]) -> bool:
    """Days that lie apart, but not far; a report that tells of two such days tells of two happenings."""
    days_in: dict[str, set[str]] = defaultdict(set)
    for member in members:
        days_in[member.event.document].add(str(member.days and member.days.day))
    if any(len(days) > 1 for days in days_in.values()):
        return False
    days = sorted(m.days.day for m in members if m.days and m.days.day)
    apart = any(not overlapping(members[0].days, member.days) for member in members)
    return apart and days[-1] - days[0] <= DAYS_APART


def _question(events: Iterable[Event], name_of: Mapping[str, str]) -> str:
    """Who did what to whom, by the fullest member."""
    best = max(events, key=lambda e: (len(e.actors) > 0, len(e.recipients) > 0, len(e.text) < 120, e.id))
    actors = " and ".join(name_of.get(a, a) for a in best.actors[:2])
    recipients = " and ".join(name_of.get(r, r) for r in best.recipients[:2])
    return " ".join(part for part in (actors, best.trigger.text, recipients) if part)


def _is_anybody_known(events: Iterable[Event]) -> bool:
    return any(event.actors or event.recipients for event in events)


def _words(events: Iterable[Event]) -> str:
    """Who, what and whom of the shortest telling, in its words and order; its day is what is open."""
    event = min(events, key=lambda e: (len(e.text), e.text))
    parts = {part for part in (event.actor_text, event.trigger.text, event.recipient_text) if part}
    return _short(" ".join(sorted(parts, key=lambda part: (event.text.find(part), part))))


def _common(events: Iterable[Event], name_of: Mapping[str, str]) -> str:
    """The parties and the place that all or several members name."""
    kept = list(events)
    counted: dict[str, int] = defaultdict(int)
    for event in kept:
        for reference in {*event.actors, *event.recipients, event.place or ""} - {""}:
            counted[reference] += 1
    shared = sorted(name_of.get(r, r) for r, count in counted.items() if count > 1)
    return f" ({', '.join(shared)})" if shared else ""


def _quoted(events: Iterable[Event], documents: Mapping[str, Document]) -> str:
    """The words of one member of each report, with their days."""
    first: dict[str, Event] = {}
    for event in events:
        first.setdefault(event.document, event)
    quotes = [
        f"“{_short(e.text)}”{_day(e)} in {name_of(documents[e.document])}" for e in list(first.values())[:MOST_QUOTED]
    ]
    more = len(first) - len(quotes)
    return "; ".join(quotes) + (f"; and in {more} more" if more else "")


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 90 else f"{words[:87].rsplit(' ', 1)[0]} …"


def _day(event: Event) -> str:
    if event.when is None or event.earliest is None:
        return ""
    return f" ({event.earliest})" if event.earliest == event.latest else f" ({event.earliest} to {event.latest})"
