"""What a reader linked with an event, and what else happened that day or there, at the foot of its card."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import numpy as np
from dash import html

from timeline import wording
from timeline.marks import DAY, Marks, milliseconds
from timeline.model import Event

FEW = 5
"""Events of each list; the rest is only counted."""


def section(shown: Marks, event: Event, linked: list[Event]) -> Any:
    """Three lists of events that are shown, `linked` by a reader first; None where there is none."""
    day, place = event.when.begin, event.place
    parts: list[Any] = []
    at = [at for other in linked if (at := shown.position(other.id)) is not None]
    if at:
        parts += _listed("Linked by a reader", shown, np.sort(np.array(at, dtype=int)), day, dated=True)
    others = np.arange(len(shown)) != shown.position(event.id)
    if day and day == event.when.end:
        begin = milliseconds(day)
        same = others & (shown.lo >= begin) & (shown.hi <= begin + DAY)
        parts += _listed("The same day", shown, np.flatnonzero(same), day, dated=False)
    if place:
        near = np.flatnonzero(others & (shown.words["place"] == place.name))
        parts += _listed(f"Also in {place.name}", shown, near, day or event.when.end, dated=True)
    return html.Section([html.H3("Related"), *parts], id="related") if parts else None


def _listed(name: str, shown: Marks, found: np.ndarray, day: date | None, *, dated: bool) -> list[Any]:
    """The few nearest in time, in its order."""
    if not len(found):
        return []
    far = abs(shown.middle[found] - milliseconds(day)) if day else np.zeros(len(found))
    few = np.sort(found[np.argsort(far, kind="stable")[:FEW]])
    left = len(found) - len(few)
    more = [html.Li(f"and {left:,} more", className="muted")] if left else []
    return [html.P(name, className="muted"), html.Ul([*_links(shown, few, dated=dated), *more])]


def _links(shown: Marks, few: np.ndarray, *, dated: bool) -> Iterable[Any]:
    for row in (shown.row(at) for at in few.tolist()):
        link = html.A(row.title, href=f"/event/{row.id}", **{"data-event": row.id})
        when = f" {wording.label(row.when)}" if dated else ""
        yield html.Li([link, html.Span(when, className="muted")])
