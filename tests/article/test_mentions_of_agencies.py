"""Names in agency copy carried over from other languages: offices without commas, letters, villages, honorifics."""

import pytest

from rashomon.records import Mention

from .test_mentions import antecedents, mentions_of


def the(text: str, name: str) -> Mention:
    return next(m for m in mentions_of(text) if m.text == name)


@pytest.mark.parametrize(
    ("text", "name", "kind", "role"),
    [
        (
            "It was said by the Minister of Internal Affairs of Ukraine Ihor Sorvenko.",
            "Ihor Sorvenko",
            "PERSON",
            "Minister",
        ),
        ("Minister of Interior Ahmad Zelidian left.", "Ahmad Zelidian", "PERSON", "Minister"),
        ("The head of the VSK Andrii Sorvenko left.", "Andrii Sorvenko", "PERSON", "head"),
        ("The mayor of Brusk Sebahat Zorlen told us.", "Sebahat Zorlen", "PERSON", "mayor"),
        ("The mayor of Brusk Sebahat Zorlen told us.", "Brusk", "GPE", None),
        ("VDK Chairman Senior General Zin Aung Velt spoke.", "Zin Aung Velt", "PERSON", "Senior General"),
        ("The deputy chairman of the Security Council Dmitry Sorvenko left.", "Security Council", "ORG", None),
        ("Regime spokesman U Than Zelt met them.", "Than Zelt", "PERSON", "U"),
        ("The 92nd Brigade met them at noon.", "92nd Brigade", "ORG", None),
        ("The 3rd Assault Brigade left.", "3rd Assault Brigade", "ORG", None),
        ("They joined the 7 Battalion.", "7 Battalion", "ORG", None),
        ("The villages of Zelmas and Korv Tappen suffered most.", "Korv Tappen", "GPE", None),
        ("The Sea Support Mission in Norway (SSMIN) left.", "Sea Support Mission in Norway", "ORG", None),
        ("Vorik, who lives there, wept.", "Vorik", "PERSON", None),
        ("Troops of Abdelghani Zorli left the town.", "Abdelghani Zorli", "PERSON", None),
        ("The governor Okay Zelmoglu spoke.", "Okay Zelmoglu", "PERSON", "governor"),
    ],
)
def test_a_name_has_its_type_and_office(text: str, name: str, kind: str, role: str | None) -> None:
    found = the(text, name)
    assert (found.type, found.role) == (kind, role)


def test_a_letter_behind_a_hyphen_is_no_title() -> None:
    assert "Thant Velin-U" in {m.text for m in mentions_of("They met Thant Velin-U in the town.")}


def test_an_office_of_common_words_is_no_name() -> None:
    found = {m.text for m in mentions_of("It was said by the Minister of Internal Affairs of Ukraine Ihor Sorvenko.")}
    assert found == {"Ukraine", "Ihor Sorvenko"}


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("The Society of Southeast Alpine Nations (SOSEAN) met.", "SOSEAN", "Society of Southeast Alpine Nations"),
        ("The Danish Sea Relief (ØHF) came.", "ØHF", "Danish Sea Relief"),
        ("The Danish Relief Agency (RelHjælp) came. RelHjælp left.", "RelHjælp", "Danish Relief Agency"),
        ("Ada Vorik, also known as “Falka”, left. Falka died.", "Falka", "Ada Vorik"),
        ("Colonel Rolf Tangen (call sign “Zerkut”) left.", "Zerkut", "Rolf Tangen"),
        ("Luis Gomero Salva came. Gomero spoke. Then Ada Brisa Gomero left.", "Gomero", "Luis Gomero Salva"),
        ("The headman of the village, Rolf Tangen, and his wife Tova Tangen died.", "his", "Rolf Tangen"),
    ],
)
def test_another_name_stands_for_the_one_it_was_told_with(text: str, short: str, long: str) -> None:
    assert antecedents(text)[short] == long


def test_a_name_told_with_a_relative_is_the_relatives() -> None:
    assert "Zerk" not in antecedents("Bo Tangen and his brother, known as Zerk, left.")


def test_an_agency_in_brackets_is_no_other_name_of_a_body() -> None:
    assert "Reuters" not in antecedents("The Danish Relief Agency (Reuters) came.")


def test_the_letters_of_an_agency_behind_a_body_are_not_the_bodys() -> None:
    assert antecedents("It was told by Brusk Air (CNN). CNN said so.")["CNN"] == "CNN"


def test_a_title_in_quotation_marks_is_cut_off_a_name() -> None:
    assert the("“Mr. Zorbeck left,” she said. Ada Zorbeck wept.", "Zorbeck").role == "Mr."


def test_a_team_named_by_a_people_is_no_town() -> None:
    assert "Cleveland Indians" in {m.text for m in mentions_of("The Cleveland Indians lost the game on Monday.")}


def test_a_name_of_several_words_written_as_one_is_a_surname_too() -> None:
    assert antecedents("Alaa Abdel Zattah left. Abdel-Zattah came back.")["Abdel-Zattah"] == "Alaa Abdel Zattah"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Norway-Sweden border and Guinea-Bissau were closed.", {"Norway", "Sweden", "Guinea-Bissau"}),
        ("It was said by Ri Son-gwon, the head of the agency.", {"Ri Son-gwon"}),
        ("CNN Tokyo said that rain fell.", {"CNN", "Tokyo"}),
        ("A photographer of Agence France-Presse saw it.", {"Agence France-Presse"}),
    ],
)
def test_names_end_where_the_next_begins(text: str, names: set[str]) -> None:
    assert {m.text for m in mentions_of(text)} == names
