"""Takes the pictures of every screen of the real app with the bundled articles.

python docs/take_screenshots.py        (in the environment of the tests; needs Chromium)
"""

import shutil
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from dashboard.server import listening
from timeline import pipeline
from timeline.store import open_store

OUT = Path(__file__).parent / "screenshots"
SIZES = {"desktop": (1440, 900), "phone": (390, 844)}
WEEKS_BEFORE = "/?from=2022-01-17&to=2022-03-02"
LIGHT = ("desktop-light",)
DESKTOP = ("desktop-light", "desktop-dark")
BOTH = (*DESKTOP, "phone-light", "phone-dark")
SCREENS = {
    "timeline": ("/", BOTH),
    "weeks-before": (WEEKS_BEFORE, BOTH),
    "card": (WEEKS_BEFORE + "&sel={event}", (*DESKTOP, "phone-light")),
    "ruler": (WEEKS_BEFORE + "&sel={event}&pin={earlier}", LIGHT),
    "saved-views": (WEEKS_BEFORE + "&kind=talks", LIGHT),
    "list": ("/list", DESKTOP),
    "review": ("/review", DESKTOP),
    "duplicates": ("/duplicates", DESKTOP),
    "library": ("/library", (*LIGHT, "phone-light")),
    "article": ("/article/{article}", LIGHT),
    "add": ("/add", LIGHT),
    "actors": ("/actors", LIGHT),
    "places": ("/places", LIGHT),
    "embed": ("/embed" + WEEKS_BEFORE[1:], LIGHT),
}
"""Each screen's address and views; {event} stands for the one that most articles tell, {article} for its
first article, {earlier} for an event of the same kind some weeks before it."""
SAVED = [
    ["Minsk, all years", "/?q=Minsk"],
    ["The weeks before the invasion", WEEKS_BEFORE],
    ["Talks and agreements", "/?kind=talks,agreement"],
]


def open_saved_views(page: Page) -> None:
    """Give the browser some saved views, and show them."""
    views = [{"name": name, "address": address} for name, address in SAVED]
    page.evaluate(
        "views => { localStorage.setItem('timeline-views', JSON.stringify(views)); timeline.showViews() }",
        views,
    )
    page.locator("#pill-views").click()


def main() -> None:
    """Serve a fresh store, and take every screen in its views."""
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
        before = store.event_list(kinds=[told.kind], precisions=["day"], begin="2022-01-20", end="2022-02-20")
        names = {"event": told.id, "article": told.mentions[0].article_id, "earlier": before[0].id}
        server = listening(store, "127.0.0.1", 0)
        threading.Thread(target=server.run, daemon=True).start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            for view in BOTH:
                size, scheme = view.split("-")
                width, height = SIZES[size]
                page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
                for screen, (path, views) in SCREENS.items():
                    if view in views:
                        page.goto(f"http://127.0.0.1:{server.effective_port}{path.format(**names)}")
                        settle(page)
                        if screen == "saved-views":
                            open_saved_views(page)
                            page.wait_for_timeout(600)
                        page.screenshot(path=OUT / f"{screen}-{view}.png")
                        page.evaluate("localStorage.clear()")
                        print(f"{screen}-{view}.png")
                page.close()
            browser.close()
        server.close()


def settle(page: Page) -> None:
    """Wait until nothing has been looked for a while: a busy machine shows a screen late."""
    page.wait_for_load_state("networkidle")
    quiet = 0
    for _ in range(300):
        page.wait_for_timeout(200)
        waiting = page.get_by_text("Looking for").or_(page.get_by_text("Loading"))
        quiet = 0 if waiting.filter(visible=True).count() else quiet + 1
        if quiet >= _QUIET:
            break


_QUIET = 20
"""Fifths of a second."""


if __name__ == "__main__":
    main()
