"""Reviews and judgements: kept, taken back, exported, and not lost when two write at once."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import rashomon
from rashomon.dossier import Dossier
from rashomon.judging import judgement_on, mention_for
from rashomon.records import Judgement
from rashomon.store import adding, reading, writing

from .room import filed, visiting

REPORTS = {
    "one": "Mayor Ilona Verrin opened the bridge in Orlinka. Ilona Verrin thanked Otto Brandauer of the harbour.",
    "two": "The mayor, Ilona Werrin, opened a bridge. Brandauer was there, said Tomas Brandauer.",
}


@pytest.fixture
def path(affair: Dossier, tmp_path: Path) -> Path:
    return filed(affair, tmp_path / "a.rashomon")


def test_a_review_is_shown_undone_and_stays_on_record(path: Path, affair: Dossier) -> None:
    subject = affair.findings[0].id
    with visiting(path) as room:
        told = {
            "subject": subject,
            "opinion": "different",
            "by": "Ada Holm",
            "why": "two ferries",
            "back": "/contested",
        }
        answer = room.post("/reviews", data=told)
        assert answer.headers["location"] == f"/contested?done=reviewed#{subject}"
        assert "two ferries" in room.get("/contested").text
        assert 'value="Ada Holm"' in room.get("/contested").text
        (review,) = room.get("/api/v1/reviews").json()["reviews"]
        room.post(f"/reviews/{review['id']}/undo", data={"by": "Bo", "back": "/reviews"})
        assert "two ferries" not in room.get("/contested").text
        assert "taken back by" in room.get("/reviews").text
        assert room.post(f"/reviews/{review['id']}/undo", data={"by": "Bo"}).status_code == 400


def test_reviews_survive_a_new_build(path: Path, affair: Dossier) -> None:
    with visiting(path) as room:
        room.post("/reviews", data={"subject": affair.figures[0].id, "opinion": "wrong", "by": "Ada", "why": "misread"})
        filed(affair, path)
        assert "misread" in room.get(f"/review/{affair.figures[0].id}").text


@pytest.mark.parametrize(
    "told",
    [{"opinion": "lovely"}, {"by": ""}, {"by": "rule"}, {"subject": "figure-x"}, {"opinion": "note", "why": " "}],
)
def test_what_cannot_be_reviewed_is_told(path: Path, affair: Dossier, told: dict[str, str]) -> None:
    good = {"subject": affair.figures[0].id, "opinion": "right", "by": "Ada", "why": ""}
    with visiting(path) as room:
        assert room.post("/reviews", data=good | told).status_code == 400
        assert room.post("/api/v1/reviews", json=good | told).status_code == 400


def test_the_table_of_reviews_holds_no_formula(path: Path, affair: Dossier) -> None:
    with visiting(path) as room:
        room.post("/reviews", data={"subject": affair.figures[0].id, "opinion": "note", "by": "Ada", "why": "=1+1"})
        assert ",'=1+1," in room.get("/reviews.csv").text


def test_many_who_review_at_once_lose_nothing(path: Path, affair: Dossier) -> None:
    with visiting(path) as room:

        def give(number: int) -> int:
            told = {"subject": affair.figures[0].id, "opinion": "note", "by": "Ada", "why": f"note {number}"}
            return room.post("/api/v1/reviews", json=told).status_code

        with ThreadPoolExecutor(8) as people:
            assert set(people.map(give, range(40))) == {201}
        assert len(room.get("/api/v1/reviews").json()["reviews"]) == 40


def settled(room: TestClient, address: str) -> str:
    """The page that a judgement leads to, once the dossier is put together anew."""
    for _ in range(60):
        answer = room.get(address)
        if answer.status_code == 303:
            return room.get(answer.headers["location"]).text
    raise AssertionError(answer.text)


@pytest.fixture
def bridge(tmp_path: Path) -> tuple[Path, Dossier]:
    """Two reports in which two men have one surname."""
    for name, text in REPORTS.items():
        (tmp_path / f"{name}.jsonl").write_text(json.dumps({"id": name, "text": text}) + "\n", encoding="utf-8")
    path = tmp_path / "bridge.rashomon"
    return path, rashomon.build(tmp_path, path)


def test_while_the_dossier_is_put_together_anew_the_pages_tell_so(bridge: tuple[Path, Dossier]) -> None:
    path, dossier = bridge
    left, right = (e.id for e in dossier.entities if "Brandauer" in e.name)
    told = {"left": left, "right": right, "verdict": "same", "by": "Ada", "why": "one man"}
    with visiting(path) as room:
        desk = room.app.state.desk
        desk.patience = 0.0
        address = room.post("/judgements", data=told).headers["location"]
        assert "put together anew" in room.get(address).text
        assert len(room.get("/api/v1/reviews").json()["judgements"]) == 1
        desk.patience = 30.0
        assert "Otto Brandauer" in settled(room, address)


def test_a_judgement_that_was_not_heeded_is_heeded_when_the_room_is_opened(bridge: tuple[Path, Dossier]) -> None:
    path, dossier = bridge
    left, right = (e.id for e in dossier.entities if "Brandauer" in e.name)
    judgement = judgement_on(dossier, "same", (left, right), "Ada", "one man", "2031-03-04T10:00:00+00:00")
    with adding(path) as store:
        store.judge(judgement)  # and the machine stopped
    with visiting(path) as room:
        assert room.app.state.desk.is_settled(60.0)
    merged = rashomon.open(path)
    assert len(merged.entities) == len(dossier.entities) - 1
    with reading(path) as store:
        assert not store.unheeded()


def test_many_who_judge_at_once_lose_nothing(bridge: tuple[Path, Dossier]) -> None:
    path, dossier = bridge
    # Ids of mentions outlive every judgement, those of entities do not.
    left, right = (mention_for(e).id for e in dossier.entities if "Brandauer" in e.name)
    with visiting(path) as room:

        def give(number: int) -> int:
            told = {"left": left, "right": right, "verdict": "different", "by": f"reviewer {number}", "why": "two men"}
            return room.post("/api/v1/judgements", json=told).status_code

        with ThreadPoolExecutor(8) as people:
            assert set(people.map(give, range(16))) == {201}
        assert room.app.state.desk.is_settled(60.0)
        assert len(room.get("/api/v1/reviews").json()["judgements"]) == 16
    assert len([j for j in rashomon.open(path).judgements if j.by != "rule"]) == 16


def test_two_names_are_merged_and_the_merge_is_undone(bridge: tuple[Path, Dossier]) -> None:
    path, before = bridge
    left, right = (next(e for e in before.entities if n in e.aliases) for n in ("Otto Brandauer", "Tomas Brandauer"))
    with visiting(path) as room:
        told = {"left": left.id, "right": right.id, "verdict": "same", "by": "Ada", "why": "one man"}
        answer = room.post("/judgements", data=told)
        merged = settled(room, answer.headers["location"])
        assert "Otto Brandauer" in merged and "Tomas Brandauer" in merged
        (judgement,) = room.get("/api/v1/reviews").json()["judgements"]
        answer = room.post(f"/judgements/{judgement['id']}/undo", data={"by": "Ada", "back": "/reviews"})
        assert "No name was judged" in settled(room, answer.headers["location"])
    assert rashomon.open(path).entities == before.entities


def test_who_judges_while_documents_are_put_together_is_not_overwritten(path: Path, affair: Dossier) -> None:
    judgement = Judgement("judgement-1", "m", "n", "same", "Ada", "w", at="2031-03-04T10:00:00+00:00")
    with writing(path) as store:
        heeded = store.people()
        store.judge(judgement)
        assert not store.finish([affair], "{}", heeded)
    with reading(path) as store:
        assert store.people() == (judgement,)
