"""The ways that words took: outlet ← agency ← official, and outlet ← outlet, as a graph with its evidence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import pairwise

from ..ids import make_id
from ..languages import language_of
from ..parts import KINDS
from ..records import Figure, Passage, Relay, Statement, Voice, Way
from .claims import Claims
from .sources import Behind, Sources, root_of

Step = tuple[Behind, Behind, Way, str]  # the taker, the giver, the way, and the id of a record that shows it


def find_chains(
    claims: Claims, passages: Iterable[Passage], sources: Sources
) -> tuple[tuple[Voice, ...], tuple[Relay, ...]]:
    """The voices and the steps between them, each sorted by id.

    What an outlet prints of another's text is taken from that outlet, and the words in it reached the other one first.
    """
    steps = (*_copied(sources), *_taken(passages, sources), *_quoted((*claims.statements, *claims.figures), sources))
    evidence: dict[tuple[str, str, Way], set[str]] = defaultdict(set)
    behind: dict[str, list[Behind]] = defaultdict(list)
    for document in sources.documents.values():
        outlet = sources.outlet(document)
        behind[outlet.key].append(outlet)
    for taker, giver, way, shown_by in steps:
        if taker.key != giver.key:
            evidence[taker.key, giver.key, way].add(shown_by)
            behind[taker.key].append(taker)
            behind[giver.key].append(giver)
    printed = _printed(sources)
    voices = (_voice(key, known, printed.get(key, ()), sources) for key, known in behind.items())
    relays = (_relay(taker, giver, way, tuple(sorted(ids))) for (taker, giver, way), ids in evidence.items())
    return tuple(sorted(voices, key=lambda v: v.id)), tuple(sorted(relays, key=lambda r: r.id))


def _copied(sources: Sources) -> Iterator[Step]:
    """Whole documents: copied from another outlet, or credited to an agency."""
    for document in sources.documents.values():
        outlet, root = sources.outlet(document), root_of(document, sources.documents)
        if root is not document:
            yield outlet, sources.outlet(root), "copies", document.id
        credit = sources.credit(document)
        if credit and credit.key != sources.outlet(root).key:
            yield outlet, credit, "credits", document.id


def _taken(passages: Iterable[Passage], sources: Sources) -> Iterator[Step]:
    for passage in passages:
        taker, giver = (sources.documents[id] for id in (passage.document, passage.original))
        yield sources.outlet(taker), sources.outlet(giver), "passage", passage.id


def _quoted(claims: Iterable[Statement | Figure], sources: Sources) -> Iterator[Step]:
    """From the outlet that had the words first, over those who passed them on, to who spoke them."""
    for claim in claims:
        first = sources.heard(claim).first
        nearest = sources.credit(first) or sources.outlet(first)
        speaker = sources.speaker(claim)
        way = [nearest, *map(sources.medium, claim.via), *([_bare(speaker, sources)] if speaker else [])]
        for taker, giver in pairwise(way):
            yield taker, giver, "quotes", claim.id


def _bare(speaker: Behind, sources: Sources) -> Behind:
    """Who is told by words alone is the same with an article and without: "the harbour police"."""
    story, _, told = speaker.key.partition(" ")
    article, _, rest = told.partition(" ")
    if speaker.key in sources.names or not rest or article not in _articles():
        return speaker
    return replace(speaker, key=f"{story} {rest}")


@cache
def _articles() -> frozenset[str]:
    return frozenset(language_of("en").table("names")["capitals"]["articles"])


def _printed(sources: Sources) -> Mapping[str, tuple[str, ...]]:
    """The documents of each outlet."""
    printed: dict[str, list[str]] = defaultdict(list)
    for document in sources.documents.values():
        printed[sources.outlet(document).key].append(document.id)
    return {key: tuple(sorted(ids)) for key, ids in printed.items()}


def _voice(key: str, known: Iterable[Behind], documents: tuple[str, ...], sources: Sources) -> Voice:
    seen = sorted(known, key=lambda one: (one.kind, one.name))
    kinds = {one.kind for one in seen}
    entity = key if key in sources.names else None
    kind = next(kind for kind in KINDS if kind in kinds)
    name = next(one.name for one in seen if one.kind == kind)
    return Voice(make_id("voice", key), kind, name, entity, documents)


def _relay(taker: str, giver: str, way: Way, evidence: tuple[str, ...]) -> Relay:
    ends = make_id("voice", taker), make_id("voice", giver)
    return Relay(make_id("relay", *ends, way), *ends, way, evidence)
