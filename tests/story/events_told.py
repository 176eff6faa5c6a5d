"""Events as the story half meets them: settled, of a few documents of one story."""

from collections.abc import Iterable
from datetime import date

from rashomon.records import Document, Event, Finding, TimelineEntry, Words
from rashomon.story.claims import Claims
from rashomon.story.findings.events import event_findings
from rashomon.story.origins import counted, grounded
from rashomon.story.sources import Sources
from rashomon.story.timeline import make_timeline


def event(document: str, text: str, trigger: str, *, day: int | None = None, at: int = 0, **fields: object) -> Event:
    """An event of that document; `day` is of May 2031, told by the event itself."""
    start = at + text.index(trigger)
    own = (
        {}
        if day is None
        else {"when": f"{document}-{day}", "earliest": date(2031, 5, day), "latest": date(2031, 5, day)}
    )
    return Event(
        id=f"{document}-{start}-{trigger}",
        document=document,
        start=at,
        end=at + len(text),
        text=text,
        trigger=Words(start, start + len(trigger), trigger),
        **{**own, **fields},
    )


def documents(*events: Event, **copies: str) -> tuple[Document, ...]:
    ids = sorted({e.document for e in events})
    return tuple(
        Document(
            i, f"{i}.txt", "", text_of(e for e in events if e.document == i), outlet=i, story="s", copy_of=copies.get(i)
        )
        for i in ids
    )


def text_of(events: Iterable[Event]) -> str:
    """A report that holds the words of the events where they say, each on a line of its own."""
    text = ""
    for e in sorted(events, key=lambda e: (e.start, -e.end)):
        text = text.ljust(e.start, "\n")
        text = text[: e.start] + e.text + text[e.end :]
    return text


def findings(*events: Event) -> tuple[Finding, ...]:
    read, claims = documents(*events), Claims(events=events)
    return grounded(event_findings(read, claims, ()), claims, Sources({d.id: d for d in read}))


def same(*events: Event) -> list[tuple[str, ...]]:
    return [f.members for f in findings(*events) if f.kind == "same_event"]


def timeline(*events: Event, **copies: str) -> tuple[TimelineEntry, ...]:
    read, claims = documents(*events, **copies), Claims(events=events)
    return counted(make_timeline(read, claims, findings(*events)), claims, Sources({d.id: d for d in read}))
