"""The report: one HTML file that holds everything, asks nothing of any network and works without scripts."""

import base64
import hashlib
from pathlib import Path

from ..dossier import Dossier
from .pages import report_page
from .rendering import asset, render


def write_report(dossier: Dossier, path: Path) -> None:
    """Write the report of a dossier to a file, in UTF-8."""
    path.write_text(render_report(dossier), encoding="utf-8", newline="\n")


def render_report(dossier: Dossier) -> str:
    """The report as HTML; text of the articles is escaped, never markup."""
    style, script = asset("report.css"), asset("report.js")
    return render(
        "report.html",
        to=str,  # all is on one page
        whole=True,
        room=None,
        page=report_page(dossier),
        style=style,
        script=script,
        policy=_policy(style, script),
    )


def _policy(style: str, script: str) -> str:
    """A Content-Security-Policy that allows our style and script by their hashes, and nothing else."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
