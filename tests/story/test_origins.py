"""Origins: copies, outlets and speakers are counted once."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.records import Document, Event, Figure, Finding, Passage, Statement, Words
from rashomon.story.claims import Claims
from rashomon.story.origins import grounded, reasons
from rashomon.story.sources import Claim, Sources


def count_origins(members: Iterable[Claim], documents: Mapping[str, Document]) -> int:
    return len(reasons(members, Sources(documents)))


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


def taken(document: str, words: str, original: str, start: int = 0) -> Passage:
    return Passage(f"p-{document}", document, start, start + len(words), words, original, 0, len(words), 20, 0.2, "")


def sources(documents: Iterable[Document], **known: object) -> Sources:
    return Sources({d.id: d for d in documents}, **known)  # type: ignore[arg-type]


def test_a_figure_within_a_copied_passage_is_the_agencys() -> None:
    agency = replace(document("a", "Coast News"), text="3 dead, it is said.")
    paper = replace(document("b", "Post"), text="3 dead, it is said. 3 more are missing.")
    inside, own = told("b", "3"), replace(told("b", "3"), id="own", start=20, end=21)
    inside = replace(inside, start=0, end=1)
    passage = taken("b", "3 dead, it is said.", "a")
    known = sources([agency, paper], passages=[passage])
    assert reasons([told("a", "3"), inside], known) == (
        "Coast News, in its own words; Post has the passage from Coast News",
    )
    assert len(reasons([told("a", "3"), own], known)) == 2


def test_a_number_that_was_changed_within_a_passage_is_the_papers_own() -> None:
    agency = replace(document("a", "Coast News"), text="3 dead, it is said.")
    paper = replace(document("b", "Post"), text="4 dead, it is said.")
    known = sources([agency, paper], passages=[replace(taken("b", "4 dead, it is said.", "a"))])
    changed = replace(told("b", "4"), start=0, end=1)
    assert len(reasons([told("a", "3"), changed], known)) == 2


def test_passages_lead_back_over_several_papers_and_rings_end() -> None:
    documents = [replace(document(id, f"outlet {id}"), text="3 dead, it is said.") for id in "abc"]
    way = [taken(a, "3 dead, it is said.", b) for a, b in ("cb", "ba")]
    claims = [replace(told(id, "3"), start=0, end=1) for id in "abc"]
    assert len(reasons(claims, sources(documents, passages=way))) == 1
    ring = [*way, taken("a", "3 dead, it is said.", "c")]
    assert len(reasons(claims, sources(documents, passages=ring))) in (1, 2, 3)


def test_reports_that_credit_one_agency_are_one_origin_also_where_it_is_not_read() -> None:
    text = "PORT SENNA (Coast News) - 3 were saved."
    documents = [replace(document(id, f"outlet {id}"), text=text) for id in "ab"]
    assert reasons([told("a", "3"), told("b", "3")], sources(documents)) == (
        "Coast News, the source of outlet a and outlet b",
    )


def test_an_event_in_a_statement_has_its_speaker() -> None:
    said = [replace(statement(id, "e1"), id=f"s-{id}") for id in "ab"]
    events = [Event(f"e-{s.document}", s.document, 0, 1, "x", Words(0, 1, "x"), statement=s.id) for s in said]
    known = sources([document("a", "Post"), document("b", "Times")], statements=said, names={"e1": "Ada Lind"})
    assert reasons(events, known) == ("Ada Lind, quoted in Post and Times",)


def test_a_pronoun_is_nobody_that_two_papers_could_share() -> None:
    said = [statement(id, None, "he") for id in "ab"]
    assert count_origins(said, {d.id: d for d in (document("a", "Post"), document("b", "Times"))}) == 2


def test_voices_that_only_one_paper_has_are_no_origins_of_their_own() -> None:
    documents = [document("a", "Post"), document("b", "Times"), document("c", "Echo")]
    said = [
        statement("a", "e1"),
        statement("b", "e1"),
        statement("c", "e1"),
        statement("a", "e2"),
        statement("a", "e3"),
    ]
    why = reasons(said, sources(documents, names={"e1": "Ada", "e2": "Bo", "e3": "Cy"}))
    assert why == ("Ada, quoted in Echo, Post and Times", "Bo, quoted in Post; Cy, heard only there")


@given(
    st.lists(
        st.tuples(st.sampled_from("abcd"), st.sampled_from(["e1", "e2", "e3", None])), min_size=1, max_size=8
    ).flatmap(lambda told: st.tuples(st.just(told), st.permutations(told)))
)
def test_reasons_are_as_many_as_origins_and_no_more_than_outlets_or_voices(
    told: tuple[list[tuple[str, str | None]], list[tuple[str, str | None]]],
) -> None:
    documents = {id: document(id, f"outlet {id}") for id in "abcd"}
    first, second = ([figure(id, source) for id, source in order] for order in told)
    why = reasons(first, Sources(documents))
    assert len(why) == count_origins(second, documents)
    assert 1 <= len(why) <= len({f.document for f in first})
    assert len(why) <= len({f.source or f.document for f in first})


def test_one_utterance_is_one_origin_whatever_its_speaker_is_called() -> None:
    documents = [document("a", "Post"), document("b", "Times")]
    said = [statement("a", None, "the regional police"), statement("b", None, "police")]
    found = Finding("f", "same_statement", "statements", tuple(s.id for s in said), 2, "?", "")
    known = sources(documents)
    (told,) = grounded([found], Claims(statements=tuple(said)), known)
    assert (told.origins, len(told.origins_why)) == (1, 1)
    (other,) = grounded([replace(found, kind="denial")], Claims(statements=tuple(said)), known)
    assert other.origins == 2
