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


@pytest.mark.parametrize("paragraphs", [["One."], ["ſ İ ı"], ["Two ships left Port Senna."]])
def test_the_very_same_words_are_a_copy_however_few(paragraphs):
    assert find_copies([analysis("a", paragraphs, 3), analysis("b", paragraphs, 2)]) == {"a": "b"}


def test_short_texts_with_other_words_and_empty_ones_are_no_copies():
    texts = {"a": ["Two ships left."], "b": ["Two ships came."], "c": [], "d": []}
    assert find_copies([analysis(id, paragraphs) for id, paragraphs in texts.items()]) == {}


def test_of_many_equal_documents_one_is_the_original():
    made = [analysis(f"d{number:03}", ["Two ships left."], 1 + number % 7) for number in range(230)]
    assert set(find_copies(made).values()) == {"d000"}
    assert len(find_copies(made)) == 229


@pytest.mark.parametrize(
    "credited",
    [
        ["PORT SENNA (Coast News) — A ferry has sunk.", *PASSAGES[1:]],
        [*PASSAGES, "Reporting by Coast News."],
    ],
)
def test_whom_a_document_credits_was_first_whatever_the_days(credited):
    agency = analysis("b", PASSAGES[:6], 3, outlet="Coast News")
    assert find_copies([analysis("a", credited, 2, outlet="The Echo"), agency]) == {"a": "b"}


def test_who_names_another_outlet_within_the_text_credits_nobody():
    second = PASSAGES[2].replace("reporters", "the Coast News")
    first = analysis("a", [*PASSAGES[:2], f"{'As it were, ' * 9}{second}", *PASSAGES[3:]], 2, outlet="The Echo")
    assert find_copies([first, analysis("b", PASSAGES, 3, outlet="Coast News")]) == {"b": "a"}


def test_two_states_of_one_page_are_no_copies():
    url = "https://echo.example/ferry"
    states = [analysis("a", PASSAGES, 2, url=url), analysis("b", [*PASSAGES, "This report was updated."], 3, url=url)]
    assert find_copies(states) == {}
    assert find_copies([*states, analysis("c", PASSAGES, 1)]) == {"a": "c", "b": "c"}


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
