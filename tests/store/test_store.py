"""The dossier on disk."""

import sqlite3
import zlib
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from rashomon.article.fingerprint import fingerprint_of
from rashomon.dossier import Dossier, Problem, Tool
from rashomon.errors import StoreError
from rashomon.parts import Asked, Standing, Told
from rashomon.records import (
    Analysis,
    Document,
    Entity,
    Event,
    Figure,
    Finding,
    Judgement,
    Meaning,
    Mention,
    Passage,
    Relay,
    Statement,
    Story,
    Time,
    TimelineEntry,
    Voice,
    Words,
)
from rashomon.store import Read, adding, packed, reading, writing
from rashomon.store import migrations as steps
from rashomon.store.kept import as_text
from rashomon.store.migrations import migrate, version_of
from rashomon.store.rows import columns
from rashomon.store.tables import LISTS, tables_of

DAY = date(2031, 3, 3)
DOCUMENT = Document("d", "d.txt", "00", "Seven died, Ilona Verrin said on Monday.", story="story-1", language="en")
MENTION = Mention("m", "d", 12, 24, "Ilona Verrin", "PERSON", role="Minister")
DOSSIER = Dossier(
    tool=Tool("rashomon", "1.0", "ab"),
    documents=(DOCUMENT,),
    stories=(Story("story-1", "Ferry", ("d",), DAY, DAY, (), 1),),
    entities=(Entity("e", "PERSON", "Ilona Verrin", mentions=(MENTION,)),),
    times=(Time("t", "d", 33, 39, "Monday", "DATE", "2031-03-03", None, DAY, DAY),),
    statements=(Statement("s", "d", 0, 10, "Seven died", "indirect", speaker="e", when="t"),),
    figures=(Figure("f", "d", 0, 10, "Seven died", "killed", "exactly", Decimal(7), Decimal(7), statement="s"),),
    events=(Event("v", "d", 0, 10, "Seven died", Words(6, 10, "died"), actors=("e",)),),
    findings=(Finding("n", "conflict", "figures", ("f",), 1, "killed?", "because", ("Ilona Verrin",)),),
    passages=(Passage("p", "d", 0, 10, "Seven died", "d", 0, 10, 2, 0.25, "earlier"),),
    voices=(Voice("o1", "outlet", "d.txt", None, ("d",)), Voice("o2", "speaker", "Ilona Verrin", "e")),
    relays=(Relay("r", "o1", "o2", "quotes", ("f", "s")),),
    timeline=(TimelineEntry(DAY, DAY, "Seven died", ("v",), 1, 1, True),),
    judgements=(Judgement("j", "m", "m2", "same", "rule", "one name", 0.5),),
    problems=(Problem("broken.html", "no text"),),
)
ANALYSIS = Analysis(DOCUMENT, (MENTION,), (replace(DOSSIER.times[0], meaning=Meaning("weekday", weekday=0)),))


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "a.rashomon"
    with writing(path) as store:
        store.keep([packed(Read(DOCUMENT, "1.0 ab"), ANALYSIS)])
        store.finish([DOSSIER], "{}")
    return path


def test_a_dossier_survives_its_file(file):
    with reading(file) as store:
        assert store.dossier() == DOSSIER


def test_an_analysis_survives_with_what_is_internal(file):
    with reading(file) as store:
        assert list(store.analyses([DOCUMENT.id])) == [ANALYSIS]
        assert store.reads() == {"d": Read(DOCUMENT, "1.0 ab")}


def test_a_fingerprint_survives_and_may_be_missing(file):
    told = fingerprint_of(ANALYSIS)
    other = replace(DOCUMENT, id="c")
    with writing(file) as store:
        store.keep([packed(Read(DOCUMENT, "1.0 ab"), ANALYSIS, told), packed(Read(other, None), Analysis(other))])
        assert list(store.fingerprints(["d", "c"])) == [None, told]


