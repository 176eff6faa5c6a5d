"""Names joined across documents, and the judgements they are joined by."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ...article.mentions.lexicon import Lexicon, lexicon_of
from ...ids import make_id
from ...languages import Language, code_told, known_languages, language_of
from ...records import Analysis, Entity, Judgement
from .across import Group, links_across
from .clusters import Cluster, clusters_of, types_in, types_known
from .facts import facts_of
from .links import Link, company_of, links_between
from .naming import entity_of_clusters, where_lies
from .partition import Partition
from .whereabouts import Whereabouts, places_named

__all__ = ["Joined", "join_mentions"]

_RULE = "rule"


@dataclass(frozen=True, slots=True)
class Joined:
    """Mentions joined into entities, and the judgements they were joined by."""

    entities: tuple[Entity, ...]
    entity_of: Mapping[str, str]  # mention id -> entity id
    judgements: tuple[Judgement, ...]  # of rules and of people


def join_mentions(
    analyses: Iterable[Analysis], judgements: tuple[Judgement, ...], story_of: Mapping[str, str] | None = None
) -> Joined:
    """One entity for each person, body and place; people's judgements come before any rule's.

    Names are joined within each story, then what is sure across them; `story_of` tells the story of each document,
    without it all are of one. A person's judgement names two mentions. Leaving it out gives back what was before it.
    """
    read = sorted(analyses, key=lambda analysis: analysis.document.id)
    lexicon = lexicon_of(_language(read))
    people = _last_words(judgements)
    stories = _clusters(read, story_of or {}, people, lexicon)
    clusters = [cluster for told in stories for cluster in told]
    company, countries = company_of(clusters), places_named(clusters, lexicon)
    joining = _Joining(clusters, people)
    joining.follow(link for told in stories for link in links_between(told, lexicon, company))
    groups = [Group(tuple(found), where_lies(found, lexicon, countries)) for found in joining.groups()]
    if len(stories) > 1:
        joining.follow(links_across(groups, lexicon, company))
    entities = _entities(joining, groups, read, lexicon)
    entity_of = {mention.id: entity.id for entity in entities for mention in entity.mentions}
    rules = {j.id: j for j in map(_judgement, joining.links) if j is not None}
    return Joined(entities, entity_of, (*judgements, *(rules[key] for key in sorted(rules))))


def _clusters(
    read: Sequence[Analysis], story_of: Mapping[str, str], people: Iterable[Judgement], lexicon: Lexicon
) -> Sequence[Sequence[Cluster]]:
    """The clusters of each story, in the order of their documents."""
    stories: dict[str | None, list[Analysis]] = defaultdict(list)
    for analysis in read:
        stories[story_of.get(analysis.document.id)].append(analysis)
    known = types_known(read) if len(stories) > 1 else {}
    apart = [(j.left, j.right) for j in people if j.verdict == "different"]
    return [clusters_of(told, types_in(told, lexicon, known), lexicon, apart) for told in stories.values()]


def _entities(
    joining: "_Joining", groups: Iterable[Group], read: Iterable[Analysis], lexicon: Lexicon
) -> tuple[Entity, ...]:
    """The entities that the groups of all stories make."""
    parts: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        parts[joining.partition.find(group.lead.id)].append(group)
    why = joining.why()
    days = {a.document.id: a.document.published.days.day or date.max for a in read}
    found = (
        entity_of_clusters(
            [c for part in told for c in part.clusters], why[key], _where([g.where for g in told]), days, lexicon
        )
        for key, told in parts.items()
    )
    return tuple(sorted(found, key=lambda entity: entity.id))


def _where(told: Sequence[Whereabouts]) -> Whereabouts:
    """What most stories tell of those that tell it best."""
    best = max(where.is_on_map for where in told)
    counts = Counter(where for where in told if where.is_on_map == best)
    return min(counts, key=lambda where: (-counts[where], repr(where)))


def _language(analyses: Sequence[Analysis]) -> Language:
    """The language of most documents that we understand."""
    codes = Counter(code_told(a.document.language) for a in analyses)
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


def _kin(clusters: Iterable[Cluster], home: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs of clusters of which a report tells that they are relatives; `home` is the cluster of each mention."""
    for cluster in clusters:
        for mention in cluster.mentions:
            relative = home.get(mention.kin or "", cluster.id)
            if relative != cluster.id:
                yield relative, cluster.id


class _Joining:
    """Clusters as they are joined: by people first, then by one batch of links after the other."""

    def __init__(self, clusters: Sequence[Cluster], people: Sequence[Judgement]) -> None:
        self._clusters = clusters
        self._reasons: list[tuple[str, str]] = []
        self.links: list[Link] = []  # those that were followed, or could not be
        home = {mention.id: cluster.id for cluster in clusters for mention in cluster.mentions}
        apart = (j for j in people if j.verdict == "different")
        judged = {(home.get(j.left, j.left), home.get(j.right, j.right)) for j in apart}
        facts = {cluster.id: facts_of(cluster) for cluster in clusters}
        self.partition = Partition(facts, sorted(judged.union(_kin(clusters, home))))
        for j in people:
            left, right = home.get(j.left), home.get(j.right)
            if j.verdict == "same" and left and right:
                self.partition.join(left, right, checked=False)
                self._reasons.append((left, f"{j.by}: {j.why}"))

    def follow(self, links: Iterable[Link]) -> None:
        """Join by the links, the surest first."""
        for link in sorted(links, key=lambda n: (-n.score, n.left, n.right, n.why)):
            self.links.append(link)
            if link.same and self.partition.join(link.left, link.right) and link.told:
                self._reasons.append((link.left, link.why))

    def groups(self) -> Iterable[Sequence[Cluster]]:
        """The clusters that are joined by now."""
        groups: dict[str, list[Cluster]] = defaultdict(list)
        for cluster in self._clusters:
            groups[self.partition.find(cluster.id)].append(cluster)
        return groups.values()

    def why(self) -> Mapping[str, Sequence[str]]:
        """Why clusters were joined, by the representative of their set."""
        why: dict[str, list[str]] = defaultdict(list)
        for member, reason in self._reasons:
            why[self.partition.find(member)].append(reason)
        return why


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
