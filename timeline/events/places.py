"""A text → the places that it names, each by its gazetteer entry."""

import re
from dataclasses import dataclass

from timeline.events.gazetteer import place_names
from timeline.model import Place

_LOCATIVE = re.compile(
    r"(?<!request )(?<!leaders )(?<!leader )(?<!president )(?<!ministers )(?<!minister )(?<!people )"
    r"(?<!government )(?<!behalf )(?<!citizens )"
    r"\b(?:in|at|near|outside|around|to|from|into|across|over|through|inside|towards?|of|on"
    r"|visit|visiting|visited|reached|leave|leaving|left|enter|entering|entered"
    r"|seized|captured|retook|liberated|struck|hit|shelled|bombed)\s+(?:the\s+)?"
    r"(?:(?:eastern|western|northern|southern|central|occupied|annexed|separatist-held|besieged"
    r"|neighbouring|nearby|city of|town of|village of"
    r"|capital|capital of|port of|region of)\s+)*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place where the text names it; `locative`: whether it says where something is."""

    start_char: int
    end_char: int
    text: str
    place: Place
    locative: bool


def find_places(text: str) -> list[NamedPlace]:
    """Every place that a text names, in order.

    >>> [(found.place.name, found.locative) for found in find_places("They met in Kiev.")]
    [('Kyiv', True)]
    """
    return [
        NamedPlace(
            start, end, text[start:end], place, _LOCATIVE.search(text, max(0, start - 48), start) is not None
        )
        for start, end, place in place_names().find(text)
    ]
