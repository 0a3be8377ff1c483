"""The filter bar and the search box, above the timeline and the list: the store's facets in, state out.

Choosing changes the state in the browser (`assets/filters.js`); the server only counts.
"""

from dataclasses import replace
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, ClientsideFunction, Dash, Input, Output, State, dcc, html, no_update, set_props
from flask import Response, jsonify, request

from dashboard import state
from dashboard.markup import opens, still
from dashboard.memory import memory_of
from dashboard.views.date_field import day_input, day_read, register_calendar, window_of
from timeline.errors import TimelineError
from timeline.events.kinds import LANES
from timeline.palette import LANE_ORDER
from timeline.store import Filter, Store
from timeline.store.search import marked

CHECKED = {"kind": "Kind", "status": "Status", "review": "Review"}
SEARCHED = {"actor": "Who", "place": "Where", "outlet": "Publisher", "tag": "Tags"}
PILLS = {"dates": "Dates", **CHECKED, **SEARCHED, "more": "More"}

DATES = {"date-from": "From", "date-to": "To"}
NO_FILTERS = ("dates", "views")
"""What a pill opens that no × takes off: the window is always one, views are chosen from."""


def search() -> Any:
    """The search box of the header."""
    return dmc.TextInput(
        id="search-input",
        placeholder="Search events",
        debounce=200,
        size="sm",
        className="search",
        rightSection=html.Kbd("/", **{"aria-hidden": "true"}),
        rightSectionPointerEvents="none",
        **{"aria-label": "Search events"},
    )


def opener() -> Any:
    """The button that opens the filters as a sheet, where the window is too small for a bar of them."""
    return html.Button(
        "Filters", id="btn-filters", className="plain", **{"data-do": "filters", "aria-haspopup": "dialog"}
    )


def layout(store: Store) -> Any:
    """The bar: a button for each filter, which says what is chosen; in a small window a sheet of them."""
    untagged = _untagged(store)
    pills = [_pill(key, name, hidden=key == "tag" and untagged) for key, name in PILLS.items()]
    clear = html.Button("Clear all", id="clear-all", className="link", hidden=True, **{"data-do": "clear"})
    stars = html.Button(
        "★ Starred", id="only-stars", className="pill only", hidden=True, **{"data-do": "only-stars"}
    )
    save = html.Button("Save view", id="save-view", className="link", hidden=True, **{"data-do": "save-view"})
    views = still(_pill("views", "Views", html.Div(id="saved-views"), hidden=True))
    done = html.Button("Done", id="filters-done", className="button", **{"data-do": "filters-done"})
    head = still(html.Div([html.H2("Filters"), done], className="sheet-head"))
    return html.Div(
        [head, *pills, stars, views, clear, save, dcc.Store(id="filters-wanted")],
        id="filter-bar",
        role="group",
        **{"aria-label": "Filters"},
    )


