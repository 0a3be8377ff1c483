"""Places: where the wanted events are, on a map of land and sea, as a filter; the same as a table."""

from math import ceil, cos, floor, radians
from typing import Any

import dash
from dash import ClientsideFunction, Dash, Input, Output, dcc, html
from flask import Response

from dashboard import land, state
from dashboard.headers import lasting
from dashboard.memory import memory_of
from dashboard.views.actors import told
from timeline import relations
from timeline.relations import Located
from timeline.store import Store

LARGEST = 34
"""Pixels across the place with the most events."""
NAMED = 40
"""Places, at most, that have their name beside them."""
SHARE = 0.85
"""The share of the events that the map is cut to; the others are in the table."""
STEPS = (1, 2, 5, 10, 20, 30)


def layout(_store: Store, _read_only: bool) -> Any:
    """The screen, empty: `assets/relations.js` draws what the server counts."""
    return html.Div(
        [
            html.H1("Places"),
            html.P(id="places-said", className="muted", role="status"),
            html.Div(id="places-map"),
            html.Div(id="places-table"),
            dcc.Store(id="places-shown"),
        ],
        className="page",
    )


def register(app: Dash, store: Store, _read_only: bool) -> None:
    """Count when the filters or the timeline change."""

    @app.callback(Output("places-shown", "data"), Input("state", "data"), Input("version", "data"))
    def show(data: dict[str, Any] | None, _version: int) -> Any:
        if not data or data.get("path") != "/places":
            return dash.no_update
        found, placeless = relations.places(store.events(memory_of(store).in_window(state.read(data))))
        return {
            "placeless": placeless,
            "places": [[one.name, one.events, told(one.kinds[:3])] for one in found],
            "map": drawn(found),
        }

    @app.server.route("/land/<mark>/<box>")
    def outline(mark: str, box: str) -> Response:
        """The land of a box, for as long as its address says that it is drawn so."""
        asked = land.Box.read(box)
        if asked is None or mark != land.mark():
            return Response("There is no such map; open the places again.", 404, mimetype="text/plain")
        return lasting(Response(land.silhouette(asked), mimetype="text/plain"))

    app.clientside_callback(
        ClientsideFunction("timeline", "places"), Input("places-shown", "data"), prevent_initial_call=True
    )


def drawn(found: list[Located]) -> dict[str, Any] | None:
    """The map: its land's address, points and grid lines in percent of its box, its width to its height."""
    chosen = _core(found)
    if not chosen:
        return None
    south, north = _bounds([one.latitude for one in chosen])
    west, east = _bounds([one.longitude for one in chosen])
    box = land.Box(south, north, west, east)
    squeeze = cos(radians((south + north) / 2))
    most = max(one.events for one in chosen)
    points = [
        [
            one.name, one.events, round((one.longitude - west) / (east - west) * 100, 2),
            round((north - one.latitude) / (north - south) * 100, 2),
            round(10 + (LARGEST - 10) * (one.events / most) ** 0.5), number < NAMED,
        ]
        for number, one in enumerate(chosen)
    ]  # fmt: skip
    return {
        "points": points,
        "land": f"/land/{land.mark()}/{box.written}",
        "across": [
            [_degrees(at, "N", "S"), round((north - at) / (north - south) * 100, 2)]
            for at in _lines(south, north)
        ],
        "down": [
            [_degrees(at, "E", "W"), round((at - west) / (east - west) * 100, 2)] for at in _lines(west, east)
        ],
        "shape": min(max((east - west) * squeeze / (north - south), 1.2), 2.4),
        "left": len(found) - len(chosen),
    }


def _core(found: list[Located]) -> list[Located]:
    """The places nearest to the middle of all events, until they hold nearly all of them."""
    if not found:
        return []
    total = sum(one.events for one in found)
    latitude = _middle([(one.latitude, one.events) for one in found])
    longitude = _middle([(one.longitude, one.events) for one in found])
    near = sorted(found, key=lambda one: (one.latitude - latitude) ** 2 + (one.longitude - longitude) ** 2)
    held, inside = 0, set()
    for one in near:
        if held >= total * SHARE:
            break
        held += one.events
        inside.add(one.name)
    return [one for one in found if one.name in inside]


def _middle(weighted: list[tuple[float, int]]) -> float:
    half, held = sum(weight for _, weight in weighted) / 2, 0
    for value, weight in sorted(weighted):
        held += weight
        if held >= half:
            return value
    return 0.0


def _bounds(values: list[float]) -> tuple[float, float]:
    """Around the values, in hundredths of a degree, as the map's address has them."""
    spare = max((max(values) - min(values)) * 0.08, 0.7)
    return round(min(values) - spare, 2), round(max(values) + spare, 2)


def _lines(low: float, high: float) -> list[int]:
    step = next((step for step in STEPS if (high - low) / step <= 8), STEPS[-1])
    return list(range(ceil(low / step) * step, floor(high) + 1, step))


def _degrees(value: int, positive: str, negative: str) -> str:
    return f"{abs(value)}° {positive if value >= 0 else negative}" if value else "0°"
