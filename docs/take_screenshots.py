"""Takes a picture of every screen of the real app with the bundled articles.

python docs/take_screenshots.py        (in the environment of the tests; needs Chromium)
"""

import shutil
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

from dashboard.server import listening
from timeline import pipeline
from timeline.store import open_store

OUT = Path(__file__).parent / "screenshots"
SIZES = {"desktop": (1440, 900), "phone": (390, 844)}
WEEKS_BEFORE = "/?from=2022-01-17&to=2022-03-02"
SCREENS = {
    "timeline": "/",
    "weeks-before": WEEKS_BEFORE,
    "card": WEEKS_BEFORE + "&sel={event}",
    "list": "/list",
    "review": "/review",
    "duplicates": "/duplicates",
    "library": "/library",
    "article": "/article/{article}",
    "add": "/add",
    "actors": "/actors",
    "places": "/places",
    "about": "/about",
    "embed": "/embed" + WEEKS_BEFORE[1:],
}
"""Each screen's address; {event} and {article} stand for the one that most articles tell, and its first."""


def main() -> None:
    """Serve a fresh store, and take every screen at every size, light and dark."""
    found = (shutil.which(name) for name in ("chromium-headless-shell", "chromium"))
    chromium = next(filter(None, found), None)
    if chromium is None:
        sys.exit("Taking screenshots needs Chromium; install it first.")
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, open_store(str(Path(folder) / "shown.db")) as store:
        for outcome in pipeline.fill(store):
            if outcome.problem:
                sys.exit(outcome.problem)
        told = max(store.event_list(), key=lambda event: len(event.mentions))
        names = {"event": told.id, "article": told.mentions[0].article_id}
        server = listening(store, "127.0.0.1", 0)
        threading.Thread(target=server.run, daemon=True).start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            for size, (width, height) in SIZES.items():
                for scheme in ("light", "dark"):
                    viewport = {"width": width, "height": height}
                    page = browser.new_page(viewport=viewport, color_scheme=scheme)
                    for screen, path in SCREENS.items():
                        page.goto(f"http://127.0.0.1:{server.effective_port}{path.format(**names)}")
                        page.wait_for_load_state("networkidle")
                        for _ in range(100):  # until nothing is being looked for any more
                            page.wait_for_timeout(200)
                            if not page.get_by_text("Looking for").or_(page.get_by_text("Loading")).count():
                                break
                        page.wait_for_timeout(600)
                        page.screenshot(path=OUT / f"{screen}-{size}-{scheme}.png")
                        print(f"{screen}-{size}-{scheme}.png")
            browser.close()
        server.close()


if __name__ == "__main__":
    main()
