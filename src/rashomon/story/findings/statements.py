"""Statements against statements: one utterance in several wordings, and claims that somebody denies."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, takewhile

from ...article.words import folded
from ...ids import make_id
from ...languages import language_of
from ...records import Document, Entity, Finding, Statement
from ..claims import CLAIMING, Claims, are_near, overlap
from ..likeness import Wording, likeness, others_counted, wording_of
from ..opposition import is_negative, speaks_against
from ..origins import UNCOUNTED
from ..weighing import Weighed, likeness_in_story, told_by_both, weighed_in_story

# Set on the pairs of statements of one speaker that `weighing` tells of.
SAME_LIKENESS = 0.38  # across documents
SAME_LIKENESS_APART = 0.45  # across documents of other days: later words on a theme are mostly another utterance
SAME_LIKENESS_ONE_DOCUMENT = 0.75  # one document seldom tells one utterance twice
SAME_SHARED = 0.6  # so much weight must be shared: one rare word is no utterance
SAME_SHARED_ONE_DOCUMENT = 1.2
# A long quotation holds a short one where it tells this share of it; the short one must tell something.
HELD = 0.8
HELD_SHARED = 1.0
CUT_WORDS = 5  # at least, of a quotation that stands in a longer one; fewer are a turn of phrase
CUT_WEIGHT = 1.0
GROUP_SHARE = 0.7  # every two members of a group are at least this share of "alike enough"
# Set on the gold cases and the example: what is denied is told in nearly its own words; its theme alone is not enough.
DENIED_LIKENESS = 0.5
DENIED_SHARED = 1.1


def statement_findings(
    documents: tuple[Document, ...], claims: Claims, entities: tuple[Entity, ...]
) -> tuple[Finding, ...]:
    """`same_statement` and `denial` findings within each story."""
    told = {document.id: document for document in documents}
    name_of = {entity.id: entity.name for entity in entities}
    by_story: dict[str | None, list[Statement]] = defaultdict(list)
    for statement in claims.statements:
        by_story[told[statement.document].story].append(statement)
    findings: list[Finding] = []
    for statements in by_story.values():
        group = _told(statements, told)
        utterances = tuple(_utterances(group))
        findings += (_same(members, name_of) for members in (*utterances, *_cuts(group, utterances)))
        findings += (_denial(denials, denied, name_of) for denials, denied in _disputes(group))
    return tuple(findings)


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement with its wording."""

    statement: Statement
    wording: Wording
    weighed: Weighed
    words: str  # folded, with a space around each
    in_title: bool


def _told(statements: Sequence[Statement], documents: Mapping[str, Document]) -> tuple[_Told, ...]:
    """The statements of one story."""
    wordings = tuple(wording_of(statement.text) for statement in statements)
    return tuple(
        _Told(statement, wording, weighed, _folded(statement.text), _in_title(statement, documents[statement.document]))
        for statement, wording, weighed in zip(statements, wordings, weighed_in_story(wordings), strict=True)
    )


def _folded(text: str) -> str:
    words = folded(text)
    openers = language_of("en").table("wording")["openers"]
    kept = words[1:] if words and words[0] in openers else words
    return f" {' '.join(kept)} "


def _in_title(statement: Statement, document: Document) -> bool:
    """A headline puts its article's own words short; it is no second utterance."""
    title = document.title or ""
    return bool(title) and statement.text in title and document.text.find(title) <= statement.start < len(title) * 3


# -- one utterance


def _utterances(told: Iterable[_Told]) -> Iterator[tuple[_Told, ...]]:
    """Groups of statements that are one utterance; every two members of a group are alike."""
    pairs = sorted(_same_pairs(tuple(told)), key=lambda p: (-p[0], p[1].statement.id, p[2].statement.id))
    group_of: dict[str, list[_Told]] = {}
    for _, left, right in pairs:
        first = group_of.setdefault(left.statement.id, [left])
        second = group_of.setdefault(right.statement.id, [right])
        if first is not second and all(_may_join(a, b) for a in first for b in second):
            first += second
            for member in second:
                group_of[member.statement.id] = first
    groups = {id(group): group for group in group_of.values() if len(group) > 1}
    for group in groups.values():
        yield tuple(sorted(group, key=lambda t: t.statement.id))


