"""What befell those counted, told by a verb with the words that go with it, by a gathering, on board, or by a court."""

import pytest

from .reading import figures_of, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 3,000 people have been forced to leave their homes in Velna.", ("displaced", "approximately", 3000)),
        ("More than 5,800 people have been moved to safety.", ("displaced", "more_than", 5800)),
        ("Some 780 people remained in temporary shelters.", ("displaced", "approximately", 780)),
        ("Another 61 people sought medical help.", ("injured", "exactly", 61)),
        ("Ambulances took 24 passengers to hospitals.", ("injured", "exactly", 24)),
        ("A crash sent four men to the hospital.", ("injured", "exactly", 4)),
        ("Four men were sent to a hospital after the crash.", ("injured", "exactly", 4)),
        ("The ministry sent 400 troops to the border.", ("deployed", "exactly", 400)),
        ("Rescuers pulled nine people alive from the rubble.", ("rescued", "exactly", 9)),
        ("Some 103 people survived the sinking.", ("rescued", "approximately", 103)),
        ("The ministry said 87 people had been taken to police stations.", ("detained", "exactly", 87)),
        ("About 90 participants in the action were taken into custody.", ("detained", "approximately", 90)),
        ("Courts sentenced 17 people to 15 days of arrest.", ("sentenced", "exactly", 17)),
        ("More than 2,300 people have been vaccinated.", ("vaccinated", "more_than", 2300)),
        ("Sixteen people who travelled with him are in quarantine.", ("quarantined", "exactly", 16)),
        ("Another seven people are listed as missing.", ("missing", "exactly", 7)),
        ("Forty-five people had been pulled out alive by Saturday evening.", ("rescued", "exactly", 45)),
        ("34 people are being treated in intensive care.", ("injured", "exactly", 34)),
        ("8 people are believed to remain under the rubble.", ("trapped", "exactly", 8)),
        ("Sixteen civilians were martyred on Tuesday.", ("killed", "exactly", 16)),
        ("The navy retrieved 31 corpses.", ("killed", "exactly", 31)),
        ("The boat had left with 124 people.", ("aboard", "exactly", 124)),
        ("112 deputies voted in favor.", ("votes for", "exactly", 112)),
        ("The bill failed: 31 voted against it and 7 abstained.", ("abstained", "exactly", 7)),
        ("The monitor updated an earlier toll of 19.", ("killed", "exactly", 19)),
        ("The search was called off with 59 people confirmed dead.", ("killed", "exactly", 59)),
    ],
)
def test_a_verb_tells_what_befell_them_with_the_words_beside_it(text: str, expected: tuple[object, ...]) -> None:
    assert expected in [one[:3] for one in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("More than 50,000 people came to the rally.", ("participants", "more_than", 50000)),
        ("Smaller rallies drew hundreds of people in Velna.", ("participants", "vague", 200)),
        ("The mass was attended by some 2,000 people.", ("participants", "approximately", 2000)),
        ("A ferry carrying more than 180 passengers capsized off the island.", ("aboard", "more_than", 180)),
        ("There were at least 200 people on board.", ("aboard", "at_least", 200)),
        ("Criminal cases were initiated against four people.", ("charged", "exactly", 4)),
    ],
)
def test_who_came_together_is_counted(text: str, expected: tuple[object, ...]) -> None:
    assert [one[:3] for one in told(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "A truck carrying 40 boxes came to the square.",
        "Twelve people moved to Velna last spring.",
        "The case against the bank was closed after 12 days.",
        "Nine people drew pictures.",
        "One woman sat on the board.",
    ],
)
def test_like_words_of_other_things_count_nobody(text: str) -> None:
    assert told(text) == []


def test_all_on_board_who_died_are_dead() -> None:
    assert [one[0] for one in told("The plane crashed, killing all 180 people on board.")] == ["killed"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rescuers pulled out 11 people from under the rubble.", ("rescued", "exactly", 11, 11)),
        ("More than 15,000 people had to leave their homes.", ("displaced", "more_than", 15000, None)),
        (
            "The river rose on 20,000 people. 16,100 of them were forced to flee their homes.",
            ("displaced", "exactly", 16100, 16100),
        ),
        ("Up to 150 militants were destroyed.", ("killed", "at_most", None, 150)),
        ("The army destroyed 30 fighters.", ("killed", "exactly", 30, 30)),
        ("Managers told families of 70 missing miners to wait.", ("missing", "exactly", 70, 70)),
        ("He said that 412 of the detained had been released.", ("released", "exactly", 412, 412)),
        ("The minister said that the number of victims reached 41 dead.", ("killed", "exactly", 41, 41)),
        ("According to the neighbours, from 8 to 13 people died.", ("killed", "between", 8, 13)),
        ("The toll rose from 8 to 13 people.", ("killed", "exactly", 13, 13)),
        ("Five people remain disappeared.", ("missing", "exactly", 5, 5)),
        ("It was reported about five dead.", ("killed", "exactly", 5, 5)),
        ("The police reported about 30 dead.", ("killed", "approximately", 30, 30)),
    ],
)
def test_what_translated_reports_tell_of_people(text: str, found: tuple[object, ...]) -> None:
    assert found in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Information about 20 dead does not correspond to reality, he stressed.",
        "Reports of 20 killed are false.",
        "The minister denied information about 300 missing persons.",
        "The reports of 20 killed are not true.",
    ],
)
def test_what_is_said_to_be_false_is_denied(text: str) -> None:
    assert [figure.polarity for figure in figures_of(text)] == ["denied"]
