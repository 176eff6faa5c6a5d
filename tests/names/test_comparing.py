"""The words of people's names, in whatever order a report tells them."""

import pytest

from rashomon.names.comparing import people_score, person_words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Sorvenko P.I.", ("p", "i", "sorvenko")),
        ("SORVENKO Petro", ("petro", "sorvenko")),
        ("Sorvenko Petro Ivanovych", ("petro", "ivanovych", "sorvenko")),
        ("Serdarov Tahir Elman oglu", ("tahir", "elman", "oglu", "serdarov")),
        ("Tahir Elman oglu Serdarov", ("tahir", "elman", "oglu", "serdarov")),
        ("Petro Ivanovych Sorvenko", ("petro", "ivanovych", "sorvenko")),
        ("Novak Petrovich", ("novak", "petrovich")),
        ("PETRO SORVENKO", ("petro", "sorvenko")),
        ("A. B. Berg", ("a", "b", "berg")),
        ("AJ Berg", ("aj", "berg")),
        ("X", ("x",)),
        ("", ()),
    ],
)
def test_the_family_comes_last_however_it_was_told(name: str, words: tuple[str, ...]) -> None:
    assert person_words(name) == words


def test_a_name_with_the_family_first_is_the_same_persons() -> None:
    assert people_score("Serdarov Tahir Elman oglu", "Tahir Serdarov") > 0.8
    assert people_score("Sorvenko P.I.", "Petro Sorvenko") > 0.8
