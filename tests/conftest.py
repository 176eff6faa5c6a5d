"""What many tests need: small reports of an affair that never was."""

from pathlib import Path

import pytest

REPORTS = {
    "courier.txt": (
        "Ferry runs aground off Velsk Point\n\n"
        "Port Velsk, March 3, 2031 - A ferry ran aground off Velsk Point on Monday, the coast guard said.\n\n"
        "Four people were killed and 12 were injured, said Harbour Minister Ilona Verrin.\n\n"
        '"We will find out why the lights were off," Verrin told reporters.\n'
    ),
    "dispatch.txt": (
        "Minister: ferry toll rises\n\n"
        "Port Velsk, March 5, 2031 - The death toll of Monday's ferry accident rose to seven, the coast guard said.\n\n"
        "Harbour Minister Ilona Werrin denied that the lighthouse had been switched off.\n"
    ),
}


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with two short reports."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update` writes what the golden cases expect anew; a person reads the difference."""
    parser.addoption("--update", action="store_true", help="write what the cases in tests/cases expect anew")
