"""Words of others without marks: clauses in every order, requests, promises, beliefs, denials, and what is none."""

import pytest

from .reading import contents, said, statements

CLAUSES = [
    ("Mara Quill said that the dam holds.", "that the dam holds"),
    ("Mara Quill said the dam holds.", "the dam holds"),
    ("Mara Quill said on Friday that the dam holds.", "that the dam holds"),
    ("Mara Quill told reporters in Odrin that the dam holds.", "that the dam holds"),
    ("The dam holds, Mara Quill said.", "The dam holds"),
    ("The dam holds, said Mara Quill, the mayor of Odrin.", "The dam holds"),
    ("The dam, Mara Quill said, holds for now.", "The dam, Mara Quill said, holds for now"),
    ("The dam, the mayor said on Monday, holds for now.", "The dam, the mayor said on Monday, holds for now"),
    ("Rebels claim attack on the dam, mayor says rebels had no link to it", "rebels had no link to it"),
    ("The dam, according to Mara Quill, holds for now.", "The dam, according to Mara Quill, holds for now"),
    ("According to Mara Quill, the dam holds.", "the dam holds"),
    ("The dam holds, according to Mara Quill.", "The dam holds"),
    ("As Mara Quill put it, the dam holds.", "the dam holds"),
    ("Mara Quill added that the dam holds.", "that the dam holds"),
    ("Mara Quill went on to say that the dam holds.", "that the dam holds"),
    ("Mara Quill announced on Tuesday evening that the dam holds.", "that the dam holds"),
    ("Mara Quill confirmed the dam had been repaired.", "the dam had been repaired"),
    ("Mara Quill claimed that the dam had been sold.", "that the dam had been sold"),
    ("Mara Quill stressed that the dam holds and the road is dry.", "that the dam holds and the road is dry"),
    ("Mara Quill wrote that the dam holds and that the road is dry.", "that the dam holds and that the road is dry"),
    ("The claim that the dam was sold angered the town.", "that the dam was sold"),
    ("Officials in Odrin said at least 12 people had died.", "at least 12 people had died"),
    ("It was announced that the dam would be closed.", "that the dam would be closed"),
    ("The Odrin Herald reported that the dam had been sold.", "that the dam had been sold"),
    ("Mara Quill asked whether the dam would hold.", "whether the dam would hold"),
    ("With Mara Quill saying the dam holds, people went home.", "the dam holds"),
    ("ODRIN (Wirepress) - The dam holds, the mayor said.", "The dam holds"),
    ("ODRIN, May 3 — The dam holds, the mayor said.", "The dam holds"),
    ("Mara Quill described the dam as a danger to everyone.", "the dam as a danger to everyone"),
    ("The mayor is said to be ill.", "The mayor is said to be ill"),
    ("The boat reportedly sank off Odrin.", "The boat reportedly sank off Odrin"),
    ("The clerk, who allegedly sold the dam, fled.", "allegedly sold the dam"),
    ("Mara Quill denounced that the dam had been sold.", "that the dam had been sold"),
]


OBJECTS = [
    ("The Grey Front claimed responsibility for the blast.", "responsibility for the blast", "claims"),
    ("The ministry confirmed the deaths of nine miners.", "the deaths of nine miners", "confirms"),
    ("The rebels called it a “revenge attack”.", "it a “revenge attack", "says"),
]


@pytest.mark.parametrize(("text", "content", "stance"), OBJECTS)
def test_an_object_is_what_is_claimed_confirmed_or_named(text: str, content: str, stance: str) -> None:
    assert [(s.text, s.stance) for s in statements(text)] == [(content, stance)]


@pytest.mark.parametrize(("text", "content"), CLAUSES)
def test_a_clause_is_what_is_said_in_every_order(text: str, content: str) -> None:
    assert contents(text) == [content]


