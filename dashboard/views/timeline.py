"""The timeline: the wanted events drawn in lanes, with minimap, event strip and counts.

The server answers `/view?…` with one package a view (figure, strip, minimap, words); the browser
(`assets/view.js` asks, `drawing.js`, `strip.js`, `minimap.js` paint) handles every gesture.
"""

import json
from functools import lru_cache
from typing import Any

import dash
import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, dcc, html
from flask import Response, request

from dashboard import state
from dashboard.markup import still
from dashboard.memory import memory_of
from dashboard.views import undated
from dashboard.views.date_field import window_of
from dashboard.views.picture import package, without
from timeline import wording
from timeline.errors import TimelineError
from timeline.labels import shorten
from timeline.palette import LANE_ORDER
from timeline.store import Filter, Store
from timeline.zones import HOME

SENTENCE = 140
"""Characters of the sentence that a tooltip shows."""
LAYERS = (
    ("Landmarks", "landmarks", "Key dates over the lanes"),
    ("Density", "density", "How many events there are, at the foot of each lane"),
)
"""What can be drawn besides the events: the button's word, its action, what it does."""
BY = (("kind", "Kind"), ("actor", "Actor"), ("place", "Place"), ("none", "None"))


def layout(store: Store, read_only: bool) -> Any:
    """The screen, empty: the first answer of the server fills it."""
    return html.Div(
        [
            html.H1("Timeline", className="unseen"),
            _toolbar(),
            _known(),
            still(html.Div([_chart(), _nothing()], id="chart", className="chart loading")),
            html.Div(id="strip-month", **{"aria-hidden": "true"}),
            html.Ul(
                id="event-strip",
                role="listbox",
                tabIndex="0",
                **{"aria-label": "Events in view, in time order"},
            ),
            html.Div(id="minimap", className="minimap"),
            *(dcc.Store(id=name) for name in ("go-asked", "gone-to", "tip-wanted", "tip-told")),
        ],
        className="board",
    )


def register(app: Dash, store: Store, read_only: bool) -> None:
    """Answer `/view` with what is to be drawn; go to a date that is typed."""
    memory = memory_of(store)

    @lru_cache(maxsize=1)
    def waiting(_version: int) -> undated.Waiting:
        return undated.waiting(store)

    @app.server.route("/view")
    def view() -> Response:
        wanted = state.read(request.args.to_dict())
        size = {key: state.count(request.args.get(key, "")) for key in ("width", "height", "whole")}
        everything = memory.everything()
        shown = memory.marks(wanted.filter, wanted.lanes, wanted.zone)
        answer = package(shown, wanted, size, everything.marks)
        answer |= {
            "published": everything.published,
            "undated": undated.listed(waiting(everything.version), wanted.filter),
        }
        if not len(shown):
            answer["without"] = without(request.args, lambda wanted: len(memory.marks(wanted.filter, "kind")))
        body = json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
        return Response(body, mimetype="application/json", headers={"Cache-Control": "no-store"})

    @app.callback(
        Output("gone-to", "data"),
        Output("go-date", "error", allow_duplicate=True),
        Input("go-asked", "data"),
        prevent_initial_call=True,
    )
    def go(asked: dict[str, Any]) -> tuple[Any, Any]:
        try:
            return window_of(asked["text"], asked["view"]), None
        except TimelineError as why:
            return dash.no_update, wording.sentence(str(why))

    app.clientside_callback(
        ClientsideFunction("timeline", "askDate"),
        Output("go-asked", "data"),
        Output("go-date", "error"),
        Input("go-date", "n_submit"),
        Input("go-date", "value"),
        Input("go-date", "n_blur"),
        prevent_initial_call=True,
    )

    @app.callback(Output("tip-told", "data"), Input("tip-wanted", "data"), prevent_initial_call=True)
    def tip(wanted: dict[str, str]) -> list[str]:
        """The first line of the sentence that tells of an event as known on a day, and its article's id."""
        asked = Filter(ids=(wanted["id"],), known_by=state.iso_day(wanted["asof"]))
        rows = store.events(asked)[["sentence", "article_id"]].dropna().values.tolist()
        sentence, article_id = rows[0] if rows else ("", "")
        return [wanted["id"], wanted["asof"], shorten(sentence, SENTENCE), article_id]

    app.clientside_callback(
        ClientsideFunction("timeline", "tipTold"), Input("tip-told", "data"), prevent_initial_call=True
    )
    app.clientside_callback(
        ClientsideFunction("timeline", "ask"), Input("version", "data"), prevent_initial_call=True
    )
    app.clientside_callback(
        ClientsideFunction("timeline", "goTo"), Input("gone-to", "data"), prevent_initial_call=True
    )
    app.clientside_callback(
        ClientsideFunction("timeline", "takeZone"), Input("tz", "value"), prevent_initial_call=True
    )
    app.clientside_callback(
        ClientsideFunction("timeline", "takeLanes"), Input("lanes", "value"), prevent_initial_call=True
    )


