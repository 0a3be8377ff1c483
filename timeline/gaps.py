"""Stretches of a window in which nothing is told: a gap in what was reported, not in the world."""

from typing import NamedTuple

import numpy as np

from timeline.marks import DAY, Marks

LEAST = 0.2
"""The share of the window from which a gap is worth a word."""


class Gap(NamedTuple):
    """From when to when (milliseconds), and how long in words."""

    begin: int
    end: int
    words: str


def gaps(shown: Marks, begin: float, end: float) -> list[Gap]:
    """The gaps between two instants that have events before and after them, in order."""
    near = np.flatnonzero((shown.lo < end) & (shown.hi > begin))
    before, after = shown.hi[shown.hi <= begin], shown.lo[shown.lo >= end]
    starts, ends = shown.lo[near], shown.hi[near]
    order = np.argsort(starts, kind="stable")
    reached = np.maximum.accumulate(
        np.concatenate([before.max(initial=-(2**62), keepdims=True), ends[order]])
    )
    following = np.concatenate([starts[order], after.min(initial=2**62, keepdims=True)])
    out = []
    for last, first in zip(reached.tolist(), following.tolist(), strict=True):
        seen = min(first, end) - max(last, begin)
        if seen >= LEAST * (end - begin) and last > -(2**62) and first < 2**62:
            out.append(Gap(last, first, _length(first - last)))
    return out


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
