"""Copies: shared passages, and which of two documents is the original."""

from collections.abc import Mapping
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.article.fingerprint import fingerprint_of
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


def report(id: str, paragraphs: list[str], day: int | None = None, **fields: object) -> Document:
    published = Publication(date(2031, 5, day), date(2031, 5, day), "given") if day else Publication()
    text = "\n\n".join(paragraphs)
    return Document(id=id, source=f"{id}.txt", sha256="", text=text, published=published, **fields)


def copies_of(documents: list[Document]) -> Mapping[str, str]:
    samples = {document.id: fingerprint_of(Analysis(document)).sample for document in documents}
    return find_copies(documents, samples, lambda ids: (d for d in documents if d.id in ids))


def test_a_reprint_is_a_copy_of_the_earlier_document():
    first, reprint = report("b", PASSAGES, 2), report("a", PASSAGES[:5], 3)
    assert copies_of([first, reprint]) == {"a": "b"}


def test_of_two_undated_documents_the_longer_is_the_original():
    assert copies_of([report("a", PASSAGES[:5]), report("b", PASSAGES)]) == {"a": "b"}


def test_another_article_is_no_copy():
    assert copies_of([report("a", PASSAGES), report("b", OTHER)]) == {}


def test_shared_page_furniture_makes_no_copy():
    furniture = " ".join(OTHER)
    texts = {"a": PASSAGES[:3], "b": PASSAGES[3:]}
    made = [report(id, [*body, furniture], boilerplate=(_last(body, furniture),)) for id, body in texts.items()]
    assert copies_of(made) == {}


def _last(body: list[str], furniture: str) -> Boilerplate:
    start = len("\n\n".join(body)) + 2
    return Boilerplate(start, start + len(furniture), "other")


@pytest.mark.parametrize("paragraphs", [["One."], ["ſ İ ı"], ["Two ships left Port Senna."]])
def test_the_very_same_words_are_a_copy_however_few(paragraphs):
    assert copies_of([report("a", paragraphs, 3), report("b", paragraphs, 2)]) == {"a": "b"}


def test_short_texts_with_other_words_and_empty_ones_are_no_copies():
    texts = {"a": ["Two ships left."], "b": ["Two ships came."], "c": [], "d": []}
    assert copies_of([report(id, paragraphs) for id, paragraphs in texts.items()]) == {}


def test_of_many_equal_documents_one_is_the_original():
    made = [report(f"d{number:03}", ["Two ships left."], 1 + number % 7) for number in range(230)]
    assert set(copies_of(made).values()) == {"d000"}
    assert len(copies_of(made)) == 229


@pytest.mark.parametrize(
    "credited",
    [
        ["PORT SENNA (Coast News) — A ferry has sunk.", *PASSAGES[1:]],
        [*PASSAGES, "Reporting by Coast News."],
    ],
)
def test_whom_a_document_credits_was_first_whatever_the_days(credited):
    agency = report("b", PASSAGES[:6], 3, outlet="Coast News")
    assert copies_of([report("a", credited, 2, outlet="The Echo"), agency]) == {"a": "b"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("told the Coast News", {"a": "b"}),
        ("in an interview with Coast News said", {"a": "b"}),
        ("saw the Coast News on a table", {"b": "a"}),
        ("told the Coast Newsletter", {"b": "a"}),
    ],
)
def test_within_the_text_only_who_is_told_a_thing_is_credited(words: str, expected: dict[str, str]) -> None:
    second = PASSAGES[2].replace("told reporters", words)
    first = report("a", [*PASSAGES[:2], f"{'As it were, ' * 9}{second}", *PASSAGES[3:]], 2, outlet="The Echo")
    assert copies_of([first, report("b", PASSAGES, 3, outlet="Coast News")]) == expected


def test_a_longer_piece_that_takes_an_earlier_report_in_whole_is_no_copy_of_it() -> None:
    agency, paper = report("a", PASSAGES[:2], 2), report("b", [*OTHER, *PASSAGES[:2], *PASSAGES[4:]], 3)
    assert copies_of([agency, paper]) == {}


def test_a_report_that_holds_nothing_but_a_part_of_another_one_is_its_copy() -> None:
    agency, paper = report("a", PASSAGES[:2], 3), report("b", [*OTHER, *PASSAGES[:2], *PASSAGES[4:]], 3)
    assert copies_of([agency, paper]) == {"a": "b"}


def test_two_states_of_one_page_are_no_copies():
    url = "https://echo.example/ferry"
    states = [report("a", PASSAGES, 2, url=url), report("b", [*PASSAGES, "This report was updated."], 3, url=url)]
    assert copies_of(states) == {}
    assert copies_of([*states, report("c", PASSAGES, 1)]) == {"a": "c", "b": "c"}


@settings(max_examples=25, deadline=None)
@given(
    kept=st.lists(st.sampled_from(range(len(PASSAGES))), min_size=5, unique=True).map(sorted),
    inserted=st.integers(0, 3),
    order=st.permutations(["original", "syndicated", "bystander"]),
)
def test_cut_and_padded_syndications_are_found_in_any_order(kept, inserted, order):
    made = {
        "original": report("original", PASSAGES, 1),
        "syndicated": report("syndicated", ["A new headline", *(PASSAGES[k] for k in kept), *OTHER[:inserted]], 2),
        "bystander": report("bystander", OTHER, 1),
    }
    assert copies_of([made[name] for name in order]).get("syndicated") == "original"


@st.composite
def syndications(draw: st.DrawFn) -> list[str]:
    """A reprint: a new headline, paragraphs left out or put in, one word of one paragraph changed."""
    kept = draw(st.lists(st.sampled_from(range(len(PASSAGES))), min_size=5, unique=True).map(sorted))
    paragraphs = [PASSAGES[k] for k in kept]
    edited = draw(st.integers(0, len(paragraphs) - 1))
    paragraphs[edited] = paragraphs[edited].replace(" the ", " that ", 1)
    for other in OTHER[: draw(st.integers(0, 2))]:
        paragraphs.insert(draw(st.integers(0, len(paragraphs))), other)
    return [*draw(st.sampled_from([[], ["A new headline"], ["Ferry: what we know", "By our own staff"]])), *paragraphs]


@settings(max_examples=25, deadline=None)
@given(reprints=st.lists(syndications(), min_size=1, max_size=4), random=st.randoms(use_true_random=False))
def test_however_it_is_syndicated_all_reprints_have_one_original(reprints: list[list[str]], random: Random) -> None:
    made = [report("original", PASSAGES, 1), report("bystander", OTHER, 1)]
    made += [report(f"reprint-{number}", text, 2 + number) for number, text in enumerate(reprints)]
    random.shuffle(made)
    expected = {document.id: "original" for document in made if document.id.startswith("reprint")}
    assert copies_of(made) == expected
