"""Quotations: every style of marks, every place of the cue, and the words in marks that nobody says."""

import pytest

from .reading import contents, said, statements

STYLES = [
    ('"We need boats," Mara Quill said.', "We need boats,"),
    ("“We need boats,” Mara Quill said.", "We need boats,"),
    ("„We need boats,“ Mara Quill said.", "We need boats,"),
    ("„We need boats,” Mara Quill said.", "We need boats,"),
    ("«We need boats», Mara Quill said.", "We need boats"),
    ("« We need boats », Mara Quill said.", "We need boats"),
    ("»We need boats«, Mara Quill said.", "We need boats"),
    ("‘We need boats,’ Mara Quill said.", "We need boats,"),
    ("'We need boats,' Mara Quill said.", "We need boats,"),
    ("''We need boats,'' Mara Quill said.", "We need boats,"),
    ("``We need boats,'' Mara Quill said.", "We need boats,"),
    ('“We need boats," Mara Quill said.', "We need boats,"),
    ("– We need boats, Mara Quill said.", "We need boats"),
    ("– We need boats – Mara Quill said on Friday in Odrin.", "We need boats"),
    ("— We need boats and we need them now — Mara Quill said.", "We need boats and we need them now"),
    ("“It's the neighbours' boat,” Mara Quill said.", "It's the neighbours' boat,"),
    ("“He told us ‘go home’ twice,” Mara Quill said.", "He told us ‘go home’ twice,"),
]


@pytest.mark.parametrize(("text", "content"), STYLES)
def test_marks_of_every_style_are_read(text: str, content: str) -> None:
    assert contents(text) == [content]


CUES = [
    ("“The dam holds,” said Mara Quill, the mayor of Odrin.", "The dam holds,", "Mara Quill"),
    ("“The dam holds,” Mara Quill, the mayor of Odrin, said.", "The dam holds,", "Mara Quill"),
    ("Mara Quill said: “The dam holds.”", "The dam holds.", "Mara Quill"),
    ("Mara Quill said, “The dam holds.”", "The dam holds.", "Mara Quill"),
    ("Mara Quill said in a statement: “The dam holds.”", "The dam holds.", "Mara Quill"),
    ("Mara Quill tweeted: “The dam holds.”", "The dam holds.", "Mara Quill"),
    ("Mara Quill said on Friday that “the dam holds.”", "the dam holds.", "Mara Quill"),
    ("“Does the dam hold?” Mara Quill asked.", "Does the dam hold?", "Mara Quill"),
    ("“The dam holds!” shouted Mara Quill.", "The dam holds!", "Mara Quill"),
    ("“The dam holds,” a spokesman for the water board said.", "The dam holds,", "a spokesman for the water board"),
    ("“The dam holds,” wrote on Monday Mara Quill.", "The dam holds,", "Mara Quill"),
    ("“The dam holds,” she said.", "The dam holds,", "she"),
    ("“The dam holds,” according to Mara Quill.", "The dam holds", "Mara Quill"),
    ("Police said “the road is closed.”", "the road is closed.", "Police"),
    ("Mara Quill issued a statement saying, “The dam holds.”", "The dam holds.", "Mara Quill"),
    ("The crowd shouted the slogan “Water for all.”", "Water for all.", "The crowd"),
]


@pytest.mark.parametrize(("text", "content", "speaker"), CUES)
def test_the_cue_stands_before_or_after_the_marks(text: str, content: str, speaker: str) -> None:
    found = said(text)
    assert len(found) == 1
    assert found[0][0].rstrip(",.") == content.rstrip(",.")
    assert found[0][1] is not None and found[0][1].startswith(speaker)


def test_a_quotation_split_by_its_cue_is_two_statements_of_one_speaker() -> None:
    text = "“The dam holds,” Mara Quill said. “It will hold tomorrow.”"
    assert said(text) == [("The dam holds,", "Mara Quill"), ("It will hold tomorrow.", "Mara Quill")]


def test_marks_left_open_go_on_in_the_next_paragraph() -> None:
    text = "“The dam holds,” Mara Quill said. “We looked at it.\n“It will hold tomorrow as well.”\nThe road is dry."
    assert contents(text) == ["The dam holds,", "We looked at it.", "It will hold tomorrow as well."]
    assert {speaker for _, speaker in said(text)} == {"Mara Quill"}


def test_a_paragraph_in_marks_goes_on_from_the_paragraph_before() -> None:
    text = "“The dam holds,” Mara Quill said.\n“It will hold tomorrow as well.”"
    assert said(text)[1] == ("It will hold tomorrow as well.", "Mara Quill")


def test_a_quotation_with_no_cue_belongs_to_the_one_just_told_of() -> None:
    text = "Mara Quill, a baker, described the flood. “All of a sudden the street was a river.”"
    assert ("All of a sudden the street was a river.", "Mara Quill, a baker") in said(text)


def test_marks_never_closed_do_not_turn_the_next_ones_round() -> None:
    text = 'Mara Quill said, "The dam holds. Tom Arden left. "It does not," he said.'
    assert "It does not," in contents(text)


def test_a_lost_space_between_two_sentences_does_not_hide_the_marks() -> None:
    assert contents('The road is dry."The dam holds," Mara Quill said.') == ["The dam holds,"]


def test_each_of_two_speakers_keeps_his_words() -> None:
    text = "Mara Quill wrote: “The dam holds.” Tom Arden wrote: “It does not.”"
    assert said(text) == [("The dam holds.", "Mara Quill"), ("It does not.", "Tom Arden")]


def test_a_sentence_begun_outside_the_marks_is_said_whole() -> None:
    found = statements("The wave “took the whole quay with it,” said Mara Quill.")
    assert [(s.text, s.kind) for s in found] == [("The wave “took the whole quay with it,", "mixed")]


