"""JSON: the dossier format, version 1, whole."""

import json
from pathlib import Path

from ..dossier import Dossier


def to_text(dossier: Dossier) -> str:
    """The dossier as JSON text; equal dossiers give equal text."""
    return json.dumps(dossier.to_dict(), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def write_json(dossier: Dossier, path: Path) -> None:
    """Write the dossier as one JSON object."""
    path.write_text(to_text(dossier), encoding="utf-8", newline="\n")
