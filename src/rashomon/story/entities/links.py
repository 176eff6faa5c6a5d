"""Which clusters of one story may be one thing: found through shared keys, so that only few pairs are ever compared."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.distance import OSA

from ...article.mentions.bodies import is_team, without_legal_form
from ...article.mentions.lexicon import Lexicon
from ...names.comparing import SAME_WORD, people_score, person_words, squashed, surname_of, told_short, word_score
from ...names.folding import frames, skeleton, sound, words_of
from ...places import city_of, regions_of
from ...records import EntityType
from .clusters import Cluster
from .whereabouts import quiet

# A block with more names than this is a common first name: its pairs are left to the other block of each name.
MOST_IN_BLOCK = 60
MOST_BEARERS = 200  # reports in which the bearer of a surname is looked for
UNDECIDED = 0.65  # people's names below this are not even told as a doubt
_STRONG = 0.99
_FAIR = 0.9
_WEAK = 0.8
_NEARLY_ALL = 0.8  # of the reports that name a bearer of a first name
_FEW_LETTERS = 3
_SLIPS = 1  # letters in which names of places and bodies may differ: two towns differ in two


Company = Mapping[str, frozenset[str]]  # document -> the names it mentions
Bearers = Mapping[str, Sequence[Cluster]]  # by full name


class Link(NamedTuple):
    """A reason to take two clusters (by their ids) for one, or, where `same` is false, for two."""

    left: str
    right: str
    score: float
    why: str
    same: bool = True
    told: bool = True  # worth a row among the judgements; equal names are not


def links_between(clusters: Sequence[Cluster], lexicon: Lexicon, company: Company) -> tuple[Link, ...]:
    """All links, in no order; `company` tells the names that each document mentions."""
    people = [c for c in clusters if c.type == "PERSON"]
    others = [c for c in clusters if c.type != "PERSON"]
    several = _short_for_several(others)
    full = [c for c in people if len(person_words(c.text)) > 1]
    bare = [c for c in people if len(person_words(c.text)) == 1]
    bearers = bearers_of(full)
    return (
        *one_by_name(bearers),
        *by_key(others, lambda c: dict.fromkeys(key for _, key in thing_keys(c, lexicon, several))),
        *_people(bearers, company),
        *(link for link, _, _ in second_surnames(bearers)),
        *_surnames(bare, full, company, lexicon.signs.given),
        *_shortened(others, lexicon, several),
        *spelt_otherwise(others, lexicon, company),
    )


def by_key(clusters: Iterable[Cluster], keys_of: Callable[[Cluster], Iterable[str]]) -> Iterator[Link]:
    """Clusters that share a key are tied to the first that has it."""
    first: dict[str, Cluster] = {}
    for cluster in clusters:
        for key in keys_of(cluster):
            known = first.setdefault(key, cluster)
            if known is not cluster:
                yield by_another_form(known, cluster)


def by_another_form(known: Cluster, cluster: Cluster) -> Link:
    """The second is the first by one of its keys."""
    why = f"{cluster.text} is {known.text} by another form"
    return Link(known.id, cluster.id, _STRONG, why, told=squashed(known.text) != squashed(cluster.text))


def person_key(cluster: Cluster) -> str:
    """The words of a person's name."""
    return " ".join(person_words(cluster.text))


def thing_keys(cluster: Cluster, lexicon: Lexicon, several: Collection[str] = ()) -> tuple[tuple[str, str], ...]:
    """The names of a place or body with their keys: a country's code, where a city lies, else the form without marks.

    `several` are words that stand for several names, which tie none of these to another.
    """
    names = _own_names(cluster, several)
    return tuple((name, key) for name in names if (key := _thing_key(name, cluster, lexicon)))


def _short_for_several(others: Iterable[Cluster]) -> frozenset[str]:
    """Words that stand for one body in this report and for another in that: "the Hospital", "the Police Department"."""
    fuller: dict[str, set[str]] = defaultdict(set)
    for cluster in others:
        if cluster.type != "GPE":
            words = " ".join(words_of(cluster.text))
            for short in {" ".join(words_of(name)) for name in cluster.names} - {words}:
                if words.startswith(f"{short} ") or words.endswith(f" {short}"):
                    fuller[short].add(squashed(cluster.text))
    return frozenset(short for short, names in fuller.items() if len(names) > 1)


