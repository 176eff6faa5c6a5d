"""Copies in part: which passages of a report stand word for word in another outlet's report of the same story."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from ..codec import deflated, from_json, inflated, to_json
from ..dossier import Tool
from ..fingerprint import Sample
from ..ids import digest_of
from ..parts import Before, KeptPassages, unchanged
from ..records import Document, Passage
from .copies import Texts
from .credits import name_key, page_of
from .shingles import shared
from .takings import Taking, Text, takings

FURNITURE_SHARE = 0.5  # of a passage's sampled shingles that stand in reports of other stories


@dataclass(frozen=True, slots=True)
class Comparing:
    """What it takes to find out what reports took from one another; texts are read of what may be alone."""

    sample_of: Mapping[str, Sample]
    original_of: Mapping[str, str]
    texts_of: Texts
    tool: Tool
    before: Before


def find_passages(
    documents: Iterable[Document], comparing: Comparing
) -> tuple[tuple[Passage, ...], tuple[KeptPassages, ...]]:
    """The passages taken over, sorted by document and place; none overlaps another of its document.

    What two outlets both quote, neither took from the other. With them what is to be kept of stories whose reports
    were compared word by word: of the others that is as it was.
    """
    stories: dict[str, list[Document]] = defaultdict(list)
    for document in sorted(documents, key=lambda document: document.id):
        stories[document.story or document.id].append(document)
    candidates: list[Taking] = []
    rows: list[KeptPassages] = []
    for story, told in sorted(stories.items()):
        if len(told) > 1:
            taken, row = _of_story(story, told, comparing)
            candidates += taken
            rows += [row] if row else []
    found = _apart(_without_furniture(candidates, stories.values(), comparing.sample_of))
    passages = (taking.passage for taking in found)
    return tuple(sorted(passages, key=lambda passage: (passage.document, passage.start, passage.id))), tuple(rows)


def _of_story(
    story: str, documents: Sequence[Document], comparing: Comparing
) -> tuple[Sequence[Taking], KeptPassages | None]:
    """What the reports of a story took from one another, as they alone tell; with what is to be kept, if it is new."""
    made_from = _made_from(documents, comparing)
    row = unchanged(comparing.before.passages, story, made_from)
    if row is not None:
        return [from_json(Taking, taking) for taking in inflated(row.takings)] if row.takings else [], None
    found = [taking for left, right in _read(documents, comparing) for taking in takings(left, right)]
    return found, KeptPassages(story, made_from, deflated(to_json(found)) if found else b"")


def _made_from(documents: Iterable[Document], comparing: Comparing) -> str:
    """A digest of all that tells what the reports of one story took from one another."""
    versions, original_of = comparing.before.versions, comparing.original_of
    told = [(d.id, versions.get(d.id), d.boilerplate, d.published.days.day, original_of.get(d.id)) for d in documents]
    return digest_of((comparing.tool, told))


def _read(documents: Sequence[Document], comparing: Comparing) -> Iterator[tuple[Text, Text]]:
    """The pairs of a story's documents that are looked at, with their texts."""
    sample_of, original_of = comparing.sample_of, comparing.original_of
    pairs = list(_pairs(documents, comparing))
    read = comparing.texts_of({document.id for pair in pairs for document in pair})
    texts = {d.id: Text(d, sample_of[d.id].quotations, original_of.get(d.id)) for d in read}
    return ((texts[left.id], texts[right.id]) for left, right in pairs)


def _pairs(documents: Sequence[Document], comparing: Comparing) -> Iterator[tuple[Document, Document]]:
    """Documents of other outlets and pages that share a sampled shingle: those are looked at word by word."""
    by_id = {document.id: document for document in documents}
    for left, right in shared({id: comparing.sample_of[id].shingles for id in by_id}):
        if _may_take(by_id[left], by_id[right], comparing.original_of):
            yield by_id[left], by_id[right]


def _may_take(left: Document, right: Document, original_of: Mapping[str, str]) -> bool:
    outlet, page = name_key(left.outlet or ""), page_of(left)
    same = (outlet and outlet == name_key(right.outlet or "")) or (page and page == page_of(right))
    of_left, of_right = original_of.get(left.id), original_of.get(right.id)
    return not same and not (of_left == right.id or of_right == left.id or (of_left and of_left == of_right))


def _apart(candidates: Iterable[Taking]) -> Iterator[Taking]:
    """What each text took, each word from one source: from the surest, the earliest, then where it is longest."""
    held: dict[str, list[Taking]] = defaultdict(list)
    ordered = sorted(candidates, key=lambda t: (t.certainty, t.day, -t.passage.words, t.passage.original, t.first))
    for taking in ordered:
        others = held[taking.passage.document]
        if not any(taking.first < other.last and other.first < taking.last for other in others):
            others.append(taking)
            yield taking


def _without_furniture(
    candidates: Collection[Taking], stories: Iterable[Sequence[Document]], sample_of: Mapping[str, Sample]
) -> Iterator[Taking]:
    """Those whose words do not stand in reports of other stories as well: a page's furniture is no report's own."""
    wanted = frozenset(shingle for taking in candidates for shingle in taking.sample)
    tellers: Counter[int] = Counter()
    for story in stories:
        tellers.update(wanted.intersection(chain.from_iterable(sample_of[d.id].shingles for d in story)))
    for taking in candidates:
        elsewhere = sum(tellers[shingle] > 1 for shingle in taking.sample)
        if not taking.sample or elsewhere < FURNITURE_SHARE * len(taking.sample):
            yield taking
