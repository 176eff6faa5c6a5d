"""What a person wants first of a dossier: as data, from which `rashomon show` prints and `--json` tells."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .dossier import Dossier, Problem
from .points import groups_of
from .records import Document, Event, Figure, Finding, FindingKind, Statement, VoiceKind, Way
from .story.timeline import background

CONTESTED: tuple[FindingKind, ...] = ("conflict", "denial")
WORDS_A_VOICE = 3  # statements shown of one speaker
BOUND = {"at_least": "at least", "more_than": "more than", "at_most": "at most", "less_than": "fewer than"}


@dataclass(frozen=True, slots=True)
class Said:
    """One claim in words, with who makes it and where it stands."""

    words: str
    who: str | None
    document: str  # how a person would name the document
    earliest: date | None
    latest: date | None
    start: int
    end: int
    value: str | None = None  # of a figure


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story in a line."""

    label: str
    documents: tuple[str, ...]
    origins: int
    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class Contested:
    """A point on which the reports cannot all be right, and who says what."""

    kind: str
    question: str
    why: str
    origins: int
    claims: tuple[Said, ...]
    origins_why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """Counts of one thing, in the order of the days they hold for."""

    about: str
    counts: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A line of the timeline."""

    earliest: date
    latest: date
    summary: str
    documents: int
    origins: int
    disputed: bool
    background: bool = False  # it led to the story, and is no part of it


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker, how often and where, and some of the words: contested ones first."""

    name: str
    statements: int
    documents: int
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Taker:
    """One who has words from another: by quoting, copying, taking a passage or crediting, and how often."""

    name: str
    way: Way
    times: int


