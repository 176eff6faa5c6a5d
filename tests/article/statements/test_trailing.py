"""Sentences that end with their cue, and words told by other ways than "X said that": at a place, by an agency."""

import pytest

from rashomon.records import Mention

from .reading import contents, said, statements

TOLD = [
    (
        "The borders will be closed, and the constitution is suspended, Ann Lee stressed.",
        ("The borders will be closed, and the constitution is suspended", "Ann Lee"),
    ),
    (
        "Nine people were saved, all of them of Velmian nationality, the same source added.",
        ("Nine people were saved, all of them of Velmian nationality", "the same source"),
    ),
    (
        "The man, a 40-year-old farmer, confessed to having received money from abroad, Northline quoted prosecutor "
        "Ann Lee as saying.",
        ("The man, a 40-year-old farmer, confessed to having received money from abroad", "prosecutor Ann Lee"),
    ),
    (
        "A source in the rescue agencies of Velmia told Northline on condition of anonymity that up to ten people had "
        "died.",
        ("that up to ten people had died", "A source in the rescue agencies of Velmia"),
    ),
    (
        "As specified in the ministry, the people of the valley are being brought to Odrin.",
        ("the people of the valley are being brought to Odrin", "the ministry"),
    ),
    (
        "According to the report of the Northline News Agency, Colonel Ann Lee of the Second Corps was hurt this "
        "morning.",
        ("Colonel Ann Lee of the Second Corps was hurt this morning", "the report of the Northline News Agency"),
    ),
    (
        "“I saw three lorries,” said an Odrin farmer who, like others asked for this story, wanted no name.",
        ("I saw three lorries,", "an Odrin farmer"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_all_that_is_said_and_who_says_it(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)


def test_what_is_demanded_ends_before_who_tells_of_it() -> None:
    text = (
        "The Union condemned the raid and demanded the release of the mayor, its spokeswoman, Ann Lee, said in a note."
    )
    assert "the release of the mayor" in contents(text)


def test_what_is_told_at_a_place_comes_through_the_one_who_was_told() -> None:
    found = statements("As Northline was told in the Velmian embassy in Odrin, there are no Velmians among the dead.")
    assert [(s.text, s.speaker_text, s.via) for s in found] == [
        ("there are no Velmians among the dead", "the Velmian embassy in Odrin", ("Northline",))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A group calling itself the Council of the Valley took the town hall.",
        "A woman who lives there requested anonymity.",
        "A group calling itself “Council of the Valley” took the town hall.",
        "Velmia neither confirms nor denies involvement in such raids.",
        "The mayor denied the information.",
        "According to our information, eleven clerks were held during the night.",
    ],
)
def test_a_name_taken_or_kept_back_and_what_the_paper_knows_itself_is_nobody_s_statement(text: str) -> None:
    assert contents(text) == []


def test_a_source_behind_a_relative_clause_is_that_clause_s() -> None:
    text = "The party denies having anything to do with the fight in Odrin, which left two dead according to a doctor."
    assert ("which left two dead", "a doctor") in said(text)


VIA = [
    (
        "Ann Lee, whose words are quoted by the Odrin Herald, stated that the losses are being counted.",
        "the Odrin Herald",
    ),
    ("An officer, speaking to the newspaper Northline, described the raid as “a mistake”.", "the newspaper Northline"),
]


@pytest.mark.parametrize(("text", "medium"), VIA)
def test_words_come_through_the_medium_that_is_named_beside_the_speaker(text: str, medium: str) -> None:
    assert [via for s in statements(text) for via in s.via] == [medium]


def test_a_radio_station_that_has_been_named_goes_by_its_name() -> None:
    text = "The gate is shut, reports the radio station Northline.\n\n“We wait,” the radio station quotes Ann Lee."
    start = text.index("Northline")
    northline = Mention("m", "document-1", start, start + len("Northline"), "Northline", "ORG", "name")
    assert statements(text, mentions=(northline,))[-1].via == ("m",)


def test_what_information_is_about_is_what_is_denied() -> None:
    assert said("Ann Lee denied the information about the sale of the dam.") == [
        ("the information about the sale of the dam", "Ann Lee")
    ]


COLONS = [
    ("Responding to the charge, Ann Lee was categorical: “There is neither winner nor loser.”", "Ann Lee"),
    ("His lawyer, in contrast, came out against it: “Mr. Dron is bitter because he was not chosen.”", "His lawyer"),
]


@pytest.mark.parametrize(("text", "speaker"), COLONS)
def test_whoever_a_sentence_up_to_a_colon_is_about_speaks_behind_it(text: str, speaker: str) -> None:
    assert [s.speaker_text for s in statements(text) if s.kind == "direct"] == [speaker]


def test_the_subject_before_the_marks_belongs_to_what_is_added() -> None:
    text = "Ann Lee said that it rains, adding the road “remains open”."
    assert contents(text)[-1] == "the road “remains open”"


def test_a_deed_told_as_having_been_done_is_said() -> None:
    assert said("In another post, Ann Lee revealed having received threats.") == [
        ("having received threats", "Ann Lee")
    ]
