"""Who did what with whom, and where: a frame of events in, counts of actors, pairs and places out.

Pure functions of the CSV's columns. An event with several actors counts for each pair of them, as in
event data of the PLOVER kind; the pair has no direction, for the columns do not tell who acted on whom.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations

import pandas as pd

MET = frozenset({"talks", "call", "visit", "agreement", "sanctions", "attack", "aid"})
"""Kinds that tell what two actors did."""
TOGETHER = 4
"""The actors of an event that are paired: the first, who are those that act."""


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor with its number of events, all and by kind, the most frequent kinds first."""

    name: str
    events: int
    kinds: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors, in the order of the alphabet, with the events that name both."""

    first: str
    second: str
    events: int
    kinds: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Located:
    """A place with its coordinates (degrees, WGS 84) and its number of events, all and by kind."""

    name: str
    latitude: float
    longitude: float
    events: int
    kinds: tuple[tuple[str, int], ...] = ()


def actors(frame: pd.DataFrame, most: int = 30) -> list[Actor]:
    """The actors of the events of `frame`, the most frequent first."""
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for names, kind in _rows(frame):
        for name in names:
            kinds[name][kind] += 1
    found = [Actor(name, sum(counts.values()), _ranked(counts)) for name, counts in kinds.items()]
    return sorted(found, key=lambda actor: (-actor.events, actor.name))[:most]


def pairs(frame: pd.DataFrame, most: int = 40) -> list[Pair]:
    """The pairs of actors that an event of a kind of MET names together, the most frequent first."""
    kinds: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for names, kind in _rows(frame):
        if kind in MET:
            for first, second in combinations(sorted(names[:TOGETHER]), 2):
                kinds[first, second][kind] += 1
    found = [Pair(*names, sum(counts.values()), _ranked(counts)) for names, counts in kinds.items()]
    return sorted(found, key=lambda pair: (-pair.events, pair.first, pair.second))[:most]


def places(frame: pd.DataFrame) -> tuple[list[Located], int]:
    """The places with coordinates, the most frequent first, and how many events have none."""
    placed = frame.dropna(subset=["place", "latitude", "longitude"])
    counted = placed.groupby("place", sort=False).agg(
        latitude=("latitude", "first"), longitude=("longitude", "first"), kinds=("kind", Counter)
    )
    found = [
        Located(str(name), latitude, longitude, sum(kinds.values()), _ranked(kinds))
        for name, latitude, longitude, kinds in counted.itertuples()
    ]
    return sorted(found, key=lambda place: (-place.events, place.name)), len(frame) - len(placed)


def _rows(frame: pd.DataFrame) -> list[tuple[list[str], str]]:
    told = zip(frame["actors"].tolist(), frame["kind"].tolist(), strict=True)
    return [(_names(cell), str(kind)) for cell, kind in told]


def _names(cell: object) -> list[str]:
    if isinstance(cell, str):
        return list(dict.fromkeys(name for part in cell.split(";") if (name := part.strip())))
    return list(dict.fromkeys(cell)) if isinstance(cell, (list, tuple)) else []


def _ranked(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
