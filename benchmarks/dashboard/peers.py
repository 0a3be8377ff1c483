"""TimelineJS and vis-timeline on the same events, from npm into a temporary folder; ours beside them."""

import json
import shutil
import subprocess
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Error
from served import first_marks, looking, press, redrawn, serving
from stores import made

from timeline.store import open_store

PACKAGES = ("@knight-lab/timelinejs", "vis-timeline")
SIZES = (1_000, 10_000)
WAIT = 90_000
"""Milliseconds after which a peer counts as not having drawn."""
TIMELINEJS = """<link rel="stylesheet" href="/node_modules/@knight-lab/timelinejs/dist/css/timeline.css">
<script src="/node_modules/@knight-lab/timelinejs/dist/js/timeline.js"></script>
<div id="box" style="width:1400px;height:800px"></div><script>
fetch("events.json").then((answer) => answer.json()).then((events) => {
  window.begun = performance.now();
  window.shown = new TL.Timeline("box", {events: events.map(([id, title, day]) => {
    const [year, month, date] = day.split("-");
    return {unique_id: id, start_date: {year, month, day: date}, text: {headline: title}};
  })}, {font: null, duration: 0});
  const marks = () => document.querySelectorAll(".tl-timemarker").length;
  window.ready = () => marks() >= events.length && shown._loaded.timenav;
  window.zoom = () => shown.zoomIn();
});</script>"""
VIS = """<link rel="stylesheet" href="/node_modules/vis-timeline/styles/vis-timeline-graph2d.min.css">
<script src="/node_modules/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"></script>
<div id="box" style="width:1400px;height:800px"></div><script>
fetch("events.json").then((answer) => answer.json()).then((events) => {
  window.begun = performance.now();
  window.shown = new vis.Timeline(document.getElementById("box"),
    events.map(([id, content, start]) => ({id, content, start})), {height: 800});
  window.ready = () => document.querySelector(".vis-item");
  window.zoom = () => shown.zoomIn(0.5, {animation: false});
});</script>"""


def compare(browser: Browser, stores: Path, folder: Path) -> None:
    """Print a table: ready and zoom, in milliseconds, of each at each size."""
    if not (npm := shutil.which("npm")):
        print("The peers are left out: node with npm is not on this machine.")
        return
    command = [npm, "install", "--silent", "--no-audit", "--no-fund", *PACKAGES]
    if subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode:
        print(f"The peers are left out: npm could not install {' and '.join(PACKAGES)}.")
        return
    print(f"\n{'events':>8}  {'':<20}{'ready':>12}{'zoom':>12}")
    for size in SIZES:
        store = made(stores, size)
        with open_store(str(store.path)) as opened:
            frame = opened.events()
        rows = [
            [key, row.title, row.begin[:10]] for key, row in frame.iterrows() if isinstance(row.begin, str)
        ]
        (folder / "events.json").write_text(json.dumps(rows))
        with serving(store.path) as server, looking(browser, server.url) as page:
            ready = first_marks(page)
            page.wait_for_timeout(1000)
            _say(size, "Crisis Timeline", ready, median(redrawn(page, press(key)) for key in "+++--"))
        for name, text in (("vis-timeline", VIS), ("TimelineJS", TIMELINEJS)):
            (folder / "page.html").write_text(f'<!DOCTYPE html><meta charset="utf-8">{text}')
            _say(size, name, *_peer(browser, folder))


def _peer(browser: Browser, folder: Path) -> tuple[float | None, float | None]:
    """From the events' arrival to all drawn, and from a step of zoom to the next frame."""
    quiet = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with looking(browser, f"http://127.0.0.1:{server.server_port}/page.html") as page:
            page.set_default_timeout(WAIT)
            page.evaluate(f"clocked(() => {{}}, () => window.ready && window.ready(), {WAIT})")
            ready = page.evaluate("performance.now() - window.begun")
            page.wait_for_timeout(1000)
            step = "let frames = 0; clocked(() => window.zoom(), () => ++frames > 1)"
            zooms = [
                page.evaluate(f"(() => {{ {step.replace('clocked', 'return clocked')} }})()")
                for _ in range(3)
            ]
            return ready, median(zooms)
    except Error:
        return None, None
    finally:
        server.shutdown()
        server.server_close()


def _say(size: int, name: str, ready: float | None, zoom: float | None) -> None:
    shown = [f"over {WAIT / 1000:.0f} s" if value is None else f"{value:,.0f} ms" for value in (ready, zoom)]
    print(f"{size:>8}  {name:<20}{shown[0]:>12}{shown[1]:>12}", flush=True)