def _own_names(cluster: Cluster, several: Collection[str]) -> tuple[str, ...]:
    """The names of a cluster but for words that are short for several, unless it has no other name."""
    own = tuple(name for name in cluster.names if " ".join(words_of(name)) not in several)
    return own or cluster.names


def _thing_key(name: str, cluster: Cluster, lexicon: Lexicon) -> str:
    code = lexicon.countries.code_of(name)
    if code is not None:
        return f"country {code}"
    if cluster.type == "ORG":
        return _organ_of_state(name, lexicon) or squashed(without_legal_form(lexicon, name))
    city = city_of(quiet(name)) if cluster.type == "GPE" else None
    return f"city {city.country} {city.latitude} {city.longitude}" if city else squashed(_spelt_out(name, lexicon))


def spelt_otherwise(others: Sequence[Cluster], lexicon: Lexicon, company: Company) -> Iterator[Link]:
    """ "Nebi Varesh" and "Nabi Varesh": places and bodies of several words, each carried over with other vowels."""
    bearers: dict[tuple[EntityType, tuple[str, ...]], list[Cluster]] = defaultdict(list)
    for cluster in others:
        words = words_of(cluster.text)
        if len(words) > 1:
            bearers[cluster.type, words].append(cluster)
    alike: dict[tuple[str, ...], dict[str, list[Cluster]]] = defaultdict(dict)
    for (kind, words), clusters in bearers.items():
        frame = tuple(map(skeleton, words))
        if min(map(len, frame)) > 1:
            alike[kind, *frame][" ".join(words)] = clusters
    for key in sorted(key for key, names in alike.items() if len(names) > 1):
        unknown = [name for name in sorted(alike[key]) if not _is_mapped(alike[key][name][0].text, lexicon)]
        for left, right in combinations(unknown[:MOST_IN_BLOCK], 2):
            one, other = alike[key][left], alike[key][right]
            score = min(word_score(a, b) for a, b in zip(left.split(), right.split(), strict=True))
            slips = OSA.distance(left, right)
            if left[0] == right[0] and slips <= _SLIPS and score >= SAME_WORD and _meet(one, other, company):
                names = f"{one[0].text} and {other[0].text}"
                yield Link(one[0].id, other[0].id, score, f"{names} sound alike, in the same company")


def _is_mapped(name: str, lexicon: Lexicon) -> bool:
    return lexicon.countries.code_of(name) is not None or city_of(name) is not None or bool(regions_of(name))


def _organ_of_state(name: str, lexicon: Lexicon) -> str | None:
    """One key for "Denmark's foreign ministry" and "Danish Foreign Ministry"."""
    owner, _, organ = name.replace("’", "'").partition(" ")
    code = lexicon.countries.demonym(owner) or lexicon.countries.code_of(owner.removesuffix("'s"))
    words = tuple(organ.lower().split())
    known = code is not None and bool(words) and words in lexicon.lower_heads.get(words[0], ())
    return f"organ {code} {squashed(organ)}" if known else None


def _spelt_out(name: str, lexicon: Lexicon) -> str:
    return lexicon.place_signs.abbreviations.get(name, name)


def one_by_name(bearers: Bearers) -> Iterator[Link]:
    """The clusters of one full name."""
    return (by_another_form(first, cluster) for first, *others in bearers.values() for cluster in others)


def second_surnames(bearers: Bearers) -> Iterator[tuple[Link, Cluster, Cluster]]:
    """ "Ada Solis" for "Ada Solis Rivera", where one name alone goes on so: the link, the longer and the shorter."""
    longer: dict[str, dict[str, Cluster]] = defaultdict(dict)
    for name, clusters in bearers.items():
        told, _, last = name.rpartition(" ")
        if " " in told:
            longer[told][last] = clusters[0]
    for name, clusters in bearers.items():
        found = list(longer.get(name, {}).values())
        for cluster in clusters if len(found) == 1 else ():
            why = f"{cluster.text} is {found[0].text} told short"
            yield Link(found[0].id, cluster.id, _FAIR, why), found[0], cluster


def _people(bearers: Bearers, company: Company) -> Iterator[Link]:
    """Full names of people that are alike."""
    for left, right in pairs_of_names(bearers):
        yield from _judged(bearers[left], bearers[right], company)


def bearers_of(full: Iterable[Cluster]) -> Bearers:
    """The clusters of each full name, in order."""
    bearers: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in full:
        bearers[person_key(cluster)].append(cluster)
    return bearers


