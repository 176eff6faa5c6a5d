"""Who is meant by an office with its bearer, by "she", by "the statement" and by ", adding"."""

from dataclasses import replace

import pytest

from rashomon.ids import make_id
from rashomon.records import EntityType, Mention

from .reading import said, statements


def _named(text: str, *names: str, type: EntityType = "PERSON") -> tuple[Mention, ...]:
    """Mentions of the names where each stands first."""
    places = [(name, text.index(name)) for name in names]
    return tuple(Mention(make_id("mention", at), "document-1", at, at + len(name), name, type) for name, at in places)


def _who(text: str, *names: str) -> list[str | None]:
    """The names that the speakers of a text go by."""
    mentions = _named(text, *names)
    known = {mention.id: mention.text for mention in mentions}
    return [known.get(statement.speaker or "") for statement in statements(text, mentions=mentions)]


BEARERS = [
    ("According to the head of the border service Pavel Dron, the road is open.", "Pavel Dron"),
    ("The road is open, reported the press secretary of the department Mara Quill.", "Mara Quill"),
    ("The chief physician of the Odrin hospital Pavel Dron said the road is open.", "Pavel Dron"),
    ("The governor, Mr. Dron, said the road is open.", "Dron"),
    ('"The road is open," its president, Prof. Pavel Dron, said.', "Pavel Dron"),
    ("The head of the Odrin Water Board (OWB), Mara Quill, said the road is open.", "Mara Quill"),
    ("The board’s head, Pavel Dron, replied by letter: “The road is open.”", "Pavel Dron"),
    ("A spokesman of the singer Pavel Dron said the road is open.", None),
    ("A teacher, Pavel Dron’s aunt, said the road is open.", None),
    ("A spokesman for Pavel Dron said the road is open.", None),
    ("The mother of the boy Pavel Dron said the road is open.", None),
]


@pytest.mark.parametrize(("text", "name"), BEARERS)
def test_an_office_is_its_bearers_where_the_name_stands_behind_what_it_is_of(text: str, name: str | None) -> None:
    named = next(n for n in ("Mara Quill", "Pavel Dron", "Dron") if n in text)
    assert _who(text, named) == [name]


def test_an_office_that_is_taken_for_a_name_is_its_bearers() -> None:
    text = "The Ombudsman, Mara Quill, said the road is open."
    office, bearer = _named(text, "Ombudsman", type="OTHER") + _named(text, "Mara Quill")
    assert [s.speaker for s in statements(text, mentions=(office, bearer))] == [bearer.id]


def test_a_pronoun_means_nobody_whose_given_name_is_of_the_other_sex() -> None:
    text = "Teresa Quill said the road is open. Robert Dron said the dam holds. “It will rain,” she added."
    assert _who(text, "Teresa Quill", "Robert Dron") == ["Teresa Quill", "Robert Dron", "Teresa Quill"]


def test_the_statement_is_of_whoever_was_told_to_speak_before() -> None:
    text = "The Odrin ministry said the road is open. “It will stay open,” the statement said."
    (ministry,) = _named(text, "Odrin ministry", type="ORG")
    assert [s.speaker for s in statements(text, mentions=(ministry,))] == [ministry.id] * 2
    other = "The Odrin ministry said the road is open. “It will stay open,” a police statement said."
    assert statements(other, mentions=_named(other, "Odrin ministry", type="ORG"))[1].speaker is None


PLACED = [
    (
        '"They shot at us like at animals," Rosa Quill, whose 17-year-old son Luis was among the dead, told radio.',
        "Rosa Quill",
    ),
    (
        "From Odrin, Mara Quill, President Dron’s national security adviser, said that the sale of the dam, coming so "
        "closely after the flood, “represents yet another mistake.”",
        "Mara Quill",
    ),
    ('A note carried by the agency just after the launch said: "The road is open."', "A note carried by the agency"),
    ('"The road is open," Mara Quill, who was called back to announce it, declared.', "Mara Quill"),
]


@pytest.mark.parametrize(("text", "voice"), PLACED)
def test_the_speaker_is_found_across_what_stands_between(text: str, voice: str) -> None:
    (found,) = said(text)
    assert (found[1] or "").startswith(voice)


def test_whoever_spoke_goes_on_with_adding_whatever_the_clause_between_tells() -> None:
    text = "The mayor said that nine people were in hospital, adding that “the road is open.”"
    assert [voice for _, voice in said(text)] == ["The mayor"] * 2
    shouted = "The mayor said that armed men stormed the hall, shouting “the road is ours.”"
    assert said(shouted)[-1][1] != "The mayor"


def test_a_report_that_reminds_its_readers_says_nothing() -> None:
    assert said("Let us remind you that the road is open.") == []


