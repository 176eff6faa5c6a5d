"""Every record of a dossier, and the units, said once.

Offsets are Unicode code points of the document's text, half-open `[start, end)`.
Days are calendar days; an interval of days is closed at both ends; `None` is "not known".
Counts are `Decimal` with a low and a high bound, both inclusive; `None` is "no bound told".
Absent knowledge is `None`, never 0 or "".

References (`speaker`, `source`, `place`, `actors`, `recipients`, and members of `via` that are ids) name a
**mention** while a document stands alone (in an `Analysis`) and an **entity** once `reconcile` has joined the
mentions (in a `Dossier`). `when` names a `Time` of the same document in both.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal

EntityType = Literal["PERSON", "ORG", "GPE", "LOC", "FACILITY", "GROUP", "EVENT", "OTHER"]
MentionForm = Literal["name", "acronym", "role", "pronoun"]
NAMES: tuple[MentionForm, ...] = ("name", "acronym")  # the forms that name; the others only point
BoilerplateKind = Literal[
    "navigation", "caption", "author box", "related link", "comments", "subscription", "notice", "other"
]
Basis = Literal["given", "metadata", "stated", "calendar", "story", "unknown"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
StatementKind = Literal["direct", "indirect", "mixed"]
Stance = Literal["says", "claims", "confirms", "denies", "promises", "asks", "thinks"]
Relation = Literal[
    "exactly", "approximately", "at_least", "more_than", "at_most", "less_than", "between", "vague", "none"
]
Scope = Literal["total", "additional", "part", "unknown"]
Polarity = Literal["asserted", "denied", "feared", "unconfirmed"]
Modality = Literal["actual", "planned", "possible", "denied", "historical"]
FindingKind = Literal["agreement", "update", "conflict", "refinement", "denial", "same_statement", "same_event"]
About = Literal["figures", "statements", "events", "dates", "documents"]
Verdict = Literal["same", "different", "undecided"]
VoiceKind = Literal["speaker", "agency", "outlet"]
Way = Literal["quotes", "credits", "copies", "passage"]

INTERNAL = {"internal": True}  # a field that the article half hands to the story half; not in the exported dossier


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of a document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Words:
    """A span with the words it covers."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Days:
    """An interval of days; an end that is `None` is not known."""

    earliest: date | None = None
    latest: date | None = None

    @property
    def known(self) -> bool:
        """Both ends are known."""
        return self.earliest is not None and self.latest is not None

    @property
    def day(self) -> date | None:
        """The day, where the interval is a single one."""
        return self.earliest if self.earliest == self.latest else None


UNKNOWN_DAYS = Days()


@dataclass(frozen=True, slots=True)
class Publication:
    """When a document was published, and how that is known."""

    earliest: date | None = None
    latest: date | None = None
    basis: Basis = "unknown"
    evidence: tuple[Span, ...] = ()
    why: str = "nothing in the document tells its day"

    @property
    def days(self) -> Days:
        return Days(self.earliest, self.latest)


@dataclass(frozen=True, slots=True, order=True)
class Boilerplate:
    """A run of text that is not the article."""

    start: int
    end: int
    kind: BoilerplateKind


