"""What it takes all documents to know: stories and days, copies and passages, who is who."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..article.fingerprint import fingerprint_of
from ..codec import from_json, to_json
from ..dossier import Tool
from ..fingerprint import Fingerprint, NamedForm, Sample, from_bytes, to_bytes
from ..ids import digest_of
from ..languages import Language, code_told, known_languages, language_of
from ..parts import Before, Kept, KeptCut, unchanged
from ..records import Document, Judgement, Passage, Publication
from .copies import find_copies
from .dating import date_documents, is_dated
from .entities import Joined, last_words
from .entities.clusters import types_known
from .grounds import grounds_of
from .kept import Cut, Whole
from .names import Names, Naming, join_stories
from .passages import Comparing, find_passages
from .repeated import repeated_lines
from .stories import find_stories, with_stories
from .vectors import Counts


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of all documents together; of single ones, by their ids."""

    kept: Cut
    members: Mapping[str, Sequence[str]]  # the documents of each story
    story_of: Mapping[str, str]
    published: Mapping[str, Publication]
    original_of: Mapping[str, str]
    passages: Mapping[str, tuple[Passage, ...]]
    elsewhere: Mapping[str, Document]  # originals that are of another story than a copy of theirs
    grounds: Mapping[str, str]  # a digest of what all this says of it
    names: Names
    rows: tuple[Kept, ...]  # what is to be kept of cut documents and of stories compared word by word, if it is new


def know(
    documents: Collection[str],
    kept: Whole,
    tool: Tool,
    judged: tuple[Judgement, ...],
    before: Before,
    *,
    one_story: bool,
) -> tuple[Known, Joined]:
    """What is known of all documents together, and the entities they name."""
    read, cut, compared, rows = _read(documents, kept, tool, before)
    samples, forms = compared.samples, compared.forms
    story_of = find_stories(read, compared.counts, one_story=one_story)
    del compared
    members: dict[str, list[str]] = defaultdict(list)
    for document in read:
        members[story_of[document.id]].append(document.id)
    types = types_known(forms.values()) if len(members) > 1 else {}
    naming = Naming(cut, types, last_words(judged), _language(read), tool)
    names, joined = join_stories(members, forms, naming, judged, before)
    del forms
    by_id = {document.id: document for document in with_stories(_dated(read, story_of, cut), story_of)}

    def texts_of(ids: Collection[str]) -> Iterator[Document]:
        return (replace(by_id[id], text=text) for id, text in zip(sorted(ids), cut.texts(ids), strict=True))

    copies = find_copies(by_id.values(), samples, texts_of)
    comparing = Comparing(samples, copies, texts_of, tool, before)
    taken, compared_anew = find_passages(by_id.values(), comparing)
    passages = _by_document(taken)
    far = {original for copy, original in copies.items() if story_of[copy] != story_of[original]}
    elsewhere = {document.id: document for document in texts_of(far)}
    return Known(
        kept=cut,
        members=members,
        story_of=story_of,
        published={document.id: document.published for document in by_id.values()},
        original_of=copies,
        passages=passages,
        elsewhere=elsewhere,
        grounds=grounds_of(by_id.values(), copies, elsewhere, passages),
        names=names,
        rows=(*rows, *compared_anew),
    ), joined


@dataclass(frozen=True, slots=True)
class _Compared:
    """What fingerprints are compared by."""

    counts: Counts = field(default_factory=Counts)  # of documents in order
    samples: dict[str, Sample] = field(default_factory=dict)
    forms: dict[str, tuple[NamedForm, ...]] = field(default_factory=dict)  # of the names in each

    def noting(self, told: Iterable[tuple[Document, Fingerprint]]) -> Iterator[tuple[Document, Fingerprint]]:
        """The same; all but their lines is noted."""
        for document, fingerprint in told:
            self.counts.add(fingerprint.terms)
            self.note(document, fingerprint)
            yield document, fingerprint

    def note(self, document: Document, fingerprint: Fingerprint) -> None:
        self.samples[document.id] = fingerprint.sample
        self.forms[document.id] = fingerprint.names


def _read(
    documents: Collection[str], kept: Whole, tool: Tool, before: Before
) -> tuple[list[Document], Cut, _Compared, Sequence[KeptCut]]:
    """The documents without their texts, all that is kept, what is compared, and what is new to be kept.

    All is without the lines that an outlet prints under many articles.
    """
    read, compared, rows = list(kept.documents(documents)), _Compared(), []
    cut = Cut(kept, repeated_lines(compared.noting(zip(read, kept.fingerprints(documents), strict=True))))
    for place, document in enumerate(read):
        if document.id in cut.cuts:
            made_from = digest_of((tool, before.versions.get(document.id), cut.cuts[document.id]))
            row = unchanged(before.cut, document.id, made_from)
            if row is None:
                row = _without_lines(document.id, cut, made_from)
                rows.append(row)
            fingerprint = from_bytes(row.fingerprint)
            read[place] = from_json(Document, json.loads(row.about))
            compared.counts.replace(place, fingerprint.terms)
            compared.note(document, fingerprint)
    return read, cut, compared, rows


def _without_lines(document: str, cut: Cut, made_from: str) -> KeptCut:
    """What is kept of a document without the lines of its outlet."""
    (analysis,) = cut.analyses([document])
    about = json.dumps(to_json(replace(analysis.document, text=""), internal=True)).encode()
    return KeptCut(document, made_from, about, to_bytes(fingerprint_of(analysis)))


def _language(documents: Sequence[Document]) -> Language:
    """The language of most documents that we understand."""
    codes = Counter(code_told(document.language) for document in documents)
    known = sorted(set(codes) & set(known_languages()), key=lambda code: (-codes[code], code))
    return language_of(known[0] if known else "en")


def _dated(documents: Iterable[Document], story_of: Mapping[str, str], kept: Cut) -> Iterator[Document]:
    """The documents with their days; where all of a story have theirs, nothing is read for it."""
    stories: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        stories[story_of[document.id]].append(document)
    for _, told in sorted(stories.items()):
        if all(map(is_dated, told)):
            yield from told
        else:
            dated = date_documents(tuple(kept.analyses([d.id for d in told], ("times", "statements"))), story_of)
            yield from (replace(document, text="") for document in dated)


def _by_document(passages: Iterable[Passage]) -> Mapping[str, tuple[Passage, ...]]:
    found: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        found[passage.document].append(passage)
    return {document: tuple(taken) for document, taken in found.items()}
