"""Actors: who appears most, and who met, called, signed with, sanctioned or attacked whom."""

from typing import Any

import dash
from dash import ClientsideFunction, Dash, Input, Output, dcc, html

from dashboard import state
from dashboard.memory import memory_of
from timeline import relations, wording
from timeline.store import Store


def layout(_store: Store, _read_only: bool) -> Any:
    """The screen, empty: `assets/relations.js` draws what the server counts."""
    return html.Div(
        [
            html.H1("Actors"),
            html.P(id="actors-said", className="muted", role="status"),
            html.Div(
                [
                    html.Section(html.Div(id="actors-list"), **{"aria-label": "Most named"}),
                    html.Section(html.Div(id="actors-pairs"), **{"aria-label": "Who with whom"}),
                ],
                className="relations",
            ),
            dcc.Store(id="actors-shown"),
        ],
        className="page",
    )


def register(app: Dash, store: Store, _read_only: bool) -> None:
    """Count when the filters or the timeline change."""

    @app.callback(Output("actors-shown", "data"), Input("state", "data"), Input("version", "data"))
    def show(data: dict[str, Any] | None, _version: int) -> Any:
        if not data or data.get("path") != "/actors":
            return dash.no_update
        return package(store, state.read(data))

    app.clientside_callback(
        ClientsideFunction("timeline", "actors"), Input("actors-shown", "data"), prevent_initial_call=True
    )


def package(store: Store, wanted: state.Wanted) -> dict[str, Any]:
    """What the screen shows of the events that are wanted."""
    frame = store.events(memory_of(store).in_window(wanted))
    return {
        "events": len(frame),
        "actors": [[one.name, one.events, told(one.kinds[:3])] for one in relations.actors(frame)],
        "pairs": [[one.first, one.second, one.events, told(one.kinds)] for one in relations.pairs(frame)],
    }


def told(kinds: tuple[tuple[str, int], ...]) -> list[list[Any]]:
    """Kinds as the browser shows them: their name, how many events, the word for several."""
    return [[kind, number, wording.kinds(kind)] for kind, number in kinds]
