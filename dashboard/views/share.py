"""The share menu: a link to the view, the view in another page, how to cite it or the open event."""

from typing import Any

from dash import Dash, html
from flask import Response

from dashboard.markup import opens, still
from timeline.store import Store

CHOICES = (
    ("share", "Copy link"),
    ("share-known", "Copy link frozen at today"),
    ("share-embed", "Copy code to embed"),
    ("share-cite", "Copy citation"),
    ("share-bibtex", "Copy citation (BibTeX)"),
    ("share-wiki", "Copy citation (Wikipedia)"),
)


def register(app: Dash, store: Store) -> None:
    """Answer `/data-version` with the number that grows with every change."""

    @app.server.route("/data-version")
    def version() -> Response:
        return Response(
            str(store.data_version()), mimetype="text/plain", headers={"Cache-Control": "no-store"}
        )


def menu() -> Any:
    """The button and its menu; `assets/share.js` makes the texts."""
    button = html.Button("Share", id="btn-share", className="plain", **opens("drop-share"))
    choices = [
        html.Button(words, id=f"choice-{action}", className="choice", **{"data-do": action})
        for action, words in CHOICES
    ]
    save = html.Button("Save this view", className="choice", **{"data-do": "save-view"})
    about = html.A("About this timeline", href="/about", className="choice", **{"data-go": "/about"})
    drop = html.Div([*choices, save, about], id="drop-share", className="drop export", hidden=True)
    return still(html.Div([button, drop], className="menu"))
