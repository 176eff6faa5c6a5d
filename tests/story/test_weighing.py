"""How much words tell beside all that is said in a story."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.story.likeness import wording_of
from rashomon.story.weighing import likeness_in_story, told_by_both, weighed_in_story

THEME = (
    "the ferry company denies all charges",
    "the ferry company has paid its crew",
    "the ferry company will be sold in autumn",
    "the ferry company answers to nobody",
    "the ferry company regrets the delay",
)


def likeness_among(left: str, right: str, *others: str) -> float:
    first, second, *_ = weighed_in_story(map(wording_of, (left, right, *others)))
    return likeness_in_story(first, second).cosine


def test_what_a_whole_story_repeats_makes_no_two_statements_alike():
    pair = ("the ferry company lost its harbour licence", "the ferry company moved to Ostrel")
    assert likeness_among(*pair, *THEME) < 0.7 * likeness_among(*pair)


def test_rare_words_in_common_count_beside_the_theme():
    same = likeness_among(THEME[4], "the delay is regretted by the ferry company", *THEME)
    assert same > likeness_among(THEME[4], THEME[1], *THEME) * 2


def test_a_reprint_does_not_make_its_words_common():
    pair = ("the captain slept in his cabin", "in his cabin the captain was sleeping")
    assert likeness_among(*pair, *THEME, *[pair[0]] * 9) == likeness_among(*pair, *THEME)


def test_a_long_statement_tells_all_that_a_cut_from_it_tells():
    cut, whole = weighed_in_story(
        map(wording_of, ("the captain slept", "the captain slept and the pilot steered by the stars"))
    )
    assert told_by_both(cut, whole, likeness_in_story(cut, whole)) == 1


@given(st.lists(st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from("İıſß’' "), max_size=30), max_size=6))
def test_likeness_in_a_story_is_symmetric_and_within_bounds(texts):
    weighed = weighed_in_story(map(wording_of, texts))
    for left in weighed:
        for right in weighed:
            assert likeness_in_story(left, right) == likeness_in_story(right, left)
            assert 0 <= likeness_in_story(left, right).cosine <= 1 + 1e-9
            assert 0 <= told_by_both(left, right, likeness_in_story(left, right)) <= 1 + 1e-9
