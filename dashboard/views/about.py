"""About: what this is, how its dates are decided, where it is from."""

from typing import Any

from dash import Dash, html

import timeline
from timeline.reader import reader
from timeline.store import Store

PARTS = (
    (
        "What it is",
        "A timeline of the Russia–Ukraine crisis made from news articles. Each mark is something that an "
        "article says happened, is going on, is planned or is warned of, and leads back to the sentence "
        "that says so.",
    ),
    (
        "How dates are decided",
        "Every expression of time in an article is found and resolved against the day it was published, "
        "or the date told before it. A date is as exact as the text: a month stays a month, and “since "
        "December” has no end. The card of each event says why it has its date, how sure that is, and who "
        "gives another one.",
    ),
    (
        "What it cannot know",
        "It knows what the articles in the library say, no more. Extraction is automatic and can be "
        "wrong; whatever a reader corrects is kept and can be taken back.",
    ),
)


def layout(store: Store, _read_only: bool) -> Any:
    """The page, with how much there is behind it."""
    articles = len(store.articles())
    library = html.A("library", href="/library", **{"data-go": "/library"})
    told = [
        html.H2("Sources"),
        html.P([f"{store.count():,} events from {articles:,} articles, all of them in the ", library, "."]),
        html.H2("Licence and version"),
        html.P(
            f"Crisis Timeline {timeline.__version__}, Apache License 2.0; its rules are {reader()}."
            " Dates follow TIMEX3 (TimeML) and EDTF (ISO 8601-2); kinds of events are mapped to PLOVER."
        ),
    ]
    parts = [part for head, words in PARTS for part in (html.H2(head), html.P(words))]
    return html.Div([html.H1("About this timeline"), *parts, *told], className="page about")


def register(_app: Dash, _store: Store, _read_only: bool) -> None:
    """Nothing moves on it."""
