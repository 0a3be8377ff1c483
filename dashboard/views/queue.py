"""Review: the events that no reader has said anything of, the unsure ones first; accept, edit, reject.

All of them, or those that match the search.

The server lists and writes down; the browser (`assets/queue.js`) draws the cards, moves on to the
next, and takes decisions back.
"""

from dataclasses import replace
from typing import Any

import dash
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html

from dashboard.memory import memory_of
from dashboard.views.card import SURE, sureness
from dashboard.views.reading import lane, sentence, source
from timeline import wording
from timeline.errors import TimelineError
from timeline.model import Event
from timeline.store import Filter, Store
from timeline.store.pages import page

SENT = 40
"""Events that the browser has at once."""
NEW = Filter(reviews=("new",))
CERTAIN = SURE[0][0]


def layout(_store: Store, _read_only: bool) -> Any:
    """The head with what can be decided at once, and the cards."""
    head = [
        html.H1("Review"),
        html.P("Looking for events…", id="queue-count", className="muted", role="status"),
        html.Button("", id="queue-certain", className="plain", hidden=True, **{"data-do": "queue-certain"}),
        html.A("Possible duplicates", href="/duplicates", className="plain", **{"data-go": "/duplicates"}),
    ]
    return html.Div(
        [
            html.Div(head, className="pair-head"),
            html.P(id="queue-said", className="muted", role="status"),
            html.Div(id="queue", className="review-cards", role="list", **{"aria-label": "To be reviewed"}),
            *(dcc.Store(id=name) for name in ("queue-shown", "queue-decision", "queue-decided")),
        ],
        className="page queue",
    )


def waiting(store: Store) -> int:
    """How many events wait, for the tab."""
    return memory_of(store).unreviewed()


def register(app: Dash, store: Store, _read_only: bool) -> None:
    """List what waits, write down what a reader decides, take it back."""

    @app.callback(
        Output("queue-shown", "data"),
        Input("state", "data"),
        Input("version", "data"),
        State("queue-shown", "data"),
    )
    def show(data: dict[str, Any] | None, _version: int, shown: dict[str, Any] | None) -> Any:
        asked, now = data or {}, {"version": store.data_version(), "text": (data or {}).get("q", "")}
        if asked.get("path") != "/review" or all((shown or {}).get(key) == now[key] for key in now):
            return dash.no_update
        return {**now, "certain": len(_certain(store, now["text"])), **_package(store, now["text"])}

    @app.callback(
        Output("queue-decided", "data"),
        Output("version", "data", allow_duplicate=True),
        Input("queue-decision", "data"),
        prevent_initial_call=True,
    )
    def decide(asked: dict[str, Any] | None) -> tuple[Any, Any]:
        if not asked:  # the page was just put in
            return dash.no_update, dash.no_update
        try:
            done = _decide(store, asked)
        except TimelineError as why:
            done = {"problem": wording.sentence(str(why))}
        return done, store.data_version()

    @app.callback(Output("tab-review", "children"), Input("version", "data"), prevent_initial_call=True)
    def tab(_version: int) -> str:
        return f"Review ({waiting(store):,})"

    for name, function in (("queue-shown", "queue"), ("queue-decided", "queueDecided")):
        app.clientside_callback(
            ClientsideFunction("timeline", function), Input(name, "data"), prevent_initial_call=True
        )


def _decide(store: Store, asked: dict[str, Any]) -> dict[str, Any]:
    """Do it; the edits by which it can be taken back, and in words what was done."""
    match asked["action"]:
        case "accept":
            edits, said = store.correct([asked["id"]], "accept"), "Accepted."
        case "certain":
            edits = store.correct(_certain(store, asked["text"]), "accept")
            said = f"{len(edits):,} accepted."
        case "reject":
            edits, said = store.correct([asked["id"]], "hide"), "Rejected: it is off the timeline."
        case _:
            store.take_back(asked["edits"])
            return {"edits": [], "said": "Taken back.", "undone": asked["edits"]}
    return {"edits": edits, "said": said}


def _certain(store: Store, text: str) -> list[str]:
    frame = store.events(NEW, text=text)
    return [str(key) for key in frame.index[frame["confidence"] >= CERTAIN]]


def _package(store: Store, text: str) -> dict[str, Any]:
    """The first of those that wait and match a search, the unsure ones first, and how many there are."""
    wanted = replace(NEW, text=text)
    ids = [str(row["id"]) for row in page(store, wanted, 0, SENT, ("confidence",))]
    found = {event.id: event for event in store.event_list(ids=ids)} if ids else {}
    events = [_event(store, found[key]) for key in ids if key in found]
    return {"count": store.count(wanted), "waiting": waiting(store), "events": events}


def _event(store: Store, event: Event) -> dict[str, Any]:
    said, best = wording.spoken(event.when, event.status), event.best
    return {
        "id": event.id, "title": event.title, "said": wording.capitalised(said), "kind": event.kind,
        "lane": lane(event.kind), "status": str(event.status), "sure": sureness(event.confidence),
        "why": best.why[:1].upper() + best.why[1:] if best else "",
        "sentence": sentence(best) if best else [],
        "source": source(store.article(best.article_id)) if best else None,
    }  # fmt: skip
