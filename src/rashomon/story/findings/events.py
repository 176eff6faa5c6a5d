"""Events against events (placeholder until its author writes it)."""
from ...records import Document, Entity, Finding
from ..claims import Claims


def event_findings(documents: tuple[Document, ...], claims: Claims, entities: tuple[Entity, ...]) -> tuple[Finding, ...]:
    return ()
