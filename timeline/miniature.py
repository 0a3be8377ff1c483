"""One event on a short axis of its own: its marks at a scale of its own, for a card.

The marks are those of the timeline (`glyphs`), so that one drawing means one thing everywhere.
Positions are pixels of a drawing WIDTH wide and HEIGHT high; the axis is its lower edge.
"""

from typing import Any

import numpy as np

from timeline import axis, glyphs, wording
from timeline.glyphs import Ink, Path
from timeline.lanes import Scale, items
from timeline.marks import DAY, Marks, day_of_instant

WIDTH, HEIGHT = 320, 30
MIDDLE = 14.0
"""Where the marks are."""
ROOM = 0.4
"""Empty axis on each side of what is drawn, as a share of it."""
LEAST = 14 * DAY
"""The same, at least; of a clock time half a day."""
MOST = 3.5
"""The same for a stretch, at most: it is to be seen as one."""
LABEL = 44
"""Pixels from a tick's word to an edge of the drawing, at least."""


def miniature(shown: Marks, at: int) -> dict[str, Any]:
    """The event at a position of `shown`, as `strokes`, `symbols` and `ticks` for a browser to draw.

    `strokes` are (how, SVG path), how being soft, solid, dashed, dotted, joins or struck; `symbols` are
    (x, y, symbol, hollow); `ticks` are (share of the width, words); `said` tells the same in a sentence.
    """
    scale = _scale(shown, at)
    ink = Ink()
    (one,) = items(shown, np.array([at]), scale, level=0)  # a day is a day at every scale here
    glyphs.draw(ink, one.glyph, MIDDLE, slim=False)
    return {"size": (WIDTH, HEIGHT), **drawing(ink), "ticks": _ticks(scale), "said": ends(shown, at)}


def drawing(ink: Ink) -> dict[str, Any]:
    """What is on paper as the `strokes` and `symbols` of a drawing."""
    strokes = [
        (how, line)
        for how in ("soft", "solid", "joins", "dashed", "dotted")
        for path in getattr(ink, how).values()
        for line in _lines(path)
    ]
    strokes += [("struck", line) for line in _lines(ink.struck)]
    symbols = [(round(x, 1), y, glyph.symbol, glyph.hollow) for x, y, glyph in ink.symbols]
    return {"strokes": strokes, "symbols": symbols}


def ends(shown: Marks, at: int) -> str:
    """How early and how late the event may have begun and ended, in a sentence; "" of a day."""
    lo, a1, b0, hi = (float(ends[at]) for ends in (shown.lo, shown.a1, shown.b0, shown.hi))
    begins = _between(lo, a1 - 1) if a1 - lo > DAY else f"on {_day(lo)}"
    ended = _between(b0, hi - 1) if hi - b0 > DAY else f"on {_day(hi - 1)}"
    match shown.row(at).shape:
        case "since":
            return f"Begins {begins}; still going on {_day(hi - 1)}, its end open."
        case "until":
            return f"Ends {ended}; its beginning open."
        case "throughout":
            return f"Begins {begins}; ends {ended}."
        case _:
            return f"Earliest {_day(lo)}, latest {_day(hi - 1)}." if hi - lo > DAY else ""


def _scale(shown: Marks, at: int) -> Scale:
    others = shown.others.get(at, ())
    first, last = min((shown.lo[at], *others)), max((shown.hi[at], *others))
    least = DAY / 2 if shown.row(at).precision == "time" and not others else LEAST
    room = max((last - first) * ROOM, least)
    if shown.row(at).shape != "within" or last - first > DAY:
        room = min(room, (last - first) * MOST)
    return Scale(float(first - room), float(last + room), WIDTH)


def _ticks(scale: Scale) -> list[tuple[float, str]]:
    """The axis's ticks whose words have room; where there is none, the day in the middle."""
    found = zip(*axis.ticks(scale.begin, scale.end, WIDTH), strict=True)
    places = [(scale.pixels(instant), words.replace("<br>", ", ")) for instant, words in found]
    middle = day_of_instant(scale.instant(WIDTH / 2))
    shown = [(x, words) for x, words in places if LABEL <= x <= WIDTH - LABEL]
    return [(round(x / WIDTH, 4), words) for x, words in shown or [(WIDTH / 2, wording.days(middle, middle))]]


def _lines(path: Path) -> list[str]:
    """Each stroke of a path in SVG's letters."""
    found: list[str] = []
    corners: list[str] = []
    for x, y in zip(path.x, path.y, strict=True):
        if x is None or y is None:
            found.append("M" + "L".join(corners))
            corners = []
        else:
            corners.append(f"{x:.1f} {y:.1f}")
    return found


def _between(first: float, last: float) -> str:
    return f"between {_day(first)} and {_day(last)}"


def _day(instant: float) -> str:
    day = day_of_instant(instant)
    return wording.days(day, day, short=False)
