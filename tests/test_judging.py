"""People's judgements: what they are on, as they are given on the command line, and what contradicts what."""

import json

import pytest
from typer.testing import CliRunner

import rashomon
from rashomon.cli import DONE, app
from rashomon.errors import MisuseError
from rashomon.export.json import to_text
from rashomon.judging import conflicts, mention_called

REPORTS = {
    "one": "Mayor Ilona Verrin opened the bridge in Orlinka. Ilona Verrin thanked Otto Brandauer of the harbour.",
    "two": "The mayor, Ilona Werrin, opened a bridge. Brandauer was there, said Tomas Brandauer.",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    for name, text in REPORTS.items():
        (folder / f"{name}.jsonl").write_text(json.dumps({"id": name, "text": text}) + "\n", encoding="utf-8")
    out = folder / "bridge.rashomon"
    rashomon.build(folder, out)
    return out


@pytest.fixture
def file(built, tmp_path):
    out = tmp_path / built.name
    out.write_bytes(built.read_bytes())
    return out


def judge(*arguments):
    result = CliRunner().invoke(app, ["judge", *map(str, arguments)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == DONE
    return result


def entity(file, name):
    return next(e for e in rashomon.open(file).entities if name in e.aliases)


def test_two_names_are_judged_one_and_the_judgement_is_taken_back(file):
    before = to_text(rashomon.open(file))
    assert entity(file, "Otto Brandauer") != entity(file, "Tomas Brandauer")
    told = judge("same", file, "Otto Brandauer", "Tomas Brandauer", "--why", "one man, two papers", "--by", "Ada")
    assert entity(file, "Otto Brandauer") == entity(file, "Tomas Brandauer")
    assert "Ada: one man, two papers" in entity(file, "Otto Brandauer").why
    judge("undo", file, told.stdout.strip())
    assert to_text(rashomon.open(file)) == before


def test_a_judgement_outlives_the_next_build(file):
    judge("same", file, "Otto Brandauer", "Tomas Brandauer", "--why", "one man", "--by", "Ada")
    more = file.parent / "more.jsonl"
    more.write_text(json.dumps({"id": "three", "text": "Otto Brandauer left Orlinka on Friday."}) + "\n")
    rashomon.build(more, file)
    assert entity(file, "Otto Brandauer") == entity(file, "Tomas Brandauer")


def test_judgements_are_listed_with_the_names_and_the_reason(file):
    told = judge("different", file, "Ilona Verrin", "Otto Brandauer", "--why", "I know both", "--by", "Ada")
    line = judge("list", file).stdout
    assert line.startswith(told.stdout.strip())
    assert "Ilona Verrin / Otto Brandauer: different, says Ada: I know both" in line


def test_judgements_that_cannot_all_hold_are_told(file):
    judge("same", file, "Ilona Verrin", "Otto Brandauer", "--why", "w", "--by", "Ada")
    judge("same", file, "Otto Brandauer", "Orlinka", "--why", "w", "--by", "Ada")
    assert not conflicts(rashomon.open(file))
    told = judge("different", file, "Orlinka", first_mention(file, "Ilona Verrin"), "--why", "w", "--by", "Bo")
    assert "contradicts others together" in told.stderr
    assert len(conflicts(rashomon.open(file))) == 1


def test_a_newer_judgement_on_the_same_two_counts_and_the_older_is_told(file):
    pair = (first_mention(file, "Ilona Verrin"), first_mention(file, "Otto Brandauer"))
    older = judge("same", file, *pair, "--why", "w", "--by", "Ada").stdout.strip()
    told = judge("different", file, *pair, "--why", "w", "--by", "Bo")
    assert entity(file, "Ilona Verrin") != entity(file, "Otto Brandauer")
    assert f"{older} gives way" in told.stderr


def first_mention(file, name):
    return mention_called(rashomon.open(file), name).id


def test_an_id_of_an_entity_or_of_a_mention_names_it(file):
    known = entity(file, "Otto Brandauer")
    dossier = rashomon.open(file)
    assert mention_called(dossier, known.id).text == "Otto Brandauer"
    assert mention_called(dossier, known.mentions[0].id) == known.mentions[0]


@pytest.mark.parametrize("asked", ["Nobody Atall", ""])
def test_what_nothing_is_called_is_misuse(file, asked):
    with pytest.raises(MisuseError, match="nothing is called"):
        mention_called(rashomon.open(file), asked)


def test_a_name_of_two_things_is_misuse_that_lists_them(file):
    dossier = rashomon.open(file)
    bearers = [e for e in dossier.entities if "Brandauer" in e.aliases or "Otto Brandauer" in e.aliases]
    twins = [rashomon.Entity(f"e{n}", "PERSON", f"N{n}", ("Twin",), mentions=bearers[0].mentions) for n in (1, 2)]
    with pytest.raises(MisuseError, match=r"2 things .* e1 .*e2"):
        mention_called(rashomon.Dossier(dossier.tool, entities=tuple(twins)), "Twin")


def test_one_mention_is_not_judged_against_itself(file):
    with pytest.raises(MisuseError, match="one mention"):
        judge("same", file, "Orlinka", "Orlinka", "--why", "w")