def register(app: Dash, store: Store) -> None:
    """What the buttons open, with counts, from the server; everything else in the browser."""
    memory = memory_of(store)

    def counts(asked: Filter, key: str) -> dict[str, int]:
        """What each name would add: counted without what is already chosen of its own filter."""
        field = state.LISTS[key]
        return memory.counts(field, replace(asked, **{field: ()}))  # type: ignore[arg-type]

    def checks(asked: Filter, key: str) -> dict[str, int]:
        field = state.LISTS[key]
        names = (*memory.everything().facets[field].names, *getattr(asked, field))
        return dict.fromkeys(names, 0) | counts(asked, key)

    def options(asked: Filter, key: str) -> list[dict[str, str]]:
        left_out = {"actor": asked.without_actors, "place": asked.without_places}.get(key, ())
        chosen = getattr(asked, state.LISTS[key])  # a select forgets what it lacks
        numbers = dict.fromkeys(chosen, 0) | counts(asked, key)
        return [
            *({"value": f"-{name}", "label": f"not {name}"} for name in left_out),
            *(_option(name, number) for name, number in numbers.items()),
        ]

    @app.callback(
        *(Output(f"drop-{key}", "children") for key in PILLS),
        Input("filters-wanted", "data"),
        prevent_initial_call=True,
    )
    def fill(data: dict[str, str]) -> tuple[Any, ...]:
        """What the buttons open, put in when a reader first comes near them."""
        asked = state.read(data).filter
        words = {key: [word for word in data.get(key, "").split("|") if word] for key in state.LISTS}
        return (
            _dates(),
            *(
                dmc.CheckboxGroup(id=key, value=words[key], children=_laid(key, checks(asked, key)))
                for key in CHECKED
            ),
            *(_choice(key, name, words[key], options(asked, key)) for key, name in SEARCHED.items()),
            _more(data),
        )

    @app.callback(
        *(Output(key, "children") for key in CHECKED),
        *(Output(key, "data") for key in SEARCHED),
        Input("filters", "data"),
        Input("version", "data"),
        State({"count": ALL, "name": ALL}, "id"),
        prevent_initial_call=True,
    )
    def count(data: dict[str, Any], _version: int, there: list[dict[str, str]]) -> tuple[Any, ...]:
        asked = state.read(data).filter
        return (
            *(_checks(key, checks(asked, key), there) for key in CHECKED),
            *(options(asked, key) for key in SEARCHED),
        )

    @app.callback(Output("pill-tag", "hidden"), Input("version", "data"), prevent_initial_call=True)
    def untagged(_version: int) -> bool:
        return _untagged(store)

    @app.server.route("/searched")
    def read_search() -> Response:
        """What shows that it was found, and where to go if it is a date that is searched for."""
        text = request.args.get("q", "")
        return jsonify(marked=marked(text), go=_date_in(text))

    app.clientside_callback(
        ClientsideFunction("timeline", "filtersThere"),
        Input("drop-more", "children"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("timeline", "takeSearch"),
        Input("search-input", "value"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("timeline", "takeFilters"),
        *(Input(key, "value") for key in (*CHECKED, *SEARCHED, "cert", "min")),
        prevent_initial_call=True,
    )
    _register_dates(app)


def _register_dates(app: Dash) -> None:
    """Read the days that are typed, and make them the window's."""
    for key in DATES:
        register_calendar(app, key)

    @app.callback(
        Output("dates-read", "data"),
        *(Output(key, "error") for key in DATES),
        *(Output(f"{key}-calendar", "defaultDate") for key in DATES),
        *(Input(key, "value") for key in DATES),
        prevent_initial_call=True,
    )
    def read_dates(*typed: str | None) -> tuple[Any, ...]:
        (first, no_first), (last, no_last) = (day_read(typed[end], last=bool(end)) for end in (0, 1))
        if first and last and first > last:
            no_last = f"This is before {typed[0]}."
        days = [day.isoformat() if day else None for day in (first, last)]
        return days if first and last and not no_last else None, no_first, no_last, *days

    app.clientside_callback(
        ClientsideFunction("timeline", "takeDates"), Input("dates-read", "data"), prevent_initial_call=True
    )


def _date_in(text: str) -> dict[str, Any] | None:
    """The window of what is searched for, where all of it reads as a date with a number in it."""
    try:
        return window_of(text) if any(map(str.isdigit, text)) else None
    except TimelineError:
        return None


def _untagged(store: Store) -> bool:
    """Whether no event has a tag to filter by."""
    return not memory_of(store).everything().facets["tags"].names.size


def _pill(key: str, name: str, body: Any = None, *, hidden: bool = False) -> Any:
    button = html.Button(
        name,
        id=f"pill-{key}",
        className="pill",
        hidden=hidden,
        **{"data-name": name, **opens(f"drop-{key}")},
    )
    box = html.Div(body, id=f"drop-{key}", className="drop", hidden=True)
    if key in NO_FILTERS:
        return html.Span([button, box], className="chip")
    off = html.Button(
        "×",
        id=f"off-{key}",
        className="pill off",
        hidden=True,
        title=f"Without the filter “{name}”",
        **{"data-do": "filter-off", "data-key": key, "aria-label": f"Remove the filter {name}"},
    )
    return html.Span([button, box, off], className="chip")


def _choice(key: str, name: str, chosen: list[str], options: list[dict[str, str]]) -> Any:
    return dmc.MultiSelect(
        id=key,
        data=options,
        value=chosen,
        label=name,
        placeholder="Type a name",
        searchable=True,
        clearable=True,
        limit=100,
        maxDropdownHeight=280,
        w=300,
        comboboxProps={"withinPortal": False},
        hidePickedOptions=True,
    )


def _dates() -> Any:
    fields = [day_input(key, label, w=168) for key, label in DATES.items()]
    return [html.Div(fields, className="days"), dcc.Store(id="dates-read")]


def _more(data: dict[str, str]) -> Any:
    certain = [
        {"value": "", "label": "Any date"},
        {"value": "exact", "label": "The day is known"},
        {"value": "month", "label": "Within a month"},
        {"value": "wider", "label": "Less exactly"},
    ]
    told = [
        {"value": "", "label": "Any"},
        {"value": "2", "label": "2 or more"},
        {"value": "3", "label": "3 or more"},
    ]
    return [
        dmc.Select(id="cert", label="How exactly it is dated", data=certain, value=data.get("cert", ""),
                   w=260, allowDeselect=False, comboboxProps={"withinPortal": False}),
        dmc.Select(id="min", label="Publishers that tell it", data=told, value=data.get("min", ""),
                   w=260, allowDeselect=False, comboboxProps={"withinPortal": False}),
    ]  # fmt: skip


def _checks(key: str, counts: dict[str, int], there: list[dict[str, str]]) -> Any:
    """The checkboxes of a filter; where just these are there, only their numbers change.

    A checkbox that is laid anew would lose the keyboard's focus at every choice.
    """
    laid = [one["name"] for one in there if one["count"] == key]
    if sorted(laid) == sorted(counts):
        for name in laid:
            set_props({"count": key, "name": name}, {"children": f"{counts[name]:,}"})
        return no_update
    return _laid(key, counts)


def _laid(key: str, counts: dict[str, int]) -> list[Any]:
    if key == "kind":
        return _kinds(counts)
    return [_check(key, name, number) for name, number in counts.items()]


def _kinds(counts: dict[str, int]) -> list[Any]:
    """The kinds under their lane's name."""
    groups = []
    for number, lane in enumerate(LANE_ORDER):
        kinds = [kind for kind in counts if LANES.get(kind, LANE_ORDER[-1]) == lane]
        if kinds:
            dot = html.Span(className=f"dot lane-{number}")
            head = html.Div([dot, lane], className="drop-head")
            checks = [_check("kind", kind, counts[kind]) for kind in kinds]
            groups.append(html.Div([head, *checks], className="drop-group"))
    return groups


def _check(key: str, name: str, number: int) -> Any:
    count = html.Span(f"{number:,}", id={"count": key, "name": name}, className="count")
    return dmc.Checkbox(value=name, label=[name, count], size="xs", className="check")


def _option(name: str, number: int) -> dict[str, str]:
    return {"value": name, "label": f"{name} ({number:,})"}
