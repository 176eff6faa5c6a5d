"""A dossier that grows is the dossier of all its reports, and of its stories only those are told anew that change."""

import json
import logging
import shutil
import sqlite3
import tempfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rashomon
from rashomon import Judgement, Settings
from rashomon.building import judge, refresh, remove, undo
from rashomon.dossier import Dossier
from rashomon.export.json import to_text
from rashomon.parts import Renamed
from rashomon.store import reading
from rashomon.story.names import Naming
from rashomon.story.takings import Text

EXAMPLE = sorted(Path(__file__).parents[1].glob("examples/orlinka-mine/*.*"))
AFFAIRS = {
    "Ferry runs aground": "The ferry Marisol struck the rocks below the lighthouse of Velsk; four passengers drowned.",
    "Bank fails": "Savers queued before the Ostrava Bank, whose loans to shipyards had lost two thirds of their value.",
    "Fire in the hills": "Pines burned on the slopes above Sarveno, and seven farms were left by their people.",
    "Orchestra strikes": "Violinists of the Zhavorsk opera put down their bows, since wages had not come for May.",
}
SPEAKERS = ("Ilona Verrin", "Ilona Verrin", "Otto Brandauer", "Mirko Solvan")


def state(path):
    """All that a reader can tell two dossiers by."""
    with reading(path) as store:
        return to_text(store.dossier()), store.content(), store.search("the", 50, 5), store.sizes()


def anew(path):
    """The same of the same reports and judgements, with every story told anew."""
    copy = path.with_name("anew.rashomon")
    shutil.copy(path, copy)
    connection = sqlite3.connect(copy, isolation_level=None)
    connection.executescript("DELETE FROM told; DELETE FROM names; DELETE FROM compared; DELETE FROM cut")
    connection.close()
    refresh(copy)
    return state(copy)


def told(caplog):
    """How many stories the last build told, and how many it left as they were."""
    return next(record.args for record in reversed(caplog.records) if "stand as they were" in record.msg)


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    """A dossier of the whole example."""
    path = tmp_path_factory.mktemp("read") / "all.rashomon"
    rashomon.build(EXAMPLE, path)
    return path


def lend(path, read):
    """What was read of the example, so that nothing is read twice."""
    connection = sqlite3.connect(path)
    connection.execute("ATTACH ? AS other", (str(read),))
    connection.execute("INSERT OR IGNORE INTO analysis SELECT * FROM other.analysis")
    connection.commit()
    connection.close()


def grown(folder, read, steps):
    """A dossier to which the files of each step were added."""
    path = Path(folder, "grown.rashomon")
    for files in steps:
        if path.exists():
            lend(path, read)
        rashomon.build(files, path)
    return path


few = settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck), database=None)


@few
@given(order=st.permutations(EXAMPLE), cuts=st.sets(st.integers(1, len(EXAMPLE) - 1), max_size=2))
def test_however_a_dossier_grew_it_is_the_dossier_of_all_its_reports(read, order, cuts):
    borders = [0, *sorted(cuts), len(order)]
    steps = [order[first:end] for first, end in pairwise(borders)]
    with tempfile.TemporaryDirectory() as folder:
        assert state(grown(folder, read, steps)) == state(read)


@few
@given(data=st.data())
def test_whatever_is_changed_the_dossier_is_the_one_told_anew(read, data):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "grown.rashomon")
        shutil.copy(read, path)
        dossier = rashomon.open(path)
        left = data.draw(st.sampled_from([m.id for entity in dossier.entities for m in entity.mentions]))
        right = data.draw(st.sampled_from([e.mentions[0].id for e in dossier.entities if e.mentions[0].id != left]))
        verdict = data.draw(st.sampled_from(["same", "different"]))
        judge(path, Judgement("j", *sorted((left, right)), verdict, "Ada", "known", at="2031-03-11T09:00:00Z"))
        assert state(path) == anew(path)
        remove(path, data.draw(st.sampled_from([document.id for document in dossier.documents])))
        assert state(path) == anew(path)
        lend(path, read)
        rashomon.build(EXAMPLE, path, settings=Settings(one_story=data.draw(st.booleans())))
        assert state(path) == anew(path)
        undo(path, "j")
        lend(path, read)
        rashomon.build(EXAMPLE, path)
        assert state(path) == state(read)