@dataclass(frozen=True, slots=True)
class Document:
    """One report, as it was read; `text` is what every offset counts in."""

    id: str
    source: str  # the path within the SOURCE it came from, or a URL
    sha256: str  # of the input bytes
    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None  # BCP 47
    published: Publication = Publication()
    retrieved: date | None = None
    boilerplate: tuple[Boilerplate, ...] = ()
    story: str | None = None
    copy_of: str | None = None
    problems: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)  # JSON values of fields we do not know, kept as they came


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a document names, or points to, somebody or something."""

    id: str
    document: str
    start: int
    end: int
    text: str
    type: EntityType
    form: MentionForm = "name"
    role: str | None = None  # the title or office told with it: "Prime Minister"
    country: str | None = None  # ISO 3166 alpha-2 told with it: "Armenian Prime Minister" gives AM
    antecedent: str | None = None  # an earlier or fuller mention of the same document that this one stands for
    why: str | None = None  # why it stands for its antecedent
    kin: str | None = field(default=None, metadata=INTERNAL)  # a mention of whom this one is told to be a relative


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that the documents speak of, under all the forms seen."""

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None  # ISO 3166 alpha-2
    latitude: float | None = None  # degrees, WGS 84
    longitude: float | None = None
    wikidata: str | None = None
    mentions: tuple[Mention, ...] = ()
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a time expression says before it is known when it was said.

    `calendar` names a day, month or year, whole or in part ("January 5", "Friday", "2002"); what it leaves open is
    taken from `anchor`, else from the publication day. `shift` counts from `anchor`, else from the publication day
    ("ten days ago", "this week"). `duration`, `set` and `reference` have their value in `text`.
    Unused fields are `None`.
    """

    kind: Literal["calendar", "shift", "duration", "set", "reference"]
    year: int | None = None
    years: int | None = None  # how many years begin with `year`: 10 is a decade
    piece: str | None = None  # of a year, as TIMEX3 writes it: "Q3", "H1", "SU"
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # 0 is Monday
    holiday: str | None = None  # its rule: "07-04", "easter-2", "11:4:3" (the fourth Thursday of November)
    shift: int | None = None  # how many `unit`s from the anchor; negative is before
    unit: str | None = None  # "MIN", "H", "D", "W", "WE" (weekend), "M", "Q", "Y", "10Y", "100Y"
    direction: Literal["past", "future"] | None = None  # which way lies what the words leave open
    strict: bool = False  # the publication day itself is not meant: "last Friday"
    keeps_grain: bool = False  # the result is as fine as its anchor: "a year earlier" of a quarter is a quarter
    part: str | None = None  # of the day, as TIMEX3 writes it after the T: "MO", "16:00"
    position: str | None = None  # within the period: START, MID, END, FIRST, LAST, SOFAR, REST
    text: str | None = None  # a ready TIMEX3 value
    anchor: "Meaning | None" = None  # what was told before, or the period that the words name
    until: "Meaning | None" = None  # the other end of a range


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression (TIMEX3) and, once its document is dated, the days it means."""

    id: str
    document: str
    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str | None = None  # TIMEX3 mod: START, MID, END, APPROX, BEFORE, AFTER, …
    earliest: date | None = None
    latest: date | None = None
    meaning: Meaning | None = field(default=None, metadata=INTERNAL)


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody says, with who and how: an attribution (source, cue, content)."""

    id: str
    document: str
    start: int
    end: int
    text: str
    kind: StatementKind
    speaker: str | None = None
    speaker_text: str | None = None
    speaker_span: Span | None = None
    cue: Words | None = None
    stance: Stance = "says"
    via: tuple[str, ...] = ()  # references or words, nearest first
    made: Days = UNKNOWN_DAYS
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A count: of what, whose, where, when, by whom."""

    id: str
    document: str
    start: int
    end: int
    text: str
    measure: str
    relation: Relation
    low: Decimal | None
    high: Decimal | None
    unit: str = "person"
    group: str | None = None
    group_text: str | None = None
    place: str | None = None
    as_of: Days = UNKNOWN_DAYS
    scope: Scope = "unknown"
    statement: str | None = None
    source: str | None = None
    source_text: str | None = None
    via: tuple[str, ...] = ()
    polarity: Polarity = "asserted"
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Somebody does something, somewhere, some day."""

    id: str
    document: str
    start: int
    end: int
    text: str
    trigger: Words
    type: str | None = None  # PLOVER
    mode: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    actor_text: str | None = None
    recipient_text: str | None = None
    place: str | None = None
    earliest: date | None = None
    latest: date | None = None
    date_precision: int | None = None  # UCDP: 1 exact day, 2 within a week, 3 a week, 4 a month, 5 a year
    modality: Modality = "actual"
    statement: str | None = None
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """What one document says, read alone."""

    document: Document
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Documents that tell of the same happenings."""

    id: str
    label: str
    documents: tuple[str, ...]
    earliest: date | None = None
    latest: date | None = None
    places: tuple[str, ...] = ()
    origins: int = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """How claims of several reports stand to one another."""

    id: str
    kind: FindingKind
    about: About
    members: tuple[str, ...]
    origins: int
    question: str
    why: str
    origins_why: tuple[str, ...] = ()  # a sentence for each origin: who stands behind it, and which reports it joins


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of one report that stands word for word in another one, from which it was likely taken."""

    id: str
    document: str
    start: int
    end: int
    text: str
    original: str  # the document it was taken from
    original_start: int
    original_end: int
    words: int
    share: float  # of all words of the document that holds it, 0 to 1
    why: str  # why the original is held to be the earlier one


@dataclass(frozen=True, slots=True)
class Voice:
    """One from whom words come: who speaks, the agency that passes them on, the outlet that prints them.

    An outlet has reports of its own here; an agency passes on what others say; a speaker does neither.
    """

    id: str
    kind: VoiceKind
    name: str
    entity: str | None = None
    documents: tuple[str, ...] = ()  # an outlet's


@dataclass(frozen=True, slots=True)
class Relay:
    """One step of the way that words took: the taker has them from the giver."""

    id: str
    taker: str  # a voice
    giver: str  # a voice
    way: Way  # credits: the report names the giver where a source is named; copies: the whole; passage: a part
    evidence: tuple[str, ...]  # ids of the statements, figures, passages or documents that show it


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision, by rule or by a person, on whether two things are one."""

    id: str
    left: str  # a mention id, or a claim id
    right: str
    verdict: Verdict
    by: str  # "rule", or a person's name
    why: str
    score: float | None = None
    at: str | None = None  # ISO 8601 instant in UTC; a rule has none, so that the same input gives the same bytes


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """What happened on some day or days, over all reports."""

    earliest: date
    latest: date
    summary: str
    events: tuple[str, ...]
    documents: int
    origins: int
    disputed: bool
