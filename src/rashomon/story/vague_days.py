"""Happenings told with a vague interval ("early January") joined to the day in it that others tell for them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from ..languages import code_told
from ..records import Days, Document, Event, Finding
from .likeness import likeness, opposed, wording_of
from .senses import senses_of

# From the first to the last day of "early January"; a longer interval holds too many deeds of one sort.
LONGEST = timedelta(days=10)
# Cosine of a clause with a vague interval and one of a day in it that tell the same; lower than for clauses of the same
# days, since the deed and its parties must be the same too. Set by reading three affairs of the bench of stories.
SAME_WORDS = 0.45
MOST_COMPARED = 200  # events of one sense in one story that a vague one is compared with
Group = tuple[Event, ...]


def with_exact_days(
    groups: Iterable[Group], documents: Mapping[str, Document], findings: Iterable[Finding]
) -> tuple[Group, ...]:
    """The groups, each of a vague interval joined to the one of a single day in it that tells the same happening.

    Where groups of several days tell it, it stays: which of them is meant is not told.
    """
    kept = tuple(groups)
    finding_of = {member: f.id for f in findings if f.kind == "same_event" for member in f.members}
    exact = _by_key((group for group in kept if _day(group)), documents, finding_of)
    joined: dict[int, list[Event]] = {index: list(group) for index, group in enumerate(kept)}
    place = {group[0].id: index for index, group in enumerate(kept)}
    for index, group in enumerate(kept):
        if not _is_vague(group):
            continue
        fitting = {other[0].id: other for other in _candidates(group, exact, documents, finding_of)}
        if len({_day(other) for other in fitting.values()}) == 1:
            target = place[min(fitting)]
            joined[target].extend(joined.pop(index))
    return tuple(tuple(sorted(group, key=_order)) for group in joined.values())


def days_of_group(group: Group) -> Days:
    """The narrowest interval that an event of the group tells, of equal ones the earliest."""
    spans = (Days(e.earliest, e.latest) for e in group if e.earliest and e.latest)
    return min(spans, key=lambda d: (_length(d), d.earliest))


def _length(days: Days) -> timedelta:
    assert days.earliest is not None and days.latest is not None
    return days.latest - days.earliest


def _day(group: Group) -> object:
    return days_of_group(group).day


def _is_vague(group: Group) -> bool:
    return timedelta(0) < _length(days_of_group(group)) <= LONGEST


def _order(event: Event) -> tuple[str, int, int, str]:
    return event.document, event.trigger.start, event.trigger.end, event.id


def _by_key(
    groups: Iterable[Group], documents: Mapping[str, Document], finding_of: Mapping[str, str]
) -> Mapping[object, list[tuple[Event, Group]]]:
    """Events of single days with their groups, by what a vague one is looked up by."""
    found: dict[object, list[tuple[Event, Group]]] = defaultdict(list)
    for group in groups:
        for event in group:
            for key in _keys(event, documents, finding_of):
                found[key].append((event, group))
    return found


def _keys(event: Event, documents: Mapping[str, Document], finding_of: Mapping[str, str]) -> Iterator[object]:
    document = documents[event.document]
    code = code_told(document.language)
    senses = senses_of(code)
    sense = senses.of(event.trigger.text)
    if sense not in senses.saying:
        yield document.story or document.id, sense, event.modality
    if event.id in finding_of:
        yield finding_of[event.id]


def _candidates(
    group: Group,
    exact: Mapping[object, list[tuple[Event, Group]]],
    documents: Mapping[str, Document],
    finding_of: Mapping[str, str],
) -> Iterator[Group]:
    """Groups of a day in the interval that hold an event of the same happening."""
    days = days_of_group(group)
    assert days.earliest is not None and days.latest is not None
    for event in group:
        for key in _keys(event, documents, finding_of):
            for other, of_day in exact.get(key, ())[:MOST_COMPARED]:
                within = other.earliest and days.earliest <= other.earliest <= days.latest
                if within and (isinstance(key, str) or _same(event, other, documents)):
                    yield of_day


def _same(vague: Event, exact: Event, documents: Mapping[str, Document]) -> bool:
    """One deed: no party of one sort told in both apart, some party shared, and much the same words."""
    pairs = ((set(vague.actors), set(exact.actors)), (set(vague.recipients), set(exact.recipients)))
    if any(left and right and not left & right for left, right in pairs) or not any(a & b for a, b in pairs):
        return False
    code = code_told(documents[vague.document].language)
    left, right = wording_of(vague.text, code), wording_of(exact.text, code)
    return likeness(left, right, code).cosine >= SAME_WORDS and not opposed(left, right)
