"""Land and sea under the map of places."""

import re
from itertools import accumulate, pairwise

import pytest

from dashboard.land import SIDE, Box, silhouette
from dashboard.server import application
from dashboard.views.places import drawn
from timeline.relations import Located
from timeline.store import open_store

EUROPE = Box(south=35.0, north=62.0, west=-10.0, east=45.0)
WORLD = Box(south=-40.0, north=70.0, west=-125.0, east=150.0)


def rings(box):
    """The rings of a path that tells each point from the one before."""
    for ring in silhouette(box).split("z")[:-1]:
        numbers = [int(number) for number in re.findall(r"-?\d+", ring)]
        steps = zip(numbers[::2], numbers[1::2], strict=True)
        yield list(accumulate(steps, lambda at, step: (at[0] + step[0], at[1] + step[1])))


def is_land(box, longitude: float, latitude: float) -> bool:
    """Whether a point lies inside the path, by the even-odd rule: how often a ray to the west meets it."""
    x = (longitude - box.west) / (box.east - box.west) * SIDE
    y = (box.north - latitude) / (box.north - box.south) * SIDE
    met = 0
    for points in rings(box):
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
    assert is_land(EUROPE, longitude, latitude) is land, where


@pytest.mark.parametrize(
    ("where", "longitude", "latitude", "land"),
    [
        ("Washington", -77.0, 38.9, True),
        ("Madagascar", 46.8, -19.0, True),
        ("the Atlantic", -40.0, 30.0, False),
        ("the Caspian", 51.0, 42.0, False),
    ],
)
def test_around_the_world_too(where, longitude, latitude, land):
    assert is_land(WORLD, longitude, latitude) is land, where


def test_the_path_has_no_point_twice_and_nothing_far_outside_its_box():
    for box in (EUROPE, WORLD):
        for points in rings(box):
            assert all(one != other for one, other in pairwise(points))
            assert all(-SIDE * 0.05 <= value <= SIDE * 1.05 for point in points for value in point)


def test_the_map_names_an_address_whose_land_browsers_keep(tmp_path):
    map_ = drawn([Located("Kyiv", 50.45, 30.52, 3), Located("Lisbon", 38.72, -9.14, 3)])
    with open_store(str(tmp_path / "empty.db")) as store:
        client = application(store).test_client()
        answer = client.get(map_["land"], headers={"Accept-Encoding": "gzip"})
        assert answer.status_code == 200
        assert "immutable" in answer.headers["Cache-Control"]
        assert answer.headers["Content-Encoding"] == "gzip"
        mark, box = map_["land"].split("/")[2:]
        for wrong in ("50,40,1,2", "40,50,x,2", "1,2,3", "nan,1,2,3"):
            assert client.get(f"/land/{mark}/{wrong}").status_code == 404
        assert client.get(f"/land/0/{box}").status_code == 404
