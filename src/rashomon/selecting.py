"""One story of a dossier, as a dossier of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypedDict, TypeVar

from .dossier import Dossier
from .errors import MisuseError
from .records import Document, Entity, Event, Figure, Passage, Relay, Statement, Story, Time, Voice
from .succession import StoryChange, follow

Claim = TypeVar("Claim", Time, Statement, Figure, Event)
Record = Document | Statement | Figure | Event


class _Chains(TypedDict):
    passages: tuple[Passage, ...]
    voices: tuple[Voice, ...]
    relays: tuple[Relay, ...]


def of_story(dossier: Dossier, wanted: str) -> Dossier:
    """What the dossier holds of one story, which is told by its id or the beginning of it."""
    story = _story(dossier.stories, wanted)
    held = frozenset(story.documents)
    entities = tuple(_within(e, held) for e in dossier.entities if any(m.document in held for m in e.mentions))
    mentions = {mention.id for entity in entities for mention in entity.mentions}
    kept = replace(
        dossier,
        documents=tuple(_alone(document, held) for document in dossier.documents if document.id in held),
        stories=(story,),
        entities=entities,
        times=_told(dossier.times, held),
        statements=_told(dossier.statements, held),
        figures=_told(dossier.figures, held),
        events=_told(dossier.events, held),
        judgements=tuple(j for j in dossier.judgements if {j.left, j.right} <= mentions),
        problems=(),  # of sources that gave no document, and so are of no story
    )
    return _related(kept)


def now(wanted: str, stories: Iterable[Story], changes: Sequence[StoryChange]) -> tuple[str, tuple[StoryChange, ...]]:
    """The id of a story told by its id, one it once had, or the beginning of either; and the changes on the way."""
    living = {story.id for story in stories}
    known = {wanted} & living or {id for id in living | {change.old for change in changes} if id.startswith(wanted)}
    if len(known) != 1:
        return wanted, ()  # which `of_story` refuses
    (id,) = known
    ends, steps = ((id,), ()) if id in living else follow(id, changes)
    if len(ends) == 1:
        return ends[0], steps
    told = f"now {', '.join(ends)}" if ends else "no more"
    raise MisuseError(f"{wanted}: {told}: {'; '.join(step.why for step in steps)}. Expected the id of one story.")


def _related(dossier: Dossier) -> Dossier:
    """The dossier with what relates claims cut down to the claims that are in it."""
    records: tuple[Record, ...] = (*dossier.documents, *dossier.statements, *dossier.figures, *dossier.events)
    there = {record.id for record in records}
    return replace(
        dossier,
        findings=tuple(finding for finding in dossier.findings if there.issuperset(finding.members)),
        timeline=tuple(entry for entry in dossier.timeline if there.issuperset(entry.events)),
        questions=tuple(question for question in dossier.questions if there.issuperset(question.figures)),
        **_chains(dossier, there),
    )


def _chains(dossier: Dossier, there: set[str]) -> _Chains:
    """The passages, voices and relays of the reports that are there."""
    passages = tuple(p for p in dossier.passages if {p.document, p.original} <= there)
    known = there | {passage.id for passage in passages}
    cut = (replace(relay, evidence=tuple(e for e in relay.evidence if e in known)) for relay in dossier.relays)
    relays = tuple(relay for relay in cut if relay.evidence)
    held = (replace(voice, documents=tuple(d for d in voice.documents if d in there)) for voice in dossier.voices)
    linked = {voice for relay in relays for voice in (relay.taker, relay.giver)}
    return {
        "passages": passages,
        "voices": tuple(voice for voice in held if voice.documents or voice.id in linked),
        "relays": relays,
    }


def _story(stories: Iterable[Story], wanted: str) -> Story:
    found = [story for story in stories if story.id == wanted] or [s for s in stories if s.id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    told = "no story" if not found else f"{len(found)} stories"
    raise MisuseError(f"{wanted}: {told} of that id; expected the id of one, or its beginning. See: rashomon stories")


def _told(claims: Iterable[Claim], held: frozenset[str]) -> tuple[Claim, ...]:
    return tuple(claim for claim in claims if claim.document in held)


def _within(entity: Entity, held: frozenset[str]) -> Entity:
    return replace(entity, mentions=tuple(mention for mention in entity.mentions if mention.document in held))


def _alone(document: Document, held: frozenset[str]) -> Document:
    return document if document.copy_of in held else replace(document, copy_of=None)
