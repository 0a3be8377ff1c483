"""Lanes: the events to draw at a scale in, each one's row, glyph and label out.

A lane has at most six rows, fewer where the picture has no height for them, more where a few lanes have it
to themselves; what finds no row is counted in the strip at the lane's foot.
"""

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TypeVar

import numpy as np

from timeline import glyphs, levels
from timeline.events.title_text import without_offices
from timeline.glyphs import Glyph
from timeline.labels import MOST, fitted, shorten
from timeline.marks import DAY, Marks
from timeline.packing import APART, Box, Place, pack, taken, text_width

ROW, PAD, STRIP, NAME = 24, 7, 18, 20
"""Heights in pixels: a row, the room above and below all rows, the strip of counts, a name."""
AIRY = 40
"""The height of a row where there is height to spare."""
ROWS, LABELS = 6, 250
_TOLD = ("title", "status", "precision", "shape", "approximate", "sources")
"""What is told of an event that its drawing depends on."""


Instant = TypeVar("Instant", float, np.ndarray)


@dataclass(frozen=True, slots=True)
class Scale:
    """Milliseconds ⇄ pixels from the view's left edge."""

    begin: float
    end: float
    width: float

    def pixels(self, instant: Instant) -> Instant:
        """Where an instant is, or each of many."""
        return (instant - self.begin) / (self.end - self.begin) * self.width

    def instant(self, pixels: float) -> int:
        """Which instant is there."""
        return round(self.begin + pixels / self.width * (self.end - self.begin))


@dataclass(frozen=True, slots=True)
class Item:
    """One event to be drawn: its position in the marks, its lane, glyph and label."""

    at: int
    lane: int
    glyph: Glyph
    title: str
    """All that the label could say."""
    label: str
    sources: int
    box: Box
    dates: int = 1
    """How many dates its sources give."""


@dataclass(slots=True)
class Lane:
    """One lane with what goes into it; heights in pixels, `top` counted from the first lane's top."""

    number: int
    items: list[Item]
    strip: int
    name: int
    places: list[Place] = field(default_factory=list)
    rows: int = 0
    row: float = ROW
    """The height of a row."""
    spare: float = 0.0
    top: float = 0.0

    @property
    def height(self) -> float:
        """All of it."""
        return self.name + 2 * PAD + max(self.rows, 1) * self.row + self.strip + self.spare

    def centre(self, row: int) -> float:
        """The middle of a row."""
        return self.top + self.name + PAD + self.spare / 2 + (row + 0.5) * self.row


