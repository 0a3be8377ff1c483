"""The page: a store in, a Dash app out. Frame, views and security headers; the views do the rest.

A view is one module with `layout(store, read_only)` and `register(app, store, read_only)`, and one
row in VIEWS. All views stay on the page once opened; the address (`state.path`) says which is shown.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html

from dashboard import failures, merged, state
from dashboard.bundle import bundle
from dashboard.document import BEFORE_PAINT, INDEX, MANTINE, leave_out
from dashboard.headers import compressing, protect
from dashboard.markup import still
from dashboard.views import (
    about,
    actors,
    add,
    article,
    bulk,
    card,
    duplicates,
    export,
    filters,
    first,
    history,
    library,
    places,
    queue,
    reread,
    share,
    table,
    timeline,
    unreviewed,
)
from timeline.events.kinds import LANES
from timeline.legend import legend
from timeline.palette import LANE_ORDER, light_to_dark
from timeline.store import Store


@dataclass(frozen=True, slots=True)
class Page:
    """One view: where it is, what its tab is called ("" for none), how it is made."""

    name: str
    path: str
    tab: str
    layout: Callable[[Store, bool], Any]
    register: Callable[[Dash, Store, bool], None]
    filtered: bool = False
    """Whether the filter bar is above it."""
    header: Callable[[Store, bool], Any] | None = None
    """What it puts into the header, beside the search (a button, a menu)."""
    count: Callable[[Store], int] | None = None
    """What its tab counts."""
    script: str = ""
    """The script that it needs besides those of every view (`document.SCRIPTS`)."""
    writes: bool = False
    """Whether it is there to change the timeline, and so is left out where that may only be read."""


VIEWS: tuple[Page, ...] = (
    Page("timeline", "/", "Timeline", timeline.layout, timeline.register, filtered=True),
    Page("list", "/list", "List", table.layout, table.register, filtered=True, script="dash_ag_grid"),
    Page("library", "/library", "Library", library.layout, library.register, script="dash_ag_grid"),
    Page("review", "/review", "Review", queue.layout, queue.register, writes=True, count=queue.waiting),
    Page("actors", "/actors", "Actors", actors.layout, actors.register, filtered=True),
    Page("places", "/places", "Places", places.layout, places.register, filtered=True),
    Page("about", "/about", "About", about.layout, about.register),
    Page("article", "/article", "", article.layout, article.register),
    Page("duplicates", "/duplicates", "", duplicates.layout, duplicates.register, writes=True),
    Page("add", "/add", "", add.layout, add.register, header=add.header, writes=True),
)
"""Every view; the first is on the page from the start."""


def make_app(store: Store, read_only: bool = False) -> Dash:
    """The dashboard of `store`; with `read_only` nothing can be added or edited."""
    app = Dash(
        "dashboard",
        server=compressing(),
        assets_folder=str(Path(__file__).parent / "assets"),
        title="Crisis Timeline",
        update_title="",
        index_string=INDEX,
        serve_locally=True,
        compress=True,
        suppress_callback_exceptions=True,  # views are put on the page when they are first opened
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
    )
    app.layout = lambda: _frame(store, read_only)
    _routing(app, store, read_only)
    filters.register(app, store)
    card.register(app, store, read_only)
    export.register(app, store)
    share.register(app, store)
    unreviewed.register(app, store)
    if not read_only:
        bulk.register(app, store)
        first.register(app, store)
        reread.register(app, store)
    for page in views_of(read_only):
        page.register(app, store, read_only)
    merged.register(app, store)
    leave_out(app)
    bundle(app)
    protect(app, BEFORE_PAINT)
    failures.tell(app.server)
    return app


def views_of(read_only: bool) -> tuple[Page, ...]:
    """The views that there are: all, or those that only show."""
    return tuple(page for page in VIEWS if not (read_only and page.writes))


def _frame(store: Store, read_only: bool) -> Any:
    first, *others = views_of(read_only)
    views = [
        html.Section(first.layout(store, read_only), id=f"view-{first.name}", className="view"),
        *(html.Section(id=f"view-{page.name}", className="view", hidden=True) for page in others),
        html.Section(_missing(), id="view-missing", className="view", hidden=True),
    ]
    page = [
        html.A("Skip to the timeline", href="#main", className="skip"),
        _header(store, read_only),
        html.Main(
            [
                html.Div(id="print-head"),
                filters.layout(store),
                html.Div(id="notice", role="alert", hidden=True),
                html.Div(
                    [html.Div(views, className="views"), card.edge(), card.layout(read_only)],
                    className="stage",
                ),
            ],
            id="main",
            tabIndex="-1",
        ),
        still(
            html.Footer(
                html.A("Open the whole timeline", href="/", target="_top", id="embed-back", className="back")
            )
        ),
        html.Div(id="toast", role="status", **{"aria-live": "polite"}),
        *([] if read_only else [bulk.bar(), history.toast(), reread.dialog()]),
        *_stores(store, read_only),
    ]
    return dmc.MantineProvider(page, theme=MANTINE, defaultColorScheme="auto")


def _stores(store: Store, read_only: bool) -> list[Any]:
    """What the browser keeps; `assets/state.js` fills them from the address bar."""
    views = [
        {key: getattr(page, key) for key in ("name", "path", "tab", "filtered", "script")}
        for page in views_of(read_only)
    ]
    return [
        dcc.Store(
            id="start",
            data={
                "views": views,
                "colours": light_to_dark(),
                "kinds": _kinds_of_lanes(),
                "vocabulary": state.VOCABULARY,
                "legend": legend(),
                "sample": first.sample(read_only),
                "version": store.data_version(),
            },
        ),
        dcc.Store(id="state"),
        dcc.Store(id="filters"),
        dcc.Store(id="selected"),
        dcc.Store(id="route"),
        dcc.Store(id="version", data=0),
        *(dcc.Store(id=f"open-{page.name}") for page in views_of(read_only)[1:]),
    ]


def _kinds_of_lanes() -> dict[str, list[str]]:
    return {lane: [kind for kind, group in LANES.items() if group == lane] for lane in LANE_ORDER}


def _header(store: Store, read_only: bool) -> Any:
    tabs = [
        html.A(
            _tab(page, store),
            href=page.path,
            className="tab",
            id=f"tab-{page.name}",
            **{"data-go": page.path},
        )
        for page in views_of(read_only)
        if page.tab
    ]
    return html.Header(
        [
            html.A("Crisis Timeline", href="/", className="brand", **{"data-go": "/"}),
            html.Nav(tabs, className="tabs", **{"aria-label": "Views"}),
            filters.search(),
            filters.opener(),
            html.Div(
                [
                    *([html.Span("Read-only", className="badge")] if read_only else []),
                    *(page.header(store, read_only) for page in views_of(read_only) if page.header),
                    export.menu(),
                    share.menu(),
                    html.Button(
                        "?",
                        id="btn-help",
                        className="plain square",
                        title="Keys",
                        **_named("Help and keys", "help"),
                    ),
                    dmc.ColorSchemeToggle(
                        id="theme-toggle",
                        lightIcon=html.Span("☀", className="glyph"),
                        darkIcon=html.Span("☾", className="glyph"),
                        variant="subtle",
                        color="gray",
                        size=36,
                        **{"aria-label": "Switch between light and dark"},
                    ),
                ],
                className="actions",
            ),
        ],
        className="top",
    )


def _tab(page: Page, store: Store) -> str:
    return f"{page.tab} ({page.count(store):,})" if page.count else page.tab


def _named(label: str, action: str) -> dict[str, Any]:
    return {"aria-label": label, "data-do": action}


def _missing() -> Any:
    return html.Div(
        [
            html.H1("There is no such page"),
            html.P("The address may be mistyped, or the event may have been removed."),
            dmc.TextInput(
                id="missing-search",
                placeholder="Search events",
                w=280,
                **{"aria-label": "Search events here"},
            ),
            html.A("Go to the timeline", href="/", className="button", **{"data-go": "/"}),
        ],
        className="empty",
    )


def _routing(app: Dash, store: Store, read_only: bool) -> None:
    app.clientside_callback(
        ClientsideFunction("timeline", "start"),
        Output("selected", "data"),
        Input("start", "data"),
    )
    app.clientside_callback(
        ClientsideFunction("timeline", "missingSearch"),
        Output("missing-search", "value"),
        Input("missing-search", "n_submit"),
        State("missing-search", "value"),
        prevent_initial_call=True,
    )
    for page in views_of(read_only)[1:]:
        _mount(app, page, store, read_only)


def _mount(app: Dash, page: Page, store: Store, read_only: bool) -> None:
    """Put the view on the page when it is first opened, once: a grid built anew leaks (plotly/dash 3074)."""

    @app.callback(
        Output(f"view-{page.name}", "children"),
        Input(f"open-{page.name}", "data"),
        prevent_initial_call=True,
    )
    def mount(_opened: int) -> Any:
        return page.layout(store, read_only)
