"""placeholder"""
from ..languages import Language
from ..records import Document, Event, Mention, Statement, Time
from .parse import Parse


def find_events(document: Document, parse: Parse, mentions: tuple[Mention, ...], times: tuple[Time, ...], statements: tuple[Statement, ...], language: Language) -> tuple[Event, ...]:
    return ()
