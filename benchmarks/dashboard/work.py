"""What needs no browser: T8, T12, T13b, T18 and T19."""

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from served import Server, p95
from stores import made_up, read_back

from dashboard.memory import memory_of
from timeline import events, lanes, levels
from timeline.exporters import export
from timeline.packing import pack
from timeline.store import Filter, open_store

WIDTH, HEIGHT = 1300, 520
"""The drawing's part of a window of 1440 × 900, in pixels."""
COMPARED = 10_000
"""Events up to which a whole import is made for comparison."""


def figures(server: Server, path: Path, events_: int) -> Iterator[tuple[str, float]]:
    """Each measure's key and figure."""
    with open_store(str(path)) as store:
        yield from _packing(memory_of(store).marks(Filter(), "kind"))
        mentions, right = read_back(store)
        yield "T19", mentions - right
    before, begun = server.memory(), time.perf_counter()
    table = server.get("/export/csv")
    yield "T12", (time.perf_counter() - begun) * 1000
    yield "T12b", max(server.memory("VmHWM") - before, 0)
    if events_ <= COMPARED:
        yield "T18", _changed(table, path)
    if events_ == COMPARED:
        yield "T13b", _hundred(path)


def _packing(shown) -> Iterator[tuple[str, float]]:  # type: ignore[no-untyped-def]
    chance = np.random.default_rng(1)
    first, last = shown.span()
    whole, packing = [], []
    for share in (1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.003) * 6:
        begin = first + chance.random() * (last - first) * (1 - share)
        scale = lanes.Scale(begin, begin + (last - first) * share, WIDTH)
        begun = time.perf_counter()
        chosen = levels.detail(shown, scale.begin, scale.end)
        laid = lanes.lay_out(shown, chosen, scale, height=HEIGHT, named=False)
        whole.append((time.perf_counter() - begun) * 1000)
        begun = time.perf_counter()
        for lane in laid:
            pack([item.box for item in lane.items], lanes.ROWS, WIDTH, lanes.LABELS // len(laid))
        packing.append((time.perf_counter() - begun) * 1000)
    yield "T8", p95(whole)
    yield "T8b", p95(packing)


def _changed(table: bytes, path: Path) -> float:
    """Bytes of the CSV that are others after it was imported into an empty store."""
    sent, copy = path.with_suffix(".export.csv"), path.with_suffix(".copy.db")
    sent.write_bytes(table)
    copy.unlink(missing_ok=True)
    with open_store(str(copy)) as store:
        store.import_events(sent)
        export(store.events(), sent)
    back = sent.read_bytes()
    return abs(len(back) - len(table)) + sum(a != b for a, b in zip(table, back, strict=False))


def _hundred(path: Path) -> float:
    fresh = path.with_suffix(".hundred.db")
    fresh.unlink(missing_ok=True)
    begun = time.perf_counter()
    with open_store(str(fresh)) as store:
        for article in made_up(7000, 7100):
            store.save(article, events.find_mentions(article))
    return time.perf_counter() - begun
