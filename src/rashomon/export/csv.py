"""CSV: the tables of the store, one file each, in a folder, or in a zip where the name ends so."""

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from ..dossier import Dossier
from ..store import tables_of

# A zip holds a time for each member: the earliest it can hold, so that the same dossier gives the same bytes.
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_csv(dossier: Dossier, path: Path) -> None:
    """Write a file for each table; inner lists are JSON text, as in the store."""
    if path.suffix.lower() == ".zip":
        with zipfile.ZipFile(path, "w") as archive:
            for name, text in _files(dossier):
                archive.writestr(zipfile.ZipInfo(name, ZIP_EPOCH), text, zipfile.ZIP_DEFLATED)
        return
    path.mkdir(exist_ok=True)
    for name, text in _files(dossier):
        (path / name).write_text(text, encoding="utf-8", newline="")


def _files(dossier: Dossier) -> Iterator[tuple[str, str]]:
    for table in tables_of(dossier):
        file = io.StringIO()
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(table.columns)
        writer.writerows(table.rows)
        yield f"{table.name}.csv", file.getvalue()
