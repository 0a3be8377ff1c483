"""A text → the places that it names, each by its gazetteer entry."""

import re
from dataclasses import dataclass
from functools import lru_cache

from timeline.events.gazetteer import place_names
from timeline.events.lexicon import verb_forms
from timeline.model import Place

_GEOGRAPHIC = frozenset(
    """
    region oblast province city town village district area airport airfield station plant port square
    peninsula and or but on in at to for by from with after before during since until when where which who
    as early late last next this yesterday today tomorrow overnight again together also is was were are has
    have had will would
    """.split()
)
"""Words that may follow a place where something is; any other noun makes the place its attribute."""
_LOCATIVE = re.compile(
    r"(?<!request )(?<!leaders )(?<!leader )(?<!president )(?<!ministers )(?<!minister )(?<!people )"
    r"(?<!government )(?<!behalf )(?<!citizens )(?<!according )"
    r"\b(?:in|at|near|outside|around|to|from|into|across|over|through|inside|towards?|of|on"
    r"|visit|visiting|visited|reached|leave|leaving|left|enter|entering|entered"
    r"|seized|captured|retook|liberated|struck|hit|shelled|bombed)\s+(?:the\s+)?"
    r"(?:(?:eastern|western|northern|southern|central|occupied|annexed|separatist-held|besieged"
    r"|neighbouring|nearby|city of|town of|village of"
    r"|capital|capital of|port of|region of)\s+)*$",
    re.IGNORECASE,
)


_OF_SOMEONE = re.compile(
    r"[A-ZÀ-Ž][\w’'-]+ (?!(?:Battle|Siege|City|Port|Gulf|Sea|Republic|Oblast|Region|District) )"
    r"[A-ZÀ-Ž][\w’'-]+ of (?:the )?$"
)
"""A name before a country that someone is from: "President Jan Duda of Poland"."""
_NOUN_AFTER = re.compile(r" ([a-z]+)")


def is_where(text: str, start: int, end: int) -> bool:
    """Whether a place says where something is: "in Moscow", not "of the Moscow patriarchate"."""
    if _LOCATIVE.search(text, max(0, start - 48), start) is None:
        return False
    if _OF_SOMEONE.search(text, max(0, start - 48), start):
        return False
    after = _NOUN_AFTER.match(text, end)
    if after is None or after[1] in _GEOGRAPHIC or after[1].endswith("ly"):
        return True
    return after[1] in verb_forms()


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place where the text names it; `locative`: whether it says where something is."""

    start_char: int
    end_char: int
    text: str
    place: Place
    locative: bool


@lru_cache(maxsize=4)  # actors and mentions of an article both ask
def find_places(text: str) -> tuple[NamedPlace, ...]:
    """Every place that a text names, in order.

    >>> [(found.place.name, found.locative) for found in find_places("They met in Kiev.")]
    [('Kyiv', True)]
    """
    return tuple(
        NamedPlace(start, end, text[start:end], place, is_where(text, start, end))
        for start, end, place in place_names().find(text)
        if not _is_river(text, start, end, place)
    )


def _is_river(text: str, start: int, end: int, place: Place) -> bool:
    """Whether a name means the river that a city is called after: "the west bank of the Dnipro"."""
    if place.name not in _ON_RIVERS or text[max(0, start - 4) : start].lower() != "the ":
        return False
    return re.match(r" (?:region|oblast|airport|area|city|reservoir)\b", text[end : end + 11]) is None


_ON_RIVERS = frozenset(("Dnipro",))