STANCES = [
    ("Mara Quill said the dam holds.", "says"),
    ("Mara Quill alleged that the dam had been sold.", "claims"),
    ("Mara Quill insisted the dam would hold.", "claims"),
    ("Mara Quill confirmed that the dam had been sold.", "confirms"),
    ("Mara Quill admitted that the dam had been sold.", "confirms"),
    ("Mara Quill denied that the dam had been sold.", "denies"),
    ("Mara Quill promised to repair the dam.", "promises"),
    ("Mara Quill vowed that the dam would be repaired.", "promises"),
    ("Mara Quill urged residents to leave the valley.", "asks"),
    ("Mara Quill called on the government to repair the dam.", "asks"),
    ("Mara Quill called for calm in the valley.", "asks"),
    ("Mara Quill believes the dam will hold.", "thinks"),
    ("Mara Quill fears that the dam will break.", "thinks"),
    ("Mara Quill hopes the dam will hold.", "thinks"),
]


@pytest.mark.parametrize(("text", "stance"), STANCES)
def test_the_cue_tells_the_stance(text: str, stance: str) -> None:
    assert [s.stance for s in statements(text)] == [stance]


ASKED = [
    ("Mara Quill urged residents to leave the valley.", "to leave the valley"),
    ("Mara Quill called on the government to repair the dam.", "to repair the dam"),
    ("Mara Quill promised to repair the dam.", "to repair the dam"),
    ("The mayors told residents to stay indoors.", "to stay indoors"),
    ("Mara Quill called for an inquiry into the sale.", "an inquiry into the sale"),
    ("The council urged restraint on both sides.", "restraint on both sides"),
    ("Mara Quill recommended that the dam be closed.", "that the dam be closed"),
    ("The officers warned drivers to stay away and closed the bridge.", "to stay away"),
]


@pytest.mark.parametrize(("text", "content"), ASKED)
def test_requests_and_promises_keep_what_is_asked(text: str, content: str) -> None:
    assert contents(text) == [content]


def test_the_reports_own_next_deed_is_not_said() -> None:
    text = "Mara Quill said the dam holds, and added that the road is dry."
    assert said(text) == [("the dam holds", "Mara Quill"), ("that the road is dry", "Mara Quill")]


def test_two_speakers_set_against_each_other_are_kept_apart() -> None:
    text = "Mara Quill said she would rebuild the dam while Tom Arden called for a new valley road."
    assert contents(text) == ["she would rebuild the dam", "a new valley road"]


def test_a_report_nested_in_a_report_is_kept() -> None:
    found = said("The council said the driver, who police said was drunk, had fled.")
    assert ("was drunk", "police") in found
    assert any(text.startswith("the driver") and text.endswith("had fled") for text, _ in found)


def test_a_denied_report_is_two_statements_of_two_voices() -> None:
    found = statements("The ministry denied a newspaper report that the dam had been sold.")
    assert sorted((s.text, s.stance, s.speaker_text) for s in found) == [
        ("that the dam had been sold", "denies", "The ministry"),
        ("that the dam had been sold", "says", "a newspaper report"),
    ]


def test_denied_rumours_of_something_are_two_statements() -> None:
    found = statements("Police denied rumours on the radio of a second wave.")
    assert sorted((s.text, s.stance) for s in found) == [("a second wave", "claims"), ("a second wave", "denies")]


def test_what_is_announced_by_nobody_has_no_speaker() -> None:
    (found,) = statements("Mara Quill left. It was announced that the dam would be closed.")
    assert found.speaker_text is None


NOTHING_SAID = [
    "The dam holds.",
    "Mara Quill walked along the dam on Monday.",
    "Mara Quill did not say when the dam would be repaired.",
    "The pictures show the dam breaking.",
    "A boat called the Heron sank near the dam.",
    "The dam, built in 1931, broke on Monday.",
    "Rain fell and the river rose by two metres.",
    "The firm sold the dam for 3 million crowns.",
    "This photo released by the board shows the dam is wet.",
    "A nurse who asked not to be named left the hall.",
    "The dam is expected to reopen in May.",
]


@pytest.mark.parametrize("text", NOTHING_SAID)
def test_the_reports_own_voice_is_no_statement(text: str) -> None:
    assert contents(text) == []