def pairs_of_names(names: Iterable[str]) -> Sequence[tuple[str, str]]:
    """Those to be compared."""
    return sorted({pair for block in blocks_of_names(names) for pair in combinations(block, 2)})


def blocks_of_names(names: Iterable[str]) -> Iterator[Sequence[str]]:
    """Those of one surname's, or one first name's, consonants, sorted; few enough to be compared."""
    blocks: dict[str, set[str]] = defaultdict(set)
    for name in names:
        words = name.split()
        for word in (words[0], words[-1]):
            for frame in frames(word):
                blocks[frame].add(name)
    return (sorted(block) for block in blocks.values() if len(block) <= MOST_IN_BLOCK)


def _judged(left: Sequence[Cluster], right: Sequence[Cluster], company: Company) -> Iterator[Link]:
    one, other = left[0], right[0]
    score = people_score(one.text, other.text)
    names = f"{one.text} and {other.text}"
    short = told_short(person_words(one.text)[0], person_words(other.text)[0])
    if score >= SAME_WORD and not short:
        yield Link(one.id, other.id, score, f"{names} sound alike, given name and surname")
    elif score >= SAME_WORD and _meet(left, right, company):
        yield Link(one.id, other.id, score, f"{names} are one given name, told short, in the same company")
    elif score >= SAME_WORD:
        yield Link(one.id, other.id, score, f"{names} may be one given name, told short", same=False)
    elif score >= UNDECIDED:
        yield Link(one.id, other.id, score, f"{names} are alike, but not enough", same=False)


def _meet(left: Sequence[Cluster], right: Sequence[Cluster], company: Company) -> bool:
    """Reports of both share the name of somebody or something else."""
    own = {squashed(c.text) for c in (*left, *right)}
    one, other = ({name for c in side[:MOST_BEARERS] for name in company[c.document]} - own for side in (left, right))
    return not one.isdisjoint(other)


def _surnames(
    bare: Sequence[Cluster], full: Sequence[Cluster], company: Company, many_bear: Collection[str]
) -> Iterator[Link]:
    """A name of one word stands for the one person of that surname, or for the one that is in the same company."""
    bearers: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in full:
        same = bearers[sound(surname_of(person_words(cluster.text)))]
        if len(same) < MOST_BEARERS:
            same.append(cluster)
    inner = _inner_names(full)
    for cluster in bare:
        found = _bearer(cluster, _borne(cluster.text, bearers.get(sound(cluster.text), ())), company)
        if found is not None:
            yield Link(found.id, cluster.id, _WEAK, f"{cluster.text} is the surname of {found.text}")
        elif (found := _only_bearer(cluster, inner, company, many_bear)) is not None:
            yield Link(found.id, cluster.id, _WEAK, f"{cluster.text} is another name of {found.text}")
    yield from by_key(bare, lambda c: (sound(c.text),))


def _borne(surname: str, bearers: Sequence[Cluster]) -> Sequence[Cluster]:
    """The bearers of a surname; one of few letters is spelt as it is, for "Li" and "Lei" sound alike."""
    if len(surname) > _FEW_LETTERS:
        return bearers
    word = person_words(surname)[-1]
    return [b for b in bearers if surname_of(person_words(b.text)) == word]


def _inner_names(full: Sequence[Cluster]) -> Mapping[str, Sequence[Cluster]]:
    """Who bears a word as a first name, or as a name before the last."""
    bearers: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in full:
        for word in sorted(set(person_words(cluster.text)[:-1])):
            if len(word) > 2 and len(bearers[word]) < MOST_BEARERS:
                bearers[word].append(cluster)
    return bearers


def _only_bearer(
    cluster: Cluster, bearers: Mapping[str, Sequence[Cluster]], company: Company, many_bear: Collection[str]
) -> Cluster | None:
    """The one person of that first name, who keeps some of the same company; of a rare one the best known."""
    word = " ".join(person_words(cluster.text))
    found = bearers.get(word, ()) if word in many_bear else _best_known(bearers.get(word, ()))
    own = company[cluster.document] - {squashed(cluster.text)}
    met = [c for c in found if own & (company[c.document] - {squashed(c.text)})]
    return met[0] if met and _is_one_name([person_words(c.text) for c in found]) else None


