"""What a reader waits for on the timeline: T1–T7, T9, T14, T15 and, among others, T21."""

import gzip
import json
import random
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from statistics import median
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page
from served import WIDE, Server, first_marks, looking, p95, press, redrawn, search

WORDS = ("sanctions", "shelling", "agreement", "parliament")
PARTS = {
    "T7": "marked()",
    "T7b": "document.querySelectorAll('#timeline-graph .textpoint text').length",
    "T7c": "document.querySelectorAll('#timeline-graph .shapelayer path').length",
    "T7d": "document.querySelectorAll('#timeline-graph .scatterlayer > .trace').length",
}
OVERLAPS = """(() => {
  const boxes = [...document.querySelectorAll("#timeline-graph .textpoint text")]
    .map((text) => text.getBoundingClientRect()).filter((box) => box.width);
  let pairs = 0;
  boxes.forEach((a, at) => boxes.slice(at + 1).forEach((b) => {
    if (a.x < b.right - 1 && b.x < a.right - 1 && a.y < b.bottom - 3 && b.y < a.bottom - 3) pairs += 1;
  }));
  return pairs;
})()"""
FRAMES = """(() => {
  window.frames_ = []; let last = performance.now();
  const tick = (now) => {
    window.frames_.push(now - last);
    last = now;
    if (window.panning) requestAnimationFrame(tick);
  };
  window.panning = true; requestAnimationFrame(tick);
})()"""


def figures(browser: Browser, server: Server, *, crowd: bool) -> Iterator[tuple[str, float]]:
    """Each measure's key and figure."""
    yield from _loading(browser, server)
    with looking(browser, server.url) as page:
        views: list[str] = []
        page.on("request", lambda sent: views.append(sent.url) if "/view?" in sent.url else None)
        first_marks(page)
        page.wait_for_timeout(1000)
        yield from _panning(page)
        parts, overlaps, zooms = _zooming(page)
        yield "T5", p95(zooms)
        yield from parts.items()
        yield "T14", overlaps
        yield "T6", p95(_searching(page))
        yield from _payload(server, views)
        if crowd:
            with _readers(server, views, 9):
                _, _, among = _zooming(page)
            yield "T21", p95(among) / p95(zooms)
        yield from _heap(page)


def _loading(browser: Browser, server: Server) -> Iterator[tuple[str, float]]:
    cold, warm = [], []
    for _ in range(5):
        with looking(browser, server.url) as page:
            cold.append(first_marks(page))
            page.wait_for_timeout(500)
            page.reload()
            warm.append(first_marks(page))
    yield "T1", median(cold)
    yield "T2", median(warm)
    sent, elsewhere = 0.0, 0
    with looking(browser, "about:blank") as page:
        wire = page.context.new_cdp_session(page)
        wire.send("Network.enable")
        sizes: list[float] = []
        wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(server.url)
        first_marks(page)
        page.wait_for_timeout(1000)
        sent = sum(sizes)
        elsewhere = sum(not url.startswith((server.url, "data:", "blob:")) for url in asked)
    yield "T3", sent / 1e6
    yield "T3b", elsewhere


def _panning(page: Page) -> Iterator[tuple[str, float]]:
    redrawn(page, press("+"))
    page.wait_for_timeout(500)
    box = page.locator("#timeline-graph").bounding_box()
    assert box
    x, y = box["x"] + box["width"] * 0.7, box["y"] + box["height"] * 0.45
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(FRAMES)
    for step in range(80):
        page.mouse.move(x - 5 * step, y)
    page.evaluate("window.panning = false")
    frames = page.evaluate("window.frames_.slice(1)")
    page.mouse.up()
    page.wait_for_timeout(1000)
    yield "T4", p95(frames)
    yield "T4b", max(frames)


def _zooming(page: Page) -> tuple[dict[str, float], float, list[float]]:
    """In from decades to hours and out again: the most of each part, overlapping labels, times."""
    parts = dict.fromkeys(PARTS, 0.0)
    overlaps, times = 0.0, []
    _fit(page)
    for key in ["+"] * 11 + ["-"] * 10:
        page.wait_for_timeout(200)
        times.append(redrawn(page, press(key)))
        for part, script in PARTS.items():
            parts[part] = max(parts[part], page.evaluate(script))
        overlaps += page.evaluate(OVERLAPS)
    _fit(page)
    return parts, overlaps, times


def _fit(page: Page) -> None:
    page.wait_for_timeout(500)
    # the address keeps whole days of a long window
    whole = "timeline.view.every((at, end) => Math.abs(at - timeline.drawing.span[end]) < 2 * timeline.DAY)"
    if not page.evaluate(whole):
        redrawn(page, press("0"))


def _searching(page: Page) -> list[float]:
    times = []
    for word in WORDS:
        times += [redrawn(page, search(word)), redrawn(page, search(""))]
        page.wait_for_timeout(300)
    return times


def _payload(server: Server, views: list[str]) -> Iterator[tuple[str, float]]:
    bodies = [server.get(url.removeprefix(server.url)) for url in dict.fromkeys(views)]
    drawn = [json.dumps(json.loads(body)["figure"], separators=(",", ":")).encode() for body in bodies]
    yield "T9", max(map(len, drawn)) / 1000
    yield "T9b", max(len(gzip.compress(one)) for one in drawn) / 1000
    yield "T9c", max(map(len, bodies)) / 1000


def _heap(page: Page) -> Iterator[tuple[str, float]]:
    wire = page.context.new_cdp_session(page)
    wire.send("Performance.enable")

    def held() -> float:
        wire.send("HeapProfiler.collectGarbage")
        metrics = wire.send("Performance.getMetrics")["metrics"]
        return next(m["value"] for m in metrics if m["name"] == "JSHeapUsedSize") / 1e6

    early = 0.0
    for turn in range(200):
        redrawn(page, press("+" if turn % 10 < 5 else "-"))
        page.wait_for_timeout(125)
        if turn == 19:
            early = held()
    late = held()
    yield "T15", late
    yield "T15b", max(late - early, 0.0)


class _readers:  # noqa: N801 - a context manager reads as a verb
    """Others who look at the same timeline: each asks for another window about once a second."""

    def __init__(self, server: Server, views: list[str], count: int) -> None:
        self.server, self.leaving = server, threading.Event()
        self.spans = [json.loads(server.get(url.removeprefix(server.url)))["span"] for url in views[:1]]
        self.threads = [threading.Thread(target=self.read, args=(n,), daemon=True) for n in range(count)]

    def read(self, number: int) -> None:
        chance = random.Random(number)
        first, last = self.spans[0]
        while not self.leaving.wait(chance.uniform(0.5, 1.5)):
            begin = chance.uniform(first, last)
            window = {
                "from": _text(begin),
                "to": _text(begin + (last - first) * chance.choice((0.01, 0.1, 0.5))),
            }
            self.server.get(
                "/view?" + urlencode(window | {"width": WIDE["width"], "height": 560}), packed=True
            )

    def __enter__(self) -> None:
        for thread in self.threads:
            thread.start()

    def __exit__(self, *_: object) -> None:
        self.leaving.set()
        for thread in self.threads:
            thread.join()


def _text(instant: float) -> str:
    return datetime.fromtimestamp(instant / 1000, UTC).strftime("%Y-%m-%dT%H:%M")