def test_words_in_marks_inside_an_indirect_clause_make_it_mixed() -> None:
    found = statements("Mara Quill said the wave was “a wall of water” that nobody saw.")
    assert [(s.text, s.kind) for s in found] == [("the wave was “a wall of water” that nobody saw", "mixed")]


NOBODY_SAYS = [
    "The so-called “peace train” left Odrin on Monday.",
    "The film “Two Rivers” opens on Friday.",
    "Her book, “The Long Quay”, has 300 pages.",
    "The ship “Morning Star” sank off Odrin.",
    "He wore a T-shirt with a “V” on it.",
    "The '90s were kinder to Odrin.",
    "A “smart” meter costs 40 crowns.",
    "The album 'Low Tide' sold well in Odrin.",
    "Workers' rights and farmers' debts filled the hall.",
    "Mara Quill, the star of “Two Rivers,” left the hall on Monday.",
    "Police fined “Low Tide” fans in Odrin.",
    "The 5' plank fell into the 6\" gap.",
]


@pytest.mark.parametrize("text", NOBODY_SAYS)
def test_titles_names_and_scare_quotes_are_not_statements(text: str) -> None:
    assert contents(text) == []


NAMES_GIVEN = [
    (
        "President Ona Brandt called the strike “a slap in the face of every nurse”.",
        "the strike “a slap in the face of every nurse",
    ),
    (
        "Ona Brandt called the judge a “thief,” a “liar,” “vain” and “worse.”",
        "the judge a “thief,” a “liar,” “vain” and “worse.",
    ),
    (
        "Ona Brandt described the raid on Odrin as “a crime” and “a shame”.",
        "the raid on Odrin as “a crime” and “a shame”",
    ),
]


@pytest.mark.parametrize(("text", "content"), NAMES_GIVEN)
def test_what_is_given_a_name_in_marks_belongs_to_it(text: str, content: str) -> None:
    assert [(s.text, s.kind) for s in statements(text)] == [(content, "mixed")]


def test_a_name_that_stands_for_the_thing_is_said_alone() -> None:
    found = statements("The council condemned what it termed a “cruel and cowardly” raid in Odrin.")
    assert [(s.text, s.kind) for s in found] == [("cruel and cowardly", "direct")]


def test_the_verb_before_the_marks_keeps_them_where_the_one_behind_has_words_of_its_own() -> None:
    found = said("The mayor, who called the storm “the worst in decades,” said that schools would close.")
    assert found == [("the storm “the worst in decades,", "The mayor"), ("that schools would close", "The mayor")]


@pytest.mark.parametrize("speaker", ["the film’s narrator", "the ministers’ spokesman", "Odrin's mayor"])
def test_an_apostrophe_in_the_name_of_the_speaker_is_no_mark(speaker: str) -> None:
    assert said(f"“The dam holds,” {speaker} said.") == [("The dam holds,", speaker)]


def test_single_marks_stay_open_where_the_next_paragraph_begins_with_one() -> None:
    text = "'We go,' Ona Brandt said.\n\n'Nobody helps us. We are alone.\n\n'We leave today.'\n\nRain fell."
    assert contents(text) == ["We go,", "Nobody helps us. We are alone.", "We leave today."]


def test_a_participle_with_words_of_its_own_is_no_cue_of_the_marks_before_it() -> None:
    text = "He confirmed the boat will have a 'hull of five steel plates,' adding the first trip will begin at noon."
    assert [(s.text, s.stance) for s in statements(text)] == [
        ("the boat will have a 'hull of five steel plates,", "confirms"),
        ("the first trip will begin at noon", "says"),
    ]


def test_a_verb_of_a_clause_beside_is_no_cue_of_marks_before_it() -> None:
    text = (
        "The news tells of the “old guard,” a topic that is sensitive as Ona Brandt urges her friends to fight fraud."
    )
    assert all(not content.startswith("The news") for content in contents(text))


def test_an_aside_with_an_object_of_its_own_does_not_say_its_sentence() -> None:
    text = "They moved quickly to hide the papers, even as they prominently note the links to the firm."
    assert all(not content.startswith("They moved") for content in contents(text))


def test_the_verb_right_behind_the_marks_has_them_whatever_stood_before() -> None:
    text = "The company, Orlex, denied it: “We never stopped the pumps,” said its manager, Tom Arden."
    assert said(text) == [("We never stopped the pumps,", "its manager, Tom Arden")]


def test_a_name_in_marks_is_the_whole_name_of_who_speaks() -> None:
    assert said('The magazine "Valley" revealed that the dam leaks.') == [
        ("that the dam leaks", 'The magazine "Valley"')
    ]


def test_a_clause_behind_a_letter_is_what_it_says() -> None:
    text = "Tom Arden, the vice president of the board, said in a letter he was not asked."
    assert [words for words, _ in said(text)] == ["he was not asked"]


def test_the_next_sentence_with_words_of_its_own_does_not_take_the_marks_before() -> None:
    text = "“The dam holds,” Tom Arden said. “It will hold.” He also denied the charge of neglect."
    assert said(text)[:2] == [("The dam holds,", "Tom Arden"), ("It will hold.", "Tom Arden")]


BESIDE_MARKS = [
    "On Monday’s edition of “The Valley Show,” the mayor said the dam was dry.",
    "At a meeting on the “leak,” as some call it, the mayor said the dam was dry.",
]


@pytest.mark.parametrize("text", BESIDE_MARKS)
def test_marks_before_a_cue_that_has_a_clause_of_its_own_are_not_what_is_said(text: str) -> None:
    assert said(text) == [("the dam was dry", "the mayor")]
