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
"""Events a lane at the levels 0 and 1, where there are as many lanes as kinds have; fewer share as many."""
USUAL = 6
"""Lanes for which these numbers are made."""
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
    among = np.flatnonzero(inside)
    if number < len(PER_LANE):
        each = PER_LANE[number] * max(USUAL, len(marks.lanes)) // max(len(marks.lanes), 1)
        lanes = (among[marks.lane[among] == lane] for lane in range(len(marks.lanes)))
        best = [heaviest(weight, lane, each) for lane in lanes]
        drawn = heaviest(weight, np.concatenate(best), BUDGET - 2 * FLANK)
    else:
        drawn = heaviest(weight, among, BUDGET - 2 * FLANK)
    half = width / 2
    left = heaviest(weight, np.flatnonzero(marks.inside(begin - half, begin) & ~inside), FLANK)
    right = heaviest(weight, np.flatnonzero(marks.inside(end, end + half) & ~inside), FLANK)
    inside[drawn] = False
    return Detail(number, np.concatenate([drawn, left, right]), np.flatnonzero(inside), len(among))


def weights(marks: Marks, width: float) -> np.ndarray:
    """Importance in a window of this width: an event far vaguer than the window says little in it."""
    vaguer = np.maximum((marks.hi - marks.lo) / max(width, 1.0), 1.0)
    return np.asarray(marks.importance - np.log2(vaguer))


def heaviest(weight: np.ndarray, among: np.ndarray, count: int) -> np.ndarray:
    """The `count` weightiest of these positions, the weightiest first; the earlier of two alike."""
    if len(among) > count:
        least = np.partition(weight[among], len(among) - count)[len(among) - count]
        among = among[weight[among] >= least]
    return among[np.argsort(-weight[among], kind="stable")][:count]


def home(marks: Marks) -> tuple[float, float]:
    """The window to open with: nearly all events, without a few far outliers."""
    if len(marks) < 50:
        return widened(*marks.span())
    first, last = int(len(marks) * 0.03), int(len(marks) * 0.995) - 1
    middle = np.partition(marks.middle, (first, last))
    low, high = middle[first], middle[last]
    return widened(float(low), float(high))


def widened(begin: float, end: float) -> tuple[float, float]:
    """The stretch with a little room on either side."""
    spare = max((end - begin) * MARGIN, SHORTEST)
    return begin - spare, end + spare
