"""placeholder"""
from collections.abc import Mapping
from ..records import Analysis, Document


def date_documents(analyses: tuple[Analysis, ...], story_of: Mapping[str, str]) -> tuple[Document, ...]:
    return tuple(a.document for a in analyses)
