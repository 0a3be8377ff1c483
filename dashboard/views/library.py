"""The library: every article with its events counted, and what each month has; take one out, put it back."""

from typing import Any

import dash
import dash_ag_grid as dag
import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html
from flask import Response

from dashboard.views import draft
from dashboard.views.reread import is_older
from timeline.articles.language import LANGUAGES
from timeline.errors import TimelineError
from timeline.exporters import csv
from timeline.store import Store

OLDER = "Show those alone"
AGAIN = "See what today’s rules find in all that older ones read; nothing is stored before you say so"


def layout(store: Store, read_only: bool) -> Any:
    """Search, the coverage by month, the grid, and the question before an article is taken out."""
    search = dmc.TextInput(
        id="library-search", placeholder="Search articles", size="sm", debounce=False, w=280,
        **{"aria-label": "Search articles"},
    )  # fmt: skip
    listed = html.A("Export list", id="library-export", href="/export/articles.csv", className="plain")
    pairs = html.A("Possible duplicates", href="/duplicates", className="plain", **{"data-go": "/duplicates"})
    older = html.Button(
        "",
        id="library-older",
        className="plain",
        hidden=True,
        title=OLDER,
        **{"data-do": "library-older", "aria-pressed": "false"},
    )
    again = html.Button(
        "Read them again", id="library-again", className="plain", hidden=True, title=AGAIN,
        **{"data-do": "library-again"},
    )  # fmt: skip
    tools = [older, listed] if read_only else [older, again, pairs, listed]
    head = html.Div(
        [html.H1("Library"), html.P(id="library-count", className="muted", role="status"), *tools, search]
    )
    head.className = "library-head"
    strip = html.Div(
        id="coverage", className="coverage", role="group", hidden=True, **{"aria-label": "Articles by month"}
    )
    parts = [head, strip, html.Div(_grid(_rows(store), read_only), id="library-table")]
    return html.Div(parts if read_only else [*parts, _picked(), *_removal()], className="library")


