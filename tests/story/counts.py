"""Helpers of the tests on counts across reports: documents, places and figures of an invented affair."""

from datetime import date
from decimal import Decimal

from rashomon.records import Days, Document, Entity, Figure, Publication

MARVILLE = Entity("marville", "GPE", "Marville", country="XA", latitude=1.0, longitude=1.0)
ORLAND = Entity("orland", "GPE", "Orland", country="XA", latitude=2.0, longitude=2.0)
COUNTRY = Entity("westland", "GPE", "Westland", country="XA")
PLACES = (MARVILLE, ORLAND, COUNTRY)


def report(name: str, day: int | None = 6, text: str = "Nothing else.", copy_of: str | None = None) -> Document:
    """A report of the affair, published in May 2031; `None`: on a day that nobody knows."""
    published = Publication() if day is None else Publication(date(2031, 5, day), date(2031, 5, day), "given")
    return Document(
        name, name, "", text, outlet=name, language="en", published=published, story="affair", copy_of=copy_of
    )


def count(document: Document, low: int | None, high: int | None = -1, **fields: object) -> Figure:
    """A figure of a report: people killed in Marville, exactly as many, unless told otherwise."""
    top = low if high == -1 else high
    values: dict[str, object] = {
        "measure": "killed",
        "relation": "exactly" if low == top else "at_least",
        "group": "people",
        "group_text": "people",
        "place": "marville",
        "as_of": document.published.days,
        "scope": "total",
        **fields,
    }
    name = f"{document.id}-{low}-{top}-{sorted(fields.items(), key=str)}"
    bounds = (None if low is None else Decimal(low), None if top is None else Decimal(top))
    return Figure(name, document.id, 0, 7, "Nothing", low=bounds[0], high=bounds[1], **values)  # type: ignore[arg-type]


def january(year: int) -> Days:
    """The whole of that month."""
    return Days(date(year, 1, 1), date(year, 1, 31))
