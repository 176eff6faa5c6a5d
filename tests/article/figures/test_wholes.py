"""A whole and its parts, told apart by the words between them; and how many a toll tells."""

import pytest

from .reading import figures_of


def scoped(text: str) -> list[tuple[str, str, int, str | None, str]]:
    """Measure, relation, number, group and scope of every figure of a text."""
    figures = figures_of(text)
    return [(f.measure, f.relation, int(f.low or f.high or 0), f.group, f.scope) for f in figures]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Fourteen died. Of them, eleven died in the Velna district.", ("killed", "exactly", 11, "people", "part")),
        (
            "Some 5,870 people were evacuated, of whom 1,400 are children.",
            ("displaced", "exactly", 1400, "children", "part"),
        ),
        ("71 people were hurt, it said, including five children.", ("injured", "exactly", 5, "children", "part")),
        ("Among the deceased there are nine minors.", ("killed", "exactly", 9, "children", "part")),
        ("The army rescued 130 people on Wednesday alone.", ("rescued", "exactly", 130, "people", "part")),
        ("The bodies of the last two missing people were found.", ("killed", "exactly", 2, "people", "additional")),
    ],
)
def test_some_of_all_are_a_part(text: str, part: tuple[object, ...]) -> None:
    assert part in scoped(text)


def test_those_told_among_more_take_nothing_from_the_whole() -> None:
    text = "Twelve persons, among them two infants and a pregnant woman, perished on the ferry."
    assert ("killed", "exactly", 12, "people", "total") in scoped(text)
    assert ("killed", "exactly", 3, "people", "total") not in scoped(text)


def test_the_dead_among_the_ill_are_all_the_dead() -> None:
    text = "The outbreak of the disease has brought 27 cases of fever, including nine deaths."
    assert ("killed", "exactly", 9, "people", "total") in scoped(text)
    assert ("killed", "exactly", 22, "people", "total") in scoped(
        "The death toll of the outbreak rose to 22 out of 61 cases of fever."
    )


def test_those_in_hospital_and_the_others_are_all_the_hurt() -> None:
    text = "Four people were taken to hospital while 20 others were slightly hurt."
    assert ("injured", "exactly", 24, "people", "total") in scoped(text)


@pytest.mark.parametrize(
    ("text", "measure", "count"),
    [
        ("The plane crashed, killing ten tourists and two local crew members on board.", "killed", 12),
        ("The navy arrested 12 foreign and 11 local pirates.", "detained", 23),
    ],
)
def test_those_of_two_kinds_are_counted_together(text: str, measure: str, count: int) -> None:
    assert (measure, count, "total") in [(one[0], one[2], one[4]) for one in scoped(text)]


def test_the_day_after_a_toll_is_nobody() -> None:
    (figure,) = figures_of("The death toll from the bombing in the town rose to at least six Friday.")
    assert (figure.relation, figure.low, figure.group_text) == ("at_least", 6, None)
    assert figure.text.startswith("death toll")


def test_how_badly_tells_of_some_only_right_behind_the_verb() -> None:
    text = "Six firefighters suffered burns, one of them severely."
    assert scoped(text)[0] == ("injured", "exactly", 6, "firefighters", "total")


def test_an_earlier_toll_is_no_part_of_the_later() -> None:
    text = "The fire killed 35 people. Earlier it was reported about 29 dead."
    assert [one[4] for one in scoped(text)] == ["total", "total"]


def test_those_who_vote_are_no_police() -> None:
    assert [one[3] for one in scoped("In the vote, 112 deputies voted in favor.")] == ["people"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The group recorded 17 civilian deaths in Velna.", ("killed", "exactly", 17, "civilians", "total")),
        ("The displaced people amount to 131,000.", ("displaced", "exactly", 131_000, "people", "total")),
        ("Some 1,052 cases of cholera have been reported.", ("infected", "approximately", 1052, "people", "total")),
        ("The number of dead exceeded a thousand.", ("killed", "more_than", 1000, "people", "total")),
    ],
)
def test_who_is_counted_stands_in_the_words_around_the_noun(text: str, expected: tuple[object, ...]) -> None:
    assert scoped(text) == [expected]


def test_those_who_still_have_to_be_rescued_are_not() -> None:
    text = "Rescuers have saved 1,100 people; 15,000 still have to be rescued."
    assert [one[2] for one in scoped(text)] == [1100]


