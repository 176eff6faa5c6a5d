"""The words of people's names, in whatever order a report tells them."""

import pytest

from rashomon.names.comparing import SAME_WORD, people_score, person_words


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
        ("Abdel Hamid al-Zorli", ("abdulhamid", "al", "zorli")),
        ("Omar Abd al-Zakil", ("omar", "abdulzakil")),
        ("Abdul Zorli", ("abdul", "zorli")),
        ("Nur ad-Din Zorli", ("nureddin", "zorli")),
        ("U Thein Zelt", ("thein", "zelt")),
        ("U Zelt", ("u", "zelt")),
        ("X", ("x",)),
        ("", ()),
    ],
)
def test_the_family_comes_last_however_it_was_told(name: str, words: tuple[str, ...]) -> None:
    assert person_words(name) == words


def test_a_name_with_the_family_first_is_the_same_persons() -> None:
    assert people_score("Serdarov Tahir Elman oglu", "Tahir Serdarov") > 0.8
    assert people_score("Sorvenko P.I.", "Petro Sorvenko") > 0.8


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Oleh Syniehubenko", "Oleg Sinegubenko"),
        ("Vitalii Hnatchuk", "Vitaly Gnatchuk"),
        ("Serhii Mykolaiovych Sorvenko", "Sergei Nikolaevich Sorvenko"),
        ("S. M. Sorvenko", "Sergei Nikolaevich Sorvenko"),
        ("Abdul Hamid Zorliba", "Abdelhamid al-Zorleiba"),
        ("Abderrahmane Zorli", "Abdul Rahman Zorli"),
        ("Muammar al-Zelawi", "Moammer Zelaoui"),
        ("Mohammad Reza Ghorvani", "Mohammadreza Qorvani"),
        ("Viktoria Khalvorova", "Wiktoria Chałvorowa"),
        ("Zaw Zelt Htun", "Zaw Zelt Tun"),
    ],
)
def test_one_name_carried_over_from_two_languages_is_one(left: str, right: str) -> None:
    assert people_score(left, right) >= SAME_WORD


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Anna Hunter", "Anna Gunter"),
        ("Abdul Rahman Zorli", "Abdul Rahim Zorli"),
        ("Abdullah Zorli", "Abdul Zorli"),
        ("Hamid Zorli", "Hamad Zorli"),
        ("Jan Chan", "Jan Khan"),
        ("Serhii Petrovych Sorvenko", "Sergei Nikolaevich Sorvenko"),
    ],
)
def test_two_names_that_sound_alike_stay_two(left: str, right: str) -> None:
    assert people_score(left, right) < SAME_WORD
