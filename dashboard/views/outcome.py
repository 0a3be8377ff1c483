"""Foretold and happened, in the card: what came of a forecast, or which forecast an event came of."""

from datetime import date
from typing import Any

import dash
from dash import Dash, Input, Output, State, dcc, html

from timeline import wording
from timeline.errors import TimelineError
from timeline.foretold import REAL, candidates, is_forecast, stretch, verdict
from timeline.model import Event
from timeline.store import Filter, Store


def is_pair(event: Event, other: Event) -> bool:
    """Whether one of two events foretells the other."""
    return is_forecast(event) != is_forecast(other)


def stores() -> list[Any]:
    """What the browser says came of the forecast whose card is open."""
    return [dcc.Store(id="came")]


def register(app: Dash, store: Store) -> None:
    """Link a forecast with what came of it."""

    @app.callback(
        Output("version", "data", allow_duplicate=True),
        Output("turned", "data", allow_duplicate=True),
        Input("came", "data"),
        State("selected", "data"),
        prevent_initial_call=True,
    )
    def link(came: dict[str, Any], event_id: str) -> tuple[Any, Any]:
        try:
            store.link(event_id, came["id"])
        except TimelineError as problem:
            return dash.no_update, {"said": str(problem), "edits": []}
        return store.data_version(), {"said": "Linked with what came of it", "edits": []}


def section(
    store: Store, event: Event, linked: list[Event], *, known_by: date | None = None, read_only: bool
) -> Any:
    """What came of a forecast or may have, or the forecasts of what happened; None where there are none."""
    if not is_forecast(event):
        told = [_foretold(other, event) for other in linked if is_forecast(other) and event.status in REAL]
        return html.Section([html.H3("Foretold"), html.Ul(told)], id="outcome") if told else None
    came = [other for other in linked if other.status in REAL]
    if came:
        rows = [html.Li([_link(other), f" · {verdict(event.when, other.when)}"]) for other in came]
        return html.Section([html.H3("What came of it"), html.Ul(rows)], id="outcome")
    likely = _proposed(store, event, known_by)
    rows = [html.Li([_link(other), *([] if read_only else [_this(other)])]) for other in likely]
    said = "Perhaps one of these:" if rows else "No outcome was recognised."
    return html.Section(
        [html.H3("What came of it"), html.P(said, className="muted"), html.Ul(rows)], id="outcome"
    )


def _proposed(store: Store, event: Event, known_by: date | None) -> list[Event]:
    published = [store.article(m.article_id).published for m in event.mentions]
    days = stretch(event, min((day for day in published if day), default=None))
    if days is None or not event.mentions:
        return []
    asked = Filter(begin=days[0], end=days[1], statuses=tuple(map(str, REAL)), known_by=known_by)
    happened = store.events(asked)
    told = happened[happened["mentions"].fillna(0) > 0]  # what was added by hand cannot be linked
    later = told[told["begin"].fillna("") >= days[0].isoformat()]
    likely = candidates(event, later)
    known = {one.id: one for one in store.event_list(ids=tuple(likely), known_by=known_by)} if likely else {}
    return [known[key] for key in likely]


def _link(event: Event) -> Any:
    link = html.A(event.title, href=f"/event/{event.id}", **{"data-event": event.id})
    return html.Span([link, html.Span(f" {wording.label(event.when)}", className="muted")])


def _foretold(forecast: Event, event: Event) -> Any:
    return html.Li([_link(forecast), f" · came {verdict(forecast.when, event.when)}"])


def _this(event: Event) -> Any:
    name = f"{event.title} came of it"
    return html.Button(
        "This came of it", className="plain", title=name, **{"data-came": event.id, "aria-label": name}
    )
