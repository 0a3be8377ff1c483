"""Adding articles: paste, files or addresses in; a review of what was found; then into the store.

Nothing is stored before "Add". The server reads and saves; the browser (`assets/add.js`) draws the
review from the draft and keeps the reader's decisions.
"""

import json
from typing import Any

import dash
import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html
from flask import Response, request

from dashboard.views import byhand, date_field, draft, intake, saving, sources
from dashboard.views.reading import lane
from timeline import wording
from timeline.errors import TimelineError
from timeline.events.kinds import KINDS
from timeline.marks import day_of
from timeline.model import Status, When
from timeline.store import Store

STORES = ("add-ready", "draft", "decisions", "done", "editing", "applied")
AROUND = 2000
"""Events, at most, that the preview shows around the new ones."""


def header(_store: Store, _read_only: bool) -> Any:
    """The header's button."""
    words = ["+", html.Span("\u00a0Add article", className="wide")]
    named = {"data-go": "/add", "aria-label": "Add article"}
    return html.A(words, id="btn-add", href="/add", className="button", title="Add article", **named)


def layout(_store: Store, _read_only: bool) -> Any:
    """Four steps, one shown at a time: source, reading, review, what changed."""
    return html.Div(
        [
            html.Div([html.H1("Add articles"), _steps()], className="add-head"),
            html.Div(id="add-problems", role="alert"),
            intake.layout(),
            html.Section(_progress(), id="add-reading", hidden=True),
            html.Section(_review(), id="add-review", hidden=True),
            html.Section(_done(), id="add-done", hidden=True),
            _form(),
            *(dcc.Store(id=name) for name in STORES),
        ],
        className="page add",
    )


def register(app: Dash, store: Store, _read_only: bool) -> None:
    """Read, review, save, undo."""
    byhand.register(app, store)
    _reading(app, store)
    _reviewing(app)
    _saving(app, store)


def _steps() -> Any:
    names = ("Source", "Reading", "Review", "Done")
    return html.Ol(
        [
            html.Li(name, id=f"step-{number}", **({} if number else {"aria-current": "step"}))
            for number, name in enumerate(names)
        ],
        className="steps",
    )


def _progress() -> list[Any]:
    return [
        html.P("Reading…", id="reading-said", role="status"),
        html.Progress(id="reading-bar", value="0", max="1", **{"aria-label": "Articles read"}),
        html.P(
            "You can look at other screens meanwhile; nothing is stored before you say so.", className="muted"
        ),
        html.Div(
            html.Button("Cancel", id="reading-cancel", className="plain", **{"data-do": "read-cancel"}),
            className="row",
        ),
    ]


def _review() -> list[Any]:
    return [
        html.Div(
            [
                html.P(id="review-count", role="status"),
                html.Button("Back to the source", className="plain", **{"data-do": "review-back"}),
                # the button's own state is that of saving, the fieldset's that of what there is to save
                html.Fieldset(
                    html.Button("Add", id="btn-save-accepted", className="button"),
                    id="save-able",
                    className="bare",
                    disabled=True,
                ),
            ],
            className="review-bar",
        ),
        html.Div(id="review-bulk", className="row", role="group", **{"aria-label": "Decide on several"}),
        html.Div(id="review-preview"),
        html.P(id="save-problem", className="warning", role="alert"),
        html.Div(
            [
                html.Div(
                    id="review-text", className="review-text", tabIndex="0", role="region",
                    **{"aria-label": "Text of the articles"},
                ),
                html.Div(
                    id="review-cards", className="review-cards", role="list", **{"aria-label": "Events found"}
                ),
            ],
            className="review",
        ),
    ]  # fmt: skip


def _done() -> list[Any]:
    return [
        html.Div(id="whats-changed", role="status", tabIndex="-1"),
        html.P(id="undo-problem", className="warning", role="alert"),
        html.Div(
            [
                html.A("Show the timeline", href="/", className="button", **{"data-go": "/"}),
                html.Button("Add another", className="plain", **{"data-do": "add-another"}),
                html.Button("Undo all", id="btn-undo-all", className="plain"),
            ],
            className="row",
        ),
    ]


def _form() -> Any:
    """The dialog in which one found event is edited; it stands once and is filled by the browser."""
    return dmc.Modal(
        [
            html.Div(
                [
                    dmc.Textarea(
                        id="review-title", label="Title", autosize=True, minRows=1, maxRows=4, debounce=False
                    ),
                    *date_field.layout("review"),
                    dmc.Select(id="review-kind", label="Kind", data=list(KINDS), allowDeselect=False),
                    dmc.Select(
                        id="review-status", label="Status", data=[str(s) for s in Status], allowDeselect=False
                    ),
                    html.Div(
                        [
                            html.Button("Use this", id="review-apply", className="button"),
                            html.Button("Cancel", className="plain", **{"data-do": "review-cancel"}),
                        ],
                        className="row",
                    ),
                ],
                className="add-form",
            )
        ],
        id="review-form",
        title="Edit this event",
        opened=False,
        centered=True,
        zIndex=400,
        closeButtonProps={"aria-label": "Close"},
    )


