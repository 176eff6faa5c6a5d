"""Counts told as others than the first, and the headlines and rows that look like them."""

import pytest

from .reading import figures_of


def scoped(text: str) -> set[tuple[str, int, str]]:
    """Measure, lower bound and scope of every figure."""
    return {(f.measure, int(f.low or 0), f.scope) for f in figures_of(text)}


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("One child was found dead inside the house while the other two died at the hospital.", ("killed", 3, "total")),
        ("One woman was shot in the park, while two other people were shot near the pier.", ("injured", 3, "total")),
        ("He killed two people and wounded one before killing two more in Orland.", ("killed", 4, "total")),
        (
            "One man was taken to a hospital and two others were taken to a clinic in hospital cars.",
            ("injured", 1, "part"),
        ),
        ("Two officers were wounded and three others were hurt.", ("injured", 5, "total")),
    ],
)
def test_the_first_and_the_others_of_one_sentence_are_added_up(text: str, total: tuple[str, int, str]) -> None:
    assert total in scoped(text)


def test_the_pieces_of_a_sum_are_parts() -> None:
    assert scoped("One boy was found dead while the other two died at the hospital.") == {
        ("killed", 1, "part"),
        ("killed", 2, "part"),
        ("killed", 3, "total"),
    }


def test_others_of_another_day_are_not_added() -> None:
    told = scoped("Twelve people were killed on Monday, two days after three others were killed in Orland.")
    assert ("killed", 15, "total") not in told


def test_a_sum_that_the_report_tells_outright_is_told_once() -> None:
    told = [f.low for f in figures_of("Five people died. Two died in the cabin and three others died on deck.")]
    assert told.count(5) == 1


@pytest.mark.parametrize(
    "text",
    [
        "One man was killed. Three other men were also shot.",
        "One man was killed and three others were shot.",
        "Ann Alder was killed. Police found her in a ditch with three other women who were also shot.",
    ],
)
def test_others_who_were_hit_beside_the_dead_are_hurt(text: str) -> None:
    assert ("injured", 3, "total") in scoped(text)


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("A third person has died after the bus crash.", 3),
        ("Second miner dies after blast in Marville.", 2),
        ("A fourth victim of a fire that killed three others has died.", 4),
    ],
)
def test_the_latest_to_die_counts_all_who_did(text: str, dead: int) -> None:
    assert ("killed", dead, "total") in scoped(text)


def test_the_third_of_those_hit_is_not_the_third_to_die() -> None:
    assert ("killed", 3, "total") not in scoped("Two people were wounded and a third died.")


def test_a_second_suspect_who_dies_is_no_second_victim() -> None:
    assert ("killed", 2, "total") not in scoped("The second suspect has died.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 dead, 7 hurt when gunman opens fire in Marland theater", {("killed", 3), ("injured", 7)}),
        ("One dead, four hurt in Pine Vale shooting", {("killed", 1), ("injured", 4)}),
        ("Nine citizens were shot or suffered various injuries, none fatally.", {("casualties", 9), ("killed", 0)}),
        ("The second of two victims fatally shot at a car wash has been identified.", {("killed", 2)}),
        ("The bodies of 12 miners were recovered on Friday.", {("killed", 12)}),
        ("The body count in Pine Vale is up to seven.", {("killed", 7)}),
        ("He was 35 when he killed Ann Alder.", {("killed", 1)}),
    ],
)
def test_each_count_is_of_its_own_fate(text: str, expected: set[tuple[str, int]]) -> None:
    assert {(f.measure, int(f.low or 0)) for f in figures_of(text)} == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He had killed his young daughter, Ann Alder; his girlfriend, Bea Birch; and her mother, Cora Cedar.", 3),
        ("A boy, girl were killed in a crash in Marville.", 2),
        ("Ann Alder, a teacher, was killed.", 1),
        ("The town mourned the deaths of a pastor, his wife and their three children who were shot.", 5),
    ],
)
def test_people_told_one_by_one_are_counted(text: str, count: int) -> None:
    assert max(f.low or 0 for f in figures_of(text) if f.measure == "killed") == count


def test_what_makes_one_of_a_kind_has_not_happened() -> None:
    assert not figures_of("The paper looked at each shooting in which four or more people died.")


def test_nobody_somewhere_is_a_part() -> None:
    assert scoped("No one on the ground was hurt.") == {("injured", 0, "part")}


def test_a_negation_beside_those_counted_denies_nothing_else() -> None:
    (figure,) = figures_of("One of the intruders, who has not been identified, died at the scene.")
    assert figure.polarity == "asserted"


def test_two_subjects_of_one_verb_are_told_apart_by_the_nearer() -> None:
    text = "Police look for two men wanted for a shooting that left one man dead and a trooper injured."
    assert ("injured", 2) not in {(f.measure, int(f.low or 0)) for f in figures_of(text)}


def test_a_spate_is_of_several_affairs() -> None:
    (figure,) = figures_of("A spate of gunfire left 20 people wounded across Marville.")
    assert figure.measure == "injured overall"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two of the wounded died overnight.", ("killed", 2, "unknown")),
        ("Two were hurt. One of them, a student, later died.", ("killed", 1, "unknown")),
        ("Six people were shot, two of whom have died.", ("killed", 2, "total")),
        ("Twelve died. Another 31 people are still missing.", ("missing", 31, "total")),
        ("A boy was saved. Another three people were rescued in Orland.", ("rescued", 3, "additional")),
        ("The governor spoke of seven dead in his province.", ("killed", 7, "part")),
    ],
)
def test_more_and_some_are_told_from_all(text: str, expected: tuple[str, int, str]) -> None:
    assert expected in scoped(text)


@pytest.mark.parametrize(("verb", "hurt"), [("was", 1), ("were", 2)])
def test_who_was_hurt_is_one_and_who_were_hurt_are_two(verb: str, hurt: int) -> None:
    assert {f.low for f in figures_of(f"He praised the mother and child who {verb} injured.")} == {hurt}


@pytest.mark.parametrize(
    ("text", "measure", "count"),
    [
        ("A student was shot in the arm. An officer was also shot in the leg.", "injured", 2),
        ("A man was stabbed in Orland. A woman was also stabbed. The woman was stabbed in the back.", "injured", 2),
        ("A boy was killed. A man is held for the death of another man in January.", "killed", 1),
        ("Police found the bodies of two women and a man. All three had suffered wounds.", "casualties", 3),
        ("Two were killed and four were hurt. All four were hurt by glass.", "injured", 4),
        ("The man shot the woman and the child and then shot himself.", "casualties", 2),
        ("A week after four people were shot in Orland, one of the victims died.", "injured", 3),
        ("A friend shot him with a gun the two found in the woods, police said.", "injured", 1),
    ],
)
def test_those_hit_are_counted_by_who_lives(text: str, measure: str, count: int) -> None:
    told = [int(f.low or 0) for f in figures_of(text) if f.measure == measure]
    assert not told or max(told) == count
    assert told or text.startswith("A friend")


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("A boy playing with a pistol accidentally shot himself and a friend on Monday.", [("injured", 2)]),
        ("A man shot his wife and himself on Monday; both are in hospital.", [("injured", 2)]),
        ("A man shot himself in the foot on Monday.", []),
    ],
)
def test_who_shot_himself_and_another_is_one_of_two(text: str, counts: list[tuple[str, int]]) -> None:
    assert [(figure.measure, figure.low) for figure in figures_of(text)] == counts
