"""Counts as agencies tell them in bulletins and in translation: who of those counted they were, who is looked for."""

import pytest

from .reading import figures_of, told


def rows(text: str) -> list[tuple[str, object, str | None, str]]:
    return [(f.measure, f.low if f.low is not None else f.high, f.group, f.scope) for f in figures_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seven miners are still being searched for.", ("missing", "exactly", 7, 7)),
        ("The search for 12 fishermen continues.", ("missing", "exactly", 12, 12)),
        ("The fate of 31 passengers is unknown.", ("missing", "exactly", 31, 31)),
        ("Up to 400 people were still being held.", ("detained", "at_most", None, 400)),
        ("Ninety people remain under arrest, the court said.", ("detained", "exactly", 90, 90)),
        ("More than 60 residents have already been let go home.", ("released", "more_than", 60, None)),
        ("In the clinics of the city, 58 residents continue to receive treatment.", ("injured", "exactly", 58, 58)),
        ("It was noted that 19 people became victims of the flood.", ("casualties", "exactly", 19, 19)),
        ("The total number of the detained is 340 people.", ("detained", "exactly", 340, 340)),
        ("A surgeon said he had treated 14 people with gunshot wounds.", ("injured", "exactly", 14, 14)),
        ("There is not a single child among the dead.", ("killed", "none", 0, 0)),
        ("On Tuesday four more people were arrested: a baker and his three sons.", ("detained", "exactly", 4, 4)),
        (
            "The council lowered the number of people killed by the flood in the port to 870.",
            ("killed", "exactly", 870, 870),
        ),
    ],
)
def test_what_befell_them_is_told_in_the_words_of_a_bulletin(text: str, expected: tuple[object, ...]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The search for two gunmen continues.",
        "Three suspects are being searched for.",
        "Forty people were caught and another 20 are being looked for.",
    ],
)
def test_who_is_wanted_is_not_missing(text: str) -> None:
    assert "missing" not in {measure for measure, *_ in told(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Officials counted 18 dead: 14 of the dead are civilians, four are policemen.",
            ("killed", 4, "police", "part"),
        ),
        ("The blast killed 30 people. Six of the dead were soldiers.", ("killed", 6, "soldiers", "part")),
        ("The club counted 90 arrests. Of these, 11 are students.", ("detained", 11, "people", "part")),
        ("The flood killed 300 people. Among them were at least 40 foreigners.", ("killed", 40, "people", "part")),
        (
            "Some 40,000 people were displaced. At least 9,000 of these are from Velna.",
            ("displaced", 9000, "people", "part"),
        ),
        ("The navy found 50 bodies, of which 31 have been identified.", ("killed", 31, "people", "part")),
        ("They counted 840 bodies, of which 190 have been buried.", ("killed", 190, "people", "part")),
        ("The 20 wounded were taken to a clinic - 8 children, 7 women and 5 men.", ("injured", 7, "women", "part")),
        (
            "The hall was searched and 60 bodies, including those of two children, were found.",
            ("killed", 2, "children", "part"),
        ),
        ("In Velna 16 people died, of them three children.", ("killed", 3, "children", "part")),
        ("Sixty bodies, including those of two children, were found.", ("killed", 2, "children", "part")),
        ("Officials counted 18 dead: 14 of them are miners, four are policemen.", ("killed", 4, "police", "part")),
        ("Among the injured there are 23 policemen.", ("injured", 23, "police", "part")),
        ("Twenty people died. Four bodies could not be identified.", ("killed", 4, "people", "part")),
        ("A crash killed 40 people. Two riders and a guard died in another one.", ("killed", 3, "people", "part")),
        ("Six people were hurt, including three children of one family.", ("injured", 3, "children", "part")),
    ],
)
def test_some_of_those_counted_before_are_a_part_of_them(text: str, expected: tuple[object, ...]) -> None:
    assert expected in rows(text)


def test_the_count_that_held_before_is_told_beside_the_new_one() -> None:
    text = "The death toll rose to 70 on Sunday, up from 41 the night before."
    assert [low for _, low, _, _ in rows(text)] == [70, 41]


def test_those_who_make_up_a_total_told_before_are_its_parts() -> None:
    text = "At least 30 people have died, officials say.\n\nTwelve died in a clinic, he said; 18 died at home."
    assert [scope for *_, scope in rows(text)] == ["total", "part", "part"]
    assert [scope for *_, scope in rows(text.replace("30", "31"))][1] == "total"


def test_who_died_of_wounds_is_one_of_all_the_dead() -> None:
    text = (
        "The number of dead in Velna has risen to 21, the mayor said. Three people died of their wounds, a doctor said."
    )
    assert ("killed", 3, "people", "part") in rows(text)


def test_a_toll_that_is_awaited_is_none() -> None:
    assert told("We expect the number of victims to reach ten thousand.") == []


def test_those_of_an_earlier_year_are_of_one_affair() -> None:
    text = "A fire killed 32 people in the worst accident since 2006, when 41 miners died at another site."
    assert ("killed", "exactly", 41, 41) in told(text)


def test_a_crew_is_not_one_person() -> None:
    assert {low for _, low, *_ in rows("The ferry was carrying 269 passengers and crew.")} == {269}


def test_no_injuries_of_one_who_is_named_are_no_count() -> None:
    assert told("Detectives said that Ann Alder had no injuries.") == []
    assert told("The governor said that there were no injuries.") == [("injured", "none", 0, 0)]


def test_what_befell_those_with_wounds_goes_before_their_wounds() -> None:
    assert rows("Four people with serious injuries were released.") == [("released", 4, "people", "total")]
    assert rows("Doctors saw four people with serious injuries.") == [("injured", 4, "people", "part")]
