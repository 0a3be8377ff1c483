"""The marks: an event's four points and its status become polygons, lines and symbols.

day a disc · time a diamond · week and coarser a band with caps and a hollow ring · lasting a bar,
its unsure ends tapered · since and until a bar with an arrow head · planned and warned a dashed box
· hypothetical a dotted box · denied struck through · other sources' dates hollow marks, joined by a
zigzag · not reviewed among what is a dashed ring round it. Nothing depends on colour alone.
"""

from dataclasses import dataclass, field, replace
from math import cos, pi, sin
from typing import Literal

Form = Literal["point", "window", "bar", "since", "until", "box"]
Points = tuple[float, float, float, float]

NARROW = 12
"""Pixels below which a window or a bar is drawn as its point mark only."""
BEYOND = 48
"""Pixels of dotted line after what is known to have gone on, at least."""
RADIUS = 6
RING = 9
"""Pixels from a mark's middle to the ring round it."""
CORNERS = 12
"""Of a ring: enough to look round."""
TOOTH = 6
"""Pixels of a tooth of the line between dates that disagree."""
HEAD = 8
CAP = 0.75
"""Half the width of the line at the end of a window, in pixels."""
FORESEEN = ("planned", "warned", "hypothetical")
_FORMS: dict[str, Form] = {"throughout": "bar", "since": "since", "until": "until", "within": "window"}


@dataclass(frozen=True, slots=True)
class Glyph:
    """How one event is drawn; `points` are its four points in pixels from the view's left edge."""

    form: Form
    points: Points
    colour: int
    symbol: str
    hollow: bool = False
    approximate: bool = False
    dotted: bool = False
    struck: bool = False
    ringed: bool = False
    others: tuple[float, ...] = ()
    """Where other sources have it, when they disagree."""

    @property
    def middle(self) -> float:
        """Where the point mark is."""
        return (self.points[0] + self.points[3]) / 2

    @property
    def extent(self) -> tuple[float, float]:
        """Left and right end of everything drawn."""
        lo, hi = self.points[0], self.points[3]
        if self.form == "point":
            half = RING if self.ringed else RADIUS
            lo, hi = self.middle - half, self.middle + half
        else:
            lo, hi = (
                lo - (BEYOND if self.form == "until" else 1),
                hi + (BEYOND if self.form == "since" else 1),
            )
        return min((lo, *(x - RADIUS for x in self.others))), max((hi, *(x + RADIUS for x in self.others)))


def glyph(
    points: Points, colour: int, *, precision: str, shape: str, status: str, approximate: bool, a_day: bool
) -> Glyph:
    """The glyph of an event; `a_day`: it is one day, exactly known, at a zoom that shows days as points."""
    foreseen = status in FORESEEN
    if precision == "time" or a_day or points[3] - points[0] < NARROW:
        form: Form = "point"
    else:
        form = "box" if foreseen else _FORMS[shape]
    symbol = "circle" if shape == "within" else "square"
    if foreseen or precision == "time":
        symbol = "diamond"
    ring = shape == "within" and precision != "time" and not a_day
    hollow, dotted, struck = foreseen or ring, status == "hypothetical", status == "denied"
    return Glyph(form, points, colour, symbol, hollow, approximate, dotted, struck)


@dataclass(slots=True)
class Ink:
    """What is drawn, sorted by how: paths a colour (pixels, None between two), and symbols."""

    solid: dict[int, "Path"] = field(default_factory=dict)
    soft: dict[int, "Path"] = field(default_factory=dict)
    dashed: dict[int, "Path"] = field(default_factory=dict)
    dotted: dict[int, "Path"] = field(default_factory=dict)
    joins: dict[int, "Path"] = field(default_factory=dict)
    struck: "Path" = field(default_factory=lambda: Path())
    symbols: list[tuple[float, float, Glyph]] = field(default_factory=list)


@dataclass(slots=True)
class Path:
    """Strokes or outlines, None between two."""

    x: list[float | None] = field(default_factory=list)
    y: list[float | None] = field(default_factory=list)

    def add(self, *corners: tuple[float, float]) -> None:
        """One more stroke or outline."""
        self.x += [x for x, _ in corners] + [None]
        self.y += [y for _, y in corners] + [None]


