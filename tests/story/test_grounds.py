"""What a story is told from."""

from dataclasses import replace
from datetime import date

import pytest

from rashomon.dossier import Tool
from rashomon.parts import Asked
from rashomon.records import Boilerplate, Document, Entity, Mention, Passage, Publication
from rashomon.story.grounds import (
    Answers,
    Asking,
    as_told,
    grounds_of,
    grounds_of_story,
    made_from,
    told_of,
    who_is_who,
)
from rashomon.story.sources import Sources

ONE, OTHER = (Document(id, id, "", "text", outlet="The Echo") for id in ("d", "e"))
MENTION = Mention("m", "d", 0, 4, "Velsk", "GPE")
VELSK = Entity("v", "GPE", "Velsk", mentions=(MENTION,))
PASSAGE = Passage("p", "d", 0, 4, "text", "e", 0, 4, 1, 1.0, "earlier")


def grounds(document=ONE, *, original_of=(), elsewhere=(), passages=()):
    return grounds_of([document], dict(original_of), dict(elsewhere), dict(passages))["d"]


@pytest.mark.parametrize(
    "changed",
    [
        {"document": replace(ONE, published=Publication(date(2031, 3, 3), date(2031, 3, 3), "stated"))},
        {"document": replace(ONE, boilerplate=(Boilerplate(0, 4, "other"),))},
        {"original_of": {"d": "e"}},
        {"passages": {"d": (PASSAGE,)}},
    ],
)
def test_what_others_make_of_a_document_is_of_its_grounds(changed):
    assert grounds(**changed) != grounds()


def test_an_original_of_another_story_is_of_them_with_its_words():
    copied = {"original_of": {"d": "e"}, "elsewhere": {"e": OTHER}}
    assert grounds(**copied) != grounds(**{**copied, "elsewhere": {"e": replace(OTHER, text="other")}})


def test_what_changes_with_every_report_that_names_an_entity_is_not():
    more = replace(VELSK, aliases=("VELSK",), why=("so",), mentions=(MENTION, replace(MENTION, id="n", document="e")))
    assert told_of([as_told(more)]) == told_of([as_told(VELSK)])


@pytest.mark.parametrize("changed", [{"name": "Port Velsk"}, {"latitude": 1.0, "longitude": 1.0}, {"country": "NO"}])
def test_what_an_entity_is_called_and_where_it_lies_is_asked_for(changed):
    assert told_of([as_told(replace(VELSK, **changed))]) != told_of([as_told(VELSK)])


TOOL, KNOWN, VERSIONS = Tool("rashomon", "1", "ab"), {"d": "1", "e": "2"}, {"d": "x", "e": "y"}
STORY = grounds_of_story(TOOL, ["d", "e"], KNOWN, VERSIONS, "p")


def test_the_order_of_documents_is_not_of_a_story_s_grounds():
    assert grounds_of_story(TOOL, ["e", "d"], KNOWN, VERSIONS, "p") == STORY


@pytest.mark.parametrize(
    "changed",
    [
        (Tool("rashomon", "2", "ab"), ["d", "e"], KNOWN, VERSIONS, "p"),
        (TOOL, ["d"], KNOWN, VERSIONS, "p"),
        (TOOL, ["d", "e"], {"d": "1", "e": "3"}, VERSIONS, "p"),
        (TOOL, ["d", "e"], KNOWN, {"d": "x", "e": "z"}, "p"),
        (TOOL, ["d", "e"], KNOWN, VERSIONS, "q"),
    ],
)
def test_the_documents_their_analyses_their_places_and_the_tool_are(changed):
    assert grounds_of_story(*changed) != STORY


@pytest.mark.parametrize("changed", [("n", {"m": "v"}), ("o", {}), ("o", {"m": "w"})])
def test_who_is_who_is_told_by_mentions_and_entities(changed):
    assert who_is_who(*changed) != who_is_who("o", {"m": "v"})


@pytest.mark.parametrize("media", [{}, {"echo": "entity-1", "courier": "entity-2"}])
def test_what_a_story_asks_of_media_is_noted_also_in_vain(media):
    asked = Asking(media)
    Sources({"d": ONE}, entity_of=asked).outlet(ONE)
    assert asked.names == ("echo",)


def test_only_answers_to_what_was_asked_count():
    def digest(media=(), groups=(), told=()):
        return made_from("g", Asked(("echo",), ("m",)), dict(groups), Answers(dict(media), dict(told)))

    velsk, port = {"v": "Velsk", "w": "Oslo"}, {"v": "Port Velsk"}
    assert digest() == digest({"courier": "entity-2"}, {"n": "v"}, velsk)
    assert digest() != digest({"echo": "entity-1"})
    assert digest() != digest((), {"m": "v"}, velsk) != digest((), {"m": "v"}, port)
    assert digest((), {"m": "v"}, velsk) == digest((), {"m": "v", "n": "w"}, velsk)
    assert digest((), {"m": "v"}, velsk) != digest((), {"m": "v", "n": "v"}, velsk)
