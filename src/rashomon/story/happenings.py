"""Which events of several reports tell of one happening."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ..languages import code_told
from ..records import Days, Document, Event
from .senses import Senses, senses_of

# Parties and places that verbs which tell of much must share where they share no actor. Set on ECB+ and the gold cases.
WITH_CARE = 2
WORDS_BEFORE = 2  # of a trigger: "the second missile launch"
MOST_GROUPS = 400  # groups of one sense in one story that an event is compared with, the latest first


@dataclass(frozen=True, slots=True)
class Told:
    """An event with what it is compared by."""

    event: Event
    story: str | None
    sense: str
    at: str | None  # where its report's happenings mostly are: what has no place of its own is likeliest there
    days: Days | None  # of a time of its own; a day lent by the publication tells nothing apart
    is_bare_saying: bool
    with_care: bool  # it takes a shared party to be another's happening: sayings, and verbs of no sort of their own
    happens_once: bool  # of a sort that does not come again day by day
    is_one_of_many: bool  # of a sort that one report tells many of
    is_another: bool  # told as another one than that of which its report speaks: "a second crash", "previous attacks"


@dataclass(slots=True)
class _Group:
    """Events held for one happening, and what is known of it from all of them."""

    members: list[Told] = field(default_factory=list)
    actors: set[str] = field(default_factory=set)
    recipients: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    days: set[Days] = field(default_factory=set)

    def add(self, told: Told) -> None:
        self.members.append(told)
        self.actors.update(told.event.actors)
        self.recipients.update(told.event.recipients)
        if told.days:
            self.days.add(told.days)
        if told.event.place:
            self.places.add(told.event.place)


def told_events(documents: Iterable[Document], events: Iterable[Event]) -> tuple[Told, ...]:
    """The events that may be compared, in order of document and place."""
    document_of = {document.id: document for document in documents}
    ordered = sorted(events, key=lambda e: (e.document, e.trigger.start, e.trigger.end, e.id))
    main_place = _main_places(ordered)
    return tuple(_told(event, document_of[event.document], main_place.get(event.document)) for event in ordered)


def happenings(told: Iterable[Told]) -> tuple[tuple[Told, ...], ...]:
    """Groups of two or more events that tell of one happening, in a fixed order."""
    buckets: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for item in told:
        if not item.is_bare_saying:
            buckets[item.story or item.event.document, item.sense].append(item)
    groups = (group for key in sorted(buckets) for group in _grouped(buckets[key]))
    return tuple(tuple(group.members) for group in groups if len(group.members) > 1)


def overlapping(left: Days | None, right: Days | None) -> bool:
    """Two intervals of days that may be one time; an unknown one may be any."""
    if left is None or right is None:
        return True
    if left.earliest is None or left.latest is None or right.earliest is None or right.latest is None:
        return True
    return left.earliest <= right.latest and right.earliest <= left.latest


def _main_places(events: Iterable[Event]) -> Mapping[str, str]:
    """{document: the place that most of its events are told of}."""
    places: dict[str, Counter[str]] = defaultdict(Counter)
    for event in events:
        if event.place:
            places[event.document][event.place] += 1
    return {document: min(counts, key=lambda p: (-counts[p], p)) for document, counts in places.items()}


def _told(event: Event, document: Document, main_place: str | None) -> Told:
    senses = senses_of(code_told(document.language))
    sense = senses.of(event.trigger.text)
    days = Days(event.earliest, event.latest) if event.when and event.earliest else None
    return Told(
        event=event,
        story=document.story,
        sense=sense,
        at=event.place or main_place,
        days=days,
        is_bare_saying=sense in senses.bare_saying,
        with_care=_needs_care(sense, senses),
        happens_once=sense not in senses.recurrent,
        is_one_of_many=sense in senses.one_of_many,
        is_another=not senses.another.isdisjoint(_words_before(event)),
    )


def _words_before(event: Event) -> list[str]:
    """The few words that stand before a trigger in its clause."""
    return event.text[: max(event.trigger.start - event.start, 0)].casefold().split()[-WORDS_BEFORE:]


def _needs_care(sense: str, senses: Senses) -> bool:
    return sense in senses.saying or sense not in senses.telling


def _grouped(items: list[Told]) -> Iterator[_Group]:
    """Each event joins the group that it shares most with, else the largest it fits; the best known go first."""
    groups: list[_Group] = []
    for item in sorted(items, key=_known_first):
        fitting = [group for group in groups[-MOST_GROUPS:] if _fits(item, group)]
        if fitting:
            group = max(fitting, key=lambda g: (_shared(item, g), _may_be_at(item.at, g.places), len(g.members)))
        else:
            group = _Group()
            groups.append(group)
        group.add(item)
    for group in groups:
        group.members.sort(key=lambda t: (t.event.document, t.event.start, t.event.trigger.start, t.event.id))
        yield group


def _may_be_at(place: str | None, places: set[str]) -> bool:
    return place is None or not places or place in places


def _shared(told: Told, group: _Group) -> int:
    """How many parties, places and documents an event has in common with a group."""
    event = told.event
    known = group.actors | group.recipients | group.places
    return len(known & {*event.actors, *event.recipients, event.place or ""})


def _known_first(told: Told) -> tuple[bool, bool, bool, str, int, str]:
    event = told.event
    return (
        told.days is None,
        not (event.actors and event.recipients),
        not (event.actors or event.recipients),
        event.document,
        event.trigger.start,
        event.id,
    )


def _fits(told: Told, group: _Group) -> bool:
    event = told.event
    if told.is_another != group.members[0].is_another:
        return False
    if not _same_reality(event, group.members[0].event) or any(not overlapping(told.days, d) for d in group.days):
        return False
    if _apart(set(event.actors), group.actors) and _apart(set(event.recipients), group.recipients):
        return False
    if group.actors & set(event.actors):
        return True
    if told.with_care:
        return not _apart(set(event.actors), group.actors) and _shared(told, group) >= WITH_CARE
    by_party = bool((group.actors | group.recipients) & {*event.actors, *event.recipients})
    return by_party or not _places_apart(event.place, group.places)


def _apart(left: set[str], right: set[str]) -> bool:
    return bool(left) and bool(right) and not left & right


def _same_reality(left: Event, right: Event) -> bool:
    """What did not happen, or long ago, is not what happened."""
    return (left.modality == "denied") == (right.modality == "denied") and (left.modality == "historical") == (
        right.modality == "historical"
    )


def _places_apart(place: str | None, places: set[str]) -> bool:
    """Another place than those told before."""
    return bool(place) and bool(places) and place not in places
