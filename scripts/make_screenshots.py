"""Pictures of the reading room for docs/reading-room.md: the example, served, in a Chromium without a window.

Nothing happens where no Chromium is installed: the pictures stay as they are.
"""

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
# Name, list, and the link on it whose page is meant; without one the list itself.
PAGES = (
    ("overview", "/", None),
    ("contested", "/contested", None),
    ("figures", "/figures", None),
    ("timeline", "/timeline", None),
    ("voices", "/voices", None),
    ("speaker", "/voices", ".list a"),
    ("names", "/names", None),
    ("name", "/names", ".entry dt a"),
    ("words", "/words", None),
    ("origins", "/origins", None),
    ("article", "/articles", ".article-list a"),
    ("search", "/search?q=rescue", None),
    ("unknown", "/unknown", None),
    ("reviews", "/reviews", None),
)


def main() -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        print("no Chromium: the pictures stay as they are")
        return
    from playwright.sync_api import sync_playwright

    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "example.rashomon"
        rashomon.build(ROOT / "examples" / "orlinka-mine", path)
        command = [sys.executable, "-c", "from rashomon.cli import main; main()", "serve", str(path), "--port", "0"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server, sync_playwright() as playwright:
            assert server.stdout
            address = next(word for word in server.stdout.readline().split() if word.startswith("http"))
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            for look in (LIGHT, DARK):
                take(browser, address.rstrip("/"), look)
            browser.close()
            server.terminate()


def take(browser: Any, address: str, look: tuple[int, int, str]) -> None:
    """All pages in one look."""
    width, height, scheme = look
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, base_url=address)
    page = context.new_page()
    for name, where, link in PAGES:
        page.goto(where)
        if link:
            page.goto(page.locator(link).first.get_attribute("href"))
        page.screenshot(path=PICTURES / f"{name}-{scheme}.png")
    context.close()


if __name__ == "__main__":
    main()
