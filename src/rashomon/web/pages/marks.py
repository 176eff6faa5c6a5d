"""What is marked in the articles: times, names, claims, passages of others, words that other pages lead to."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...dossier import Dossier
from ...records import NAMES, Event, Mention, Passage, Time
from .asked import Opening
from .evidence import Claim, Index, anchor_of, outlet_of
from .labels import Wording
from .nesting import Mark
from .tips import Others, others_of, tip_of_claim, tip_of_name, tip_of_time

Bare = tuple[str, Mark]  # a document, and a mark in it that belongs to no record


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks and claims of each document."""

    marks: Mapping[str, Sequence[Mark]]
    claims: Mapping[str, Sequence[Claim]]


def marks_of(dossier: Dossier, index: Index, bare: Iterable[Bare] = ()) -> Marks:
    """All that is marked in the articles."""
    marks: dict[str, list[Mark]] = defaultdict(list)
    claims: dict[str, list[Claim]] = defaultdict(list)
    others = others_of(dossier)
    for time in dossier.times:
        marks[time.document].append(_time_mark(time))
    for entity in dossier.entities:
        href, tip = f"#{anchor_of(entity.id)}", tip_of_name(entity)
        for mention in entity.mentions:
            marks[mention.document].append(_mention_mark(mention, href, tip))
    for claim in index.claims.values():
        marks[claim.document] += _claim_marks(claim, others, index)
        claims[claim.document].append(claim)
    for passage in dossier.passages:
        marks[passage.document].append(_passage_mark(passage, index))
    for document, mark in dict.fromkeys(bare):
        marks[document].append(mark)
    ordered = {document: sorted(found, key=lambda c: (c.start, c.end, c.id)) for document, found in claims.items()}
    return Marks(marks, ordered)


def bare_marks(worded: Iterable[Wording], opened: Iterable[Opening]) -> Iterator[Bare]:
    """Marks of words that are no records, but that other pages lead to."""
    for wording in worded:
        for place in (place for usage in wording.usages for cell in usage.cells for place in cell if place.bare):
            yield place.document, Mark(place.start, place.end, "word", place.anchor)
    for opening in opened:
        yield opening.document, Mark(opening.start, opening.end, "word", opening.anchor)


def _time_mark(time: Time) -> Mark:
    return Mark(time.start, time.end, "time", anchor_of(time.id), None, tip_of_time(time))


def _mention_mark(mention: Mention, href: str, tip: str) -> Mark:
    kind = "name" if mention.form in NAMES else "role"
    return Mark(mention.start, mention.end, kind, anchor_of(mention.id), href, tip)


def _claim_marks(claim: Claim, others: Others, index: Index) -> list[Mark]:
    kind = type(claim).__name__.lower()
    marks = [Mark(claim.start, claim.end, kind, anchor_of(claim.id), None, tip_of_claim(claim, others, index))]
    if isinstance(claim, Event):
        marks.append(Mark(claim.trigger.start, claim.trigger.end, "trigger"))
    return marks


def _passage_mark(passage: Passage, index: Index) -> Mark:
    original = index.documents.get(passage.original)
    told = f"Word for word in {outlet_of(original)}: {passage.why}" if original else passage.why
    return Mark(passage.start, passage.end, "passage", anchor_of(passage.id), None, told)
