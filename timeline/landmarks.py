"""Landmarks: a few key dates that everyone places others by, drawn quietly over the lanes.

`data/landmarks.csv` holds them; of those in view, as many get their words as have room, the weightier first.
"""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache

from timeline.packing import text_width
from timeline.resources import data_folder

APART = 12
"""Pixels from the end of one landmark's words to the next landmark."""


@dataclass(frozen=True, slots=True)
class Landmark:
    """A day with a short title; `rank` 1 before 2 before 3 where there is no room for all."""

    day: date
    title: str
    rank: int


@cache
def landmarks() -> tuple[Landmark, ...]:
    """The landmarks that come with the program, in order."""
    with (data_folder() / "landmarks.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return tuple(Landmark(date.fromisoformat(r["date"]), r["title"], int(r["rank"])) for r in rows)


def with_room(places: list[tuple[float, Landmark]], width: float) -> list[tuple[float, Landmark]]:
    """Those whose words do not touch, of landmarks at some pixels from the left; none is cut off."""
    taken: list[tuple[float, float]] = []
    out = []
    for x, one in sorted(places, key=lambda pair: (pair[1].rank, pair[0])):
        end = x + text_width(one.title) + APART
        if x >= 0 and end <= width and all(end <= a or b <= x for a, b in taken):
            taken.append((x, end))
            out.append((x, one))
    return sorted(out, key=lambda pair: pair[0])
