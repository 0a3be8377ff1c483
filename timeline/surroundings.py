"""What stands around the marks: axis, stripes and names of the lanes, the line of what was known."""

from html import escape
from typing import Any

from timeline import axis, wording
from timeline.labels import shorten
from timeline.lanes import NAME, Lane
from timeline.marks import day_of
from timeline.packing import text_width
from timeline.sheet import Sheet
from timeline.view import BOTTOM, FONT, GUTTER, LANDMARKS_TO, RIGHT, band, gutter, known_instant, top

BOLD = 1.14
"""How much wider bold letters are."""
ASIDE = 8
"""Pixels between a lane's name and the picture."""


def layout(sheet: Sheet) -> dict[str, Any]:
    """Plotly's layout of a sheet whose data has been made; `meta` holds the boxes of all marks."""
    view, theme, left = sheet.view, sheet.theme, gutter(sheet.view)
    tall = sum(lane.height for lane in sheet.lanes)
    if not sheet.lanes and view.height:
        tall = view.height - top(view) - BOTTOM  # with nothing to draw the axis stays where it is
    values, words = axis.ticks(sheet.scale.begin, sheet.scale.end, sheet.scale.width)
    return {
        "width": view.width,
        "height": round(tall + top(view) + BOTTOM),
        "margin": {"l": left, "r": RIGHT, "t": top(view) - band(view), "b": BOTTOM},
        "paper_bgcolor": theme.background,
        "plot_bgcolor": theme.background,
        "font": {"family": FONT, "size": 12, "color": theme.ink},
        "showlegend": False,
        "dragmode": "pan",
        "hovermode": "closest" if view.hover else False,
        "hoverlabel": {"align": "left"},
        "xaxis": {
            "type": "linear",
            "range": [sheet.scale.begin, sheet.scale.end],
            "tickmode": "array",
            "tickvals": values,
            "ticktext": _uncut(values, words, sheet, left),
            "ticklabeloverflow": "allow",  # Plotly would measure all words anew in each frame of a drag
            "tickfont": {"color": theme.muted},
            "gridcolor": theme.grid,
            "zeroline": False,
            "showline": True,
            "linecolor": theme.grid,
        },
        "yaxis": {"range": [tall, -band(view)], "fixedrange": True, "visible": False},
        "shapes": _shapes(sheet, tall),
        "annotations": _names(sheet),
        "meta": {
            "window": [sheet.scale.begin, sheet.scale.end],
            "gutter": left,
            "right": RIGHT,
            "top": top(view),
            "level": sheet.chosen.level,
            "landmarks": sheet.chosen.level <= LANDMARKS_TO,
            "density": sheet.has_density(),
            "lanes": [[sheet.shown.lanes[one.number], round(one.top), round(one.height)]
                      for one in sheet.lanes],
            "hits": sheet.hits,
            "chips": sheet.chips,
        },
    }  # fmt: skip


def _uncut(values: list[int], words: list[str], sheet: Sheet, left: int) -> list[str]:
    """The words of the ticks but for those that the edge of the picture would cut."""
    scale = sheet.scale

    def fits(at: int, word: str) -> bool:
        x, half = (at - scale.begin) / (scale.end - scale.begin) * scale.width, text_width(word) / 2
        return not 0 <= x <= scale.width or (half - left <= x <= scale.width + RIGHT - half)

    return [word if fits(at, word) else "" for at, word in zip(values, words, strict=True)]


def _shapes(sheet: Sheet, tall: float) -> list[dict[str, Any]]:
    shapes: list[dict[str, Any]] = [
        {"type": "rect", "xref": "paper", "x0": 0, "x1": 1, "y0": lane.top, "y1": lane.top + lane.height,
         "fillcolor": sheet.theme.surface, "line": {"width": 0}, "layer": "below"}
        for lane in sheet.lanes[::2]
    ]  # fmt: skip
    if known := known_instant(sheet.view):
        line = {"color": sheet.theme.known, "width": 1.5, "dash": "6px,4px"}
        far = max(sheet.scale.end * 2 - sheet.scale.begin, known)
        shapes += [
            {"type": "rect", "x0": known, "x1": far, "y0": 0, "y1": tall,
             "fillcolor": sheet.theme.known_shade, "line": {"width": 0}, "layer": "below"},
            {"type": "line", "x0": known, "x1": known, "y0": 0, "y1": tall, "line": line},
        ]  # fmt: skip
    return shapes


def _names(sheet: Sheet) -> list[dict[str, Any]]:
    names = [_name(sheet, lane) for lane in sheet.lanes]
    if (known := known_instant(sheet.view)) and sheet.scale.begin <= known <= sheet.scale.end:
        day = day_of(sheet.view.known_by)
        words = f"◂ As known on {wording.days(day, day)}" if day else ""
        font = {"size": 12, "color": sheet.theme.known}
        right = (sheet.scale.end - known) / (sheet.scale.end - sheet.scale.begin) * sheet.scale.width > 180
        words = words if right else words.replace("◂ ", "") + " ▸"
        side = "left" if right else "right"
        above = {"x": known, "y": -band(sheet.view), "yanchor": "bottom", "xanchor": side}
        names.append({"text": words, **above, "showarrow": False, "font": font})
    return names


def _name(sheet: Sheet, lane: Lane) -> dict[str, Any]:
    name = sheet.shown.lanes[lane.number]
    square = ""
    if sheet.view.lanes == "kind":
        name = name.split()[0].strip(",")
        square = f' <span style="font-size:17px;color:{sheet.lane_colour(lane)}">■</span>'
    lines = in_lines(name, sheet.view.width if lane.name else GUTTER - ASIDE, 1 if lane.name else 2)
    text = f"<b>{'<br>'.join(escape(line, quote=False) for line in lines)}</b>{square}"
    place = {"xref": "paper", "x": 0, "showarrow": False, "text": text, "font": {"color": sheet.theme.ink}}
    if lane.name:
        return {**place, "xanchor": "left", "y": lane.top + NAME / 2, "yanchor": "middle"}
    return {
        **place,
        "xanchor": "right",
        "xshift": -ASIDE,
        "y": lane.top + lane.height / 2,
        "yanchor": "middle",
        "align": "right",
    }


def in_lines(name: str, room: float, most: int) -> list[str]:
    """A name in bold letters in at most so many lines of so many pixels, the last one cut where it must be.

    >>> in_lines("Volodymyr Zelenskyy", 96, 2)
    ['Volodymyr', 'Zelenskyy']
    """
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and len(lines) < most and text_width(longer) * BOLD > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return [_cut(line, room) for line in lines]


def _cut(line: str, room: float) -> str:
    letters = len(line)
    while letters > 1 and text_width(shorten(line, letters)) * BOLD > room:
        letters -= 1
    return shorten(line, letters)