DENIED = [
    (
        "Allegations that the vote was rigged have been denied by the commission.",
        "that the vote was rigged",
        "the commission",
    ),
    ("The mayor dismissed rumours that the dam would be sold.", "that the dam would be sold", "The mayor"),
]


@pytest.mark.parametrize(("text", "content", "speaker"), DENIED)
def test_who_denies_a_claim_is_told_beside_it(text: str, content: str, speaker: str) -> None:
    denials = [(s.text, s.speaker_text) for s in statements(text) if s.stance == "denies"]
    assert denials == [(content, speaker)]


def test_what_goes_according_to_plan_is_nobodys_word() -> None:
    assert said("The dam was built according to plan.") == []


def test_what_is_said_begins_behind_the_medium_that_cites_it() -> None:
    text = "The front said in a statement, as cited by the Odrin Herald, that it was behind the blast."
    assert [content for content, _ in said(text)] == ["that it was behind the blast"]


def test_what_a_semicolon_parts_from_the_cue_is_not_what_is_pledged() -> None:
    assert said("The attacker is killed by police; he pledges allegiance to the Grey Front.") == []


TAILS = [
    (
        "A truck ploughed into a crowd in Odrin on Friday, killing at least nine people, police said.",
        "A truck ploughed into a crowd in Odrin on Friday, killing at least nine people",
        "police",
    ),
    (
        "The Norland army has lost 40 men since Monday, its chief of staff, Gen. Ib Tang, said on state television.",
        "The Norland army has lost 40 men since Monday",
        "its chief of staff, Gen. Ib Tang",
    ),
]


@pytest.mark.parametrize(("text", "content", "speaker"), TAILS)
def test_a_sentence_that_ends_with_its_cue_is_said_however_it_is_parsed(text: str, content: str, speaker: str) -> None:
    assert said(text) == [(content, speaker)]


BLAMED = [
    ("The minister accused Northline of hiding the leak.", "Northline of hiding the leak", "claims"),
    ("The union blamed the ministry for the delay.", "the ministry for the delay", "claims"),
    ("The union blamed the delay on Northline.", "the delay on Northline", "claims"),
    ("The mayor praised the crew for its courage.", "the crew for its courage", "says"),
]


@pytest.mark.parametrize(("text", "content", "stance"), BLAMED)
def test_who_is_blamed_or_praised_belongs_to_what_is_said(text: str, content: str, stance: str) -> None:
    assert [(s.text, s.stance) for s in statements(text)] == [(content, stance)]


SILENT = [
    "The mayor declined to comment.",
    "The ministry refused to say when the road would open.",
    "None of the boats was ever reported to have sunk.",
    "Its shares would continue to fall on doubts about the bridge.",
    "The storm seems to have passed.",
    "She got the idea to hide the boat in a shed and then call after a few weeks and report it missing.",
]


@pytest.mark.parametrize("text", SILENT)
def test_silence_and_looks_are_no_statements(text: str) -> None:
    assert contents(text) == []


def test_a_gerund_as_a_subject_says_nothing() -> None:
    assert said("Predicting where it lands is impossible, Ona Brandt said.") == [
        ("Predicting where it lands is impossible", "Ona Brandt")
    ]


def test_what_is_called_for_and_comes_is_not_asked() -> None:
    assert contents("They called for help. The union called for an inquiry.") == ["an inquiry"]


def test_what_was_found_within_a_report_stays_in_it() -> None:
    told = "a man shot his neighbour before police came to his home and found him dead"
    assert contents(f"Officials said {told}.") == [told]


MEANWHILE = [
    ("The union called on the ministry to respect the strike as soldiers entered the town.", "to respect the strike"),
    ("Ona Brandt urged them to wait while the rain was falling.", "to wait"),
    ("Ona Brandt urged them to wait after the rain.", "to wait after the rain"),
]


@pytest.mark.parametrize(("text", "content"), MEANWHILE)
def test_what_went_on_while_somebody_asked_is_not_asked(text: str, content: str) -> None:
    assert contents(text) == [content]


def test_a_deed_and_a_topic_are_no_statements() -> None:
    assert contents("The council decided to send boats to Odrin. Radio Brod talks to Ona Brandt about the flood.") == []
