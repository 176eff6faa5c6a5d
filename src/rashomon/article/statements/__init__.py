"""placeholder"""
from ...languages import Language
from ...records import Document, Mention, Statement, Time
from ..parse import Parse


def find_statements(document: Document, parse: Parse, mentions: tuple[Mention, ...], times: tuple[Time, ...], language: Language) -> tuple[Statement, ...]:
    return ()