def _best_known(bearers: Sequence[Cluster]) -> Sequence[Cluster]:
    """Those of the surname that nearly all have; else all of them."""
    counts = Counter(person_words(c.text)[-1] for c in bearers)
    surname = max(sorted(counts), key=lambda word: counts[word], default="")
    kept = [c for c in bearers if person_words(c.text)[-1] == surname]
    return kept if len(kept) >= _NEARLY_ALL * len(bearers) else bearers


def _is_one_name(names: Sequence[tuple[str, ...]]) -> bool:
    """All are of one surname, or begin the longest of them: "Seo Jae-in", cut to "Seo Jae" here and there."""
    longest = max(names, key=len)
    return len({name[-1] for name in names}) == 1 or all(longest[: len(name)] == name for name in names)


def company_of(clusters: Iterable[Cluster]) -> Company:
    """The names each document mentions."""
    company: dict[str, set[str]] = defaultdict(set)
    for cluster in clusters:
        company[cluster.document].add(squashed(cluster.text))
    return {document: frozenset(names) for document, names in company.items()}


def _bearer(cluster: Cluster, bearers: Sequence[Cluster], company: Company) -> Cluster | None:
    """The bearer of the surname whose report shares most names with this one; none where two people come level."""
    if len({person_words(b.text) for b in bearers}) <= 1:
        return next(iter(bearers), None)
    _, best = nearest(company[cluster.document] - {squashed(cluster.text)}, bearers, company)
    return best


def nearest(own: frozenset[str], bearers: Sequence[Cluster], company: Company) -> tuple[int, Cluster | None]:
    """The bearer whose report shares most names with one's own, and how many; nobody where two people come level."""
    shared = [len(own & company[bearer.document]) for bearer in bearers]
    most = max(shared)
    level = [bearer for number, bearer in zip(shared, bearers, strict=True) if number == most]
    best = min(level, key=lambda bearer: bearer.id)
    are_one = all(people_score(best.text, text) >= SAME_WORD for text in {bearer.text for bearer in level})
    return most, best if are_one else None


def _shortened(others: Sequence[Cluster], lexicon: Lexicon, several: Collection[str]) -> Iterator[Link]:
    """ "Foreign Ministry" for "Danish Foreign Ministry", "Baltic" for "Baltic Sea", letters for what they begin."""
    countries = lexicon.countries
    by_short: dict[str, dict[str, Cluster]] = defaultdict(dict)
    for cluster in others:
        for short in sorted(_short_forms(cluster, lexicon)):
            by_short[short].setdefault(squashed(cluster.text), cluster)
    for cluster in others:
        for name in (n for n in _own_names(cluster, several) if countries.code_of(n) is None):
            longer = list(by_short.get(squashed(name), {}).values())
            if len(longer) == 1 and longer[0].id != cluster.id:
                yield Link(longer[0].id, cluster.id, _WEAK, f"{name} is short for {longer[0].text}")


def _short_forms(cluster: Cluster, lexicon: Lexicon) -> set[str]:
    words, countries = cluster.text.split(), lexicon.countries
    if len(words) < 2:
        return set()
    found = set()
    if cluster.type == "ORG":
        if countries.demonym(words[0]) or countries.code_of(words[0]):
            found.add(squashed(" ".join(words[1:])))
        if lexicon.known.get(words[0]) == "ORG" and len(words) > 2:
            found.add(squashed(" ".join(words[1:])))  # "Security Council" of "UN Security Council"
        if is_team(lexicon, words):
            found.add(squashed(words[-1]))
        letters = words_of(without_legal_form(lexicon, cluster.text))
        found.add("".join(word[0] for word in letters))
        found.add("".join(word[0] for word in letters if word not in lexicon.inside))
    elif _is_named_by_rest(cluster, lexicon):
        found.add(squashed(" ".join(words[:-1])))
    return {short for short in found if len(short) > 1}


def _is_named_by_rest(cluster: Cluster, lexicon: Lexicon) -> bool:
    """ "Baltic" for "Baltic Sea", "Velsk" for "Velsk Province" where no city is called so."""
    *rest, last = cluster.text.split()
    if cluster.type == "LOC":
        return not _is_direction(rest[0], lexicon)
    return cluster.type == "GPE" and last in lexicon.divisions and city_of(" ".join(rest)) is None


def _is_direction(word: str, lexicon: Lexicon) -> bool:
    """ "West" is no short name of what lies there."""
    return word.lower() in lexicon.common or word in lexicon.directions or lexicon.adjective(word)
