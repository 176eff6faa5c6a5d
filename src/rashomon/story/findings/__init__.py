"""Findings: how the claims of all reports stand to one another. One file a kind of claim; the order, written out."""

from collections.abc import Iterable

from ...records import Document, Entity, Finding
from ..claims import Claims
from .contradictions import contradiction_findings
from .events import event_findings
from .figures import figure_findings
from .statements import statement_findings


def find_findings(documents: Iterable[Document], claims: Claims, entities: Iterable[Entity]) -> tuple[Finding, ...]:
    """All findings, sorted by id; claims are compared only within one story."""
    kept, named = tuple(documents), tuple(entities)
    findings = (
        *figure_findings(kept, claims, named),
        *statement_findings(kept, claims, named),
        *contradiction_findings(kept, claims, named),
        *event_findings(kept, claims, named),
    )
    return tuple(sorted(findings, key=lambda finding: finding.id))
