"""Origins: on how many independent voices a set of claims rests."""

import re
from collections.abc import Iterable, Mapping

from ..records import Document, Event, Figure, Statement

_WORD = re.compile(r"\w+")


def count_origins(members: Iterable[Statement | Figure | Event], documents: Mapping[str, Document]) -> int:
    """The number of independent origins of some claims; `documents` holds theirs, by id.

    Documents that copy one another are one origin, documents of one outlet are one, and whatever one speaker is
    told to have said is one wherever it is printed. Never more than there are outlets.
    """
    claims = tuple(members)
    voices = {_voice(claim, documents) for claim in claims}
    outlets = {_outlet(documents[claim.document], documents) for claim in claims}
    return min(len(voices), len(outlets))


def root_of(document: Document, documents: Mapping[str, Document]) -> Document:
    """The document that this one copies, or itself."""
    return documents.get(document.copy_of or "", document)


def _outlet(document: Document, documents: Mapping[str, Document]) -> str:
    root = root_of(document, documents)
    return " ".join(_WORD.findall(root.outlet.casefold())) if root.outlet else root.id


def _voice(claim: Statement | Figure | Event, documents: Mapping[str, Document]) -> tuple[str, str]:
    """Who stands behind a claim: its speaker, else who passed it on, else the outlet that prints it."""
    match claim:
        case Statement():
            speaker, words, via = claim.speaker, claim.speaker_text, claim.via
        case Figure():
            speaker, words, via = claim.source, claim.source_text, claim.via
        case Event():
            speaker, words, via = None, None, ()
    if speaker:
        return ("speaker", speaker)
    if words:
        return ("speaker", " ".join(_WORD.findall(words.casefold())))
    if via:
        return ("via", via[-1])
    return ("outlet", _outlet(documents[claim.document], documents))
