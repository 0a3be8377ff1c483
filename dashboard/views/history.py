"""What readers changed about an event: listed in its card, taken back and made again from there.

Ctrl+Z and Ctrl+Shift+Z do the same with the last edit of their window, which each answer of the server
names; the browser sends both as `turn`. What others changed is taken back by the history.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import dash
from dash import ClientsideFunction, Dash, Input, Output, dcc, html
from flask import Response

from timeline import wording
from timeline.errors import TimelineError
from timeline.store import Store
from timeline.store.codec import place_of, when_of
from timeline.store.edits import Edit

_DONE = {
    "hide": "Hidden", "show": "Shown again", "split": "Split", "add": "Added by hand", "accept": "Accepted",
    "separate": "Kept apart from an event like it", "link": "Linked with a related event",
}  # fmt: skip
_NAMES = {"actors": "who", "place": "where", "when": "date"}


def stores() -> list[Any]:
    """What the browser asks to be turned, and what came of it."""
    return [dcc.Store(id="turn"), dcc.Store(id="turned"), dcc.Store(id="saved")]


def toast() -> Any:
    """Where `assets/undo.js` says what was done and offers to take it back."""
    return html.Div(id="undo-toast", role="status", hidden=True)


def saved(said: str, edits: Sequence[int] = ()) -> dict[str, Any]:
    """What the toast says, and the edit by which it takes back all that was saved together."""
    return {"said": said, "edit": edits[-1] if edits else None}


def register(app: Dash, store: Store) -> None:
    """Take an edit back or make it again; tell each window what it has saved."""

    @app.server.before_request
    def begin() -> None:
        store.saved()  # by another window, in the same thread

    @app.server.after_request
    def tell(answer: Response) -> Response:
        if steps := store.saved():
            answer.headers["X-Saved"] = " ".join(map(str, steps))
        return answer

    @app.callback(
        Output("version", "data", allow_duplicate=True),
        Output("turned", "data"),
        Input("turn", "data"),
        prevent_initial_call=True,
    )
    def turn(asked: dict[str, Any]) -> tuple[Any, ...]:
        again, together = bool(asked.get("again")), bool(asked.get("together"))
        try:
            edits = (store.redo if again else store.undo)(asked["edit"], together=together)
        except TimelineError as problem:
            return dash.no_update, {"said": wording.sentence(str(problem)), "edits": []}
        said = words(edits[0]) if len(edits) == 1 else f"{len(edits):,} changes that were saved together"
        done = {"said": f"{'Made again' if again else 'Taken back'}: {said}", "again": again}
        return store.data_version(), done | {"edits": [edit.id for edit in edits]}

    for name, function in (("turned", "turned"), ("saved", "offerUndo")):
        app.clientside_callback(
            ClientsideFunction("timeline", function), Input(name, "data"), prevent_initial_call=True
        )


def section(edits: Iterable[Edit], *, read_only: bool) -> Any:
    """The history in an event's card, newest first; None where nobody changed it."""
    entries = [_entry(edit, read_only=read_only) for edit in edits]
    return html.Section([html.H3("History"), html.Ol(entries)], id="history") if entries else None


def words(edit: Edit) -> str:
    """What an edit did, in a few words: "date: on 12 February 2015"."""
    if edit.action == "merge":
        return f"Merged {len(edit.change.get('events', ()))} events"
    if edit.action != "change":
        return _DONE[edit.action]
    told = [_changed(name, value) for name, value in edit.change.items() if name != "note"]
    return "; ".join(told) or "Note"


def _changed(name: str, value: Any) -> str:
    match name:
        case "when":
            value = wording.spoken(when_of(value))
        case "actors" | "tags":
            value = ", ".join(value)
        case "place":
            place = place_of(value)
            value = place.name if place else ""
    return wording.capitalised(f"{_NAMES.get(name, name)}: {value or 'none'}")


def _entry(edit: Edit, *, read_only: bool) -> Any:
    at = datetime.fromisoformat(edit.at)
    stamp = f"{wording.days(at.date(), at.date())}, {at:%H:%M} UTC"
    said: Any = html.Del(words(edit)) if edit.undone else words(edit)
    name = "Make again" if edit.undone else "Take back"
    button = html.Button(
        name, className="link", **{"data-do": "turn", "data-edit": edit.id, "data-again": str(edit.undone)}
    )
    note = edit.note or edit.change.get("note")
    return html.Li(
        [
            html.Div(
                [html.Time(stamp, dateTime=edit.at, className="muted"), *([] if read_only else [button])]
            ),
            html.Div(said),
            html.Div(f"“{note}”", className="muted") if note else None,
        ]
    )