@dataclass(frozen=True, slots=True)
class Giver:
    """One from whom others have their words, and who they are."""

    name: str
    kind: VoiceKind
    takers: tuple[Taker, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of one report that stands word for word in another one."""

    document: str
    original: str
    words: int
    share: float
    why: str
    text: str


@dataclass(frozen=True, slots=True)
class Account:
    """A dossier for a person who has five minutes."""

    documents: int
    stories: tuple[StoryLine, ...]
    contested: tuple[Contested, ...]
    figures: tuple[Series, ...]
    timeline: tuple[Day, ...]
    voices: tuple[Voice, ...]
    givers: tuple[Giver, ...]
    parts: tuple[Part, ...]
    problems: tuple[Problem, ...]


def account_of(dossier: Dossier) -> Account:
    """The dossier for a person: the most reported first, the contested before all."""
    names = _Names(dossier)
    return Account(
        documents=len(dossier.documents),
        stories=tuple(_stories(dossier, names)),
        contested=tuple(_contested(dossier, names)),
        figures=tuple(_series(dossier, names)),
        timeline=tuple(sorted(_days(dossier), key=lambda day: day.background)),
        voices=tuple(_voices(dossier, names)),
        givers=tuple(_givers(dossier)),
        parts=tuple(_parts(dossier, names)),
        problems=(*dossier.problems, *_problems_of(dossier.documents)),
    )


def value_of(figure: Figure) -> str:
    """A figure's number in words: "12", "at least 12", "200 to 999".

    >>> value_of(Figure("f", "d", 0, 1, "", "killed", "at_least", Decimal(12), None))
    'at least 12'
    """
    low, high = figure.low, figure.high
    if figure.relation in BOUND:
        bound = low if low is not None else high
        return f"{BOUND[figure.relation]} {_number(bound)}"
    if low is not None and low == high:
        return f"about {_number(low)}" if figure.relation == "approximately" else _number(low)
    if low is None or high is None:
        return _number(low if low is not None else high)
    return f"{_number(low)} to {_number(high)}"


class _Names:
    """What a person calls the documents and entities of a dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._documents = {document.id: document for document in dossier.documents}
        self._entities = {entity.id: entity.name for entity in dossier.entities}

    def document(self, id: str) -> str:
        document = self._documents.get(id)
        return (document.outlet or document.source) if document else id

    def entity(self, id: str | None) -> str | None:
        return self._entities.get(id or "")

    def story(self, document_id: str) -> str | None:
        document = self._documents.get(document_id)
        return document.story if document else None

    def figure(self, figure: Figure) -> Said:
        return Said(
            words=figure.text,
            who=self.entity(figure.source) or figure.source_text,
            document=self.document(figure.document),
            earliest=figure.as_of.earliest,
            latest=figure.as_of.latest,
            start=figure.start,
            end=figure.end,
            value=value_of(figure),
        )

    def statement(self, statement: Statement) -> Said:
        who = self.entity(statement.speaker) or statement.speaker_text
        days = statement.made
        place = self.document(statement.document)
        return Said(statement.text, who, place, days.earliest, days.latest, statement.start, statement.end)

    def event(self, event: Event) -> Said:
        place = self.document(event.document)
        return Said(event.text, None, place, event.earliest, event.latest, event.start, event.end)

    def whole(self, document: Document) -> Said:
        days = document.published.days
        title = document.title or document.source
        return Said(title, None, self.document(document.id), days.earliest, days.latest, 0, len(document.text))


def _stories(dossier: Dossier, names: _Names) -> Iterator[StoryLine]:
    for story in sorted(dossier.stories, key=lambda story: (-len(story.documents), story.id)):
        documents = tuple(names.document(id) for id in story.documents)
        yield StoryLine(story.label, documents, story.origins, story.earliest, story.latest)


def _contested(dossier: Dossier, names: _Names) -> Iterator[Contested]:
    claims: dict[str, Said] = {figure.id: names.figure(figure) for figure in dossier.figures}
    claims |= {statement.id: names.statement(statement) for statement in dossier.statements}
    claims |= {event.id: names.event(event) for event in dossier.events}
    claims |= {document.id: names.whole(document) for document in dossier.documents}
    groups = [g for kind in CONTESTED for g in groups_of(f for f in dossier.findings if f.kind == kind)]
    for group in sorted(groups, key=lambda g: (-max(f.origins for f in g), g[0].question, g[0].id)):
        members = dict.fromkeys(member for finding in group for member in finding.members if member in claims)
        said = sorted((claims[member] for member in members), key=_as_told) if len(group) > 1 else None
        widest = max(group, key=lambda finding: finding.origins)
        yield Contested(
            kind=group[0].kind,
            question=group[0].question,
            why=_why(group, said or ()),
            origins=widest.origins,
            claims=tuple(said or (claims[member] for member in members)),
            origins_why=widest.origins_why,
        )


def _as_told(said: Said) -> tuple[int, str, str]:
    """Counts in the order of their size, the rest as it stands."""
    number = "".join(sign for sign in said.value or "" if sign.isdigit() or sign == " ").split()
    return (int(number[0]) if number else 0, said.value or "", said.document)


def _why(findings: Sequence[Finding], claims: Iterable[Said]) -> str:
    """The reason of the one finding, or of counts that differ all answers at once."""
    values = list(dict.fromkeys(claim.value for claim in claims if claim.value))
    if len(findings) == 1 or findings[0].about != "figures" or len(values) < 2:
        return "; ".join(dict.fromkeys(finding.why for finding in findings))
    return f"{', '.join(values[:-1])} and {values[-1]} cannot all be true"


def _days(dossier: Dossier) -> Iterator[Day]:
    past = background(dossier.timeline, dossier.documents, dossier.events)
    for e in dossier.timeline:
        yield Day(e.earliest, e.latest, e.summary, e.documents, e.origins, e.disputed, e in past)


def _series(dossier: Dossier, names: _Names) -> Iterator[Series]:
    """Counts of one measure, group and place within one story, joined where findings compare them; longest first."""
    figures = {figure.id: figure for figure in dossier.figures if figure.polarity == "asserted"}
    runs: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in figures.values():
        story = names.story(figure.document) or ""
        runs[(story, figure.measure, figure.group or figure.unit, figure.place or "")].append(figure)
    compared = [[id for id in f.members if id in figures] for f in dossier.findings if f.about == "figures"]
    joined = _joined(list(runs.values()), compared)
    for run in sorted(joined, key=lambda run: (-len(run), run[0].measure, run[0].id)):
        place = Counter(name for name in (names.entity(figure.place) for figure in run) if name).most_common(1)
        people = run[0].unit == "person"
        counted = f"{run[0].group or 'people'} {run[0].measure}" if people else f"{run[0].measure} ({run[0].unit})"
        about = counted + (f", {place[0][0]}" if place else "")
        yield Series(about, tuple(names.figure(figure) for figure in sorted(run, key=_when)))


def _joined(runs: list[list[Figure]], compared: Iterable[list[str]]) -> list[list[Figure]]:
    """The runs, those with compared figures as one: the dead of a town are among the dead of its country."""
    run_of = {figure.id: run for run in runs for figure in run}
    for first, *others in filter(None, compared):
        for other in others:
            kept, gone = run_of[first], run_of[other]
            if kept is not gone:
                kept.extend(gone)
                run_of |= {figure.id: kept for figure in gone}
    return list({id(run): run for run in run_of.values()}.values())


def _when(figure: Figure) -> tuple[date, Decimal, str]:
    return figure.as_of.earliest or date.max, figure.low or figure.high or Decimal(0), figure.id


def _voices(dossier: Dossier, names: _Names) -> Iterator[Voice]:
    contested = {member for f in dossier.findings if f.kind in CONTESTED for member in f.members}
    related = {member for f in dossier.findings if f.about == "statements" for member in f.members}
    words: dict[str, list[Statement]] = defaultdict(list)
    for statement in dossier.statements:
        if names.entity(statement.speaker):
            words[statement.speaker or ""].append(statement)
    for speaker, said in sorted(words.items(), key=lambda voice: (-len(voice[1]), voice[0])):
        first = sorted(
            said, key=lambda s: (s.id not in contested, s.id not in related, s.made.earliest or date.max, s.id)
        )
        places = Counter(statement.document for statement in said)
        shown = tuple(names.statement(statement) for statement in first[:WORDS_A_VOICE])
        yield Voice(names.entity(speaker) or "", len(said), len(places), shown)


def _givers(dossier: Dossier) -> Iterator[Giver]:
    """Those between the reports and the officials first, then those whose words most others have."""
    voices = {voice.id: voice for voice in dossier.voices}
    takers: dict[str, list[Taker]] = defaultdict(list)
    for relay in dossier.relays:
        takers[relay.giver].append(Taker(voices[relay.taker].name, relay.way, len(relay.evidence)))
    for id in sorted(takers, key=lambda id: (voices[id].kind == "speaker", -len(takers[id]), voices[id].name, id)):
        told = sorted(takers[id], key=lambda taker: (-taker.times, taker.name, taker.way))
        yield Giver(voices[id].name, voices[id].kind, tuple(told))


def _parts(dossier: Dossier, names: _Names) -> Iterator[Part]:
    for passage in sorted(dossier.passages, key=lambda passage: (-passage.words, passage.id)):
        taker, source = names.document(passage.document), names.document(passage.original)
        yield Part(taker, source, passage.words, passage.share, passage.why, passage.text)


def _problems_of(documents: Iterable[Document]) -> Iterator[Problem]:
    for document in documents:
        yield from (Problem(document.source, problem) for problem in document.problems)


def _number(value: Decimal | None) -> str:
    if value is None:
        return "an unknown number"
    return f"{int(value):,}" if value == value.to_integral_value() else f"{value:,}"
