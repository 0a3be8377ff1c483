"""What a reader linked with an event, and what else happened that day or there, at the foot of its card."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pandas as pd
from dash import html

from timeline import wording
from timeline.model import Event, When
from timeline.store import Filter, Store

FEW = 5
"""Events of each list; the rest is only counted."""


def section(store: Store, event: Event, linked: list[Event]) -> Any:
    """Three lists, `linked` by a reader first; None where there is none."""
    day, place = event.when.begin, event.place
    parts: list[Any] = []
    if linked:
        parts += _listed(
            "Linked by a reader", store.events(Filter(ids=tuple(e.id for e in linked))), day, dated=True
        )
    if day and day == event.when.end:
        same = store.events(Filter(begin=day, end=day, precisions=("time", "day")))
        parts += _listed("The same day", same.drop(event.id, errors="ignore"), day, dated=False)
    if place:
        near = store.events(Filter(places=(place.name,))).drop(event.id, errors="ignore")
        parts += _listed(f"Also in {place.name}", near, day or event.when.end, dated=True)
    return html.Section([html.H3("Related"), *parts], id="related") if parts else None


def _listed(name: str, events: pd.DataFrame, day: date | None, *, dated: bool) -> list[Any]:
    """The few nearest in time, in its order."""
    if events.empty:
        return []
    far = [_days_apart(When.from_edtf(edtf), day) for edtf in events["edtf"]]
    nearest = events.assign(far=far).sort_values("far", kind="stable").index[:FEW]
    rows = events[events.index.isin(nearest)]
    left = len(events) - len(rows)
    more = [html.Li(f"and {left:,} more", className="muted")] if left else []
    return [html.P(name, className="muted"), html.Ul([*_links(rows, dated=dated), *more])]


def _links(rows: pd.DataFrame, *, dated: bool) -> Iterable[Any]:
    for event_id, title, edtf in zip(rows.index, rows["title"], rows["edtf"], strict=True):
        link = html.A(title, href=f"/event/{event_id}", **{"data-event": event_id})
        when = f" {wording.label(When.from_edtf(edtf))}" if dated else ""
        yield html.Li([link, html.Span(when, className="muted")])


def _days_apart(when: When, day: date | None) -> int:
    at = when.begin or when.end
    return abs((at - day).days) if at and day else 0
