"""Reading a stored article again: what today's rules would change, shown before it is saved.

One dialog and one toast for the library and the article's page; `assets/reread.js` opens it where a
button names an article. Readers' corrections stay, and all of it can be taken back.
"""

from typing import Any

import dash
import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, dcc, html

from dashboard.views.reading import lane
from timeline import wording
from timeline.errors import TimelineError
from timeline.model import Event
from timeline.reader import reader
from timeline.store import Reread, Store
from timeline.store.codec import mention_of, mention_record

_NAMES = {"when": "date", "actors": "who", "place": "where"}
_FIELDS = ("when", "title", "kind", "status", "actors", "place")


def dialog() -> Any:
    """The question with what would change, and the toast that offers to take it back."""
    buttons = [
        html.Button("Save the changes", id="reread-save", className="button"),
        html.Button("Close", id="reread-close", className="plain", **{"data-do": "reread-close"}),
    ]
    box = dmc.Modal(
        [html.Div(id="reread-found", className="ask"), html.Div(buttons, className="row ask-buttons")],
        id="reread-ask",
        title="Read this article again",
        opened=False,
        centered=True,
        size=640,
        zIndex=400,
        closeButtonProps={"aria-label": "Close"},
    )
    undo = html.Button("Undo", id="reread-undo", className="link")
    toast = html.Div(
        [html.Span(id="reread-said"), " ", undo],
        id="reread-toast",
        className="toast-own",
        role="status",
        hidden=True,
    )
    return html.Div([box, toast, *(dcc.Store(id=name) for name in ("reread-chosen", "reread-was"))])


def register(app: Dash, store: Store) -> None:
    """Show what would change, save it, take it back."""

    @app.callback(
        Output("reread-found", "children"),
        Output("reread-save", "hidden"),
        Output("reread-ask", "opened"),
        Output("version", "data", allow_duplicate=True),
        Input("reread-chosen", "data"),
        prevent_initial_call=True,
    )
    def preview(chosen: dict[str, Any]) -> tuple[Any, ...]:
        try:
            title = store.article(chosen["id"]).title or "Untitled article"
            found = store.preview_reread(chosen["id"])
            if noted := not found and is_older(store.reader(chosen["id"])):
                store.reread(chosen["id"])  # changes nothing but that it is read by today's rules
        except TimelineError as why:
            return html.P(wording.sentence(str(why))), True, True, dash.no_update
        version = store.data_version() if noted else dash.no_update
        return [html.P(html.Strong(title)), *told(found)], not found, True, version

    @app.callback(
        Output("reread-was", "data"),
        Output("reread-said", "children"),
        Output("reread-toast", "hidden"),
        Output("reread-ask", "opened", allow_duplicate=True),
        Output("version", "data", allow_duplicate=True),
        Input("reread-save", "n_clicks"),
        State("reread-chosen", "data"),
        prevent_initial_call=True,
    )
    def save(_clicks: int, chosen: dict[str, Any]) -> tuple[Any, ...]:
        try:
            done = store.reread(chosen["id"])
        except TimelineError as why:  # someone else has removed it
            return None, wording.sentence(str(why)), False, False, store.data_version()
        return kept(done), f"Read again: {counted(done)}.", False, False, store.data_version()

    @app.callback(
        Output("reread-toast", "hidden", allow_duplicate=True),
        Output("version", "data", allow_duplicate=True),
        Input("reread-undo", "n_clicks"),
        State("reread-was", "data"),
        prevent_initial_call=True,
    )
    def undo(_clicks: int, was: dict[str, Any] | None) -> tuple[bool, int]:
        if was:
            mentions = [mention_of(record) for record in was["mentions"]]
            store.reread(was["id"], mentions, was["ids"], was["reader"])
        return True, store.data_version()


def is_older(read_by: str) -> bool:
    """Whether other rules than today's read an article."""
    return read_by != reader()


def kept(done: Reread) -> dict[str, Any]:
    """What was stored before, as plain values from which it can be put back."""
    mentions = [mention_record(mention) for mention in done.mentions]
    return {"id": done.article_id, "mentions": mentions, "ids": dict(done.ids), "reader": done.reader}


def counted(found: Reread) -> str:
    """How much changes, in words: "2 new, 1 changed"."""
    counts = {
        "new": found.new,
        "confirmed": found.joined,
        "changed": found.changed,
        "left to other articles": found.left,
        "gone": found.gone,
    }
    return ", ".join(f"{len(events)} {name}" for name, events in counts.items() if events)


def told(found: Reread) -> list[Any]:
    """What reading the article again changes, group by group."""
    if not found:
        return [html.P("Today’s rules find the same events in it. Nothing would change.")]
    pairs = [_entry(new, _changes(old, new)) for old, new in found.changed]
    groups = [
        ("New on the timeline", [_entry(event) for event in found.new]),
        ("There already, and now told by this article, too", [_entry(event) for event in found.joined]),
        ("Told otherwise", pairs),
        ("Found no more; other articles still tell it", [_entry(event) for event in found.left]),
        ("Found no more: leaves the timeline", [_entry(event, _edited(event)) for event in found.gone]),
    ]
    return [
        html.P(
            "Today’s rules find this. What readers corrected stays as they corrected it.", className="muted"
        ),
        *(
            html.Section([html.H3(name), html.Ul(entries, className="reread")])
            for name, entries in groups
            if entries
        ),
    ]


def _entry(event: Event, more: Any = None) -> Any:
    dot = html.Span(className=f"dot lane-{lane(event.kind)}")
    date = html.Span([dot, wording.label(event.when)], className="muted")
    return html.Li([date, html.Span(event.title), *([more] if more else [])])


def _edited(event: Event) -> Any:
    lost = event.review in ("edited", "accepted")
    return html.Span(f"A reader has {event.review} it.", className="warning") if lost else None


def _changes(old: Event, new: Event) -> Any:
    """Each field that is different, as it was and as it is."""
    lines = []
    for name in _FIELDS:
        was, now = _said(old, name), _said(new, name)
        if was != now:
            change = [f"{_NAMES.get(name, name)}: ", html.Del(was or "none"), " → ", html.Ins(now or "none")]
            lines.append(html.Span(change))
    return html.Span(lines, className="reread-changes") if lines else None


def _said(event: Event, name: str) -> str:
    value = getattr(event, name)
    if name == "when":
        return wording.spoken(value)
    if name == "place":
        return value.name if value else ""
    return ", ".join(value) if name == "actors" else str(value)
