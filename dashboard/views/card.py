"""The event card: one event with everything that is known about it and who says so."""

import json
from datetime import date
from typing import Any

import numpy as np
from dash import Dash, html
from flask import Response, request

from dashboard import state
from dashboard.markup import html_of, still
from dashboard.memory import memory_of
from dashboard.views import alternatives, claims, edit, history, outcome, related, ruler
from dashboard.views.undated import undated
from timeline import wording
from timeline.errors import StoreError
from timeline.events.kinds import LANES
from timeline.events.undated import Undated
from timeline.lag import first_reported, lag
from timeline.marks import Marks
from timeline.miniature import miniature
from timeline.model import Article, Event, Mention, When
from timeline.palette import LANE_ORDER
from timeline.store import Filter, Store
from timeline.zones import HOME, shown_in, zone_of

SURE = ((0.85, "certain"), (0.6, "likely"), (0.0, "unsure"))
"""Confidence from which a word is used."""
REVIEWED = {"new": "not reviewed", "accepted": "accepted", "edited": "corrected", "rejected": "rejected"}


def layout(read_only: bool) -> Any:
    """The panel beside every view; empty and away until an event is chosen."""
    forms = (
        []
        if read_only
        else [edit.form(), claims.form(), *alternatives.stores(), *history.stores(), *outcome.stores()]
    )
    parts = [_bar(read_only), ruler.line(), _filtered_out(), *forms, html.Div(id="card")]
    return html.Aside(parts, id="detail-panel", hidden=True, tabIndex="-1", **{"aria-label": "Event"})


def edge() -> Any:
    """The panel's edge, by which `assets/edge.js` makes it wider."""
    name = {"aria-label": "Width of the event panel", "aria-orientation": "vertical"}
    return html.Div(id="card-edge", role="separator", tabIndex="0", title="Drag to change the width", **name)


def register(app: Dash, store: Store, read_only: bool) -> None:
    """Answer `/card` with what the panel shows of an event; `assets/card.js` asks, and puts it in."""
    memory = memory_of(store)
    ruler.register(app, store)
    if not read_only:
        edit.register(app, store)
        claims.register(app, store)
        alternatives.register(app, store)
        history.register(app, store)
        outcome.register(app, store)

    @app.server.route("/card")
    def told() -> Response:
        asked = {key: request.args.get(key, "") for key in ("id", "zone", "asof")}
        body = html_of(show(asked["id"], asked["zone"], asked["asof"]))
        return Response(body, mimetype="text/html", headers={"Cache-Control": "no-store"})

    def show(event_id: str, zone: str, asof: str) -> Any:
        known_by = state.iso_day(asof)
        fixed = read_only or bool(known_by)  # what was known then is not what a correction would change
        try:
            event = store.event(event_id)
        except StoreError:
            found = undated(store, event_id)
            return undated_card(*found, read_only=fixed) if found else missing()
        articles = {mention.article_id: store.article(mention.article_id) for mention in event.mentions}
        shown, then = memory.everything().marks, None
        if known_by:
            now, shown = event, memory.marks(Filter(known_by=known_by), "kind")
            told = store.event_list(ids=(event.id,), known_by=known_by, include_hidden=True)
            if not told:
                return unknown(event, first_reported(event, articles), known_by)
            (event,) = told
            then = as_known(known_by, len(now.mentions) - len(event.mentions))
        found = None if event.mentions else undated(store, event_id)
        linked = [other for other in store.related(event_id) if shown.position(other.id) is not None]
        here = shown_in(event.when, zone_of(zone or HOME))
        return [
            then,
            *card(
                event,
                articles,
                evidence(*found) if found else None,
                here=here,
                axis=axis(shown, event, zone),
                read_only=fixed,
            ),
            outcome.section(store, event, linked, known_by=known_by, read_only=fixed),
            related.section(shown, event, [other for other in linked if not outcome.is_pair(event, other)]),
            history.section(store.history(event_id), read_only=fixed),
        ]