def _toolbar() -> Any:
    zoom = [
        _button("Fit", "fit", "Show all events", id="btn-fit"),
        _button("−", "zoom-out", "Zoom out", square=True),
        _button("+", "zoom-in", "Zoom in", square=True),
    ]
    lanes = dmc.SegmentedControl(
        id="lanes", data=[{"value": key, "label": name} for key, name in BY], value="kind", size="xs",
        **{"aria-label": "Lanes by"},
    )  # fmt: skip
    words = ["All", html.Span("\N{NO-BREAK SPACE}lanes", className="wide")]
    every = still(_button(words, "all-lanes", "All lanes: show them again", id="lanes-all", hidden=True))
    zones = dmc.Select(
        id="tz",
        data=[HOME],
        value=HOME,
        size="xs",
        w=124,
        allowDeselect=False,
        **{"aria-label": "Time zone"},
    )
    go = dmc.TextInput(
        id="go-date", placeholder="Go to date", size="xs", w=130, **{"aria-label": "Go to date"}
    )
    line = [
        html.Button(id="go-found", className="plain", hidden=True, **{"data-do": "go-found"}),
        _button("Chart", "whole", "Show the chart on the whole screen", id="btn-whole"),
        html.Div([html.Span("Lanes", className="muted"), lanes, every], className="tools lanes"),
        still(html.Div([_layer(*layer) for layer in LAYERS], className="tools layers")),
        _button("As known on…", "asof", "Show what was known on a day", id="btn-asof"),
        html.Div([zones, go, still(html.Div(zoom, className="joined"))], className="tools"),
    ]
    return html.Div(
        [
            html.P("Loading events…", id="status-line", className="status", role="status"),
            html.Div(line, className="tool-line"),
        ],
        className="toolbar",
    )


def _beyond(side: str) -> Any:
    """The button that leads to what lies outside the window on one side."""
    return html.Button(id=f"go-{side}", className="link", hidden=True, **{"data-do": side})


def _known() -> Any:
    """The slider by publication day; `assets/known.js` makes and moves it."""
    play = [
        _button("‹", "asof-back", "A step back", square=True),
        _button("▸", "asof-play", "Play", square=True, id="asof-play"),
        _button("›", "asof-forward", "A step forward", square=True),
    ]
    step = dmc.SegmentedControl(
        id="asof-step", data=["day", "week", "month"], value="month", size="xs",
        **{"aria-label": "Length of a step"},
    )  # fmt: skip
    return html.Div(
        [
            html.Label("As known on", htmlFor="asof-slider"),
            html.Div(id="asof-box"),
            html.Output(id="asof-said"),
            still(html.Div(play, className="joined")),
            html.Div([html.Span("Step", className="muted"), step], className="tools"),
            html.Span(id="asof-changed", className="warning", role="status"),
            _button("Off", "asof-off", "Show all that is known today"),
        ],
        id="asof",
        className="asof",
        hidden=True,
    )


def _button(text: Any, action: str, title: str, *, square: bool = False, **more: Any) -> Any:
    name = {"data-do": action, "aria-label": title}
    return html.Button(text, className="plain square" if square else "plain", title=title, **name, **more)


def _layer(word: str, action: str, title: str) -> Any:
    """A button with a word, in whose place a sign stands where there is no room."""
    return html.Button(
        [html.Span(className="sign", **{"aria-hidden": "true"}), html.Span(word, className="word")],
        id=f"btn-{action}",
        className="plain",
        title=title,
        **{"data-do": action, "aria-label": f"{word}: {title[0].lower()}{title[1:]}"},
    )


def _chart() -> Any:
    lanes = [html.Div(className="skeleton") for _ in LANE_ORDER]
    marks = html.Button("What the marks mean", id="btn-marks", className="link", **{"data-do": "marks"})
    return html.Div(
        [
            html.Div(lanes, id="skeleton", **{"aria-hidden": "true"}),
            html.Div(html.Div(), id="timeline-graph", className="graph"),
            html.Div(id="lane-buttons"),
            html.Div(id="gaps"),
            html.Div([undated.button(), marks, _beyond("earlier"), _beyond("later")], className="ends"),
            html.Div(html.Span(id="hairline-date"), id="hairline", hidden=True),
            html.Div(html.Span(), id="ruler", hidden=True, **{"aria-hidden": "true"}),
            html.Div(id="tooltip", role="tooltip", hidden=True),
        ],
        className="picture",
    )


def _nothing() -> Any:
    """What stands where the drawing is when no event passes; the words come with the answer."""
    return html.Div(id="nothing", className="empty", hidden=True)
