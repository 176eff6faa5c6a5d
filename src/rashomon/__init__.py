"""One account of many reports: who, where, when, how many, who said so, and where the reports disagree."""

from typing import TYPE_CHECKING

from .answers import Answer, Question
from .dossier import Dossier, Problem, Tool
from .errors import MissingExtra, MisuseError, RashomonError, SourceError, StoreError, UnknownName
from .records import (
    Boilerplate,
    Days,
    Document,
    Entity,
    Event,
    Figure,
    Finding,
    Judgement,
    Mention,
    Passage,
    Publication,
    Relay,
    Span,
    Statement,
    Story,
    Time,
    TimelineEntry,
    Voice,
    Words,
)
from .settings import Settings

if TYPE_CHECKING:
    from .building import build, open

__all__ = [
    "Answer",
    "Boilerplate",
    "Days",
    "Document",
    "Dossier",
    "Entity",
    "Event",
    "Figure",
    "Finding",
    "Judgement",
    "Mention",
    "MissingExtra",
    "MisuseError",
    "Passage",
    "Problem",
    "Publication",
    "Question",
    "RashomonError",
    "Relay",
    "Settings",
    "SourceError",
    "Span",
    "Statement",
    "StoreError",
    "Story",
    "Time",
    "TimelineEntry",
    "Tool",
    "UnknownName",
    "Voice",
    "Words",
    "build",
    "open",
]


def __getattr__(name: str) -> object:
    # The parts that read and analyse take a third of a second to import: `rashomon --help` does not wait for them.
    if name in ("build", "open"):
        from . import building

        return getattr(building, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