def test_an_analysis_of_a_file_of_before_is_read_whole(file):
    whole = replace(ANALYSIS, statements=DOSSIER.statements, figures=DOSSIER.figures, events=DOSSIER.events)
    bare = replace(whole, document=replace(DOCUMENT, text=""))
    connection = sqlite3.connect(file)
    found = zlib.compress(as_text(bare).encode())
    connection.execute("UPDATE analysis SET found = ?, about = NULL, claims = NULL, fingerprint = NULL", (found,))
    connection.commit()
    with reading(file) as store:
        assert list(store.analyses(["d"])) == [whole]
        assert list(store.analyses(["d"], ("times",))) == [Analysis(DOCUMENT, times=whole.times)]
        assert list(store.analyses(["d"], ("events",))) == [Analysis(DOCUMENT, events=whole.events)]
        assert list(store.documents(["d"])) == [replace(DOCUMENT, text="")]


def test_a_finished_dossier_is_one_file(file):
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    assert sqlite3.connect(file).execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_the_same_dossier_is_the_same_bytes(file, tmp_path):
    other = tmp_path / "b.rashomon"
    with writing(other) as store:
        store.keep([packed(Read(DOCUMENT, "1.0 ab"), ANALYSIS)])
        store.finish([DOSSIER], "{}")
    assert other.read_bytes() == file.read_bytes()


def test_a_dossier_in_parts_is_the_same_rows(file, tmp_path):
    other = tmp_path / "b.rashomon"
    second, late = replace(DOCUMENT, id="c"), replace(DOSSIER.events[0], id="u", document="c")
    whole = replace(DOSSIER, documents=(second, DOCUMENT), events=(late, *DOSSIER.events))
    rest = Dossier(DOSSIER.tool, documents=(second,), events=(late,))
    for path, parts in ((file, [whole]), (other, [DOSSIER, rest])):
        with writing(path) as store:
            store.finish(parts, "{}")
    with reading(file) as one, reading(other) as two:
        assert one.dossier() == two.dossier() == whole
        assert one.content() == two.content()


def test_others_may_write_while_the_parts_are_made(file):
    judgement = Judgement("j2", "m", "m3", "different", "Ada", "two men", at="2031-03-04T10:00:00+00:00")

    def parts():
        with adding(file) as other:
            other.judge(judgement)
        yield DOSSIER

    with writing(file) as store:
        assert not store.finish(parts(), "{}", heeded=())
        assert store.people() == (judgement,)


def test_the_sizes_of_a_dossier_are_those_of_its_lists(file):
    with reading(file) as store:
        sizes = store.sizes()
    assert sizes == {name: len(getattr(DOSSIER, name)) for name in Dossier.KINDS} | {"contested": 1}


def test_only_the_lists_of_an_analysis_that_are_asked_for_are_read(file):
    with reading(file) as store:
        assert list(store.analyses(["d"], ("times",))) == [replace(ANALYSIS, mentions=())]


def test_analyses_without_a_document_are_let_go(file):
    with writing(file) as store:
        other = replace(DOCUMENT, id="other")
        store.keep([packed(Read(other, "1.0 ab"), Analysis(other))])
        store.finish([DOSSIER], "{}")
        assert list(store.reads()) == ["d"]


def test_a_break_in_the_last_step_leaves_the_dossier_as_it_was(file):
    twice = replace(DOSSIER, figures=DOSSIER.figures * 2)
    with pytest.raises(StoreError, match="UNIQUE"), writing(file) as store:
        store.finish([twice], "{}")
    with reading(file) as store:
        assert store.dossier() == DOSSIER


def test_the_text_can_be_searched(file):
    query = "SELECT id FROM document WHERE rowid IN (SELECT rowid FROM search WHERE search MATCH ?)"
    connection = sqlite3.connect(file)
    assert connection.execute(query, ("verrin",)).fetchall() == [("d",)]
    assert connection.execute(query, ("absent",)).fetchall() == []