@pytest.fixture
def folder(tmp_path):
    """Two reports of each affair; in two affairs somebody is of one name."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for number, (headline, told) in enumerate(AFFAIRS.items()):
        for paper in ("Courier", "Dispatch"):
            text = (
                f"{headline}\n\n{told} “We know of nobody else who was there,” {SPEAKERS[number]} told the {paper}.\n"
            )
            (folder / f"{number}-{paper}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def path(folder, tmp_path, caplog):
    caplog.set_level(logging.INFO, "rashomon")
    rashomon.build(folder, tmp_path / "a.rashomon")
    assert told(caplog) == (len(AFFAIRS), 0)
    return tmp_path / "a.rashomon"


def test_where_nothing_is_new_no_story_is_told(path, caplog):
    before = state(path)
    refresh(path)
    assert told(caplog) == (0, len(AFFAIRS))
    assert state(path) == before


def test_where_nothing_is_new_a_build_puts_nothing_together(path, folder, caplog, monkeypatch):
    before = state(path)
    monkeypatch.setattr("rashomon.building.reconcile_in_parts", None)
    rashomon.build(folder, path)
    assert "nothing is new" in caplog.text
    assert state(path) == before


def test_a_judgement_that_nobody_heeded_yet_is_new(path, folder):
    ends = sorted(entity.mentions[0].id for entity in rashomon.open(path).entities[:2])
    with rashomon.store.writing(path) as store:
        store.judge(Judgement("j", *ends, "same", "Ada", "known", at="2031-03-11T09:00:00Z"))
    rashomon.build(folder, path)
    assert "j" in {judgement.id for judgement in rashomon.open(path).judgements}
    assert state(path) == anew(path)
    with reading(path) as store:
        assert not store.unheeded()


def test_a_new_report_has_its_own_story_told(path, folder, caplog):
    text = (
        "Orchestra strikes on\n\nViolinists of the Zhavorsk opera put down their bows again: no wages came for May.\n"
    )
    (folder / "late.txt").write_text(text, encoding="utf-8")
    rashomon.build(folder, path)
    assert told(caplog) == (1, len(AFFAIRS) - 1)
    assert state(path) == anew(path)


def test_a_judgement_has_the_stories_told_that_it_concerns(path, caplog):
    before = state(path)
    dossier = rashomon.open(path)
    (one,) = (entity for entity in dossier.entities if entity.name == "Ilona Verrin")
    story_of = {document.id: document.story for document in dossier.documents}
    left = one.mentions[0]
    right = next(m for m in one.mentions if story_of[m.document] != story_of[left.document])
    ends = sorted((left.id, right.id))
    judge(path, Judgement("j", *ends, "different", "Ada", "two women", at="2031-03-11T09:00:00Z"))
    assert 1 <= told(caplog)[0] <= 2
    assert state(path) == anew(path)
    undo(path, "j")
    assert 1 <= told(caplog)[0] <= 2
    assert state(path) == before


def names_made(path, monkeypatch):
    """The stories whose names another look at the dossier makes anew."""
    made = []
    read = Naming.read
    monkeypatch.setattr(Naming, "read", lambda naming, ids: made.append(tuple(ids)) or read(naming, ids))
    refresh(path)
    monkeypatch.undo()
    return made


def test_what_stories_name_is_kept_until_something_of_it_changes(path, monkeypatch):
    assert names_made(path, monkeypatch) == []
    (document, *_) = rashomon.open(path).documents
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("UPDATE names SET made_from = 'other' WHERE story = ?", (document.story,))
    connection.close()
    assert [document.id in documents for documents in names_made(path, monkeypatch)] == [True]
    assert names_made(path, monkeypatch) == []


def test_what_stories_name_is_made_anew_where_it_is_packed_otherwise(path, monkeypatch):
    before = state(path)
    monkeypatch.setattr("rashomon.story.names.FORMAT", "another")
    made = names_made(path, monkeypatch)
    assert len(made) == len(AFFAIRS)
    assert state(path) == before


def texts_compared(path, monkeypatch):
    """The reports that another look at the dossier compares word by word."""
    compared = []
    make = Text.__init__

    def noted(text, document, *more):
        compared.append(document.id)
        make(text, document, *more)

    monkeypatch.setattr(Text, "__init__", noted)
    refresh(path)
    monkeypatch.undo()
    return sorted(compared)


def test_reports_are_compared_word_by_word_once(read, tmp_path, monkeypatch):
    path = tmp_path / "a.rashomon"
    shutil.copy(read, path)
    before = state(path)
    assert texts_compared(path, monkeypatch) == []
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("UPDATE compared SET made_from = 'other'")
    connection.close()
    assert {p.original for p in rashomon.open(path).passages} < set(texts_compared(path, monkeypatch))
    assert texts_compared(path, monkeypatch) == []
    assert state(path) == before


def test_a_report_that_lost_lines_is_read_once_for_it(tmp_path, monkeypatch):
    foot = "Write to the desk of the Velsk Courier with tips and pictures of your own."
    crawl, path = tmp_path / "crawl.jsonl", tmp_path / "a.rashomon"
    rows = (
        {"id": f"r{n}", "title": title, "text": f"{told}\n\n{foot}", "outlet": "Velsk Courier"}
        for n, (title, told) in enumerate(AFFAIRS.items())
    )
    crawl.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    rashomon.build([crawl], path)
    assert all(
        foot in document.text[b.start : b.end]
        for document in rashomon.open(path).documents
        for b in document.boilerplate
    )
    before, read = state(path), []
    make = rashomon.story.known.fingerprint_of
    monkeypatch.setattr("rashomon.story.known.fingerprint_of", lambda analysis: read.append(analysis) or make(analysis))
    refresh(path)
    assert not read
    sqlite3.connect(path, isolation_level=None).execute("UPDATE cut SET made_from = 'other'")
    refresh(path)
    assert len(read) == len(AFFAIRS)
    assert state(path) == before == anew(path)


def test_what_a_story_names_is_made_anew_while_somebody_s_judgement_lies_in_it(path, monkeypatch):
    dossier = rashomon.open(path)
    one, other = dossier.stories[:2]
    held = {m.document: m.id for entity in dossier.entities for m in entity.mentions}
    ends = sorted(held[story.documents[0]] for story in (one, other))
    judge(path, Judgement("j", *ends, "different", "Ada", "two", at="2031-03-11T09:00:00Z"))
    assert sorted(names_made(path, monkeypatch)) == sorted((one.documents, other.documents))
    undo(path, "j")
    assert names_made(path, monkeypatch) == []


def test_other_words_under_a_known_id_are_told(tmp_path, caplog):
    caplog.set_level(logging.INFO, "rashomon")
    crawl, out = tmp_path / "crawl.jsonl", tmp_path / "a.rashomon"
    for count in ("Two", "Three"):
        lines = (f"{count} ships left Velsk.", "Bond yields fell on Friday, the Ostrava bank said.")
        told_lines = (json.dumps({"id": f"r{n}", "text": text}) + "\n" for n, text in enumerate(lines))
        crawl.write_text("".join(told_lines), encoding="utf-8")
        rashomon.build([crawl], out)
    assert told(caplog) == (1, 1)
    assert state(out) == anew(out)
    with reading(out) as store:
        assert store.search("three", 9, 5)
        assert not store.search("two", 9, 5)


def test_another_version_of_the_program_tells_every_story(path, caplog, monkeypatch):
    monkeypatch.setattr("rashomon.building.version", lambda name: "999")
    refresh(path)
    assert told(caplog) == (len(AFFAIRS), 0)


def test_a_story_that_another_program_told_meanwhile_is_not_left_as_it_was(path):
    with rashomon.store.writing(path) as store:
        standing = tuple(store.before(store.document_ids(), ()).told.values())
        sqlite3.connect(path, isolation_level=None).execute("UPDATE told SET made_from = 'other'")
        assert not store.finish(standing, "{}")


def test_where_only_whose_a_name_is_has_changed_its_mentions_alone_are_written(path):
    with rashomon.store.writing(path) as store:
        before = store.dossier()
        first, *others = store.before(store.document_ids(), ()).told.values()
        spanning = Dossier(before.tool, voices=before.voices, relays=before.relays, judgements=before.judgements)
        entities = tuple(replace(entity, mentions=()) for entity in before.entities)
        documents = {document.id for document in before.documents if document.story == first.story}
        named = [m for entity in before.entities for m in entity.mentions if m.document in documents]
        owner = next(e.id for e in before.entities if not documents.intersection(m.document for m in e.mentions))
        renamed = Renamed(replace(first, named="other"), tuple((owner, mention) for mention in named))
        assert named
        assert store.finish((replace(spanning, entities=entities), renamed, *others), "{}")
        after = store.dossier()
        assert {e.id for e in after.entities for m in e.mentions if m.document in documents} == {owner}
        assert sum(len(e.mentions) for e in after.entities) == sum(len(e.mentions) for e in before.entities)
        assert replace(after, entities=(), problems=()) == replace(before, entities=(), problems=())
        assert store.before(store.document_ids(), ()).told[first.story].named == "other"


def test_a_story_whose_names_another_program_changed_meanwhile_is_not_left_as_it_was(path):
    with rashomon.store.writing(path) as store:
        standing = tuple(store.before(store.document_ids(), ()).told.values())
        sqlite3.connect(path, isolation_level=None).execute("UPDATE told SET named = 'other'")
        assert not store.finish(standing, "{}")
