"""The export menu, and the address that answers with what passes the filters: a query in, a file out.

The menu's links are plain downloads (`/export/csv?kind=talks&…`), so that a link to an export is a link
like any other. Formats come from the exporters' table by themselves.
"""

from collections.abc import Iterator
from typing import Any

import dash_mantine_components as dmc
from dash import Dash, html
from flask import Response, request

from dashboard import state
from timeline.exporters import EXPORTERS, csv, export_bytes
from timeline.store import Store
from timeline.store.pages import rows

SCOPES = (("view", "In view"), ("filter", "All that match"), ("all", "Everything"))


def menu() -> Any:
    """The button and its menu; `assets/export.js` writes the counts and the addresses."""
    button = html.Button(
        "Export", id="btn-export", className="plain", **{"data-do": "export", "aria-haspopup": "dialog"}
    )
    scope = dmc.SegmentedControl(
        id="export-scope",
        data=[{"value": key, "label": name} for key, name in SCOPES],
        value="view",
        size="xs",
        fullWidth=True,
        **{"aria-label": "What to export"},
    )
    files = [
        html.A(
            [exporter.label, html.Span("." + suffix, className="count")],
            id="export-" + suffix.replace(".", "-"),
            className="choice",
            href=f"/export/{suffix}",
            **{"data-export": suffix},
        )
        for suffix, exporter in EXPORTERS.items()
    ]
    pictures = [
        html.Button(
            [f"Picture of the view ({name.upper()})", html.Span("." + name, className="count")],
            id=f"export-{name}",
            className="choice",
            **{"data-do": "picture", "data-picture": name},
        )
        for name in ("png", "svg")
    ]
    printed = html.Button("Print the chronicle", className="choice", **{"data-do": "print"})
    counted = html.P("Events: none", id="export-count", className="muted")
    return dmc.Popover(
        [
            dmc.PopoverTarget(button),
            dmc.PopoverDropdown(
                html.Div([scope, counted, *files, *pictures, printed], className="drop export")
            ),
        ],
        position="bottom-end",
        withRoles=False,  # they would go on a wrapper, where they mean nothing
        keepMounted=True,
        withinPortal=False,
        trapFocus=True,
        shadow="md",
        zIndex=300,
        returnFocus=True,
    )


def register(app: Dash, store: Store) -> None:
    """Answer `/export/FORMAT` with the events that the query asks for, by filters or by their `ids`."""

    @app.server.route("/export/<suffix>")
    def export(suffix: str) -> Response:
        exporter = EXPORTERS.get(suffix)
        if exporter is None:
            known = ", ".join(EXPORTERS)
            return Response(f"There is no format {suffix!r}; known are {known}.", 404, mimetype="text/plain")
        wanted = state.read(request.args.to_dict())
        asked = wanted.in_window()
        if suffix == "csv":  # the one of any length: sent as it is read
            count = len(store.events(asked)) if asked.known_by else store.count(asked)
            body: bytes | Iterator[bytes] = csv.parts(rows(store, asked))
        else:
            frame = store.claims(asked) if exporter.rows == "mentions" else store.events(asked)
            count, body = len(frame), export_bytes(frame, suffix)
        name = "_".join(["timeline", *_stretch(wanted), str(count)]) + "." + suffix
        answer = Response(body, mimetype=exporter.media_type)
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer


def _stretch(wanted: state.Wanted) -> list[str]:
    window = wanted.in_window()
    return [str(day) for day in (window.begin, window.end) if day]
