"""The share menu: a link to the view, the view in another page, how to cite it or the open event."""

from typing import Any

import dash_mantine_components as dmc
from dash import Dash, html
from flask import Response

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
    button = html.Button("Share", id="btn-share", className="plain", **{"aria-haspopup": "dialog"})
    choices = [
        html.Button(words, id=f"choice-{action}", className="choice", **{"data-do": action})
        for action, words in CHOICES
    ]
    save = html.Button("Save this view", className="choice", **{"data-do": "save-view"})
    about = html.A("About this timeline", href="/about", className="choice", **{"data-go": "/about"})
    return dmc.Popover(
        [
            dmc.PopoverTarget(button),
            dmc.PopoverDropdown(html.Div([*choices, save, about], className="drop export")),
        ],
        position="bottom-end",
        withRoles=False,
        keepMounted=True,
        withinPortal=False,
        trapFocus=True,
        shadow="md",
        zIndex=300,
        returnFocus=True,
    )
