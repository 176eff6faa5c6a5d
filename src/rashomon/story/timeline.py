"""What happened when, over all reports: one entry for each happening whose days are known."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..records import Days, Document, Event, Finding, Statement, TimelineEntry
from .claims import Claims
from .origins import count_origins

READABLE = (30, 240)  # characters of a clause that reads as a line of its own


@dataclass(frozen=True, slots=True)
class _Texts:
    """What the words of a summary are taken from."""

    documents: Mapping[str, Document]
    said: Mapping[tuple[str, int], Statement]  # by document and start of the cue


def make_timeline(
    documents: Iterable[Document], claims: Claims, findings: Iterable[Finding]
) -> tuple[TimelineEntry, ...]:
    """Entries in order of their days; events that a `same_event` finding joins, and of the same days, are one."""
    kept = tuple(findings)
    texts = _Texts(
        documents={document.id: document for document in documents},
        said={(s.document, s.cue.start): s for s in claims.statements if s.cue},
    )
    disputed = {member for f in kept if f.kind in ("conflict", "denial") for member in f.members}
    dated = [e for e in claims.events if e.when and e.earliest and e.latest]
    entries = (_entry(group, texts, disputed) for group in _groups(dated, kept))
    return tuple(sorted(entries, key=lambda entry: (entry.earliest, entry.latest, entry.summary, entry.events)))


def _groups(events: list[Event], findings: Iterable[Finding]) -> Iterable[list[Event]]:
    """Events of the same days that one finding holds for one happening, or of which one clause holds the other."""
    finding_of = {member: f.id for f in findings if f.kind == "same_event" for member in f.members}
    first_of: dict[tuple[str, Days], str] = {}
    joined: dict[str, str] = {}
    for event, widest in _with_widest(events):
        _join(joined, event.id, widest.id)
        if finding := finding_of.get(event.id):
            _join(joined, event.id, first_of.setdefault((finding, _days(event)), event.id))
    groups: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        groups[_head(joined, event.id)].append(event)
    return groups.values()


def _join(joined: dict[str, str], left: str, right: str) -> None:
    joined[_head(joined, left)] = _head(joined, right)


def _head(joined: dict[str, str], event: str) -> str:
    """The event that stands for a group so far."""
    while (above := joined.setdefault(event, event)) != event:
        joined[event] = joined.setdefault(above, above)
        event = above
    return event


def _with_widest(events: list[Event]) -> Iterator[tuple[Event, Event]]:
    """Each event with the event of its time in whose clause it is told: "the withdrawal" in "began the withdrawal"."""
    widest: dict[tuple[str, str | None], Event] = {}  # by document and time
    for event in sorted(events, key=lambda e: (e.document, e.start, -e.end, e.trigger.start, e.id)):
        outer = widest.get((event.document, event.when))
        if outer is None or event.end > outer.end:
            outer = widest[event.document, event.when] = event
        yield event, outer


def _entry(events: list[Event], texts: _Texts, disputed: set[str]) -> TimelineEntry:
    days = _days(events[0])
    assert days.earliest is not None and days.latest is not None
    return TimelineEntry(
        earliest=days.earliest,
        latest=days.latest,
        summary=_summary(events, texts),
        events=tuple(sorted(event.id for event in events)),
        documents=len({event.document for event in events}),
        origins=count_origins(events, texts.documents),
        disputed=any(event.id in disputed for event in events),
    )


def _summary(events: list[Event], texts: _Texts) -> str:
    """The words that tell most and read as a line: of a readable length, with who and to whom."""
    told = [(event, _told(event, texts)) for event in events]
    best = max(told, key=lambda t: (_is_readable(t[1]), *_known(t[0]), -len(t[1]), t[0].id))
    return best[1]


def _told(event: Event, texts: _Texts) -> str:
    """The words of an event; of a saying with what is said."""
    words = event.text
    if said := texts.said.get((event.document, event.trigger.start)):
        start, end = min(event.start, said.start), max(event.end, said.end)
        words = texts.documents[event.document].text[start:end] if end - start <= READABLE[1] else words
    return " ".join(words.split())


def _known(event: Event) -> tuple[bool, int]:
    """Whether somebody is in it, and how much of what, who and where is known."""
    parts = (event.type, event.actors, event.recipients, event.place)
    return bool(event.actors or event.recipients), sum(map(bool, parts))


def _is_readable(text: str) -> bool:
    return READABLE[0] <= len(text) <= READABLE[1]


def _days(event: Event) -> Days:
    return Days(event.earliest, event.latest)
