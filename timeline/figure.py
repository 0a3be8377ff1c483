"""The picture of a timeline: a frame of events and a view in, a Plotly figure out. A pure function.

Instants are UTC milliseconds and heights are pixels; no date text reaches Plotly, which would turn
"2014" into a day. `drawing` gives the same as a plain dict, with the boxes of all marks in
`layout.meta`, for a page that finds by itself what a pointer is on.
"""

from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from timeline import axis, glyphs, levels, wording
from timeline.glyphs import Ink, Path
from timeline.landmarks import Landmark, with_room
from timeline.lanes import NAME, ROW, STRIP, Item, Lane, Scale, lay_out, shorten
from timeline.marks import DAY, By, Marks, day_of, marks, milliseconds
from timeline.packing import Place
from timeline.palette import FAINT, LANE_ORDER, SOFT, THEMES, Theme, ThemeName, faded

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

FONT = (
    '"Segoe UI", "SF Pro Text", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif'
)
GUTTER, RIGHT, TOP, BOTTOM = 104, 12, 6, 34
PHONE = 640
"""Below this width lanes have their names on a line of their own."""
CHIP = 80
LINE = 18
LANDMARKS_TO = 2
"""The finest level of detail that shows landmarks: months."""
NARROWEST = 3
"""Pixels of one step of a ribbon, at least."""


@dataclass(frozen=True, slots=True)
class View:
    """What is looked at and how: the window in UTC milliseconds (None: all), sizes in pixels.

    `height` is the most that the picture may take (None: what it needs); `known_by` (ISO day) draws
    the line beyond which nothing was known; `selected` is an event's id; `landmarks` are drawn down to
    the level of months.
    """

    begin: float | None = None
    end: float | None = None
    lanes: By = "kind"
    theme: ThemeName = "light"
    width: int = 1200
    height: int | None = None
    known_by: str | None = None
    selected: str | None = None
    hover: bool = True
    landmarks: tuple[Landmark, ...] = ()


def figure(frame: pd.DataFrame, view: View | None = None) -> "Figure":
    """The events of `frame` (as `to_frame` gives them) drawn as `view` asks."""
    from plotly.graph_objects import Figure  # a second to import; the dashboard does without

    view = view or View()
    return Figure(drawing(marks(frame, view.lanes), view))


def drawing(shown: Marks, view: View) -> dict[str, Any]:
    """The figure as a plain dict of Plotly's `data` and `layout`."""
    begin, end = levels.home(shown) if view.begin is None or view.end is None else (view.begin, view.end)
    view = replace(view, begin=begin, end=end)
    keep = shown.position(view.selected)
    chosen = levels.detail(shown, begin, end, keep)
    scale = Scale(begin, end, max(view.width - _gutter(view) - RIGHT, 100))
    height = None if view.height is None else view.height - _top(view) - BOTTOM
    lanes = lay_out(shown, chosen, scale, height=height, named=_gutter(view) == 0)
    return _Sheet(shown, view, scale, chosen, lanes).figure()


def _gutter(view: View) -> int:
    return GUTTER if view.width >= PHONE else 0


def _top(view: View) -> int:
    return TOP + (LINE if view.known_by else 0) + _band(view)


def _band(view: View) -> int:
    """The height of the line of landmarks, which is inside the picture and so moves with it."""
    shown = view.landmarks and levels.level(view.begin or 0, view.end or 0) <= LANDMARKS_TO
    return LINE if shown else 0


