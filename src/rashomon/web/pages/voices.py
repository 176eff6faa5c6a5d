"""Who says what: by speaker, with one utterance's versions aligned."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ...dossier import Dossier
from ...records import Finding, Statement
from .drift import Run, align
from .evidence import Evidence, Index, anchor_of, evidence_of, outlet_of
from .words import count_in_words, days_in_words

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


def speakers(dossier: Dossier, index: Index) -> tuple[Speaker, ...]:
    """All speakers, the most quoted first; statements without a speaker come last."""
    groups: dict[tuple[bool, str], list[Statement]] = defaultdict(list)
    versions_of = _versions(dossier.findings, index)
    for statement in dossier.statements:
        groups[_key_of(statement, versions_of, index)].append(statement)
    ranked = sorted(groups.items(), key=lambda item: (not item[0][1], -len(item[1]), item[0]))
    return tuple(_speaker(key, said, versions_of, index) for key, said in ranked)


def said_anchor(statement_id: str) -> str:
    """The fragment id of a statement among the utterances."""
    return f"said-{anchor_of(statement_id)}"


def _key_of(statement: Statement, versions_of: Mapping[str, Finding], index: Index) -> tuple[bool, str]:
    """The speaker's key; versions of one utterance share that of the first whose speaker is known."""
    finding = versions_of.get(statement.id)
    members = [index.claims[m] for m in finding.members if m in index.claims] if finding else []
    keys = [_speaker_key(member, index) for member in members if isinstance(member, Statement)]
    return next((key for key in keys if key[0]), _speaker_key(statement, index))


def _speaker_key(statement: Statement, index: Index) -> tuple[bool, str]:
    """Whether the speaker is a known entity, and its id or words."""
    if statement.speaker in index.entities:
        return True, statement.speaker or ""
    return False, (statement.speaker_text or "").casefold().strip()


def _versions(findings: Iterable[Finding], index: Index) -> Mapping[str, Finding]:
    """The finding that makes a statement a version of others."""
    same = [finding for finding in findings if finding.kind == "same_statement"]
    return {member: finding for finding in same for member in finding.members if member in index.claims}


def _speaker(key: tuple[bool, str], said: list[Statement], versions_of: Mapping[str, Finding], index: Index) -> Speaker:
    known, words = key
    utterances: dict[str, list[Statement]] = defaultdict(list)
    for statement in said:
        finding = versions_of.get(statement.id)
        utterances[finding.id if finding else statement.id].append(statement)
    made = [_utterance(group, versions_of.get(group[0].id), index) for group in utterances.values()]
    outlets = {outlet_of(index.documents[statement.document]) for statement in said}
    return Speaker(
        name=index.entities[words].name if known else said[0].speaker_text or NOBODY,
        href=f"#{anchor_of(words)}" if known else None,
        statements=count_in_words(len(said), "statement"),
        outlets=count_in_words(len(outlets), "outlet"),
        utterances=tuple(utterance for _, utterance in sorted(made, key=lambda pair: pair[0])),
    )


def _utterance(
    group: list[Statement], finding: Finding | None, index: Index
) -> tuple[tuple[bool, str, str], Utterance]:
    """An utterance with its place in the order: several versions first, then by day."""
    ordered = sorted(group, key=lambda s: (str(s.made.earliest or "9999"), s.document, s.start, s.id))
    wordings: dict[str, list[Statement]] = defaultdict(list)
    for statement in ordered:
        wordings[statement.text.strip(AROUND)].append(statement)
    utterance = Utterance(
        stance=ordered[0].stance,
        when=days_in_words(ordered[0].made),
        origins=count_in_words(finding.origins, "origin") if finding else "",
        versions=_wordings(wordings, index),
    )
    return (len(wordings) == 1, str(ordered[0].made.earliest or "9999"), ordered[0].id), utterance


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
