"""What a story names, packed: kept with its account, so that its mentions are not read again for it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from sys import intern
from typing import Any, get_args  # Any: cells of JSON

from ...codec import deflated, inflated
from ...records import EntityType
from .clusters import NO_OFFICES, Cluster
from .groups import Group, Named
from .links import Link
from .whereabouts import NOWHERE, Whereabouts

FORMAT = 3  # what is packed in another is made anew

_KINDS: dict[str, EntityType] = {kind: kind for kind in get_args(EntityType)}


def packed(named: Named) -> bytes:
    """What a story names, but for what people vouched for; some two kilobytes a document.

    It is told in columns, and what a name shares with nearly all others in a cell: so it is read three times as fast.
    """
    clusters = [cluster for group in named.groups for cluster in group.clusters]
    number = {document: place for place, (document, _) in enumerate(named.company)}
    table = (
        _columns(named.company),
        _columns(_cluster_row(cluster, number) for cluster in clusters),
        _columns(map(_group_row, named.groups)),
        named.apart,
        [(link.left, link.right, link.score, link.why, link.same) for link in named.links],
    )
    return deflated(table)


def unpacked(told: bytes) -> Named:
    """What `packed` told; a name that many groups have is held once."""
    company, clusters, groups, apart, links = inflated(told)
    documents = company[0] if company else ()
    of_groups = (_cluster(row, documents) for row in zip(*clusters, strict=True))
    return Named(
        groups=tuple(_group(row, of_groups) for row in zip(*groups, strict=True)),
        apart=tuple((left, right) for left, right in apart),
        links=tuple(Link(*link) for link in links),
        company=tuple((document, tuple(map(intern, names))) for document, names in zip(*company, strict=True)),
    )


def _columns(rows: Iterable[Sequence[Any]]) -> Sequence[Sequence[Any]]:
    return list(zip(*rows, strict=True))


def _group_row(group: Group) -> tuple[Any, ...]:
    lead, where, (day, first) = group.lead, group.where, group.first
    return (
        len(group.clusters),
        _if_alone(lead.type, group.types),
        _if_alone(lead.text, group.forms),
        _if_alone(lead.text, group.keys),
        day.toordinal(),
        None if first == lead.id else first,
        None if where == NOWHERE else (where.country, where.latitude, where.longitude, where.doubts),
        group.why,
    )


def _if_alone(name: str, told: Sequence[tuple[str, Any]]) -> Any:
    """What is told of a name where it is the only one, as in most groups; else of each."""
    return told[0][1] if len(told) == 1 and told[0][0] == name else told


def _group(row: Sequence[Any], clusters: Iterator[Cluster]) -> Group:
    """`clusters` are those of this group and of all behind it."""
    size, types, forms, keys, day, first, where, why = row
    own = tuple(islice(clusters, size))
    lead = own[0]
    return Group(
        clusters=own,
        types=_each(types, lead.type),
        forms=_each(forms, lead.text),
        keys=_each(keys, lead.text),
        first=(date.fromordinal(day), first or lead.id),
        where=_where(where) if where else NOWHERE,
        why=tuple(why),
    )


def _each(told: Any, alone: str) -> tuple[tuple[Any, Any], ...]:
    """What `_if_alone` told."""
    if isinstance(told, list):
        return tuple((intern(name), of_it) for name, of_it in told) if told else ()
    return ((alone, told),)


def _where(row: Sequence[Any]) -> Whereabouts:
    country, latitude, longitude, doubts = row
    return Whereabouts(country, latitude, longitude, tuple(doubts))


def _cluster_row(cluster: Cluster, number: dict[str, int]) -> tuple[Any, ...]:
    names = cluster.names if cluster.names != (cluster.text,) else None
    return cluster.id, number[cluster.document], cluster.text, cluster.type, names, cluster.sex, sorted(cluster.offices)


def _cluster(row: Sequence[Any], documents: Sequence[str]) -> Cluster:
    id, document, text, kind, names, sex, offices = row
    text = intern(text)
    told = tuple(map(intern, names)) if names else (text,)
    held = frozenset(map(tuple, offices)) if offices else NO_OFFICES
    return Cluster(id, documents[document], text, told, _KINDS[kind], sex, held)
