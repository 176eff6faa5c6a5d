"""Rooms to test: a dossier put into a file and opened."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.testclient import TestClient

from rashomon.dossier import Dossier
from rashomon.store import writing
from rashomon.web.app import create_app
from rashomon.web.safety import Rules

OPEN = Rules()


def filed(dossier: Dossier, path: Path) -> Path:
    with writing(path) as store:
        store.finish([dossier], "{}")
    return path


@contextmanager
def visiting(path: Path, rules: Rules = OPEN) -> Iterator[TestClient]:
    with TestClient(create_app(path, rules), base_url="http://127.0.0.1:8765", follow_redirects=False) as client:
        yield client


LISTS = (
    "/", "/contested", "/agreed", "/figures", "/timeline", "/voices", "/names", "/words", "/origins", "/unknown",
    "/articles", "/reviews", "/search", "/api",
)  # fmt: skip
