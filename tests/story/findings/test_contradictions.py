"""Contradictions that are no counts: a "no", a claim called false, opposite words; and what is none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.records import Days, Document, Event, Finding, Statement, Words
from rashomon.story.claims import Claims
from rashomon.story.findings.contradictions import contradiction_findings

FIRST = Days(date(2031, 5, 2), date(2031, 5, 2))
LATER = Days(date(2031, 6, 20), date(2031, 6, 20))


def statement(document: str, text: str, speaker: str | None, **fields: object) -> Statement:
    known = {"made": FIRST, **fields}
    return Statement(f"s-{document}-{speaker}", document, 0, len(text), text, "indirect", speaker=speaker, **known)  # type: ignore[arg-type]


def own(document: str, text: str) -> Event:
    return Event(f"e-{document}", document, 0, len(text), text, Words(0, 1, text[0]), earliest=FIRST.earliest)


def findings(*claims: Statement | Event) -> tuple[Finding, ...]:
    documents = tuple(
        Document(id=id, source=id, sha256="", text="", outlet=f"outlet {id}", story="story")
        for id in sorted({claim.document for claim in claims})
    )
    statements = tuple(claim for claim in claims if isinstance(claim, Statement))
    events = tuple(claim for claim in claims if isinstance(claim, Event))
    return contradiction_findings(documents, Claims(statements=statements, events=events), ())


TRUCKS = "Twelve trucks with flour were stopped at the Tarn crossing on Monday"
PAIRS = [
    (TRUCKS, "No truck was stopped at the Tarn crossing; the drivers had no papers", "conflict"),
    (TRUCKS, "The drivers were tired, but no truck was stopped at the Tarn crossing", "conflict"),
    (TRUCKS, "Reports of trucks stopped at the Tarn crossing are untrue", "denial"),
    (TRUCKS, "There is no truth in reports that flour trucks were stopped at the Tarn crossing", "denial"),
    ("rescuers were refused entry at the border", "No rescuer was refused entry at the border", "conflict"),
    ("explosives were found in the warehouse", "no explosives were found in the warehouse", "conflict"),
    ("the launch of the weather rocket succeeded", "the launch of the weather rocket failed", "conflict"),
    ("the fire in the granary was started deliberately", "the fire in the granary was an accident", "conflict"),
    ("the driver of the ferry was drunk that night", "the driver of the ferry was sober that night", "conflict"),
    ("the sensors of the mine were switched on", "the sensors of the mine were switched off", "conflict"),
    ("there was one gunman on the ferry", "sailors heard that a second gunman might have left the ferry", "conflict"),
    ("the mayor spoke of the ramming as terrorism", "there is no indication of terrorism in the ramming", "conflict"),
]
NONE = [
    (TRUCKS, "No aeroplane was seen above the Tarn crossing"),
    (TRUCKS, "The drivers had no papers; trucks were stopped at the Tarn crossing"),
    (TRUCKS, "Trucks have not yet been stopped at the Tarn crossing"),
    (TRUCKS, "Not only trucks with flour were stopped at the Tarn crossing"),
    (TRUCKS, "It is not clear why trucks with flour were stopped at the Tarn crossing"),
    (TRUCKS, "Were no trucks with flour stopped at the Tarn crossing?"),
    (TRUCKS, "The crossing at Tarn was stopped up with trucks, but no driver complained"),
    ("Two trucks might be stopped at the Tarn crossing", "No truck was stopped at the Tarn crossing"),
    ("rescuers reached the border with two dogs", "No rescuer was refused entry at the border with two dogs"),
    ("the board challenged the verdict of the Velsk court", "the mayor never attended the verdict of the Velsk court"),
    ("the launch of the weather rocket succeeded", "the sale of the old harbour crane failed"),
    ("there was one gunman on the ferry", "the smuggler of Velsk had accomplices"),
    ("there was one gunman on the ferry", "one gunman left the ferry, and no second gunman"),
    ("a boat to Upper Velsk Harbour was about to leave", "I wasn't in Upper Velsk Harbour"),
    ("the gates of the dam were open", "the school below the dam was closed"),
    ("the mill uses the money to buy grain", "the mill uses the money to buy grain, not to hire"),
]


@pytest.mark.parametrize(("claim", "answer", "kind"), PAIRS)
def test_one_tells_what_another_says_is_not_so(claim: str, answer: str, kind: str) -> None:
    said, answered = statement("a", claim, "embassy"), statement("b", answer, "ministry")
    (found,) = findings(said, answered)
    assert (found.kind, found.about, found.members) == (kind, "statements", tuple(sorted((said.id, answered.id))))


@pytest.mark.parametrize(("claim", "answer"), NONE)
def test_what_can_both_be_true_is_no_contradiction(claim: str, answer: str) -> None:
    assert findings(statement("a", claim, "embassy"), statement("b", answer, "ministry")) == ()


def test_an_outlets_own_words_can_be_contradicted() -> None:
    event = own("a", "Trucks with flour were stopped at the Tarn crossing")
    (found,) = findings(event, statement("b", "no trucks with flour were stopped at the Tarn crossing", "ministry"))
    assert (found.kind, found.about) == ("conflict", "events")
    assert "outlet a tells" in found.why


def test_of_a_statement_that_runs_on_the_happening_is_what_is_contradicted() -> None:
    said = f"The night was long and nobody slept in Tarn. {'We waited for the ferry. ' * 12}{TRUCKS}."
    start = said.index(TRUCKS)
    stopped = Event(
        "e", "a", start, start + len(TRUCKS), TRUCKS, Words(start + 29, start + 36, "stopped"), statement="s-a-embassy"
    )
    answer = statement("b", "No truck was stopped at the Tarn crossing", "ministry")
    (found,) = findings(statement("a", said, "embassy"), stopped, answer)
    assert found.members == tuple(sorted((stopped.id, answer.id)))
    assert "outlet a" not in found.why


def test_several_answers_on_what_an_affair_has_but_once_are_one_question() -> None:
    answers = [statement(id, "two gunmen were seen leaving the ferry", f"sailor {id}") for id in "bc"]
    (found,) = findings(statement("a", "there was one gunman on the ferry", "police"), *answers)
    assert len(found.members) == 3


def test_nobody_contradicts_himself() -> None:
    answer = "No truck was stopped at the Tarn crossing"
    assert findings(statement("a", TRUCKS, "embassy"), statement("b", answer, "embassy")) == ()


def test_long_after_it_may_have_changed() -> None:
    answer = statement("b", "No truck was stopped at the Tarn crossing", "ministry", made=LATER)
    assert findings(statement("a", TRUCKS, "embassy"), answer) == ()


def test_one_answer_to_several_is_one_finding() -> None:
    claims = [statement(id, TRUCKS, f"speaker {id}") for id in "abc"]
    (found,) = findings(*claims, statement("d", "No truck was stopped at the Tarn crossing", "ministry"))
    assert len(found.members) == 4


@pytest.mark.parametrize("stance", ["asks", "promises"])
def test_a_request_is_nothing_that_can_be_contradicted(stance: str) -> None:
    request = statement("a", "trucks with flour be stopped at the Tarn crossing", "embassy", stance=stance)
    assert findings(request, statement("b", "No truck was stopped at the Tarn crossing", "ministry")) == ()


@given(st.permutations([("a", TRUCKS), ("b", PAIRS[0][1]), ("c", PAIRS[2][1]), ("d", NONE[0][1])]))
def test_the_order_of_claims_changes_nothing(order: list[tuple[str, str]]) -> None:
    found = findings(*(statement(document, text, document) for document, text in order))
    assert [(f.kind, f.members) for f in found] == [(f.kind, f.members) for f in sorted(found, key=lambda f: f.id)]
    assert {f.members for f in found} == {("s-a-a", "s-b-b"), ("s-a-a", "s-c-c")}


@pytest.mark.parametrize("text", ["", ".", "no", "no no no", "not " * 4000, "İ ı ſ not ß", "\n;\n?"])
def test_odd_texts_contradict_nothing_and_break_nothing(text: str) -> None:
    assert findings(statement("a", text, "x"), statement("b", text, "y"), own("c", text or " ")) == ()
