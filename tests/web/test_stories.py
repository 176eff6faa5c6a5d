"""A dossier of several stories: the list of them, each by itself, ids of old that lead on."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rashomon.dossier import Dossier
from rashomon.ids import make_id
from rashomon.records import Document, Entity, Mention, Relay, Statement, Story, Voice
from rashomon.web.pages.parts import parts_of

from .room import LISTS, filed, visiting
from .test_room import page_at

TEXT = "Orchard burns\n\nMinister Ilona Verrin said that the orchard near Tresk burnt.\n"
FERRY, ORCHARD = make_id("story", "s"), make_id("story", "orchard")
OUTSIDE = ("/static", "/stories", "/reviews", "/review/", "/api")
IN_STORIES = [
    address for address in LISTS if address not in ("/", "/reviews", "/api") and not address.startswith("/stories")
]


def placed(words: str) -> dict[str, object]:
    start = TEXT.index(words)
    return {"document": "document-orchard", "start": start, "end": start + len(words), "text": words}


@pytest.fixture(scope="session")
def two(affair: Dossier) -> Dossier:
    """The ferry, and an orchard of which the same minister speaks."""
    paper = Document("document-orchard", "o.txt", "", TEXT, title="Orchard burns", outlet="Echo", story=ORCHARD)
    (minister,) = affair.entities
    named = Mention("mention-orchard", **placed("Ilona Verrin"), type="PERSON")
    told = Statement(
        "statement-orchard", **placed("the orchard near Tresk burnt"), kind="indirect", speaker=minister.id
    )
    tresk = Entity(
        "entity-tresk", "GPE", "Tresk", ("Tresk",), mentions=(Mention("m-t", **placed("Tresk"), type="GPE"),)
    )
    outlets = tuple(
        Voice(f"voice-{o}", "outlet", o, documents=(d.id,))
        for o, d in zip("ge", (affair.documents[0], paper), strict=True)
    )
    speaker = Voice("voice-minister", "speaker", "Ilona Verrin", minister.id)
    relays = (
        Relay("relay-g", "voice-g", speaker.id, "quotes", (affair.statements[0].id,)),
        Relay("relay-e", "voice-e", speaker.id, "quotes", (told.id,)),
    )
    return replace(
        affair,
        documents=(*affair.documents, paper),
        stories=(*affair.stories, Story(ORCHARD, "Orchard burns", (paper.id,), places=(tresk.id,))),
        entities=(replace(minister, mentions=(*minister.mentions, named)), tresk),
        statements=(*affair.statements, told),
        voices=(*outlets, speaker),
        relays=relays,
    )


@pytest.fixture(scope="module")
def room(two: Dossier, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with visiting(filed(two, tmp_path_factory.mktemp("stories") / "two.rashomon")) as client:
        yield client


def test_each_part_has_the_records_of_its_own_reports_and_all_parts_together_have_all(two: Dossier) -> None:
    parts = parts_of(two)
    assert set(parts) == {FERRY, ORCHARD}
    for kind in ("documents", "times", "statements", "figures", "events", "findings", "timeline", "relays"):
        kept = [record for part in parts.values() for record in getattr(part, kind)]
        assert sorted(map(repr, kept)) == sorted(map(repr, getattr(two, kind))), kind
    assert {m.document for e in parts[ORCHARD].entities for m in e.mentions} == {"document-orchard"}
    assert {voice.name for voice in parts[ORCHARD].voices} == {"e", "Ilona Verrin"}


def test_a_dossier_of_several_stories_opens_on_the_list_of_them_and_one_of_one_does_not(
    room: TestClient, affair: Dossier, tmp_path: Path
) -> None:
    assert room.get("/").headers["location"] == "/stories"
    page = page_at(room, "/stories")
    assert "Orchard burns" in page.text and "Tresk" in page.text and "2 reports" in page.text
    with visiting(filed(affair, tmp_path / "one.rashomon")) as single:
        assert "Contested" in page_at(single, "/").text
        assert "/stories" not in page_at(single, "/").values("href")


@pytest.mark.parametrize(
    ("words", "labels"), [("tresk", {"Orchard burns"}), ("ferry AGROUND", {"Ferry runs aground"}), ("x", set())]
)
def test_stories_are_found_by_words_of_their_labels_places_and_headlines(
    room: TestClient, words: str, labels: set[str]
) -> None:
    text = page_at(room, f"/stories?q={words}").text
    assert {label for label in ("Orchard burns", "Ferry runs aground") if label in text} == labels


@pytest.mark.parametrize("address", IN_STORIES)
def test_every_list_shows_one_story_alone_and_its_links_stay_in_it(room: TestClient, address: str) -> None:
    page = page_at(room, f"{address}?story={ORCHARD}")
    assert "In the story Orchard burns · all stories" in " ".join(page.text.split())
    assert not {"Gazette", "Herald"} & set(page.text.split())
    inside = [href for href in page.values("href") if href.startswith("/") and not href.startswith(OUTSIDE)]
    assert inside and all(f"story={ORCHARD}" in href for href in inside)


def test_every_link_within_a_story_leads_to_a_page_of_it_and_to_a_place_there(room: TestClient) -> None:
    waiting, pages = [f"/?story={FERRY}"], {}
    links: set[str] = set()
    while waiting:
        address = waiting.pop()
        if address not in pages and not address.startswith(OUTSIDE):
            pages[address] = page = page_at(room, address)
            found = {href for href in page.values("href") if href.startswith("/")}
            links |= found
            waiting += [href.partition("#")[0] for href in found]
    assert len(pages) > len(IN_STORIES)
    for href in links:
        path, _, fragment = href.partition("#")
        assert not fragment or fragment in pages[path].values("id"), href


def test_a_search_and_a_choice_of_outlet_stay_in_the_story(room: TestClient) -> None:
    page = page_at(room, f"/search?q=Verrin&story={ORCHARD}")
    assert "Echo: Orchard burns" in " ".join(page.text.split()) and "Gazette" not in page.text
    assert page.text.count("Records") == 1
    kept = [attributes.get("value") for tag, attributes in page.tags if attributes.get("name") == "story"]
    assert kept == [ORCHARD, ORCHARD]


def test_an_id_of_old_leads_to_what_the_story_has_become(two: Dossier, tmp_path: Path) -> None:
    path = filed(two, tmp_path / "two.rashomon")
    later = make_id("story", "later")
    stories = tuple(replace(s, id=later) if s.id == ORCHARD else s for s in two.stories)
    papers = tuple(replace(d, story=later) if d.story == ORCHARD else d for d in two.documents)
    filed(replace(two, stories=stories, documents=papers), path)
    with visiting(path) as room:
        answer = room.get(f"/voices?page=1&story={ORCHARD}")
        assert answer.status_code == 303 and answer.headers["location"] == f"/voices?page=1&story={later}"
        assert "Orchard burns" in page_at(room, answer.headers["location"]).text
        assert room.get("/voices?story=story-x").status_code == 404


def test_an_id_of_a_story_that_was_split_leads_to_its_parts_and_one_that_was_removed_tells_so(
    two: Dossier, tmp_path: Path
) -> None:
    path = filed(two, tmp_path / "two.rashomon")
    apart = tuple(Story(make_id("story", d.id), d.title or "", (d.id,)) for d in two.documents[:2])
    homes = {s.documents[0]: s.id for s in apart}
    papers = tuple(replace(d, story=homes[d.id]) for d in two.documents[:2])
    left = replace(two, documents=papers, stories=apart, entities=two.entities[:1], voices=(), relays=())
    filed(replace(left, statements=two.statements[:3]), path)
    with visiting(path) as room:
        led = room.get(f"/figures?story={FERRY}")
        assert led.headers["location"] == f"/stories?once={FERRY}"
        parts = page_at(room, led.headers["location"]).text  # the first line of a report is its title
        assert "Menu" in parts and "Ferry toll is seven" in parts
        gone = room.get(f"/figures?story={ORCHARD}")
        assert gone.status_code == 404 and "all its reports were removed" in gone.text
