"""Events as columns ready to be drawn: a frame of events in, `Marks` out.

Each event has the four points of SIMILE and Aeon Timeline, in UTC milliseconds: earliest start,
latest start, earliest end, latest end. Days are drawn as days of a floating calendar, so that no
time zone ever moves an event to another day; only a clock time of known zone is shown in another.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from typing import Any, Literal, NamedTuple
from zlib import crc32
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd

from timeline.calendar import days_since, days_until, granule
from timeline.events.kinds import LANES
from timeline.model import ClockTime, Precision, Shape, When
from timeline.palette import LANE_ORDER
from timeline.zones import shown_in

By = Literal["kind", "actor", "place", "none"]
DAY = 86_400_000
"""A day in milliseconds."""
LANES_BY_NAME = 7
"""Lanes for actors or places: the most frequent, then one for the rest."""
REST = "All others"
_EPOCH = date(1970, 1, 1)
_OPEN_LOW, _OPEN_HIGH = -(2**62), 2**62

# How much a kind of event weighs against a plain statement when there is no room for all.
_WEIGHT = {
    "attack": 1.0, "annexation": 1.5, "agreement": 1.2, "vote": 0.8, "election": 0.8, "military": 0.8,
    "mobilisation": 0.8, "sanctions": 0.8, "talks": 0.6, "protest": 0.6, "legal": 0.4, "visit": 0.4,
    "humanitarian": 0.4, "aid": 0.4, "call": 0.2,
}  # fmt: skip
_COARSE = {"time": 0.0, "day": 0.0, "week": 0.5, "month": 1.0}
_WORDS = ("title", "status", "kind", "precision", "shape", "approximate", "begin", "end", "time", "sources")
_NAMED = {"actor": "actors", "place": "place"}
_SOURCE = ("publisher", "published")
FEW = 0.25
"""The largest share of the marks in a view that are told apart as not reviewed."""
COLUMNS = (*_WORDS, *_NAMED.values(), *_SOURCE, "review", "mentions", "confidence")
"""The columns of a frame that are needed to draw it."""
_VAGUE = 2.0  # taken off for a quarter, a year and coarser


class Dating(NamedTuple):
    """The cells that say when."""

    precision: Precision
    shape: Shape
    approximate: bool
    begin: Any
    end: Any
    time: Any

    @property
    def when(self) -> When:
        """The days that are meant."""
        clock = time_of(self.time)
        return When(
            day_of(self.begin), day_of(self.end), self.precision, self.shape, bool(self.approximate), clock
        )


class Row(NamedTuple):
    """What is drawn or said of one event, besides its four points."""

    id: str
    title: str
    status: str
    kind: str
    precision: Precision
    shape: Shape
    approximate: bool
    begin: Any
    end: Any
    time: Any
    sources: int

    @property
    def dating(self) -> Dating:
        """The cells that say when."""
        return Dating(self.precision, self.shape, self.approximate, self.begin, self.end, self.time)

    @property
    def when(self) -> When:
        """The days that are meant."""
        return self.dating.when


@dataclass(frozen=True, slots=True)
class Marks:
    """One row an event: milliseconds, lane and colour numbers, importance; `words` by column."""

    ids: pd.Index
    words: dict[str, np.ndarray]
    lo: np.ndarray
    a1: np.ndarray
    b0: np.ndarray
    hi: np.ndarray
    middle: np.ndarray
    lane: np.ndarray
    colour: np.ndarray
    importance: np.ndarray
    lanes: tuple[str, ...]
    others: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """Middles of the days that other sources give, by position; only where they disagree."""

    def __len__(self) -> int:
        return len(self.lo)

    def row(self, at: int) -> Row:
        """The words of one event."""
        return Row(self.ids.values[at], *(self.words[name][at] for name in _WORDS))

    def source(self, at: int) -> tuple[str, str]:
        """The publisher of the article that dates an event, and the ISO day on which it was published."""
        publisher, published = (self.words[name][at] for name in _SOURCE)
        day = day_of(published)
        return publisher if isinstance(publisher, str) else "", day.isoformat() if day else ""

    def reviewed(self, at: int) -> bool:
        """Whether a reader has said that an event is right, or made it so."""
        return self.words["review"][at] in ("accepted", "edited")

    def left_to_review(self, drawn: np.ndarray) -> frozenset[int]:
        """Those of `drawn` that nobody has reviewed, where they are few: a ring round most tells nothing."""
        left = [at for at in drawn.tolist() if not self.reviewed(at)]
        return frozenset(left if len(left) <= FEW * len(drawn) else ())

    def position(self, event_id: str | None) -> int | None:
        """Where an event is in the columns; None where it is not."""
        try:
            at = self.ids.get_loc(event_id)  # to look up a list of one takes a millisecond
        except KeyError:
            return None
        return at if isinstance(at, int) else None  # each id is there once

    def only(self, chosen: np.ndarray, by: By) -> "Marks":
        """The events at these positions, in lanes of their own."""
        words = {name: column[chosen] for name, column in self.words.items()}
        colour = self.colour[chosen]
        names, lane = _lanes(words, by, colour)
        others = {}
        if self.others:
            others = {to: self.others[at] for to, at in enumerate(chosen.tolist()) if at in self.others}
        return Marks(
            self.ids[chosen], words, self.lo[chosen], self.a1[chosen], self.b0[chosen], self.hi[chosen],
            self.middle[chosen], lane, colour, self.importance[chosen], names, others,
        )  # fmt: skip

    def followed_by(self, more: "Marks") -> "Marks":
        """The events of both, for `only` to choose from; the lanes are the first one's."""
        words = {name: np.concatenate([column, more.words[name]]) for name, column in self.words.items()}
        both: dict[str, Any] = {
            name: np.concatenate([getattr(self, name), getattr(more, name)])
            for name in ("lo", "a1", "b0", "hi", "middle", "lane", "colour", "importance")
        }
        others = {**self.others, **{len(self) + at: days for at, days in more.others.items()}}
        return replace(self, ids=self.ids.append(more.ids), words=words, others=others, **both)

    def in_zone(self, zone: ZoneInfo) -> "Marks":
        """The same with clock times as the clocks of `zone` have them; days stay where they are."""
        timed = np.flatnonzero(self.words["precision"] == "time").tolist()
        shown = {at: shown_in(self.row(at).when, zone) for at in timed}
        words = self.words | {name: self.words[name].copy() for name in ("begin", "end", "time")}
        ends = [column.copy() for column in (self.lo, self.a1, self.b0, self.hi, self.middle)]
        for at, when in shown.items():
            if when.time is None or when.begin is None or when == self.row(at).when:
                continue
            words["begin"][at] = words["end"][at] = when.begin.isoformat()
            words["time"][at] = f"{when.time.iso} {when.time.zone}"
            start = milliseconds(when.begin) + _minute(when.time) * 60_000
            for column, value in zip(
                ends, (start, start + 60_000, start, start + 60_000, start), strict=True
            ):
                column[at] = value
        lo, a1, b0, hi, middle = ends
        return replace(self, words=words, lo=lo, a1=a1, b0=b0, hi=hi, middle=middle) if timed else self

    def inside(self, begin: float, end: float) -> np.ndarray:
        """Which events touch the window, as booleans."""
        return np.asarray((self.lo < end) & (self.hi > begin))

    def span(self) -> tuple[int, int]:
        """From the first start to the last end, in milliseconds; a year around now when there is nothing."""
        if not len(self):
            now = int(datetime.now(UTC).timestamp() * 1000)
            return now - 365 * DAY, now
        return int(self.lo.min()), int(self.hi.max())


