"""The filter bar and the search box, above the timeline and the list: the store's facets in, state out.

Choosing changes the state in the browser (`assets/filters.js`); the server only counts.
"""

from dataclasses import replace
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, ClientsideFunction, Dash, Input, Output, State, dcc, html, no_update, set_props

from dashboard import state
from dashboard.memory import memory_of
from dashboard.views.date_field import day_input, day_read, register_calendar, window_of
from timeline.errors import TimelineError
from timeline.events.kinds import LANES
from timeline.palette import LANE_ORDER
from timeline.store import Store
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
    bodies = {
        "dates": _dates(),
        **{key: dmc.CheckboxGroup(id=key, value=[], children=[]) for key in CHECKED},
        **{key: _choice(key, name) for key, name in SEARCHED.items()},
        "more": _more(),
    }
    pills = [_pill(key, name, bodies[key], hidden=key == "tag") for key, name in PILLS.items()]
    clear = html.Button("Clear all", id="clear-all", className="link", hidden=True, **{"data-do": "clear"})
    stars = html.Button(
        "★ Starred", id="only-stars", className="pill only", hidden=True, **{"data-do": "only-stars"}
    )
    save = html.Button("Save view", id="save-view", className="link", hidden=True, **{"data-do": "save-view"})
    views = _pill("views", "Views", html.Div(id="saved-views"), hidden=True)
    done = html.Button("Done", id="filters-done", className="button", **{"data-do": "filters-done"})
    searched = dcc.Store(id="searched")
    head = html.Div([html.H2("Filters"), done], className="sheet-head")
    return html.Div(
        [head, *pills, stars, views, clear, save, searched],
        id="filter-bar",
        role="group",
        **{"aria-label": "Filters"},
    )


def register(app: Dash, store: Store) -> None:
    """Counts from the server; everything else in the browser."""
    memory = memory_of(store)

    @app.callback(
        *(Output(key, "children") for key in CHECKED),
        *(Output(key, "data") for key in SEARCHED),
        Output("pill-tag", "hidden"),
        Input("filters", "data"),
        Input("version", "data"),
        State({"count": ALL, "name": ALL}, "id"),
        prevent_initial_call=True,
    )
    def count(data: dict[str, Any], _version: int, there: list[dict[str, str]]) -> tuple[Any, ...]:
        asked = state.read(data).filter
        facets = memory.everything().facets

        def counts(key: str) -> dict[str, int]:
            """What each name would add: counted without what is already chosen of its own filter."""
            field = state.LISTS[key]
            return memory.counts(field, replace(asked, **{field: ()}))  # type: ignore[arg-type]

        left_out = {"actor": asked.without_actors, "place": asked.without_places}
        chosen = {key: getattr(asked, state.LISTS[key]) for key in SEARCHED}  # a select forgets what it lacks
        checked = {
            key: dict.fromkeys((*facets[field].names, *getattr(asked, field)), 0) | counts(key)
            for key in CHECKED
            if (field := state.LISTS[key])
        }
        return (
            *(_checks(key, checked[key], there) for key in CHECKED),
            *(
                [
                    *({"value": f"-{name}", "label": f"not {name}"} for name in left_out.get(key, ())),
                    *(
                        _option(name, number)
                        for name, number in (dict.fromkeys(chosen[key], 0) | counts(key)).items()
                    ),
                ]
                for key in SEARCHED
            ),
            not (chosen["tag"] or facets["tags"].names.size),
        )

    @app.callback(Output("searched", "data"), Input("filters", "data"), prevent_initial_call=True)
    def read_search(data: dict[str, Any]) -> dict[str, Any]:
        """What shows that it was found, and where to go if it is a date that is searched for."""
        text = data.get("q", "")
        return {"marked": marked(text), "go": _date_in(text)}

    app.clientside_callback(
        ClientsideFunction("timeline", "searched"), Input("searched", "data"), prevent_initial_call=True
    )
    values = [*CHECKED, *SEARCHED, "cert", "min"]
    app.clientside_callback(
        ClientsideFunction("timeline", "showFilters"),
        Output("search-input", "value"),
        *(Output(key, "value") for key in values),
        *(Output(f"pill-{key}", "children") for key in PILLS),
        Output("clear-all", "hidden"),
        Output("save-view", "hidden"),
        Input("filters", "data"),
        State("search-input", "value"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("timeline", "takeFilters"),
        Input("search-input", "value"),
        *(Input(key, "value") for key in values),
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


def _pill(key: str, name: str, body: Any, *, hidden: bool = False) -> Any:
    button = html.Button(
        name,
        id=f"pill-{key}",
        className="pill",
        hidden=hidden,
        **{"data-name": name, "aria-haspopup": "dialog"},
    )
    target = dmc.PopoverTarget(button)
    drop = dmc.PopoverDropdown(html.Div(body, className="drop"))
    opened = dmc.Popover(
        [target, drop], position="bottom-start", keepMounted=True, withinPortal=False, trapFocus=True,
        shadow="md", zIndex=300, withRoles=False, returnFocus=True,
    )  # fmt: skip
    if key in NO_FILTERS:
        return html.Span(opened, className="chip")
    off = html.Button(
        "×",
        id=f"off-{key}",
        className="pill off",
        hidden=True,
        title=f"Without the filter “{name}”",
        **{"data-do": "filter-off", "data-key": key, "aria-label": f"Remove the filter {name}"},
    )
    return html.Span([opened, off], className="chip")


def _choice(key: str, name: str) -> Any:
    return dmc.MultiSelect(
        id=key,
        data=[],
        value=[],
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


def _more() -> Any:
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
        dmc.Select(id="cert", label="How exactly it is dated", data=certain, value="", w=260,
                   allowDeselect=False, comboboxProps={"withinPortal": False}),
        dmc.Select(id="min", label="Publishers that tell it", data=told, value="", w=260,
                   allowDeselect=False, comboboxProps={"withinPortal": False}),
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