WHOSE = [
    ("The app was banned last week by the prime minister Mara Quill who said it shelters thieves.", "Mara Quill"),
    (
        "The UN spokesman, Pavel Dron, said that the board is ready to help if both sides request it, and called on "
        "them to show restraint.",
        "Pavel Dron",
    ),
    ("The skipper of a second boat, Mara Quill, told police he fell. “There was no warning,” she added.", "Mara Quill"),
    ('She tells the mayor: "Thank you," to which Dron deadpans: "Welcome to Odrin."', "Dron"),
]


@pytest.mark.parametrize(("text", "name"), WHOSE)
def test_the_last_words_of_a_text_are_whose_the_sentence_tells(text: str, name: str) -> None:
    assert _who(text, name)[-1] == name


def test_a_name_inside_what_somebody_is_called_is_not_his() -> None:
    text = "All Varin flight attendants said the road is open."
    assert _who(text, "Varin") == [None]


def test_who_is_quoted_speaks_through_who_quotes_him() -> None:
    text = "Nine men died, Odrin police said, quoting the baker of the next village."
    (found,) = statements(text)
    assert (found.speaker_text, found.via) == ("the baker of the next village", ("Odrin police",))


VARIED = [
    ("Mara Quill said the road is open. “It is wide,” the politician added.", "Mara Quill"),
    ("Robert Dron said the road is open. “It is wide,” the spokeswoman added.", None),
    ("Mara Quill said the road is open. “It is wide,” a politician added.", None),
    ("Mara Quill said the road is open. Tom Arden wept. “It is wide,” the politician added.", None),
]


@pytest.mark.parametrize(("text", "name"), VARIED)
def test_another_word_for_whoever_spoke_right_before_is_the_same_person(text: str, name: str | None) -> None:
    named = "Robert Dron" if "Dron" in text else "Mara Quill"
    assert _who(text, named)[-1] == name


def test_one_told_of_aside_is_not_whom_a_pronoun_means() -> None:
    text = "Tom Arden spoke to the Herald. He heard shots as the gunman gave up. “They took him away,” he said."
    assert _who(text, "Tom Arden")[-1] == "Tom Arden"


def test_where_somebody_speaks_and_what_hangs_on_a_hyphen_are_no_speakers() -> None:
    spoken = "Mr. Dron, speaking at a conference in Odrin, Ford, said that the road is open."
    assert said(spoken)[0][1] == "Mr. Dron"
    assert said("President Ban Jae-min asked the army to show what it has.")[0][1] == "President Ban Jae-min"


LOST = [
    (
        "Reading from a statement, Colonel Issa Dron, flanked by nine other officers, said the defence and security "
        "forces had decided to “put an end to it”.",
        "Issa Dron",
    ),
    ("Reporting from Odrin, the Herald's Mara Quill said it was unclear who was in charge.", "Mara Quill"),
    ("Meanwhile, ousted President Pavel Dron, in a tweet, vowed that the gains will be safeguarded.", "Pavel Dron"),
    ("From the ministry they insist that the road is open.", "ministry"),
]


@pytest.mark.parametrize(("text", "name"), LOST)
def test_a_speaker_whom_the_parser_ties_elsewhere_is_found(text: str, name: str) -> None:
    (found,) = said(text)
    assert name in (found[1] or "") and not (found[1] or "").startswith(("Reading", "Reporting"))


def test_a_released_statement_is_its_issuers_down_to_it_said() -> None:
    text = (
        "The blaze was put out in four hours, according to a statement released by the Odrin council.\n\n"
        "The injured are stable, the statement added.\n\nThe owner has been held by the police, it said."
    )
    (council,) = _named(text, "Odrin council", type="ORG")
    assert {s.speaker for s in statements(text, mentions=(council,))} == {council.id}


def test_a_surname_that_ends_as_a_plural_is_one_persons() -> None:
    text = (
        "Sergii Horbal spoke first.\n\n“They died in their own bed,” Mayor Olena Kravets told television. She said "
        "power had been cut."
    )
    assert _who(text, "Sergii Horbal", "Olena Kravets")[-1] == "Olena Kravets"


def test_a_rank_between_an_office_and_its_bearer_hides_nobody() -> None:
    text = "The representative of the ministry, Colonel Pavel Dron, said the road is open."
    (colonel,) = _named(text, "Pavel Dron")
    assert [s.speaker for s in statements(text, mentions=(replace(colonel, role="Colonel"),))] == [colonel.id]


OTHERS = [
    ("Mara Quill said the road is open. They say the dam holds.", "they are several"),
    ("Mara Quill said the road is open. A group said the dam holds.", "a group is none told of before"),
    ("Mara Quill said the road is open. The Odrin spokesman said the dam holds.", "of another body"),
]


@pytest.mark.parametrize(("text", "why"), OTHERS)
def test_a_word_for_somebody_else_is_not_whoever_spoke_before(text: str, why: str) -> None:
    (quill,) = _named(text, "Mara Quill")
    odrin = tuple(m for name in ("Odrin",) if name in text for m in _named(text, name, type="ORG"))
    at = text.index("group") if "group" in text else 0
    group = Mention("group", "document-1", at, at + 5, "group", "ORG", form="role", antecedent=quill.id)
    assert [s.speaker for s in statements(text, mentions=(quill, *odrin, *((group,) if at else ())))][-1] is None, why


