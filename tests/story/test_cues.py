"""What the words about two counts of one report tell of their order."""

from dataclasses import replace

import pytest

from rashomon.records import Document, Figure
from rashomon.story.cues import are_contrasted, hour_of, is_earlier, is_lowered


def told(text: str, words: str) -> tuple[Figure, Document]:
    start = text.index(words)
    figure = Figure(words, "report", start, start + len(words), words, "killed", "exactly", None, None)
    return figure, Document("report", "report.txt", "", text, language="en")


@pytest.mark.parametrize(
    ("text", "words", "earlier"),
    [
        ("In all, 29 people died. Earlier the authorities had reported 28 dead.", "28 dead", True),
        ("In all, 29 people died. Earlier the authorities had reported 28 dead.", "29 people died", False),
        ("The damage was put at 19 million, up from 12 million.", "12 million", True),
        ("The damage was put at 19 million, up from 12 million.", "19 million", False),
        ("Police first reported 12 dead, then the toll rose to 19 dead.", "19 dead", False),
        ("A count of 12 dead was given initially.", "12 dead", True),
    ],
)
def test_a_count_is_told_to_be_an_earlier_one_by_its_own_words(text: str, words: str, earlier: bool) -> None:
    assert is_earlier(*told(text, words)) is earlier


@pytest.mark.parametrize(
    ("text", "contrasted"),
    [
        ("The minister said 14 died. The mayor gave a different figure: 17 dead.", True),
        ("The minister said 14 died, but the mayor spoke of 17 dead.", True),
        ("The minister said 14 died. In the evening the mayor told of 17 dead.", False),
    ],
)
def test_two_counts_are_set_against_one_another_by_the_words_between(text: str, contrasted: bool) -> None:
    (first, document), (second, _) = told(text, "14 died"), told(text, "17 dead")
    assert are_contrasted(first, second, document) is contrasted
    assert are_contrasted(second, first, document) is contrasted


def test_a_language_that_is_not_known_tells_nothing() -> None:
    figure, document = told("Earlier 28 dead.", "28 dead")
    unknown = Document("report", "report.txt", "", document.text, language="xx")
    assert not is_earlier(figure, unknown)
    assert not are_contrasted(figure, figure, unknown)


@pytest.mark.parametrize(
    ("value", "hour"), [("2031-05-06T16:00", 16), ("2031-05-06TEV", 20), ("2031-05-06", None), ("P3D", None)]
)
def test_a_time_tells_its_hour_as_far_as_it_has_one(value: str, hour: int | None) -> None:
    assert hour_of(value) == hour


def test_a_count_that_the_previous_toll_told_is_an_earlier_one() -> None:
    figure, document = told("The previous toll reported 31 dead and 29 missing.", "29 missing")
    assert not is_earlier(figure, document)
    assert is_earlier(replace(figure, source_text="The previous toll"), document)


def test_a_count_to_which_a_toll_was_lowered_is_told_as_lowered() -> None:
    assert is_lowered(*told("On Friday the ministry lowered the death toll to 54.", "54"))
    assert not is_lowered(*told("The flag was lowered. The storm has killed 54.", "54"))
