"""Stored articles read again: what today's rules would change, shown before it is saved.

One dialog and one toast for one article and for many; `assets/reread.js` opens it where a button names
some, and follows how far it is. Readers' corrections stay, and all of it can be taken back.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

import dash
import dash_mantine_components as dmc
from dash import MATCH, ClientsideFunction, Dash, Input, Output, State, dcc, html
from flask import Response, jsonify, request

from dashboard.views.changes import counted, listed, told
from dashboard.work import Cancelled, Work
from timeline import wording
from timeline.articles import parse_published
from timeline.errors import TimelineError
from timeline.reader import reader
from timeline.store import Reread, Store, together

STORES = ("reread-chosen", "reread-wanted", "reread-unwanted", "reread-over", "redate-wanted", "redate-read")
FORGOTTEN = "This can no longer be taken back: it has been already, or too much has been read again since."


def dialog() -> Any:
    """The question with what would change, how far it is, and the toast that offers to take it back."""
    buttons = [
        html.Button("Save the changes", id="reread-save", className="button", **{"data-do": "reread-save"}),
        html.Button("Close", id="reread-close", className="plain", **{"data-do": "reread-close"}),
    ]
    box = dmc.Modal(
        [html.Div(id="reread-found", className="ask"), html.Div(buttons, className="row ask-buttons")],
        id="reread-ask",
        title="Read again",
        opened=False,
        centered=True,
        size=640,
        zIndex=400,
        closeButtonProps={"aria-label": "Close"},
    )
    cancel = html.Button("Cancel", className="link", **{"data-do": "reread-cancel"})
    bar = html.Progress(id="reread-bar", value="0", max="1", **{"aria-label": "Articles read again"})
    working = html.Div(
        [html.Span(id="reread-doing", role="status"), bar, cancel],
        id="reread-working",
        className="toast-own",
        hidden=True,
    )
    undo = html.Button("Undo", id="reread-undo", className="link", **{"data-do": "reread-undo"})
    close = html.Button("×", className="link", **{"data-do": "reread-done", "aria-label": "Close"})
    toast = html.Div(
        [html.Span(id="reread-said"), " ", undo, close],
        id="reread-toast",
        className="toast-own",
        role="status",
        hidden=True,
    )
    return html.Div([box, _redating(), working, toast, *(dcc.Store(id=name) for name in STORES)])


def _redating() -> Any:
    """Where another publication date is typed, with which an article is read again."""
    day = dmc.TextInput(id="redate-day", label="Published", placeholder="12 February 2022", debounce=False)
    buttons = [
        html.Button("See what changes", className="button", **{"data-do": "redate-see"}),
        html.Button("Close", className="plain", **{"data-do": "redate-close"}),
    ]
    why = "Words such as “on Friday” mean days seen from this one: the article is read again."
    body = [html.P(why, className="muted"), day, html.Div(buttons, className="row ask-buttons")]
    return dmc.Modal(
        html.Div(body, className="add-form"), id="redate-ask", title="Change publication date", opened=False,
        centered=True, zIndex=400, closeButtonProps={"aria-label": "Close"},
    )  # fmt: skip


def register(app: Dash, store: Store) -> None:
    """Show what would change, save it, take it back."""
    work: Work[list[Reread]] = Work()
    _redate(app)
    _previewing(app, store, work)
    _saving(app, store, work)

    @app.server.route("/reread", methods=["POST"])
    def follow() -> Response:
        """How far some work is, with `cancel` it is to stop; with `saved`, whether it can be taken back."""
        key = request.args.get("key", "")
        if "saved" in request.args:
            return jsonify({"saved": bool(store.kept_reread(key))})
        if "cancel" in request.args:
            work.cancel(key)
        progress = work.progress(key)
        return jsonify({"done": progress.done, "of": progress.steps} if progress else {})

    app.clientside_callback(
        ClientsideFunction("timeline", "rereadOver"), Input("reread-over", "data"), prevent_initial_call=True
    )


def _redate(app: Dash) -> None:
    """What was typed as a publication date, read or refused."""

    @app.callback(
        Output("redate-read", "data"),
        Output("redate-day", "error"),
        Input("redate-wanted", "data"),
        prevent_initial_call=True,
    )
    def read(wanted: dict[str, Any]) -> tuple[Any, Any]:
        try:
            day, _ = parse_published(wanted["text"])
        except TimelineError as why:
            return dash.no_update, wording.sentence(str(why))
        return {"id": wanted["id"], "published": day.isoformat(), "at": wanted["at"]}, None

    app.clientside_callback(
        ClientsideFunction("timeline", "redateRead"), Input("redate-read", "data"), prevent_initial_call=True
    )


def _previewing(app: Dash, store: Store, work: Work[list[Reread]]) -> None:
    @app.callback(
        Output("reread-found", "children"),
        Output("reread-save", "hidden"),
        Output("reread-ask", "opened"),
        Output("version", "data", allow_duplicate=True),
        Output("reread-over", "data"),
        Input("reread-chosen", "data"),
        prevent_initial_call=True,
    )
    def preview(chosen: dict[str, Any]) -> tuple[Any, ...]:
        key, over = chosen["key"], {"key": chosen["key"]}
        try:
            ids = _there(store, chosen["ids"])
            found = store.reread_several(work.steps(key, ids), trial=True, published=_published(chosen))
            noted = [] if any(found) else [one.article_id for one in found if is_older(one.reader)]
            if noted:  # changes nothing but that they are read by today's rules
                store.reread_several(work.steps(key, noted))
        except Cancelled:
            return dash.no_update, True, False, dash.no_update, over
        except TimelineError as why:
            return html.P(wording.sentence(str(why))), True, True, dash.no_update, over
        work.keep(key, found)
        version = store.data_version() if noted else dash.no_update
        parts = listed(found, _titles(store, ids), _published(chosen))
        return parts, not any(found), True, version, over

    @app.callback(
        Output({"type": "reread-told", "at": MATCH}, "children"),
        Input({"type": "reread-one", "at": MATCH}, "n_clicks"),
        State("reread-chosen", "data"),
        prevent_initial_call=True,
    )
    def one(clicks: int | None, chosen: dict[str, Any]) -> Any:
        if clicks != 1:  # it was closed, or is there already
            return dash.no_update
        found = work.kept(chosen["key"])
        at = dash.callback_context.triggered_id["at"]
        return told(found[at]) if found else html.P("Read the articles again to see it.")


def _saving(app: Dash, store: Store, work: Work[list[Reread]]) -> None:
    outputs = (
        Output("reread-said", "children", allow_duplicate=True),
        Output("reread-undo", "hidden", allow_duplicate=True),
        Output("reread-toast", "hidden", allow_duplicate=True),
        Output("version", "data", allow_duplicate=True),
        Output("reread-over", "data", allow_duplicate=True),
    )

    @app.callback(*outputs, Input("reread-wanted", "data"), prevent_initial_call=True)
    def save(wanted: dict[str, Any]) -> tuple[Any, ...]:
        key = wanted["key"]
        try:
            steps = work.steps(key, _there(store, wanted["ids"]))
            done = store.reread_several(steps, key=key, published=_published(wanted))
        except TimelineError as why:  # cancelled, or someone else has removed it
            return wording.sentence(str(why)), True, False, store.data_version(), {"key": key}
        unchanged = "no event has changed" if any(done) else "nothing has changed"
        changed = counted(together(done)) or unchanged
        said = (
            f"Read again: {changed}." if len(done) == 1 else f"{len(done):,} articles read again: {changed}."
        )
        return said, False, False, store.data_version(), {"key": key, "saved": said}

    @app.callback(*outputs, Input("reread-unwanted", "data"), prevent_initial_call=True)
    def undo(unwanted: dict[str, Any]) -> tuple[Any, ...]:
        key, over = unwanted["key"], {"key": unwanted["key"]}
        saved = unwanted["saved"]
        done = store.kept_reread(saved)
        if not done:
            return FORGOTTEN, True, False, store.data_version(), over
        try:
            store.take_back_reread(work.steps(key, done[::-1]), key=saved)
        except Cancelled as why:
            return wording.sentence(str(why)), False, False, store.data_version(), over
        except TimelineError as why:
            return wording.sentence(str(why)), True, False, store.data_version(), over
        return "", True, True, store.data_version(), over


def _published(asked: dict[str, Any]) -> date | None:
    return date.fromisoformat(asked["published"]) if asked.get("published") else None


def is_older(read_by: str) -> bool:
    """Whether other rules than today's read an article."""
    return read_by != reader()


def _there(store: Store, ids: Sequence[str]) -> list[str]:
    """Those of some articles that nobody has removed meanwhile; the first where none is left, to say so."""
    known = store.articles().index
    return [article_id for article_id in ids if article_id in known] or list(ids[:1])


def _titles(store: Store, ids: Sequence[str]) -> list[str]:
    titles = store.articles()["title"]
    return [titles[article_id] or "Untitled article" for article_id in ids]
