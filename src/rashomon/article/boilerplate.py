"""placeholder"""
from ..languages import Language
from ..records import Document


def mark_boilerplate(document: Document, language: Language) -> Document:
    return document
