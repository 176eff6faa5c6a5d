"""Who speaks: names with their offices, pronouns, owners of statements, turns of a transcript, headlines."""

import pytest

from rashomon.ids import make_id
from rashomon.records import EntityType, Mention, MentionForm

from .reading import said, statements

NAMED = [
    ("The mayor of Odrin, Mara Quill, said the dam holds.", "The mayor of Odrin, Mara Quill"),
    ("Mayor Mara Quill said the dam holds.", "Mayor Mara Quill"),
    ("Mara Quill, who came to Odrin in May, said the dam holds.", "Mara Quill"),
    ("A witness who owns a bakery nearby said the dam holds.", "A witness who owns a bakery nearby"),
    ("The Interior Ministry of Orania said the dam holds.", "The Interior Ministry of Orania"),
    ("Orania’s foreign ministry said the dam holds.", "Orania’s foreign ministry"),
    ("Officials and witnesses said the dam holds.", "Officials and witnesses"),
    ("The dam holds, according to a police source.", "a police source"),
    ("A statement by the water board said the dam holds.", "the water board"),
    ("The board’s statement said the dam holds.", "The board’s"),
    ("Mara Quill, saying the dam holds, left the hall.", "Mara Quill"),
    ("The valley news agency quoted Mara Quill as saying the dam holds.", "Mara Quill"),
    ("Mara Quill was quoted as saying the dam holds.", "Mara Quill"),
    ("The dam holds, the valley news agency quoted the ministry as saying.", "the ministry"),
    ("According to local media, which quote Tom Arden, the dam holds.", "Tom Arden"),
    ("The dam holds, reported the Odrin Herald.", "the Odrin Herald"),
    ("The lorry drove into people on the Harbour Road, a wide street, reported the Odrin Herald.", "the Odrin Herald"),
    ("The dam holds, reported local media.", "local media"),
    ("Mara Quill said by telephone that the dam holds.", "Mara Quill"),
    (
        '"These are fables," its spokesman, Maj. Gen. Igor Belo, was quoted as saying.',
        "its spokesman, Maj. Gen. Igor Belo",
    ),
    ('Pavel Dron described seeing bodies in the street: "They just lay there".', "Pavel Dron"),
    ("Police found a note, which supports the claim that the dam was blown up.", "the claim"),
]


