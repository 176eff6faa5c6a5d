"""What one document says of one thing: its mentions joined by their antecedents."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ...article.mentions.bodies import is_team
from ...article.mentions.lexicon import Lexicon
from ...fingerprint import NamedForm
from ...names.folding import form_of, words_of
from ...records import NAMES, Analysis, EntityType, Mention

_NO_PEOPLE = ("ORG", "GPE")
_MANY = 6  # reports that name something
_NEARLY_ALL = 0.8  # of them
_TOLD_IN_FULL = 2  # votes of a team's full name for its last word alone, which the parser often takes for a town

NO_OFFICES: frozenset[tuple[str, str]] = frozenset()  # one for all: an empty set takes two hundred bytes


# A tuple, as groups and links are: they are made by the hundred thousand, and a dataclass takes four times as long.
class Cluster(NamedTuple):
    """The mentions of one document that stand for one another."""

    id: str  # of its lead, the fullest name among them
    document: str
    text: str  # of its lead
    names: tuple[str, ...]  # every name and acronym, the most frequent first
    type: EntityType
    sex: str | None = None  # "male" or "female", where a title or a role tells it
    offices: frozenset[tuple[str, str]] = NO_OFFICES  # role and country told with the name
    mentions: tuple[Mention, ...] = ()  # none where only what it comes to is held


Types = Mapping[str, EntityType]  # by form, see `names.folding.form_of`


def clusters_of(
    analyses: Iterable[Analysis], types: Types, lexicon: Lexicon, apart: Iterable[tuple[str, str]] = ()
) -> tuple[Cluster, ...]:
    """Clusters of documents, in order; a cluster without any name is left out.

    `types` tells what forms are taken for. `apart` are pairs of mentions that somebody judged different: where both
    stand in one cluster, the later leaves it.
    """
    pairs = frozenset(apart)
    return tuple(c for a in analyses for c in _of_document(_cut(a.mentions, pairs), types, lexicon))


def _cut(mentions: Sequence[Mention], apart: frozenset[tuple[str, str]]) -> Sequence[Mention]:
    """The mentions, with no antecedent where it would join two that were judged different."""
    by_id = {mention.id: mention for mention in mentions}
    for left, right in sorted(pair for pair in apart if pair[0] in by_id and pair[1] in by_id):
        earlier, later = sorted((by_id[left], by_id[right]), key=lambda m: (m.start, m.end))
        if _root(earlier, by_id) == _root(later, by_id):
            leaving = later if later.antecedent else earlier
            by_id[leaving.id] = replace(leaving, antecedent=None)
    return tuple(by_id.values())


def types_in(analyses: Iterable[Analysis], lexicon: Lexicon, known: Types) -> Types:
    """What the reports of a story take a form for: what nine call a person is a person in the tenth.

    Where they are not of one mind, what is `known` from other stories is believed, unless somebody is told in full who
    is called so.
    """
    votes: dict[str, Counter[EntityType]] = defaultdict(Counter)
    named = [mention for analysis in analyses for mention in analysis.mentions if mention.form in NAMES]
    for mention in named:
        votes[form_of(mention.text)][mention.type] += 1
    doubted = known_in_doubt(((m.type, form_of(m.text)) for m in named), known)
    for mention in named:
        if mention.type == "ORG" and is_team(lexicon, mention.text.split()):
            votes[form_of(mention.text.split()[-1])]["ORG"] += _TOLD_IN_FULL
    for form, kind in doubted.items():
        votes[form] = Counter({kind: votes[form].total()})
    _vote_for_families(votes, lexicon)
    return {form: _most(found) for form, found in votes.items()}


def known_in_doubt(named: Iterable[tuple[EntityType, str]], known: Types) -> Types:
    """What is known of forms that somebody takes for something else."""
    return {form: known[form] for kind, form in named if known.get(form, kind) != kind}


def types_known(read: Iterable[Iterable[NamedForm]]) -> Types:
    """What nearly all of many reports take a form for, of whatever story they are."""
    reports: dict[str, Counter[EntityType]] = defaultdict(Counter)
    for forms in read:
        for kind, form in forms:
            reports[form][kind] += 1
    clear = {form: votes.most_common(1)[0] for form, votes in reports.items() if votes.total() >= _MANY}
    return {form: kind for form, (kind, most) in clear.items() if most >= _NEARLY_ALL * reports[form].total()}


def _most(votes: Mapping[EntityType, int]) -> EntityType:
    return max(sorted(votes), key=lambda kind: (kind != "OTHER", votes[kind]))


def _vote_for_families(votes: Mapping[str, Counter[EntityType]], lexicon: Lexicon) -> None:
    """A word alone that is the surname or the first name of somebody told in full counts as often as that one.

    Letters that everybody knows for a body's ("UN") are nobody's name.
    """
    for form in sorted(form for form in votes if " " in form):
        if _most(votes[form]) == "PERSON":
            words = form.split()
            for word in {words[0], *_surnames(words)} & votes.keys():
                if word.upper() in lexicon.known:
                    continue
                votes[word]["PERSON"] += votes[form]["PERSON"]


def _surnames(words: Sequence[str]) -> Sequence[str]:
    """The last word; of three and more also the one before it: "Ada Solis Rivera" is often called Solis."""
    return words[-2:] if len(words) > 2 else words[-1:]


def _of_document(mentions: Sequence[Mention], types: Types, lexicon: Lexicon) -> Iterator[Cluster]:
    by_id = {mention.id: mention for mention in mentions}
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[_root(mention, by_id)].append(mention)
    for group in (part for whole in groups.values() for part in _parts(whole, types)):
        named = [m for m in group if m.form in NAMES]
        if named:
            yield _cluster(group, named, types, lexicon)


def _parts(group: Sequence[Mention], types: Types) -> Iterator[Sequence[Mention]]:
    """The group, without the name that only looked like a part of somebody's: a firm's is one in all other reports."""
    named = [m for m in group if m.form in NAMES]
    lead = _lead(named) if named else None
    if lead is None or types.get(form_of(lead.text)) != "PERSON":
        yield group
        return
    bodies = {m.id for m in named if types.get(form_of(m.text)) in _NO_PEOPLE and " " in lead.text}
    kept = [m for m in group if m.id not in bodies and m.antecedent not in bodies]
    yield kept
    if bodies:
        yield [m for m in group if m.id in bodies or m.antecedent in bodies]


def _root(mention: Mention, by_id: Mapping[str, Mention]) -> str:
    """The last antecedent of a chain; a chain that runs in a circle ends where it closes."""
    seen = {mention.id}
    while mention.antecedent in by_id and mention.antecedent not in seen:
        mention = by_id[mention.antecedent or ""]
        seen.add(mention.id)
    return mention.id if mention.antecedent not in seen else min(seen)


def _cluster(group: Sequence[Mention], named: Sequence[Mention], types: Types, lexicon: Lexicon) -> Cluster:
    lead = _lead(named)
    kind = types.get(form_of(lead.text), lead.type)
    counts = Counter(m.text for m in named)
    names = tuple(sorted(counts, key=lambda text: (-counts[text], text)))
    sexes = {lexicon.sex_of(m.role.split()) for m in group if m.role and kind == "PERSON"} - {None}
    offices = frozenset(
        (m.role.lower(), m.country) for m in group if m.role and m.country and m.role.lower() in lexicon.top_offices
    )
    # Most are of that type already, and of a large dossier mentions are most of what is held.
    mentions = tuple(m if m.type == kind else replace(m, type=kind) for m in group)
    sex = sexes.pop() if len(sexes) == 1 else None
    return Cluster(lead.id, lead.document, lead.text, names, kind, sex, offices or NO_OFFICES, mentions)


def _lead(named: Sequence[Mention]) -> Mention:
    """The fullest name, the most frequent of those, the first of these."""
    if len(named) == 1:
        return named[0]
    counts = Counter(m.text for m in named)
    return min(named, key=lambda m: (-len(words_of(m.text)), m.form == "acronym", -counts[m.text], m.start, m.end))
