"""Stretches of a window in which nothing is told: a gap in what was reported, not in the world."""

from typing import NamedTuple

import numpy as np

from timeline.marks import DAY, Marks

LEAST = 0.2
"""The share of the window from which a gap is worth a word."""
BINS = 100
"""Equal parts of the window that are looked at."""


class Gap(NamedTuple):
    """From when to when (milliseconds), and how long in words."""

    begin: int
    end: int
    words: str


def gaps(shown: Marks, begin: float, end: float) -> list[Gap]:
    """The gaps between two instants that have events before and after them, in order."""
    out = []
    for middle in _silences(shown, begin, end):
        before, after = shown.hi[shown.hi <= middle], shown.lo[shown.lo >= middle]
        if not len(before) or not len(after):
            continue
        last, first = int(before.max()), int(after.min())
        if min(first, end) - max(last, begin) >= LEAST * (end - begin):
            out.append(Gap(last, first, _length(first - last)))
    return out


def _silences(shown: Marks, begin: float, end: float) -> list[float]:
    """The middles of the longer runs of bins that no event touches; no sorting, so 100,000 take 3 ms."""
    step = (end - begin) / BINS
    starts = np.clip((shown.lo - begin) // step, 0, BINS).astype(np.int64)
    ends = np.clip(-((begin - shown.hi) // step), 0, BINS).astype(np.int64)
    opened, closed = (np.bincount(at, minlength=BINS + 1) for at in (starts, ends))
    empty = np.concatenate([[False], np.cumsum(opened - closed)[:BINS] == 0, [False]])
    edges = np.flatnonzero(empty[1:] != empty[:-1]).reshape(-1, 2)
    least = LEAST * BINS - 2  # an event may touch a sliver of a bin at either end
    return [begin + (a + b) / 2 * step for a, b in edges.tolist() if b - a >= least]


def _length(milliseconds: int) -> str:
    """A length in the unit that says it best.

    >>> _length(213 * DAY)
    '7 months'
    """
    days = milliseconds / DAY
    for unit, size in (("year", 365.25), ("month", 30.4375), ("week", 7.0), ("day", 1.0)):
        if days >= 2 * size:
            return f"{round(days / size)} {unit}s"
    return f"{max(round(days * 24), 1)} hours"