NOBODY = [
    "So far, no group has claimed responsibility for the blast.",
    "Nobody confirmed that the dam holds.",
    "Considering that the dam holds, any flood would be small.",
    "The storm claimed nine lives.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_what_nobody_says_is_no_statement(text: str) -> None:
    assert said(text) == []


def test_what_is_heard_between_the_turns_of_a_transcript_is_not_said() -> None:
    text = "ANN LEE: It was dark.\n\n(SOUNDBITE OF MUSIC)\n\nANN LEE: Then they ran.\n\nTOM ARDEN: (Speaking Orani)."
    assert said(text) == [("It was dark.", "ANN LEE"), ("Then they ran.", "ANN LEE")]


def test_turns_may_stand_in_marks_each_and_the_colon_is_their_cue() -> None:
    text = 'Partial transcript:\n\n"LEE: Why “now” of all days?\n\n"(CROSSTALK.)\n\n"ARDEN: It rained."'
    found = [(s.text, s.speaker_text, s.cue.text if s.cue else None) for s in statements(text)]
    assert found == [("Why “now” of all days?", "LEE", ":"), ("It rained.", "ARDEN", ":")]


def test_who_is_asked_is_not_who_asks() -> None:
    text = 'Asked whether the dam would hold, the mayor said: "God willing."'
    assert said(text) == [("whether the dam would hold", None), ("God willing.", "the mayor")]


def test_a_clause_with_although_is_no_cue_for_what_stands_before_it() -> None:
    text = "The mayor says the dam holds, although some of the engineers dispute that."
    assert [(s.stance, s.speaker_text) for s in statements(text)] == [("says", "The mayor")]


def test_the_first_words_of_a_quotation_cut_off_from_it_are_nobody_it_came_through() -> None:
    text = "After reports that the thefts were carried out by 'mainly young men', rallies were held."
    assert [s.via for s in statements(text)] == [()]


@pytest.mark.parametrize(("text", "speaker"), NAMED)
def test_the_words_that_name_the_speaker_are_found(text: str, speaker: str) -> None:
    assert [found for _, found in said(text)] == [speaker]


def _mention(text: str, words: str, kind: EntityType = "PERSON", form: MentionForm = "name") -> Mention:
    start = text.index(words)
    return Mention(make_id("mention", start, words), "document-1", start, start + len(words), words, kind, form)


def test_a_pronoun_stands_for_the_last_speaker() -> None:
    text = "Mara Quill said the dam holds. She added that the road is dry."
    quill = _mention(text, "Mara Quill")
    assert [s.speaker for s in statements(text, mentions=(quill,))] == [quill.id, quill.id]
    assert statements(text, mentions=(quill,))[1].speaker_text == "She"


def test_a_pronoun_stands_for_one_told_of_in_between() -> None:
    text = "Mara Quill said the dam holds. Tom Arden was at the bridge. “I saw the water come,” he said."
    quill, arden = _mention(text, "Mara Quill"), _mention(text, "Tom Arden")
    assert [s.speaker for s in statements(text, mentions=(quill, arden))] == [quill.id, arden.id]


def test_it_stands_for_a_body_and_not_for_a_man() -> None:
    text = "The Odrin Herald said the dam was sold. Tom Arden wept. The road is dry, it added."
    herald, arden = _mention(text, "Odrin Herald", "ORG"), _mention(text, "Tom Arden")
    assert statements(text, mentions=(herald, arden))[-1].speaker == herald.id


def test_a_pronoun_goes_back_over_paragraphs() -> None:
    text = "Mara Quill said the dam holds.\n\n“We looked at it twice,” she said.\n\nShe added that the road is dry."
    quill = _mention(text, "Mara Quill")
    assert {s.speaker for s in statements(text, mentions=(quill,))} == {quill.id}


def test_the_name_in_an_apposition_is_the_speaker() -> None:
    text = "The mayor of Odrin, Mara Quill, said the dam holds."
    town, quill = _mention(text, "Odrin", "GPE"), _mention(text, "Mara Quill")
    assert [s.speaker for s in statements(text, mentions=(town, quill))] == [quill.id]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("A man who gave his name as Quill said the dam holds.", True),
        ("A woman who identified herself only as Quill said the dam holds.", True),
        ("A driver named Quill told reporters that the dam holds.", True),
        ("A resident, who asked to be identified only as Quill, said the dam holds.", True),
        ("One of the men, identified as Quill, said the dam holds.", True),
        ("The mayor named Quill and said the dam holds.", False),
        ("A driver who knows Quill said the dam holds.", False),
    ],
)
def test_somebody_unnamed_who_gives_a_name_is_the_one_of_that_name(words: str, names: bool) -> None:
    quill = _mention(words, "Quill")
    assert [s.speaker for s in statements(words, mentions=(quill,))] == [quill.id if names else None]


UNNAMED = [
    ("A spokesman for the board was calm. He said the dam holds.", "A spokesman for the board"),
    ("A teacher from Odrin said the dam holds. She added that the road is dry.", "A teacher from Odrin"),
    ("Officials said the dam holds. They added that the road is dry.", "Officials"),
    ("It was raining. She said the dam holds.", "She"),
]


@pytest.mark.parametrize(("text", "speaker"), UNNAMED)
def test_the_pronoun_of_somebody_unnamed_gives_way_to_the_words_it_stands_for(text: str, speaker: str) -> None:
    assert said(text)[-1][1] == speaker


@pytest.mark.parametrize("day", ["", " on Saturday"])
def test_a_subject_taken_for_an_apposition_is_the_speaker(day: str) -> None:
    claim = "A panel found that two of six valves in the tower had been switched off since February"
    assert said(f"{claim}, its chairman, Judge Tom Arden, said{day}.") == [(claim, "its chairman, Judge Tom Arden")]


def test_a_relative_pronoun_is_no_part_of_a_name() -> None:
    text = "The board asked Tom Arden who said the dam holds."
    assert all(not (speaker or "").endswith(" who") for _, speaker in said(text))


def test_a_headline_of_the_weather_names_no_speaker() -> None:
    assert statements("Weather in Odrin: +4\n\nRain fell.", title="Weather in Odrin: +4") == ()


TRANSCRIPT = (
    "ANN PELL, HOST:\n"
    "The mayor says the dam holds.\n"
    "MARA QUILL: It does.\n"
    "It was built well. We looked at it.\n"
    "PELL: Thank you.\n"
)


def test_every_paragraph_of_a_transcript_is_its_speakers() -> None:
    found = [(s.text, s.speaker_text, s.kind) for s in statements(TRANSCRIPT)]
    assert ("It does.", "MARA QUILL", "direct") in found
    assert ("It was built well. We looked at it.", "MARA QUILL", "direct") in found
    assert ("Thank you.", "PELL", "direct") in found


