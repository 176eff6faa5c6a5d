"""A dossier in parts is the dossier."""

from datetime import date

import rashomon
from rashomon.dossier import Dossier, Problem, Tool
from rashomon.parts import ORDER, Asked, Standing, Told, together
from rashomon.records import Document, Entity, Judgement, Mention, TimelineEntry

TOOL = Tool("rashomon", "1", "ab")


def document(id: str) -> Document:
    return Document(id, f"{id}.txt", "", "text")


def test_the_lists_of_all_parts_are_sorted_as_those_of_a_dossier():
    parts = (Dossier(TOOL, documents=(document("b"), document("d"))), Dossier(TOOL, documents=(document("c"),)))
    assert [d.id for d in together(TOOL, parts).documents] == ["b", "c", "d"]


def test_what_has_no_order_of_its_own_keeps_the_one_it_comes_in():
    judgements = tuple(Judgement(id, "m", "n", "same", "Ada", "") for id in ("2", "1"))
    assert together(TOOL, [Dossier(TOOL), Dossier(TOOL, judgements=judgements)]).judgements == judgements


def test_the_mentions_of_an_entity_come_with_their_stories():
    early, late = (Mention(id, id, 0, 1, "E", "PERSON") for id in ("c", "d"))
    told = [Told(Standing("s", "", "", Asked()), Dossier(TOOL), (("e", mention),)) for mention in (late, early)]
    (entity,) = together(TOOL, [Dossier(TOOL, entities=(Entity("e", "PERSON", "E"),)), *told]).entities
    assert entity.mentions == (early, late)


def test_entries_of_one_day_are_sorted_by_their_words():
    day = date(2031, 3, 4)
    late, early = (TimelineEntry(day, day, words, (), 1, 1, False) for words in ("b", "a"))
    assert together(TOOL, [Dossier(TOOL, timeline=(late, early))]).timeline == (early, late)


def test_no_parts_are_an_empty_dossier():
    assert together(TOOL, []) == Dossier(TOOL)


def test_problems_are_told_as_they_come():
    told = (Problem("b", "broken"), Problem("a", "broken"))
    assert together(TOOL, [Dossier(TOOL, problems=told)]).problems == told


def test_every_order_is_of_a_list():
    assert ORDER.keys() <= set(Dossier.KINDS)


def test_other_stories_change_no_part_of_a_story(tmp_path):
    """A story is told from its own reports; of the others it takes no more than names and who copies whom."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for number, town in enumerate(("Port Velsk", "Orlinka")):
        for paper in ("courier", "dispatch"):
            told = f"{number + 3} people drowned in {town} on Monday, the {paper} of {town} reported.\n\n"
            (folder / f"{town}-{paper}.txt").write_text(f"Flood in {town}\n\n{told * 2}", encoding="utf-8")
    both = rashomon.build(folder)
    alone = rashomon.build(folder / "Orlinka-*.txt")
    kept = {document.id for document in alone.documents}
    assert [d.story for d in both.documents if d.id in kept] == [d.story for d in alone.documents]
    assert {f.id for f in alone.findings} <= {f.id for f in both.findings}
    assert [e for e in both.events if e.document in kept] == list(alone.events)
