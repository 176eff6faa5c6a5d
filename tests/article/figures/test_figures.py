"""Counts of people: what befell them, whose, and how sure it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .reading import figures_of, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve miners died when the roof fell in.", [("killed", "exactly", 12, 12)]),
        ("Bomb kills 12 in Marville market", [("killed", "exactly", 12, 12)]),
        ("12 dead, 353 hurt as ferry sinks", [("killed", "exactly", 12, 12), ("injured", "exactly", 353, 353)]),
        (
            "At least 20 people were killed and more than 100 wounded.",
            [("killed", "at_least", 20, None), ("injured", "more_than", 100, None)],
        ),
        ("The quake left 45 people dead.", [("killed", "exactly", 45, 45)]),
        ("The death toll has risen to 1,204.", [("killed", "exactly", 1204, 1204)]),
        ("The number of injured climbed to 88.", [("injured", "exactly", 88, 88)]),
        ("The attack claimed the lives of 19 people.", [("killed", "exactly", 19, 19)]),
        ("Nineteen people lost their lives.", [("killed", "exactly", 19, 19)]),
        ("More than half of the 300 passengers drowned.", [("killed", "more_than", 150, None)]),
        ("The shelling killed and wounded dozens of villagers.", [("casualties", "vague", 24, 99)]),
        ("Police shot and killed two men.", [("killed", "exactly", 2, 2)]),
        ("Forty people are still missing.", [("missing", "exactly", 40, 40)]),
        ("Between 10 and 20 soldiers were taken hostage.", [("hostages", "between", 10, 20)]),
        ("The militants freed 12 hostages.", [("rescued", "exactly", 12, 12)]),
        ("The court released 12 prisoners.", [("released", "exactly", 12, 12)]),
        ("About 5,000 people marched through the capital.", [("participants", "approximately", 5000, 5000)]),
        ("The government deployed 2,000 troops.", [("deployed", "exactly", 2000, 2000)]),
        ("The flood displaced 40,000 villagers.", [("displaced", "exactly", 40_000, 40_000)]),
        ("Thousands of detainees were counted.", [("detained", "vague", 2000, 9999)]),
        ("No casualties were reported.", [("casualties", "none", 0, 0)]),
        ("Nobody was hurt in the fire.", [("injured", "none", 0, 0)]),
        ("Of the 60 passengers, 12 were killed.", [("killed", "exactly", 12, 12)]),
        ("Two of the wounded later died in hospital.", [("killed", "exactly", 2, 2)]),
        (
            "We heard that 40 people were dead. Earlier, we heard 33.",
            [("killed", "exactly", 40, 40), ("killed", "exactly", 33, 33)],
        ),
    ],
)
def test_a_count_is_read_with_what_befell_them(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The storm killed 20 cows and moved 15 cars.",
        "The company hired 200 people and built 30 houses.",
        "He was sentenced to 12 years.",
        "Temperatures fell to 12 degrees.",
        "It was the third attack in ten days.",
        "Ann Alder, 34, and Ben Birch, 31, sang.",
        "The children, ages 2 and 4, were at home.",
        "The ticket was $ 12 and the train left at 10:30.",
        "The town of 12,000 people lies on the coast.",
        "If 12 people died, the mine would have been closed.",
        "",
        "12",
    ],
)
def test_numbers_of_other_things_are_no_figures(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Between 10 and 20 miners were trapped.", [("trapped", "between", 10, 20)]),
        ("Ten to twelve people were hurt.", [("injured", "between", 10, 12)]),
        ("Anywhere from 10 to 15 people were killed.", [("killed", "between", 10, 15)]),
        ("12 or 13 people died.", [("killed", "between", 12, 13)]),
        ("No fewer than 40 miners died.", [("killed", "at_least", 40, None)]),
        ("As many as 200 people were killed.", [("killed", "at_most", None, 200)]),
        ("More than two dozen people were arrested.", [("detained", "more_than", 24, None)]),
        ("A couple of soldiers were wounded.", [("injured", "approximately", 2, 2)]),
        ("Three-quarters of the 80 guests were hurt.", [("injured", "approximately", 60, 60)]),
        ("Seven out of ten miners survived.", [("rescued", "exactly", 7, 7)]),
        ("One in five villagers fled.", []),
        ("Not a single miner was hurt.", [("injured", "none", 0, 0)]),
        ("There were no reports of injuries.", [("injured", "none", 0, 0)]),
        ("None of the passengers were injured.", [("injured", "none", 0, 0)]),
        ("The number of dead rose from 12 to 19.", [("killed", "exactly", 19, 19)]),
        ("The death toll has climbed past 1,000.", [("killed", "more_than", 1000, None)]),
        ("１２ people were killed.", [("killed", "exactly", 12, 12)]),
        (
            "TWELVE PEOPLE WERE KILLED AND 353 INJURED.",
            [("killed", "exactly", 12, 12), ("injured", "exactly", 353, 353)],
        ),
        ("The 85th victim was buried on Friday.", []),
        (
            "Police arrested 40 people, 12 of them minors.",
            [("detained", "exactly", 40, 40), ("detained", "exactly", 12, 12)],
        ),
        ("The class of '11 was released.", []),
        ("The strike killed a family of five.", [("killed", "exactly", 5, 5)]),
        ("A crew of twelve was rescued.", [("rescued", "exactly", 12, 12)]),
        ("Police stopped the protesters and detained 61 of them.", [("detained", "exactly", 61, 61)]),
    ],
)
def test_each_form_of_a_number_is_read_in_its_sentence(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text) == expected


def test_a_letter_that_only_looks_like_another_breaks_nothing() -> None:
    for text in (
        "12 people were KİLLED.",
        "12 people were kılled.",
        "12 perſons were killed.",
        "12 people were kille\u0301d.",
    ):
        assert all(text[f.start : f.end] == f.text for f in figures_of(text))


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("12 members of the security forces were killed and 353 were injured.", ["security forces", "security forces"]),
        ("Dozens of rioters were detained.", ["protesters"]),
        ("Three girls and two police officers were hurt.", ["children", "police", "people"]),
        ("Forty tourists were killed.", ["people"]),
        ("The blast killed nine soldiers, and 30 people were hurt.", ["soldiers", "people"]),
        ("Gunmen abducted six aid workers.", ["aid workers"]),
    ],
)
def test_the_group_is_who_suffers_it(text: str, groups: list[str]) -> None:
    assert sorted(str(figure.group) for figure in figures_of(text)) == sorted(groups)


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("The blast killed 14 people, including three children.", ["total", "part"]),
        ("Another five people died.", ["additional"]),
        ("Three women were among the 84 people killed.", ["part", "total"]),
        ("Two people were hurt, one seriously.", ["total", "part"]),
        ("A total of 99 people were taken to hospital.", ["part"]),
        ("Seven people, among them two journalists, were detained.", ["total", "part"]),
        ("The crash killed 12, bringing the toll to 85.", ["additional", "total"]),
        ("Two more bodies were found, bringing the death toll to 19.", ["additional", "total"]),
        ("Two people have been killed. Dozens more were injured.", ["total", "total"]),
    ],
)
def test_a_part_and_an_addition_are_told_from_the_whole(text: str, scopes: list[str]) -> None:
    assert [figure.scope for figure in figures_of(text)] == scopes


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("12 people were killed.", "asserted"),
        ("12 people were reportedly killed.", "unconfirmed"),
        ("As many as 200 people are feared dead.", "feared"),
        ("Up to 50 people are believed to be trapped.", "unconfirmed"),
        ("Officials denied that 100 people had been killed.", "denied"),
        ("The army denied killing 40 villagers.", "denied"),
        ("It is not true that 12 people were killed.", "denied"),
        ("Police have not confirmed that 12 people died.", "unconfirmed"),
        ("It is feared that 40 people drowned.", "feared"),
        ("It is believed that 40 people drowned.", "unconfirmed"),
        ("The toll could rise to 40.", "unconfirmed"),
        ("No fewer than 40 miners died.", "asserted"),
    ],
)
def test_how_sure_a_count_is_told_to_be(text: str, polarity: str) -> None:
    assert [figure.polarity for figure in figures_of(text)] == [polarity]


def test_a_hedge_governs_both_counts_of_a_pair() -> None:
    assert told("At least three miners and three drivers were killed.") == [("killed", "at_least", 3, None)] * 2


def test_a_count_takes_its_source_from_the_statement_it_stands_in() -> None:
    (figure,) = figures_of("The harbour ministry said 12 people had been killed in the fire.")
    assert figure.statement is not None
    assert "ministry" in (figure.source_text or "")


def test_a_single_victim_counts_only_where_no_number_does() -> None:
    assert told("A man was killed on Friday in Marville.") == [("killed", "exactly", 1, 1)]
    assert told("A man and his son were killed on Friday.") == [("killed", "exactly", 2, 2)]
    assert told("Five people were killed on Friday. A man died on the spot.") == [("killed", "exactly", 5, 5)]


def test_those_hit_are_hurt_unless_the_report_counts_dead_as_well() -> None:
    assert told("Four people were shot.") == [("injured", "exactly", 4, 4)]
    assert told("Four people were shot. Two people died.")[0] == ("casualties", "exactly", 4, 4)


def test_fewer_than_were_told_at_first_are_some_of_them() -> None:
    text = "The blast in Marville killed nine people. Two people died at once, and seven people died in hospital."
    assert [figure.scope for figure in figures_of(text)] == ["total", "part", "part"]


def test_fewer_by_another_voice_or_elsewhere_are_no_part() -> None:
    by_another = "The ministry said that 13 people were killed. The union said that 11 people were killed."
    assert [figure.scope for figure in figures_of(by_another)] == ["total", "total"]


def test_soldiers_that_an_army_lost_are_dead_members_that_a_club_lost_are_not() -> None:
    assert told("The army lost 12 soldiers in the raid.") == [("killed", "exactly", 12, 12)]
    assert told("The club lost 12 members last year.") == []


def test_a_bare_count_takes_up_what_was_counted_and_has_its_own_source() -> None:
    _, second = figures_of("The ministry said that 11 miners were killed. Ann Alder put the number at 13.")
    assert (second.measure, second.low, second.source_text) == ("killed", 13, "Ann Alder")
    text = "Police said that 37 people were detained. Residents speak of more than fifty."
    assert told(text)[1] == ("detained", "more_than", 50, None)


@pytest.mark.parametrize("text", ["Twelve men are in custody.", "The rebels captured 12 soldiers."])
def test_those_held_are_detained(text: str) -> None:
    assert told(text) == [("detained", "exactly", 12, 12)]


def test_those_summed_up_by_kind_are_parts_of_the_people() -> None:
    figures = figures_of("Six children and two adults were killed.")
    assert [(f.group, f.low, f.scope) for f in figures] == [
        ("children", 6, "total"),
        ("people", 8, "total"),
        ("people", 2, "part"),
    ]


@pytest.mark.parametrize(
    ("text", "measure", "count"),
    [
        ("Two women and a man were killed in Marville.", "killed", 3),
        ("Police say a man killed his wife and their four children.", "killed", 5),
        ("A 10-year-old girl and two men were wounded on Friday.", "injured", 3),
        ("Ann Alder and two others were killed.", "killed", 3),
        ("Five officers and four civilians were injured.", "injured", 9),
        ("Two men and a woman were arrested.", "detained", 3),
    ],
)
def test_those_told_in_a_row_are_also_counted_together(text: str, measure: str, count: int) -> None:
    assert (measure, count, "people", "total") in [(f.measure, f.low, f.group, f.scope) for f in figures_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "A bus driver and dozens of passengers were hurt.",
        "At least two men and three women were hurt.",
        "Police found one dead man and a second man suffering from shock.",
        "Two men, 18 and 20, were hurt.",
    ],
)
def test_a_row_that_cannot_be_counted_has_no_sum(text: str) -> None:
    assert (
        len([f for f in figures_of(text) if f.scope == "total" and f.group == "people" and f.relation == "exactly"])
        <= 1
    )


def test_the_dead_among_those_shot_are_all_the_dead_and_the_others_the_hurt() -> None:
    figures = figures_of("Six people were shot, two fatally.")
    assert {(f.measure, f.low, f.scope) for f in figures} == {
        ("casualties", 6, "total"),
        ("injured", 4, "total"),
        ("killed", 2, "total"),
    }


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        ("A gunman shot six people, killing two.", {4}),
        ("He shot four people and killed one of them.", {3}),
        ("A gunman shot six people, killing two others.", set()),
        ("Six people were shot, two fatally, and three were injured.", {3}),
    ],
)
def test_the_hurt_are_the_rest_only_of_those_who_were_shot(text: str, hurt: set[int]) -> None:
    assert {f.low for f in figures_of(text) if f.measure == "injured"} == hurt


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three people were killed and another critically injured.", ("injured", 1, "unknown")),
        ("A man was killed and five more people were wounded.", ("injured", 5, "total")),
        ("Three people are dead and a fourth is wounded.", ("injured", 1, "unknown")),
        ("Two officers were wounded and three others were hurt.", ("injured", 3, "part")),
        ("Another five people died.", ("killed", 5, "additional")),
        ("No third death was reported.", ("killed", 0, "additional")),
        ("Twelve of the 60 passengers were killed.", ("killed", 12, "total")),
        ("The two men who were shot on Friday have died.", ("killed", 2, "total")),
        ("The toddler who was critically injured has died.", ("killed", 1, "unknown")),
        ("A deputy was shot on Monday in Marville.", ("injured", 1, "unknown")),
        ("The boy was taken to a hospital, where he was pronounced dead.", ("killed", 1, "unknown")),
        ("A man shot and wounded five people.", ("injured", 5, "total")),
    ],
)
def test_who_else_and_whose_part_is_read_from_what_is_told_beside(text: str, expected: tuple[object, ...]) -> None:
    assert [(f.measure, f.low, f.scope) for f in figures_of(text)][-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Four people were killed in shootings across Marville on Wednesday.",
        "At least seven people were killed in 33 separate crashes since Friday.",
        "This year has seen more than 130 shooting deaths in Marville.",
        "In 2012, 13 died.",
        "A rash of stabbings across the city left ten people dead.",
        "A weekend that left seven people dead shook Marville.",
    ],
)
def test_a_count_over_several_affairs_is_no_count_of_one(text: str) -> None:
    assert {f.measure for f in figures_of(text)} == {"killed overall"}


@pytest.mark.parametrize(
    "text",
    [
        "Two people were killed in a shooting over the weekend.",
        "The attack that killed 32 people last year shocked Marville.",
        "Fifty-one people were killed in shootings at two mosques.",
        "The clashes have killed 164 people since Sunday.",
        "Twelve people were killed in three separate bombings.",
        "The land has seen a series of attacks in the past year, killing dozens.",
    ],
)
def test_a_count_of_one_affair_in_several_places_is_one(text: str) -> None:
    assert {f.measure for f in figures_of(text)} == {"killed"}


def test_a_death_that_the_lead_does_not_tell_is_of_another_affair() -> None:
    lead = "Four people were wounded in Marville.\n\nPolice closed the road.\n\nThe road is long.\n\nThe wind rose.\n\n"
    assert told(lead + "They came from a vigil for Ben Birch. Ben Birch was killed in May.") == [
        ("injured", "exactly", 4, 4)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Meanwhile, a man was shot and killed in an unrelated case.",
        "In a separate crash a woman died.",
        "A man was hurt in a separate crash. He died on Friday.",
    ],
)
def test_a_person_of_another_affair_is_no_victim_of_this_one(text: str) -> None:
    assert not [f for f in figures_of(text) if f.measure == "killed"]


def test_he_is_no_toll_where_several_were_shot() -> None:
    assert "killed" not in {
        f.measure for f in figures_of("Alder shot four of his neighbours. He was killed by police.")
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two boys were hurt. One was hurt in the foot and the other in the leg.", [(2, "total"), (1, "part")]),
        ("A ten year old boy and two men wounded in Marville", [(2, "part"), (3, "total")]),
    ],
)
def test_one_of_two_is_a_part_and_a_headline_tells_of_its_whole_row(text: str, expected: list[object]) -> None:
    assert sorted((f.low, f.scope) for f in figures_of(text)) == sorted(expected)  # type: ignore[type-var]


def test_a_bound_is_no_bound_where_somebody_is_added() -> None:
    assert told("The death toll rose to five plus the gunman.")[0] == ("killed", "exactly", 5, 5)


def test_victims_by_number_are_not_yet_dead() -> None:
    assert told("The total number of victims stands at 24.") == [("casualties", "exactly", 24, 24)]


def test_a_participle_shares_the_time_of_its_verb() -> None:
    _, hurt = figures_of("In 2000 they attacked the ship, killing 17 sailors and wounding 30.")
    assert hurt.when is not None


def test_an_attempt_hurts_nobody() -> None:
    assert told("Police spoke of the attempted murder of two officers.") == []


def test_each_victim_and_the_number_of_a_picture_count_nobody() -> None:
    assert told("Each victim suffered a burn.") == []
    assert not [f for f in figures_of("2 of 8 A child was hurt in Marville.") if f.low == 8]


def test_a_rate_is_no_count() -> None:
    assert told("There were 19.3 deaths per 100,000 people.") == []


@pytest.mark.parametrize("last", ["and the town has two women", "of whom 3", "in a hall of 40 teachers"])
def test_a_text_may_end_with_a_number_and_without_a_full_stop(last: str) -> None:
    assert (5, "killed") in {
        (f.low, f.measure) for f in figures_of(f"Five people were killed when the roof fell, {last}")
    }


@given(st.text(alphabet="12 dead,.\n“”ıİſß\u0301 killed people—at least", max_size=60))
@settings(max_examples=25, deadline=None)
def test_every_figure_quotes_the_text(text: str) -> None:
    for figure in figures_of(text):
        assert text[figure.start : figure.end] == figure.text
        assert figure.low is None or figure.high is None or figure.low <= figure.high
