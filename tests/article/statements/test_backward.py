"""Sentences that tell whose the one before is, and speech behind dashes, as translated papers print them."""

import pytest

from .reading import said, statements

BACKWARD = [
    ("The road is open. This was reported by the Odrin ministry.", [("The road is open", "the Odrin ministry")]),
    ("The road is open again. The mayor announced this on Monday.", [("The road is open again", "The mayor")]),
    ("The road is open. About this said the governor Mara Quill.", [("The road is open", "the governor Mara Quill")]),
    ("The road is open. The mayor announced this plan on Monday.", [("this plan", "The mayor")]),
    (
        "The road is open again. This is stated in the message of the Odrin service.",
        [("The road is open again", "the Odrin service")],
    ),
    ("The road is open. He said this was no news.", [("this was no news", "He")]),
    ("The road is open. This was not reported by the ministry.", []),
    (
        "The mayor said that the road is open. This information was denied by the ministry.",
        [
            ("that the road is open", "The mayor"),
            ("that the road is open", "the ministry"),
        ],
    ),
    (
        "The mayor said that the road is open. The ministry has confirmed this information.",
        [
            ("that the road is open", "The mayor"),
            ("that the road is open", "The ministry"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "found"), BACKWARD)
def test_a_sentence_is_whose_the_next_one_says(text: str, found: list[tuple[str, str]]) -> None:
    assert said(text) == found


def test_who_announced_what_stands_before_may_add_to_it() -> None:
    found = said("The road is open. This was announced by the ministry, specifying that it rains.")
    assert sorted(found) == [("The road is open", "the ministry"), ("that it rains", "the ministry")]


JUDGED = [
    ("Russia accused Norway on Tuesday of shelling its posts, an allegation which Oslo dismissed as a lie.", "Oslo"),
    ("Russia accused Norway on Tuesday of shelling its posts, a charge Oslo denies.", "Oslo"),
    ("The rebels wrote that they had taken the town – a claim the governor rejected.", "the governor"),
    ("The mayor said the police had fired into the crowd, accusations denied by the ministry.", "the ministry"),
]


@pytest.mark.parametrize(("text", "judge"), JUDGED)
def test_what_a_charge_is_that_somebody_denies_stands_before_it(text: str, judge: str) -> None:
    told, denied = sorted(statements(text), key=lambda s: s.stance == "denies")
    assert (denied.stance, denied.speaker_text, denied.text) == ("denies", judge, told.text)
    assert told.stance != "denies"


def test_what_has_a_speaker_came_through_whom_the_next_sentence_names() -> None:
    text = "The mayor said that the road is open. This is reported by Valley Radio."
    assert [(s.speaker_text, s.via) for s in statements(text)] == [("The mayor", ("Valley Radio",))]


def test_a_source_that_refers_to_another_hands_on_its_words() -> None:
    text = "The road is open. This is reported by Valley Radio with reference to the ministry."
    assert [(s.speaker_text, s.via) for s in statements(text)] == [("the ministry", ("Valley Radio",))]


def test_a_headline_is_not_whose_the_first_sentence_says() -> None:
    text = "The road is open\n\nThis was reported by the Odrin ministry."
    assert statements(text, title="The road is open") == ()


DASHED = [
    (
        "- The war must stop, - said the minister.",
        [("The war must stop,", "the minister")],
    ),
    (
        "— We heard a roar. The glass flew out, — Mara Quill, a teacher, told reporters. — Nobody came.",
        [("We heard a roar. The glass flew out,", "Mara Quill"), ("Nobody came.", "Mara Quill")],
    ),
    ("– What now? – asked the mayor of Odrin on Monday.", [("What now?", "the mayor of Odrin")]),
    (
        "– We, the soldiers, have taken over – said the colonel, among his men. The road is open.",
        [("We, the soldiers, have taken over", "the colonel")],
    ),
    (
        "– First we heard a bang – said Tom Arden, a miner. – Everybody knew it – he added.",
        [("First we heard a bang", "Tom Arden"), ("Everybody knew it", "Tom Arden")],
    ),
    ("- Two gates are open\n- Three gates are shut", []),
    ("- The road - a wide one - is open.", []),
]


@pytest.mark.parametrize(("text", "found"), DASHED)
def test_a_dash_may_open_speech(text: str, found: list[tuple[str, str]]) -> None:
    assert said(text) == found
    assert all(s.kind == "direct" for s in statements(text))


@pytest.mark.parametrize("text", ["-", "- ", "—\n—", "- , - said", "- a, - said.", "- Go, - said. - "])
def test_dashes_with_nothing_between_give_nobody_words(text: str) -> None:
    assert not [s for s in statements(text) if s.speaker_text]
