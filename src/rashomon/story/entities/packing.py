"""What a story names, packed: kept with its account, so that its mentions are not read again for it."""

import json
import zlib
from collections.abc import Sequence
from datetime import date
from functools import reduce
from operator import or_
from sys import intern
from typing import Any, get_args  # Any: cells of JSON

from ...records import EntityType
from .clusters import NO_OFFICES, Cluster
from .facts import facts_of
from .groups import Group, Named
from .links import Link
from .whereabouts import NOWHERE, Whereabouts

_KINDS: dict[str, EntityType] = {kind: kind for kind in get_args(EntityType)}


def packed(named: Named) -> bytes:
    """What a story names, but for what people vouched for; some two kilobytes a document."""
    documents = sorted({cluster.document for group in named.groups for cluster in group.clusters})
    number = {document: place for place, document in enumerate(documents)}
    groups = [_group_row(group, number) for group in named.groups]
    links = [(link.left, link.right, link.score, link.why, link.same) for link in named.links]
    told = json.dumps((documents, groups, named.apart, links), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(told.encode("utf-8", "surrogatepass"))


def unpacked(told: bytes) -> Named:
    """What `packed` told; a name that many groups have is held once."""
    documents, groups, apart, links = json.loads(zlib.decompress(told).decode("utf-8", "surrogatepass"))
    return Named(
        groups=tuple(_group(row, documents) for row in groups),
        apart=tuple((left, right) for left, right in apart),
        links=tuple(Link(*link) for link in links),
    )


def _group_row(group: Group, number: dict[str, int]) -> tuple[Any, ...]:
    where = group.where
    return (
        [_cluster_row(cluster, number) for cluster in group.clusters],
        group.types,
        group.forms,
        group.keys,
        (group.first[0].toordinal(), group.first[1]),
        None if where == NOWHERE else (where.country, where.latitude, where.longitude, where.doubts),
        group.why,
    )


def _group(row: Sequence[Any], documents: Sequence[str]) -> Group:
    told, types, forms, keys, (day, first), where, why = row
    clusters = tuple(_cluster(cell, documents) for cell in told)
    return Group(
        clusters=clusters,
        types=tuple((_KINDS[kind], count) for kind, count in types),
        forms=tuple((intern(form), count) for form, count in forms),
        keys=tuple((intern(key), intern(name)) for key, name in keys),
        first=(date.fromordinal(day), intern(first)),
        where=_where(where) if where else NOWHERE,
        facts=reduce(or_, map(facts_of, clusters)),
        why=tuple(why),
    )


def _where(row: Sequence[Any]) -> Whereabouts:
    country, latitude, longitude, doubts = row
    return Whereabouts(country, latitude, longitude, tuple(doubts))


def _cluster_row(cluster: Cluster, number: dict[str, int]) -> tuple[Any, ...]:
    names = cluster.names if cluster.names != (cluster.text,) else None
    row = (cluster.id, number[cluster.document], cluster.text, cluster.type, names)
    return (*row, cluster.sex, sorted(cluster.offices)) if cluster.sex or cluster.offices else row


def _cluster(row: Sequence[Any], documents: Sequence[str]) -> Cluster:
    id, document, text, kind, names, *more = row
    sex, offices = more or (None, ())
    text = intern(text)
    told = tuple(map(intern, names)) if names else (text,)
    return Cluster(
        intern(id), documents[document], text, told, _KINDS[kind], sex, frozenset(map(tuple, offices)) or NO_OFFICES
    )
