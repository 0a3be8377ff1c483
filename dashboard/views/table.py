"""The list: the wanted events as a grid that asks for a hundred rows at a time, or as a chronicle.

The same state as the timeline's chooses the events; the server sorts and cuts, the browser
(`assets/table.js`) draws the chronicle and opens the card of a row.
"""

from datetime import date
from functools import lru_cache
from typing import Any

import dash
import dash_ag_grid as dag
import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html

from dashboard import state
from dashboard.views import bulk, card
from dashboard.views.reading import lane
from timeline import wording
from timeline.events.kinds import KINDS
from timeline.exporters import frame as frames
from timeline.model import PRECISIONS, When
from timeline.store import Filter, Store
from timeline.store.pages import IN_TIME, page

BLOCK = 100
"""Rows that the grid asks for at once."""
PAGE = 200
"""Entries of the chronicle, until more are asked for."""
FORMS = (("grid", "Table"), ("chronicle", "Chronicle"))
SORTED: dict[str, tuple[str, ...]] = {
    "date": IN_TIME, "title": ("title",), "kind": ("kind",), "status": ("status",), "who": ("actors",),
    "place": ("place",), "sources": ("sources",), "certainty": ("confidence",), "published": ("published",),
}  # fmt: skip
"""The columns that each column of the grid is sorted by."""


PICKED = ("kind", "status", "who", "place", "sources", "certainty", "published")
"""Columns that a reader can put away."""
TYPED = ("title", "kind")
"""Columns that can be corrected in place."""


def layout(_store: Store, read_only: bool) -> Any:
    """The line of counts, the bar for chosen rows, the grid, the chronicle."""
    form = dmc.SegmentedControl(
        id="list-form",
        data=[{"value": key, "label": name} for key, name in FORMS],
        value="grid",
        size="xs",
        **{"aria-label": "Show as"},
    )
    all_days = html.Button(
        "All dates", id="list-all", className="link", hidden=True, **{"data-do": "all-dates"}
    )
    said = html.P(
        [html.Span("Loading events…", id="list-status", role="status"), all_days], className="list-said"
    )
    return html.Div(
        [
            html.H1("List", className="unseen"),
            html.Div([said, bulk.bar(read_only), _picker(), form], className="list-bar"),
            html.Div(_grid(read_only), id="list-table"),
            html.Div(id="chronicle", hidden=True),
            dcc.Store(id="list-asked"),
            dcc.Store(id="list-counts"),
            dcc.Store(id="chronicle-wanted"),
            dcc.Store(id="chronicle-rows"),
        ],
        className="list",
    )


def register(app: Dash, store: Store, read_only: bool) -> None:
    """Answer the grid's and the chronicle's requests."""
    bulk.register(app, store, read_only)

    @lru_cache(maxsize=64)
    def passing(_version: int, asked: Filter) -> int:
        return len(store.events(asked)) if asked.known_by else store.count(asked)

    def wanted(data: dict[str, Any] | None) -> Filter:
        return state.read(data).in_window()

    @app.callback(
        Output("list-grid", "getRowsResponse"),
        Output("list-counts", "data"),
        Input("list-grid", "getRowsRequest"),
        State("state", "data"),
        prevent_initial_call=True,
    )
    def rows(request: dict[str, Any] | None, data: dict[str, Any] | None) -> tuple[Any, Any]:
        if not request:
            return dash.no_update, dash.no_update
        asked = wanted(data)
        model = request.get("sortModel") or [{}]
        order = SORTED.get(model[0].get("colId", ""), IN_TIME)
        begin, end = int(request["startRow"]), int(request["endRow"])
        part = page(store, asked, begin, end, order, falling=model[0].get("sort") == "desc")
        counts = _counts(store, asked, passing(store.data_version(), asked))
        return {"rowData": [_row(record) for record in part], "rowCount": counts["passing"]}, counts

    @app.callback(
        Output("chronicle-rows", "data"),
        Input("chronicle-wanted", "data"),
        State("state", "data"),
        prevent_initial_call=True,
    )
    def entries(limit: dict[str, Any] | None, data: dict[str, Any] | None) -> Any:
        if not limit:
            return dash.no_update
        asked = wanted(data)
        part = page(store, asked, 0, int(limit["count"]))
        counts = _counts(store, asked, passing(store.data_version(), asked))
        return {"entries": [_entry(record) for record in part], **counts}

    app.clientside_callback(
        ClientsideFunction("timeline", "listChanged"),
        Output("list-asked", "data"),
        Input("state", "data"),
        Input("version", "data"),
        Input("list-form", "value"),
    )
    app.clientside_callback(
        ClientsideFunction("timeline", "listCounts"), Input("list-counts", "data"), prevent_initial_call=True
    )
    app.clientside_callback(
        ClientsideFunction("timeline", "chronicle"),
        Input("chronicle-rows", "data"),
        prevent_initial_call=True,
    )
    app.clientside_callback(ClientsideFunction("timeline", "listColumns"), Input("list-columns", "value"))


