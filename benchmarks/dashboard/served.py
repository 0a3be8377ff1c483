"""The dashboard as a user starts it, and a page that looks at it with a clock of its own."""

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import Any
from urllib.request import Request, urlopen

from playwright.sync_api import Browser, Page

QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
WIDE = {"width": 1440, "height": 900}
# Times are taken in the page, from frame to frame, so that nothing of the driver is in them.
CLOCK = """
window.marked = () => document.querySelectorAll("#timeline-graph .scatterlayer path.point").length;
window.graph = () => document.querySelector("#timeline-graph .js-plotly-plot");
window.clocked = (act, seen, wait = 20000) => new Promise((done, fail) => {
  const begun = performance.now();
  act();
  const look = () => {
    if (seen()) requestAnimationFrame(() => done(performance.now() - begun));
    else if (performance.now() - begun > wait) fail(new Error("waited in vain for " + seen));
    else requestAnimationFrame(look);
  };
  look();
});
(function first() {
  if (document.documentElement && window.marked()) window.firstMarks = performance.now();
  else requestAnimationFrame(first);
})();
"""
PRESS = "document.body.dispatchEvent(new KeyboardEvent('keydown', {{key: {key}, bubbles: true}}))"
TYPE = (
    "(box => {{ box.focus();"
    "Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(box, {text});"
    "box.dispatchEvent(new Event('input', {{bubbles: true}})); }})(document.getElementById('search-input'))"
)


@dataclass(frozen=True, slots=True)
class Server:
    """A running `timeline serve`."""

    url: str
    pid: int

    def memory(self, what: str = "VmRSS") -> float:
        """Megabytes that it has (VmRSS), or had at most (VmHWM)."""
        text = Path(f"/proc/{self.pid}/status").read_text()
        return int(text.partition(what + ":")[2].split()[0]) / 1024

    def get(self, path: str, *, packed: bool = False) -> bytes:
        """The body of an answer as it is sent."""
        wanted = Request(self.url + path, headers={"Accept-Encoding": "gzip" if packed else "identity"})
        with urlopen(wanted) as answer:
            return bytes(answer.read())


@contextmanager
def serving(store: Path) -> Iterator[Server]:
    """The server of a store, up and warm."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "timeline", "serve", "--store", str(store), "--port", str(port)]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    server = Server(f"http://127.0.0.1:{port}", process.pid)
    try:
        for _ in range(1200):
            try:
                server.get("/_dash-dependencies")
                break
            except OSError:
                time.sleep(0.05)
        else:
            sys.exit("the server did not start")
        yield server
    finally:
        process.terminate()
        process.wait()


@contextmanager
def looking(browser: Browser, address: str, **settings: Any) -> Iterator[Page]:
    """A fresh profile's page on that address, marks drawn."""
    context = browser.new_context(**({"viewport": WIDE} | settings))
    context.add_init_script(CLOCK)
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def first_marks(page: Page) -> float:
    """Milliseconds from the navigation to the first marks."""
    page.evaluate("clocked(() => {}, () => window.firstMarks)")
    return float(page.evaluate("window.firstMarks"))


def redrawn(page: Page, act: str) -> float:
    """Milliseconds from an action to a new drawing."""
    page.evaluate("window.shown = graph().layout.meta")
    return float(page.evaluate(f"clocked(() => {{ {act} }}, () => graph().layout.meta !== window.shown)"))


def press(key: str) -> str:
    """The script that presses a key on the page."""
    return PRESS.format(key=json.dumps(key))


def search(words: str) -> str:
    """The script that puts words into the search box as typing does."""
    return TYPE.format(text=json.dumps(words))


def p95(values: list[float]) -> float:
    """The value that 95 of 100 stay under."""
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]
