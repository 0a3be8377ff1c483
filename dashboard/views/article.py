"""The article page: its text with every phrase that dates an event, its facts, its events."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import dash
from dash import ClientsideFunction, Dash, Input, Output, dcc, html

from dashboard.views.reading import Stretch, body, lane
from dashboard.views.reread import is_older
from timeline import wording
from timeline.articles.language import LANGUAGES
from timeline.errors import TimelineError
from timeline.model import Article, Event
from timeline.store import Store

PATH = re.compile(r"^/article/([\w-]+)$")


def layout(_store: Store, _read_only: bool) -> Any:
    """The page, empty: `assets/library.js` draws what the server answers."""
    return html.Div(
        [
            dcc.Store(id="article-shown"),
            html.Div(id="article-missing", className="empty", hidden=True),
            html.Div(
                [
                    html.Div(id="article-text", className="article-text"),
                    html.Aside(
                        id="article-side", className="article-side", **{"aria-label": "About the article"}
                    ),
                ],
                id="article-body",
                className="article-body",
            ),
        ],
        className="page article",
    )


def register(app: Dash, store: Store, _read_only: bool) -> None:
    """Answer with the article that the address names."""

    @app.callback(Output("article-shown", "data"), Input("state", "data"), Input("version", "data"))
    def show(data: dict[str, Any] | None, _version: int) -> Any:
        named = PATH.match(str((data or {}).get("path", "")))
        if not named:
            return dash.no_update
        try:
            article = store.article(named[1])
        except TimelineError:
            return {"id": named[1], "missing": True}
        events, version = store.event_list(article_id=article.id), store.data_version()
        rejected = store.event_list(article_id=article.id, reviews=("rejected",))
        told = package(article, events, version, store.reader(article.id), store.added(article.id))
        return told | {"rejected": [_listed(event) for event in rejected]}

    app.clientside_callback(
        ClientsideFunction("timeline", "article"), Input("article-shown", "data"), prevent_initial_call=True
    )


def package(article: Article, events: list[Event], version: int, read_by: str, added: str) -> dict[str, Any]:
    """What the page shows of an article and the events that it tells."""
    told = []
    marked = []
    for event in events:
        own = sorted((m for m in event.mentions if m.article_id == article.id), key=lambda m: m.trigger_start)
        if own:
            told.append((own[0].trigger_start, event))
            for mention in own:
                timex = mention.timex
                span = (
                    (timex.start_char, timex.end_char)
                    if timex
                    else (mention.trigger_start, mention.trigger_end)
                )
                marked.append((*span, event.id))
    order = sorted(told, key=lambda pair: (pair[0], pair[1].id))
    numbers = {event.id: at for at, (_, event) in enumerate(order)}
    stretches = [Stretch(begin, end, "phrase", numbers[key]) for begin, end, key in marked]
    return {
        "id": article.id,
        "version": version,
        "title": article.title or "Untitled article",
        "language": article.language,
        "byline": _byline(article),
        "pieces": body(article, stretches),
        "facts": [*_facts(article), *_kept(article, read_by, added)],
        "events": [_listed(event) for _, event in order],
        "published": article.published.isoformat() if article.published else "",
    }


def _byline(article: Article) -> str:
    """Who published it, who wrote it, and when: what its Mondays are counted from."""
    day = wording.days(article.published, article.published) if article.published else "no date"
    return " · ".join(part for part in (article.publisher, ", ".join(article.authors), day) if part)


def _listed(event: Event) -> list[Any]:
    when = wording.label(event.when)
    return [event.id, event.title, when, lane(event.kind), str(event.status), _day(event)]


def _day(event: Event) -> str:
    """The day in the middle of its days, or the one that they are open to."""
    begin, end = event.when.begin or event.when.end, event.when.end or event.when.begin
    return (begin + (end - begin) / 2).isoformat() if begin and end else ""


def _facts(article: Article) -> list[list[Any]]:
    """Name, words and web addresses of each thing that is known."""
    day = wording.days(article.published, article.published) if article.published else "not known"
    if article.published_time:
        day += f", {article.published_time.at:%H:%M} {article.published_time.zone or ''}".rstrip()
    language = LANGUAGES.get(article.language, article.language)
    facts: list[list[Any]] = [
        ["Publisher", article.publisher, []],
        ["Authors", ", ".join(article.authors), []],
        ["Published", day, []],
        ["Dated by", article.published_why, []],
        ["Language", language, []],
        ["Address", *_linked([article.url])],
        ["Sources", *_linked(article.sources)],
    ]
    return [fact for fact in facts if fact[1] or fact[2]]


def _kept(article: Article, read_by: str, added: str) -> list[list[Any]]:
    """How the store has it: the rules that read it, when it was added, the hash that it is known by."""
    at = datetime.fromisoformat(added) if added else None
    when = f"{wording.days(at.date(), at.date())}, {at:%H:%M} UTC" if at else "not known"
    return [["Read by", _rules(read_by), []], ["Added", when, []], ["Text hash", article.id[1:], []]]


def _rules(read_by: str) -> str:
    """The rules that read it, and whether they are today's."""
    if is_older(read_by):
        return f"older rules ({read_by})" if read_by else "older rules"
    return f"today’s rules ({read_by})"


def _linked(sources: Iterable[str]) -> tuple[str, list[str]]:
    """What is no web address, in words; what is one."""
    web = [source for source in sources if source.startswith(("http://", "https://"))]
    return ", ".join(source for source in sources if source and source not in web), web
