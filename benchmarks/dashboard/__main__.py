"""How fast the dashboard answers: UX targets and figures side by side, in a real Chromium.

    python benchmarks/dashboard                        2,000, 10,000 and 100,000 events, then the peers
    python benchmarks/dashboard 2000 --no-peers        one size, ours alone
    python benchmarks/dashboard --stores FOLDER        keep the made-up stores for the next run

Compare figures within one run: machines differ, and so does what else they do (the load is printed).
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

try:
    import axe_playwright_python  # noqa: F401
    from playwright.sync_api import Browser, sync_playwright
except ImportError:
    sys.exit("Measuring the dashboard needs Playwright and axe: pip install 'crisis-timeline[test]'")

import drawing
import peers
import screens
import work
from served import QUIET, serving
from stores import made
from targets import LARGE, MIDDLE, SMALL, heading, line


def main() -> None:
    """Measure ours at each size, then the peers on the same events."""
    asked = _asked()
    chromium = next(
        (
            found
            for name in ("chromium-headless-shell", "chromium", "google-chrome")
            if (found := shutil.which(name))
        ),
        None,
    ) or sys.exit("Measuring the dashboard needs Chromium: install it, and have it on the path.")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        stores = Path(asked.stores or folder)
        stores.mkdir(exist_ok=True)
        browser = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        print(heading())
        for size in asked.events:
            for key, figure in measured(browser, stores, size):
                print(line(size, key, figure), flush=True)
            print(f"{'':>8}  {_share()}", flush=True)
        if asked.peers:
            peers.compare(browser, stores, Path(folder))
        browser.close()


def measured(browser: Browser, stores: Path, size: int) -> Iterator[tuple[str, float]]:
    """All figures at one size."""
    store = made(stores, size)
    with serving(store.path) as server:
        yield from drawing.figures(browser, server, crowd=size == MIDDLE)
        yield from screens.figures(browser, server, many=size != SMALL)
        yield from work.figures(server, store.path, store.events)


def _share() -> str:
    """How much of the machine there was for us: what other programs take makes every figure larger."""
    begun, own = time.perf_counter(), time.process_time()
    while time.process_time() - own < 0.5:
        pass
    slower = (time.perf_counter() - begun) / 0.5
    return f"load {os.getloadavg()[0]:.1f}; half a second of work took {slower:.1f} times as long"


def _asked() -> argparse.Namespace:
    words = argparse.ArgumentParser(prog="benchmarks/dashboard", description=__doc__.partition("\n")[0])
    words.add_argument("events", nargs="*", type=int, default=[SMALL, MIDDLE, LARGE], help="how many")
    words.add_argument("--stores", help="a folder that keeps the made-up stores")
    words.add_argument("--no-peers", dest="peers", action="store_false", help="leave the peers out")
    return words.parse_args()


if __name__ == "__main__":
    main()