def marks(
    frame: pd.DataFrame, by: By = "kind", conflicts: Mapping[str, Sequence[When]] | None = None
) -> Marks:
    """The events of `frame` (the CSV's columns, indexed by id) as columns to be drawn.

    `conflicts` are the dates that disagree with an event's own, as `store.conflicts` gives them.
    """
    lo, a1, b0, hi = _four_points(frame)
    group = np.array(
        [LANE_ORDER.index(LANES.get(kind, LANE_ORDER[-1])) for kind in frame["kind"]], dtype=np.int8
    )
    words = {
        name: frame[name].to_numpy(dtype=object) for name in (*_WORDS, *_NAMED.values(), *_SOURCE, "review")
    }
    words["sources"] = _numbers(frame["sources"], 1).astype(int).astype(object)
    names, lane = _lanes(words, by, group)
    told = conflicts or {}
    places = frame.index.get_indexer(pd.Index(list(told), dtype=object)).tolist()
    others = {
        at: tuple(_middle(when) for when in whens)
        for at, whens in zip(places, told.values(), strict=True)
        if at >= 0
    }
    middle = (lo + hi) // 2
    return Marks(frame.index, words, lo, a1, b0, hi, middle, lane, group, _importance(frame), names, others)


def day_of(value: Any) -> date | None:
    """A cell of `begin`, `end` or `published` as a day; None where it is empty."""
    if value is None or value is pd.NaT or value == "" or value != value:
        return None
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else date.fromisoformat(str(value)[:10])


