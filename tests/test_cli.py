"""The commands, as a user runs them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rashomon.cli import DONE, FAULT, MISUSE, SOME_FAILED, app, main

COMMANDS = ("build", "show", "report", "serve", "export", "stories", "watch", "names", "mcp")


def run(*arguments):
    """Exit status, standard output and standard error of a command run in this process."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def run_main(capsys, monkeypatch, *arguments):
    """The same through the program's entry, which words our errors."""
    monkeypatch.setattr(sys, "argv", ["rashomon", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        main()
    return ended.value.code or 0, capsys.readouterr()


@pytest.fixture
def dossier(reports, tmp_path):
    out = tmp_path / "ferry.rashomon"
    assert run("build", reports, "--out", out, "--quiet").exit_code == DONE
    return out


def test_build_writes_a_dossier_and_says_what_is_in_it(reports, tmp_path):
    result = run("build", reports, "--out", tmp_path / "a.rashomon", "--workers", 1)
    assert result.exit_code == DONE
    assert "2 documents, 1 story" in result.stdout
    assert "analysed 2 of 2" in result.stderr
    assert (tmp_path / "a.rashomon").is_file()


@pytest.mark.parametrize("option", [("--address", "ray://nowhere:1"), ("--between", ".")])
def test_a_cluster_needs_its_engine_to_be_named(reports, tmp_path, capsys, monkeypatch, option):
    status, printed = run_main(capsys, monkeypatch, "build", reports, "--out", tmp_path / "a", *option)
    assert status == MISUSE
    assert "expected --engine ray" in printed.err


def test_a_folder_between_machines_that_is_not_there_is_told_before_anything_is_read(reports, tmp_path):
    result = run("build", reports, "--out", tmp_path / "a", "--engine", "ray", "--between", tmp_path / "nowhere")
    assert result.exit_code == MISUSE
    told = "".join(filter(str.isalnum, result.stderr))  # the box is wrapped wherever the path makes it
    assert "nowhere" in told
    assert "doesnotexist" in told
    assert "reading" not in result.stderr


def test_quiet_prints_nothing(reports, tmp_path):
    result = run("build", reports, "--out", tmp_path / "a.rashomon", "--quiet")
    assert (result.exit_code, result.output) == (DONE, "")


def test_what_failed_is_listed_and_the_exit_status_says_so(reports, tmp_path):
    (reports / "broken.jsonl").write_text("{]\n", encoding="utf-8")
    result = run("build", reports, "--out", tmp_path / "a.rashomon", "--quiet")
    assert result.exit_code == SOME_FAILED
    assert "broken.jsonl" in result.stderr
    assert run("show", tmp_path / "a.rashomon").exit_code == DONE


def test_settings_come_from_a_file_and_from_options(reports, tmp_path):
    (tmp_path / "s.toml").write_text("one_story = true\n", encoding="utf-8")
    for name, options in {"file": ("--settings", tmp_path / "s.toml"), "option": ("--one-story",)}.items():
        run("build", reports, "--out", tmp_path / name, "--quiet", *options)
        run("export", tmp_path / name, "-o", tmp_path / f"{name}.json")
    assert (tmp_path / "file.json").read_bytes() == (tmp_path / "option.json").read_bytes()


def test_unknown_settings_are_misuse(reports, tmp_path, capsys, monkeypatch):
    (tmp_path / "s.toml").write_text("speed = 9\n", encoding="utf-8")
    status, printed = run_main(
        capsys, monkeypatch, "build", reports, "--out", tmp_path / "a", "--settings", tmp_path / "s.toml"
    )
    assert status == MISUSE
    assert "unknown settings speed; known: " in printed.err


def test_a_language_that_is_not_understood_is_told(reports, tmp_path):
    result = run("build", reports, "--out", tmp_path / "a", "--language", "tlh")
    assert result.exit_code == DONE
    assert "'tlh' is not understood" in " ".join(run("show", tmp_path / "a").stdout.split())


def test_show_names_the_story_and_the_voices(dossier):
    printed = run("show", dossier).stdout
    assert printed.startswith("ferry.rashomon: 2 documents")
    assert "Who says what" in printed


def test_show_tells_the_same_as_json(dossier):
    told = json.loads(run("show", dossier, "--json").stdout)
    assert list(told) == [
        "documents",
        "stories",
        "contested",
        "figures",
        "timeline",
        "voices",
        "givers",
        "parts",
        "problems",
    ]
    assert told["documents"] == 2


def test_a_text_cannot_steer_the_terminal(tmp_path):
    (tmp_path / "odd.txt").write_text("\x1b[31mRed [bold]news[/bold]\n\nA ship sank.\n", encoding="utf-8")
    run("build", tmp_path / "odd.txt", "--out", tmp_path / "a", "--quiet")
    printed = run("show", tmp_path / "a").stdout
    assert "\x1b" not in printed
    assert "[bold]news[/bold]" in printed or "Red" not in printed


@pytest.mark.parametrize("format", ["json", "jsonl", "csv"])
def test_export_writes_each_format(format, dossier, tmp_path):
    assert run("export", dossier, "--format", format, "-o", tmp_path / "out").exit_code == DONE
    assert (tmp_path / "out").exists()


def test_stories_are_listed_and_one_can_be_taken_alone(reports, tmp_path):
    (reports / "bank.txt").write_text("Ostrava bank keeps its rate\n\nBond yields fell on Friday.\n", encoding="utf-8")
    run("build", reports, "--out", tmp_path / "a", "--quiet")
    listed = [line.split()[0] for line in run("stories", tmp_path / "a").stdout.splitlines()]
    assert listed == [story["id"] for story in json.loads(run("stories", tmp_path / "a", "--json").stdout)]
    assert len(listed) == 2
    run("export", tmp_path / "a", "--story", listed[1], "-o", tmp_path / "a.json")
    alone = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert [document["source"] for document in alone["documents"]] == ["bank.txt"]
    assert {claim["document"] for claim in alone["times"] + alone["events"]} <= {alone["documents"][0]["id"]}
    assert json.loads(run("show", tmp_path / "a", "--story", listed[0], "--json").stdout)["documents"] == 2


def test_an_id_of_a_story_is_good_after_an_earlier_report_has_given_it_another(tmp_path, capsys, monkeypatch):
    text = "Ostrava bank keeps its rate\n\nThe Ostrava bank kept its rate, said its governor, Ivana Dole, on Friday.\n"
    old, new = tmp_path / "old.jsonl", tmp_path / "new.jsonl"
    old.write_text(json.dumps({"text": text, "published": "2031-05-03"}) + "\n", encoding="utf-8")
    new.write_text(json.dumps({"text": f"{text} Bonds fell.", "published": "2031-05-02"}) + "\n", encoding="utf-8")
    out = tmp_path / "a"
    run("build", old, "--out", out, "--quiet")
    (noted,) = (line.split()[0] for line in run("stories", out).stdout.splitlines())
    run("build", new, "--out", out, "--quiet")
    named, formerly = run("stories", out).stdout.splitlines()
    assert named.split()[0] != noted
    assert formerly.startswith(f"  formerly {noted}: the report that gave it its name is not its first any more")
    assert json.loads(run("stories", out, "--json").stdout)[0]["formerly"][0]["old"] == noted
    status, printed = run_main(capsys, monkeypatch, "show", out, "--story", noted, "--json")
    assert status == DONE
    assert json.loads(printed.out)["documents"] == 2
    assert f"{noted} is now {named.split()[0]}: " in printed.err


def test_a_story_that_is_not_there_is_misuse(dossier, capsys, monkeypatch):
    status, printed = run_main(capsys, monkeypatch, "show", dossier, "--story", "nothing")
    assert status == MISUSE
    assert "See: rashomon stories" in printed.err


def test_watching_once_is_building(reports, tmp_path):
    assert "2 documents" in run("watch", reports, "--out", tmp_path / "a", "--once").stdout


def test_report_writes_one_page(dossier, tmp_path):
    assert run("report", dossier, "-o", tmp_path / "ferry.html").exit_code == DONE
    assert "</html>" in (tmp_path / "ferry.html").read_text(encoding="utf-8")


def test_names_prints_a_score_a_line(tmp_path):
    pairs = "Ilona Verrin\tIlona Werrin\tPERSON\nIlona Verrin\tOtto Brand\nCoast Guard\tCoastguard\tORG\n"
    (tmp_path / "pairs.tsv").write_text(pairs, encoding="utf-8")
    scores = [float(line) for line in run("names", "--pairs", tmp_path / "pairs.tsv").stdout.splitlines()]
    assert len(scores) == 3
    assert all(0 <= score <= 1 for score in scores)
    assert scores[0] > scores[1]
    explained = run("names", "--pairs", tmp_path / "pairs.tsv", "--explain").stdout.splitlines()
    assert [float(line.split("\t")[0]) for line in explained] == scores


def test_a_name_alone_is_misuse(tmp_path, capsys, monkeypatch):
    (tmp_path / "pairs.tsv").write_text("A\tB\nlonely\n", encoding="utf-8")
    status, printed = run_main(capsys, monkeypatch, "names", "--pairs", tmp_path / "pairs.tsv")
    assert status == MISUSE
    assert "pairs.tsv, line 2: one name alone; expected two with a tab between" in printed.err


@pytest.mark.parametrize("command", ["show", "report", "export"])
def test_a_file_that_is_no_dossier_is_one_line_and_misuse(command, reports, capsys, monkeypatch, tmp_path):
    output = () if command == "show" else ("-o", tmp_path / "out")
    status, printed = run_main(capsys, monkeypatch, command, reports / "courier.txt", *output)
    assert status == MISUSE
    assert printed.err.startswith("rashomon: ")
    assert "courier.txt" in printed.err
    assert printed.err.count("\n") == 1


def test_a_fault_of_the_program_keeps_its_traceback_and_has_a_status_of_its_own(reports, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("rashomon.building.reconcile_in_parts", None)
    status, printed = run_main(capsys, monkeypatch, "build", reports, "--out", tmp_path / "a")
    assert status == FAULT
    assert "Traceback" in printed.err


@pytest.mark.parametrize(
    "arguments", [("build",), ("build", "x"), ("conquer",), ("show",), ("build", "x", "-o", "y", "--workers", "0")]
)
def test_misuse_is_exit_status_2(arguments):
    assert run(*arguments).exit_code == MISUSE


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command):
    printed = run(command, "--help").stdout
    assert "Example" in printed
    assert f"rashomon {command}" in printed


def test_the_commands_are_these():
    assert {command.callback.__name__ for command in app.registered_commands} == set(COMMANDS)


def test_the_program_runs_and_tells_its_version():
    program = Path(sys.executable).with_name("rashomon")
    printed = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
    assert printed.startswith("rashomon 0.")
