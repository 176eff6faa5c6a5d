"""placeholder"""
from collections.abc import Iterable
from ..records import Document, Finding, TimelineEntry
from .claims import Claims


def make_timeline(documents: Iterable[Document], claims: Claims, findings: Iterable[Finding]) -> tuple[TimelineEntry, ...]:
    return ()
