"""Questions that no report answers: left open in so many words, feared or unconfirmed only, contested to the end."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...dossier import Dossier
from ...ids import digest
from ...records import Document, Figure, Finding
from ...story.left_open import LeftOpen, find_left_open
from .evidence import Index, anchor_of, outlet_of, sentence_around
from .questions import Link, Question
from .words import value_in_words

WORD = re.compile(r"[^\W\d_]{4,}")
NOT_TOLD_AS_TRUE = ("feared", "unconfirmed")
LONGEST = 260  # letters of a sentence in a list


@dataclass(frozen=True, slots=True)
class Opening:
    """A place where a report leaves something open."""

    document: str
    start: int
    end: int
    anchor: str
    sentence: str


def openings(dossier: Dossier, index: Index) -> tuple[Opening, ...]:
    """All of them; a sentence that several reports print, or that has several such words, once."""
    found: dict[str, Opening] = {}
    for place in find_left_open(dossier.documents):
        opening = _opening(place, index.documents[place.document])
        found.setdefault(" ".join(opening.sentence.casefold().split()), opening)
    return tuple(found.values())


def _opening(place: LeftOpen, document: Document) -> Opening:
    before, cue, after = sentence_around(document.text, place.start, place.end)
    key = digest(f"{place.document} {place.start}".encode("utf-8", "surrogatepass"))[:16]
    sentence = " ".join(f"{before}{cue}{after}".split())
    return Opening(place.document, place.start, place.end, f"open-{key}", sentence)


def unanswered(found: Iterable[Opening], questions: Sequence[Question], index: Index) -> tuple[list[Link], list[Link]]:
    """The openings that no count of the same story speaks to, and those that one does, each with a link."""
    counted = _words_counted(questions, index)
    still_open, answered = [], []
    for opening in found:
        document = index.documents[opening.document]
        words = {word.casefold() for word in WORD.findall(opening.sentence)}
        asked = "how many" in opening.sentence.casefold() or "number of" in opening.sentence.casefold()
        answer = next((q for story, word, q in counted if asked and story == document.story and word in words), None)
        sentence = opening.sentence if len(opening.sentence) <= LONGEST else opening.sentence[:LONGEST] + "…"
        if answer:
            answered.append(
                Link(f"{outlet_of(document)}: {sentence} – told elsewhere: {answer.title}", f"#{answer.anchor}")
            )
        else:
            still_open.append(Link(f"{outlet_of(document)}: {sentence}", f"#{opening.anchor}"))
    return still_open, answered


def _words_counted(questions: Iterable[Question], index: Index) -> list[tuple[str | None, str, Question]]:
    """For each question its story and what it counts: "killed", "injured"."""
    found: dict[tuple[str | None, str], Question] = {}
    for question in questions:
        for row in question.rows:
            claim = index.claim_at.get(row.evidence.href)
            if isinstance(claim, Figure) and claim.polarity == "asserted":
                found.setdefault((index.documents[claim.document].story, claim.measure.casefold()), question)
    return [(story, measure, question) for (story, measure), question in found.items()]


def only_feared(questions: Iterable[Question], index: Index) -> Iterator[Link]:
    """Counts that nobody tells as true."""
    for question in questions:
        told = list(_figures(question, index))
        if told and all(figure.polarity in NOT_TOLD_AS_TRUE for figure in told):
            last = told[-1]
            outlet = outlet_of(index.documents[last.document])
            yield Link(f"{question.title}: {value_in_words(last)}, {last.polarity} ({outlet})", f"#{question.anchor}")


def _figures(question: Question, index: Index) -> Iterator[Figure]:
    claims = (index.claim_at.get(e.href) for row in question.rows for e in (row.evidence, *row.also))
    return (claim for claim in claims if isinstance(claim, Figure))


def never_settled(findings: Iterable[Finding]) -> Iterator[Link]:
    """Conflicts that no later count takes the place of."""
    kept = tuple(findings)
    replaced = {f.members[0] for f in kept if f.kind == "update" and f.members}
    agreed: Mapping[str, int] = _origins_of_agreement(kept)
    for finding in kept:
        settled = replaced.intersection(finding.members) or any(agreed.get(m, 0) > 1 for m in finding.members)
        if finding.kind == "conflict" and not settled:
            yield Link(
                f"{finding.question[:1].upper()}{finding.question[1:]} – {finding.why}", f"#{anchor_of(finding.id)}"
            )


def _origins_of_agreement(findings: Iterable[Finding]) -> Mapping[str, int]:
    """For each claim on how many independent origins it is agreed to."""
    agreed: dict[str, int] = defaultdict(int)
    for finding in findings:
        if finding.kind == "agreement":
            for member in finding.members:
                agreed[member] = max(agreed[member], finding.origins)
    return agreed
