"""The list: the wanted events as a grid that asks for a hundred rows at a time, or as a chronicle.

The same state as the timeline's chooses the events, `sort` their order; the server sorts and cuts. The
browser (`assets/table.js`, `assets/chronicle.js`) draws, opens the card of a row, and keeps the choice
of columns. Where the timeline may be changed, titles, kinds, tags and notes are corrected in their cells.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import dash
import dash_ag_grid as dag
import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, dcc, html
from flask import Response, jsonify, request

from dashboard import state
from dashboard.memory import memory_of
from dashboard.views import card, clash, history
from dashboard.views.picture import without
from dashboard.views.reading import lane
from timeline import wording
from timeline.errors import TimelineError, UsageError
from timeline.events.kinds import KINDS
from timeline.exporters import frame as frames
from timeline.exporters.told import source
from timeline.model import PRECISIONS, When
from timeline.palette import LANE_ORDER
from timeline.store import Filter, Store
from timeline.store.pages import IN_TIME, page

BLOCK = 100
"""Rows that the grid asks for at once."""
AT_ONCE = 5
"""Blocks under way at most, among them for ever the one that Dash's own source is asked first; without a
limit the grid asks for the second block of a view only when it has drawn the first."""
MOST = 100_000
"""Rows of one answer: the chronicle shows as many as were asked for."""
_DIGITS = 9
"""Of the place of a row."""
FORMS = (("grid", "Table"), ("chronicle", "Chronicle"))
_FLOWING = {"flex": 1, "minWidth": 110}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the grid: its key and heading, what the store sorts it by, what it says of an event."""

    key: str
    name: str
    order: tuple[str, ...]
    says: Callable[[Mapping[str, Any]], str]
    shape: Mapping[str, Any]
    shown: bool = True
    """Whether it is there until a reader chooses other columns."""
    editor: Mapping[str, Any] | None = None
    """How its cells are corrected, where they can be."""


def _day(name: str) -> Callable[[Mapping[str, Any]], str]:
    """What a column of days says."""

    def says(record: Mapping[str, Any]) -> str:
        day = date.fromisoformat(record[name][:10]) if record[name] else None
        return wording.days(day, day) if day else ""

    return says


def _lag(record: Mapping[str, Any]) -> str:
    return "" if record["lag"] is None else f"{int(record['lag']):,}".replace("-", "−")


_LANES = {
    f"with-dot lane-{number}": {"function": f"params.data && params.data.lane === {number}"}
    for number in range(len(LANE_ORDER))
}
"""The class of a kind's cell: its dot is drawn by the style sheet, as an element in each row takes long."""

COLUMNS = (
    Column("date", "Date", IN_TIME, lambda r: wording.label(When.from_edtf(r["edtf"])), {"width": 180}),
    Column("title", "Event", ("title",), lambda r: r["title"],
           {"flex": 3, "minWidth": 264, "tooltipField": "title"}, editor={"cellEditor": "agTextCellEditor"}),
    Column("kind", "Kind", ("kind",), lambda r: r["kind"], {"width": 138, "cellClassRules": _LANES},
           editor={"cellEditor": "agSelectCellEditor", "cellEditorParams": {"values": list(KINDS)}}),
    Column("status", "Status", ("status",), lambda r: r["status"], {"width": 104}),
    Column("review", "Review", ("review",), lambda r: r["review"], {"width": 96}),
    Column("who", "Who", ("actors",), lambda r: (r["actors"] or "").replace(frames.SEPARATOR, ", "),
           {**_FLOWING, "tooltipField": "who"}, shown=False),
    Column("place", "Where", ("place",), lambda r: r["place"] or "", _FLOWING, shown=False),
    Column("sources", "Told by", ("sources",), lambda r: f"×{int(r['sources'] or 1)}",
           {"width": 90, "headerTooltip": "Independent publishers"}),
    Column("outlet", "Publisher", ("publisher",), lambda r: r["publisher"] or "",
           {**_FLOWING, "headerTooltip": "Of the article that dates the event"}, shown=False),
    Column("certainty", "Date is", ("confidence",), lambda r: card.sureness(r["confidence"] or 0),
           {"width": 92}),
    Column("reported", "First reported", ("first_reported",), _day("first_reported"), {"width": 144}),
    Column("lag", "Lag, days", ("lag",), _lag,
           {"width": 104, "type": "rightAligned",
            "headerTooltip": "Days from the event to its first report; below zero: told before"}),
    Column("published", "Published", ("published",), _day("published"),
           {"width": 132, "headerTooltip": "The article that dates the event"}, shown=False),
    Column("tags", "Tags", ("tags",), lambda r: (r["tags"] or "").replace(frames.SEPARATOR, ", "), _FLOWING,
           shown=False, editor={"cellEditor": "agTextCellEditor"}),
    Column("note", "Note", ("note",), lambda r: r["note"] or "", {"flex": 2, "minWidth": 140}, shown=False,
           editor={"cellEditor": "agTextCellEditor"}),
)  # fmt: skip
ORDERS = {column.key: column.order for column in COLUMNS}
EDITED = tuple(column.key for column in COLUMNS if column.editor)