def lay_out(
    shown: Marks, chosen: levels.Detail, scale: Scale, *, height: float | None, named: bool
) -> list[Lane]:
    """The lanes from top to bottom, in `height` pixels if given; `named`: names on lines of their own."""
    drawn = items(shown, chosen.drawn, scale, chosen.level)
    most = _most_rows(height, len(shown.lanes), NAME if named else 0)
    ribbon = chosen.level < len(levels.PER_LANE)
    counted = set(np.flatnonzero(np.bincount(shown.lane[chosen.counted])).tolist())
    lanes = []
    for number in range(len(shown.lanes)):
        inside = [item for item in drawn if item.lane == number]
        lane = Lane(number, inside, STRIP if ribbon or number in counted else 0, NAME if named else 0)
        _pack(lane, most, scale.width, LABELS // len(shown.lanes))
        lanes.append(lane)
    if height is not None:
        _fit(lanes, height, scale.width)
    for lane in lanes:
        _lengthen(lane, scale.width)
    top = 0.0
    for lane in lanes:
        lane.top = top
        top += lane.height
    return lanes


def _most_rows(height: float | None, lanes: int, name: int) -> int:
    """How many rows a lane may have: all that fit where each has its share of the height."""
    if height is None or not lanes:
        return ROWS
    return max(ROWS, int((height / lanes - name - 2 * PAD - STRIP) / ROW))


def rooms(lane: Lane, width: float) -> list[tuple[float, float]]:
    """For each item with an open end from where to where its row is free, to a window beyond the view.

    An open end out of view leads nowhere: else lines would cross the view whose bars are not in it.
    """
    rows: dict[int | None, list[tuple[float, float]]] = {}
    for item, place in zip(lane.items, lane.places, strict=True):
        rows.setdefault(place.row, []).append(taken(item.box, place))
    found = []
    for item, place in zip(lane.items, lane.places, strict=True):
        lo, _, _, hi = item.glyph.points
        left, right = lo, hi
        if item.glyph.form == "since" and hi > 0 and place.side != "right":
            begins = (x0 for x0, _ in rows[place.row] if x0 > hi)
            right = min(begins, default=2 * width + APART) - APART
        elif item.glyph.form == "until" and lo < width and place.side != "left":
            ends = (x1 for _, x1 in rows[place.row] if x1 < lo)
            left = max(ends, default=-width - APART) + APART
        found.append((left, right))
    return found


def items(shown: Marks, drawn: np.ndarray, scale: Scale, level: int) -> list[Item]:
    """The events at these positions of `shown`, as they are drawn at a scale and level of detail."""
    low, high = -scale.width, 2 * scale.width
    ends = np.array([points[drawn] for points in (shown.lo, shown.a1, shown.b0, shown.hi)], dtype=float)
    points = scale.pixels(ends).clip(low, high)
    days = (shown.hi[drawn] - shown.lo[drawn] <= DAY).tolist()
    told = [shown.words[name][drawn].tolist() for name in _TOLD]
    numbers = (drawn.tolist(), shown.lane[drawn].tolist(), shown.colour[drawn].tolist())
    found, unreviewed = [], shown.left_to_review(drawn)
    columns = zip(*numbers, zip(*points.tolist(), strict=True), days, *told, strict=True)
    for at, lane, colour, four, short, title, status, precision, shape, approximate, sources in columns:
        day = short and shape == "within" and precision == "day" and not approximate
        glyph = glyphs.glyph(
            four, colour, precision=precision, shape=shape, status=status, approximate=approximate,
            a_day=day and level < len(levels.SPANS),
        )  # fmt: skip
        others = tuple(min(max(scale.pixels(x), low), high) for x in shown.others.get(at, ()))
        if others or at in unreviewed:
            glyph = replace(glyph, others=others, ringed=at in unreviewed)
        dates = 1 + len(others)
        whole, text, wide = _worded(title, bool(approximate))
        wide += text_width(f" ×{sources}", 10) + 3 if sources > 1 else 0
        wide += text_width(f" {dates} dates", 10) + 3 if others else 0
        box = Box(*glyph.extent, wide, above=glyph.form != "point")
        found.append(Item(at, lane, glyph, whole, text, sources, box, dates))
    return found


@lru_cache(maxsize=20_000)
def _worded(title: str, approximate: bool) -> tuple[str, str, float]:
    """All that a label could say, what it is packed with and how wide that is; the next zoom asks again."""
    whole = ("~" if approximate else "") + without_offices(title)
    text = shorten(whole)
    return whole, text, text_width(text)


def _pack(lane: Lane, rows: int, width: float, labels: int) -> None:
    lane.places = pack([item.box for item in lane.items], rows, width, labels)
    lane.rows = max((place.row + 1 for place in lane.places if place.row is not None), default=0)
    if lane.strip == 0 and any(place.row is None for place in lane.places):
        lane.strip = STRIP


def _lengthen(lane: Lane, width: float) -> None:
    """Let labels that were cut take what room is left in their rows of the view."""

    def ends(at: int) -> tuple[float, float]:
        return taken(lane.items[at].box, lane.places[at])

    rows: dict[int, list[int]] = {}
    for at, place in enumerate(lane.places):
        if place.row is not None:
            rows.setdefault(place.row, []).append(at)
    for inside in rows.values():
        inside.sort(key=ends)
        for number, at in enumerate(inside):
            low = max([0.0, *(ends(one)[1] + APART for one in inside[number - 1 : number])])
            high = min([width, *(ends(one)[0] - APART for one in inside[number + 1 : number + 2])])
            lane.items[at], lane.places[at] = _lengthened(lane.items[at], lane.places[at], low, high)


def _lengthened(item: Item, place: Place, low: float, high: float) -> tuple[Item, Place]:
    """An item with its label as long as there is room between two pixels; one out of view stays there."""
    end = place.label_x + item.box.label
    inside = low <= place.label_x and end <= high
    if item.label == item.title or not place.side or not inside:
        return item, place
    room = end - low if place.side == "left" else high - place.label_x
    text = fitted(item.title, room - (item.box.label - text_width(item.label)))
    if not text:
        return item, place
    wide = item.box.label + text_width(text) - text_width(item.label)
    item = replace(item, label=text, box=replace(item.box, label=wide))
    return item, replace(place, label_x=end - wide) if place.side == "left" else place


def _fit(lanes: list[Lane], height: float, width: float) -> None:
    """Take rows from the tallest lanes until all fit; what is left over goes to cut labels, and to all."""
    allowed = {lane.number: max(lane.rows, 1) for lane in lanes}
    fewer = set()
    while sum(lane.height for lane in lanes) > height and max(allowed.values(), default=1) > 1:
        tallest = max(lanes, key=lambda lane: allowed[lane.number])
        allowed[tallest.number] -= 1
        fewer.add(tallest.number)
        tallest.rows, tallest.strip = allowed[tallest.number], STRIP
    for lane in lanes:
        if lane.number in fewer:
            _pack(lane, allowed[lane.number], width, LABELS // len(lanes))
    left = height - sum(lane.height for lane in lanes)
    for lane in lanes:
        left -= _reword(lane, int(left // ROW), width, LABELS // len(lanes))
    _spread(lanes, left)


def _reword(lane: Lane, rows: int, width: float, labels: int) -> float:
    """Give cut labels rows of their own where `rows` more are to be had; the height that they take."""
    wanted = [_with_all(item) for item in lane.items]
    if rows < 1 or wanted == lane.items or not all(place.side for place in lane.places):
        return 0.0
    places = pack([item.box for item in wanted], lane.rows + rows, width, labels)
    if not all(place.side for place in places):
        return 0.0
    before, lane.items, lane.places = lane.rows, wanted, places
    lane.rows = max(place.row + 1 for place in places if place.row is not None)
    return (lane.rows - before) * ROW


def _with_all(item: Item) -> Item:
    """The item with as much of its title as a label may have."""
    text = shorten(item.title, MOST)
    if text == item.label:
        return item
    box = item.box
    wide = box.label + text_width(text) - text_width(item.label)
    box = Box(box.x0, box.x1, wide, box.above)  # by name of what changes it would take five times as long
    return Item(item.at, item.lane, item.glyph, item.title, text, item.sources, box, item.dates)


def _spread(lanes: list[Lane], left: float) -> None:
    """Share out the height that is left: higher rows first, then room around them, so that all of it is used.

    However few events there are, what stands below the lanes stays where it is.
    """
    rows = sum(max(lane.rows, 1) for lane in lanes)
    if left <= 0 or not rows:
        return
    more = min(left / rows, AIRY - ROW)
    for lane in lanes:
        lane.row = ROW + more
        lane.spare = (left - more * rows) / len(lanes)
