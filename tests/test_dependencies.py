"""What the package rests on is declared, and told with its licence."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]


def names_of(requirements: list[str]) -> set[str]:
    return {key(re.split(r"[<>=!~\[; ]", requirement)[0]) for requirement in requirements}


def key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


NEEDED = names_of(PROJECT["dependencies"])
OPTIONAL = {name for extra in EXTRAS if extra != "dev" for name in names_of(EXTRAS[extra])}


def test_each_dependency_is_told_with_its_licence_and_why() -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    rows = [line.strip("| ").split(" | ") for line in page.splitlines() if line.startswith("| `")]
    assert {key(row[0].strip("`")) for row in rows} == NEEDED | OPTIONAL
    assert all(cell.strip() for row in rows for cell in row)


def test_each_package_that_is_imported_is_declared() -> None:
    imported: set[str] = set()
    for path in sorted((ROOT / "src").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                imported.add((node.module or "").split(".")[0])
    foreign = imported - set(sys.stdlib_module_names) - {"rashomon"}
    found = packages_distributions()
    assert {key(found.get(name, [name])[0]) for name in foreign} <= NEEDED | OPTIONAL
