"""The events in memory: a filter in, what is drawn and counted of them out.

A version of the store is read once, as columns; after that a filter is the list of positions that
pass it, so that a hundred thousand events are filtered and counted between two keystrokes.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd

from dashboard.state import Wanted
from timeline.marks import COLUMNS, By, Marks, marks
from timeline.store import Filter, Store
from timeline.store.counting import ranked

FACETS = {
    "kinds": "kind",
    "statuses": "status",
    "precisions": "precision",
    "places": "place",
    "reviews": "review",
}
"""What is counted, each with its column."""
NAMED = {"actors": "actor", "publishers": "publisher", "tags": "tag"}
"""What is counted of the names that an event has several of, each with its role."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A name for each number of `codes`, and at which position each is."""

    names: np.ndarray
    codes: np.ndarray
    positions: np.ndarray

    def counts(self, passing: np.ndarray) -> dict[str, int]:
        """How often each name is at the positions that pass (booleans), the most frequent first."""
        found = np.bincount(self.codes[passing[self.positions]], minlength=len(self.names))
        pairs = zip(self.names.tolist(), found.tolist(), strict=True)
        return dict(sorted((pair for pair in pairs if pair[1]), key=lambda pair: (-pair[1], pair[0])))


@dataclass(frozen=True, slots=True)
class Everything:
    """All events of one version of the store that are not rejected, and how many are."""

    version: int
    marks: Marks
    facets: dict[str, Facet]
    rejected: int
    published: tuple[str, str] | None


class Memory:
    """The events of a store, kept until it changes."""

    def __init__(self, store: Store) -> None:
        self._store, self._lock = store, Lock()
        self._kept: Everything | None = None
        self._passing = lru_cache(maxsize=16)(self._find)
        self._drawn = lru_cache(maxsize=8)(self._draw)
        self._counted = lru_cache(maxsize=8)(lambda _version, chosen: store.facets(chosen))
        self._told_then = lru_cache(maxsize=4)(self._find_then)

    def everything(self) -> Everything:
        """All events as they are now."""
        version = self._store.data_version()
        with self._lock:  # one thread reads, the others wait for what it has read
            if self._kept is None or self._kept.version != version:
                self._kept = _read(self._store, version)
            return self._kept

    def marks(self, chosen: Filter, by: By, zone: ZoneInfo | None = None) -> Marks:
        """The events of a filter as they are drawn, clock times in a zone or as they were told."""
        return self._drawn(self.everything().version, chosen, by, zone)

    def in_window(self, wanted: Wanted) -> Filter:
        """The filter with the window as the drawing has it: to the minute, clock times in the reader's zone.

        What the days of the window have besides is left out by its ids; there is little of it.
        """
        days = wanted.in_window()
        if wanted.begin is None or wanted.end is None:
            return days
        everything, shown = self.everything(), self.marks(wanted.filter, "kind", wanted.zone)
        around = replace(days, begin=_moved(days.begin, -1), end=_moved(days.end, 1))  # a zone moves some
        inside = everything.marks.ids.get_indexer(shown.ids[shown.inside(wanted.begin, wanted.end)])
        beside = np.setdiff1d(self._passing(everything.version, around), inside)
        return replace(around, without_ids=tuple(everything.marks.ids[beside]))

    def counts(self, facet: str, chosen: Filter) -> dict[str, int]:
        """How many events of a filter each name of a facet (`kinds`, `actors` …) has, the most first."""
        everything = self.everything()
        if "rejected" in chosen.reviews:
            return self._counted(everything.version, chosen)[facet]
        passing = np.zeros(len(everything.marks), dtype=bool)
        retold: dict[str, int] = {}
        if chosen.known_by:
            _, at = self._told_then(everything.version, chosen)
            passing[at[at < len(passing)]] = True
            retold = self._counted(everything.version, replace(chosen, retold=True))[facet]
        else:
            passing[self._passing(everything.version, chosen)] = True
        found = ranked([everything.facets[facet].counts(passing).items(), retold.items()])
        found.pop("rejected", None)
        if facet == "reviews" and everything.rejected and not chosen.reviews:
            rejected = self._store.count(replace(chosen, reviews=("rejected",)))
            found |= {"rejected": rejected} if rejected else {}
        return found

    def unreviewed(self) -> int:
        """How many events no reader has said anything of; asked of the store where that has changed."""
        kept = self._kept
        if kept is None or kept.version != self._store.data_version():
            return self._store.count(reviews=("new",))
        return kept.facets["reviews"].counts(np.ones(len(kept.marks), dtype=bool)).get("new", 0)

    def _find(self, _version: int, chosen: Filter) -> np.ndarray:
        everything = self.everything().marks
        if chosen == Filter():
            return np.arange(len(everything))
        found = everything.ids.get_indexer(pd.Index(self._store.ids(chosen), dtype=object))
        return np.sort(found[found >= 0])

    def _find_then(self, _version: int, chosen: Filter) -> tuple[Marks, np.ndarray]:
        """All events, then those that were told otherwise on a day; and where in these are those known then.

        Of a hundred thousand few were told again: only those few are read, all others are as they are today.
        """
        everything, again = self.everything().marks, replace(chosen, retold=True)
        ids = pd.Index(self._store.ids(chosen), dtype=object)
        retold = marks(self._store.events(again), "kind", self._store.conflicts(again))
        at, then = everything.ids.get_indexer(ids), retold.ids.get_indexer(ids)
        at = np.where(then >= 0, len(everything) + then, at)
        return everything.followed_by(retold) if len(retold) else everything, at[at >= 0]

    def _draw(self, version: int, chosen: Filter, by: By, zone: ZoneInfo | None) -> Marks:
        shown = self._in_lanes(version, chosen, by)
        return shown.in_zone(zone) if zone else shown

    def _in_lanes(self, version: int, chosen: Filter, by: By) -> Marks:
        if "rejected" in chosen.reviews:
            return marks(self._store.events(chosen), by, self._store.conflicts(chosen))
        if chosen.known_by:
            told, at = self._told_then(version, chosen)
            return told.only(at, by)
        everything = self.everything().marks
        if chosen == Filter() and by == "kind":
            return everything
        return everything.only(self._passing(version, chosen), by)


