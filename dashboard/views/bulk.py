"""What is done to the rows that are chosen in the list, or typed into one: each time one step, one undo.

The browser (`assets/bulk.js`) sends what is wanted; the store does all of it or nothing.
"""

from typing import Any

import dash
import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, dcc, html

from timeline import wording
from timeline.errors import TimelineError
from timeline.events.kinds import KINDS
from timeline.store import Store

_SAID = {"accept": "accepted", "hide": "hidden", "change": "changed"}


def bar(read_only: bool) -> Any:
    """The line above the list that comes with the first chosen row."""
    changing = [
        html.Button("Accept", className="plain", **{"data-rows": "accept"}),
        html.Button("Hide", className="plain", **{"data-rows": "hide"}),
        dmc.Select(
            id="bulk-kind",
            data=list(KINDS),
            placeholder="Set kind",
            size="xs",
            w=140,
            **{"aria-label": "Set the kind of the chosen events"},
        ),
        html.Button("Merge", className="plain", **{"data-rows": "merge"}),
    ]
    actions = [
        html.Span(id="bulk-count", role="status"),
        *([] if read_only else changing),
        html.A("Export CSV", id="bulk-export", className="plain", href="/export/csv"),
        html.Button("Clear", className="link", **{"data-do": "bulk-clear"}),
    ]
    return html.Div(
        [
            html.Div(actions, id="bulk-bar", className="bulk-bar", hidden=True),
            html.P(id="bulk-said", className="muted", role="status"),
            dcc.Store(id="bulk-asked"),
            dcc.Store(id="bulk-done"),
        ],
        className="bulk",
    )


def register(app: Dash, store: Store, read_only: bool) -> None:
    """Show what can be done with the chosen rows, do it, take it back."""
    for event, function in (("selectedRows", "bulkChosen"), ("cellValueChanged", "bulkTyped")):
        app.clientside_callback(
            ClientsideFunction("timeline", function), Input("list-grid", event), prevent_initial_call=True
        )
    if read_only:
        return
    for (name, prop), function in ((("bulk-kind", "value"), "bulkKind"), (("bulk-done", "data"), "bulkDone")):
        app.clientside_callback(
            ClientsideFunction("timeline", function), Input(name, prop), prevent_initial_call=True
        )

    @app.callback(
        Output("bulk-done", "data"),
        Output("version", "data", allow_duplicate=True),
        Input("bulk-asked", "data"),
        prevent_initial_call=True,
    )
    def do(asked: dict[str, Any] | None) -> tuple[Any, Any]:
        if not asked:  # the page was just put in
            return dash.no_update, dash.no_update
        try:
            done = _done(store, asked)
        except TimelineError as why:
            return {"problem": wording.sentence(str(why)), "at": asked["at"]}, dash.no_update
        return done | {"at": asked["at"]}, store.data_version()


def _done(store: Store, asked: dict[str, Any]) -> dict[str, Any]:
    """Do what is asked; the edits by which it can be taken back, and in words what was done."""
    action = asked["action"]
    if action == "undo":
        store.take_back(asked["edits"])
        return {"edits": [], "said": "Taken back."}
    edits = store.correct(asked["ids"], action, **asked.get("changes", {}))
    many = f"{len(asked['ids']):,} events" if len(asked["ids"]) > 1 else "1 event"
    return {
        "edits": edits,
        "said": "Merged into one event." if action == "merge" else f"{many} {_SAID[action]}.",
    }
