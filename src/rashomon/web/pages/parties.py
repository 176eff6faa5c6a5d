"""Points that rest only on a party to the affair: on one who acts in it, is acted upon, or speaks for such a one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from ...dossier import Dossier
from ...records import Entity, Event, Figure, Statement, TimelineEntry
from .evidence import Index, name_of
from .questions import Link, Question
from .timeline import happening_anchor

# Kinds of event (PLOVER) that make whoever does or suffers them a party; to consult or to cooperate does not.
CONTENDING = ("ACCUSE", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "REJECT", "SANCTION", "THREATEN")
LEAST_EVENTS = 2  # of such kinds in a story; a single one is as often a misreading
BODIES = ("PERSON", "ORG", "GROUP", "GPE")

Parties = Mapping[str | None, Mapping[str, Entity]]  # from a story to its parties by their ids


def parties_of(dossier: Dossier, index: Index) -> Parties:
    """Who does or suffers what is contended, story by story."""
    counts: dict[str | None, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for event in dossier.events:
        if event.type in CONTENDING and event.modality != "historical":
            for party in dict.fromkeys((*event.actors, *event.recipients)):
                counts[index.documents[event.document].story][party] += 1
    return {
        story: {
            id: index.entities[id]
            for id in sorted(found)
            if found[id] >= LEAST_EVENTS and id in index.entities and index.entities[id].type in BODIES
        }
        for story, found in counts.items()
    }


def counts_of_parties(questions: Iterable[Question], parties: Parties, index: Index) -> Iterator[Link]:
    """Questions all of whose answers come from one and the same party."""
    for question in questions:
        claims = [index.claim_at[e.href] for row in question.rows for e in (row.evidence, *row.also)]
        behind = {_party(claim, parties, index) for claim in claims if isinstance(claim, Figure)}
        if len(behind) == 1 and (party := behind.pop()):
            told = question.rows[-1].evidence.value
            yield Link(f"{question.title}: {told} – only {party} says so", f"#{question.anchor}")


def happenings_of_parties(entries: Iterable[TimelineEntry], parties: Parties, index: Index) -> Iterator[Link]:
    """Happenings that only the words of one and the same party tell of."""
    for entry in entries:
        events = [event for id in entry.events if isinstance(event := index.claims.get(id), Event)]
        behind = {_party(event, parties, index) for event in events}
        if len(behind) == 1 and (party := behind.pop()):
            yield Link(f"{entry.summary} – only {party} says so", f"#{happening_anchor(entry)}")


def _party(claim: Figure | Event, parties: Parties, index: Index) -> str | None:
    """The party that a claim comes from; `None` for anybody else, the outlet too."""
    known = parties.get(index.documents[claim.document].story, {})
    said = index.claims.get(claim.statement or "")
    speaker, words = (claim.source, claim.source_text) if isinstance(claim, Figure) else (None, None)
    if isinstance(said, Statement):
        speaker, words = speaker or said.speaker, words or said.speaker_text
    if speaker in known:
        return name_of(speaker or "", index)
    return next((party.name for party in known.values() if words and _speaks_for(words, party)), None)


def _speaks_for(words: str, party: Entity) -> bool:
    """A spokesman is told with the name of whom he speaks for: "the Harbour Board's spokesman"."""
    told = f" {' '.join(words.casefold().replace('’s', ' ').replace(chr(39) + 's', ' ').split())} "
    return any(f" {name.casefold()} " in told for name in (party.name, *party.aliases) if len(name) > 2)
