"""What is looked at and how, with the measures of the picture that follow from it."""

from dataclasses import dataclass

from timeline import levels
from timeline.landmarks import Landmark
from timeline.marks import DAY, By, day_of, milliseconds
from timeline.palette import ThemeName

FONT = (
    '"Segoe UI", "SF Pro Text", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif'
)
GUTTER, RIGHT, TOP, BOTTOM = 104, 12, 6, 34
PHONE = 560
"""Below this width lanes have their names on a line of their own."""
CHIP = 80
LINE = 18
LANDMARKS_TO = 2
"""The finest level of detail that shows landmarks: months."""
NARROWEST = 3
"""Pixels of one step of a ribbon, at least."""


@dataclass(frozen=True, slots=True)
class View:
    """What is looked at and how: the window in UTC milliseconds (None: all), sizes in pixels.

    `height` is the most that the picture may take (None: what it needs); `known_by` (ISO day) draws
    the line beyond which nothing was known; `selected` is an event's id; `landmarks` are drawn down to
    the level of months; without `density` the lanes show no ribbon of how many events they have.
    """

    begin: float | None = None
    end: float | None = None
    lanes: By = "kind"
    theme: ThemeName = "light"
    width: int = 1200
    height: int | None = None
    known_by: str | None = None
    selected: str | None = None
    hover: bool = True
    landmarks: tuple[Landmark, ...] = ()
    density: bool = True


def gutter(view: View) -> int:
    """The width of the lanes' names beside the picture; on a phone they have lines of their own."""
    return GUTTER if view.width >= PHONE else 0


def top(view: View) -> int:
    """The height above the first lane."""
    return TOP + (LINE if view.known_by else 0) + band(view)


def band(view: View) -> int:
    """The height of the line of landmarks, which is inside the picture and so moves with it."""
    shown = view.landmarks and levels.level(view.begin or 0, view.end or 0) <= LANDMARKS_TO
    return LINE if shown else 0


def known_instant(view: View) -> int | None:
    """The end of the day by which everything drawn was known; None where that is no question."""
    day = day_of(view.known_by)
    return milliseconds(day) + DAY if day else None
