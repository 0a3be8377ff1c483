"""One view of the timeline as the browser paints it: marks and what is wanted in, one package out."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np

from dashboard import state
from timeline import levels, wording
from timeline.exporters.told import source
from timeline.figure import drawing
from timeline.gaps import gaps
from timeline.landmarks import landmarks
from timeline.marks import DAY, Dating, Marks
from timeline.view import PHONE, View
from timeline.zones import city

STRIP = 600
"""Events in the strip, at most."""
SHARED = (4, 5, 7, 10, 13)
"""Places in a row of the strip of words that many rows share: kind, precision, status, lane, source."""
BARS = 400
"""Bars in the minimap, at most."""


def without(asked: Mapping[str, str], counted: Callable[[state.Wanted], int]) -> list[Any]:
    """Where no event passes the filters: the one whose removal brings most, and how many events it brings."""
    given = [key for key in state.FILTERS if asked.get(key)]
    counts = {key: counted(state.read({k: v for k, v in asked.items() if k != key})) for key in given}
    best = max(counts, key=counts.__getitem__, default=None)
    return [best, counts[best]] if best and counts[best] and len(given) > 1 else []


def package(shown: Marks, wanted: state.Wanted, size: dict[str, int], everything: Marks) -> dict[str, Any]:
    """Everything that the browser needs to paint one view; instants are UTC milliseconds.

    A phone gets a list and no figure, unless `size` has "whole": the drawing has its screen to itself.
    """
    home = levels.home(shown if len(shown) else everything)
    begin, end = home if wanted.begin is None or wanted.end is None else (wanted.begin, wanted.end)
    width, height = size.get("width") or 1200, size.get("height") or 600
    known = wanted.filter.known_by
    view = View(
        begin, end, wanted.lanes, width=width, height=height, hover=False, selected=wanted.selected,
        known_by=str(known) if known else None, landmarks=landmarks() if wanted.landmarks else (),
        density=wanted.density,
    )  # fmt: skip
    inside = np.flatnonzero(shown.inside(begin, end))
    first, last = shown.span()
    span = levels.widened(first, last)
    return {
        "figure": drawing(shown, view) if (width >= PHONE or size.get("whole")) and len(shown) else None,
        "strip": said_once(strip(shown, inside, end - begin)),
        "minimap": minimap(shown, (min(span[0], begin), max(span[1], end))),
        "window": [begin, end],
        "span": span,
        "years": wording.years(_day(first), _day(last - 1)),
        "inside": len(inside),
        "passing": len(shown),
        "asof": str(known or ""),
        "all": len(everything),
        "earlier": _outside(shown.hi, shown.hi <= begin, last=True),
        "later": _outside(shown.lo, shown.lo >= end, last=False),
        "zone": city(wanted.zone),
        "selected": _selected(shown, everything, wanted.selected, begin, end),
        "gaps": gaps(shown, begin, end),
        "words": wording.days(_day(begin), _day(end - 1)),
    }


def _outside(ends: np.ndarray, where: np.ndarray, *, last: bool) -> list[int]:
    """How many events lie on one side of the window, and where the nearest is."""
    there = ends[where]
    return [len(there), int(there.max() if last else there.min())] if len(there) else [0, 0]


def _selected(
    shown: Marks, everything: Marks, event_id: str | None, begin: float, end: float
) -> dict[str, Any] | None:
    """Where the open event begins, whether the filters hide it, and which come before and after it.

    Before and after one that is in view are those beyond the window: the strip has the others.
    """
    if not event_id:
        return None
    at = shown.position(event_id)
    among, place = (everything, everything.position(event_id)) if at is None else (shown, at)
    if place is None:
        return {"id": event_id, "at": None}
    lo, hi = int(among.lo[place]), int(among.hi[place])
    if at is not None and lo < end and hi > begin:
        before, after = shown.hi <= begin, shown.lo >= end
    else:
        alike = (shown.lo == lo) & (shown.hi == hi)
        numbers = np.arange(len(shown))
        before = (shown.lo < lo) | (shown.lo == lo) & (shown.hi < hi) | alike & (numbers < (at or 0))
        after = ~before & (numbers != at)
    return {
        "id": event_id,
        "at": lo,
        "hidden": at is None,
        "before": _nearest(shown, before, last=True),
        "after": _nearest(shown, after, last=False),
    }


def _nearest(shown: Marks, where: np.ndarray, *, last: bool) -> dict[str, Any] | None:
    """The last or first of some events in the order of the strip."""
    among = np.flatnonzero(where)
    if not len(among):
        return None
    for ends in (shown.lo, shown.hi):
        among = among[ends[among] == (ends[among].max() if last else ends[among].min())]
    at = among[-1 if last else 0]
    return {"id": shown.ids[at], "at": int(shown.lo[at])}


def strip(shown: Marks, inside: np.ndarray, width: float) -> list[list[Any]]:
    """The events in view in time order, each as the list of what the browser shows of it."""
    if len(inside) > STRIP:
        inside = levels.heaviest(levels.weights(shown, width), inside, STRIP)
    ordered = inside[np.lexsort((shown.hi[inside], shown.lo[inside]))]
    rows = []
    for at in ordered.tolist():
        row = shown.row(at)
        lane = int(shown.lane[at])
        rows.append([
            row.id, row.title, *_said(row.dating, row.status), row.kind, row.precision, lane,
            row.status, int(row.sources), int(shown.colour[at]), shown.lanes[lane], int(shown.lo[at]),
            len(shown.others.get(at, ())), _source(*shown.source(at)), int(shown.reviewed(at)),
        ])  # fmt: skip
    return rows


def said_once(rows: list[list[Any]]) -> dict[str, Any]:
    """The rows with the words that many of them share as numbers: a fifth less to send and to read."""
    words: dict[str, int] = {}
    for row in rows:
        for at in SHARED:
            row[at] = words.setdefault(row[at], len(words))
    return {"rows": rows, "shared": SHARED, "words": list(words)}


@lru_cache(maxsize=50_000)
def _said(dating: Dating, status: str) -> tuple[str, str]:
    """A date for the eye and for the ear; most are asked for again at the next zoom."""
    return wording.label(dating.when), wording.spoken(dating.when, status)


@lru_cache(maxsize=10_000)
def _source(publisher: str, published: str) -> str:
    """Who told it when, as paper says it."""
    return source({"publisher": publisher, "published": published}, title=False)


def minimap(shown: Marks, span: tuple[float, float]) -> dict[str, Any]:
    """How many events lie in each of some hundred equal stretches of `span`."""
    begin, end = span
    weeks = max(round((end - begin) / BARS / (7 * DAY)), 1)
    step = weeks * 7 * DAY
    inside = shown.middle[(shown.middle >= begin) & (shown.middle < end)]
    counts = np.bincount(((inside - begin) // step).astype(int), minlength=int((end - begin) // step) + 1)
    return {"begin": begin, "end": end, "step": step, "counts": counts.tolist()}


def _day(instant: float) -> date:
    return date.fromordinal(date(1970, 1, 1).toordinal() + int(instant // DAY))
