"""The reading room: every page answers, every link leads somewhere, hostile words stay words."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from starlette.testclient import TestClient

from rashomon.dossier import Dossier, Tool

from .room import LISTS, filed, visiting
from .test_report import OURS, Page

FORMS = {"form", "button", "link", "mark", "kbd", "code", "select", "option", "datalist"}


@pytest.fixture(scope="module")
def room(affair: Dossier, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with visiting(filed(affair, tmp_path_factory.mktemp("room") / "a.rashomon")) as client:
        yield client


def page_at(room: TestClient, address: str) -> Page:
    answer = room.get(address)
    assert answer.status_code == 200, address
    return Page(answer.text)


def all_pages(room: TestClient) -> dict[str, Page]:
    """Every page that links lead to."""
    found: dict[str, Page] = {}
    waiting = list(LISTS)
    while waiting:
        address = waiting.pop()
        if address in found or address.startswith(("/static", "/openapi.json", "/reviews.csv", "/api/v1")):
            continue
        found[address] = page = page_at(room, address)
        hrefs = [href for href in page.values("href") if href.startswith("/")]
        waiting += [href.partition("#")[0] for href in hrefs]
    return found


def test_every_link_of_every_page_leads_to_a_page_and_to_a_place_on_it(room: TestClient) -> None:
    pages = all_pages(room)
    for page in pages.values():
        ids = page.values("id")
        assert len(ids) == len(set(ids))
        for href in page.values("href"):
            path, _, fragment = href.partition("#")
            if fragment and path:
                assert fragment in pages[path].values("id"), href
            elif fragment:
                assert fragment in ids, href


def test_a_conflict_is_two_clicks_from_its_sentence(affair: Dossier, room: TestClient) -> None:
    point = next(href for href in page_at(room, "/").values("href") if href.startswith("/points/"))
    sentences = [href for href in page_at(room, point.partition("#")[0]).values("href") if "#figure-" in href]
    assert {urlsplit(href).fragment for href in sentences} >= set(affair.findings[0].members)


def test_a_record_has_a_lasting_address(affair: Dossier, room: TestClient) -> None:
    figure = affair.figures[0]
    answer = room.get(f"/at/{figure.id}")
    assert answer.status_code == 303
    assert answer.headers["location"].endswith(f"#{figure.id}")
    assert room.get("/at/figure-0000000000000000").status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/nothing",
        "/points/x",
        "/names/x",
        "/articles/x",
        "/voices/x",
        "/unknown/99",
        "/timeline/x",
        "/words/x",
        "/origins/x",
    ],
)
def test_what_is_not_there_is_told(room: TestClient, address: str) -> None:
    answer = room.get(address)
    assert answer.status_code == 404
    assert "no such page" in answer.text


@pytest.mark.parametrize(
    "address", ["/contested?page=0", "/contested?page=x", "/unknown/one", f"/search?q={'x' * 999}"]
)
def test_what_cannot_be_is_refused(room: TestClient, address: str) -> None:
    assert room.get(address).status_code == 422


@pytest.mark.parametrize("words", ['"', "NOT", "a* OR", "ran) (", "-x", "title:x", "NEAR(a b)", "\u202e"])
def test_any_words_can_be_sought(room: TestClient, words: str) -> None:
    assert room.get("/search", params={"q": words}).status_code == 200


def test_search_finds_records_articles_and_names(room: TestClient) -> None:
    text = Page(room.get("/search", params={"q": "Verrin"}).text).text
    assert "Ilona Verrin" in text and "Gazette: Ferry runs aground" in " ".join(text.split())


def test_search_narrows_by_speaker_outlet_and_day(room: TestClient) -> None:
    def count(**asked: str) -> int:
        return room.get("/api/v1/search", params={"q": "", **asked}).json()["found"]

    assert count(outlet="Gazette") == 3
    assert count(outlet="Gazette", speaker="verrin") == 1
    assert "None." in room.get("/search", params={"day": "1999-01-01"}).text


def test_a_day_that_is_none_narrows_nothing(room: TestClient) -> None:
    assert page_at(room, "/search?q=Verrin&day=2031-04-31").text.count("Gazette: Ferry") > 0


def test_hostile_words_are_never_markup(hostile: Dossier, tmp_path: Path) -> None:
    if any("\ud800" <= letter <= "\udfff" for letter in hostile.documents[0].text):
        pytest.skip("half a pair is no text that a file could hold")
    counted = tuple(replace(figure, low=Decimal("1E+30")) for figure in hostile.figures)  # SQLite holds no 1E+99999
    with visiting(filed(replace(hostile, figures=counted), tmp_path / "h.rashomon")) as room:
        for address in all_pages(room):
            page = page_at(room, address)
            assert {tag for tag, _ in page.tags} <= OURS | FORMS, address
            names = [name for _, attributes in page.tags for name in attributes]
            assert not [name for name in names if name.startswith(("on", "style"))]
            assert set(page.values("src")) <= {"/static/report.js", "/static/room.js"}
            assert all(href.startswith(("/", "#")) and href[:2] != "//" for href in page.values("href"))


def test_an_empty_dossier_has_all_pages(tmp_path: Path) -> None:
    with visiting(filed(Dossier(tool=Tool("rashomon", "0", "")), tmp_path / "e.rashomon")) as room:
        assert [room.get(address).status_code for address in LISTS] == [200] * len(LISTS)


def test_a_new_build_is_seen_at_once(affair: Dossier, tmp_path: Path) -> None:
    path = filed(affair, tmp_path / "a.rashomon")
    with visiting(path) as room:
        assert "Six people died" in room.get("/contested").text
        filed(replace(affair, findings=()), path)
        assert "Six people died" not in room.get("/contested").text


def test_programs_get_findings_evidence_and_lists(affair: Dossier, room: TestClient) -> None:
    found = room.get("/api/v1/findings", params={"kind": "conflict"}).json()["findings"][0]
    assert {one["quote"] for one in found["evidence"]} == {"Four people were killed", "Six people died"}
    one = room.get(f"/api/v1/evidence/{affair.figures[0].id}").json()
    assert one["document"]["outlet"] == "Gazette" and one["findings"][0]["kind"] == "conflict"
    assert room.get("/api/v1/records/figures").json()["found"] == 3
    assert room.get("/api/v1/evidence/figure-x").status_code == 400


def test_the_description_for_programs_is_served_from_here(room: TestClient) -> None:
    assert set(room.get("/openapi.json").json()["paths"]) >= {"/api/v1/search", "/api/v1/reviews"}
    assert "http" not in "".join(page_at(room, "/api").values("href") + page_at(room, "/api").values("src"))
    assert room.get("/docs").status_code == room.get("/redoc").status_code == 404
