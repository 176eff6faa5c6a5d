"""What programs and assistants can ask of a dossier: answers carry ids, quotes and where they stand."""

from collections.abc import Iterable, Sequence
from typing import Any  # JSON values

from ..codec import to_json
from ..errors import MisuseError
from ..records import Finding
from .desk import Desk
from .opened import Opened
from .pages.evidence import Claim, anchor_of, evidence_of
from .pages.found import Asked, find_claims

MOST = 50  # answers at a time


def search(desk: Desk, words: str, speaker: str = "", outlet: str = "", first: int = 0) -> dict[str, Any]:
    """Records and articles that have all the words, from the number `first` on."""
    opened = desk.opened()
    claims = find_claims(opened.room, Asked(words, speaker, outlet))
    hits = () if speaker else desk.search(words)
    return {
        "found": len(claims),
        "records": [told(opened, claim) for claim in claims[first : first + MOST]],
        "articles": [
            {"document": hit.document, "quote": hit.piece} for hit in desk.pieces(words, hits[first : first + MOST])
        ],
        "next": first + MOST if first + MOST < max(len(claims), len(hits)) else None,
    }


def findings(desk: Desk, kind: str = "", about: str = "", first: int = 0) -> dict[str, Any]:
    """Agreements, conflicts, updates and denials, with the quotes they rest on, from the number `first` on."""
    opened = desk.opened()
    kept = [f for f in opened.room.dossier.findings if kind in ("", f.kind) and about in ("", f.about)]
    return {
        "found": len(kept),
        "findings": [_finding(opened, finding) for finding in kept[first : first + MOST]],
        "next": first + MOST if first + MOST < len(kept) else None,
    }


def evidence(desk: Desk, claim: str) -> dict[str, Any]:
    """One record with its sentence, who said it, through whom, where it is printed, and the findings it is in."""
    opened = desk.opened()
    record = opened.room.index.claims.get(claim)
    if record is None:
        raise MisuseError(f"no record {claim!r}; expected the id of a statement, figure or event. Search for one.")
    related = opened.room.index.findings_of.get(claim, ())
    reviews = desk.standing().get(claim, ())
    return {
        **told(opened, record),
        "record": to_json(record),
        "findings": [_finding(opened, finding) for finding in related],
        "reviews": [to_json(review) for review in reviews],
    }


def told(opened: Opened, claim: Claim) -> dict[str, Any]:
    """A claim so that it can be cited."""
    found = evidence_of(claim, opened.room.index)
    document = opened.room.index.documents[claim.document]
    return {
        "id": claim.id,
        "kind": type(claim).__name__.lower(),
        "value": found.value,
        "quote": claim.text,
        "sentence": found.before + found.marked + found.after,
        "speaker": found.speaker,
        "via": list(found.via),
        "when": found.when,
        "document": {
            "id": document.id, "outlet": document.outlet, "title": document.title, "url": document.url,
            "published": found.published, "start": claim.start, "end": claim.end,
        },
        "address": f"/at/{anchor_of(claim.id)}",
    }  # fmt: skip


def records(items: Sequence[Any], first: int) -> dict[str, Any]:
    """A list of the dossier, in its own form, from the number `first` on."""
    shown: Iterable[Any] = items[first : first + MOST]
    return {
        "found": len(items),
        "items": [to_json(item) for item in shown],
        "next": first + MOST if first + MOST < len(items) else None,
    }


def _finding(opened: Opened, finding: Finding) -> dict[str, Any]:
    claims = opened.room.index.claims
    members = [claims[member] for member in finding.members[:MOST] if member in claims]
    return {
        **to_json(finding),
        "evidence": [told(opened, member) for member in members],
        "address": f"/at/{anchor_of(finding.id)}",
    }
