"""Claims that are no counts: told by one, and by another negated, called false or told in opposite words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ...ids import make_id
from ...records import Days, Document, Entity, Event, Finding, FindingKind, Statement
from ..claims import CLAIMING, Claims, are_near, overlap
from ..likeness import FOCUS_WEIGHT, Wording, likeness, opposed, weight_of, wording_of
from ..opposition import Clause, clauses_of
from ..origins import UNCOUNTED

TELLING = 0.3  # weight of a stem by which clauses are looked up
SHARED = 1.1  # weight that must be shared: one rare word is no claim
# Set by reading what was found on seventeen affairs of the bench of stories and the example: a negated clause is told
# nearly whole by what it contradicts, and a clause of the outlet's own, which is longer, has little besides.
COVERED = 0.75
SHARED_OF_AN_AFFAIR = 0.1  # where the opposite words themselves tell what it is about
ALIKE = 0.3
ALIKE_IN_OWN_VOICE = 0.5
ALIKE_IF_FALSE = 0.45  # what is called false is told in its own words
ALIKE_IF_OPPOSITE = 0.4
COVERED_IF_OPPOSITE = 0.65
LONG = 240  # characters of a statement that a reader does not take in at a glance
MOST_MEMBERS = 8  # claims that one clause contradicts


@dataclass(frozen=True)
class _Told:
    """A clause, the claim it stands in, who tells it and when."""

    claim: Statement | Event
    clause: Clause
    voice: str
    days: Days
    statement: Statement | None = None  # in which it is told; the outlet's own voice has none

    @cached_property
    def wording(self) -> Wording:
        """Made where it is asked for: most clauses have nothing in common with any that answers."""
        return wording_of(self.clause.said)


def contradiction_findings(
    documents: tuple[Document, ...], claims: Claims, entities: tuple[Entity, ...]
) -> tuple[Finding, ...]:
    """`conflict` findings between claims of one story, and `denial` findings where a claim is called false."""
    by_id = {document.id: document for document in documents}
    name_of = {entity.id: entity.name for entity in entities}
    stories: dict[str, list[_Told]] = defaultdict(list)
    for told in _told(claims, by_id):
        stories[by_id[told.claim.document].story or told.claim.document].append(told)
    found = {
        finding.id: finding
        for story in sorted(stories)
        for answers, against in _questions(_contradicted(stories[story]))
        for finding in [_finding(answers, against, by_id, name_of)]
    }
    return tuple(found[id] for id in sorted(found))


def _told(claims: Claims, documents: Mapping[str, Document]) -> Iterator[_Told]:
    """The clauses of what is said, and of what outlets tell in their own voice, each once."""
    within: dict[str, list[Event]] = defaultdict(list)
    for event in claims.events:
        if event.statement:
            within[event.statement].append(event)
    for statement in claims.statements:
        if statement.stance in CLAIMING and not _in_title(statement, documents[statement.document]):
            voice = statement.speaker or (statement.speaker_text or "").casefold() or statement.id
            for clause in clauses_of(statement.text):
                claim = _claim(statement, clause, within[statement.id])
                yield _Told(claim, clause, voice, statement.made, statement)
    yield from _told_by_outlets(claims.events, documents)


def _told_by_outlets(events: Iterable[Event], documents: Mapping[str, Document]) -> Iterator[_Told]:
    seen: set[tuple[str, str]] = set()
    for event in sorted(events, key=lambda e: (e.document, e.end - e.start, e.start, e.id)):
        if event.statement is None and event.modality in ("actual", "denied"):
            document = documents[event.document]
            for clause in clauses_of(event.text):
                if (event.document, clause.text) not in seen:
                    seen.add((event.document, clause.text))
                    yield _Told(event, clause, document.outlet or document.id, Days(event.earliest, event.latest))


def _claim(statement: Statement, clause: Clause, events: Iterable[Event]) -> Statement | Event:
    """A statement; of one that runs on for a paragraph what happens in the clause, where anything does."""
    if statement.end - statement.start <= LONG:
        return statement
    start = statement.start + statement.text.find(clause.text)
    inside = [e for e in events if start <= e.trigger.start and e.trigger.end <= start + len(clause.text)]
    return max(inside, key=lambda e: (e.end - e.start, e.id), default=statement)


def _in_title(statement: Statement, document: Document) -> bool:
    title = document.title or ""
    return bool(title) and statement.text in title


def _contradicted(told: list[_Told]) -> Iterator[tuple[_Told, list[_Told]]]:
    """Each clause that says the opposite of others, with those: the likest first, each claim once."""
    answers = [one for one in told if one.clause.sense not in ("plain", "left")]
    lookup = _Lookup((one for one in told if one.clause.sense in ("plain", "left")), answers)
    for one in answers:
        against = sorted(
            ((likeness(one.wording, other.wording).cosine, other) for other in lookup.near(one)),
            key=lambda pair: (-pair[0], pair[1].claim.id, pair[1].clause.text),
        )
        claims: dict[str, _Told] = {}
        for _, other in against:
            if _contradicts(one, other):
                claims.setdefault(other.claim.id, other)
        if claims:
            yield one, list(claims.values())[:MOST_MEMBERS]


def _questions(
    contradicted: Iterable[tuple[_Told, list[_Told]]],
) -> Iterator[tuple[list[_Told], list[_Told]]]:
    """Several answers to the very same claims on what an affair has but once are one question."""
    questions: dict[object, tuple[list[_Told], list[_Told]]] = {}
    for one, against in contradicted:
        row = (one.clause.row, tuple(other.claim.id for other in against)) if one.clause.once else id(one)
        answers, _ = questions.setdefault(row, ([], against))
        if one.claim.id not in (answer.claim.id for answer in answers):
            answers.append(one)
    yield from questions.values()


class _Lookup:
    """Clauses by the stems that answers look for: what is denied first, else all that tell something."""

    def __init__(self, told: Iterable[_Told], answers: Iterable[_Told]) -> None:
        self._holding: dict[str, list[_Told]] = {stem: [] for one in answers for stem in _sought(one)}
        for one in told:
            for stem in _held(one.clause) & self._holding.keys():
                self._holding[stem].append(one)

    def near(self, one: _Told) -> Iterable[_Told]:
        """Clauses that hold a stem the answer looks for, each once."""
        return {id(other): other for stem in _sought(one) for other in self._holding[stem]}.values()


def _sought(one: _Told) -> list[str]:
    if one.clause.once:
        return [_row(one.clause)]
    if one.clause.sense == "negated":
        return [one.clause.focus] if one.clause.focus else []
    return _telling(one.wording)


def _held(clause: Clause) -> frozenset[str]:
    return frozenset({_row(clause)}) if clause.once else clause.stems


def _row(clause: Clause) -> str:
    """What stands for a row of opposites among stems: no stem has a space in it."""
    return f"row {clause.row}"


def _telling(wording: Wording) -> list[str]:
    return sorted(stem for stem in wording.stems if weight_of(stem) >= TELLING)


def _contradicts(one: _Told, other: _Told) -> bool:
    left, right = one.clause, other.clause
    if one.voice == other.voice or overlap(one.claim, other.claim) or not are_near(one.days, other.days):
        return False
    if (left.sense == "right") != (right.sense == "left") or (left.row, left.once) != (right.row, right.once):
        return False
    alike = likeness(one.wording, other.wording)
    if left.once:
        return alike.shared >= SHARED_OF_AN_AFFAIR
    if alike.shared < SHARED or opposed(one.wording, other.wording, but_negation=True):
        return False
    match left.sense:
        case "negated":
            own = one.statement is None or other.statement is None
            least = ALIKE_IN_OWN_VOICE if own else ALIKE
            if left.implicit != right.implicit or not _tells_of_it(left.said, other.wording):
                return False
            return alike.shared >= COVERED * one.wording.weight and alike.cosine >= least
        case "called false":
            return alike.cosine >= ALIKE_IF_FALSE
    covered = alike.shared >= COVERED_IF_OPPOSITE * min(one.wording.weight, other.wording.weight)
    return covered and alike.cosine >= ALIKE_IF_OPPOSITE


def _tells_of_it(denying: str, told: Wording) -> bool:
    """Something that is no name stands in both: "I wasn't in Odrin" denies no train to Odrin."""
    plain = wording_of(" ".join(word for word in denying.split() if word.islower()))
    return any(weight_of(stem) >= FOCUS_WEIGHT for stem in plain.stems & told.stems)


def _finding(
    answers: list[_Told], against: list[_Told], documents: Mapping[str, Document], name_of: Mapping[str, str]
) -> Finding:
    one = answers[0]
    claims = [told.claim for told in (*answers[:MOST_MEMBERS], *against)]
    members = tuple(sorted(claim.id for claim in claims))
    kind: FindingKind = "denial" if one.clause.sense == "called false" else "conflict"
    who, whose = _who(one, documents, name_of), _who(against[0], documents, name_of)
    said, answer = _short(against[0].clause.text), _short(one.clause.text)
    return Finding(
        id=make_id("finding", kind, *members),
        kind=kind,
        about="statements" if all(isinstance(claim, Statement) for claim in claims) else "events",
        members=members,
        origins=UNCOUNTED,
        question=said,
        why=f"{whose} tells “{said}”, {who} “{answer}”: "
        + ("one of the two is so, and which is open" if one.clause.once else "both cannot be true"),
    )


def _who(told: _Told, documents: Mapping[str, Document], name_of: Mapping[str, str]) -> str:
    if said := told.statement:
        return name_of.get(said.speaker or "") or said.speaker_text or "somebody unnamed"
    document = documents[told.claim.document]
    return document.outlet or document.source


def _short(text: str, most: int = 80) -> str:
    flat = " ".join(text.split()).strip(' ,.;–—-“”"')
    return flat if len(flat) <= most else flat[: flat.rfind(" ", 0, most)] + " …"
