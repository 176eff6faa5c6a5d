"""Pictures of the reading room for docs/reading-room.md: the example, served, in a Chromium without a window.

Nothing happens where no Chromium is installed: the pictures stay as they are.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import rashomon

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "reading-room"
LIGHT, DARK = (1280, 860, "light"), (390, 844, "dark")
Pages = tuple[tuple[str, str, str | None], ...]
# Name, list, and the link on it whose page is meant; without one the list itself.
PAGES: Pages = (
    ("overview", "/overview", None),
    ("contested", "/contested", None),
    ("figures", "/figures", None),
    ("timeline", "/timeline", None),
    ("voices", "/voices", None),
    ("speaker", "/voices", ".list a"),
    ("names", "/names", None),
    ("name", "/names", ".entry dt a"),
    ("words", "/words", None),
    ("wording", "/words", ".matrix caption a"),
    ("origins", "/origins", None),
    ("way", "/origins", ".graph a.edge"),
    ("article", "/articles", ".article-list a"),
    ("search", "/search?q=rescue", None),
    ("unknown", "/unknown", None),
    ("reviews", "/reviews", None),
)
# The example's places are nowhere; these towns are, so that the map has something to show.
FERRY = {
    "Ancona Post": "Ferry held up in Zadar\n\nThe ferry from Ancona to Zadar was late on Monday. In Ancona 40 people "
    "waited, the harbour office said. Ships from Ancona to Rijeka in Croatia were on time, and so were those to Bari.",
    "Zadar Radio": "Protesters hold up a ferry\n\nProtesters in Zadar held up the ferry to Ancona in Italy on Monday, "
    "the union said. In Ancona 60 passengers waited. Ships from Zadar to Rijeka and Dubrovnik were on time, and the "
    "train from Trieste to Bologna as well. Croatia and Italy share the cost of the line.",
}
SEVERAL: Pages = (("stories", "/stories", None), ("story", "/stories", ".stories th a"))
MAPPED: Pages = (("map", "/names", None), ("place", "/names", ".mapped tbody a"))


def main() -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        print("no Chromium: the pictures stay as they are")
        return
    from playwright.sync_api import sync_playwright

    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        ferry = Path(folder) / "ferry.jsonl"
        lines = [{"id": name, "outlet": name, "text": text, "published": "2031-03-04"} for name, text in FERRY.items()]
        ferry.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
        mine = ROOT / "examples" / "orlinka-mine"
        for name, sources, pages in (
            ("mine", [mine], PAGES),
            ("ferry", [ferry], MAPPED),
            ("all", [mine, ferry], SEVERAL),
        ):
            path = Path(folder) / f"{name}.rashomon"
            rashomon.build(sources, path)
            picture(browser, path, pages)
        browser.close()


def picture(browser: Any, path: Path, pages: Pages) -> None:
    """The pages of one dossier in both looks."""
    command = [sys.executable, "-c", "from rashomon.cli import main; main()", "serve", str(path), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        address = next(word for word in server.stdout.readline().split() if word.startswith("http"))
        for look in (LIGHT, DARK):
            take(browser, address.rstrip("/"), look, pages)
        server.terminate()


def take(browser: Any, address: str, look: tuple[int, int, str], pages: Pages) -> None:
    """The pages in one look."""
    width, height, scheme = look
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, base_url=address)
    page = context.new_page()
    for name, where, link in pages:
        page.goto(where)
        if link:
            page.goto(page.locator(link).first.get_attribute("href"))
        page.screenshot(path=PICTURES / f"{name}-{scheme}.png")
    context.close()


if __name__ == "__main__":
    main()
