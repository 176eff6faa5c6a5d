"""What a mark in an article tells when it is pointed at or focused: what it is, and what others say."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ...dossier import Dossier
from ...records import Days, Entity, Event, Figure, Finding, Statement, Time
from .evidence import SHOWN_ELSEWHERE, Claim, Index, name_of, outlet_of, value_of
from .words import count_in_words, days_in_words

MOST_OTHERS = 4  # that a tip tells
LONGEST = 400  # letters of a tip
ORDER = ("conflict", "denial", "update", "agreement", "refinement", *SHOWN_ELSEWHERE)


@dataclass(frozen=True, slots=True)
class Others:
    """The findings that make a claim one utterance, or one happening, with claims of others."""

    same: Mapping[str, Finding]


def others_of(dossier: Dossier) -> Others:
    """From each claim to the finding that it shares with its like."""
    same = [finding for finding in dossier.findings if finding.kind in SHOWN_ELSEWHERE]
    return Others({member: finding for finding in same for member in finding.members})


def tip_of_claim(claim: Claim, others: Others, index: Index) -> str:
    """What was read from a claim, and how those of others stand to it."""
    told = [f"{type(claim).__name__}: {told_of(claim, index)}", *_others(claim, others, index)]
    return ". ".join(told)[:LONGEST]


def tip_of_time(time: Time) -> str:
    """The days that the words mean."""
    return f"Time: {days_in_words(Days(time.earliest, time.latest)) or time.value}"


def tip_of_name(entity: Entity) -> str:
    """Who or what is meant."""
    reports = len({mention.document for mention in entity.mentions})
    return f"{entity.name}, {entity.type.lower()} in {count_in_words(reports, 'report')}"


def told_of(claim: Claim, index: Index) -> str:
    """What was read from a claim, in one line."""
    match claim:
        case Statement():
            speaker = name_of(claim.speaker, index) if claim.speaker else claim.speaker_text or "nobody named"
            parts = [f"{speaker} {claim.stance}", _through(claim.via, index), days_in_words(claim.made)]
        case Figure():
            group = claim.group_text or claim.group
            place = name_of(claim.place, index) if claim.place else None
            source = name_of(claim.source, index) if claim.source else claim.source_text
            parts = [f"{claim.measure}: {value_of(claim)}", group, place, source, days_in_words(claim.as_of)]
        case Event():
            actors = ", ".join(name_of(a, index) for a in claim.actors) or claim.actor_text
            recipients = ", ".join(name_of(r, index) for r in claim.recipients) or claim.recipient_text
            days = days_in_words(Days(claim.earliest, claim.latest))
            modality = claim.modality if claim.modality != "actual" else None
            parts = [actors, claim.trigger.text, recipients, days, modality]
    return " · ".join(part for part in parts if part)


def _through(via: Iterable[str], index: Index) -> str | None:
    names = ", ".join(name_of(reference, index) for reference in via)
    return f"through {names}" if names else None


def _others(claim: Claim, others: Others, index: Index) -> Iterator[str]:
    found: dict[str, list[str]] = {kind: [] for kind in ORDER}
    for finding in index.findings_of.get(claim.id, ()):
        found[finding.kind] += [_briefly(other, index) for other in _members(finding, claim, index)]
    yield from (f"{kind.capitalize()}: {_listed(told)}" for kind, told in found.items() if told)
    if shared := others.same.get(claim.id):
        outlets = [outlet_of(index.documents[other.document]) for other in _members(shared, claim, index)]
        if outlets:
            yield f"Also told by {_listed(outlets)}"


def _members(finding: Finding, claim: Claim, index: Index) -> Iterator[Claim]:
    return (index.claims[id] for id in finding.members if id != claim.id and id in index.claims)


def _briefly(claim: Claim, index: Index) -> str:
    outlet = outlet_of(index.documents[claim.document])
    match claim:
        case Figure():
            return f"{value_of(claim)} ({outlet})"
        case Statement():
            speaker = name_of(claim.speaker, index) if claim.speaker else claim.speaker_text or "nobody named"
            return f"{speaker} {claim.stance} ({outlet})"
        case Event():
            return f"{days_in_words(Days(claim.earliest, claim.latest)) or 'day unknown'} ({outlet})"


def _listed(words: Iterable[str]) -> str:
    kept = list(dict.fromkeys(words))
    more = f" and {len(kept) - MOST_OTHERS} more" if len(kept) > MOST_OTHERS else ""
    return ", ".join(kept[:MOST_OTHERS]) + more
