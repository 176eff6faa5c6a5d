"""Copies: shared passages, and which of two documents is the original."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.records import Analysis, Boilerplate, Document, Publication
from rashomon.story.copies import find_copies

PASSAGES = [
    "The ferry Gull left the harbour of Port Senna at dawn with forty passengers and a load of timber on board.",
    "By noon the wind had turned to the north and the captain asked the coast guard for a tug, officials said.",
    "A spokeswoman for the shipping line told reporters that the engine had been repaired only a week before.",
    "Fishermen from three villages went out in small boats and brought the first survivors back to the pier.",
    "The minister of transport cut short a visit abroad and promised that an inquiry would begin on Monday.",
    "Relatives waited through the night in the old customs house, where the Red Cross had set up beds and a kitchen.",
    "Divers were to go down to the wreck as soon as the swell allowed it, the navy said in a short statement.",
]
OTHER = [
    "The central bank of Ostrava kept its main rate where it was and spoke of a slow recovery in the building trade.",
    "Economists had expected a cut after prices fell for the third month running, led by food and electricity.",
    "The currency rose a little against its neighbours while the yields on ten-year bonds stayed near their low.",
    "Shares of the two largest lenders lost ground in early trade before they closed the day almost unchanged.",
]


def analysis(id: str, paragraphs: list[str], day: int | None = None, **fields: object) -> Analysis:
    published = Publication(date(2031, 5, day), date(2031, 5, day), "given") if day else Publication()
    text = "\n\n".join(paragraphs)
    return Analysis(Document(id=id, source=f"{id}.txt", sha256="", text=text, published=published, **fields))


def test_a_reprint_is_a_copy_of_the_earlier_document():
    first, reprint = analysis("b", PASSAGES, 2), analysis("a", PASSAGES[:5], 3)
    assert find_copies([first, reprint]) == {"a": "b"}


def test_of_two_undated_documents_the_longer_is_the_original():
    assert find_copies([analysis("a", PASSAGES[:5]), analysis("b", PASSAGES)]) == {"a": "b"}


def test_another_article_is_no_copy():
    assert find_copies([analysis("a", PASSAGES), analysis("b", OTHER)]) == {}


def test_shared_page_furniture_makes_no_copy():
    furniture = " ".join(OTHER)
    texts = {"a": PASSAGES[:3], "b": PASSAGES[3:]}
    made = [analysis(id, [*body, furniture], boilerplate=(_last(body, furniture),)) for id, body in texts.items()]
    assert find_copies(made) == {}


def _last(body: list[str], furniture: str) -> Boilerplate:
    start = len("\n\n".join(body)) + 2
    return Boilerplate(start, start + len(furniture), "other")


@pytest.mark.parametrize("paragraphs", [[], ["One."], ["ſ İ ı"]])
def test_texts_too_short_to_tell_are_no_copies(paragraphs):
    assert find_copies([analysis("a", paragraphs), analysis("b", paragraphs)]) == {}


@settings(max_examples=25, deadline=None)
@given(
    kept=st.lists(st.sampled_from(range(len(PASSAGES))), min_size=5, unique=True).map(sorted),
    inserted=st.integers(0, 3),
    order=st.permutations(["original", "syndicated", "bystander"]),
)
def test_cut_and_padded_syndications_are_found_in_any_order(kept, inserted, order):
    made = {
        "original": analysis("original", PASSAGES, 1),
        "syndicated": analysis("syndicated", ["A new headline", *(PASSAGES[k] for k in kept), *OTHER[:inserted]], 2),
        "bystander": analysis("bystander", OTHER, 1),
    }
    assert find_copies([made[name] for name in order]).get("syndicated") == "original"
