"""Origins: on how many independent voices a set of claims rests."""

import re
from collections.abc import Iterable, Mapping

from ..records import Document, Event, Figure, Statement

# Two reports that tell a thing in so many words alike have them from one writer: a passage of an agency in a longer
# piece. Below, two writers may meet ("12 people were killed").
SAME_WORDS = 9
_WORD = re.compile(r"\w+")


def count_origins(members: Iterable[Statement | Figure | Event], documents: Mapping[str, Document]) -> int:
    """The number of independent origins of some claims; `documents` holds theirs, by id.

    Documents that copy one another are one origin, documents of one outlet are one, whatever one speaker is told to
    have said is one wherever it is printed, and so is what several print in the very same words. Never more than
    there are outlets.
    """
    claims = tuple(members)
    voices = _joined([(_voice(claim, documents), _wording(claim)) for claim in claims])
    outlets = {_outlet(documents[claim.document], documents) for claim in claims}
    return min(voices, len(outlets))


def root_of(document: Document, documents: Mapping[str, Document]) -> Document:
    """The document that this one copies, or itself."""
    return documents.get(document.copy_of or "", document)


def _outlet(document: Document, documents: Mapping[str, Document]) -> str:
    root = root_of(document, documents)
    # Two states of one page are one outlet, also where its name is not known.
    return _folded(root.outlet) if root.outlet else root.url or root.id


def _joined(told: Iterable[tuple[tuple[str, str], str | None]]) -> int:
    """How many voices there are when those that share a wording are one."""
    group_of: dict[tuple[str, str] | str, set[tuple[str, str] | str]] = {}
    for voice, wording in told:
        group = group_of.setdefault(voice, {voice})
        if wording:
            group |= group_of.get(wording, {wording})
            group_of |= dict.fromkeys(group, group)
    return len({id(group) for group in group_of.values()})


def _wording(claim: Statement | Figure | Event) -> str | None:
    """The words of a claim, where there are too many for two writers to choose alike."""
    words = _WORD.findall(claim.text.casefold())
    return " ".join(words) if len(words) >= SAME_WORDS else None


def _folded(words: str) -> str:
    return " ".join(_WORD.findall(words.casefold()))


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
        return ("speaker", _folded(words))
    if via:
        return ("via", via[-1])
    return ("outlet", _outlet(documents[claim.document], documents))
