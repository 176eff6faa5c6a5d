"""Which entities of two stories are one: sure names join them, doubtful ones only where both keep the same company.

Two affairs have nothing in common by themselves: "Robert" or "the Hospital" of one is not that of the other, and a
county of that name may lie in another state.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import combinations

from ...article.mentions.lexicon import Lexicon
from ...names.comparing import SAME_WORD, people_score, person_words, squashed, surname_of
from ...names.folding import words_of
from .clusters import Cluster
from .groups import Group
from .links import (
    MOST_BEARERS,
    UNDECIDED,
    Bearers,
    Company,
    Link,
    bearers_of,
    blocks_of_names,
    by_key,
    nearest,
    one_by_name,
    person_key,
    second_surnames,
    spelt_otherwise,
)
from .whereabouts import NOWHERE

SHARED = 2  # names of others that the reports of two have in common, for a doubtful name to mean one
_WEAK = 0.8


def links_across(groups: Sequence[Group], lexicon: Lexicon, company: Company) -> Iterator[Link]:
    """Links between entities of two stories, in no order; `company` tells the names that each document mentions."""
    people = [group for group in groups if group.lead.type == "PERSON"]
    full = [c for group in people for c in group.clusters if len(person_words(c.text)) > 1]
    bare = [g.lead for g in people if all(len(person_words(c.text)) == 1 for c in g.clusters)]
    bearers = bearers_of(full)
    yield from one_by_name(bearers)
    yield from _alike(bearers, _known(people), company)
    yield from _bare(bare, full, lexicon, company)
    yield from _things([group for group in groups if group.lead.type != "PERSON"], lexicon, company)


def _known(people: Iterable[Group]) -> frozenset[tuple[str, str]]:
    """Pairs of full names that are one person's in a story."""
    names = (sorted(set(map(person_key, group.clusters))) for group in people if len(group.clusters) > 1)
    return frozenset(pair for own in names for pair in combinations(own, 2))


def _alike(bearers: Bearers, known: Collection[tuple[str, str]], company: Company) -> Iterator[Link]:
    """Full names that are told short or sound alike, but those that are one anyway."""
    for link, long, short in second_surnames(bearers):
        if _meet(long, short, company[long.document], company[short.document]):
            yield link
    around = {name: _around(clusters, company) for name, clusters in bearers.items()}
    for left, right in _near(blocks_of_names(bearers), around):
        one, other = bearers[left][0], bearers[right][0]
        if (left, right) in known or not _meet(one, other, around[left], around[right]):
            continue
        score = people_score(one.text, other.text)
        if score >= UNDECIDED:
            names = f"{one.text} and {other.text}"
            same = score >= SAME_WORD
            why = f"{names} sound alike, in the same company" if same else f"{names} are alike, but not enough"
            yield Link(one.id, other.id, score, why, same=same)


def _near(blocks: Iterable[Sequence[str]], around: Company) -> Sequence[tuple[str, str]]:
    """The pairs of names in each block that share names around them: of twenty to be compared, one."""
    pairs = (pair for block in blocks for pair in combinations(block, 2))
    return sorted({(one, other) for one, other in pairs if len(around[one] & around[other]) >= SHARED})


def _around(clusters: Sequence[Cluster], company: Company) -> frozenset[str]:
    """The names that reports of somebody mention."""
    first, *others = dict.fromkeys(cluster.document for cluster in clusters[:MOST_BEARERS])
    return company[first].union(*(company[document] for document in others)) if others else company[first]


def _meet(one: Cluster, other: Cluster, around_one: frozenset[str], around_other: frozenset[str]) -> bool:
    """The names around both are in part those of the same others."""
    shared = around_one & around_other
    return len(shared) >= SHARED and len(shared - {squashed(one.text), squashed(other.text)}) >= SHARED


