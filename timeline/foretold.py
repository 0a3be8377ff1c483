"""Foretold and happened: a planned or warned event, and what may have come of it.

A reader links the two (`store.link`); here is who is worth proposing, and how far off the forecast was.
"""

import re
from datetime import date, timedelta

import pandas as pd

from timeline.events.kinds import FAMILIES
from timeline.model import Event, Status, When
from timeline.wording import many

FORESEEN = (Status.PLANNED, Status.WARNED, Status.HYPOTHETICAL)
REAL = (Status.HAPPENED, Status.ONGOING)
LATE = timedelta(days=90)
"""How long after its time a forecast may still come true."""
FEW = 4
_LEAST = 0.45
_PLANNING = {"planne", "plans", "plan", "would", "could", "will", "expect", "begin", "began", "hold", "held"}
_WORD = re.compile(r"[^\W\d_]{4,}")


def stretch(event: Event, known: date | None) -> tuple[date, date] | None:
    """The days in which it can have come true: from when it was foretold, `known`, to well after its time."""
    first, last = event.when.begin or event.when.end, event.when.end or event.when.begin
    if first is None or last is None:
        return None
    return min(first, known or first), min(last, date.max - LATE) + LATE


def candidates(event: Event, happened: pd.DataFrame) -> list[str]:
    """The ids of the few events of a frame that are most like what was foretold, the likest first.

    What was on just the day and at the place that were foretold is always like it.
    """
    rows = happened[["title", "kind", "actors", "place"]].fillna("").itertuples(name=None)
    scored = [(_likeness(event, *map(str, cells)), str(key)) for key, *cells in rows if key != event.id]
    there = _then_and_there(event, happened)
    scored = [(max(score, _LEAST) if key in there else score, key) for score, key in scored]
    return [key for score, key in sorted(scored, key=lambda pair: -pair[0])[:FEW] if score >= _LEAST]


def _then_and_there(event: Event, happened: pd.DataFrame) -> set[str]:
    """The events of the very day and place of one that has both."""
    day, place = event.when.begin, event.place
    if day is None or day != event.when.end or place is None:
        return set()
    on_it = (happened["begin"] == day.isoformat()) & (happened["end"] == day.isoformat())
    return set(happened.index[on_it & (happened["place"] == place.name)])


def _likeness(event: Event, title: str, kind: str, actors: str, place: str) -> float:
    named = {name.strip() for name in actors.split(";") if name.strip()}
    told = _words(" ".join((*named, *event.actors)))
    words, own = _words(title) - told, _words(event.title) - told
    if not words & own:
        return 0.0
    what = len(words & own) / min(len(words), len(own))
    who = len(named & set(event.actors)) / max(min(len(named), len(event.actors)), 1)
    where = float(bool(place and event.place and event.place.name == place))
    alike = float(FAMILIES.get(kind, kind) == FAMILIES.get(event.kind, event.kind))
    return 0.45 * what + 0.3 * who + 0.1 * where + 0.15 * alike


def _words(text: str) -> set[str]:
    return {word[:6] for word in _WORD.findall(text.lower())} - _PLANNING


def verdict(foretold: When, came: When) -> str:
    """How the forecast did.

    >>> verdict(When(date(2022, 2, 16), date(2022, 2, 16)), When(date(2022, 2, 24), date(2022, 2, 24)))
    '8 days later than foretold'
    """
    if came.begin and foretold.end and came.begin > foretold.end:
        return f"{many((came.begin - foretold.end).days, 'day')} later than foretold"
    if came.end and foretold.begin and came.end < foretold.begin:
        return f"{many((foretold.begin - came.end).days, 'day')} earlier than foretold"
    return "when it was foretold"


def is_forecast(event: Event) -> bool:
    """Whether an event is planned, warned of or supposed."""
    return event.status in FORESEEN
