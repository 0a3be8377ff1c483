"""Level of detail: which events are drawn in a window, and which only counted. A pure function.

The wider the window, the fewer: decades show the eight weightiest of a lane over a ribbon of
density, days show all. What is not drawn is counted, so that nothing is hidden silently.
"""

from dataclasses import dataclass

import numpy as np

from timeline.marks import DAY, Marks

BUDGET = 600
"""Marks a picture: at this many a drag stays at 50 frames a second (plotly, SVG, no GPU)."""
FLANK = 60
"""Of them, those beyond each edge of the window, which a drag uncovers."""
YEAR = 365.25 * DAY
SPANS = (12 * YEAR, 2 * YEAR, 91 * DAY, 4 * DAY)
"""A longer window than these is at level 0 decades, 1 years, 2 months, 3 days; a shorter one at 4 hours."""
PER_LANE = (8, 20)
"""Events a lane at the levels 0 and 1."""
SHORTEST, MARGIN = 2 * 3_600_000, 0.02


@dataclass(frozen=True, slots=True)
class Detail:
    """What to draw: positions in the marks, the weightiest first; `counted` are in the window, undrawn."""

    level: int
    drawn: np.ndarray
    counted: np.ndarray
    inside: int


def level(begin: float, end: float) -> int:
    """The level of detail of a window: 0 decades, 1 years, 2 months, 3 days, 4 hours.

    >>> level(0, 30 * DAY)
    3
    """
    return next((number for number, span in enumerate(SPANS) if end - begin > span), len(SPANS))


def detail(marks: Marks, begin: float, end: float, keep: int | None = None) -> Detail:
    """The events to draw between two instants (milliseconds), weightiest first; `keep` is always drawn."""
    number, width = level(begin, end), end - begin
    weight = weights(marks, width)
    inside = marks.inside(begin, end)
    if keep is not None:
        weight[keep] = np.inf
    candidates = _heaviest(weight, np.flatnonzero(inside))
    if number < len(PER_LANE):
        candidates = _first_of_each(marks.lane[candidates], PER_LANE[number], candidates)
    drawn = candidates[: BUDGET - 2 * FLANK]
    half = width / 2
    left = _heaviest(weight, np.flatnonzero(marks.inside(begin - half, begin) & ~inside))
    right = _heaviest(weight, np.flatnonzero(marks.inside(end, end + half) & ~inside))
    counted = np.setdiff1d(np.flatnonzero(inside), drawn)
    return Detail(number, np.concatenate([drawn, left[:FLANK], right[:FLANK]]), counted, int(inside.sum()))


def weights(marks: Marks, width: float) -> np.ndarray:
    """Importance in a window of this width: an event far vaguer than the window says little in it."""
    vaguer = np.maximum((marks.hi - marks.lo) / max(width, 1.0), 1.0)
    return np.asarray(marks.importance - np.log2(vaguer))


def home(marks: Marks) -> tuple[float, float]:
    """The window to open with: nearly all events, without a few far outliers."""
    if len(marks) < 50:
        return widened(*marks.span())
    middle = np.sort((marks.lo + marks.hi) // 2)
    low, high = middle[int(len(middle) * 0.03)], middle[int(len(middle) * 0.995) - 1]
    return widened(float(low), float(high))


def widened(begin: float, end: float) -> tuple[float, float]:
    """The stretch with a little room on either side."""
    spare = max((end - begin) * MARGIN, SHORTEST)
    return begin - spare, end + spare


def _heaviest(weight: np.ndarray, among: np.ndarray) -> np.ndarray:
    if len(among) > BUDGET * 4:  # sort only what may be drawn
        among = among[np.argpartition(-weight[among], BUDGET * 4)[: BUDGET * 4]]
    return among[np.argsort(-weight[among], kind="stable")]


def _first_of_each(lane: np.ndarray, count: int, ordered: np.ndarray) -> np.ndarray:
    """The first `count` of each lane, order kept."""
    keep = np.zeros(len(ordered), dtype=bool)
    for one in np.unique(lane):
        keep[np.flatnonzero(lane == one)[:count]] = True
    return ordered[keep]
