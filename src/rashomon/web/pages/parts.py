"""A dossier story by story: for each the records of its own reports, and of names and ways what stands in them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any  # a record of any kind

from ...dossier import Dossier
from ...records import Entity, Relay, Voice

Pairs = Iterator[tuple[str | None, Any]]  # a story, and a record of it
OF_A_DOCUMENT = ("times", "statements", "figures", "events", "passages")


def parts_of(dossier: Dossier) -> Mapping[str, Dossier]:
    """{story: a dossier of it alone}, in one pass over all records."""
    home = {document.id: document.story for document in dossier.documents}
    claims = (record for kind in OF_A_DOCUMENT for record in getattr(dossier, kind))
    place = {**home, **{claim.id: home.get(claim.document) for claim in claims}}
    taken = [pair for relay in dossier.relays for pair in _taken_in(relay, place)]
    ends = _ends(taken)
    shares: dict[str, Pairs] = {
        "documents": ((document.story, document) for document in dossier.documents),
        **{kind: ((home.get(r.document), r) for r in getattr(dossier, kind)) for kind in OF_A_DOCUMENT},
        "entities": (pair for entity in dossier.entities for pair in _named_in(entity, home)),
        "findings": ((_first(finding.members, place), finding) for finding in dossier.findings),
        "timeline": ((_first(entry.events, place), entry) for entry in dossier.timeline),
        "questions": ((question.story, question) for question in dossier.questions),
        "relays": iter(taken),
        "voices": (pair for voice in dossier.voices for pair in _heard_in(voice, home, ends)),
    }
    found = {kind: _by_story(pairs) for kind, pairs in shares.items()}
    return {
        story.id: Dossier(
            dossier.tool, stories=(story,), **{kind: tuple(told.get(story.id, ())) for kind, told in found.items()}
        )
        for story in dossier.stories
    }


def _by_story(pairs: Pairs) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for story, record in pairs:
        if story:
            found[story].append(record)
    return found


def _first(ids: Iterable[str], place: Mapping[str, str | None]) -> str | None:
    """The story of the first of these records; all of them are of one."""
    return next((place[id] for id in ids if id in place), None)


def _split(items: Iterable[Any], stories: Iterable[str | None]) -> Iterator[tuple[str, tuple[Any, ...]]]:
    parts: dict[str, list[Any]] = defaultdict(list)
    for item, story in zip(items, stories, strict=True):
        if story:
            parts[story].append(item)
    return ((story, tuple(part)) for story, part in parts.items())


def _named_in(entity: Entity, home: Mapping[str, str | None]) -> Iterator[tuple[str, Entity]]:
    """The name in each story that has it, with the mentions there; why its forms are one is told of all."""
    for story, mentions in _split(entity.mentions, (home.get(mention.document) for mention in entity.mentions)):
        yield story, entity if len(mentions) == len(entity.mentions) else replace(entity, mentions=mentions)


def _taken_in(relay: Relay, place: Mapping[str, str | None]) -> Iterator[tuple[str, Relay]]:
    for story, evidence in _split(relay.evidence, (place.get(id) for id in relay.evidence)):
        yield story, relay if len(evidence) == len(relay.evidence) else replace(relay, evidence=evidence)


def _ends(taken: Iterable[tuple[str, Relay]]) -> Mapping[str, set[str]]:
    """{voice: the stories in which it takes or gives}"""
    found: dict[str, set[str]] = defaultdict(set)
    for story, relay in taken:
        found[relay.taker].add(story)
        found[relay.giver].add(story)
    return found


def _heard_in(
    voice: Voice, home: Mapping[str, str | None], ends: Mapping[str, set[str]]
) -> Iterator[tuple[str, Voice]]:
    """The voice in each story where it prints, takes or gives."""
    printed = dict(_split(voice.documents, (home.get(id) for id in voice.documents)))
    for story in sorted({*printed, *ends.get(voice.id, ())}):
        yield story, replace(voice, documents=printed.get(story, ()))
