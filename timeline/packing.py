"""Where each mark and its label go in a lane: boxes in pixels in, rows and label sides out.

First fit by importance; two labels never overlap, nor a label and a mark (Plotly itself does not
avoid that). Rows are numbered from the top.
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Side = Literal["right", "left", "above", ""]

GAP = 5  # between a mark and its label
APART = 10  # between two neighbours in a row
EDGE = 2  # what shows less than this at an edge of the view counts as outside

# Widths in hundredths of the type size, measured on Liberation Sans (Arial's metrics).
_WIDTHS = {
    char: width
    for width, chars in (
        (22, "'ijlі’|"), (28, " !,./:;I[]\\ftїІЇ"), (33, "()-`r{}“”"), (36, '"г'), (44, "кзт"),
        (50, "Jcksvxyzсухчьє"), (72, "CDHNRUwИЙНПСЯЄЦюБЛЬДмVXYSPKEBA&"), (80, "GOQОшфщФ"), (84, "Mm%МЮ"),
        (94, "WЩЖШ—…@"), (58, "+<=>~длК×"),
    )
    for char in chars
}  # fmt: skip
_ELSE = 57
_SPARE = 1.13  # Segoe, Roboto and Noto run up to 5 % wider, DejaVu, the last resort on Linux, 12 %


@lru_cache(maxsize=20_000)
def text_width(text: str, size: int = 12) -> float:
    """Pixels that `text` takes at most, at `size` pixels, in any of the fonts we ask for."""
    return sum(_WIDTHS.get(char, _ELSE) for char in text) * size * _SPARE / 100


@dataclass(frozen=True, slots=True)
class Box:
    """A mark's extent from `x0` to `x1` and its label's width; `above`: the label may sit over it."""

    x0: float
    x1: float
    label: float
    above: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """The row of a mark (None: no room) and where its label goes ("" for none), starting at `label_x`."""

    row: int | None
    side: Side = ""
    label_x: float = 0.0


def taken(box: Box, place: Place) -> tuple[float, float]:
    """From where to where a mark with its label lies."""
    if not place.side:
        return box.x0, box.x1
    return min(box.x0, place.label_x), max(box.x1, place.label_x + box.label)


class _Rows:
    """The stretches of each row that are taken, in order: where they begin, and where they end."""

    def __init__(self, count: int) -> None:
        self.rows: list[tuple[list[float], list[float]]] = [([], []) for _ in range(count)]

    def take(self, x0: float, x1: float) -> int | None:
        """The first row in which a stretch is free, from now on taken; None where it is free in none."""
        for number, (begins, ends) in enumerate(self.rows):
            at = bisect_left(begins, x0)
            if (at == 0 or ends[at - 1] + APART <= x0) and (at == len(begins) or x1 + APART <= begins[at]):
                begins.insert(at, x0)
                ends.insert(at, x1)
                return number
        return None


def pack(boxes: list[Box], rows: int, width: float, labels: int) -> list[Place]:
    """A place for each of `boxes`, the most important first; at most `rows` rows and `labels` labels.

    `width` is the width of the view: a label never crosses its edges (0 and `width`), so that none
    is cut off; marks beyond the edges (drawn so that a drag uncovers them) keep theirs outside.
    """
    room = _Rows(rows)
    places = []
    for box in boxes:
        place = _place(box, room, width, with_label=labels > 0)
        labels -= place.side != ""
        places.append(place)
    return places


def _place(box: Box, room: _Rows, width: float, *, with_label: bool) -> Place:
    for side, label_x in _sides(box, width) if with_label and box.label else ():
        row = room.take(min(box.x0, label_x), max(box.x1, label_x + box.label))
        if row is not None:
            return Place(row, side, label_x)
    return Place(room.take(box.x0, box.x1))


def _sides(box: Box, width: float) -> list[tuple[Side, float]]:
    right, left = box.x1 + GAP, box.x0 - GAP - box.label
    seen = box.x1 > EDGE and box.x0 < width - EDGE
    over = max(box.x0, 2.0) if seen else box.x0
    choices: list[tuple[Side, float]] = []
    if box.above and over + box.label <= (min(box.x1, width) if seen else box.x1):
        choices.append(("above", over))
    choices += [("right", right), ("left", left)]
    return [(side, x) for side, x in choices if _uncut(x, x + box.label, width, seen=seen)]


def _uncut(x0: float, x1: float, width: float, *, seen: bool) -> bool:
    return (x0 >= 0 and x1 <= width) if seen else (x1 <= 0 or x0 >= width)