def card(
    event: Event,
    articles: dict[str, Article],
    evidence: Any = None,
    *,
    here: When | None = None,
    axis: Any = None,
    read_only: bool = False,
) -> list[Any]:
    """The card of one event; `articles` by id, `here` its time in the reader's zone, `axis` its drawing.

    `evidence` stands where a reader dated what an article of unknown date tells.
    """
    number = LANE_ORDER.index(LANES.get(event.kind, LANE_ORDER[-1]))
    said = wording.spoken(here or event.when, event.status)
    mentions = [
        _mention(event, mention, articles.get(mention.article_id), read_only=read_only)
        for mention in event.mentions
    ]
    kicker = [
        html.Span(className=f"dot lane-{number}"),
        event.kind,
        html.Span(str(event.status), className=f"state {event.status}"),
        *_told(event),
        _review(event, read_only=read_only),
    ]
    when = [
        html.Strong(said[0].upper() + said[1:]),
        html.Code(event.when.edtf, title="Extended Date/Time Format"),
        f" · told as {wording.label(event.when)}" if here and here != event.when else None,
        None if read_only else html.Button("Edit date", className="link", **{"data-do": "edit-date"}),
    ]
    unsure = html.P(_sure(event.confidence), className="muted") if event.confidence < SURE[0][0] else None
    head = [
        html.P(kicker, className="kicker"),
        html.H2(event.title),
        html.P(when, className="when"),
        axis,
        _reported(event, articles),
        unsure,
        _links("Who", "actor", event.actors),
        _links("Where", "place", (event.place.name,) if event.place else ()),
        _links("Tags", "tag", event.tags),
        html.P([html.Span("Note ", className="term"), event.note]) if event.note else None,
    ]
    told = mentions or [evidence or html.P("Added by hand; no article tells it.")]
    return [
        html.Div(head, className="head"),
        claims.section(event, articles, read_only=read_only),
        html.Section([html.H3("Why this date"), *told], id="why-date"),
    ]


def axis(shown: Marks, event: Event, zone: str | None) -> Any:
    """The event's own short axis, which `assets/mini.js` draws; the words that say the same are its name."""
    at = shown.position(event.id)
    if at is None:
        return None
    one = shown.only(np.array([at]), "kind").in_zone(zone_of(zone or HOME))
    drawn = miniature(one, 0)
    said = wording.sentence(wording.spoken(one.row(0).when, event.status))
    others = [wording.spoken(when) for when in event.conflicting]
    told = f"Other sources: {'; '.join(others)}." if others else ""
    name = " ".join(part for part in ("Drawn:", said, drawn.pop("said"), told) if part)
    lane = f"mini lane-{int(one.colour[0])}"
    drawing = {"data-drawing": json.dumps(drawn, separators=(",", ":")), "aria-label": name}
    return html.Div(id="when-axis", className=lane, role="img", **drawing)


def undated_card(told: Undated, article: Article, *, read_only: bool) -> list[Any]:
    """The card of what an article of unknown date tells, until a reader dates it."""
    number = LANE_ORDER.index(LANES.get(told.kind, LANE_ORDER[-1]))
    kicker = [html.Span(className=f"dot lane-{number}"), told.kind, html.Span("undated", className="state")]
    date_it = [] if read_only else [html.Button("Give it a date", className="plain", **{"data-do": "edit"})]
    return [
        html.Div([html.P(kicker, className="kicker"), html.H2(told.title), *date_it], className="head"),
        html.Section([html.H3("Why it has no date"), evidence(told, article)], id="why-date"),
    ]


def evidence(told: Undated, article: Article) -> Any:
    """The sentence of an article of unknown date, and why it has no date by itself."""
    return html.Article(
        [
            html.Blockquote(marked(told), lang=article.language),
            html.P(f"{told.why[0].upper()}{told.why[1:]}.", className="why"),
            html.P(_article(article, "no date"), className="source"),
        ],
        className="mention",
    )


def as_known(day: date, later: int) -> Any:
    """The line over a card that keeps to what was published by a day; `later` mentions are left out."""
    said = f"As known on {_day(day)}"
    left = f"; {wording.many(later, 'later report')} left out" if later else ""
    return html.P([f"{said}{left}. ", _all_known()], className="then")


def unknown(event: Event, reported: date | None, day: date) -> list[Any]:
    """The card of an event that no article had told by a day."""
    first = f"; first reported {_day(reported)}" if reported else ""
    return [
        html.P([f"Not yet known on {_day(day)}{first}. ", _all_known()], className="then"),
        html.H2(event.title),
    ]


def _all_known() -> Any:
    return html.Button("Show what is known today", className="link", **{"data-do": "asof-off"})


def _day(day: date) -> str:
    return wording.days(day, day, short=False)


def missing() -> Any:
    """What the panel says of an id that the store does not hold."""
    return [
        html.Div([html.H2("This event is not here"), html.P("It may have been removed or merged.")]),
    ]


def _bar(read_only: bool) -> Any:
    sheet = {
        "aria-label": "Event over the whole window",
        "aria-expanded": "false",
        "aria-controls": "detail-panel",
    }
    bar = html.Div(
        [
            html.Button(id="sheet-handle", **sheet),
            _tool("←", "previous-event", "Previous event"),
            _tool("→", "next-event", "Next event"),
            html.Button(
                html.Span("☆", className="glyph", **{"aria-hidden": "true"}),
                id="btn-star",
                className="plain square",
                title="Star this event (kept in this browser)",
                **{"data-do": "star", "aria-label": "Star this event", "aria-pressed": "false"},
            ),
            ruler.button(),
            _tool("Show", "centre", "Show on the timeline"),
            _tool("Link", "copy-link", "Copy a link to this event"),
            *([] if read_only else [_tool("Edit", "edit", "Correct this event")]),
            _tool("×", "close", "Close", className="plain square last"),
        ],
        className="card-bar",
    )
    return still(bar)