def time_of(value: Any) -> ClockTime | None:
    """A cell of `time` ("18:26", "18:26-05:00", "18:26 EST") as a clock time; None where it is empty."""
    if not isinstance(value, str) or not value:
        return None
    clock, _, zone = value.partition(" ")
    return ClockTime(time.fromisoformat(clock), zone or None)


def milliseconds(day: date) -> int:
    """The first instant of `day`."""
    return (day - _EPOCH).days * DAY


def day_of_instant(instant: float) -> date:
    """The day in which an instant lies."""
    return date.fromordinal(_EPOCH.toordinal() + int(instant // DAY))


def _minute(clock: ClockTime) -> int:
    return clock.at.hour * 60 + clock.at.minute


def _middle(when: When) -> int:
    """The instant in the middle of the days that are meant; of an open stretch, its known end."""
    first, last = when.begin or when.end, when.end or when.begin
    assert first is not None
    assert last is not None
    return (milliseconds(first) + milliseconds(last) + DAY) // 2


def _four_points(frame: pd.DataFrame) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    begin, end, told = (_column(frame[name]) for name in ("begin", "end", "published"))
    lo, hi = begin.copy(), end + DAY
    a1, b0 = hi.copy(), lo.copy()  # within: no core
    shape = frame["shape"].to_numpy()
    lasting = shape == "throughout"
    a1[lasting], b0[lasting] = lo[lasting], hi[lasting]
    for at in np.flatnonzero((shape == "since") | (shape == "until")):
        _open(int(at), str(shape[at]), frame["precision"].iloc[at], (lo, a1, b0, hi), (begin, end, told))
    for at in np.flatnonzero(lasting & frame["approximate"].to_numpy(dtype=bool)):
        fuzz = _fuzz(frame["precision"].iloc[at], begin[at], end[at])
        a1[at], b0[at] = lo[at] + fuzz, hi[at] - fuzz
    for at in np.flatnonzero(frame["precision"].to_numpy() == "time"):
        if shape[at] == "within" and (clock := time_of(frame["time"].iloc[at])):
            lo[at] += _minute(clock) * 60_000
            hi[at] = a1[at] = lo[at] + 60_000
            b0[at] = lo[at]
    return lo, a1, b0, hi


def _open(
    at: int, shape: str, unit: Precision, points: tuple[np.ndarray, ...], days: tuple[np.ndarray, ...]
) -> None:
    """Its known end is somewhere in the granule; how far the other reaches, `timeline.calendar` says.

    What no dated article tells goes on until the last one of all.
    """
    lo, a1, b0, hi = points
    begin, end, told = days
    if shape == "since":
        known = told[at] if told[at] > _OPEN_LOW else told.max()
        start = day_of_instant(begin[at])
        first, last = granule(unit, start)
        _, until = days_since(unit, start, day_of_instant(known) if known > _OPEN_LOW else None)
        lo[at], hi[at] = begin[at], milliseconds(until) + DAY
        b0[at] = hi[at]
        a1[at] = min(milliseconds(last) + (DAY if first != last else 0), milliseconds(until))
    else:
        stop = day_of_instant(end[at])
        first, last = granule(unit, stop)
        hi[at], b0[at] = end[at] + DAY, milliseconds(first) + (0 if first != last else DAY)
        lo[at] = a1[at] = milliseconds(days_until(unit, stop)[0])


def _fuzz(unit: Precision, begin: int, end: int) -> int:
    first, last = granule(unit, day_of_instant(begin))
    whole = (last - first).days * DAY + DAY
    return min(whole if unit != "day" else DAY, (end - begin + DAY) // 3)


def _column(values: pd.Series) -> np.ndarray:
    """Days as milliseconds; an empty cell is far in the past."""
    if not pd.api.types.is_datetime64_any_dtype(values):
        days = [str(v)[:10] if v and v == v else "NaT" for v in values.to_numpy(dtype=object)]
        found = np.array(days, dtype="datetime64[D]").astype("datetime64[ms]")
    else:
        found = values.to_numpy().astype("datetime64[ms]")
    return np.where(np.isnat(found), _OPEN_LOW, found.astype(np.int64))


def _numbers(values: pd.Series, empty: float) -> np.ndarray:
    """The numbers of a column; an imported table may leave some empty."""
    return pd.to_numeric(values).fillna(empty).to_numpy(dtype=float)


def _lanes(words: dict[str, np.ndarray], by: By, group: np.ndarray) -> tuple[tuple[str, ...], np.ndarray]:
    if by == "kind":
        present = sorted(set(group.tolist()))
        return tuple(LANE_ORDER[at] for at in present), np.searchsorted(present, group).astype(np.int8)
    if by == "none":
        return ("All events",), np.zeros(len(group), dtype=np.int8)
    names = [_names(cell) for cell in words[_NAMED[by]]]
    counts = pd.Series([name for cell in names for name in cell], dtype=object).value_counts()
    frequent = list(counts.index[:LANES_BY_NAME])
    number = {name: at for at, name in enumerate(frequent)}
    lane = [next((number[name] for name in cell if name in number), len(frequent)) for cell in names]
    lanes = (*frequent, REST) if len(frequent) in lane else tuple(frequent)
    return lanes, np.array(lane, dtype=np.int8)


def _names(cell: Any) -> list[str]:
    if isinstance(cell, str):
        return [name for part in cell.split(";") if (name := part.strip())]
    return list(cell) if isinstance(cell, (list, tuple)) else []


def _importance(frame: pd.DataFrame) -> np.ndarray:
    """How much an event matters when there is no room for all: told by many, grave, exactly dated, sure."""
    sources, mentions = _numbers(frame["sources"], 1), _numbers(frame["mentions"], 1)
    kinds = frame["kind"].map(_WEIGHT).fillna(0.0).to_numpy(dtype=float)
    vague = frame["precision"].map(_COARSE).fillna(_VAGUE).to_numpy(dtype=float)
    happened = frame["status"].isin(["happened", "ongoing"]).to_numpy(dtype=float)
    sure = _numbers(frame["confidence"], 0.5)
    told = 3 * np.log2(np.maximum(sources, 1)) + np.log2(np.maximum(mentions, 1))
    # between two alike a lot decides, always the same one: else the earliest would crowd at the left
    lot = np.array([crc32(str(key).encode()) for key in frame.index], dtype=float) / 2**32 * 0.01
    return np.asarray(told + kinds + happened + sure - vague + lot)