def layout(_store: Store, read_only: bool) -> Any:
    """The line of counts, what columns and form are chosen with, the grid, the chronicle."""
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
    select = html.Button(
        "Select",
        id="btn-select",
        className="plain",
        hidden=True,
        title="Select events, to accept, reject, merge or export several",
        **{"data-do": "pick-mode", "aria-pressed": "false"},
    )
    said = html.P(
        [html.Span("Loading events…", id="list-status", role="status"), all_days], className="list-said"
    )
    body = [
        html.Div(_grid(read_only=read_only), id="list-table"),
        html.Div(id="chronicle", hidden=True),
        html.Div(id="list-nothing", className="empty", hidden=True),
    ]
    return html.Div(
        [
            html.H1("List", className="unseen"),
            html.Div([said, *([] if read_only else [select]), _picker(), form], className="list-bar"),
            html.Div(body, className="list-body"),
            dcc.Store(id="list-asked"),
        ],
        className="list",
    )


def register(app: Dash, store: Store, read_only: bool) -> None:
    """Answer `/rows` with a part of the list; correct a cell."""
    memory = memory_of(store)

    @lru_cache(maxsize=64)
    def passing(_version: int, asked: Filter) -> int:
        return store.count(asked)

    @app.server.route("/rows")
    def rows() -> Response:
        wanted = state.read(request.args.to_dict())
        asked, version = memory.in_window(wanted), store.data_version()
        begin, end = (state.count(request.args.get(key, ""), _DIGITS) for key in ("begin", "end"))
        end = min(end, begin + MOST)
        if request.args.get("form") == "chronicle":
            part: list[Any] = [_entry(record) for record in page(store, asked, begin, end)]
        else:
            order = ORDERS.get(wanted.sort.removeprefix("-"), IN_TIME)
            found = page(store, asked, begin, end, order, falling=wanted.sort.startswith("-"))
            part = [_row(record) for record in found]
        counts = {
            "passing": passing(version, asked),
            "matching": passing(version, wanted.filter),
            "all": passing(version, Filter()),
        }
        better = (
            []
            if counts["passing"]
            else without(request.args, lambda o: passing(version, memory.in_window(o)))
        )
        return jsonify(rows=part, days=_days(wanted.in_window()), without=better, **counts)

    app.clientside_callback(
        ClientsideFunction("timeline", "listChanged"),
        Output("list-asked", "data"),
        Input("state", "data"),
        Input("version", "data"),
        Input("list-form", "value"),
        Input("list-columns", "value"),
    )
    if not read_only:
        _correcting(app, store)


def _correcting(app: Dash, store: Store) -> None:
    @app.callback(
        Output("version", "data", allow_duplicate=True),
        Output("saved", "data", allow_duplicate=True),
        Input("list-grid", "cellValueChanged"),
        prevent_initial_call=True,
    )
    def correct(cells: list[dict[str, Any]] | None) -> tuple[Any, Any]:
        if not cells:
            return dash.no_update, dash.no_update
        try:
            said = corrected(store, cells[-1])
        except TimelineError as problem:
            return dash.no_update, history.saved(wording.sentence(str(problem)))
        return store.data_version(), said


def corrected(store: Store, cell: Mapping[str, Any]) -> dict[str, Any]:
    """Keep what was typed into a cell, as an edit of its event; what the toast says of it."""
    key, text = str(cell["colId"]), str(cell["value"] or "").strip()
    if key not in EDITED:
        raise UsageError(f"{key!r} is not corrected in the list; open the event")
    event, verb = store.event(str(cell["rowId"])), "are" if key == "tags" else "is"
    value = frames.split(text.replace(",", ";")) if key == "tags" else text
    if value == getattr(event, key):
        return history.saved(f"The {key} {verb} as {'they were' if key == 'tags' else 'it was'}.")
    edits = store.correct([event.id], "change", **{key: value})
    had = clash.said(key, getattr(event, key))
    elsewhere = had != clash.said(key, cell.get("oldValue") or "")
    meanwhile = f" It had been changed elsewhere to “{had}”." if elsewhere else ""
    return history.saved(f"{key.capitalize()} corrected.{meanwhile}", edits)


