"""The report: one HTML file that holds everything, asks nothing of any network and works without scripts."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..dossier import Dossier
from .pages import report_page

HERE = Path(__file__).parent
NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")  # what HTML or UTF-8 cannot hold


def write_report(dossier: Dossier, path: Path) -> None:
    """Write the report of a dossier to a file, in UTF-8."""
    path.write_text(render_report(dossier), encoding="utf-8", newline="\n")


def render_report(dossier: Dossier) -> str:
    """The report as HTML; text of the articles is escaped, never markup."""
    style, script = _asset("report.css"), _asset("report.js")
    html = (
        _environment()
        .get_template("report.html")
        .render(
            page=report_page(dossier),
            style=style,
            script=script,
            policy=_policy(style, script),
        )
    )
    return NOT_TEXT.sub("\ufffd", html)


def _policy(style: str, script: str) -> str:
    """A Content-Security-Policy that allows our style and script by their hashes, and nothing else."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _asset(name: str) -> str:
    return (HERE / "static" / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
