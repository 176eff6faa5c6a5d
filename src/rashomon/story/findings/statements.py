"""Statements against statements (placeholder until its author writes it)."""
from ...records import Document, Entity, Finding
from ..claims import Claims


def statement_findings(documents: tuple[Document, ...], claims: Claims, entities: tuple[Entity, ...]) -> tuple[Finding, ...]:
    return ()
