"""One account of many reports: who, where, when, how many, who said so, and where the reports disagree."""

from .building import build, open
from .dossier import Dossier, Problem, Tool
from .errors import MisuseError, MissingExtra, RashomonError, SourceError, StoreError, UnknownName
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
    Publication,
    Span,
    Statement,
    Story,
    Time,
    TimelineEntry,
    Words,
)
from .settings import Settings

__all__ = [
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
    "Problem",
    "Publication",
    "RashomonError",
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
    "Words",
    "build",
    "open",
]