def test_a_report_inside_a_turn_is_kept() -> None:
    assert ("the dam holds", "The mayor") in said(TRANSCRIPT)


def test_a_label_in_capitals_is_one_named_otherwise() -> None:
    text = "Mara Quill spoke to Ann Pell.\nPELL: Does it hold?\nQUILL: It does."
    quill, pell = _mention(text, "Mara Quill"), _mention(text, "Ann Pell")
    assert [s.speaker for s in statements(text, mentions=(quill, pell))][-2:] == [pell.id, quill.id]


HEADLINES = [
    ("Mayor: the dam will hold", "the dam will hold", "Mayor"),
    ("Dam in Odrin to be sold soon: reports", "Dam in Odrin to be sold soon", "reports"),
    ("Odrin bridge unsafe, says inspector", "Odrin bridge unsafe", "inspector"),
    ("Dam to be sold, minister says", "Dam to be sold", "minister"),
    ("No talks with rebels, vows president", "No talks with rebels", "president"),
]


@pytest.mark.parametrize(("title", "content", "speaker"), HEADLINES)
def test_a_headline_may_name_its_speaker_by_a_colon(title: str, content: str, speaker: str) -> None:
    found = statements(f"{title}\n\nRain fell on Odrin.", title=title)
    assert [(s.text, s.speaker_text) for s in found] == [(content, speaker)]


@pytest.mark.parametrize(
    "title",
    [
        "Norway: Fatal blast near embassy in Oslo",
        "Herald Weather : Herald",
        "Harbour Shooting: Chaos at a Concert and a Search at Mandel Quay",
    ],
)
def test_a_headline_that_opens_with_a_place_or_ends_with_the_papers_name_has_no_speaker(title: str) -> None:
    text = f"{title}\n\nThe dam holds."
    known = {"Norway": "GPE", "Herald": "ORG"}
    mentions = tuple(_mention(text, name, kind) for name, kind in known.items() if name in title)  # type: ignore[arg-type]
    assert statements(text, title, mentions=mentions) == ()


def test_the_headings_of_sections_are_no_speakers() -> None:
    text = (
        "A look at the bridge:\n\nBRIDGE STATS:\n\nIt is long.\n\nROAD STATS:\n\nIt is wide.\n\nFUTURE: Nobody knows."
    )
    assert statements(text) == ()


def test_one_of_the_other_sex_is_not_meant() -> None:
    text = "Ona Brandt drove home. Her baby boy slept in the car. “I was afraid,” she told reporters."
    brandt, boy = _mention(text, "Ona Brandt"), text.index("boy")
    found = statements(text, mentions=(brandt,))
    assert [s.speaker for s in found] == [brandt.id] and text[boy:].startswith("boy")


def test_the_same_pronoun_down_many_paragraphs_is_the_same_person() -> None:
    lines = ["Ona Brandt spoke in Odrin.", *["“It rained,” she said.\n\nThe road was wet.\n\nThe sea was grey."] * 3]
    text = "\n\n".join(lines)
    brandt = _mention(text, "Ona Brandt")
    assert {s.speaker for s in statements(text, mentions=(brandt,))} == {brandt.id}


def test_who_says_and_adds_is_one() -> None:
    text = "Ona Brandt says it has been fun to watch the firm grow, noting that it had 18 boats last year."
    assert said(text) == [
        ("it has been fun to watch the firm grow", "Ona Brandt"),
        ("that it had 18 boats last year", "Ona Brandt"),
    ]


WHOSE = [
    ("Tom Arden faces charges for endangering children and police say he may face more.", "police"),
    ("Radio Brod spoke with Tom Arden on Friday, who had this to say: “This is heart wrenching.”", "Tom Arden"),
]


@pytest.mark.parametrize(("text", "speaker"), WHOSE)
def test_the_noun_that_the_parse_misses_speaks(text: str, speaker: str) -> None:
    assert [s.speaker_text for s in statements(text)] == [speaker]


def test_who_says_today_is_not_who_told_then() -> None:
    told = "Tom Arden drove into a car park and told an officer that his son had been shot"
    assert said(f"Police say {told}.")[0] == (told, "Police")


def test_one_who_was_something_is_named_with_his_prefix() -> None:
    assert said("“Nobody answered,” the ex-director noted.") == [("Nobody answered,", "the ex-director")]
