"""The present answer to each question of how many, with its range and its history."""

from collections.abc import Iterable
from decimal import Decimal

from rashomon.answers import Question
from rashomon.records import Document, Figure
from rashomon.store.rows import from_row, to_row
from rashomon.story.claims import Claims
from rashomon.story.findings.figures import figure_findings
from rashomon.story.questions import questions
from rashomon.story.sources import Sources

from .counts import PLACES, count, report


def asked(documents: Iterable[Document], figures: Iterable[Figure]) -> tuple[Question, ...]:
    kept, counts = tuple(documents), tuple(figures)
    findings = figure_findings(kept, Claims(figures=counts), PLACES)
    return questions(Sources({document.id: document for document in kept}), counts, findings, PLACES)


def answer(question: Question) -> tuple[object, object, object]:
    return tuple(None if v is None else int(v) for v in (question.low, question.best, question.high))  # type: ignore[return-value]


def test_the_latest_count_is_the_present_answer_and_the_earlier_its_history() -> None:
    a, b = report("a", 6), report("b", 15)
    (question,) = asked([a, b], [count(a, 12), count(b, 17)])
    assert answer(question) == (17, 17, 17)
    assert [(step.low, step.superseded) for step in question.history] == [(Decimal(12), True), (Decimal(17), False)]


def test_counts_that_contradict_one_another_span_the_range() -> None:
    a, b, c = report("a"), report("b"), report("c")
    (question,) = asked([a, b, c], [count(a, 12), count(b, 12), count(c, 13)])
    assert answer(question) == (12, 12, 13)
    assert question.origins == 2


def test_a_bound_leaves_the_top_open_and_a_vague_word_widens_nothing() -> None:
    a, b = report("a"), report("b")
    (bounded,) = asked([a], [count(a, 12, None)])
    assert answer(bounded) == (12, 12, None)
    (exact,) = asked([a, b], [count(a, 24, 99, relation="vague"), count(b, 26)])
    assert answer(exact) == (26, 26, 26)


def test_of_lower_bounds_the_highest_is_the_answer() -> None:
    a, b, c = report("a"), report("b"), report("c")
    (question,) = asked([a, b, c], [count(a, 2, None), count(b, 2, None), count(c, 6, None)])
    assert answer(question)[1:] == (6, None)


def test_what_may_be_answers_nothing_where_something_is_told_to_be() -> None:
    a, b = report("a"), report("b")
    feared = count(b, 1000, relation="approximately", polarity="unconfirmed")
    (question,) = asked([a, b], [count(a, 84), feared])
    assert question.best == 84
    (alone,) = asked([b], [feared])
    assert alone.best == 1000


def test_each_measure_group_and_place_is_a_question_of_its_own() -> None:
    a = report("a")
    figures = [
        count(a, 12),
        count(a, 30, measure="injured"),
        count(a, 4, group="soldiers"),
        count(a, 9, place="orland"),
    ]
    assert [(q.measure, q.group, q.place) for q in asked([a], figures)] == [
        ("injured", "people", "marville"),
        ("killed", "people", "marville"),
        ("killed", "people", "orland"),
        ("killed", "soldiers", "marville"),
    ]


def test_a_part_and_a_document_outside_all_stories_ask_nothing() -> None:
    a = report("a")
    outside = Document("x", "x", "", "Nothing else.", language="en")
    assert asked([a, outside], [count(a, 3, scope="part"), count(outside, 5)]) == ()


def test_a_question_is_put_in_words_and_names_every_figure_that_answers_it() -> None:
    a, b = report("a", 6), report("b", 15)
    early, late = count(a, 12), count(b, 17)
    (question,) = asked([a, b], [early, late])
    assert question.question == "people killed in Marville"
    assert question.figures == (early.id, late.id)
    assert question.as_of == b.published.days


def test_the_id_of_a_question_is_that_of_what_is_asked_whatever_the_answers() -> None:
    a, b = report("a", 6), report("b", 15)
    assert asked([a], [count(a, 12)])[0].id == asked([a, b], [count(a, 14), count(b, 17)])[0].id


def test_a_question_comes_back_from_a_row_as_it_was() -> None:
    a, b = report("a"), report("b")
    (question,) = asked([a, b], [count(a, 12, None), count(b, 17)])
    assert from_row(Question, to_row(question)) == question
