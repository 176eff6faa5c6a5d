"""The reading room in a real Chromium: what readers see and do, and that nothing leaves the machine."""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import rashomon
from rashomon.store import reading

CHROMIUM = next((p for p in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if p), None)
EXAMPLE = Path(__file__).parents[2] / "examples" / "orlinka-mine"
PAGES = (
    "/stories", "/overview", "/contested", "/agreed", "/figures", "/timeline", "/voices", "/names", "/words",
    "/origins", "/unknown", "/articles", "/reviews", "/search?q=mine", "/api",
)  # fmt: skip

# Towns that gazetteers have, for the map; the example's own are nowhere.
FERRY = {
    "ancona-post": "The ferry from Ancona to Zadar was late on Monday. In Ancona 40 passengers waited, Ivo Maras said. "
    "Why the ferry left Zadar so late is unknown. Rioters broke two windows in Zadar, said Ivo Maras. "
    "Ships from Ancona to Rijeka were on time, and so were those from Rijeka to Venice.",
    "zadar-radio": "Protesters in Zadar held up the ferry to Ancona on Monday, the union said. In Ancona 60 passengers "
    "waited. Ships from Zadar to Rijeka were on time. In Venice nobody waited.",
}  # fmt: skip

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium; `make browser` installs Debian's"),
    pytest.mark.xdist_group("browser"),
]
sync_api = pytest.importorskip("playwright.sync_api")


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The example, served by the command as people run it: its address and its file."""
    path = tmp_path_factory.mktemp("browser") / "example.rashomon"
    ferry = path.with_name("ferry.jsonl")
    lines = [{"id": name, "outlet": name, "text": text, "published": "2031-03-03"} for name, text in FERRY.items()]
    ferry.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    rashomon.build([EXAMPLE, ferry], path)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-c", "from rashomon.cli import main; main()", "serve", str(path), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        assert "is open at" in server.stdout.readline()
        yield f"http://127.0.0.1:{port}", path
        server.terminate()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


@pytest.fixture
def tab(browser: Any, room: tuple[str, Path]) -> Iterator[Any]:
    """A page that fails the test on a console error, an exception or a request to another host."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=room[0])
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda asked: wrong.append(asked.url) if not asked.url.startswith(room[0]) else None)
    yield page
    context.close()
    assert wrong == []


def said(tab: Any) -> str:
    """What the page says was done; while it shows the state before, since the machine is slow, it is asked again."""
    for _ in range(30):  # the room takes up to two seconds for each answer
        if not tab.locator(".waiting").count():
            break
        tab.reload()
    told: str = tab.get_by_role("status").inner_text()
    return told


def one_of_each(tab: Any) -> list[str]:
    """Every list, and the first page that each leads to."""
    found = list(PAGES)
    for address, link in (
        ("/articles", ".article-list a"), ("/names", ".entry dt a"), ("/voices", ".list a"),
        ("/contested", ".point .asked a"), ("/figures", ".question h3 a"), ("/timeline", ".timeline li li .hint a"),
        ("/names", ".mapped tbody a"), ("/words", ".matrix caption a"), ("/words", ".matrix td a[href*=label]"),
        ("/origins", ".graph a.edge"), ("/origins", ".graph a.node"), ("/stories", ".stories th a"),
    ):  # fmt: skip
        tab.goto(address)
        found.append(tab.locator(link).first.get_attribute("href"))
    return found


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "dark")])
def test_every_page_fits_its_window_and_axe_finds_nothing(tab: Any, axe: str, width: int, scheme: str) -> None:
    tab.set_viewport_size({"width": width, "height": 844})
    tab.emulate_media(color_scheme=scheme)
    for address in one_of_each(tab):
        tab.goto(address)
        assert tab.locator("h1").count() == 1, address
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, address
        # Through the debugger, which the page's policy does not bind.
        tab.evaluate(axe)
        found = tab.evaluate("axe.run().then(told => told.violations)")
        assert [(v["id"], v["nodes"][0]["html"]) for v in found] == [], address


def test_on_paper_all_is_unfolded_and_nothing_to_click_is_printed(tab: Any) -> None:
    tab.goto("/contested")
    tab.emulate_media(media="print")
    assert not tab.locator(".search, .contents, .pager, .review details").locator("visible=true").count()
    assert tab.locator(".point .quote").first.is_visible()
    tab.goto("/timeline")
    tab.emulate_media(media="print")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert tab.locator(".timeline .quote").first.is_visible()


def test_a_contested_point_is_two_clicks_from_its_sentence_and_back_works(tab: Any) -> None:
    tab.goto("/overview")
    tab.locator(".point .asked a").first.click()
    sentence = tab.locator(".point .said").first
    words = sentence.inner_text()
    sentence.click()
    target = tab.locator(":target")
    assert words in target.inner_text() and target.is_visible()
    assert "/articles/" in tab.url
    tab.go_back()
    assert "/points/" in tab.url


