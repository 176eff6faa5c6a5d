"""Which places of a story are one place of its affair."""

from dataclasses import replace

from rashomon.records import Document, Entity, Figure, Mention
from rashomon.story.affair_places import affair_places

from .counts import MARVILLE, ORLAND, count, report

HERE = report("a", text="A blast shook the harbour of Marville.\n\nMany were hurt.\n\nTwelve people died.")
ALSO = report("b", text="Twelve people died in Marville.")
FAR = report("c", text="ORLAND\n\nThe court met today.\n\nThe blast in the harbour killed twelve people.")
NEAR = report("d", text="A blast in Orland killed three people.\n\nIt was a calm day.")


def place_of(document: Document, place: Entity) -> str | None:
    """Where a count at the end of a report is of, that is told to be of a place named at its start."""
    start = max(document.text.find(word) for word in ("Twelve people", "killed"))
    told = replace(count(document, 12, place=place.id), start=start, end=start + 6)
    others: list[Figure] = [replace(count(d, 12), start=0, end=6) for d in (HERE, ALSO)]
    at = document.text.lower().find(place.name.lower())
    named = Mention("m", document.id, at, at + len(place.name), place.name, "GPE")
    places = {p.id: replace(p, mentions=(named,) if p is place else ()) for p in (MARVILLE, ORLAND)}
    documents = {d.id: d for d in (HERE, ALSO, FAR, NEAR)}
    return affair_places([*others, told], documents, places).of(told, "affair")


def test_a_place_named_far_from_a_count_sets_it_apart_from_nothing() -> None:
    assert place_of(FAR, ORLAND) == "marville"


def test_a_count_is_of_the_place_that_is_named_beside_it() -> None:
    assert place_of(NEAR, ORLAND) == "orland"
