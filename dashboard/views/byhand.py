"""Adding an event that no article tells: typed in on the add page, saved as the command line does."""

from typing import Any

import dash
from dash import Dash, Input, Output, State, html

from dashboard.views import date_field, edit
from timeline import wording
from timeline.errors import TimelineError
from timeline.store import Store
from timeline.store.edits import event_by_hand


def body() -> list[Any]:
    """The form."""
    return [
        html.P(
            "For what no article tells. It is marked as added by hand, and has your note for its evidence.",
            className="muted",
        ),
        *edit.fields("hand"),
        html.Div(html.Button("Add event", id="hand-save", className="button"), className="row"),
        html.P(id="hand-said", role="status"),
    ]


def register(app: Dash, store: Store) -> None:
    """Say how the date is read; save."""
    date_field.register(app, "hand", date_field.read_date)
    emptied = ("title", "when", "place", "note")

    @app.callback(
        Output("hand-said", "children"),
        Output("hand-problem", "children"),
        Output("version", "data", allow_duplicate=True),
        *(Output(f"hand-{name}", "value") for name in emptied),
        Input("hand-save", "n_clicks"),
        *(State(f"hand-{name}", "value") for name in edit.FIELDS),
        prevent_initial_call=True,
    )
    def save(clicks: int | None, *values: Any) -> tuple[Any, ...]:
        kept = [dash.no_update] * len(emptied)
        if not clicks:
            return dash.no_update, "", dash.no_update, *kept
        try:
            said = _save(store, dict(zip(edit.FIELDS, values, strict=True)))
        except TimelineError as why:
            return "", wording.sentence(str(why)), dash.no_update, *kept
        return said, "", store.data_version(), *([""] * len(emptied))


def _save(store: Store, typed: dict[str, Any]) -> list[Any]:
    """Store the event; what leads to it, and what takes it back."""
    words = {name: typed[name] or "" for name in ("title", "when", "place", "note")}
    event = event_by_hand(
        date_field.read_date(words["when"]), words["title"], typed["status"], typed["kind"],
        typed["actors"] or (), words["place"], words["note"], typed["tags"] or (),
    )  # fmt: skip
    made = store.add_event(event)
    undo = {"data-do": "turn", "data-edit": store.history(made.id)[0].id, "data-again": "False"}
    link = html.A(made.title, href=f"/event/{made.id}", **{"data-event": made.id})
    return ["Added: ", link, " ", html.Button("Undo", className="link", **undo)]