def test_what_people_judge_survives_a_new_dossier(file):
    judgement = Judgement("p", "m", "m3", "different", "Ada", "two brothers", at="2031-03-04T10:00:00Z")
    with writing(file) as store:
        store.judge(judgement)
        assert store.people() == (judgement,)
        store.finish([replace(DOSSIER, judgements=(*DOSSIER.judgements, *store.people()))], "{}")
        assert store.people() == (judgement,)


def test_a_newer_version_is_refused(file):
    sqlite3.connect(file).execute("PRAGMA user_version = 99")
    with (
        pytest.raises(StoreError, match=f"version 99; expected version {version_of(steps.MIGRATIONS)} "),
        reading(file),
    ):
        pass
    with pytest.raises(StoreError, match="version 99"), writing(file):
        pass


@pytest.mark.parametrize(
    "make", [lambda path: path.write_text("no database at all, but long enough to look like one" * 9)]
)
def test_a_file_that_is_no_database_is_refused(make, tmp_path):
    path = tmp_path / "a.rashomon"
    make(path)
    before = path.read_bytes()
    for way in (reading, writing):
        with pytest.raises(StoreError, match=r"a\.rashomon"), way(path):
            pass
    assert path.read_bytes() == before


def test_the_database_of_another_program_is_refused(tmp_path):
    path = tmp_path / "other.db"
    sqlite3.connect(path).execute("CREATE TABLE recipe (name)")
    for way in (reading, writing):
        with pytest.raises(StoreError, match="not a dossier"), way(path):
            pass


def test_a_truncated_file_is_refused(file):
    file.write_bytes(file.read_bytes()[:9000])
    with pytest.raises(StoreError, match=r"a\.rashomon"), reading(file) as store:
        store.dossier()


def test_a_missing_file_is_refused_with_the_way_to_make_one(tmp_path):
    with pytest.raises(StoreError, match="rashomon build"), reading(tmp_path / "none.rashomon"):
        pass


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path):
    for way in (reading, writing):
        with pytest.raises(StoreError), way(tmp_path):
            pass


def test_a_second_writer_is_told(file, monkeypatch):
    monkeypatch.setattr("rashomon.store.files.WAIT_SECONDS", 0.01)
    with pytest.raises(StoreError, match="another program"), writing(file) as store:
        sqlite3.connect(file, isolation_level=None).execute("BEGIN IMMEDIATE")
        store.finish([DOSSIER], "{}")


def test_a_reader_does_not_keep_a_build_from_its_end(file):
    with reading(file) as reader:
        before = reader.dossier()
        with writing(file) as store:
            store.finish([replace(DOSSIER, findings=())], "{}")
        assert reader.dossier() == replace(before, findings=())


def test_every_table_has_the_columns_of_its_records(file):
    connection = sqlite3.connect(file)
    tables = {t.name: t.columns for t in tables_of(DOSSIER)}
    assert {name for _, name, _ in LISTS} | {"mention"} == set(tables)
    for name, expected in tables.items():
        found = tuple(row[1] for row in connection.execute(f'PRAGMA table_info("{name}")'))
        beside = ("story",) if name in ("finding", "timeline", "voice", "relay") else ()
        assert found == (*expected, *beside)


def test_where_another_build_ended_meanwhile_nothing_is_written(file):
    def parts():
        yield replace(DOSSIER, findings=())
        sqlite3.connect(file, isolation_level=None).execute("UPDATE meta SET value = 'other' WHERE key = 'content'")

    with writing(file) as store:
        assert not store.finish(parts(), "{}")
        assert store.dossier() == DOSSIER
        assert store.finish([replace(DOSSIER, findings=())], "{}")
        assert store.dossier() == replace(DOSSIER, findings=())