def _same_pairs(told: tuple[_Told, ...]) -> Iterator[tuple[float, _Told, _Told]]:
    for speaker in _by_speaker(told):
        for left, right in combinations(speaker, 2):
            alike = _likeness(left, right)
            if alike.is_enough and _may_join(left, right, alike):
                # Of two that stand in one report the one goes first that tells more of what the other one tells.
                yield alike.wording + alike.held, left, right


def _may_join(left: _Told, right: _Told, alike: "_Alike | None" = None) -> bool:
    """Two statements may stand in one group."""
    if overlap(left.statement, right.statement) or others_counted(left.wording, right.wording):
        return False
    known = alike or _likeness(left, right)
    if max(known.wording, known.held) < GROUP_SHARE:
        return False
    return not speaks_against(left.statement.text, right.statement.text)


@dataclass(frozen=True, slots=True)
class _Alike:
    """How alike two statements of one speaker are; 1 is enough for one utterance, where as much as that is shared."""

    wording: float
    held: float  # how far the longer one holds the shorter
    shared: float  # weight, beside the least that must be

    @property
    def is_enough(self) -> bool:
        return (self.wording >= 1 and self.shared >= 1) or (self.held >= 1 and self.shared * SAME_SHARED >= HELD_SHARED)


def _likeness(left: _Told, right: _Told) -> _Alike:
    """Within one document words are not weighed beside its story's: there two on its theme are mostly two."""
    if left.statement.document == right.statement.document:
        alike = likeness(left.wording, right.wording)
        return _Alike(alike.cosine / SAME_LIKENESS_ONE_DOCUMENT, 0.0, alike.shared / SAME_SHARED_ONE_DOCUMENT)
    alike = likeness_in_story(left.weighed, right.weighed)
    least = SAME_LIKENESS if are_near(left.statement.made, right.statement.made) else SAME_LIKENESS_APART
    held = told_by_both(left.weighed, right.weighed, alike) / HELD
    return _Alike(alike.cosine / least, held, alike.shared / SAME_SHARED)


def _by_speaker(told: tuple[_Told, ...]) -> Iterator[tuple[_Told, ...]]:
    """Statements whose speakers may be one: the same entity, or, unnamed, words of which one holds the other.

    What somebody denies is no telling of it.
    """
    pronouns = {word for words in language_of("en").table("names")["pronouns"].values() for word in words}
    named: dict[tuple[str, bool], list[_Told]] = defaultdict(list)
    unnamed: dict[tuple[str, bool], list[_Told]] = defaultdict(list)
    for item in told:
        if item.in_title:
            continue
        denies = item.statement.stance == "denies"
        if item.statement.speaker:
            named[item.statement.speaker, denies].append(item)
        elif item.statement.speaker_text and item.statement.speaker_text.casefold() not in pronouns:
            unnamed[_head(item.statement.speaker_text), denies].append(item)
    for group in (*named.values(), *unnamed.values()):
        yield tuple(group)


def _head(words: str) -> str:
    """What an unnamed one is: the last word before "of" or "who", "official" in "a local official in Odrin"."""
    behind = language_of("en").table("wording")["behind"]
    told = words.casefold().replace(",", " ,").split()
    before = list(takewhile(lambda word: word not in behind, told))
    return (before or told)[-1]


def _same(members: tuple[_Told, ...], name_of: Mapping[str, str]) -> Finding:
    statements = tuple(member.statement for member in members)
    speaker = _speaker(statements[0], name_of)
    places = len({s.document for s in statements})
    told = f"in {places} reports" if places > 1 else "twice in one report"
    shared = sorted(frozenset.intersection(*(m.wording.numbers for m in members)))
    numbers = f", with the same numbers ({', '.join(shared)})" if shared else ""
    return Finding(
        id=make_id("finding", "same_statement", *sorted(s.id for s in statements)),
        kind="same_statement",
        about="statements",
        members=tuple(sorted(s.id for s in statements)),
        origins=UNCOUNTED,
        question=f"what {speaker} said: {_short(statements[0].text)}",
        why=f"{speaker} is told to have said it {told}, in wordings that share their rarer words{numbers}",
    )


