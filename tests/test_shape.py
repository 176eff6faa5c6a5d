"""The shape of the package: imports point down, foreign libraries stay in their place, files stay small."""

import ast
import json
import os
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "rashomon"
CASES = Path(os.environ.get("RASHOMON_DATA", "../shared")) / "cases"
MODULES = sorted(PACKAGE.rglob("*.py"))

# From the ground up; a module may import its own part and those of the lines before its own.
LAYERS = (
    {"records", "ids", "errors"},
    {"answers", "bounds", "codec", "fingerprint", "points", "settings", "succession"},
    {"dossier", "languages"},
    {"parts"},
    {"places"},
    {"names"},
    {"engine", "store"},
    {"reading"},
    {"article"},
    {"story"},
    {"between", "export", "judging", "selecting", "show"},
    {"building"},
    {"web"},
    {"terminal", "watching"},
    {"cli"},
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}

# Libraries that must not spread, and the only places that may know them.
CONFINED = {
    "spacy": ("article/parse.py",),
    "thinc": ("article/parse.py",),
    "threadpoolctl": ("article/parse.py",),
    "sqlite3": ("store/",),
    "lxml": ("reading/html",),
    "trafilatura": ("reading/html",),
    "htmldate": ("reading/html",),
    "pypdf": ("reading/pdf.py",),
    "urllib3": ("reading/fetching.py",),
    "jinja2": ("web/",),
    "fastapi": ("web/",),
    "starlette": ("web/",),
    "uvicorn": ("web/serving.py",),
    "mcp": ("web/assistant.py",),
    "typer": ("cli.py",),
    "rich": ("cli.py", "terminal.py"),
    "subprocess": ("engine/",),
    "pandas": ("dossier.py",),
    "ray": ("engine/cluster.py",),
    "pyarrow": ("between.py",),
}
LONGEST_MODULE = 400
LONGEST_FUNCTION = 50
MOST_PARAMETERS = 7


def place_of(path):
    return path.relative_to(PACKAGE).as_posix()


def part_of(path):
    return Path(place_of(path)).with_suffix("").parts[0]


def imports_of(path):
    """(our parts, foreign libraries) that a module imports, wherever in it."""
    ours, foreign = set(), set()
    package = ["rashomon", *path.relative_to(PACKAGE).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name.split(".") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            base = [*base, *(node.module.split(".") if node.module else [])]
            names = [[*base, alias.name] for alias in node.names] if base == ["rashomon"] else [base]
        else:
            continue
        for name in names:
            (ours.add(name[1]) if name[0] == "rashomon" and len(name) > 1 else foreign.add(name[0]))
    return ours, foreign


def functions_of(path):
    return (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.FunctionDef))


def test_imports_point_down():
    upward = [
        f"{place_of(path)} imports {there}"
        for path in MODULES
        if part_of(path) != "__init__"
        for there in sorted(imports_of(path)[0] - {part_of(path)})
        if RANK[there] >= RANK[part_of(path)]
    ]
    assert upward == []


def test_foreign_libraries_stay_in_their_place():
    spread = [
        f"{place_of(path)} imports {library}"
        for path in MODULES
        for library in sorted(imports_of(path)[1] & set(CONFINED))
        if not place_of(path).startswith(CONFINED[library])
    ]
    assert spread == []


def test_no_module_is_too_long():
    lengths = {place_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {place: length for place, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_no_function_is_too_long():
    long = [
        f"{node.name} in {place_of(path)}"
        for path in MODULES
        for node in functions_of(path)
        if node.end_lineno - node.lineno >= LONGEST_FUNCTION
    ]
    assert long == []


def test_no_function_takes_too_much():
    greedy = [
        f"{node.name} in {place_of(path)}"
        for path in MODULES
        if place_of(path) != "cli.py"  # there an argument is an option of the command
        for node in functions_of(path)
        if len(node.args.args) + len(node.args.kwonlyargs) > MOST_PARAMETERS
    ]
    assert greedy == []


def test_every_module_says_what_it_is_for():
    assert [place_of(p) for p in MODULES if not ast.get_docstring(ast.parse(p.read_text(encoding="utf-8")))] == []


def test_only_the_command_line_prints_and_exits():
    speaks = re.compile(r"^\s*print\(|\bsys\.exit\(", re.MULTILINE)
    quiet = [path for path in MODULES if place_of(path) not in ("cli.py", "terminal.py")]
    assert [place_of(path) for path in quiet if speaks.search(path.read_text(encoding="utf-8"))] == []


def test_every_part_has_its_layer():
    assert {part_of(path) for path in MODULES} - {"__init__"} <= set(RANK)


@pytest.mark.skipif(not CASES.is_dir(), reason="RASHOMON_DATA holds no cases")
def test_nobody_of_a_case_is_named_in_the_package():
    """What is fitted to the names of a case would be worth nothing on the next one."""
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(CASES.glob("*/gold.json"))]
    people = (entity for gold in golds for entity in gold["entities"] if entity["type"] == "PERSON")
    names = {form for entity in people for form in entity["forms"] if " " in form}
    known = {
        p: p.read_text(encoding="utf-8") for p in PACKAGE.rglob("*") if p.suffix in (".py", ".toml", ".html", ".sql")
    }
    surnames = {name.split()[-1] for name in names}
    pattern = re.compile(rf"\b({'|'.join(sorted(map(re.escape, surnames)))})\b")
    assert [f"{place_of(path)}: {found[0]}" for path, text in known.items() if (found := pattern.search(text))] == []