def test_the_number_of_a_report_is_no_none() -> None:
    assert scoped("At least 12 people were missing, the institute said in report no. 4.") == [
        ("missing", "at_least", 12, "people", "total")
    ]


def test_the_rest_of_a_sentence_is_told_elsewhere() -> None:
    assert [one[2] for one in scoped("Eleven died in the district of Velna and three in Marsk.")] == [11, 3]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fever deaths hit 22 in Velna.", ("killed", "exactly", 22)),
        ("The survivors amount to 103.", ("rescued", "exactly", 103)),
        ("The number of survivors was revised upward to 103.", ("rescued", "exactly", 103)),
        ("The number of disappeared was reduced to 35.", ("missing", "exactly", 35)),
        ("Police put the crowd at 4,000.", ("participants", "exactly", 4000)),
        ("The number of detainees across the country exceeded 300.", ("detained", "more_than", 300)),
        ("12 die, 96 rescued in sea mishap", ("killed", "exactly", 12)),
    ],
)
def test_a_toll_tells_how_many_of_whomever_it_names(text: str, expected: tuple[object, ...]) -> None:
    assert expected in [one[:3] for one in scoped(text)]


def test_a_toll_before_a_total_is_the_latest_of_it() -> None:
    text = "Police detained 412 people overnight, taking the total number of arrests since Sunday to more than 700."
    assert [one[2:] for one in scoped(text)] == [(412, "people", "additional"), (700, "people", "total")]


def test_what_is_not_ruled_out_is_unconfirmed() -> None:
    (figure,) = figures_of("He did not rule out that the number of dead may exceed 50.")
    assert (figure.relation, figure.polarity) == ("more_than", "unconfirmed")


def test_victims_are_the_dead_where_as_many_are() -> None:
    text = "Velna mourns 29 victims, including four children. The ministry said 29 people died in the fire."
    assert {one[0] for one in scoped(text)} == {"killed"}
    flood = "The number of victims of the flood rose to 14. Eleven died in Velna."
    assert ("killed", "exactly", 14, "people", "total") in scoped(flood)
    shots = "The number of victims rose to 14. Eleven people were shot, and three died."
    assert ("casualties", "exactly", 14, "people", "total") in scoped(shots)


def test_the_dead_of_a_war_are_no_count_of_one_strike_in_it() -> None:
    war = "At least 4,200 civilians have been killed since the start of the war."
    strike = "The strike on the market killed 26 civilians."
    assert [one[0] for one in scoped(f"{strike} {war}")] == ["killed", "killed overall"]
    assert [one[0] for one in scoped(war)] == ["killed"]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("87 people, 29 of whom were police officers, were hurt.", ("injured", "exactly", 29, "police", "part")),
        (
            "He put the number of injured at 156, of them 41 police officers.",
            ("injured", "exactly", 41, "police", "part"),
        ),
        ("The number of victims reached 41 dead, 37 of them in Velna.", ("killed", "exactly", 37, "people", "part")),
        ("163 people were hurt, of them 94 are soldiers.", ("injured", "exactly", 94, "soldiers", "part")),
        ("16 people were killed (six men, nine women and a boy).", ("killed", "exactly", 9, "women", "part")),
        ("Some 300 people remain in custody.", ("detained", "approximately", 300, "people", "part")),
    ],
)
def test_who_they_were_is_told_of_a_part(text: str, part: tuple[object, ...]) -> None:
    assert part in scoped(text)


def test_a_count_behind_the_bracket_has_its_own_measure() -> None:
    text = "16 people were killed (six men, nine women and one boy) and at least 46 injured."
    assert ("injured", "at_least", 46, "people", "total") in scoped(text)


def test_bodies_that_were_found_are_some_of_the_dead_where_more_are_told() -> None:
    ferry = "The ferry sank with 26 confirmed dead. Divers found five bodies on Tuesday, a navy spokesman said."
    assert ("killed", "exactly", 5, "people", "part") in scoped(ferry)
    assert ("killed", "exactly", 39, "people", "total") in scoped("Some of 39 bodies. 39 bodies have been recovered.")


def test_fewer_who_are_missing_are_all_who_still_are() -> None:
    text = "The sea took 38 people, who are missing. By evening 24 people were missing."
    assert [one[4] for one in scoped(text) if one[0] == "missing"] == ["total", "total"]


def test_the_missing_who_were_found_dead_are_the_dead() -> None:
    assert [one[0] for one in scoped("12 missing miners were found dead.")] == ["killed"]
