"""The ruler: from an event that a reader measures from to the one whose card is open.

`assets/ruler.js` asks `/apart`, says the distance in the card and draws it over the lanes.
"""

from typing import Any
from zoneinfo import ZoneInfo

from dash import Dash, html
from flask import Response, jsonify, request

from timeline.distance import beginning, said
from timeline.errors import StoreError
from timeline.marks import DAY, milliseconds
from timeline.model import When
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
    """Answer `/apart?from=…&to=…` with the distance in words and as two instants."""

    @app.server.route("/apart")
    def distance() -> Response:
        try:
            one, other = (store.event(request.args.get(key, "")) for key in ("from", "to"))
        except StoreError:
            return jsonify({})
        zone = zone_of(request.args.get("tz", HOME))
        ends = [_middle(event.when, zone) for event in (one, other)]
        return jsonify(said=said(one.when, other.when), id=one.id, title=one.title, ends=ends)


def _middle(when: When, zone: ZoneInfo) -> float:
    """The instant at which the ruler ends: the clock time, or the middle of the days of the beginning."""
    here = shown_in(when, zone)
    first, last = beginning(here)
    if here.time:
        return milliseconds(first) + (here.time.at.hour * 60 + here.time.at.minute) * 60_000
    return (milliseconds(first) + milliseconds(last) + DAY) / 2
