"""The colours of the timeline, light and dark: every picture takes them from here.

Marks have at least 3.2:1 on their background and stay apart for protan, deutan and tritan sight;
text pairs have at least 4.5:1.
"""

from dataclasses import dataclass
from typing import Literal

ThemeName = Literal["light", "dark"]

LANE_ORDER = (
    "Diplomacy",
    "Military & security",
    "Politics & law",
    "Economy, energy & sanctions",
    "Society & humanitarian",
    "Other",
)
"""The lane groups from top to bottom, as `timeline.events.kinds.LANES` names them."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours; `lanes` follow LANE_ORDER."""

    background: str
    surface: str
    ink: str
    muted: str
    grid: str
    control: str
    focus: str
    known: str
    known_shade: str
    lanes: tuple[str, ...]


THEMES: dict[ThemeName, Theme] = {
    "light": Theme(
        background="#FFFFFF",
        surface="#F6F7F9",
        ink="#1A1D21",
        muted="#54595F",
        grid="#D5D9DE",
        control="#80868D",
        focus="#0B57D0",
        known="#8A4B00",
        known_shade="rgba(138,75,0,0.06)",
        lanes=("#1D409C", "#8F1203", "#8268D9", "#A87E0C", "#0E9C88", "#6B6067"),
    ),
    "dark": Theme(
        background="#14181D",
        surface="#1C2229",
        ink="#E8EAED",
        muted="#A7ADB5",
        grid="#333B44",
        control="#7C858F",
        focus="#A8C7FA",
        known="#FFB95C",
        known_shade="rgba(255,185,92,0.08)",
        lanes=("#4D9BFA", "#D9583B", "#A9609B", "#F7A823", "#4FE8DA", "#A8A8A6"),
    ),
}

SOFT = 0.38
"""Opacity of what is uncertain: windows and tapers."""
FAINT = 0.22
"""Opacity of the density ribbon."""


def faded(colour: str, opacity: float) -> str:
    """A hex colour as rgba text.

    >>> faded("#1D409C", 0.38)
    'rgba(29,64,156,0.38)'
    """
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"


def light_to_dark() -> dict[str, str]:
    """Every colour of a light picture with the one that a dark picture has in its place."""
    light, dark = THEMES["light"], THEMES["dark"]
    plain = ("background", "surface", "ink", "muted", "grid", "control", "focus", "known", "known_shade")
    pairs = {getattr(light, name): getattr(dark, name) for name in plain}
    for day, night in zip((*light.lanes, light.muted), (*dark.lanes, dark.muted), strict=True):
        pairs[day] = night
        for opacity in (SOFT, FAINT):
            pairs[faded(day, opacity)] = faded(night, opacity)
    return pairs