def register(app: Dash, store: Store, read_only: bool) -> None:
    """Fill the grid, search it, export the list, remove and put back."""

    @app.callback(
        Output("library-grid", "rowData"), Input("version", "data"), Input("route", "data"),
        prevent_initial_call=True,
    )  # fmt: skip
    def fill(_version: int, route: str | None) -> Any:
        return _rows(store) if route == "library" else dash.no_update

    app.clientside_callback(
        ClientsideFunction("timeline", "librarySearch"),
        Output("library-count", "children", allow_duplicate=True),
        Input("library-search", "value"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("timeline", "libraryRows"),
        Output("library-count", "children"),
        Input("library-grid", "rowData"),
    )

    @app.server.route("/export/articles.csv")
    def articles_table() -> Response:
        answer = Response(csv.write(store.articles()), mimetype="text/csv")
        answer.headers["Content-Disposition"] = 'attachment; filename="articles.csv"'
        return answer

    if not read_only:
        _removing(app, store)


def _removing(app: Dash, store: Store) -> None:
    @app.callback(
        Output("library-question", "children"),
        Output("library-ask", "opened"),
        Input("library-chosen", "data"),
        prevent_initial_call=True,
    )
    def question(article_id: str | None) -> tuple[Any, bool]:
        if not article_id:
            return dash.no_update, False
        try:
            article = store.article(article_id)
            told = store.event_list(article_id=article_id)
        except TimelineError as why:
            return str(why), True
        alone = sum({mention.article_id for mention in event.mentions} == {article_id} for event in told)
        lost = "1 event loses" if alone == 1 else f"{alone} events lose"
        return [
            html.P(html.Strong(article.title or "Untitled article")),
            html.P(
                f"{lost} the only source and leave the timeline."
                if alone
                else "No event loses its only source."
            ),
        ], True

    @app.callback(
        Output("library-removed", "data"),
        Output("library-ask", "opened", allow_duplicate=True),
        Output("library-toast", "hidden"),
        Output("version", "data", allow_duplicate=True),
        Input("library-remove", "n_clicks"),
        State("library-chosen", "data"),
        prevent_initial_call=True,
    )
    def remove(_n: int, article_id: str | None) -> tuple[Any, ...]:
        if not article_id:
            return dash.no_update, False, dash.no_update, dash.no_update
        try:
            kept = draft.kept(store, article_id)
            store.remove(article_id)
        except TimelineError:  # someone else has removed it
            return dash.no_update, False, True, store.data_version()
        return kept, False, False, store.data_version()

    @app.callback(
        Output("library-toast", "hidden", allow_duplicate=True),
        Output("version", "data", allow_duplicate=True),
        Input("library-undo", "n_clicks"),
        State("library-removed", "data"),
        prevent_initial_call=True,
    )
    def put_back(_n: int, kept: dict[str, Any] | None) -> tuple[Any, ...]:
        if kept:
            draft.put_back(store, kept)
        return True, store.data_version()


def _rows(store: Store) -> list[dict[str, Any]]:
    frame = store.articles()
    return [
        {
            "id": at,
            "published": record["published"][:10],
            "publisher": record["publisher"] or "",
            "title": record["title"] or "Untitled article",
            "language": LANGUAGES.get(record["language"], record["language"]),
            "events": int(record["events"]),
            "added": record["added"],
            "reader": "older rules" if is_older(record["reader"]) else "today’s rules",
        }
        for at, record in zip(frame.index, frame.to_dict("records"), strict=True)
    ]


def _grid(rows: list[dict[str, Any]], read_only: bool) -> Any:
    columns: list[dict[str, Any]] = [
        {"field": "published", "headerName": "Published", "width": 118, "cellRenderer": "Day"},
        {
            "field": "title",
            "headerName": "Article",
            "flex": 1,
            "minWidth": 200,
            "cellRenderer": "ArticleLink",
            "wrapText": True,
            "autoHeight": True,
        },
        {"field": "publisher", "headerName": "Publisher", "width": 252},
        {"field": "events", "headerName": "Events", "width": 96, "type": "rightAligned"},
        {"field": "language", "headerName": "Language", "width": 104},
        {"field": "reader", "headerName": "Read by", "width": 122},
        {"field": "added", "headerName": "Added", "width": 118, "cellRenderer": "Day"},
    ]
    if not read_only:
        columns.append(
            {
                "field": "id",
                "headerName": "Actions",
                "width": 190,
                "sortable": False,
                "cellRenderer": "ArticleActions",
            }
        )
    options: dict[str, Any] = {"rowHeight": 40, "headerHeight": 36, "animateRows": False}
    options["suppressColumnMoveAnimation"] = True  # else the columns of a new grid slide over each other
    if not read_only:
        picking = {"mode": "multiRow", "headerCheckbox": True, "selectAll": "filtered"}
        options["rowSelection"] = picking | {"checkboxes": True, "enableClickSelection": False}
        options["selectionColumnDef"] = {"width": 44, "sortable": False, "resizable": False}
    return dag.AgGrid(
        id="library-grid",
        rowData=rows,
        columnDefs=columns,
        defaultColDef={"sortable": True, "resizable": True, "suppressHeaderMenuButton": True},
        getRowId="params.data.id",
        dashGridOptions=options,
        className="grid-own",
        style={"height": "100%"},
    )


def _picked() -> Any:
    """What can be done with the articles that are selected; away while there are none."""
    words = [
        html.Strong(id="library-picked-count", role="status"),
        html.Button("Read again", className="plain", **{"data-do": "library-reread"}),
        html.Button("Clear", className="link", title="Select nothing", **{"data-do": "library-none"}),
    ]
    return html.Section(
        words, id="library-picked", className="picked-bar", hidden=True, **{"aria-label": "Selected articles"}
    )


def _removal() -> list[Any]:
    return [
        dmc.Modal(
            [
                html.Div(id="library-question", className="ask"),
                html.Div(
                    [
                        html.Button("Remove article", id="library-remove", className="button"),
                        html.Button("Keep it", className="plain", **{"data-do": "library-keep"}),
                    ],
                    className="row ask-buttons",
                ),
            ],
            id="library-ask",
            title="Remove this article?",
            opened=False,
            centered=True,
            zIndex=400,
            closeButtonProps={"aria-label": "Close"},
        ),
        html.Div(
            ["The article is removed. ", html.Button("Undo", id="library-undo", className="link")],
            id="library-toast",
            className="toast-own",
            role="status",
            hidden=True,
        ),
        dcc.Store(id="library-chosen"),
        dcc.Store(id="library-removed"),
    ]
