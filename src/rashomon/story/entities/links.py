"""Which clusters may be one thing: found through shared keys, so that only few pairs are ever compared."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from ...names.comparing import SAME_WORD, given_score, people_score, person_words, squashed, surname_of, word_score
from ...names.folding import skeleton, sound, words_of
from ...places import Countries, city_of
from .clusters import Cluster

# A block with more names than this is a common first name: its pairs are left to the other block of each name.
MOST_IN_BLOCK = 60
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
        bearers[sound(surname_of(person_words(cluster.lead.text)))].append(cluster)
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
    own = company[cluster.document] - {squashed(cluster.lead.text)}
    ranked: list[tuple[int, Cluster]] = sorted(
        ((len(own & company[b.document]), b) for b in bearers), key=lambda row: (-row[0], row[1].id)
    )
    if not ranked:
        return None
    most, best = ranked[0]
    rivals = [n for n, other in ranked if people_score(best.lead.text, other.lead.text) < SAME_WORD]
    if rivals and rivals[0] >= most:
        return None
    return best


def _shortened(others: Sequence[Cluster], countries: Countries) -> Iterator[Link]:
    """ "Foreign Ministry" for "Danish Foreign Ministry", "Baltic" for "Baltic Sea", letters for what they begin."""
    by_short: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in others:
        for short in sorted(_short_forms(cluster, countries)):
            by_short[short].append(cluster)
    for cluster in others:
        for name in cluster.names:
            longer = [c for c in by_short.get(squashed(name), ()) if c.id != cluster.id]
            if longer and len({squashed(c.lead.text) for c in longer}) == 1:
                why = f"{name} is short for {longer[0].lead.text}"
                yield Link(longer[0].id, cluster.id, _WEAK, why)


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


def agree(left: Sequence[Cluster], right: Sequence[Cluster]) -> bool:
    """Nothing in two groups of clusters says they are two: other given names, another sex, another country's office."""
    if not _givens_agree(left, right):
        return False
    sexes = {c.sex for c in (*left, *right) if c.sex is not None}
    return len(sexes) < 2 and not _offices_differ(left, right)


def _offices_differ(left: Sequence[Cluster], right: Sequence[Cluster]) -> bool:
    """One office of two countries is held by two people."""
    a = {office for c in left for office in c.offices}
    b = {office for c in right for office in c.offices}
    return any(x != y and x[0] == y[0] for x in a for y in b) and not a & b


def _givens_agree(left: Sequence[Cluster], right: Sequence[Cluster]) -> bool:
    a = {person_words(c.lead.text) for c in left if c.type == "PERSON" and len(person_words(c.lead.text)) > 1}
    b = {person_words(c.lead.text) for c in right if c.type == "PERSON" and len(person_words(c.lead.text)) > 1}
    return all(_one_person(x, y) for x in sorted(a) for y in sorted(b))


def _one_person(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    if word_score(left[-1], right[-1]) >= SAME_WORD:
        return given_score(left[:-1], right[:-1]) >= SAME_WORD
    return people_score(" ".join(left), " ".join(right)) >= SAME_WORD
