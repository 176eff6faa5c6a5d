"""Names joined across documents, and the judgements they are joined by."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ...article.mentions.lexicon import lexicon_of
from ...ids import make_id
from ...languages import Language, known_languages, language_of
from ...records import Analysis, Entity, Judgement
from .clusters import Cluster, clusters_of
from .facts import facts_of
from .links import Link, links_between
from .naming import entity_of_clusters
from .partition import Partition
from .whereabouts import places_named

__all__ = ["Joined", "join_mentions"]

_RULE = "rule"


@dataclass(frozen=True, slots=True)
class Joined:
    """Mentions joined into entities, and the judgements they were joined by."""

    entities: tuple[Entity, ...]
    entity_of: Mapping[str, str]  # mention id -> entity id
    judgements: tuple[Judgement, ...]  # of rules and of people


def join_mentions(analyses: tuple[Analysis, ...], judgements: tuple[Judgement, ...]) -> Joined:
    """One entity for each person, body and place; people's judgements come before any rule's.

    A person's judgement names two mentions. Leaving it out gives back what was before it.
    """
    lexicon = lexicon_of(_language(analyses))
    people = _last_words(judgements)
    apart = [(j.left, j.right) for j in people if j.verdict == "different"]
    clusters = clusters_of(sorted(analyses, key=lambda a: a.document.id), lexicon, apart)
    links = sorted(links_between(clusters, lexicon), key=lambda n: (-n.score, n.left, n.right, n.why))
    kin = frozenset(_kin(clusters))
    groups, joined_by = _partition(clusters, links, people, kin)
    company = places_named(clusters, lexicon)
    days = {a.document.id: a.document.published.days.day or date.max for a in analyses}
    entities = sorted(
        (entity_of_clusters(group, joined_by[key], lexicon, company, days) for key, group in groups.items()),
        key=lambda e: e.id,
    )
    entity_of = {mention.id: entity.id for entity in entities for mention in entity.mentions}
    rules = {j.id: j for j in map(_judgement, links) if j is not None}
    return Joined(tuple(entities), entity_of, (*judgements, *(rules[key] for key in sorted(rules))))


def _language(analyses: Sequence[Analysis]) -> Language:
    """The language of most documents that we understand."""
    codes = Counter((a.document.language or "en").split("-")[0] for a in analyses)
    known = sorted(set(codes) & set(known_languages()), key=lambda code: (-codes[code], code))
    return language_of(known[0] if known else "en")


def _last_words(judgements: Iterable[Judgement]) -> list[Judgement]:
    """People's judgements; the latest on a pair counts."""
    last: dict[tuple[str, str], Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: (j.at or "", j.id)):
        if judgement.by != _RULE:
            left, right = sorted((judgement.left, judgement.right))
            last[left, right] = judgement
    return [last[pair] for pair in sorted(last)]


def _kin(clusters: Sequence[Cluster]) -> Iterator[tuple[str, str]]:
    """Pairs of clusters of which a report tells that they are relatives."""
    home = {mention.id: cluster.id for cluster in clusters for mention in cluster.mentions}
    for cluster in clusters:
        for mention in cluster.mentions:
            if mention.kin in home and home[mention.kin] != cluster.id:
                yield home[mention.kin], cluster.id


def _partition(
    clusters: Sequence[Cluster], links: Sequence[Link], people: Sequence[Judgement], kin: frozenset[tuple[str, str]]
) -> tuple[dict[str, list[Cluster]], dict[str, list[str]]]:
    """Clusters by the representative of their set, and why each set was joined."""
    home = {mention.id: cluster.id for cluster in clusters for mention in cluster.mentions}
    facts = {cluster.id: facts_of(cluster) for cluster in clusters}
    apart = [j for j in people if j.verdict == "different"]
    judged = {(home.get(j.left, j.left), home.get(j.right, j.right)) for j in apart}
    partition = Partition(facts, sorted(judged | kin))
    reasons: list[tuple[str, str]] = []
    for j in people:
        if j.verdict == "same" and j.left in home and j.right in home:
            partition.join(home[j.left], home[j.right], checked=False)
            reasons.append((home[j.left], f"{j.by}: {j.why}"))
    for link in links:
        if link.same and partition.join(link.left, link.right) and link.told:
            reasons.append((link.left, link.why))
    groups: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        groups[partition.find(cluster.id)].append(cluster)
    why: dict[str, list[str]] = defaultdict(list)
    for member, reason in reasons:
        why[partition.find(member)].append(reason)
    return groups, why


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
