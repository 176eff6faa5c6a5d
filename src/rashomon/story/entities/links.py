"""Which clusters may be one thing: found through shared keys, so that only few pairs are ever compared."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from ...names.comparing import SAME_WORD, people_score, person_words, squashed, surname_of
from ...names.folding import skeleton, sound, words_of
from ...places import Countries, city_of
from .clusters import Cluster

# A block with more names than this is a common first name: its pairs are left to the other block of each name.
MOST_IN_BLOCK = 60
MOST_BEARERS = 200  # reports in which the bearer of a surname is looked for
UNDECIDED = 0.65  # people's names below this are not even told as a doubt
_STRONG = 0.99
_WEAK = 0.8


@dataclass(frozen=True, slots=True)
class Link:
    """A reason to take two clusters (by their ids) for one, or, where `same` is false, for two."""

    left: str
    right: str
    score: float
    why: str
    same: bool = True
    told: bool = True  # worth a row among the judgements; equal names are not


def links_between(clusters: Sequence[Cluster], countries: Countries) -> tuple[Link, ...]:
    """All links, in no order."""
    people = [c for c in clusters if c.type == "PERSON"]
    others = [c for c in clusters if c.type != "PERSON"]
    full = [c for c in people if len(person_words(c.lead.text)) > 1]
    bare = [c for c in people if len(person_words(c.lead.text)) == 1]
    return (
        *_by_key(full, _person_keys),
        *_by_key(others, lambda c: thing_keys(c, countries)),
        *_people(full),
        *_surnames(bare, full, clusters),
        *_shortened(others, countries),
    )


def _by_key(clusters: Iterable[Cluster], keys_of: Callable[[Cluster], Iterable[str]]) -> Iterator[Link]:
    """Clusters that share a key are tied to the first that has it."""
    first: dict[str, Cluster] = {}
    for cluster in clusters:
        for key in sorted(set(keys_of(cluster))):
            known = first.setdefault(key, cluster)
            if known is not cluster:
                why = f"{cluster.lead.text} is {known.lead.text} by another form"
                yield Link(
                    known.id, cluster.id, _STRONG, why, told=squashed(known.lead.text) != squashed(cluster.lead.text)
                )


def _person_keys(cluster: Cluster) -> tuple[str, ...]:
    return (" ".join(person_words(cluster.lead.text)),)


def thing_keys(cluster: Cluster, countries: Countries) -> tuple[str, ...]:
    """Keys of a place or body: a country by its code, a city by where it lies, else every form without marks."""
    keys = []
    for name in cluster.names:
        code = countries.code_of(name)
        city = city_of(name) if cluster.type == "GPE" and code is None else None
        if code is not None:
            keys.append(f"country {code}")
        elif city is not None:
            keys.append(f"city {city.country} {city.latitude} {city.longitude}")
        else:
            keys.append(squashed(name))
    return tuple(key for key in keys if key)


def _people(full: Sequence[Cluster]) -> Iterator[Link]:
    """Full names of people compared within blocks of one surname's, or one first name's, consonants."""
    representative: dict[str, Cluster] = {}
    for cluster in full:
        representative.setdefault(_person_keys(cluster)[0], cluster)
    blocks: dict[str, set[str]] = defaultdict(set)
    for name in representative:
        words = name.split()
        for word in (words[0], words[-1]):
            blocks[skeleton(word)].add(name)
    pairs = {
        pair for names in blocks.values() if len(names) <= MOST_IN_BLOCK for pair in combinations(sorted(names), 2)
    }
    for left, right in sorted(pairs):
        yield from _judged(representative[left], representative[right])


def _judged(left: Cluster, right: Cluster) -> Iterator[Link]:
    score = people_score(left.lead.text, right.lead.text)
    names = f"{left.lead.text} and {right.lead.text}"
    if score >= SAME_WORD:
        yield Link(left.id, right.id, score, f"{names} sound alike, given name and surname")
    elif score >= UNDECIDED:
        yield Link(left.id, right.id, score, f"{names} are alike, but not enough", same=False)


def _surnames(bare: Sequence[Cluster], full: Sequence[Cluster], every: Sequence[Cluster]) -> Iterator[Link]:
    """A name of one word stands for the one person of that surname, or for the one that is in the same company."""
    bearers: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in full:
        same = bearers[sound(surname_of(person_words(cluster.lead.text)))]
        if len(same) < MOST_BEARERS:
            same.append(cluster)
    company = _company(every)
    for cluster in bare:
        found = _bearer(cluster, bearers.get(sound(cluster.lead.text), ()), company)
        if found is not None:
            yield Link(found.id, cluster.id, _WEAK, f"{cluster.lead.text} is the surname of {found.lead.text}")
    yield from _by_key(bare, lambda c: (sound(c.lead.text),))


def _company(clusters: Iterable[Cluster]) -> Mapping[str, frozenset[str]]:
    """The names each document mentions."""
    company: dict[str, set[str]] = defaultdict(set)
    for cluster in clusters:
        company[cluster.document].add(squashed(cluster.lead.text))
    return {document: frozenset(names) for document, names in company.items()}


def _bearer(cluster: Cluster, bearers: Sequence[Cluster], company: Mapping[str, frozenset[str]]) -> Cluster | None:
    """The bearer of the surname whose report shares most names with this one; none where two people come level."""
    if len({person_words(b.lead.text) for b in bearers}) <= 1:
        return next(iter(bearers), None)
    own = company[cluster.document] - {squashed(cluster.lead.text)}
    ranked = sorted(((len(own & company[b.document]), b) for b in bearers), key=lambda row: (-row[0], row[1].id))
    most, best = ranked[0]
    rivals = [n for n, other in ranked if people_score(best.lead.text, other.lead.text) < SAME_WORD]
    return None if rivals and rivals[0] >= most else best


def _shortened(others: Sequence[Cluster], countries: Countries) -> Iterator[Link]:
    """ "Foreign Ministry" for "Danish Foreign Ministry", "Baltic" for "Baltic Sea", letters for what they begin."""
    by_short: dict[str, dict[str, Cluster]] = defaultdict(dict)
    for cluster in others:
        for short in sorted(_short_forms(cluster, countries)):
            by_short[short].setdefault(squashed(cluster.lead.text), cluster)
    for cluster in others:
        for name in cluster.names:
            longer = list(by_short.get(squashed(name), {}).values())
            if len(longer) == 1 and longer[0].id != cluster.id:
                yield Link(longer[0].id, cluster.id, _WEAK, f"{name} is short for {longer[0].lead.text}")


def _short_forms(cluster: Cluster, countries: Countries) -> set[str]:
    words = cluster.lead.text.split()
    if len(words) < 2:
        return set()
    found = set()
    if cluster.type == "ORG":
        if countries.demonym(words[0]) or countries.code_of(words[0]):
            found.add(squashed(" ".join(words[1:])))
        found.add("".join(word[0] for word in words_of(cluster.lead.text)))
    elif cluster.type == "LOC":
        found.add(squashed(" ".join(words[:-1])))
    return {short for short in found if len(short) > 1}
