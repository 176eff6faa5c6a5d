"""Who may write, what is refused, and what every answer carries."""

from pathlib import Path

import pytest

from rashomon.dossier import Dossier
from rashomon.web.safety import LARGEST_REQUEST, Rules

from .room import filed, visiting

HERE = {"origin": "http://127.0.0.1:8765"}
ELSEWHERE = ({"origin": "https://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"})


@pytest.fixture
def path(affair: Dossier, tmp_path: Path) -> Path:
    return filed(affair, tmp_path / "a.rashomon")


def form(affair: Dossier, **more: str) -> dict[str, str]:
    return {"subject": affair.findings[0].id, "opinion": "useful", "by": "Ada", "why": "", "back": "/contested", **more}


def test_every_answer_carries_the_headers(path: Path) -> None:
    with visiting(path) as room:
        for address in ("/", "/nothing", "/static/room.css", "/api/v1/findings", "/api"):
            headers = room.get(address).headers
            policy = headers["content-security-policy"]
            assert "default-src 'none'" in policy and "unsafe" not in policy
            assert headers["x-content-type-options"] == "nosniff"
            assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("headers", ELSEWHERE)
def test_no_page_of_another_site_writes(path: Path, affair: Dossier, headers: dict[str, str]) -> None:
    with visiting(path) as room:
        assert room.post("/reviews", data=form(affair), headers=headers).status_code == 403
        assert room.get("/api/v1/reviews").json()["reviews"] == []


def test_a_read_only_room_takes_nothing_and_shows_no_forms(path: Path, affair: Dossier) -> None:
    with visiting(path, Rules(read_only=True)) as room:
        assert room.post("/reviews", data=form(affair), headers=HERE).status_code == 403
        assert room.post("/api/v1/reviews", json={}).status_code == 403
        assert 'method="post"' not in room.get("/contested").text


def test_a_token_is_asked_and_remembered(path: Path, affair: Dossier) -> None:
    with visiting(path, Rules(token="secret", loopback=False)) as room:
        assert room.post("/reviews", data=form(affair), headers=HERE).status_code == 401
        assert room.post("/reviews", data=form(affair, token="wrong"), headers=HERE).status_code == 401
        assert room.post("/reviews", data=form(affair, token="secret"), headers=HERE).status_code == 303
        assert room.post("/reviews", data=form(affair), headers=HERE).status_code == 303
        room.cookies.clear()
        told = {"subject": affair.findings[0].id, "opinion": "poor", "by": "Bo"}
        assert room.post("/api/v1/reviews", json=told).status_code == 401
        bearer = {"authorization": "Bearer secret"}
        assert room.post("/api/v1/reviews", json=told, headers=bearer).status_code == 201


def test_a_name_that_others_point_at_this_machine_is_not_answered(path: Path) -> None:
    with visiting(path) as room:
        assert room.get("/", headers={"host": "evil.example"}).status_code == 400
        assert room.get("/", headers={"host": "localhost:8765"}).status_code == 200


def test_what_is_too_large_is_refused(path: Path, affair: Dossier) -> None:
    with visiting(path) as room:
        large = "x" * LARGEST_REQUEST
        assert room.post("/reviews", data=form(affair, why=large), headers=HERE).status_code == 413
        pieces = (piece.encode() for piece in (large, large))
        assert room.post("/reviews", content=pieces, headers=HERE).status_code == 413
        assert room.get("/search?q=" + "x" * 9_000).status_code == 414


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example", ""])
def test_a_form_never_leads_to_another_site(path: Path, affair: Dossier, back: str) -> None:
    with visiting(path) as room:
        answer = room.post("/reviews", data=form(affair, back=back), headers=HERE)
        assert answer.headers["location"].startswith("/?done=")
