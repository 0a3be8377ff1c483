"""The sheet of paper: the marks of a view are put on it, and come off as Plotly's traces.

Heights are pixels, instants UTC milliseconds; the boxes of all marks are kept beside the traces.
"""

from html import escape
from typing import Any

import numpy as np

from timeline import glyphs, levels, wording
from timeline.glyphs import Ink, Path
from timeline.landmarks import with_room
from timeline.lanes import ROW, STRIP, Item, Lane, Scale, rooms
from timeline.marks import DAY, Marks, milliseconds
from timeline.packing import Place, taken, text_width
from timeline.palette import FAINT, LANE_ORDER, SOFT, THEMES, Theme, faded
from timeline.view import CHIP, NARROWEST, View, band


class Sheet:
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

    def data(self) -> list[dict[str, Any]]:
        """The traces, from the back to the front; also finds `hits` and `chips`."""
        for lane in self.lanes:
            for item, place, room in zip(lane.items, lane.places, rooms(lane, self.scale.width), strict=True):
                self._draw(lane, item, place, room)
        ribbons = [self._ribbon(lane) for lane in self.lanes if lane.strip and self.view.density]
        self._count()
        return [
            *self._landmarks(),
            *(ribbon for ribbon in ribbons if ribbon),
            *self._paths(),
            *self._selected(),
            self._symbols(),
            *self._struck(),
            self._texts(),
            self._chip_texts(),
        ]

    def has_density(self) -> bool:
        """Whether a ribbon of density says something here: more events than are drawn."""
        counts = self.chosen.level < len(levels.PER_LANE) or len(self.chosen.counted) > 0
        return counts and any(lane.strip for lane in self.lanes)

    def _draw(self, lane: Lane, item: Item, place: Place, room: tuple[float, float]) -> None:
        if place.row is None:
            self.unplaced.append(item.at)
            return
        centre = round(lane.centre(place.row), 1)
        slim = place.side == "above"
        y = centre + 7 if slim else centre
        glyphs.draw(self.ink, item.glyph, y, slim=slim, room=room)
        x0, x1 = taken(item.box, place)
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
        colour = self.lane_colour(lane)
        line = {"width": 0, "shape": "hv"}
        return _trace(path, fill="toself", fillcolor=faded(colour, FAINT), line=line)

    def lane_colour(self, lane: Lane) -> str:
        """The colour of a lane of kinds; other lanes have none of their own."""
        if self.view.lanes == "kind":
            return self.theme.lanes[LANE_ORDER.index(self.shown.lanes[lane.number])]
        return self.theme.muted

    def _count(self) -> None:
        """The chips: how many events of a stretch of a lane are not drawn."""
        hidden = np.concatenate([self.chosen.counted, np.array(self.unplaced, dtype=np.int64)])
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
        texts = [f"+{chip[5]}" for chip in self.chips]
        places = []
        for chip, text in zip(self.chips, texts, strict=True):
            half = text_width(text) / 2 + 2  # of a short chip at an edge the words would be cut
            middle = self.scale.pixels((chip[1] + chip[2]) / 2)
            places.append(self.scale.instant(min(max(middle, half), self.scale.width - half)))
        return {
            "type": "scatter",
            "mode": "text",
            "x": places,
            "y": [(chip[3] + chip[4]) / 2 for chip in self.chips],
            "text": texts,
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
        above = band(self.view)
        if not above:
            return []
        tall = sum(lane.height for lane in self.lanes)
        known = self.view.known_by or "9999"
        told = [one for one in self.view.landmarks if one.day.isoformat() <= known]
        places = [(self.scale.pixels(milliseconds(one.day)), one) for one in told]
        shown = with_room(places, self.scale.width)
        lines = Path()
        for x, _ in shown:
            lines.add((x, -above), (x, tall))
        texts = self._words([(x + 4, -above / 2, one.title, "middle right") for x, one in shown])
        line = {"width": 1, "color": self.theme.control, "dash": "1px,3px"}
        return [
            self._stroke(lines, line=line),
            {**texts, "textfont": {"size": 12, "color": self.theme.muted}},
        ]


def _trace(path: Path, **style: Any) -> dict[str, Any]:
    quiet = {"hoverinfo": "skip", "showlegend": False}
    return {"type": "scatter", "mode": "lines", "x": path.x, "y": path.y, **quiet, **style}
