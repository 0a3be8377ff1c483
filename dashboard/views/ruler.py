"""The ruler: from an event that a reader measures from to the one whose card is open.

`assets/ruler.js` asks `/apart`, says the distance in the card and draws it over the lanes.
"""

from typing import Any

from dash import Dash, html
from flask import Response, jsonify, request

from timeline.distance import apart, beginning, words
from timeline.errors import StoreError
from timeline.marks import DAY, milliseconds
from timeline.model import Event
from timeline.store import Store


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
        said = words(*apart(one.when, other.when))
        return jsonify(said=said, id=one.id, title=one.title, ends=[_middle(one), _middle(other)])


def _middle(event: Event) -> float:
    """The instant at which the ruler ends: the middle of the days on which the event can have begun."""
    first, last = beginning(event.when)
    return (milliseconds(first) + milliseconds(last) + DAY) / 2