def _filtered_out() -> Any:
    """What is said of an event that the filters leave out; `assets/opened.js` shows it."""
    unfiltered = html.Button("Show without filters", className="link", **{"data-do": "unfiltered"})
    return still(
        html.P(["Hidden by your filters. ", unfiltered], id="filtered-out", role="status", hidden=True)
    )


def _tool(text: str, action: str, title: str, className: str = "plain") -> Any:  # noqa: N803 - Dash's name
    return html.Button(text, className=className, title=title, **{"data-do": action, "aria-label": title})


def _review(event: Event, *, read_only: bool) -> Any:
    """What a reader has said of it, and beside it what one can say."""
    title = "All that the card says is right"
    open_ = not read_only and event.review in ("new", "rejected")
    accept = html.Button("Accept", className="link", title=title, **{"data-do": "accept-event"})
    return html.Span([REVIEWED[event.review], accept if open_ else None], className="reviewed")


def _told(event: Event) -> list[Any]:
    count = event.publishers
    return [html.Span(f"{count} publishers", className="muted")] if count > 1 else []


def _reported(event: Event, articles: dict[str, Article]) -> Any:
    """When the event was first reported, where that was not the day itself."""
    day = first_reported(event, articles)
    days = lag(event.when, day) if day else 0
    if not day or not days:
        return None
    exact = event.when.precision in ("day", "time") and not event.when.approximate
    one_day = event.when.begin == event.when.end or event.when.shape != "within"
    said = wording.first_report(day, days, least=not (exact and one_day))
    return html.P(said, className="muted") if said else None


def _links(name: str, key: str, values: tuple[str, ...]) -> Any:
    if not values:
        return None
    buttons = [
        html.Button(
            value, className="tag", title=f"Show only {value}", **{"data-filter": key, "data-value": value}
        )
        for value in values
    ]
    return html.Div([html.Span(name, className="term"), *buttons], className="tags")


def _mention(event: Event, mention: Mention, article: Article | None, *, read_only: bool) -> Any:
    """One article's statement, with the date that it gives where the articles give several."""
    said = wording.spoken(mention.when)
    return html.Article(
        [
            html.Strong(said[0].upper() + said[1:]) if event.conflicting else None,
            html.Blockquote(marked(mention), lang=article.language if article else "en"),
            html.P(mention.why, className="why"),
            alternatives.section(event, mention, article, read_only=read_only),
            html.P(_source(article, mention), className="source"),
        ],
        className="mention",
    )


def marked(mention: Mention | Undated) -> list[Any]:
    """The sentence with its date phrase in `<mark>` and the word that names the occurrence in `<b>`."""
    first = mention.start_char
    spans = [(mention.trigger_start - first, mention.trigger_end - first, html.B)]
    if mention.timex:
        spans.append((mention.timex.start_char - first, mention.timex.end_char - first, html.Mark))
    parts: list[Any] = []
    at = 0
    for start, end, element in sorted(spans, key=lambda span: span[0]):
        if at <= start < end <= len(mention.sentence):
            parts += [mention.sentence[at:start], element(mention.sentence[start:end])]
            at = end
    return [*parts, mention.sentence[at:]]


def _source(article: Article | None, mention: Mention) -> list[Any]:
    if article is None:
        return ["The article is no longer here."]
    published = wording.days(article.published, article.published) if article.published else "no date"
    return _article(article, published, _sure(mention.confidence))


def _article(article: Article, *told: str) -> list[Any]:
    """A link to the article, who published it, and what else is told of it."""
    title = article.title or "Untitled article"
    to = f"/article/{article.id}"
    inside = html.A(title, href=to, **{"data-go": to, "data-beside": "true"})
    outside: list[Any] = []
    if article.url.startswith(("http://", "https://")):
        outside = [" · ", html.A("original", href=article.url, rel="noopener noreferrer", target="_blank")]
    who = " · ".join(part for part in (article.publisher, *told) if part)
    return [inside, html.Br(), html.Span([who, *outside], className="muted")]


def sureness(confidence: float) -> str:
    """How sure a date is, in a word."""
    return next(word for least, word in SURE if confidence >= least)


def _sure(confidence: float) -> str:
    return f"Date:\N{NO-BREAK SPACE}{sureness(confidence)}"