def test_entities_that_are_the_same_are_not_written_again(file):
    other = replace(DOSSIER.entities[0], id="e2", name="Otto Brandauer", mentions=())
    with writing(file) as store:
        sqlite3.connect(file, isolation_level=None).execute(
            "CREATE TRIGGER guard BEFORE DELETE ON entity WHEN old.id = 'e' BEGIN SELECT RAISE(FAIL, 'again'); END"
        )
        store.finish([replace(DOSSIER, entities=(*DOSSIER.entities, other))], "{}")
        assert store.dossier().entities == (*DOSSIER.entities, other)
        store.finish([replace(DOSSIER, entities=(*DOSSIER.entities, replace(other, name="Otto")))], "{}")
        assert [entity.name for entity in store.dossier().entities] == ["Ilona Verrin", "Otto"]
        store.finish([DOSSIER], "{}")
        assert store.dossier() == DOSSIER


def test_what_stories_share_is_read_once(file):
    agency = Voice("o1", "agency", "Coast News", None, ("c",))
    second = replace(DOSSIER.stories[0], id="story-2", documents=("c",))
    parts = [
        Told(Standing(story.id, "", "", Asked()), Dossier(DOSSIER.tool, stories=(story,), voices=(voice,)), ())
        for story, voice in ((DOSSIER.stories[0], DOSSIER.voices[0]), (second, agency))
    ]
    with writing(file) as store:
        store.finish([Dossier(DOSSIER.tool), *parts], "{}")
        assert store.dossier().voices == (Voice("o1", "outlet", "d.txt", None, ("c", "d")),)
        assert store.sizes()["voices"] == 1


def test_every_list_of_the_dossier_has_a_table():
    assert tuple(name for name, _, _ in LISTS) == Dossier.KINDS
    assert all(columns(kind) for _, _, kind in LISTS)


def test_an_older_file_is_brought_up_to_date_once(file, monkeypatch):
    change = ("9999_mood", lambda connection: connection.execute("ALTER TABLE document ADD COLUMN mood TEXT"))
    monkeypatch.setattr("rashomon.store.files.MIGRATIONS", (*steps.MIGRATIONS, change))
    with pytest.raises(StoreError, match="older"), reading(file):
        pass
    for _ in range(2):
        with writing(file):
            pass
    connection = sqlite3.connect(file)
    assert connection.execute("SELECT name FROM migration WHERE name LIKE '%mood'").fetchall() == [("9999_mood",)]
    assert connection.execute("PRAGMA user_version").fetchone() == (len(steps.MIGRATIONS) + 2,)


def test_a_file_whose_voices_lay_with_no_story_keeps_them(file):
    connection = sqlite3.connect(file, isolation_level=None)
    for table, columns_before in (
        ("voice", "id, kind, name, entity, documents"),
        ("relay", "id, taker, giver, way, evidence"),
    ):
        connection.execute(f"CREATE TEMP TABLE kept AS SELECT {columns_before} FROM {table}")
        connection.execute(f"DROP TABLE {table}")
        connection.execute(f"CREATE TABLE {table} AS SELECT * FROM temp.kept")
        connection.execute("DROP TABLE temp.kept")
    connection.execute("DELETE FROM migration WHERE name = '0010_voices'")
    connection.execute(f"PRAGMA user_version = {version_of(steps.MIGRATIONS) - 1}")
    connection.close()
    with writing(file):
        pass
    with reading(file) as store:
        assert store.dossier() == DOSSIER


def test_a_migration_that_breaks_changes_nothing(file):
    def add(connection):
        connection.execute("CREATE TABLE half (name)")
        raise ValueError("broken off")

    connection = sqlite3.connect(file, isolation_level=None)
    with pytest.raises(ValueError, match="broken off"):
        migrate(connection, (("0001_half", add),))
    assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone() == (0,)


def test_names_of_migrations_are_in_order():
    names = [name for name, _ in steps.MIGRATIONS]
    assert names == sorted(set(names))
