"""What the marks mean: the timeline's own glyphs, each with its words, for a help page to draw."""

from dataclasses import replace
from typing import Any

from timeline.glyphs import Glyph, Ink, Points, draw, glyph
from timeline.miniature import drawing

WIDTH, HEIGHT = 96, 24
_POINT: Points = (48, 48, 48, 48)
_LEFT: Points = (24, 24, 24, 24)
_DAYS: Points = (12, 12, 84, 84)


def legend() -> dict[str, Any]:
    """The `size` of a drawing, and `marks`: each its words with the strokes and symbols of `miniature`."""
    return {"size": (WIDTH, HEIGHT), "marks": [{"words": words} | _drawn(mark) for words, mark in _marks()]}


def _marks() -> list[tuple[str, Glyph]]:
    return [
        ("on a known day", _mark(_POINT, a_day=True)),
        ("at a known time of that day", _mark(_POINT, "time")),
        ("some time in these days", _mark(_DAYS)),
        ("the same, the days too near to each other to be drawn", _mark(_POINT)),
        ("about then: the days themselves are not sure", _mark(_DAYS, approximate=True)),
        ("all through these days", _mark(_DAYS, shape="throughout")),
        ("the same, its first and last day not known exactly", _mark((6, 30, 66, 90), shape="throughout")),
        ("since then, and still going on when it was told", _mark((6, 20, 42, 42), shape="since")),
        ("until then, its beginning not told", _mark((54, 54, 76, 90), shape="until")),
        ("planned, expected or warned of", _mark(_DAYS, status="planned")),
        ("only supposed", _mark(_DAYS, status="hypothetical")),
        ("denied", _mark(_POINT, status="denied", a_day=True)),
        ("not reviewed, where most others are", replace(_mark(_POINT, a_day=True), ringed=True)),
        ("another date, which other sources give", _mark(_LEFT, a_day=True, others=(80,))),
    ]


def _mark(
    points: Points,
    precision: str = "day",
    *,
    shape: str = "within",
    status: str = "happened",
    approximate: bool = False,
    a_day: bool = False,
    others: tuple[float, ...] = (),
) -> Glyph:
    mark = glyph(
        points, 0, precision=precision, shape=shape, status=status, approximate=approximate, a_day=a_day
    )
    return replace(mark, others=others)


def _drawn(mark: Glyph) -> dict[str, Any]:
    ink = Ink()
    draw(ink, mark, HEIGHT / 2, slim=False)
    return drawing(ink)
