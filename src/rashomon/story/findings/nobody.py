"""Nobody against somebody: "no one was hurt", where others count the dead and the hurt."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from ...records import Entity, Finding, FindingKind
from ..claims import are_near
from ..counting import ANYBODY, Told, Topic
from .counts_in_words import finding_of, where_of
from .voices import are_one_voice

# What cannot be so where nobody suffered the first: who was not hurt is not dead either.
BELIED: Mapping[str, frozenset[str]] = {
    "injured": frozenset({"killed"}),
    "casualties": frozenset({"killed", "injured"}),
}
HARM = frozenset({"killed", "injured", "casualties"})
Row = list[tuple[Topic, Told]]


def nobody_findings(everything: Mapping[Topic, tuple[Told, ...]], entities: Mapping[str, Entity]) -> Iterator[Finding]:
    """Each voice that tells of nobody hurt with the first other one that counts somebody, by topics of all stories."""
    nobody: dict[str, Row] = defaultdict(list)
    somebody: dict[str, Row] = defaultdict(list)
    for topic, told in everything.items():
        if topic.measure in HARM and not topic.historical:
            for one in told:
                row = nobody if _is_nobody(topic, one) else somebody if (one.figure.low or 0) > 0 else None
                if row is not None:
                    row[topic.story].append((topic, one))
    for story in sorted(nobody):
        for topic, none in nobody[story]:
            against = _against(topic, none, somebody[story], entities)
            if against is not None:
                yield _finding(topic, none, against, entities)


def _is_nobody(topic: Topic, told: Told) -> bool:
    return topic.measure in BELIED and topic.part is None and told.figure.relation == "none"


def _against(
    topic: Topic, none: Told, somebody: Iterable[tuple[Topic, Told]], entities: Mapping[str, Entity]
) -> Told | None:
    """The first count that belies it; none where the voice itself counts somebody, and so speaks of another place."""
    harmed = [(t, one) for t, one in somebody if topic.group in (ANYBODY, t.group) and none.apart in ("", one.apart)]
    if any(one.figure.document == none.figure.document and are_one_voice(one, none, entities) for _, one in harmed):
        return None
    found = (
        one
        for other, one in harmed
        if other.measure in BELIED[topic.measure] and one.place == none.place and are_near(one.days, none.days)
    )
    return next((one for one in found if not are_one_voice(one, none, entities)), None)


def _finding(topic: Topic, none: Told, other: Told, entities: Mapping[str, Entity]) -> Finding:
    """A conflict, or, where the day of those who were hurt is the later, an update."""
    before, after = none.days.latest, other.days.earliest
    kind: FindingKind = "update" if before and after and before < after else "conflict"
    return finding_of(kind, f"{topic.group} {topic.measure} or not{where_of(none, entities)}", (none, other))
