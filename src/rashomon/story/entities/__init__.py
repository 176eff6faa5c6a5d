"""Names joined across stories, and the judgements they are joined by."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from ...article.mentions.lexicon import Lexicon
from ...ids import make_id
from ...records import Entity, Judgement
from .across import links_across
from .groups import MOST_REASONS, Group, Named
from .joining import Home, Joining
from .links import Link
from .naming import best_name, commonest_type
from .whereabouts import Whereabouts

__all__ = ["Joined", "join_names", "last_words"]

K = TypeVar("K", bound=str)
_RULE = "rule"


@dataclass(frozen=True, slots=True)
class Joined:
    """What stories name joined into entities, and the judgements they were joined by."""

    entities: tuple[Entity, ...]  # without their mentions, which come with their stories
    entity_of: Mapping[str, str]  # group id -> entity id
    judgements: tuple[Judgement, ...]  # of rules and of people


def join_names(
    stories: Sequence[Named], judgements: Sequence[Judgement], judged: Mapping[str, str], lexicon: Lexicon
) -> Joined:
    """One entity for each person, body and place; people's judgements come before any rule's.

    `judged` are the groups of the mentions that people judged. Leaving a judgement out gives back what was before it.
    """
    groups = {group.id: group for named in stories for group in named.groups}
    home = {**judged, **{cluster.id: id for id, group in groups.items() for cluster in group.clusters}}
    joining = _joined(stories, groups, home, last_words(judgements), lexicon)
    links = [link for named in stories for link in named.links]
    rules = {j.id: j for j in map(_judgement, (*links, *joining.links)) if j is not None}
    together: dict[str, list[str]] = defaultdict(list)
    for id in groups:
        together[joining.find(id)].append(id)
    why = joining.why()
    entities = {
        key: _entity(_as_one([groups[id] for id in ids]), why.get(key, ()), lexicon) for key, ids in together.items()
    }
    return Joined(
        entities=tuple(sorted(entities.values(), key=lambda entity: entity.id)),
        entity_of={id: entities[key].id for key, ids in together.items() for id in ids},
        judgements=(*judgements, *(rules[key] for key in sorted(rules))),
    )


def _joined(
    stories: Sequence[Named], groups: Mapping[str, Group], home: Home, people: Sequence[Judgement], lexicon: Lexicon
) -> Joining:
    """The groups of all stories, joined by people and by rules."""
    company = {document: frozenset(names) for named in stories for document, names in named.company}
    links = list(links_across(list(groups.values()), lexicon, company)) if len(stories) > 1 else []
    ends = chain(((link.left, link.right) for link in links), ((j.left, j.right) for j in people))
    asked = {home[end] for end in chain.from_iterable(ends) if end in home}
    apart = (pair for named in stories for pair in named.apart)
    joining = Joining({id: groups[id].facts for id in asked}, home, people, apart)
    joining.follow(links)
    return joining


def last_words(judgements: Iterable[Judgement]) -> list[Judgement]:
    """People's judgements; the latest on a pair counts."""
    last: dict[tuple[str, str], Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: (j.at or "", j.id)):
        if judgement.by != _RULE:
            left, right = sorted((judgement.left, judgement.right))
            last[left, right] = judgement
    return [last[pair] for pair in sorted(last)]


def _as_one(groups: Sequence[Group]) -> Group:
    """What stories tell of one entity; most are of one story alone."""
    if len(groups) == 1:
        return groups[0]
    return groups[0]._replace(
        types=_added(group.types for group in groups),
        forms=_added(group.forms for group in groups),
        first=min(group.first for group in groups),
        where=_where([group.where for group in groups]),
        why=tuple(reason for group in groups for reason in group.why),
    )


def _entity(group: Group, why: Iterable[str], lexicon: Lexicon) -> Entity:
    """One entity; its id comes from its earliest mention, since what is read later is as a rule later news."""
    forms, where, kind = dict(group.forms), group.where, commonest_type(dict(group.types))
    reasons = {*why, *where.doubts, *group.why}
    return Entity(
        id=make_id("entity", kind, group.first[1]),
        type=kind,
        name=best_name(forms, kind, lexicon),
        aliases=tuple(sorted(forms)),
        country=where.country,
        latitude=where.latitude,
        longitude=where.longitude,
        why=tuple(sorted(reasons))[:MOST_REASONS],
    )


def _added(counts: Iterable[Iterable[tuple[K, int]]]) -> tuple[tuple[K, int], ...]:
    """Counts together."""
    added: dict[K, int] = {}
    for key, count in chain.from_iterable(counts):
        added[key] = added.get(key, 0) + count
    return tuple(added.items())


def _where(told: Sequence[Whereabouts]) -> Whereabouts:
    """What most stories tell of those that tell it best."""
    if len(set(told)) == 1:
        return told[0]
    best = max(where.is_on_map for where in told)
    counts = Counter(where for where in told if where.is_on_map == best)
    return min(counts, key=lambda where: (-counts[where], repr(where)))


def _judgement(link: Link) -> Judgement | None:
    """The row that tells a rule's decision; equal names need none."""
    if not link.told:
        return None
    left, right = sorted((link.left, link.right))
    return Judgement(
        id=make_id("judgement", left, right, _RULE, link.why),
        left=left,
        right=right,
        verdict="same" if link.same else "undecided",
        by=_RULE,
        why=link.why,
        score=round(link.score, 3),
    )