def _reading(app: Dash, store: Store) -> None:
    """`/add/read` answers with a line of JSON for each article of what was sent, as it is read."""

    @app.server.route("/add/read", methods=["POST"])
    def read() -> Response:
        given = request.args
        words = {name: given.get(name, "") for name in ("kind", "name", "published", "publisher", "title")}
        source = sources.Source(data=request.get_data(), **words)
        found = list(sources.read(source))
        told = draft.entries(store, found, dateless="dateless" in given)
        return Response((json.dumps(line) + "\n" for line in told), mimetype="application/x-ndjson")

    @app.server.route("/add/around")
    def around() -> Response:
        frame = store.events(begin=request.args.get("from"), end=request.args.get("to")).head(AROUND)
        days = zip(frame["begin"].tolist(), frame["kind"].tolist(), strict=True)
        marks = [[str(found), lane(str(kind))] for day, kind in days if (found := day_of(day))]
        return Response(json.dumps(marks), mimetype="application/json")

    app.clientside_callback(
        ClientsideFunction("timeline", "addReady"), Output("add-ready", "data"), Input("add-source", "id")
    )


def _reviewing(app: Dash) -> None:
    app.clientside_callback(
        ClientsideFunction("timeline", "applied"), Input("applied", "data"), prevent_initial_call=True
    )

    def reads(text: str, editing: dict[str, Any] | None) -> When:
        return draft.typed(text, draft.day_of((editing or {}).get("published", "")))

    date_field.register(app, "review", reads, State("editing", "data"))
    for name in ("when", "title"):
        app.clientside_callback(
            ClientsideFunction("timeline", "noError"),
            Output(f"review-{name}", "error", allow_duplicate=True),
            Input(f"review-{name}", "value"),
            prevent_initial_call=True,
        )

    @app.callback(
        Output("applied", "data"),
        Output("review-when", "error"),
        Output("review-title", "error"),
        Input("review-apply", "n_clicks"),
        State("editing", "data"),
        State("review-title", "value"),
        State("review-when", "value"),
        State("review-kind", "value"),
        State("review-status", "value"),
        prevent_initial_call=True,
    )
    def apply(
        _n: int, editing: dict[str, Any], title: str | None, when: str | None, kind: str, status: str
    ) -> tuple[Any, ...]:
        if not (title or "").strip():
            return dash.no_update, None, "An event has a title."
        day = draft.day_of(editing["published"])
        try:
            read = draft.read_edit(title or "", when or "", kind, status, day)
        except TimelineError as why:
            return dash.no_update, wording.sentence(str(why)), None
        return {"number": editing["number"], **read}, None, None


def _saving(app: Dash, store: Store) -> None:
    @app.callback(
        Output("done", "data"),
        Output("version", "data", allow_duplicate=True),
        Output("save-problem", "children"),
        Input("btn-save-accepted", "n_clicks"),
        State("draft", "data"),
        State("decisions", "data"),
        prevent_initial_call=True,
        running=[(Output("btn-save-accepted", "disabled"), True, False)],
    )
    def save(
        clicks: int | None, kept: dict[str, Any] | None, decisions: dict[str, Any] | None
    ) -> tuple[Any, ...]:
        if not clicks or not kept:  # it is called when the screen is put in, too
            return dash.no_update, dash.no_update, ""
        try:
            done = saving.save(store, kept, decisions or {})
        except TimelineError as why:
            return dash.no_update, dash.no_update, wording.sentence(str(why))
        return done, store.data_version(), ""

    @app.callback(
        Output("done", "data", allow_duplicate=True),
        Output("version", "data", allow_duplicate=True),
        Output("undo-problem", "children"),
        Input("btn-undo-all", "n_clicks"),
        State("done", "data"),
        prevent_initial_call=True,
    )
    def undo(_n: int, done: dict[str, Any] | None) -> tuple[Any, ...]:
        if not done or done.get("undone"):
            return dash.no_update, dash.no_update, ""
        try:
            saving.undo(store, done)
        except TimelineError as why:
            return dash.no_update, store.data_version(), wording.sentence(str(why))
        return {**done, "undone": True}, store.data_version(), ""

    app.clientside_callback(
        ClientsideFunction("timeline", "added"), Input("done", "data"), prevent_initial_call=True
    )
