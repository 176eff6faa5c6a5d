"""Which dated events make one entry of the timeline: told in one breath, in the same words, or of the same deed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ..languages import code_told
from ..records import Days, Document, Event, Finding, Modality
from .likeness import Wording, likeness, opposed, weight_of, wording_of
from .senses import senses_of
from .weighing import Weighed, likeness_in_story, weighed_in_story

# Cosine of two clauses of the same days that tell the same. Set by reading the timelines of six affairs of the bench of
# stories: below it stand the same people doing other things.
SAME_WORDS = 0.6
# The same beside all that the story tells of dated events, and the weight that must be shared; set by reading 78 pairs
# of entries of the same days, of thirty affairs of that bench: fourteen of seventeen so alike told one happening.
SAME_IN_STORY = 0.45
SHARED_IN_STORY = 1.0
RAREST = 4  # stems of a clause by which clauses like it are found
MOST_COMPARED = 50  # clauses with a stem in common that a clause is compared with
# A gallery counts its pictures, "4/16", at the start of a line.
_COUNTED_PICTURE = re.compile(r"\s*\d{1,3}\s?/\s?\d{1,3}\b")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]*\s|\n")


def tellings(
    events: Iterable[Event], documents: Mapping[str, Document], findings: Iterable[Finding]
) -> tuple[tuple[Event, ...], ...]:
    """Groups of events of the same days, each in order; events in the captions of a gallery are left out."""
    kept = sorted(
        (e for e in events if not _is_in_gallery(e, documents[e.document])),
        key=lambda e: (e.document, e.trigger.start, e.trigger.end, e.id),
    )
    joined: dict[str, str] = {}
    for left, right in (
        *_in_one_breath(kept, documents),
        *_of_one_speaker(kept, documents),
        *_of_one_finding(kept, findings),
        *_of_one_deed(kept, documents),
        *_in_the_same_words(kept, documents),
    ):
        joined[_head(joined, left)] = _head(joined, right)
    groups: dict[str, list[Event]] = defaultdict(list)
    for event in kept:
        groups[_head(joined, event.id)].append(event)
    return tuple(tuple(group) for group in groups.values())


def days_of(event: Event) -> Days:
    """The days of an event, as an interval."""
    return Days(event.earliest, event.latest)


def _is_in_gallery(event: Event, document: Document) -> bool:
    line = document.text.rfind("\n", 0, event.start) + 1
    return _COUNTED_PICTURE.match(document.text, line) is not None


def _head(joined: dict[str, str], event: str) -> str:
    """The event that stands for a group so far."""
    while (above := joined.setdefault(event, event)) != event:
        joined[event] = joined.setdefault(above, above)
        event = above
    return event


def _in_one_breath(events: list[Event], documents: Mapping[str, Document]) -> Iterator[tuple[str, str]]:
    """Events of one time expression, and of the same days in one sentence."""
    yield from _pairs(((e.document, e.when), e.id) for e in events)
    last: dict[tuple[str, Days], Event] = {}
    for event in events:
        before = last.get((event.document, days_of(event)))
        text = documents[event.document].text
        if before and not _SENTENCE_END.search(text, before.trigger.end, event.trigger.start):
            yield event.id, before.id
        last[event.document, days_of(event)] = event


def _of_one_speaker(events: list[Event], documents: Mapping[str, Document]) -> Iterator[tuple[str, str]]:
    """What one report has somebody say on a day."""
    said = (e for e in events if e.actors and e.modality == "actual" and _is_saying(e, documents[e.document]))
    yield from _pairs(((e.document, days_of(e), frozenset(e.actors)), e.id) for e in said)


def _is_saying(event: Event, document: Document) -> bool:
    senses = senses_of(code_told(document.language))
    return senses.of(event.trigger.text) in senses.saying


def _of_one_finding(events: list[Event], findings: Iterable[Finding]) -> Iterator[tuple[str, str]]:
    finding_of = {member: f.id for f in findings if f.kind == "same_event" for member in f.members}
    yield from _pairs(((finding_of[e.id], days_of(e)), e.id) for e in events if e.id in finding_of)


def _of_one_deed(events: list[Event], documents: Mapping[str, Document]) -> Iterator[tuple[str, str]]:
    """The same sort of deed on the same days, where no other parties are told to do it or to undergo it."""
    deeds: dict[tuple[str, Days, str, Modality], list[_Deed]] = defaultdict(list)
    for event in events:
        document = documents[event.document]
        if sense := _telling_sense(event, document):
            known = deeds[_story(document), days_of(event), sense, event.modality]
            fitting = (deed for deed in known[:MOST_COMPARED] if deed.takes(event))
            deed = next(fitting, None)
            if deed is None:
                deed = _Deed(event.id)
                known.append(deed)
            deed.actors.update(event.actors)
            deed.recipients.update(event.recipients)
            yield event.id, deed.event


@dataclass(slots=True)
class _Deed:
    """A deed by its first event, with all who are told to do it or to undergo it."""

    event: str
    actors: set[str] = field(default_factory=set)
    recipients: set[str] = field(default_factory=set)

    def takes(self, event: Event) -> bool:
        """An event with none of the parties known so far, though it has its own, is another deed."""
        pairs = ((self.actors, event.actors), (self.recipients, event.recipients))
        return all(not own or not known or known & set(own) for known, own in pairs)


def _telling_sense(event: Event, document: Document) -> str | None:
    """The sense of a trigger that tells a plain happening; people say many things on a day."""
    senses = senses_of(code_told(document.language))
    sense = senses.of(event.trigger.text)
    return sense if sense in senses.telling and sense not in senses.saying else None


def _in_the_same_words(events: list[Event], documents: Mapping[str, Document]) -> Iterator[tuple[str, str]]:
    """Clauses of the same days that say the same: copies and reprints, and what tells much beside all of its story."""
    seen: dict[object, list[_Clause]] = defaultdict(list)
    for clause in _clauses(events, documents):
        stems = _rarest(clause.wording, clause.code)
        buckets = [(clause.story, days_of(clause.event), clause.code, stem) for stem in stems]
        known = {other.event.id: other for bucket in buckets for other in seen[bucket][:MOST_COMPARED]}
        same = next((other for other in known.values() if _says_the_same(clause, other)), None)
        if same:
            yield clause.event.id, same.event.id
        else:
            for bucket in buckets:
                seen[bucket].append(clause)


@dataclass(frozen=True, slots=True)
class _Clause:
    """An event with its words, as they are and beside all that its story tells."""

    event: Event
    story: str
    code: str
    wording: Wording
    weighed: Weighed


def _clauses(events: list[Event], documents: Mapping[str, Document]) -> Iterator[_Clause]:
    told: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        told[_story(documents[event.document]), code_told(documents[event.document].language)].append(event)
    for (story, code), own in told.items():
        wordings = [wording_of(event.text, code) for event in own]
        for event, wording, weighed in zip(own, wordings, weighed_in_story(wordings, code), strict=True):
            yield _Clause(event, story, code, wording, weighed)


def _says_the_same(left: _Clause, right: _Clause) -> bool:
    if opposed(left.wording, right.wording):
        return False
    if likeness(left.wording, right.wording, left.code).cosine >= SAME_WORDS:
        return True
    alike = likeness_in_story(left.weighed, right.weighed)
    others = not set(left.event.actors) & set(right.event.actors) and left.event.actors and right.event.actors
    return alike.cosine >= SAME_IN_STORY and alike.shared >= SHARED_IN_STORY and not others


def _pairs(keyed: Iterable[tuple[object, str]]) -> Iterator[tuple[str, str]]:
    """Each event with the first of its key."""
    first: dict[object, str] = {}
    for key, event in keyed:
        if first.setdefault(key, event) != event:
            yield event, first[key]


def _rarest(wording: Wording, code: str) -> list[str]:
    return sorted(wording.stems, key=lambda stem: (-weight_of(stem, code), stem))[:RAREST]


def _story(document: Document) -> str:
    return document.story or document.id
