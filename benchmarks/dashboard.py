"""How fast the dashboard answers: target and figure side by side, in a real Chromium.

    python benchmarks/dashboard.py [EVENTS …]     (default: the bundled articles, then 2000 and 10000)

Figures are medians of five; compare them within one run, machines differ.
"""

import csv
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from timeline import pipeline
from timeline.events.kinds import KINDS
from timeline.exporters.frame import COLUMNS
from timeline.store import open_store

ADDRESS = "http://127.0.0.1:{}/"
WORDS = ("sanctions", "ceasefire", "vote", "convoy")
STATUS = "document.getElementById('status-line').textContent"
DRAWN = "document.querySelectorAll('#timeline-graph .scatterlayer path.point').length > 0"


def main(sizes: list[int]) -> None:
    """Measure the bundled timeline, then ones of the given sizes."""
    chromium = shutil.which("chromium") or sys.exit(
        "Measuring the dashboard needs Chromium; install it first."
    )
    print(f"{'events':>8}  {'measure':<38}{'target':>9}{'median':>9}")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for size in [0, *sizes]:
            path = Path(folder) / f"{size}.db"
            count = fill(path, size)
            for name, target, figure in measure(browser.new_page, path):
                print(f"{count:>8}  {name:<38}{target:>9}{figure:>9}", flush=True)
        browser.close()


def fill(path: Path, size: int) -> int:
    """A store of `size` made-up events, or of the bundled articles where 0."""
    with open_store(str(path)) as store:
        if not size:
            list(pipeline.fill(store))
            return store.count()
        table = path.with_suffix(".csv")
        chance = random.Random(size)
        with table.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            for number in range(size):
                day = date(2013, 11, 1) + timedelta(days=int(3650 * chance.random() ** 0.7))
                writer.writerow({"title": f"Made-up {chance.choice(WORDS)} {number}", "edtf": day.isoformat(),
                                 "status": "happened", "kind": chance.choice(list(KINDS)),
                                 "actors": "Russia"})  # fmt: skip
        store.import_events(table)
        return store.count()


def measure(new_page, path: Path):
    """Start, zoom, filter, search and open, each with its target in milliseconds."""
    port = 8000 + random.randrange(900)
    begun = time.perf_counter()
    command = [sys.executable, "-m", "timeline", "serve", "--store", str(path), "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        page = new_page(viewport={"width": 1440, "height": 900})
        visit(page, ADDRESS.format(port))
        until(page, DRAWN)
        yield "start of the server to a drawn timeline", "5000 ms", shown(time.perf_counter() - begun)
        again = [timed(page, lambda: page.reload()) for _ in range(3)]
        yield "reload to a drawn timeline", "1500 ms", shown(median(again))
        steps = [answered(page, lambda: page.keyboard.press("+")) for _ in range(5)]
        yield "zoom to a drawn answer", "300 ms", shown(median(steps))
        page.keyboard.press("0")
        page.wait_for_timeout(600)
        box = page.locator("#search-input")
        words = [
            answered(page, lambda word=word: box.fill(word)) for word in ("sanctions", "", "ceasefire", "")
        ]
        yield "search to a drawn answer (200 ms wait)", "450 ms", shown(median(words))
        first = page.locator("#event-strip [role=option]").first
        before = time.perf_counter()
        first.click()
        page.locator("#card h2").wait_for()
        yield "click to an open card", "200 ms", shown(time.perf_counter() - before)
        page.close()
    finally:
        server.terminate()
        server.wait()


def visit(page: Page, address: str) -> None:
    """Open the page as soon as the server listens."""
    for _ in range(300):
        try:
            page.goto(address)
            return
        except Exception:
            time.sleep(0.05)
    sys.exit("the server did not start")


def timed(page: Page, act) -> float:
    """Seconds from an action to a drawn timeline."""
    begun = time.perf_counter()
    act()
    until(page, DRAWN)
    return time.perf_counter() - begun


def answered(page: Page, act) -> float:
    """Seconds from an action to the status line's new words."""
    before = page.evaluate(STATUS)
    begun = time.perf_counter()
    act()
    until(page, f"{STATUS} !== {json.dumps(before)}")
    return time.perf_counter() - begun


def until(page: Page, expression: str, seconds: float = 10) -> None:
    """Wait until an expression holds; the page's content policy forbids Playwright's own way."""
    end = time.perf_counter() + seconds
    while not page.evaluate(expression):
        if time.perf_counter() > end:
            sys.exit(f"waited {seconds} seconds in vain for {expression}")
        time.sleep(0.003)


def shown(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [2000, 10000])
