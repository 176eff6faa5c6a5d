"""What a story names, packed: kept with its account, so that its mentions are not read again for it."""

import json
import zlib
from collections.abc import Sequence
from datetime import date
from functools import reduce
from operator import or_
from typing import Any  # cells of JSON

from .clusters import Cluster
from .facts import facts_of
from .groups import Group, Named
from .links import Link
from .whereabouts import NOWHERE, Whereabouts


def packed(named: Named) -> bytes:
    """What a story names, but for what people vouched for; some two kilobytes a document."""
    documents = sorted({cluster.document for group in named.groups for cluster in group.clusters})
    number = {document: place for place, document in enumerate(documents)}
    groups = [_group_row(group, number) for group in named.groups]
    links = [(link.left, link.right, link.score, link.why, link.same) for link in named.links]
    told = json.dumps((documents, groups, named.apart, links), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(told.encode("utf-8", "surrogatepass"))


def unpacked(told: bytes) -> Named:
    """What `packed` told."""
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
        dict(group.types),
        dict(group.forms),
        dict(group.keys),
        (group.first[0].toordinal(), group.first[1]),
        None if where == NOWHERE else (where.country, where.latitude, where.longitude, where.doubts),
        group.why,
    )


def _group(row: Sequence[Any], documents: Sequence[str]) -> Group:
    told, types, forms, keys, (day, first), where, why = row
    clusters = tuple(_cluster(cell, documents) for cell in told)
    return Group(
        clusters=clusters,
        types=types,
        forms=forms,
        keys=keys,
        first=(date.fromordinal(day), first),
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
    told = tuple(names) if names else (text,)
    return Cluster(id, documents[document], text, told, kind, sex, frozenset(map(tuple, offices)))
