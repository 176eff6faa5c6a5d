"""placeholder"""
from ..languages import Language
from ..records import Document, Mention
from .parse import Parse


def find_mentions(document: Document, parse: Parse, language: Language) -> tuple[Mention, ...]:
    return ()