def _picker() -> Any:
    """The columns that are shown; the browser keeps which."""
    names = {column["field"]: column["headerName"] for column in _columns()}
    boxes = [dmc.Checkbox(label=names[field], value=field, size="xs", className="check") for field in PICKED]
    chosen = dmc.CheckboxGroup(
        id="list-columns", children=boxes, value=list(PICKED), **{"aria-label": "Columns"}
    )
    return dmc.Popover(
        [
            dmc.PopoverTarget(html.Button("Columns ▾", id="list-pick", className="plain")),
            dmc.PopoverDropdown(html.Div(chosen, className="drop")),
        ],
        position="bottom-end",
        withRoles=False,
        keepMounted=True,
        withinPortal=False,
        trapFocus=True,
        returnFocus=True,
        shadow="md",
        zIndex=300,
    )


def _columns() -> list[dict[str, Any]]:
    widths = {"flex": 1, "minWidth": 110}
    return [
        {"field": "date", "headerName": "Date", "width": 190},
        {"field": "title", "headerName": "Event", "flex": 3, "minWidth": 220, "tooltipField": "title"},
        {"field": "kind", "headerName": "Kind", "width": 140, "cellRenderer": "Kind"},
        {"field": "status", "headerName": "Status", "width": 118},
        {"field": "who", "headerName": "Who", **widths, "tooltipField": "who"},
        {"field": "place", "headerName": "Where", **widths},
        {
            "field": "sources",
            "headerName": "Told by",
            "width": 104,
            "headerTooltip": "Independent publishers",
        },
        {"field": "certainty", "headerName": "Date is", "width": 104},
        {"field": "published", "headerName": "First published", "width": 148},
    ]


def _grid(read_only: bool) -> Any:
    columns = _columns()
    for column in columns:
        if column["field"] in TYPED and not read_only:
            column["editable"] = True
        if column["field"] == "kind":
            column |= {"cellEditor": "agSelectCellEditor", "cellEditorParams": {"values": list(KINDS)}}
    return dag.AgGrid(
        id="list-grid",
        columnDefs=columns,
        defaultColDef={
            "sortable": True,
            "sortingOrder": ["asc", "desc"],
            "resizable": True,
            "suppressHeaderMenuButton": True,
        },
        rowModelType="infinite",
        getRowId="params.data.id",
        dashGridOptions={
            "rowHeight": 36,
            "headerHeight": 36,
            "cacheBlockSize": BLOCK,
            "maxBlocksInCache": 20,
            "infiniteInitialRowCount": BLOCK,
            "rowBuffer": 20,
            "suppressCellFocus": False,
            "tooltipShowDelay": 500,
            "animateRows": False,
            "multiSortKey": "ctrl",
            "suppressMultiSort": True,
            "selectionColumnDef": {"headerName": "✓", "headerTooltip": "Chosen rows"},
            "rowSelection": {
                "mode": "multiRow",
                "checkboxes": True,
                "headerCheckbox": False,
                "enableClickSelection": False,
            },
        },
        className="grid-own",
        style={"height": "100%"},
    )


def _row(record: dict[str, Any]) -> dict[str, Any]:
    """One row of the grid, all in words."""
    return {
        "id": record["id"], "date": wording.label(When.from_edtf(record["edtf"])), "title": record["title"],
        "kind": record["kind"], "lane": lane(record["kind"]), "status": record["status"],
        "who": (record["actors"] or "").replace(frames.SEPARATOR, ", "), "place": record["place"] or "",
        "sources": f"×{int(record['sources'] or 1)}", "certainty": card.sureness(record["confidence"] or 0),
        "published": _published(record["published"]),
    }  # fmt: skip


def _published(text: str | None) -> str:
    day = date.fromisoformat(text[:10]) if text else None
    return wording.days(day, day) if day else ""


def _entry(record: dict[str, Any]) -> list[Any]:
    """One entry of the chronicle: id, year, month, date, title, lane, kind, status, publishers."""
    when = When.from_edtf(record["edtf"])
    day = when.begin or when.end or date.min
    month = (
        "" if PRECISIONS.index(when.precision) > PRECISIONS.index("month") else wording.MONTHS[day.month - 1]
    )
    return [
        record["id"], day.year, month, wording.label(when), record["title"], lane(record["kind"]),
        record["kind"], record["status"], int(record["sources"] or 1),
    ]  # fmt: skip


def _counts(store: Store, asked: Filter, passing: int) -> dict[str, Any]:
    begin, end = asked.begin, asked.end
    days = wording.days(begin, end) if isinstance(begin, date) and isinstance(end, date) else ""
    return {"passing": passing, "all": store.count(), "days": days}
