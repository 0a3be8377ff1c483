"""The ruler: from an event that a reader measures from to the one whose card is open.

`assets/ruler.js` asks `/apart`, says the distance in the card and draws it over the lanes.
"""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from dash import Dash, html
from flask import Response, jsonify, request

from dashboard import state
from timeline.distance import beginning, said
from timeline.errors import StoreError
from timeline.marks import DAY, milliseconds
from timeline.model import Event, When
from timeline.store import Store
from timeline.zones import HOME, shown_in, zone_of


def button() -> Any:
    """The button of the card's bar."""
    name = "Measure from this event"
    return html.Button(
        html.Span("↔", className="glyph", **{"aria-hidden": "true"}),
        id="btn-pin",
        className="plain square",
        title=f"{name}, then open another",
        **{"data-do": "pin", "aria-label": name, "aria-pressed": "false"},
    )


def line() -> Any:
    """Where the card says how far its event is."""
    return html.P(id="apart", className="apart", role="status", hidden=True)


def register(app: Dash, store: Store) -> None:
    """Answer `/apart?from=…&to=…` with the distance in words and as two instants, as known `asof` a day."""

    @app.server.route("/apart")
    def distance() -> Response:
        known_by = state.iso_day(request.args.get("asof", ""))
        try:
            one, other = (_then(store, request.args.get(key, ""), known_by) for key in ("from", "to"))
        except StoreError:
            return jsonify({})
        zone = zone_of(request.args.get("tz", HOME))
        ends = [_middle(event.when, zone) for event in (one, other)]
        return jsonify(said=said(one.when, other.when), id=one.id, title=one.title, ends=ends)


def _then(store: Store, event_id: str, known_by: date | None) -> Event:
    """An event, as it was known on a day if one is given; StoreError where there was none."""
    event = store.event(event_id)
    if not known_by:
        return event
    for known in store.event_list(ids=(event.id,), known_by=known_by, include_hidden=True):
        return known
    raise StoreError(f"{event_id!r} was not yet known on {known_by}")


def _middle(when: When, zone: ZoneInfo) -> float:
    """The instant at which the ruler ends: the clock time, or the middle of the days of the beginning."""
    here = shown_in(when, zone)
    first, last = beginning(here)
    if here.time:
        return milliseconds(first) + (here.time.at.hour * 60 + here.time.at.minute) * 60_000
    return (milliseconds(first) + milliseconds(last) + DAY) / 2
