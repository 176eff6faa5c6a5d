"""What a finding between counts says, in words that a reader can check."""

from collections.abc import Mapping, Sequence

from ...bounds import counts_of
from ...ids import make_id
from ...records import Days, Entity, Finding, FindingKind
from ..counting import PERSON, Told
from ..origins import UNCOUNTED

# Counts that fall as an affair goes on.
FALLING = frozenset({"missing", "trapped", "hostages"})


def finding_of(kind: FindingKind, question: str, told: Sequence[Told]) -> Finding:
    """The finding between those counts, in their order."""
    members = tuple(dict.fromkeys(one.figure.id for one in told))
    return Finding(
        id=make_id("finding", kind, *members),
        kind=kind,
        about="figures",
        members=members,
        origins=UNCOUNTED,
        question=question,
        why=why_of(kind, told),
    )


def where_of(told: Told, entities: Mapping[str, Entity]) -> str:
    """The end of a question: " in Westland", or nothing."""
    place = entities.get(told.place or "")
    return f" in {place.name}" if place else ""


def why_of(kind: FindingKind, told: Sequence[Told]) -> str:
    """One sentence that a reader can check against the texts."""
    said = list(dict.fromkeys(_said(one) for one in told))
    if kind in ("update", "refinement"):
        link = {"update": ", then ", "refinement": "; within it lies "}[kind]
        fewer = counts_of(told[-1].figure) < counts_of(told[0].figure)
        down = kind == "update" and fewer and told[0].figure.measure not in FALLING
        return link.join(said) + (" (revised down)" if down else "")
    if kind == "conflict":
        return f"{said[0]} and {said[-1]} cannot both be true"
    shown = said[:4]
    return (
        (shown[0] if len(said) == 1 else "; ".join(shown))
        + (" and others" if len(said) > 4 else "")
        + " can all be true"
    )


def _said(told: Told) -> str:
    figure = told.figure
    by = f" by {' '.join(figure.source_text.split())}" if figure.source_text else ""
    unit = f" {figure.unit}" if figure.unit != PERSON else ""
    return words_of(told) + unit + by + _day_in_words(told.days)


def _day_in_words(days: Days) -> str:
    if days.earliest is None or days.latest is None:
        return ""
    if days.day:
        return f" on {days.earliest.day} {days.earliest:%B} {days.earliest.year}"
    return f" from {days.earliest} to {days.latest}"


def words_of(told: Told) -> str:
    """A count in words: "at least 12", "10 to 20", the report's own words where it is vague."""
    figure = told.figure
    low, high = figure.low, figure.high
    match figure.relation:
        case "vague":
            return f"“{' '.join(figure.text.split())}”"
        case "between":
            return f"{low} to {high}"
        case "exactly" | "none":
            return str(low)
        case relation:
            return f"{relation.replace('_', ' ')} {low if low is not None else high}"
