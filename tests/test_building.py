"""From sources to a dossier and its file."""

import json

import pytest

import rashomon
from rashomon import MisuseError, Settings, StoreError
from rashomon.building import Step, remove
from rashomon.export.json import to_text


def sources_of(dossier):
    return sorted(document.source for document in dossier.documents)


def test_a_folder_becomes_a_dossier(reports):
    dossier = rashomon.build([reports])
    assert sources_of(dossier) == ["courier.txt", "dispatch.txt"]
    assert dossier.problems == ()
    assert dossier.tool.settings_sha256 == Settings().sha256()


def test_what_is_built_is_what_is_opened(reports, tmp_path):
    built = rashomon.build([reports], tmp_path / "a.rashomon")
    assert rashomon.open(tmp_path / "a.rashomon") == built == rashomon.build([reports])


def test_building_again_with_more_sources_adds_to_the_file(reports, tmp_path):
    out = tmp_path / "a.rashomon"
    rashomon.build([reports / "courier.txt"], out)
    assert rashomon.build([reports / "dispatch.txt"], out) == rashomon.build([reports])


def test_what_is_there_is_not_analysed_again(reports, tmp_path):
    out, steps = tmp_path / "a.rashomon", []
    rashomon.build([reports / "courier.txt"], out)
    rashomon.build([reports], out, progress=steps.append)
    assert [step.about for step in steps if step.doing == "analysing" and step.about] == ["dispatch.txt"]


def test_that_all_is_one_story_can_be_told_later_and_nothing_is_analysed_again(tmp_path):
    texts = ("The ferry Gull sank off Port Senna.", "Bond yields fell on Friday, the Ostrava bank said.")
    crawl, out, steps = tmp_path / "crawl.jsonl", tmp_path / "a.rashomon", []
    crawl.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    assert len(rashomon.build([crawl], out).stories) == 2
    told = rashomon.build([crawl], out, settings=Settings(one_story=True), progress=steps.append)
    assert len(told.stories) == 1
    assert [step.about for step in steps if step.doing == "analysing" and step.about] == []
    assert len(rashomon.build([crawl], out).stories) == 2


def test_other_settings_have_everything_analysed_again(reports, tmp_path):
    out, steps = tmp_path / "a.rashomon", []
    rashomon.build([reports], out)
    rashomon.build([reports / "courier.txt"], out, settings=Settings(language="en"), progress=steps.append)
    assert Step("analysing", 2, 2, "dispatch.txt") in steps or Step("analysing", 2, 2, "courier.txt") in steps


def test_a_document_of_a_known_id_with_other_words_takes_its_place(tmp_path):
    out, crawl = tmp_path / "a.rashomon", tmp_path / "crawl.jsonl"
    for words in ("Two ships left.", "Three ships left."):
        crawl.write_text(json.dumps({"id": "one", "text": words}) + "\n", encoding="utf-8")
        dossier = rashomon.build([crawl], out)
    assert [document.text for document in dossier.documents] == ["Three ships left."]


def test_one_bad_source_costs_no_other(reports):
    (reports / "broken.jsonl").write_text("{]\n", encoding="utf-8")
    dossier = rashomon.build([reports])
    assert sources_of(dossier) == ["courier.txt", "dispatch.txt"]
    assert len(dossier.problems) == 1
    assert "broken.jsonl" in dossier.problems[0].source


def test_a_problem_stays_until_its_source_is_cured(reports, tmp_path):
    out, bad = tmp_path / "a.rashomon", reports / "notes.jsonl"
    bad.write_text("{]\n", encoding="utf-8")
    rashomon.build([reports], out)
    assert len(rashomon.build([reports / "courier.txt"], out).problems) == 1
    bad.write_text('{"text": "The notes are whole now."}\n', encoding="utf-8")
    assert rashomon.build([bad], out).problems == ()


def test_a_document_that_cannot_be_analysed_is_kept_with_the_reason(reports):
    dossier = rashomon.build([reports], settings=Settings(pipeline="no_such_pipeline"))
    assert len(dossier.documents) == 2
    assert all("no_such_pipeline" in document.problems[0] for document in dossier.documents)


def test_no_sources_are_misuse_and_leave_no_file(tmp_path):
    with pytest.raises(MisuseError, match="no sources"):
        rashomon.build([], tmp_path / "a.rashomon")
    assert not (tmp_path / "a.rashomon").exists()


def test_where_nothing_can_be_read_the_dossier_says_why(tmp_path):
    dossier = rashomon.build([tmp_path / "missing.txt"])
    assert dossier.documents == ()
    assert "missing.txt" in dossier.problems[0].source


def test_a_build_that_breaks_leaves_the_dossier_as_it_was(reports, tmp_path):
    out = tmp_path / "a.rashomon"
    before = rashomon.build([reports / "courier.txt"], out)

    def break_off(step):
        if step.doing == "reconciling":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rashomon.build([reports], out, progress=break_off)
    assert rashomon.open(out) == before
    assert rashomon.build([reports / "courier.txt"], out) == before


def test_a_first_build_that_breaks_leaves_no_dossier_and_is_gone_on_with(reports, tmp_path):
    out, steps = tmp_path / "a.rashomon", []

    def break_off(step):
        if step.done == 1 and step.doing == "analysing":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rashomon.build([reports], out, progress=break_off)
    with pytest.raises(StoreError, match="no such file"):
        rashomon.open(out)
    assert rashomon.build([reports], out, progress=steps.append) == rashomon.build([reports])
    assert Step("analysing", 0, 1) in steps
    assert [path.name for path in tmp_path.glob("a.rashomon*")] == ["a.rashomon"]


def test_a_removed_document_is_as_if_it_had_never_been_read(reports, tmp_path):
    out = tmp_path / "a.rashomon"
    before = rashomon.build([reports / "courier.txt"], out)
    (added,) = {document.id for document in rashomon.build([reports], out).documents} - {before.documents[0].id}
    assert to_text(remove(out, added)) == to_text(before)


def test_removing_what_is_not_there_is_misuse(reports, tmp_path):
    rashomon.build([reports], tmp_path / "a.rashomon")
    with pytest.raises(MisuseError, match="nobody"):
        remove(tmp_path / "a.rashomon", "nobody")


def test_workers_change_nothing(tmp_path):
    crawl = tmp_path / "crawl.jsonl"
    lines = (json.dumps({"id": f"r{n}", "text": f"The {n} guards left Velsk on Monday."}) for n in range(20))
    crawl.write_text("\n".join(lines), encoding="utf-8")
    assert to_text(rashomon.build([crawl], workers=2)) == to_text(rashomon.build([crawl], workers=1))


def test_the_way_out_must_exist(reports, tmp_path):
    with pytest.raises(StoreError, match="folder"):
        rashomon.build([reports], tmp_path / "nowhere" / "a.rashomon")


def test_a_file_that_is_no_dossier_is_never_written_over(reports):
    with pytest.raises(StoreError, match=r"courier\.txt"):
        rashomon.build([reports / "dispatch.txt"], reports / "courier.txt")
    assert (reports / "courier.txt").read_text(encoding="utf-8").startswith("Ferry")
