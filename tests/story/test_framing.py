"""Words that sides choose for the same people and acts: found, told apart, given to whoever says them."""

import pytest

from rashomon.ids import make_id
from rashomon.records import Boilerplate, Document, Statement
from rashomon.story.framing import find_namings


def namings(
    text: str, *said: str, language: str | None = "en", furniture: str = ""
) -> list[tuple[str, str, str | None]]:
    boilerplate = (
        (Boilerplate(text.index(furniture), text.index(furniture) + len(furniture), "other"),) if furniture else ()
    )
    document = Document(make_id("document", "d"), "d", "", text, language=language, boilerplate=boilerplate)
    statements = [
        Statement(words, document.id, text.index(words), text.index(words) + len(words), words, "direct")
        for words in said
    ]
    found = list(find_namings([document], statements))
    assert all(text[n.start : n.end].casefold() for n in found)
    return [(text[n.start : n.end], n.label, n.statement) for n in found]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("A crowd of demonstrators sang.", "demonstrators"),
        ("RIOTERS burnt a tram.", "rioters"),
        ("One rioter was seen.", "rioters"),
        ("He spoke of a coup\nattempt.", "coup"),
        ("The counter-terrorist operation goes on.", "counter-terrorist operation"),
        ("They were liquidated at dawn.", "eliminated"),
    ],
)
def test_every_form_counts_as_its_label(text: str, label: str) -> None:
    assert [found for _, found, _ in namings(text)] == [label]


def test_the_longest_form_is_meant() -> None:
    assert {words for words, _, _ in namings("It was a terrorist attack.")} == {"terrorist attack"}


@pytest.mark.parametrize(
    "text", ["", "The Riotersons waved.", "co-rioters", "A striker scored.", "\u0131\u017f\u0130 \ufffd"]
)
def test_parts_of_other_words_are_none(text: str) -> None:
    assert namings(text) == []


def test_a_word_within_a_statement_is_of_its_speaker_and_the_innermost_counts() -> None:
    text = "Rioters came. “Bandits, or as he said, rebels did it,” she told us."
    found = namings(text, "Bandits, or as he said, rebels did it,", "rebels did it")
    assert [(words, statement) for words, _, statement in found] == [
        ("Rioters", None),
        ("Bandits", "Bandits, or as he said, rebels did it,"),
        ("rebels", "rebels did it"),
    ]


def test_what_is_not_the_article_does_not_count() -> None:
    assert namings("Protesters left.\nMore on rioters", furniture="More on rioters") == [
        ("Protesters", "protesters", None)
    ]


def test_a_language_without_a_list_has_none() -> None:
    assert namings("Protesters left.", language="xx") == []