def draw(ink: Ink, glyph: Glyph, y: float, *, slim: bool, room: tuple[float, float] | None = None) -> None:
    """Put `glyph` on paper at height `y`; `slim` where its label sits above it.

    `room`: from where to where nothing else lies at that height, for the dotted line of an open end.
    """
    tall = 4.0 if slim else 6.0
    match glyph.form:
        case "window":
            _window(ink, glyph, y, tall)
        case "bar" | "since" | "until":
            lo, hi = glyph.points[0] - BEYOND, glyph.points[3] + BEYOND
            ends = (min(room[0], lo), max(room[1], hi)) if room else (lo, hi)
            _bar(ink, glyph, y, 3.0 if slim else 5.0, ends)
        case "box":
            paths = ink.dotted if glyph.dotted else ink.dashed
            lo, hi = glyph.points[0], glyph.points[3]
            _path(paths, glyph).add(*_rectangle(lo, hi, y, tall), (lo, y - tall))
    for x in glyph.others:
        _path(ink.joins, glyph).add(*_zigzag(glyph.middle, x, y))
        ink.symbols.append((x, y, replace(glyph, symbol="circle", hollow=True)))
    if glyph.form in ("point", "window", "box"):
        ink.symbols.append((glyph.middle, y, glyph))
    if glyph.ringed:
        far = RING - 2 if slim else RING  # clear of the label above
        turns = [2 * pi * n / CORNERS for n in range(CORNERS + 1)]
        ring = ((round(glyph.middle + far * cos(t), 1), round(y + far * sin(t), 1)) for t in turns)
        _path(ink.dashed, glyph).add(*ring)
    if glyph.struck:
        ink.struck.add((glyph.middle - 7, y + 7), (glyph.middle + 7, y - 7))


def _window(ink: Ink, glyph: Glyph, y: float, tall: float) -> None:
    lo, hi = glyph.points[0], glyph.points[3]
    _path(ink.soft, glyph).add(*_rectangle(lo, hi, y, 2))
    caps = _path(ink.dotted if glyph.approximate else ink.solid, glyph)
    for x in (lo + CAP, hi - CAP):  # within its days: what ends where the view begins does not show in it
        caps.add((x, y - tall), (x, y + tall))


def _bar(ink: Ink, glyph: Glyph, y: float, half: float, ends: tuple[float, float]) -> None:
    lo, a1, b0, hi = glyph.points
    soft, solid = _path(ink.soft, glyph), _path(ink.solid, glyph)
    if a1 - lo >= 1:
        soft.add((lo, y), (a1, y - half), (a1, y + half))
    if hi - b0 >= 1:
        soft.add((hi, y), (b0, y - half), (b0, y + half))
    if glyph.form == "since":
        neck = max(b0 - HEAD, lo)
        start = min(a1, neck)
        solid.add((start, y - half), (neck, y - half), (b0, y), (neck, y + half), (start, y + half))
        _path(ink.dotted, glyph).add((hi, y), (ends[1], y))
    elif glyph.form == "until":
        neck = min(a1 + HEAD, hi)
        start = max(b0, neck)
        solid.add((start, y - half), (neck, y - half), (a1, y), (neck, y + half), (start, y + half))
        _path(ink.dotted, glyph).add((ends[0], y), (lo, y))
    else:
        solid.add(*_rectangle(a1, b0, y, half))


def _zigzag(start: float, end: float, y: float) -> list[tuple[float, float]]:
    """A thin line with teeth from one mark to another; long ones have longer teeth."""
    teeth = min(max(round(abs(end - start) / TOOTH), 1), 80)
    step = (end - start) / teeth
    inner = [(start + step * (n + 0.5), y + (3 if n % 2 else -3)) for n in range(teeth)]
    return [(start, y), *inner, (end, y)]


def _rectangle(x0: float, x1: float, y: float, half: float) -> tuple[tuple[float, float], ...]:
    return (x0, y - half), (x1, y - half), (x1, y + half), (x0, y + half)


def _path(paths: dict[int, Path], glyph: Glyph) -> Path:
    return paths.setdefault(glyph.colour, Path())
