"""Who says what: by speaker, with one utterance's versions aligned."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ...dossier import Dossier
from ...ids import digest
from ...records import Finding, Statement
from .drift import Run, align
from .evidence import Evidence, Index, anchor_of, evidence_of, outlet_of
from .words import count_in_words, days_in_words

Key = tuple[bool, str]  # whether the speaker is a known entity, and its id or words

NOBODY = "Nobody is named"
AROUND = ' ,"“”'  # what a quotation may end in without being worded otherwise


@dataclass(frozen=True, slots=True)
class Version:
    """One wording of an utterance; `runs` tell its words apart where versions differ."""

    anchors: tuple[str, ...]
    evidence: tuple[Evidence, ...]  # all reports that have these words
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """What was said once, in one or several versions."""

    stance: str
    when: str
    origins: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who is quoted, with all utterances in the order of days."""

    name: str
    href: str | None
    statements: str
    outlets: str
    utterances: tuple[Utterance, ...]

    @property
    def several(self) -> bool:
        """Some utterance has several versions."""
        return any(len(utterance.versions) > 1 for utterance in self.utterances)


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker in the list of all."""

    name: str
    href: str
    statements: str
    outlets: tuple[str, ...]
    versions: int  # utterances that are told in several versions


def speakers(dossier: Dossier, index: Index) -> tuple[Speaker, ...]:
    """All speakers, the most quoted first; statements without a speaker come last."""
    versions_of = versions(dossier.findings, index)
    return tuple(speaker_of(key, said, versions_of, index) for key, said in quoted(dossier, index))


def quoted(dossier: Dossier, index: Index) -> list[tuple[Key, list[Statement]]]:
    """Each speaker's key with the statements, the most quoted first."""
    groups: dict[Key, list[Statement]] = defaultdict(list)
    versions_of = versions(dossier.findings, index)
    for statement in dossier.statements:
        groups[_key_of(statement, versions_of, index)].append(statement)
    return sorted(groups.items(), key=lambda item: (not item[0][1], -len(item[1]), item[0]))


def speaker_name(key: Key, said: Sequence[Statement], index: Index) -> str:
    """What the page calls the speaker with that key."""
    known, words = key
    return index.entities[words].name if known else said[0].speaker_text or NOBODY


def said_anchor(statement_id: str) -> str:
    """The fragment id of a statement among the utterances."""
    return f"said-{anchor_of(statement_id)}"


def _key_of(statement: Statement, versions_of: Mapping[str, Finding], index: Index) -> Key:
    """The speaker's key; versions of one utterance share that of the first whose speaker is known."""
    finding = versions_of.get(statement.id)
    members = [index.claims[m] for m in finding.members if m in index.claims] if finding else []
    keys = [_speaker_key(member, index) for member in members if isinstance(member, Statement)]
    return next((key for key in keys if key[0]), _speaker_key(statement, index))


def _speaker_key(statement: Statement, index: Index) -> Key:
    if statement.speaker in index.entities:
        return True, statement.speaker or ""
    return False, (statement.speaker_text or "").casefold().strip()


def versions(findings: Iterable[Finding], index: Index) -> Mapping[str, Finding]:
    """The finding that makes a statement a version of others."""
    same = [finding for finding in findings if finding.kind == "same_statement"]
    return {member: finding for finding in same for member in finding.members if member in index.claims}


def speaker_of(key: Key, said: Sequence[Statement], versions_of: Mapping[str, Finding], index: Index) -> Speaker:
    """A speaker with these statements, laid out."""
    known, words = key
    outlets = {outlet_of(index.documents[statement.document]) for statement in said}
    return Speaker(
        name=speaker_name(key, said, index),
        href=f"#{anchor_of(words)}" if known else None,
        statements=count_in_words(len(said), "statement"),
        outlets=count_in_words(len(outlets), "outlet"),
        utterances=tuple(_utterance(g, versions_of.get(g[0].id), index) for g in utterances_of(said, versions_of)),
    )


def utterances_of(said: Iterable[Statement], versions_of: Mapping[str, Finding]) -> list[list[Statement]]:
    """The statements of each utterance in the order of days; those in several versions come first."""
    utterances: dict[str, list[Statement]] = defaultdict(list)
    for statement in sorted(said, key=lambda s: (_day(s), s.document, s.start, s.id)):
        finding = versions_of.get(statement.id)
        utterances[finding.id if finding else statement.id].append(statement)
    return sorted(utterances.values(), key=lambda g: (not _several(g), _day(g[0]), g[0].id))


def _several(group: Iterable[Statement]) -> bool:
    return len({statement.text.strip(AROUND) for statement in group}) > 1


def _day(statement: Statement) -> str:
    return str(statement.made.earliest or "9999")


def _utterance(group: Sequence[Statement], finding: Finding | None, index: Index) -> Utterance:
    wordings: dict[str, list[Statement]] = defaultdict(list)
    for statement in group:
        wordings[statement.text.strip(AROUND)].append(statement)
    return Utterance(
        stance=group[0].stance,
        when=days_in_words(group[0].made),
        origins=count_in_words(finding.origins, "origin") if finding else "",
        versions=_wordings(wordings, index),
    )


def _wordings(wordings: Mapping[str, Sequence[Statement]], index: Index) -> tuple[Version, ...]:
    runs = align(tuple(wordings))
    return tuple(
        Version(
            anchors=tuple(said_anchor(statement.id) for statement in group),
            evidence=tuple(evidence_of(statement, index) for statement in group),
            runs=aligned,
        )
        for group, aligned in zip(wordings.values(), runs, strict=True)
    )


def voice_anchor(key: Key) -> str:
    """The last part of a speaker's address."""
    known, words = key
    return anchor_of(words) if known else f"words-{digest(words.encode('utf-8', 'surrogatepass'))[:16]}"


def voice_row(key: Key, said: Sequence[Statement], versions_of: Mapping[str, Finding], index: Index) -> Voice:
    """A speaker for the list of all."""
    told = {versions_of[s.id].id for s in said if s.id in versions_of}
    return Voice(
        name=speaker_name(key, said, index),
        href=f"/voices/{voice_anchor(key)}",
        statements=count_in_words(len(said), "statement"),
        outlets=tuple(sorted({outlet_of(index.documents[s.document]) for s in said})),
        versions=len(told),
    )