AGAIN = [
    ("The head of the river board Mara Quill said it is open. The head of the board said it holds.", "Mara Quill"),
    ("The minister of works, Mara Quill, said the road is open. “It will rain,” the minister said.", "Mara Quill"),
    ("The minister of works, Mara Quill, said the road is open. “It will rain,” a minister said.", None),
    ("The minister of works, Mara Quill, said the road is open. “It will rain,” the driver said.", None),
]


@pytest.mark.parametrize(("text", "last"), AGAIN)
def test_the_word_for_an_office_alone_means_its_nearest_bearer(text: str, last: str | None) -> None:
    assert _who(text, "Mara Quill") == ["Mara Quill", last]


def test_nobody_who_is_named_in_the_words_alone_says_them() -> None:
    text = "The Odrin ministry said the road is open. “The claim of the Ford ministry is a lie,” the ministry added."
    own, other = _named(text, "Odrin ministry", "Ford ministry", type="ORG")
    again = replace(_named(text, "the ministry")[0], form="role", type="ORG", antecedent=other.id)
    assert {s.speaker for s in statements(text, mentions=(own, other, again))} == {own.id}


OTHER_WORDS = [
    ("The Odrin Guard said the road is open. It is noted that nobody was hurt.", "Odrin Guard"),
    ("The Odrin Guard said the road is open. As specified in the department, nobody was hurt.", "Odrin Guard"),
    ("The Odrin Guard said the road is open. The dam holds, the service added.", "Odrin Guard"),
]


@pytest.mark.parametrize(("text", "body"), OTHER_WORDS)
def test_another_word_for_a_body_that_spoke_right_before_is_that_body(text: str, body: str) -> None:
    found = statements(text, mentions=_named(text, body, type="ORG"))
    assert [statement.speaker is not None for statement in found] == [True, True]


def test_the_union_is_not_the_ministry_that_spoke_before() -> None:
    text = "The Odrin Ministry said the road is open. The union said that nobody was asked."
    assert statements(text, mentions=_named(text, "Odrin Ministry", type="ORG"))[-1].speaker is None


def test_what_nobody_named_believes_is_not_the_last_speaker_s() -> None:
    text = "The Odrin Guard said the road is open. It is believed that nobody was hurt."
    found = statements(text, mentions=_named(text, "Odrin Guard", type="ORG"))
    assert found[-1].speaker is None


def test_the_one_who_holds_such_an_office_is_meant_by_another_word_for_his_body() -> None:
    text = (
        "The deputy head of the border guard, Pavel Dron, said the road is open. Tom Arden wept. "
        "The deputy head of the service said that nobody was hurt."
    )
    assert _who(text, "Pavel Dron", "Tom Arden") == ["Pavel Dron", "Pavel Dron"]


def test_of_two_deputy_heads_neither_is_meant() -> None:
    text = (
        "The deputy head of the border guard, Pavel Dron, said the road is open. The deputy head of the police, "
        "Mara Quill, said the bridge is shut. The deputy head of the service said that nobody was hurt."
    )
    assert _who(text, "Pavel Dron", "Mara Quill")[-1] is None


def test_a_few_words_in_marks_inside_what_is_said_are_nobody_else_s() -> None:
    assert said("Mara Quill said she believed Odrin would answer “there, not here”.") == [
        ("she believed Odrin would answer “there, not here”", "Mara Quill")
    ]


def test_an_office_written_large_is_its_bearer_s() -> None:
    text = (
        "The President of the Council of Odrin, Head of State, Pavel Dron, was sworn in on Friday.\n\n"
        "In his speech, the Head of State recalled that it rained."
    )
    assert _who(text, "Pavel Dron")[-1:] == ["Pavel Dron"]


@pytest.mark.parametrize(
    "voice",
    [
        "The press service of the Odrin Guard",
        "The Odrin Guard’s press office",
        "The public relations of the Odrin Guard",
    ],
)
def test_a_body_speaks_by_its_press_service(voice: str) -> None:
    text = f"{voice} announced that the road is open."
    found = statements(text, mentions=_named(text, "Odrin Guard", type="ORG"))
    assert [statement.speaker is not None for statement in found] == [True]


def test_a_spokesman_is_not_his_body() -> None:
    text = "A spokesman of the Odrin Guard announced that the road is open."
    assert statements(text, mentions=_named(text, "Odrin Guard", type="ORG"))[0].speaker is None


def test_a_ministry_told_of_before_speaks_by_its_press_service_too() -> None:
    text = "The Ministry of Trade met. The ministry’s press service said that it rains."
    met, ministry = _named(text, "Ministry of Trade", "ministry", type="ORG")
    ministry = replace(ministry, form="role", antecedent=met.id)
    assert statements(text, mentions=(met, ministry))[-1].speaker == ministry.id