def test_a_merge_is_made_and_undone(tab: Any, room: tuple[str, Path]) -> None:
    def people() -> list[str]:
        with reading(room[1]) as store:
            return [entity.name for entity in store.dossier().entities if entity.type == "PERSON"]

    before = people()
    tab.goto("/names")
    tab.get_by_role("link", name=before[0], exact=True).first.click()
    tab.get_by_label("Your name").first.fill("Ada Holm")
    tab.get_by_label("This name and").fill(before[1])
    tab.get_by_role("button", name="are the same").click()
    tab.wait_for_url("**/names/*done=judged")  # over a page that waits, where the machine is slow
    assert said(tab).startswith("Judged")
    assert len(people()) == len(before) - 1
    tab.goto("/reviews")
    tab.get_by_role("button", name="Undo: same").click()
    tab.wait_for_url("**/reviews?done=undone")
    assert said(tab) == "Taken back."
    assert people() == before


def test_a_story_is_looked_at_alone_and_left_again(tab: Any) -> None:
    tab.goto("/")
    row = tab.locator(".stories tbody tr").filter(has_text="2 reports").first
    label = row.locator("th").inner_text()
    row.locator("th a").click()
    for page in ("Figures", "Articles", "Who says what"):
        tab.locator(".contents").get_by_role("link", name=page).click()
        assert tab.locator(".within").inner_text() == f"In the story {label} · all stories"
    tab.get_by_role("searchbox").first.fill("ferry")
    tab.get_by_role("button", name="Search").first.click()
    assert "story=" in tab.url and tab.locator(".within").count()
    tab.get_by_role("link", name="all stories").click()
    assert tab.url.endswith("/stories")


def test_a_point_is_reviewed_by_keyboard_alone(tab: Any, room: tuple[str, Path]) -> None:
    tab.goto("/contested")
    tab.locator(".review summary").first.click()
    tab.get_by_label("Your name").first.fill("Ada Holm")
    tab.get_by_role("button", name="Useful").first.click()
    tab.goto("/contested")  # the name is remembered
    tab.keyboard.press("j")
    tab.keyboard.press("d")
    tab.wait_for_url("**/contested?done=reviewed*")
    with reading(room[1]) as store:
        assert [(review.opinion, review.by) for review in store.reviews()][-1] == ("different", "Ada Holm")
    tab.goto("/contested")
    tab.keyboard.press("j")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/points/*")


def test_a_town_on_the_map_leads_to_its_page(tab: Any) -> None:
    tab.goto("/names")
    town = tab.locator(".map .dot").first
    name = town.get_attribute("aria-label").partition(",")[0]
    town.click()
    assert tab.locator("h1").inner_text() == name
    assert tab.locator(".map .dot").count() > 1


def test_a_word_and_an_open_question_lead_to_their_sentences(tab: Any) -> None:
    tab.goto("/words")
    tab.get_by_label("Ivo Maras: rioters, place 1").first.click()
    assert tab.locator(":target").inner_text() == "Rioters"
    tab.goto("/unknown")
    tab.get_by_role("link", name="Why the ferry left Zadar so late is unknown").click()
    assert tab.locator(":target").inner_text() == "unknown"


def test_a_step_of_the_graph_leads_to_what_shows_it(tab: Any) -> None:
    tab.goto("/origins")
    step = tab.locator(".graph a.edge").first
    title = step.get_attribute("aria-label").rpartition(":")[0]
    tab.goto(step.get_attribute("href"))
    assert tab.locator("h1").inner_text() == title
    assert tab.locator(".hit .said, .tree a").count()


def test_a_mark_tells_by_keyboard_and_without_scripts_what_it_is(browser: Any, room: tuple[str, Path]) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=room[0])
    page = context.new_page()
    page.goto("/contested")
    page.goto(page.locator(".point.conflict .said").first.get_attribute("href"))
    mark = page.locator(".m.figure[tabindex]").first
    mark.focus()
    tip = "getComputedStyle(document.activeElement, '::after').content"
    assert page.evaluate(tip).startswith('"Figure: ')
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList.contains('m')")
    context.close()


def test_every_page_is_read_without_scripts(browser: Any, room: tuple[str, Path]) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=room[0])
    page = context.new_page()
    for address in one_of_each(page):
        assert page.goto(address).ok, address
        assert page.locator("main").inner_text().strip(), address
    context.close()


def test_pages_work_without_scripts(browser: Any, room: tuple[str, Path]) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=room[0])
    page = context.new_page()
    page.goto("/contested")
    page.locator(".review summary").first.click()
    page.get_by_label("Your name").first.fill("Bo")
    page.get_by_role("button", name="Poor").first.click()
    assert said(page) == "Your review is kept."
    context.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core (MPL-2.0), which npm puts into a folder of ours; it is no part of the package."""
    folder = Path(os.environ.get("XDG_CACHE_HOME", Path(tempfile.gettempdir()))) / "rashomon-axe"
    script = folder / "node_modules" / "axe-core" / "axe.min.js"
    if not script.is_file() and shutil.which("npm"):
        folder.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(subprocess.SubprocessError):
            command = ["npm", "install", "--no-save", "--silent", "axe-core@4"]
            subprocess.run(command, cwd=folder, timeout=60, check=True, capture_output=True)
    if not script.is_file():
        pytest.skip("axe-core could not be installed by npm")
    return script.read_text(encoding="utf-8")