def _picker() -> Any:
    """Which columns there are; Dash keeps the choice in the browser."""
    button = html.Button(
        "Columns", id="btn-columns", className="plain columns", **{"aria-haspopup": "dialog"}
    )
    ticks = [
        dmc.Checkbox(value=column.key, label=column.name, size="xs", className="check")
        for column in COLUMNS
        if column.key != "title"
    ]
    chosen = dmc.CheckboxGroup(
        ticks,
        id="list-columns",
        value=[column.key for column in COLUMNS if column.shown and column.key != "title"],
        persistence=True,
        persistence_type="local",
        **{"aria-label": "Columns"},
    )
    return dmc.Popover(
        [dmc.PopoverTarget(button), dmc.PopoverDropdown(html.Div(chosen, className="drop"))],
        position="bottom-end", keepMounted=True, withinPortal=False, trapFocus=True, shadow="md",
        zIndex=300, withRoles=False, returnFocus=True,
    )  # fmt: skip


def _grid(*, read_only: bool) -> Any:
    columns = [
        {"field": column.key, "headerName": column.name, "hide": not column.shown, **column.shape}
        | ({} if read_only or not column.editor else _editable(column))
        for column in COLUMNS
    ]
    options: dict[str, Any] = {
        "rowHeight": 36,
        "headerHeight": 36,
        "cacheBlockSize": BLOCK,
        "maxConcurrentDatasourceRequests": AT_ONCE,
        "blockLoadDebounceMillis": 20,
        "maxBlocksInCache": 20,
        "infiniteInitialRowCount": BLOCK,
        "rowBuffer": 4,
        "tooltipShowDelay": 500,
        "animateRows": False,
        "suppressColumnMoveAnimation": True,  # else the columns of a new grid slide over each other
        "suppressMultiSort": True,
        "suppressNoRowsOverlay": True,
        "stopEditingWhenCellsLoseFocus": True,
    }
    if not read_only:
        picking = {"mode": "multiRow", "checkboxes": True, "headerCheckbox": False}
        options["rowSelection"] = picking | {"enableClickSelection": False}
        column = {"headerName": "✓", "headerTooltip": "Selected events", "width": 44, "pinned": "left"}
        options["selectionColumnDef"] = column | {"sortable": False, "resizable": False}
    return dag.AgGrid(
        id="list-grid",
        columnDefs=columns,
        defaultColDef={
            "sortable": True,
            "sortingOrder": ["asc", "desc"],
            "resizable": True,
            "suppressHeaderMenuButton": True,
            "suppressKeyboardEvent": {"function": "listKey(params)"},
        },
        rowModelType="infinite",
        getRowId="params.data.id",
        dashGridOptions=options,
        className="grid-own",
        style={"height": "100%"},
    )


def _editable(column: Column) -> dict[str, Any]:
    return {
        "editable": True,
        "cellClass": "editable",
        "headerTooltip": "Double-click a cell or press F2 to correct it",
        **(column.editor or {}),
    }


def _row(record: dict[str, Any]) -> dict[str, Any]:
    """One row of the grid, all in words."""
    said = {column.key: column.says(record) for column in COLUMNS}
    return {"id": record["id"], "lane": lane(record["kind"]), **said}


def _entry(record: dict[str, Any]) -> list[Any]:
    """One entry of the chronicle: id, year, month, date, title, lane, kind, status, publishers, source."""
    when = When.from_edtf(record["edtf"])
    day = when.begin or when.end or date.min
    month = (
        "" if PRECISIONS.index(when.precision) > PRECISIONS.index("month") else wording.MONTHS[day.month - 1]
    )
    return [
        record["id"], day.year, month, wording.label(when), record["title"], lane(record["kind"]),
        record["kind"], record["status"], int(record["sources"] or 1),
        source(record, title=False),
    ]  # fmt: skip


def _days(asked: Filter) -> str:
    begin, end = asked.begin, asked.end
    return wording.days(begin, end) if isinstance(begin, date) and isinstance(end, date) else ""
