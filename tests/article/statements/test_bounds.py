"""Where what is said begins and ends: behind datelines, before the report's own deeds and comments."""

import pytest

from rashomon.ids import make_id
from rashomon.records import Time

from .reading import said, statements

BOUNDS = [
    (
        "Both ministries said that the dam, closed at 9 a.m. on the orders of the governor, appeared to have held.",
        "that the dam, closed at 9 a.m. on the orders of the governor, appeared to have held",
    ),
    (
        "The mayor said at a regular press briefing that Odrin hopes the road will be open soon.",
        "that Odrin hopes the road will be open soon",
    ),
    (
        "The board said it is ready to open all gates, a move expected to anger the farmers below the dam.",
        "it is ready to open all gates",
    ),
    (
        "The mayor announced that the levy would be suspended for sixty days and thanked the bishops for their help.",
        "that the levy would be suspended for sixty days",
    ),
    (
        "The mayor said that the toll had risen to nine, while the agency quoted doctors as saying it reached ten.",
        "that the toll had risen to nine",
    ),
    (
        "The minister called on Friday for an “independent and prompt” inquiry.",
        "an “independent and prompt” inquiry",
    ),
    ("ODRIN, May 2. /VARIN/. The road is open, the mayor said.", "The road is open"),
    ("The mayor said the dam was dry, calling reports of a leak “lies.”", "the dam was dry"),
    ("Police said nine were held, while organisers put the number at thirty.", "nine were held"),
    ("The spokesman wrote that the town was theirs – a claim the governor rejected.", "that the town was theirs"),
    (
        "Police now believe two weekend shootings that left one man dead and four people wounded were not related.",
        "two weekend shootings that left one man dead and four people wounded were not related",
    ),
    (
        "Police say two men have been detained for questioning after a 6-month-old girl was fatally shot in Odrin.",
        "two men have been detained for questioning after a 6-month-old girl was fatally shot in Odrin",
    ),
    ("(VARIN) - ODRIN, MAY 2 - The road is open, the mayor said.", "The road is open"),
    ("The council said on Monday Quill was leading by nine votes.", "Quill was leading by nine votes"),
    ("The mayor denied that the road was shut and affirmed that it was dry.", "that the road was shut"),
    ("The mayor demanded all efforts to treat the injured and ordered an inquiry.", "all efforts to treat the injured"),
    ("Port Odrin, 2 May (VARIN).- The road is open, the mayor said.", "The road is open"),
    (
        "At least nine people were killed in three days of floods in Odrin, the board has said, as the rain went on.",
        "At least nine people were killed in three days of floods in Odrin",
    ),
    (
        "The army left the town of Odrin, where according to the bishops at least nine people have died.",
        "at least nine people have died",
    ),
]


@pytest.mark.parametrize(("text", "content"), BOUNDS)
def test_what_is_said_ends_where_the_report_speaks_for_itself(text: str, content: str) -> None:
    assert content in [words for words, _ in said(text)]


NOTHING = [
    "Both sides urged to end the row by talks",
    "There is no guarantee that the dam holds.",
    "The mayor confirmed that.",
    "Who would say that the dam holds?",
    "Most of the men stood accused of offences.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_asked_of_somebody_by_nobody_or_stands_for_other_words_is_no_statement(text: str) -> None:
    assert said(text) == []


def test_a_day_inside_what_is_said_is_not_the_day_of_another_saying() -> None:
    text = "The mayor denied rumours that he planned to leave, saying he would stay until 2027."
    start = text.index("2027")
    year = Time(make_id("time", start), "document-1", start, start + 4, "2027", "DATE", "2027")
    assert {s.when for s in statements(text, times=(year,))} == {None}


CUT = [
    ("Prado’s office later put the number of injured at 640.", "the number of injured at 640"),
    (
        "Quill says at least a dozen people were at the fair when the driver entered about 4 p.m.",
        "at least a dozen people were at the fair when the driver entered about 4 p.m.",
    ),
    (
        "The senator said that the army took 14 hours to arrive, something that the ministry denies.",
        "that the army took 14 hours to arrive",
    ),
    (
        "Quill said the bloc would discuss the package, while the premier of Orania, Tom Arden, warned against it.",
        "the bloc would discuss the package",
    ),
    (
        "The storm, which according to the Odrin Weather Centre measured 7.0, has left nine dead, the board said.",
        "The storm, which according to the Odrin Weather Centre measured 7.0, has left nine dead",
    ),
    (
        "The ministry had described the raid as a “murder in cold blood,” and summoned the envoy.",
        "the raid as a “murder in cold blood,",
    ),
]


@pytest.mark.parametrize(("text", "content"), CUT)
def test_numbers_hours_and_asides_belong_where_they_stand(text: str, content: str) -> None:
    assert content in [words for words, _ in said(text)]


FRAMES = [
    ("When asked whether the dam would hold, he answered in the affirmative.", "whether the dam would hold"),
    ("“We feel for them,” she said when asked to comment.", "We feel for them,"),
]


@pytest.mark.parametrize(("text", "content"), FRAMES)
def test_what_somebody_was_asked_is_not_what_he_said(text: str, content: str) -> None:
    assert [words for words, _ in said(text)] == [content]


LED_IN = [
    (
        "Arden said Odrin's borders were closed, a nationwide curfew was declared and all schools were suspended.",
        "Odrin's borders were closed, a nationwide curfew was declared and all schools were suspended",
    ),
    ("Odrin, July 28 (VAR): The ministry said the road is open.", "the road is open"),
    ("As the mayor emphasized, the road is open.", "the road is open"),
    ("Odrin’s ministry said this morning it opposed the use of the dam.", "it opposed the use of the dam"),
    (
        "Speaking after the vote, Mara Quill said the sale was “unacceptable” and went against “the will of the town.”",
        "the sale was “unacceptable” and went against “the will of the town.",
    ),
]


@pytest.mark.parametrize(("text", "content"), LED_IN)
def test_a_day_before_a_clause_and_a_second_half_behind_marks_are_told_apart(text: str, content: str) -> None:
    assert [words for words, _ in said(text)] == [content]


def test_whom_somebody_urged_is_not_what_he_urged() -> None:
    text = "The board urged its oldest allies, Odrin and Ford, to help it end such raids."
    assert [words for words, _ in said(text)] == ["to help it end such raids"]


def test_who_says_no_more_has_said_what_stands_before() -> None:
    text = "The office claimed that the plant met all the safety standards and declined further comment."
    assert [words for words, _ in said(text)] == ["that the plant met all the safety standards"]


UNTOLD = [
    "The miner asked that his surname not be published.",
    "The ministry confirmed this information.",
    "The board called a meeting of the council for Friday.",
    "The rocket, believed to be a large one, fell.",
]


@pytest.mark.parametrize("text", UNTOLD)
def test_a_day_is_not_called_for_and_a_rocket_believes_nothing(text: str) -> None:
    assert said(text) == []