class _Sheet:
    """The sheet of paper: everything that is placed goes on it, and comes off as a Plotly dict."""

    def __init__(
        self, shown: Marks, view: View, scale: Scale, chosen: levels.Detail, lanes: list[Lane]
    ) -> None:
        self.shown, self.view, self.scale, self.chosen, self.lanes = shown, view, scale, chosen, lanes
        self.theme: Theme = THEMES[view.theme]
        self.ink = Ink()
        self.labels: list[tuple[float, float, str, str]] = []
        self.hits: list[list[Any]] = []
        self.unplaced: list[int] = []
        self.chips: list[list[Any]] = []

    def figure(self) -> dict[str, Any]:
        for lane in self.lanes:
            for item, place in zip(lane.items, lane.places, strict=True):
                self._draw(lane, item, place)
        ribbons = [self._ribbon(lane) for lane in self.lanes if lane.strip]
        self._count()
        return {
            "data": [
                *self._landmarks(),
                *(ribbon for ribbon in ribbons if ribbon),
                *self._paths(),
                *self._selected(),
                self._symbols(),
                *self._struck(),
                self._texts(),
                self._chip_texts(),
            ],
            "layout": self._layout(),
        }

    def _draw(self, lane: Lane, item: Item, place: Place) -> None:
        if place.row is None:
            self.unplaced.append(item.at)
            return
        centre = round(lane.centre(place.row), 1)
        slim = place.side == "above"
        y = centre + 7 if slim else centre
        glyphs.draw(self.ink, item.glyph, y, slim=slim)
        x0, x1 = item.box.x0, item.box.x1
        if place.side:
            text = escape(item.label, quote=False)
            if item.glyph.dotted:
                text = f"<i>{text}</i>"
            if item.sources > 1:
                text += f' <span style="font-size:10px">×{item.sources}</span>'
            if item.dates > 1:
                text += f' <span style="font-size:10px;color:{self.theme.known}">{item.dates} dates</span>'
            if place.side == "left":
                self.labels.append((place.label_x + item.box.label, centre, text, "middle left"))
            else:
                self.labels.append((place.label_x, centre - 5 if slim else centre, text, "middle right"))
            x0, x1 = min(x0, place.label_x), max(x1, place.label_x + item.box.label)
        event_id = self.shown.ids.values[item.at]
        left, right, middle = (self.scale.instant(x) for x in (x0, x1, min(max(item.glyph.middle, x0), x1)))
        self.hits.append(
            [event_id, left, right, round(centre - ROW / 2), round(centre + ROW / 2), middle, round(y)]
        )

    def _ribbon(self, lane: Lane) -> dict[str, Any] | None:
        """The density of a lane: of all its events where only the weightiest are drawn, else of the rest."""
        days = (91.3125, 30.4375, 7, 1, 1)[self.chosen.level]
        span, middle = self.scale.end - self.scale.begin, self.shown.middle
        if self.chosen.level >= len(levels.PER_LANE):
            middle = middle[self.chosen.counted]
            middle = middle[self.shown.lane[self.chosen.counted] == lane.number]
        else:
            middle = middle[self.shown.lane == lane.number]
        middle = middle[(middle > self.scale.begin - span / 2) & (middle < self.scale.end + span / 2)]
        if not len(middle):
            return None
        step = max(days * DAY, span / self.scale.width * NARROWEST)
        bins = (middle // step).astype(np.int64)
        first = int(bins.min())
        counts = np.bincount(bins - first)
        base = lane.top + lane.height - 1
        heights = np.round(base - (STRIP - 3) * (counts / counts.max()) ** 0.5, 1)
        steps = np.flatnonzero(np.diff(heights, prepend=np.nan))
        edges = np.append(first + steps, first + len(counts)) * step
        # across to each edge, then up or down to the height of what follows
        x, y = edges.astype(np.int64).tolist(), [round(base, 1), *heights[steps].tolist(), round(base, 1)]
        path = Path([x[0], *x], y)
        colour = self._lane_colour(lane)
        line = {"width": 0, "shape": "hv"}
        return _trace(path, fill="toself", fillcolor=faded(colour, FAINT), line=line)

    def _lane_colour(self, lane: Lane) -> str:
        if self.view.lanes == "kind":
            return self.theme.lanes[LANE_ORDER.index(self.shown.lanes[lane.number])]
        return self.theme.muted

    def _count(self) -> None:
        """The chips: how many events of a stretch of a lane are not drawn."""
        hidden = np.union1d(self.chosen.counted, np.array(self.unplaced, dtype=np.int64)).astype(np.int64)
        middle = np.clip(self.shown.middle[hidden], self.scale.begin, self.scale.end - 1)
        step = (self.scale.end - self.scale.begin) / self.scale.width * CHIP
        for lane in self.lanes:
            among = middle[self.shown.lane[hidden] == lane.number]
            numbers, counts = np.unique((among // step).astype(np.int64), return_counts=True)
            for number, count in zip(numbers.tolist(), counts.tolist(), strict=True):
                x0, x1 = max(number * step, self.scale.begin), min((number + 1) * step, self.scale.end)
                y = lane.top + lane.height - STRIP / 2 - 1
                self.chips.append([lane.number, round(x0), round(x1), round(y - 9), round(y + 9), count])

    def _paths(self) -> list[dict[str, Any]]:
        ink, colours = self.ink, self.theme.lanes
        found = []
        for number, path in sorted(ink.soft.items()):
            found.append(
                self._stroke(path, fill="toself", fillcolor=faded(colours[number], SOFT), line={"width": 0})
            )
        for number, path in sorted(ink.solid.items()):
            line = {"width": 1.5, "color": colours[number], "simplify": False}
            found.append(self._stroke(path, fill="toself", fillcolor=colours[number], line=line))
        for number, path in sorted(ink.joins.items()):
            found.append(self._stroke(path, line={"width": 1, "color": colours[number], "simplify": False}))
        for paths, dash in ((ink.dashed, "5px,4px"), (ink.dotted, "2px,2px")):
            for number, path in sorted(paths.items()):
                line = {"width": 1.5, "color": colours[number], "dash": dash, "simplify": False}
                found.append(self._stroke(path, line=line))
        return found

    def _struck(self) -> list[dict[str, Any]]:
        line = {"width": 2, "color": self.theme.ink, "simplify": False}
        return [self._stroke(self.ink.struck, line=line)] if self.ink.struck.x else []

    def _stroke(self, path: Path, **style: Any) -> dict[str, Any]:
        return _trace(Path([None if x is None else self.scale.instant(x) for x in path.x], path.y), **style)

    def _symbols(self) -> dict[str, Any]:
        theme, symbols = self.theme, self.ink.symbols
        colours = [theme.lanes[glyph.colour] for _, _, glyph in symbols]
        trace = {
            "type": "scatter",
            "mode": "markers",
            "x": [self.scale.instant(x) for x, _, _ in symbols],
            "y": [y for _, y, _ in symbols],
            "marker": {
                "symbol": [glyph.symbol for _, _, glyph in symbols],
                "size": [10 if glyph.hollow or glyph.symbol != "circle" else 12 for _, _, glyph in symbols],
                "color": [theme.background if glyph.hollow else colour
                          for (_, _, glyph), colour in zip(symbols, colours, strict=True)],
                "line": {
                    "color": [colour if glyph.hollow else theme.background
                              for (_, _, glyph), colour in zip(symbols, colours, strict=True)],
                    "width": [2 if glyph.hollow else 1.5 for _, _, glyph in symbols],
                },
                "opacity": 1,
            },
            "showlegend": False,
            "hoverinfo": "skip",
        }  # fmt: skip
        return {**trace, **self._hover()} if self.view.hover else trace

    def _hover(self) -> dict[str, Any]:
        by_place = {(hit[5], hit[6]): self.shown.position(hit[0]) for hit in self.hits}
        texts = []
        for x, y, _ in self.ink.symbols:
            at = by_place.get((self.scale.instant(x), round(y)))
            row = None if at is None else self.shown.row(at)
            texts.append("" if row is None else
                         f"{escape(row.title)}<br>{wording.spoken(row.when, row.status)}")  # fmt: skip
        return {"text": texts, "hoverinfo": "text"}

    def _texts(self) -> dict[str, Any]:
        return self._words(self.labels)

    def _words(self, labels: list[tuple[float, float, str, str]]) -> dict[str, Any]:
        return {
            "type": "scatter",
            "mode": "text",
            "x": [self.scale.instant(x) for x, _, _, _ in labels],
            "y": [y for _, y, _, _ in labels],
            "text": [text for _, _, text, _ in labels],
            "textposition": [side for _, _, _, side in labels],
            "textfont": {"size": 12, "color": self.theme.ink},
            "hoverinfo": "skip",
            "showlegend": False,
        }

    def _chip_texts(self) -> dict[str, Any]:
        return {
            "type": "scatter",
            "mode": "text",
            "x": [(chip[1] + chip[2]) // 2 for chip in self.chips],
            "y": [(chip[3] + chip[4]) / 2 for chip in self.chips],
            "text": [f"+{chip[5]}" for chip in self.chips],
            "textfont": {"size": 12, "color": self.theme.muted},
            "hoverinfo": "skip",
            "showlegend": False,
        }

    def _selected(self) -> list[dict[str, Any]]:
        for hit in self.hits:
            if hit[0] == self.view.selected:
                ring = {"symbol": "circle-open", "size": 20, "color": self.theme.focus, "line": {"width": 2}}
                return [{"type": "scatter", "mode": "markers", "x": [hit[5]], "y": [hit[6]], "marker": ring,
                         "hoverinfo": "skip", "showlegend": False}]  # fmt: skip
        return []

    def _landmarks(self) -> list[dict[str, Any]]:
        band = _band(self.view)
        if not band:
            return []
        tall = sum(lane.height for lane in self.lanes)
        known = self.view.known_by or "9999"
        told = [one for one in self.view.landmarks if one.day.isoformat() <= known]
        places = [(self.scale.pixels(milliseconds(one.day)), one) for one in told]
        shown = with_room(places, self.scale.width)
        lines = Path()
        for x, _ in shown:
            lines.add((x, -band), (x, tall))
        texts = self._words([(x + 4, -band / 2, one.title, "middle right") for x, one in shown])
        line = {"width": 1, "color": self.theme.control, "dash": "1px,3px"}
        return [
            self._stroke(lines, line=line),
            {**texts, "textfont": {"size": 12, "color": self.theme.muted}},
        ]

    def _layout(self) -> dict[str, Any]:
        view, theme, gutter = self.view, self.theme, _gutter(self.view)
        tall = sum(lane.height for lane in self.lanes)
        values, words = axis.ticks(self.scale.begin, self.scale.end, self.scale.width)
        return {
            "width": view.width,
            "height": round(tall + _top(view) + BOTTOM),
            "margin": {"l": gutter, "r": RIGHT, "t": _top(view) - _band(view), "b": BOTTOM},
            "paper_bgcolor": theme.background,
            "plot_bgcolor": theme.background,
            "font": {"family": FONT, "size": 12, "color": theme.ink},
            "showlegend": False,
            "dragmode": "pan",
            "hovermode": "closest" if view.hover else False,
            "hoverlabel": {"align": "left"},
            "xaxis": {
                "type": "linear",
                "range": [self.scale.begin, self.scale.end],
                "tickmode": "array",
                "tickvals": values,
                "ticktext": words,
                "tickfont": {"color": theme.muted},
                "gridcolor": theme.grid,
                "zeroline": False,
                "showline": True,
                "linecolor": theme.grid,
            },
            "yaxis": {"range": [tall, -_band(view)], "fixedrange": True, "visible": False},
            "shapes": self._shapes(tall),
            "annotations": self._names(),
            "meta": {
                "window": [self.scale.begin, self.scale.end],
                "gutter": gutter,
                "right": RIGHT,
                "top": _top(view),
                "level": self.chosen.level,
                "lanes": [[self.shown.lanes[one.number], round(one.top), round(one.height)]
                          for one in self.lanes],
                "hits": self.hits,
                "chips": self.chips,
            },
        }  # fmt: skip

    def _shapes(self, tall: float) -> list[dict[str, Any]]:
        shapes: list[dict[str, Any]] = [
            {"type": "rect", "xref": "paper", "x0": 0, "x1": 1, "y0": lane.top, "y1": lane.top + lane.height,
             "fillcolor": self.theme.surface, "line": {"width": 0}, "layer": "below"}
            for lane in self.lanes[::2]
        ]  # fmt: skip
        if known := _known(self.view):
            line = {"color": self.theme.known, "width": 1.5, "dash": "6px,4px"}
            far = max(self.scale.end * 2 - self.scale.begin, known)
            shapes += [
                {"type": "rect", "x0": known, "x1": far, "y0": 0, "y1": tall,
                 "fillcolor": self.theme.known_shade, "line": {"width": 0}, "layer": "below"},
                {"type": "line", "x0": known, "x1": known, "y0": 0, "y1": tall, "line": line},
            ]  # fmt: skip
        return shapes

    def _names(self) -> list[dict[str, Any]]:
        names = [self._name(lane) for lane in self.lanes]
        if (known := _known(self.view)) and self.scale.begin <= known <= self.scale.end:
            day = day_of(self.view.known_by)
            words = f"◂ As known on {wording.days(day, day)}" if day else ""
            font = {"size": 12, "color": self.theme.known}
            right = (self.scale.end - known) / (self.scale.end - self.scale.begin) * self.scale.width > 180
            words = words if right else words.replace("◂ ", "") + " ▸"
            side = "left" if right else "right"
            above = {"x": known, "y": -_band(self.view), "yanchor": "bottom", "xanchor": side}
            names.append({"text": words, **above, "showarrow": False, "font": font})
        return names

    def _name(self, lane: Lane) -> dict[str, Any]:
        name = self.shown.lanes[lane.number]
        square = ""
        if self.view.lanes == "kind":
            name = name.split()[0].strip(",")
            square = f' <span style="font-size:17px;color:{self._lane_colour(lane)}">■</span>'
        text = f"<b>{escape(shorten(name, 15), quote=False)}</b>{square}"
        place = {"xref": "paper", "x": 0, "showarrow": False, "text": text, "font": {"color": self.theme.ink}}
        if lane.name:
            return {**place, "xanchor": "left", "y": lane.top + NAME / 2, "yanchor": "middle"}
        return {
            **place,
            "xanchor": "right",
            "xshift": -8,
            "y": lane.top + lane.height / 2,
            "yanchor": "middle",
        }


def _known(view: View) -> int | None:
    day = day_of(view.known_by)
    return milliseconds(day) + DAY if day else None


def _trace(path: Path, **style: Any) -> dict[str, Any]:
    quiet = {"hoverinfo": "skip", "showlegend": False}
    return {"type": "scatter", "mode": "lines", "x": path.x, "y": path.y, **quiet, **style}
