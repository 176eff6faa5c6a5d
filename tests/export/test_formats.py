"""The dossier as files of other kinds."""

import csv
import io
import json
import zipfile

import pytest

import rashomon
from rashomon import Dossier, MisuseError, UnknownName
from rashomon.export import FORMATS, export
from rashomon.store.tables import tables_of


@pytest.fixture
def dossier(reports):
    return rashomon.build([reports])


def test_json_is_the_dossier_format_and_comes_back_whole(dossier, tmp_path):
    export(dossier, "json", tmp_path / "a.json")
    told = (tmp_path / "a.json").read_text(encoding="utf-8")
    assert told.startswith('{\n "format": "rashomon-dossier",\n "version": 1,\n')
    assert told.endswith("}\n")
    assert Dossier.from_dict(json.loads(told)) == dossier


def test_json_is_utf8_with_one_kind_of_line_end(reports, tmp_path):
    (reports / "courier.txt").write_bytes("Żuraw – 一\r\nA crane fell.\r\n".encode())
    export(rashomon.build([reports / "courier.txt"]), "json", tmp_path / "a.json")
    told = (tmp_path / "a.json").read_bytes()
    assert "Żuraw – 一\\r\\n".encode() in told
    assert b"\r" not in told


def test_json_lines_hold_every_record_with_its_kind(dossier, tmp_path):
    export(dossier, "jsonl", tmp_path / "a.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text(encoding="utf-8").split("\n")[:-1]]
    assert lines[0]["record"]["format"] == "rashomon-dossier"
    whole = dossier.to_dict()
    for kind in Dossier.KINDS:
        assert [line["record"] for line in lines if line["kind"] == kind] == whole[kind]


def test_csv_is_a_file_a_table(dossier, tmp_path):
    export(dossier, "csv", tmp_path / "tables")
    assert {path.stem for path in (tmp_path / "tables").iterdir()} == {table.name for table in tables_of(dossier)}
    with (tmp_path / "tables" / "document.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["text"] for row in rows] == [document.text for document in dossier.documents]


def test_csv_in_a_zip_is_the_same_bytes_each_time(dossier, tmp_path):
    for name in ("a.zip", "b.zip"):
        export(dossier, "csv", tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        text = archive.read("document.csv").decode()
    assert len(list(csv.reader(io.StringIO(text)))) == 1 + len(dossier.documents)


def test_a_format_that_is_not_there_is_named_with_those_that_are(dossier, tmp_path):
    with pytest.raises(UnknownName, match="no export format called 'xlsx'; known: csv, json, jsonl"):
        export(dossier, "xlsx", tmp_path / "a")


@pytest.mark.parametrize("format", FORMATS)
def test_a_place_that_cannot_be_written_is_told(format, dossier, tmp_path):
    with pytest.raises(MisuseError, match="nowhere"):
        export(dossier, format, tmp_path / "nowhere" / "deep" / "a")