_MEMORIES: WeakKeyDictionary[Store, Memory] = WeakKeyDictionary()


def memory_of(store: Store) -> Memory:
    """The memory that all views of a store share."""
    return _MEMORIES.setdefault(store, Memory(store))


def _moved(day: Any, by: int) -> date:
    """The day before or after, as far as the calendar goes."""
    return date.fromordinal(min(max(day.toordinal() + by, 1), date.max.toordinal()))


def _read(store: Store, version: int) -> Everything:
    columns = store.columns(COLUMNS)
    ids = pd.Index(columns.pop("id"), dtype=object, name="id")
    frame = pd.DataFrame(columns, index=ids, dtype=object)
    every = marks(frame, conflicts=store.conflicts())
    at = range(len(ids))
    facets = {name: _facet(at, frame[column]) for name, column in FACETS.items()}
    for name, role in NAMED.items():
        pairs = store.named(role)
        found = ids.get_indexer(pd.Index([key for key, _ in pairs], dtype=object))
        facets[name] = _facet(found, [called for _, called in pairs])
    rejected = store.count(reviews=("rejected",))
    return Everything(version, every, facets, rejected, store.publication_days())


def _facet(positions: Iterable[int], values: Iterable[str | None]) -> Facet:
    codes, names = pd.factorize(np.array(list(values), dtype=object))
    place = np.fromiter(positions, dtype=np.int64, count=len(codes))
    known = (codes >= 0) & (place >= 0)
    return Facet(np.asarray(names, dtype=object), codes[known], place[known])
