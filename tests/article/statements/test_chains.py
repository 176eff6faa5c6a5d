"""Through whom words came, and on which day they were said."""

import pytest

from rashomon.ids import make_id
from rashomon.records import Mention, Time

from .reading import statements

CHAINS = [
    ("“The dam holds,” Mara Quill said, according to the Valley news agency.", ["the Valley news agency"]),
    ("“The dam holds,” Mara Quill told Valley Radio.", ["Valley Radio"]),
    ("Survivors told the state broadcaster BBC that the dam holds.", ["the state broadcaster BBC"]),
    ("“The dam holds,” Mara Quill said on state television.", ["state television"]),
    ("The Valley news agency quoted Mara Quill as saying the dam holds.", ["The Valley news agency"]),
    ("The dam holds, the Valley news agency quoted Mara Quill as saying.", ["the Valley news agency"]),
    ("The dam holds, according to Valley Radio, citing the mayor.", ["Valley Radio"]),
    ("According to local media, which quote Tom Arden, the dam holds.", ["local media"]),
    ("The dam holds, according to a police source cited by Valley Radio.", ["Valley Radio"]),
    ("A reporter for the Odrin Herald said the dam holds.", ["the Odrin Herald"]),
    ("The dam holds, Mara Quill was quoted by the Valley news agency as saying.", ["the Valley news agency"]),
    ("The Odrin Herald reported, citing an employee of the board, that the dam holds.", ["The Odrin Herald"]),
    ("“The dam holds,” Mara Quill said in an interview with Valley Radio.", ["Valley Radio"]),
    ("“The dam holds,” said Mara Quill, a spokeswoman for the board, on Valley Television.", ["Valley Television"]),
    ("Speaking on Valley Radio, Mara Quill said the dam holds.", ["Valley Radio"]),
    ("In an interview with Valley Radio, Mara Quill said the dam holds.", ["Valley Radio"]),
    ("Several witnesses spoke on Valley Television. A baker said the dam holds.", ["Valley Television"]),
    ("The mayor, quoted by the Valley news agency, said the dam holds.", ["the Valley news agency"]),
    ("“The dam holds,” Mara Quill said on social media.", []),
    ("“The dam holds,” Mara Quill told reporters.", []),
    ("As Valley Radio reported earlier, the mayor said that the dam holds.", ["Valley Radio"]),
    ("They attacked us, she said of the raid, which was carried out by ten men.", []),
    ("“The dam holds,” Mara Quill told the council.", []),
    ("“The dam holds,” Mara Quill told parliament.", []),
    ("“The dam holds,” Mara Quill said.", []),
    ("The Odrin Herald said the dam holds.", []),
]


@pytest.mark.parametrize(("text", "via"), CHAINS)
def test_the_medium_between_speaker_and_report_is_found(text: str, via: list[str]) -> None:
    assert [list(s.via) for s in statements(text)] == [via]


def test_a_quotation_that_goes_on_came_the_same_way() -> None:
    text = "“The dam holds,” Mara Quill said, according to the Valley news agency. “It will hold tomorrow.”"
    assert [list(s.via) for s in statements(text)] == [["the Valley news agency"]] * 2


def test_a_medium_that_is_a_mention_is_given_by_its_id() -> None:
    text = "“The dam holds,” Mara Quill said, according to the Belvar news agency."
    start = text.index("Belvar")
    belvar = Mention(make_id("mention", start), "document-1", start, start + 6, "Belvar", "ORG")
    assert [s.via for s in statements(text, mentions=(belvar,))] == [(belvar.id,)]


def _time(text: str, words: str) -> Time:
    start = text.index(words)
    return Time(make_id("time", start), "document-1", start, start + len(words), words, "DATE", "XXXX")


DATED = [
    ("Mara Quill said on Friday that the dam broke on Monday.", "Friday"),
    ("The dam broke on Monday, Mara Quill said on Friday.", "Friday"),
    ("On Friday Mara Quill said the dam broke.", "Friday"),
    ("“The dam broke,” Mara Quill said on Friday.", "Friday"),
]


@pytest.mark.parametrize(("text", "day"), DATED)
def test_the_day_of_saying_is_not_the_day_told_of(text: str, day: str) -> None:
    times = tuple(_time(text, words) for words in ("Friday", "Monday") if words in text)
    wanted = next(time.id for time in times if time.text == day)
    assert [s.when for s in statements(text, times=times)] == [wanted]


def test_a_time_of_a_clause_about_the_speaker_does_not_date_the_saying() -> None:
    text = "Mara Quill, who closed the road on Friday, said the dam holds."
    assert [s.when for s in statements(text, times=(_time(text, "Friday"),))] == [None]


def test_a_time_inside_what_is_said_does_not_date_it() -> None:
    text = "Mara Quill said the dam broke on Monday."
    assert [s.when for s in statements(text, times=(_time(text, "Monday"),))] == [None]


ADDRESSED = [
    "The minister asked Northline to lower its prices.",
    "Doctors called on Northline last week to close the service.",
    "Doctors urged Northline to close the service.",
    "The union blamed the delay on Northline.",
    "Ona Brandt told the United Nations that the camp would stay.",
    "On its website, the water board states that the dam is safe.",
]


@pytest.mark.parametrize("text", ADDRESSED)
def test_whom_words_are_meant_for_does_not_hand_them_on(text: str) -> None:
    assert [s.via for s in statements(text)] == [()]


def test_a_medium_that_withholds_a_name_hands_on_the_words() -> None:
    found = statements("A miner, whom the Odrin Herald did not name, said the roof fell at noon.")
    assert [s.via for s in found] == [("the Odrin Herald",)]


def test_a_thing_that_is_cited_speaks_not() -> None:
    assert all(
        s.speaker_text == "The ministry" for s in statements("The ministry cited the storm as a reason to wait.")
    )


HANDED_ON = [
    (
        "Mara Quill said the dam holds for now, the Valley news agency reported.",
        "Mara Quill",
        ["the Valley news agency"],
    ),
    (
        "Police said a man gave up after two hours and was charged Saturday, the Herald reported.",
        "Police",
        ["the Herald"],
    ),
    ("Mara Quill has said that the dam holds, as per local media.", "Mara Quill", ["local media"]),
    ("Citing people near the board, the Odrin Herald reported that the dam holds.", None, ["the Odrin Herald"]),
    ("Sources at the embassy consulted by Valley Radio said the dam holds.", None, ["Valley Radio"]),
]


@pytest.mark.parametrize(("text", "speaker", "via"), HANDED_ON)
def test_who_speaks_in_what_a_medium_reports_is_the_speaker(text: str, speaker: str | None, via: list[str]) -> None:
    (found,) = statements(text)
    assert list(found.via) == via
    assert speaker is None or found.speaker_text == speaker
