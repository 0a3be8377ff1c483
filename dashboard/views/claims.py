"""Sources that disagree about a date: what each says, side by side; a reader chooses one and says why."""

from collections.abc import Iterator
from typing import Any

import dash
import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, dcc, html

from timeline import wording
from timeline.errors import TimelineError
from timeline.model import Article, Event, Mention, When
from timeline.store import Store


def form() -> Any:
    """Where the reason for a choice is given; away until a date is chosen."""
    return html.Section(
        [
            html.H2(id="choose-said"),
            dmc.Textarea(
                id="choose-reason",
                label="Why this date?",
                description="Kept in the history for whoever reads it next",
                required=True,
                autosize=True,
                minRows=2,
            ),
            html.P(id="choose-problem", className="warning", role="alert"),
            html.Div(
                [
                    html.Button("Keep this date", id="choose-save", className="button"),
                    html.Button("Cancel", className="plain", **{"data-do": "choose-cancel"}),
                ],
                className="row",
            ),
            dcc.Store(id="choose-when"),
        ],
        id="choose-form",
        className="own-form",
        hidden=True,
        **{"aria-label": "Choose a date"},
    )


def register(app: Dash, store: Store) -> None:
    """Keep the chosen date, with its reason, as an edit."""

    @app.callback(
        Output("version", "data", allow_duplicate=True),
        Output("choose-problem", "children"),
        Output("choose-form", "hidden"),
        Output("choose-reason", "value"),
        Output("choose-when", "data"),
        Input("choose-save", "n_clicks"),
        State("selected", "data"),
        State("choose-when", "data"),
        State("choose-reason", "value"),
        prevent_initial_call=True,
    )
    def choose(_clicks: int, event_id: str, asked: dict[str, str], reason: str | None) -> tuple[Any, ...]:
        def not_yet(problem: str, seen: Any = dash.no_update) -> tuple[Any, ...]:
            return dash.no_update, problem, False, dash.no_update, seen

        if not (reason or "").strip():
            return not_yet("Say why you choose this date; readers will see it.")
        try:
            with store.writing():
                event = store.event(event_id)
                when = next((w for w, _ in groups(event) if w.edtf == asked["when"]), None)
                if when is None:
                    return not_yet("No source gives this date any more.")
                if event.when.edtf != asked["now"]:
                    other = wording.spoken(event.when)
                    meanwhile = (
                        f"Changed elsewhere: it is {other} now. Keep this date again if you still want it."
                    )
                    return not_yet(meanwhile, asked | {"now": event.when.edtf})
                store.edit(event_id, when=when, note=str(reason).strip())
        except TimelineError as problem:
            return not_yet(str(problem))
        return store.data_version(), "", True, "", dash.no_update


def groups(event: Event) -> list[tuple[When, list[Mention]]]:
    """Each date that is claimed, the event's own first, with the mentions that it suits."""
    claimed = [event.when, *event.conflicting]
    out: list[tuple[When, list[Mention]]] = [(when, []) for when in claimed]
    for mention in event.mentions:
        next(told for when, told in out if when.overlaps(mention.when)).append(mention)
    return out


def section(event: Event, articles: dict[str, Article], *, read_only: bool) -> Any:
    """The dates side by side; None where the sources agree."""
    if not event.conflicting:
        return None
    chosen = "when" in event.edited
    boxes = [
        _box(when, told, articles, event.when, own=number == 0, chosen=chosen, read_only=read_only)
        for number, (when, told) in enumerate(groups(event))
    ]
    said = (
        "A reader chose; the other dates are kept." if chosen else "The date with the best evidence is used."
    )
    return html.Section(
        [html.H3("Sources disagree"), html.P(said, className="muted"), html.Div(boxes, className="claims")],
        id="claims",
    )


def _box(
    when: When,
    told: list[Mention],
    articles: dict[str, Article],
    now: When,
    *,
    own: bool,
    chosen: bool,
    read_only: bool,
) -> Any:
    said = wording.spoken(when)
    parts: list[Any] = [html.Strong(wording.capitalised(said))]
    parts.append(html.Ul(list(_publishers(told, articles))) if told else html.P("Set by a reader"))
    if own:
        parts.append(html.Span("Chosen" if chosen else "Used", className="badge"))
    elif not read_only:
        name = {
            "data-do": "choose",
            "data-when": when.edtf,
            "data-now": now.edtf,
            "data-said": f"Keep {said}",
        }
        parts.append(html.Button("Choose", className="plain", **name, **{"aria-label": f"Choose {said}"}))
    return html.Div(parts, className="claim")


def _publishers(told: list[Mention], articles: dict[str, Article]) -> Iterator[Any]:
    for article_id in dict.fromkeys(mention.article_id for mention in told):
        article = articles.get(article_id)
        if article is None:
            continue
        day = article.published
        published = f", {wording.days(day, day)}" if day else ""
        yield html.Li(f"{article.publisher or article.title or 'Untitled article'}{published}")
