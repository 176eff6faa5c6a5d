"""What each outlet and each speaker calls the same people and acts, as tables of voices against words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...dossier import Dossier
from ...ids import digest
from ...records import Document, Statement
from ...story.framing import find_namings
from .evidence import Index, anchor_of, name_of, outlet_of

EVERYBODY = "people"  # the group of anybody: its words differ without anybody being called anything
NAMED = ("PERSON", "ORG", "GROUP")  # a place is called "city" or "country", which frames nothing
LONGEST = 120  # letters of a word or a voice


@dataclass(frozen=True, slots=True)
class Place:
    """Where a word stands; `anchor` is the fragment id of the record, or of the word alone, in its article."""

    document: str
    start: int
    end: int
    anchor: str

    @property
    def href(self) -> str:
        return f"#{self.anchor}"

    @property
    def bare(self) -> bool:
        """The word is no part of a record, so that the article has to mark it for this table alone."""
        return self.anchor.startswith("naming-")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who uses the words: an outlet in its own voice, or a speaker whom the outlets quote."""

    name: str
    quoted: bool
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Usage:
    """The places of one voice, for each label of the table."""

    voice: Voice
    cells: tuple[tuple[Place, ...], ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """Who or what is meant, and by whom it is called what."""

    anchor: str
    meant: str
    href: str | None
    story: str  # in which story, where there are several
    labels: tuple[str, ...]  # the most frequent first
    usages: tuple[Usage, ...]  # outlets, then speakers


@dataclass(frozen=True, slots=True)
class _Meant:
    text: str
    href: str | None
    story: str


@dataclass(frozen=True, slots=True)
class _Use:
    meant: _Meant
    voice: Voice
    words: str
    place: Place


def wordings(dossier: Dossier, index: Index) -> tuple[Wording, ...]:
    """What at least two voices call by at least two different words, most words first; names come last."""
    labels = {story.id: story.label for story in dossier.stories} if len(dossier.stories) > 1 else {}
    uses: dict[_Meant, list[_Use]] = defaultdict(list)
    for use in (*_themes(dossier, labels, index), *_groups(dossier, labels, index), *_roles(dossier, index)):
        uses[use.meant].append(use)
    found = [_wording(meant, group) for meant, group in uses.items() if _differs(group)]
    return tuple(sorted(found, key=_order))


def _order(wording: Wording) -> tuple[bool, int, int, str, str, str]:
    """What has most words first, names last."""
    named = wording.href is not None
    return named, -len(wording.labels), -len(wording.usages), wording.meant, wording.story, wording.href or ""


def _themes(dossier: Dossier, labels: Mapping[str, str], index: Index) -> Iterator[_Use]:
    """Words of the language's own list, each for its theme."""
    for naming in find_namings(dossier.documents, dossier.statements):
        key = digest(f"{naming.document} {naming.start} {naming.end}".encode("utf-8", "surrogatepass"))[:16]
        place = Place(naming.document, naming.start, naming.end, f"naming-{key}")
        document = index.documents[naming.document]
        voice = _voice(naming.statement, document, index)
        yield _Use(_Meant(naming.theme, None, labels.get(document.story or "", "")), voice, naming.label, place)


def _groups(dossier: Dossier, labels: Mapping[str, str], index: Index) -> Iterator[_Use]:
    """Groups that are counted."""
    for figure in dossier.figures:
        if figure.group and figure.group != EVERYBODY and figure.group_text:
            document = index.documents[figure.document]
            meant = _Meant(f"Counted as {figure.group}", None, labels.get(document.story or "", ""))
            place = Place(figure.document, figure.start, figure.end, anchor_of(figure.id))
            yield _Use(meant, _voice(figure.statement, document, index), _bare(figure.group_text), place)


def _roles(dossier: Dossier, index: Index) -> Iterator[_Use]:
    """Persons and bodies under their roles."""
    said = _statements_of(dossier)
    for entity in dossier.entities:
        meant = _Meant(entity.name, f"#{anchor_of(entity.id)}", "")
        for mention in entity.mentions if entity.type in NAMED else ():
            words = mention.text if mention.form == "role" else mention.role
            if words and mention.document in index.documents:
                within = (s.id for s in said[mention.document] if s.start <= mention.start and mention.end <= s.end)
                voice = _voice(next(within, None), index.documents[mention.document], index)
                place = Place(mention.document, mention.start, mention.end, anchor_of(mention.id))
                yield _Use(meant, voice, _bare(words), place)


def _statements_of(dossier: Dossier) -> Mapping[str, Sequence[Statement]]:
    """The statements of each document, inner ones first."""
    said: dict[str, list[Statement]] = defaultdict(list)
    for statement in sorted(dossier.statements, key=lambda s: (s.end - s.start, s.start, s.id)):
        said[statement.document].append(statement)
    return said


def _voice(statement: str | None, document: Document, index: Index) -> Voice:
    """The speaker in whose words something stands, else the outlet."""
    said = index.claims.get(statement or "")
    if isinstance(said, Statement) and said.speaker in index.entities:
        speaker = said.speaker or ""
        return Voice(name_of(speaker, index)[:LONGEST], True, f"#{anchor_of(speaker)}")
    if isinstance(said, Statement) and said.speaker_text:
        return Voice(" ".join(said.speaker_text.split())[:LONGEST], True)
    return Voice(outlet_of(document), False)


def _bare(words: str) -> str:
    return " ".join(words.split()).casefold()[:LONGEST]


def _differs(uses: Iterable[_Use]) -> bool:
    kept = tuple(uses)
    return len({use.voice for use in kept}) > 1 and len({use.words for use in kept}) > 1


def _wording(meant: _Meant, uses: Sequence[_Use]) -> Wording:
    counts = Counter(use.words for use in uses)
    labels = tuple(sorted(counts, key=lambda words: (-counts[words], words)))
    places: dict[Voice, dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for use in uses:
        places[use.voice][use.words].append(use.place)
    key = digest(repr((meant.text, meant.href, meant.story)).encode("utf-8", "surrogatepass"))[:16]
    return Wording(
        anchor=f"wording-{key}",
        meant=meant.text,
        href=meant.href,
        story=meant.story,
        labels=labels,
        usages=tuple(
            Usage(voice, tuple(tuple(places[voice].get(label, ())) for label in labels))
            for voice in sorted(places, key=lambda v: (v.quoted, -_times(places[v]), v.name, v.href or ""))
        ),
    )


def _times(words: Mapping[str, Sequence[Place]]) -> int:
    return sum(map(len, words.values()))
