"""What a list of reviews calls the things that are reviewed."""

from collections.abc import Iterator, Mapping

from ...dossier import Dossier
from .articles import title_of
from .evidence import Claim, anchor_of, outlet_of


def texts_of(dossier: Dossier) -> Mapping[str, str]:
    """What a list calls each record, by fragment id; mentions by their own."""
    return dict(_texts(dossier))


def _texts(dossier: Dossier) -> Iterator[tuple[str, str]]:
    claims: tuple[Claim, ...] = (*dossier.statements, *dossier.figures, *dossier.events)
    for claim in claims:
        yield anchor_of(claim.id), claim.text
    for finding in dossier.findings:
        yield anchor_of(finding.id), f"{finding.kind}: {finding.question}"
    for entity in dossier.entities:
        yield anchor_of(entity.id), entity.name
        yield from ((mention.id, mention.text) for mention in entity.mentions)
    for document in dossier.documents:
        yield anchor_of(document.id), f"{outlet_of(document)}: {title_of(document)}"
