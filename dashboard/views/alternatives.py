"""What else a phrase could mean, below the sentence that it dates; one click makes it the event's date."""

from typing import Any

import dash
from dash import Dash, Input, Output, State, dcc, html

from dashboard.views import history
from timeline import wording
from timeline.errors import TimelineError
from timeline.model import Article, Event, Mention, Status
from timeline.store import Store
from timeline.temporal.alternatives import Alternative, alternatives_in

OVER = (Status.HAPPENED, Status.ONGOING)
"""What is told to be so has no day after it was told."""


def stores() -> list[Any]:
    """Which reading the browser asks to be used."""
    return [dcc.Store(id="use-reading")]


def register(app: Dash, store: Store) -> None:
    """Make a reading the event's date, with the reason that the reading has."""

    @app.callback(
        Output("version", "data", allow_duplicate=True),
        Output("saved", "data", allow_duplicate=True),
        Input("use-reading", "data"),
        State("selected", "data"),
        prevent_initial_call=True,
    )
    def use(asked: dict[str, str], event_id: str) -> tuple[Any, ...]:
        try:
            said, edits = _use(store, event_id, asked["mention"], asked["when"])
        except TimelineError as problem:
            return dash.no_update, history.saved(wording.sentence(str(problem)))
        return store.data_version(), history.saved(said, edits)


def _use(store: Store, event_id: str, mention_id: str, edtf: str) -> tuple[str, list[int]]:
    event = store.event(event_id)
    for mention in event.mentions:
        if mention.id != mention_id:
            continue
        for other in readings(mention, store.article(mention.article_id)):
            if other.when.edtf == edtf:
                note = f"“{other.phrase}” read as {other.why}."
                edits = store.correct([event.id], "change", when=other.when, note=note)
                return f"The date is now {wording.label(other.when)}.", edits
    raise TimelineError("this reading is not there any more; the article may have been read again")


def readings(mention: Mention, article: Article | None) -> tuple[Alternative, ...]:
    """The other readings of the phrase that dates a mention; none where its date is not the phrase's own."""
    timex = mention.timex
    if article is None or timex is None or timex.when is None or timex.when.edtf != mention.when.edtf:
        return ()
    return alternatives_in(article, timex, over=mention.status in OVER)


def section(event: Event, mention: Mention, article: Article | None, *, read_only: bool) -> Any:
    """The other readings, folded; None where there are none."""
    others = readings(mention, article)
    if not others:
        return None
    count = "1 other reading" if len(others) == 1 else f"{len(others)} other readings"
    rows = [_row(event, mention, other, read_only=read_only) for other in others]
    summary = html.Summary(f"{count} of “{others[0].phrase}”")
    return html.Details([summary, html.Ul(rows)], className="others")


def _row(event: Event, mention: Mention, other: Alternative, *, read_only: bool) -> Any:
    said = [html.Strong(wording.label(other.when)), html.Span(other.why, className="muted")]
    if other.when == event.when:
        said.append(html.Span("In use", className="badge"))
    elif not read_only:
        name = f"Use this instead: {wording.label(other.when)}"
        asked = {"data-do": "use-reading", "data-mention": mention.id, "data-when": other.when.edtf}
        said.append(html.Button("Use this instead", className="link", **asked, **{"aria-label": name}))
    return html.Li(said)
