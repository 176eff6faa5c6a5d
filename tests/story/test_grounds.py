"""What a story is told from."""

from dataclasses import replace
from datetime import date

import pytest

from rashomon.dossier import Tool
from rashomon.records import Boilerplate, Document, Entity, Mention, Passage, Publication
from rashomon.story.grounds import Asked, grounds_of, grounds_of_story, made_from
from rashomon.story.sources import Sources

ONE, OTHER = (Document(id, id, "", "text", outlet="The Echo") for id in ("d", "e"))
MENTION = Mention("m", "d", 0, 4, "Velsk", "GPE")
VELSK = Entity("v", "GPE", "Velsk", mentions=(MENTION,))
PASSAGE = Passage("p", "d", 0, 4, "text", "e", 0, 4, 1, 1.0, "earlier")


def grounds(document=ONE, *, original_of=(), elsewhere=(), passages=(), entity=VELSK):
    return grounds_of([document], dict(original_of), dict(elsewhere), dict(passages), [entity])["d"]


@pytest.mark.parametrize(
    "changed",
    [
        {"document": replace(ONE, published=Publication(date(2031, 3, 3), date(2031, 3, 3), "stated"))},
        {"document": replace(ONE, boilerplate=(Boilerplate(0, 4, "other"),))},
        {"original_of": {"d": "e"}},
        {"passages": {"d": (PASSAGE,)}},
        {"entity": replace(VELSK, id="w")},
        {"entity": replace(VELSK, name="Port Velsk")},
        {"entity": replace(VELSK, latitude=1.0, longitude=1.0)},
        {"entity": replace(VELSK, mentions=(replace(MENTION, type="LOC"),))},
        {"entity": replace(VELSK, mentions=(replace(MENTION, antecedent="n"),))},
        {"entity": replace(VELSK, mentions=())},
    ],
)
def test_what_others_make_of_a_document_is_of_its_grounds(changed):
    assert grounds(**changed) != grounds()


def test_an_original_of_another_story_is_of_them_with_its_words():
    copied = {"original_of": {"d": "e"}, "elsewhere": {"e": OTHER}}
    assert grounds(**copied) != grounds(**{**copied, "elsewhere": {"e": replace(OTHER, text="other")}})


def test_what_changes_with_every_report_that_names_an_entity_is_not():
    more = replace(VELSK, aliases=("VELSK",), why=("so",), mentions=(MENTION, replace(MENTION, id="n", document="e")))
    assert grounds(entity=more) == grounds()


def test_the_documents_their_analyses_and_the_tool_are_of_a_story_s_grounds():
    tool, known = Tool("rashomon", "1", "ab"), {"d": "1", "e": "2"}
    base = grounds_of_story(tool, ["d", "e"], known, {"d": "x", "e": "y"})
    assert base == grounds_of_story(tool, ["e", "d"], known, {"e": "y", "d": "x"})
    assert base != grounds_of_story(tool, ["d"], known, {"d": "x", "e": "y"})
    assert base != grounds_of_story(tool, ["d", "e"], known, {"d": "x", "e": "z"})
    assert base != grounds_of_story(tool, ["d", "e"], {"d": "1", "e": "3"}, {"d": "x", "e": "y"})
    assert base != grounds_of_story(Tool("rashomon", "2", "ab"), ["d", "e"], known, {"d": "x", "e": "y"})


@pytest.mark.parametrize("media", [{}, {"echo": "entity-1", "courier": "entity-2"}])
def test_what_a_story_asks_of_media_is_noted_also_in_vain(media):
    asked = Asked(media)
    Sources({"d": ONE}, entity_of=asked).outlet(ONE)
    assert asked.names == ("echo",)


def test_only_answers_to_what_was_asked_count():
    base = made_from("g", ["echo"], {})
    assert base == made_from("g", ["echo"], {"courier": "entity-2"})
    assert base != made_from("g", ["echo"], {"echo": "entity-1"})
