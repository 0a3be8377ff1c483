"""Land and sea under the map of places."""

import re

import pytest

from dashboard.land import SIDE, silhouette

EUROPE = {"south": 35.0, "north": 62.0, "west": -10.0, "east": 45.0}


def is_land(longitude: float, latitude: float) -> bool:
    """Whether a point lies inside the path, by the even-odd rule: how often a ray to the west meets it."""
    x = (longitude - EUROPE["west"]) / (EUROPE["east"] - EUROPE["west"]) * SIDE
    y = (EUROPE["north"] - latitude) / (EUROPE["north"] - EUROPE["south"]) * SIDE
    met = 0
    for path in silhouette(**EUROPE).split("Z"):
        points = [(float(a), float(b)) for a, b in re.findall(r"(-?\d+) (-?\d+)", path)]
        for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1], strict=True):
            if (y0 > y) != (y1 > y):
                met += x0 + (y - y0) / (y1 - y0) * (x1 - x0) < x
    return met % 2 == 1


@pytest.mark.parametrize(
    ("where", "longitude", "latitude", "land"),
    [
        ("Kyiv", 30.52, 50.45, True),
        ("Simferopol", 34.1, 44.95, True),
        ("Budapest", 19.04, 47.5, True),
        ("the Black Sea", 33.0, 43.2, False),
        ("the North Sea", 3.0, 56.0, False),
        ("the Baltic", 19.5, 57.0, False),
        ("Lake Ladoga", 31.5, 60.8, False),
    ],
)
def test_towns_lie_on_land_and_seas_and_lakes_do_not(where, longitude, latitude, land):
    assert is_land(longitude, latitude) is land, where
