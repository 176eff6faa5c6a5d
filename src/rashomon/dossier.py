"""The dossier: all documents, and all that is known from them together."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, ClassVar  # Any: JSON values

from .answers import Question
from .codec import from_json, to_json
from .errors import MissingExtra, MisuseError, UnknownName
from .records import (
    Document,
    Entity,
    Event,
    Figure,
    Finding,
    Judgement,
    Passage,
    Relay,
    Statement,
    Story,
    Time,
    TimelineEntry,
    Voice,
)

if TYPE_CHECKING:
    import pandas

FORMAT = "rashomon-dossier"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Tool:
    """What made a dossier."""

    name: str
    version: str
    settings_sha256: str


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A source, or a part of one, that gave no document, and the reason in words."""

    source: str
    why: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """One account of many reports. Every list is sorted; every reference names a record of the same dossier."""

    tool: Tool
    documents: tuple[Document, ...] = ()
    stories: tuple[Story, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    findings: tuple[Finding, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    questions: tuple[Question, ...] = ()
    passages: tuple[Passage, ...] = ()
    voices: tuple[Voice, ...] = ()
    relays: tuple[Relay, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    problems: tuple[Problem, ...] = ()

    KINDS: ClassVar[tuple[str, ...]] = (
        "documents",
        "stories",
        "entities",
        "times",
        "statements",
        "figures",
        "events",
        "findings",
        "timeline",
        "questions",
        "passages",
        "voices",
        "relays",
        "judgements",
        "problems",
    )

    def to_dict(self) -> dict[str, Any]:
        """The dossier in the JSON form of the dossier format, version 1."""
        body = {field.name: to_json(getattr(self, field.name)) for field in fields(self)}
        return {"format": FORMAT, "version": VERSION, **body}

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> "Dossier":
        """The dossier that `to_dict` told."""
        if value.get("format") != FORMAT or value.get("version") != VERSION:
            found = f"{value.get('format')!r}, version {value.get('version')!r}"
            raise MisuseError(f"not a dossier we can read: found {found}; expected {FORMAT!r}, version {VERSION}")
        return from_json(cls, value)

    def to_frame(self, kind: str) -> "pandas.DataFrame":
        """The records of one kind as a pandas table; polars reads it with `polars.from_pandas`."""
        if kind not in self.KINDS:
            raise UnknownName("kind of record", kind, self.KINDS)
        try:
            import pandas
        except ImportError as problem:
            raise MissingExtra("pandas", "frames") from problem
        return pandas.DataFrame([to_json(record) for record in getattr(self, kind)])
