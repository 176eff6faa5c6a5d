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
    named_in,
    named_in_story,
    told_of,
)
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
        {"entity": replace(VELSK, type="PERSON")},
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
    assert told_of([as_told(more)]) == told_of([as_told(VELSK)])


@pytest.mark.parametrize("changed", [{"name": "Port Velsk"}, {"latitude": 1.0, "longitude": 1.0}, {"country": "NO"}])
def test_what_an_entity_is_called_and_where_it_lies_is_asked_for(changed):
    assert told_of([as_told(replace(VELSK, **changed))]) != told_of([as_told(VELSK)])


def test_the_documents_their_analyses_and_the_tool_are_of_a_story_s_grounds():
    tool, known = Tool("rashomon", "1", "ab"), {"d": "1", "e": "2"}
    base = grounds_of_story(tool, ["d", "e"], known, {"d": "x", "e": "y"})
    assert base == grounds_of_story(tool, ["e", "d"], known, {"e": "y", "d": "x"})
    assert base != grounds_of_story(tool, ["d"], known, {"d": "x", "e": "y"})
    assert base != grounds_of_story(tool, ["d", "e"], known, {"d": "x", "e": "z"})
    assert base != grounds_of_story(tool, ["d", "e"], {"d": "1", "e": "3"}, {"d": "x", "e": "y"})
    assert base != grounds_of_story(Tool("rashomon", "2", "ab"), ["d", "e"], known, {"d": "x", "e": "y"})


@pytest.mark.parametrize(
    "entity", [replace(VELSK, name="Ada Holm"), replace(VELSK, id="w"), replace(VELSK, mentions=())]
)
def test_somebody_of_whom_no_claim_is_is_not(entity):
    assert grounds(entity=replace(entity, type="PERSON")) == grounds(entity=replace(VELSK, type="PERSON"))


@pytest.mark.parametrize(
    "changed",
    [
        replace(VELSK, id="w"),
        replace(VELSK, mentions=(replace(MENTION, type="LOC"),)),
        replace(VELSK, mentions=(replace(MENTION, antecedent="n"),)),
        replace(VELSK, mentions=()),
    ],
)
def test_which_mention_is_whose_is_told_of_a_story_apart(changed):
    assert named_in_story(["d"], named_in([changed])) != named_in_story(["d"], named_in([VELSK]))
    assert named_in_story(["e"], named_in([changed])) == named_in_story(["e"], named_in([VELSK]))


@pytest.mark.parametrize("media", [{}, {"echo": "entity-1", "courier": "entity-2"}])
def test_what_a_story_asks_of_media_is_noted_also_in_vain(media):
    asked = Asking(media)
    Sources({"d": ONE}, entity_of=asked).outlet(ONE)
    assert asked.names == ("echo",)


def test_only_answers_to_what_was_asked_count():
    def digest(media=(), entity_of=(), told=()):
        return made_from("g", Asked(("echo",), ("m",)), Answers(dict(media), dict(entity_of), dict(told)))

    assert digest() == digest({"courier": "entity-2"}, {"n": "v"}, {"v": "Velsk"})
    assert digest() != digest({"echo": "entity-1"})
    assert digest() != digest((), {"m": "v"}, {"v": "Velsk"}) != digest((), {"m": "v"}, {"v": "Port Velsk"})
