"""Evidence: the sentence a claim stands in, who said it, through whom, where it was printed, and the way there."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ...dossier import Dossier
from ...ids import digest
from ...records import Days, Document, Entity, Event, Figure, Finding, Statement
from .words import days_in_words, value_in_words

Claim = Statement | Figure | Event

OURS = re.compile(r"[a-z_]{1,20}-[0-9a-f]{16}")
# A short word with a capital before the full stop is an abbreviation more often than the end of a sentence.
SENTENCE_BREAK = re.compile(
    r"(?:(?<=[^\W_A-Z]\w\w[.!?…])|(?<=\s[a-z0-9]\w[.!?…]))"  # the end of a word and its full stop
    r"[\"'”’»)]*\s+(?=[\"'“„«(–—]*\s?[^\W_a-zß-ÿ])"  # and the beginning of another sentence
)
SHOWN_ELSEWHERE = ("same_statement", "same_event")  # as one utterance, and as one entry of the timeline
MOST_CONTEXT = 320  # code points printed before and after the marked words: a line without full stops stays readable
MOST_MARKED = 1200  # of the marked words themselves; the article has the rest


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim with the sentence it was read from; `href` leads to it in its article."""

    href: str
    before: str
    marked: str
    after: str
    value: str
    outlet: str
    published: str
    when: str
    speaker: str | None = None
    speaker_href: str | None = None
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gathered:
    """A sentence, and the other reports that print the same words."""

    evidence: Evidence
    also: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Index:
    """A dossier's records by their ids, and the findings each claim is in."""

    documents: Mapping[str, Document]
    entities: Mapping[str, Entity]
    claims: Mapping[str, Claim]
    claim_at: Mapping[str, Claim]  # by the link to it, "#figure-…"
    findings_of: Mapping[str, tuple[Finding, ...]]


def index_of(dossier: Dossier) -> Index:
    """Look-up tables of a dossier."""
    findings: dict[str, list[Finding]] = defaultdict(list)
    for finding in (f for f in dossier.findings if f.kind not in SHOWN_ELSEWHERE):
        for member in finding.members:
            findings[member].append(finding)
    claims: tuple[Claim, ...] = (*dossier.statements, *dossier.figures, *dossier.events)
    return Index(
        documents={document.id: document for document in dossier.documents},
        entities={entity.id: entity for entity in dossier.entities},
        claims={claim.id: claim for claim in claims},
        claim_at={f"#{anchor_of(claim.id)}": claim for claim in claims},
        findings_of={claim: tuple(found) for claim, found in findings.items()},
    )


def anchor_of(record_id: str) -> str:
    """The fragment id of a record; an id that others made is hashed, since any text may be in it."""
    if OURS.fullmatch(record_id):
        return record_id
    return f"r-{digest(record_id.encode('utf-8', 'surrogatepass'))[:16]}"


def evidence_of(claim: Claim, index: Index) -> Evidence:
    """The claim as a page prints it."""
    document = index.documents[claim.document]
    before, marked, after = sentence_around(document.text, claim.start, claim.end)
    speaker, words, via = _voice(claim, index)
    entity = index.entities.get(speaker or "")
    return Evidence(
        href=f"#{anchor_of(claim.id)}",
        before=before,
        marked=marked,
        after=after,
        value=value_of(claim),
        outlet=outlet_of(document),
        published=days_in_words(document.published.days) or "day unknown",
        when=days_in_words(days_of(claim)),
        speaker=entity.name if entity else words,
        speaker_href=f"#{anchor_of(entity.id)}" if entity else None,
        via=tuple(name_of(reference, index) for reference in via),
    )


def all_evidence(ids: Iterable[str], index: Index) -> tuple[Gathered, ...]:
    """Evidence of those claims that the dossier holds."""
    return gather(evidence_of(index.claims[i], index) for i in ids if i in index.claims)


def gather(found: Iterable[Evidence]) -> tuple[Gathered, ...]:
    """Evidence in its order, with one entry for a sentence that several reports print word for word."""
    groups: dict[tuple[str, str, str, str, str | None], list[Evidence]] = defaultdict(list)
    for one in found:
        groups[one.before, one.marked, one.after, one.value, one.speaker].append(one)
    return tuple(Gathered(first, tuple(others)) for first, *others in groups.values())


def outlet_of(document: Document) -> str:
    """The outlet, or the source's name where no outlet is known."""
    return document.outlet or document.source


def name_of(reference: str, index: Index) -> str:
    """The name of an entity; words stay words."""
    return index.entities[reference].name if reference in index.entities else reference


def value_of(claim: Claim) -> str:
    """What was read from a claim, in a word or a number."""
    match claim:
        case Figure():
            return value_in_words(claim)
        case Statement():
            return claim.stance
        case Event():
            return claim.trigger.text


def days_of(claim: Claim) -> Days:
    """The days a claim speaks of: a figure's as-of, a statement's utterance, an event's own."""
    match claim:
        case Figure():
            return claim.as_of
        case Statement():
            return claim.made
        case Event():
            return Days(claim.earliest, claim.latest)


def sentence_around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The words before, of and after a span, up to the ends of its sentences."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    # A window, so that a line of a megabyte is not walked anew for each of its claims.
    line_start, line_end = max(line_start, start - 2 * MOST_CONTEXT), min(line_end, end + 2 * MOST_CONTEXT)
    breaks = [line_start, *(m.end() for m in SENTENCE_BREAK.finditer(text, line_start, line_end)), line_end]
    first = max(b for b in breaks if b <= start)
    last = min(b for b in breaks if b >= end)
    before, after = text[first:start].lstrip(), text[end:last].rstrip()
    return _tail(before), _head(text[start:end], MOST_MARKED), _head(after, MOST_CONTEXT)


def _tail(text: str) -> str:
    return text if len(text) <= MOST_CONTEXT else "…" + text[-MOST_CONTEXT:]


def _head(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most] + "…"


def _voice(claim: Claim, index: Index) -> tuple[str | None, str | None, tuple[str, ...]]:
    """Speaker's entity, speaker in words, and the chain it came through."""
    match claim:
        case Figure():
            said = index.claims.get(claim.statement or "")
            inner = _voice(said, index) if isinstance(said, Statement) else (None, None, ())
            return claim.source or inner[0], claim.source_text or inner[1], claim.via or inner[2]
        case Statement():
            return claim.speaker, claim.speaker_text, claim.via
        case Event():
            said = index.claims.get(claim.statement or "")
            return _voice(said, index) if isinstance(said, Statement) else (None, None, ())
