"""Victims told one by one, without a number: all there were, or some of those whom other reports count."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from ..records import Days, Document, Figure, Scope

Kind = tuple[str, str]  # a story and a measure
# Code points in which a report tells the toll of its own affair; further down others are told of too ("police do not
# know if a shooting that left two dead is connected").
LEAD = 1500


def with_scopes(figures: Iterable[Figure], documents: Mapping[str, Document]) -> tuple[Figure, ...]:
    """The figures, each whose scope its report leaves open settled by what the other reports of its story count.

    "Ann Alder was killed" is no new toll after "killed three": she is one of them. It stands for all where nobody had
    counted more by then, or where fewer reports add up more from such victims.
    """
    every = tuple(figures)
    told: dict[Kind, list[Figure]] = defaultdict(list)
    for figure in every:
        if figure.scope in ("total", "unknown") and figure.polarity == "asserted":
            told[_kind(figure, documents)].append(figure)
    return tuple(
        replace(f, scope=_scope(f, told[_kind(f, documents)], documents)) if f.scope == "unknown" else f for f in every
    )


def _kind(figure: Figure, documents: Mapping[str, Document]) -> Kind:
    return (documents[figure.document].story or figure.document, figure.measure)


def _scope(lone: Figure, told: list[Figure], documents: Mapping[str, Document]) -> Scope:
    leading = (f for f in told if f.start < LEAD)
    larger = [f for f in leading if f.low is not None and lone.high is not None and f.low > lone.high]
    before = [f for f in larger if _is_present(f, documents) and not _is_after(f.as_of, lone.as_of)]
    if any(f.scope == "total" for f in before):
        return "part"
    alike = {f.document for f in told if f.scope == "unknown" and f.low == lone.low}
    return "part" if before and len({f.document for f in before}) >= len(alike) else "total"


def _is_present(figure: Figure, documents: Mapping[str, Document]) -> bool:
    """A count of the report's own day: one of another day, told by its name, may be of another affair."""
    published = documents[figure.document].published.days
    return figure.when is None or figure.as_of.latest is None or figure.as_of.latest >= (published.earliest or date.min)


def _is_after(a: Days, b: Days) -> bool:
    return a.earliest is not None and b.latest is not None and a.earliest > b.latest
