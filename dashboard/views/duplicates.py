"""Duplicates: pairs of events that may be one, side by side; merge them, keep them apart, or link them.

The server proposes and writes down; the browser (`assets/duplicates.js`) shows one pair after the
other, and takes decisions back through the same undo as every edit.
"""

from functools import lru_cache
from typing import Any

import dash
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html

from dashboard.views.reading import lane, sentence, source
from timeline import wording
from timeline.errors import TimelineError
from timeline.events.duplicates import Pair
from timeline.model import Event
from timeline.store import Store

SENT = 40
"""Pairs that the browser has at once, the likeliest ones."""
TOLD = 4
"""Mentions of an event that are shown; the others are counted."""


def layout(_store: Store, _read_only: bool) -> Any:
    """The head, the pair, and what can be done with it."""
    choices = [
        _choice("merge", "M", "Merge", "Both tell one occurrence"),
        _choice("separate", "S", "Different events", "They are not asked for again"),
        _choice("link", "L", "Link as related", "Two events that belong together"),
    ]
    step = [
        html.Button("←", className="plain square", **_named("pair-back", "Previous pair")),
        html.Button("→", className="plain square", **_named("pair-next", "Next pair, without deciding")),
    ]
    count = html.P("Looking for pairs…", id="pair-count", className="muted", role="status")
    return html.Div(
        [
            html.Div([html.H1("Duplicates"), count, html.Div(step, className="row")], className="pair-head"),
            html.P(id="pair-said", role="status"),
            html.Div(id="pair", className="pair"),
            html.Div(choices, id="pair-choices", className="pair-choices", hidden=True),
            dcc.Store(id="pairs"),
            dcc.Store(id="pair-decision"),
            dcc.Store(id="pair-decided"),
        ],
        className="page duplicates",
    )  # fmt: skip


def _choice(action: str, key: str, name: str, title: str) -> Any:
    return html.Button(
        [name, html.Kbd(key, **{"aria-hidden": "true"})],
        className="button" if action == "merge" else "plain",
        title=title,
        **{"data-do": "pair-decide", "data-decide": action, "aria-keyshortcuts": key},
    )


def _named(action: str, label: str) -> dict[str, Any]:
    return {"data-do": action, "aria-label": label, "title": label}


def register(app: Dash, store: Store, _read_only: bool) -> None:
    """Propose the pairs, write down what a reader decides."""

    @lru_cache(maxsize=1)
    def found(_version: int) -> list[Pair]:
        return store.duplicates()

    @app.callback(
        Output("pairs", "data"), Input("state", "data"), Input("version", "data"), State("pairs", "data")
    )
    def show(data: dict[str, Any] | None, _version: int, shown: dict[str, Any] | None) -> Any:
        version = store.data_version()
        if (data or {}).get("path") != "/duplicates" or (shown or {}).get("version") == version:
            return dash.no_update
        pairs = found(version)
        told = [_package(store, pair) for pair in pairs[:SENT]]
        return {"version": version, "count": len(pairs), "pairs": told}

    @app.callback(
        Output("pair-decided", "data"),
        Output("version", "data", allow_duplicate=True),
        Input("pair-decision", "data"),
        prevent_initial_call=True,
    )
    def decide(asked: dict[str, Any] | None) -> tuple[Any, Any]:
        if not asked:  # the page was just put in
            return dash.no_update, dash.no_update
        action, ids = asked["action"], asked["ids"]
        try:
            if action == "merge":
                store.merge(ids)
            else:
                {"separate": store.separate, "link": store.link}[action](*ids)
        except TimelineError as why:
            return {"problem": wording.sentence(str(why))}, store.data_version()
        edit = store.history(ids[0])[0].id
        return {"action": action, "ids": ids, "edit": edit}, store.data_version()

    for name, function in (("pairs", "pairs"), ("pair-decided", "pairDecided")):
        app.clientside_callback(
            ClientsideFunction("timeline", function), Input(name, "data"), prevent_initial_call=True
        )


def _package(store: Store, pair: Pair) -> dict[str, Any]:
    """What the browser shows of a pair; the event that more publishers tell comes first and keeps its id."""
    events = sorted((pair.first, pair.second), key=lambda event: -event.publishers)
    return {
        "percent": round(pair.likeness * 100),
        "ids": [event.id for event in events],
        "events": [_event(store, event) for event in events],
    }


def _event(store: Store, event: Event) -> dict[str, Any]:
    said = wording.spoken(event.when, event.status)
    named = [*event.actors, *([event.place.name] if event.place else [])]
    told = [[sentence(m), *source(store.article(m.article_id))] for m in event.mentions[:TOLD]]
    return {
        "id": event.id, "title": event.title, "said": wording.capitalised(said), "kind": event.kind,
        "lane": lane(event.kind), "status": str(event.status), "named": ", ".join(named),
        "more": len(event.mentions) - len(told), "mentions": told,
    }  # fmt: skip
