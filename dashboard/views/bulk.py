"""What can be done with the events that a reader has selected: one bar for the timeline and the list.

`assets/bulk.js` keeps the selection; each action is one transaction, and one step to take back.
"""

from collections.abc import Mapping
from typing import Any

import dash
import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html
from flask import Response, jsonify, request

from dashboard import state
from dashboard.memory import memory_of
from dashboard.views import history
from timeline import wording
from timeline.errors import TimelineError, UsageError
from timeline.events.kinds import KINDS
from timeline.model import Event
from timeline.store import Store
from timeline.store.edits import Bulk, tags_of
from timeline.store.pages import page

SAID: dict[Bulk, str] = {
    "accept": "accepted",
    "hide": "rejected: off the timeline",
    "change": "made “{kind}”",
    "merge": "merged into one",
    "tag": "tagged “{tag}”",
}
"""What can be done with several events, and how it is said of them."""
MOST = 2000
"""Events that are selected at once."""


def bar() -> Any:
    """The bar, away until something is selected."""
    kind = dmc.Select(
        id="bulk-kind",
        data=list(KINDS),
        placeholder="Set kind",
        searchable=True,
        size="sm",
        w=124,
        comboboxProps={"withinPortal": False, "position": "top-start"},
        **{"aria-label": "Set the kind of the selected events"},
    )
    tag = dmc.TextInput(
        id="bulk-tag", placeholder="Add tag", size="sm", w=104,
        **{"aria-label": "Tag the selected events; Enter adds the tag"},
    )  # fmt: skip
    return html.Section(
        [
            html.Strong(id="bulk-count", role="status"),
            html.Button(id="bulk-all", className="link", **{"data-do": "pick-all", "data-most": MOST}),
            _action("Accept", "accept"),
            _action("Reject", "hide", title="Take them off the timeline; their evidence stays"),
            kind,
            tag,
            _action("Merge", "merge", id="bulk-merge", title="They tell one occurrence"),
            html.Button("Export", id="bulk-export", className="plain", **{"data-do": "export-picked"}),
            html.Button("Clear", className="link", title="Select nothing", **{"data-do": "pick-none"}),
            *(dcc.Store(id=name) for name in ("bulk-wanted", "bulk-done")),
        ],
        id="bulk",
        hidden=True,
        **{"aria-label": "Selected events"},
    )


def register(app: Dash, store: Store) -> None:
    """Carry out what is asked for, and say so."""

    @app.callback(
        Output("version", "data", allow_duplicate=True),
        Output("saved", "data", allow_duplicate=True),
        Output("bulk-done", "data"),
        Input("bulk-wanted", "data"),
        prevent_initial_call=True,
    )
    def carry_out(asked: dict[str, Any]) -> tuple[Any, Any, Any]:
        try:
            done = act(store, asked)
        except TimelineError as problem:
            return dash.no_update, history.saved(wording.sentence(str(problem))), dash.no_update
        return store.data_version(), done, {"ids": asked["ids"], "at": asked["at"]}

    @app.server.route("/ids")
    def matching() -> Response:
        """The first events, in time, that pass the filters and days of a view."""
        asked = memory_of(store).in_window(state.read(request.args.to_dict()))
        return jsonify([record["id"] for record in page(store, asked, 0, MOST)])

    @app.server.route("/ids", methods=["POST"])
    def matching_of() -> Response:
        """How many of some events pass them."""
        asked = memory_of(store).in_window(state.read(request.args.to_dict()))
        return jsonify(len({*store.ids(asked)} & {*request.get_json(force=True)}))

    app.clientside_callback(
        ClientsideFunction("timeline", "bulkDone"), Input("bulk-done", "data"), prevent_initial_call=True
    )
    app.clientside_callback(
        ClientsideFunction("timeline", "bulkTag"),
        Output("bulk-tag", "value"),
        Input("bulk-tag", "n_submit"),
        State("bulk-tag", "value"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("timeline", "bulkKind"),
        Output("bulk-kind", "value"),
        Input("bulk-kind", "value"),
        prevent_initial_call=True,
    )


def act(store: Store, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Do one thing with several events, all of it or nothing; what the toast says of it.

    Events that are so already, or are not there any more, are left alone.
    """
    action, ids = asked["action"], [str(key) for key in asked["ids"]]
    if action not in SAID:
        raise UsageError(f"there is no action {action!r} for several events")
    changes: dict[str, Any] = {}
    if action == "change":
        changes = {"kind": asked["kind"]}
    elif action == "tag":
        changes = {"tags": tags_of([str(asked["tag"])])}
    with store.writing():
        found = store.event_list(ids=ids, include_hidden=action == "accept") if ids else []
        there = {event.id: event for event in found}
        wanted = [key for key in ids if key in there and not _so_already(there[key], action, changes)]
        edits = store.correct(wanted, action, **changes) if wanted else []
    if not edits:
        return history.saved("Nothing to change in what is selected.")
    many = f"{len(wanted):,} event{'s' if len(wanted) > 1 else ''}"
    return history.saved(f"{many} {SAID[action].format(**asked)}.", edits)


def _so_already(event: Event, action: Bulk, changes: Mapping[str, Any]) -> bool:
    if action == "tag":
        return set(changes["tags"]) <= set(event.tags)
    return (action == "accept" and event.review == "accepted") or event.kind == changes.get("kind")


def _action(text: str, action: str, **more: Any) -> Any:
    return html.Button(text, className="plain", **{"data-several": action}, **more)
