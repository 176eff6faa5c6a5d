"""Origins: copies, outlets and speakers are counted once."""

from dataclasses import replace
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.records import Document, Figure, Statement
from rashomon.story.origins import count_origins


def document(id: str, outlet: str | None = None, copy_of: str | None = None) -> Document:
    return Document(id=id, source=f"{id}.txt", sha256="", text="", outlet=outlet, copy_of=copy_of)


def statement(document: str, speaker: str | None = None, words: str | None = None) -> Statement:
    return Statement(f"s-{document}-{speaker}", document, 0, 1, "x", "indirect", speaker=speaker, speaker_text=words)


def figure(document: str, source: str | None = None, via: tuple[str, ...] = ()) -> Figure:
    return Figure(
        f"f-{document}", document, 0, 1, "3", "killed", "exactly", Decimal(3), Decimal(3), source=source, via=via
    )


@pytest.mark.parametrize(
    ("members", "documents", "origins"),
    [
        ([], [], 0),
        ([figure("a"), figure("b")], [document("a", "Post"), document("b", "Times")], 2),
        ([figure("a"), figure("b")], [document("a", "Post"), document("b", "The Post", "a")], 1),
        ([figure("a"), figure("b")], [document("a", "Post"), document("b", "POST")], 1),
        ([figure("a", "e1"), figure("b", "e1")], [document("a", "Post"), document("b", "Times")], 1),
        ([figure("a", "e1"), figure("b", "e2")], [document("a", "Post"), document("b", "Times")], 2),
        ([figure("a", via=("Agency",)), figure("b", via=("Agency",))], [document("a"), document("b")], 1),
        ([statement("a", None, "the Police"), statement("b", None, "The police")], [document("a"), document("b")], 1),
        ([statement("a", "e1"), statement("a", "e2")], [document("a", "Post")], 1),
    ],
)
def test_origins_are_voices_and_never_more_than_outlets(members, documents, origins):
    assert count_origins(members, {d.id: d for d in documents}) == origins


def told(document: str, words: str, source: str | None = None) -> Figure:
    return replace(figure(document, source), id=f"f-{document}-{words}-{source}", text=words)


PASSAGE = "at least twelve miners were brought out of the flooded shaft alive"


def test_a_passage_that_two_reports_print_alike_is_one_origin():
    documents = {id: document(id, f"outlet {id}") for id in "abc"}
    alike = [told("a", PASSAGE), told("b", PASSAGE.capitalize() + ".")]
    assert count_origins(alike, documents) == 1
    assert count_origins([*alike, told("c", "twelve miners saved")], documents) == 2


def test_few_words_alike_are_chance():
    documents = {id: document(id, f"outlet {id}") for id in "ab"}
    assert count_origins([told("a", "twelve miners saved"), told("b", "twelve miners saved")], documents) == 2


def test_passages_join_origins_in_a_chain_whatever_the_order():
    documents = {id: document(id, f"outlet {id}") for id in "abc"}
    other = PASSAGE.replace("alive", "on Monday")
    claims = [told("a", PASSAGE), told("c", other), told("b", other), told("b", PASSAGE)]
    assert {count_origins(order, documents) for order in permutations(claims)} == {1}


def test_two_states_of_one_page_are_one_origin():
    documents = {id: replace(document(id), url="https://post.example/toll") for id in "ab"}
    assert count_origins([figure("a"), figure("b")], documents) == 1


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["e1", "e2", None])), min_size=1, max_size=6))
def test_a_copy_never_raises_the_number_of_origins(told):
    documents = {id: document(id, f"outlet {id}") for id in "abc"}
    members = [figure(id, source) for id, source in told]
    before = count_origins(members, documents)
    documents["copy"] = document("copy", "another outlet", copy_of=told[0][0])
    copied = [figure("copy", source) for id, source in told if id == told[0][0]]
    assert count_origins([*members, *copied], documents) == before
    assert before <= len({f.document for f in members})