def _bare(bare: Sequence[Cluster], full: Sequence[Cluster], lexicon: Lexicon, company: Company) -> Iterator[Link]:
    """A surname alone stands for its bearer in another story, or for itself there; a first name for nobody."""
    bearers: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in full:
        bearers[surname_of(person_words(cluster.text))].append(cluster)
    signs = lexicon.signs
    word_of = {cluster.id: " ".join(person_words(cluster.text)) for cluster in bare}
    surnames = [c for c in bare if word_of[c.id] not in signs.given or word_of[c.id] in signs.surnames]
    for cluster in surnames:
        around = company[cluster.document]
        borne = bearers.get(word_of[cluster.id], ())[:MOST_BEARERS]
        near = [bearer for bearer in borne if len(around & company[bearer.document]) >= SHARED]
        _, found = nearest(around, near, company) if near else (0, None)
        if found is not None:
            yield Link(found.id, cluster.id, _WEAK, f"{cluster.text} is the surname of {found.text}")
    yield from _in_company(surnames, lambda cluster: (word_of[cluster.id],), company)


def _in_company(
    clusters: Iterable[Cluster], keys_of: Callable[[Cluster], Iterable[str]], company: Company
) -> Iterator[Link]:
    """Each tied to the first before it that has a key of its and whose report shares names with its own."""
    before: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for key in keys_of(cluster):
            around = company[cluster.document]
            met = (one for one in before[key] if len(around & company[one.document]) >= SHARED)
            known = next((one for one in met if _meet(one, cluster, company[one.document], around)), None)
            if known is not None:
                yield Link(known.id, cluster.id, _WEAK, "one name in the same company", told=False)
            elif len(before[key]) < MOST_BEARERS:
                before[key].append(cluster)


# -- places, bodies and the rest


def _things(groups: Sequence[Group], lexicon: Lexicon, company: Company) -> Iterator[Link]:
    """A place by where it lies; a body by its names, where these are not common words or short for several."""
    several = _short_for_several(groups)
    sure: dict[str, list[str]] = defaultdict(list)
    doubtful: dict[str, list[str]] = defaultdict(list)
    for group, key, name in _keys_of_several(groups, lexicon):
        is_sure = name is None or not (squashed(name) in several or _is_plain(name, lexicon))
        (sure if is_sure else doubtful)[group.id].append(key)
    leads = [group.lead for group in groups]
    yield from by_key([lead for lead in leads if lead.id in sure], lambda lead: sure[lead.id])
    yield from _in_company([lead for lead in leads if lead.id in doubtful], lambda lead: doubtful[lead.id], company)
    yield from spelt_otherwise(leads, lexicon, company)


def _keys_of_several(groups: Sequence[Group], lexicon: Lexicon) -> Sequence[tuple[Group, str, str | None]]:
    """The keys that several groups have, with the name that gives it: what lies on the map has its point alone."""
    points = {group.id: point for group in groups if group.where != NOWHERE and (point := _point(group, lexicon))}
    found: list[tuple[Group, str, str | None]]
    found = [(group, key, name) for group in groups if group.id not in points for name, key in group.keys]
    found += [(group, points[group.id], None) for group in groups if group.id in points]
    held = Counter(key for _, key, _ in found)
    return [row for row in found if held[row[1]] > 1]


def _point(group: Group, lexicon: Lexicon) -> str | None:
    """One key for a country, or for a place on the map."""
    where = group.where
    if where.latitude is not None:
        return f"at {where.country} {where.latitude} {where.longitude}"
    country = where.country
    is_country = country is not None and any(lexicon.countries.code_of(name) == country for name, _ in group.forms)
    return f"country {country}" if is_country else None


def _is_plain(name: str, lexicon: Lexicon) -> bool:
    """Nothing but words that many are called by: "Hospital", "the Main Street"."""
    return all(word in lexicon.heads_of or word.lower() in lexicon.plain.words for word in name.split())


def _short_for_several(groups: Iterable[Group]) -> frozenset[str]:
    """Short names, in stories here and there, of bodies that are told by several fuller ones: "CPD"."""
    fuller: dict[str, set[str]] = defaultdict(set)
    for group in (group for group in groups if len(group.forms) > 1):
        names = {squashed(name): len(words_of(name)) for name in group.names}
        longest = max(sorted(names), key=lambda name: (names[name], len(name)))
        for short in names.keys() - {longest}:
            fuller[short].add(longest)
    return frozenset(short for short, names in fuller.items() if _are_several(names))


def _are_several(names: Collection[str]) -> bool:
    """None of them lies within all others."""
    shortest = min(names, key=lambda name: (len(name), name))
    return not all(shortest in name for name in names)