def _cuts(told: Iterable[_Told], utterances: Iterable[tuple[_Told, ...]]) -> Iterator[tuple[_Told, ...]]:
    """What is quoted short in one report and stands word for word in a longer quotation of another one.

    A longer one may hold several that have nothing in common, so each cut makes a group of its own with all that hold
    it; groups that are known as utterances are left out.
    """
    known = {frozenset(member.statement.id for member in group) for group in utterances}
    for speaker in _by_speaker(tuple(told)):
        seen: set[str] = set()
        for cut in sorted(speaker, key=lambda one: (len(one.words), one.statement.id)):
            if cut.words in seen or cut.words.count(" ") <= CUT_WORDS or cut.wording.weight < CUT_WEIGHT:
                continue
            seen.add(cut.words)
            holding = [one for one in speaker if cut.words in one.words]
            ids = {one.statement.id for one in holding}
            if len({one.statement.document for one in holding}) > 1 and not any(ids <= group for group in known):
                yield tuple(sorted(holding, key=lambda one: one.statement.id))


# -- denials


def _disputes(told: Iterable[_Told]) -> Iterator[tuple[tuple[_Told, ...], tuple[_Told, ...]]]:
    """Denials with what they deny; those that have a denial or a claim in common are one dispute."""
    disputes: list[tuple[dict[str, _Told], dict[str, _Told]]] = []
    for denial, claim in _denials(told):
        sides = {denial.statement.id: denial}, {claim.statement.id: claim}
        joined = [known for known in disputes if known[0].keys() & sides[0] or known[1].keys() & sides[1]]
        for known in joined:
            disputes.remove(known)
            sides = known[0] | sides[0], known[1] | sides[1]
        disputes.append(sides)
    for denials, denied in disputes:
        yield tuple(denials[id] for id in sorted(denials)), tuple(denied[id] for id in sorted(denied))


def _denials(told: Iterable[_Told]) -> Iterator[tuple[_Told, _Told]]:
    """Each denial with each claim it denies: nearly the same content, by somebody else."""
    kept = tuple(told)
    denials = [item for item in kept if item.statement.stance == "denies"]
    claims = [item for item in kept if item.statement.stance in CLAIMING and not item.in_title]
    for denial in denials:
        for claim in claims:
            alike = likeness(denial.wording, claim.wording)
            if alike.cosine >= DENIED_LIKENESS and alike.shared >= DENIED_SHARED and _denies(denial, claim):
                yield denial, claim


def _denies(denial: _Told, claim: _Told) -> bool:
    """Somebody else claims it, elsewhere or in the very words ("a false report of"), and does not deny it himself."""
    left, right = denial.statement, claim.statement
    within = overlap(left, right) and (left.start, left.end) != (right.start, right.end)
    return not within and _others(denial, claim) and is_negative(left.text) == is_negative(right.text)


def _others(denial: _Told, claim: _Told) -> bool:
    left, right = denial.statement, claim.statement
    if left.speaker and right.speaker:
        return left.speaker != right.speaker
    return (left.speaker_text or "").casefold() != (right.speaker_text or "").casefold()


def _denial(denials: tuple[_Told, ...], denied: tuple[_Told, ...], name_of: Mapping[str, str]) -> Finding:
    members = tuple(sorted(told.statement.id for told in (*denials, *denied)))
    deniers, claimants = _speakers(denials, name_of), _speakers(denied, name_of)
    told = f"{_listed(claimants)} {'is' if len(claimants) == 1 else 'are'} told to have said"
    if all(_is_told_in(claim.statement) for claim in denied):
        told = f"is told in {_listed(claimants)}"
    return Finding(
        id=make_id("finding", "denial", *members),
        kind="denial",
        about="statements",
        members=members,
        origins=UNCOUNTED,
        question=_short(denied[0].statement.text),
        why=f"{_listed(deniers)} {'denies' if len(deniers) == 1 else 'deny'} what {told}",
    )


def _is_told_in(claim: Statement) -> bool:
    """A claim of nobody but "a report" or "rumours", the word that brings it."""
    words = (claim.speaker_text or "").casefold().split()
    return claim.speaker is None and claim.cue is not None and claim.cue.text.casefold() in words


def _speakers(told: Iterable[_Told], name_of: Mapping[str, str]) -> list[str]:
    return list(dict.fromkeys(_speaker(one.statement, name_of) for one in told))


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _speaker(statement: Statement, name_of: Mapping[str, str]) -> str:
    return name_of.get(statement.speaker or "") or statement.speaker_text or "somebody unnamed"


def _short(text: str, most: int = 80) -> str:
    """The beginning of what is said, without the word that opens it as a clause."""
    words = text.split()
    openers = language_of("en").table("wording")["openers"]
    flat = " ".join(words[1:] if len(words) > 1 and words[0] in openers else words)
    return flat if len(flat) <= most else flat[: flat.rfind(" ", 0, most)] + " …"
