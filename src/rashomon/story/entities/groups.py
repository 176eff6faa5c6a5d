"""Whom and what one story names: its mentions joined, and what they come to, small enough to be kept."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from operator import or_
from typing import NamedTuple

from ...article.mentions.lexicon import Lexicon
from ...records import NAMES, Analysis, EntityType, Judgement, Mention
from .clusters import Cluster, Types, clusters_of, types_in
from .facts import Facts, facts_of
from .joining import Joining
from .links import Link, company_of, links_between, thing_keys
from .naming import best_name, commonest_type
from .whereabouts import Company, Whereabouts, places_named, whereabouts

MOST_REASONS = 12
Earliest = tuple[date, str]  # the day of the report, `date.max` where it tells none, and the mention's id


class Group(NamedTuple):
    """One entity as a story names it."""

    clusters: tuple[Cluster, ...]  # without their mentions
    types: tuple[tuple[EntityType, int], ...]  # how many mentions are taken for each
    forms: tuple[tuple[str, int], ...]  # how often it is named so
    keys: tuple[tuple[str, str], ...]  # of a place or body: what it is compared by, behind the name that gives it
    first: Earliest  # of the mentions that name it
    where: Whereabouts
    why: tuple[str, ...]
    vouched: bool = False  # a person joined what the facts alone would keep apart; it is not kept

    @property
    def id(self) -> str:
        return self.clusters[0].id

    @property
    def lead(self) -> Cluster:
        """The one that stands for all."""
        return self.clusters[0]

    @property
    def facts(self) -> Facts:
        """What is known of all of it that could contradict another's."""
        told = reduce(or_, map(facts_of, self.clusters))
        return replace(told, vouched=True) if self.vouched else told

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, sorted."""
        return tuple(sorted(name for name, _ in self.forms))


@dataclass(frozen=True, slots=True)
class Named:
    """All that a story names."""

    groups: tuple[Group, ...]
    apart: tuple[tuple[str, str], ...]  # ids of two groups that are not one, whatever another story tells
    links: tuple[Link, ...]  # worth a row among the judgements
    company: tuple[tuple[str, tuple[str, ...]], ...]  # documents, each with the names it mentions (`links.company_of`)

    @property
    def ids(self) -> Sequence[str]:
        """Those of its groups."""
        return [group.id for group in self.groups]


@dataclass(frozen=True, slots=True)
class Numbers:
    """Which of a story's mentions are of which of its groups, in few bytes."""

    numbers: "array[int]"  # of their groups, mention by mention in the order of its analyses; -1 is of none
    altered: Mapping[str, Mention]  # by id, those taken for something else than their document alone tells

    def group_of(self, analyses: Iterable[Analysis], groups: Sequence[str]) -> Mapping[str, str]:
        """The group of each mention; `groups` are the ids of the story's groups."""
        mentions = (mention.id for analysis in analyses for mention in analysis.mentions)
        return {id: groups[number] for id, number in zip(mentions, self.numbers, strict=True) if number >= 0}


def named_in(
    analyses: Sequence[Analysis], known: Types, people: Sequence[Judgement], lexicon: Lexicon
) -> tuple[Named, Numbers]:
    """What the analyses of one story name; `known` is what forms are taken for in others, `people` their last words."""
    different = [(j.left, j.right) for j in people if j.verdict == "different"]
    clusters = clusters_of(analyses, types_in(analyses, lexicon, known), lexicon, different)
    company, countries = company_of(clusters), places_named(clusters, lexicon)
    home = {mention.id: cluster.id for cluster in clusters for mention in cluster.mentions}
    joining = Joining({c.id: facts_of(c) for c in clusters}, home, people, kin := tuple(_kin(clusters, home)))
    joining.follow(links_between(clusters, lexicon, company))
    joined: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        joined[joining.find(cluster.id)].append(cluster)
    days = {a.document.id: a.document.published.days.day or date.max for a in analyses}
    why = joining.why()
    groups = tuple(
        _group(told, why.get(key, ()), days, lexicon, countries, vouched=joining.facts(key).vouched)
        for key, told in joined.items()
    )
    number_of = {cluster.id: number for number, group in enumerate(groups) for cluster in group.clusters}
    apart = tuple(sorted({(groups[number_of[left]].id, groups[number_of[right]].id) for left, right in kin}))
    told = tuple(link for link in joining.links if link.told)
    beside = tuple((document, tuple(sorted(names))) for document, names in sorted(company.items()))
    return Named(groups, apart, told, beside), _numbers(analyses, clusters, number_of)


def _kin(clusters: Iterable[Cluster], home: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs of clusters of which a report tells that they are relatives; `home` is the cluster of each mention."""
    for cluster in clusters:
        for mention in cluster.mentions:
            relative = home.get(mention.kin or "", cluster.id)
            if relative != cluster.id:
                yield relative, cluster.id


def _group(
    clusters: Sequence[Cluster],
    why: Iterable[str],
    days: Mapping[str, date],
    lexicon: Lexicon,
    countries: Company,
    *,
    vouched: bool,
) -> Group:
    mentions = sorted((m for c in clusters for m in c.mentions), key=lambda m: (m.document, m.start, m.end))
    named = [mention for mention in mentions if mention.form in NAMES]
    types: Counter[EntityType] = Counter()
    for cluster in clusters:
        types[cluster.type] += len(cluster.mentions)
    forms = Counter(mention.text for mention in named)
    kind = commonest_type(types)
    acronyms = (m.why for m in named if m.why and m.form == "acronym")
    return Group(
        clusters=tuple(cluster._replace(mentions=()) for cluster in clusters),
        types=tuple(types.items()),
        forms=tuple(forms.items()),
        keys=_keys(clusters, lexicon),
        first=min((days[mention.document], mention.id) for mention in named),
        where=whereabouts(best_name(forms, kind, lexicon), kind, mentions, lexicon, countries),
        why=tuple(sorted({*why, *acronyms}))[:MOST_REASONS],
        vouched=vouched,
    )


def _keys(clusters: Sequence[Cluster], lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    if clusters[0].type == "PERSON":
        return ()
    given = {key: name for cluster in clusters for name, key in thing_keys(cluster, lexicon)}
    return tuple((name, key) for key, name in given.items())


def _numbers(analyses: Iterable[Analysis], clusters: Iterable[Cluster], number_of: Mapping[str, int]) -> Numbers:
    """`number_of` tells the group of each cluster."""
    read = [mention for analysis in analyses for mention in analysis.mentions]
    found = {mention.id: mention for mention in read}
    held = {mention.id: number_of[cluster.id] for cluster in clusters for mention in cluster.mentions}
    altered = {m.id: m for cluster in clusters for m in cluster.mentions if m != found[m.id]}
    return Numbers(array("i", (held.get(mention.id, -1) for mention in read)), altered)
