"""The export menu, and the address that answers with what passes the filters: a query in, a file out.

The menu's links are plain downloads (`/export/csv?kind=talks&…`), so that a link to an export is a link
like any other. Formats come from the exporters' table by themselves. Besides what the timeline's address
may say, a query has "bom" (a CSV begins with the mark by which Excel knows UTF-8) and "beside" (a ZIP,
with what was asked for in a second file: a comment in a CSV would be a row).
"""

import io
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import dash_mantine_components as dmc
from dash import Dash, html
from flask import Response, jsonify, request

from dashboard import state
from dashboard.described import described
from dashboard.markup import opens, still
from dashboard.memory import memory_of
from dashboard.views import paper
from timeline import wording
from timeline.exporters import EXPORTERS, csv, export_bytes
from timeline.store import Store
from timeline.store.pages import rows, sizes

BOM = b"\xef\xbb\xbf"
SCOPES = (("view", "In view"), ("filter", "All that match"), ("all", "Everything"))


def menu() -> Any:
    """The button and its menu; `assets/export.js` writes the counts and the addresses."""
    button = html.Button(
        "Export", id="btn-export", className="plain", **{"data-do": "export", **opens("drop-export")}
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
            [exporter.label, _size("." + suffix, suffix)],
            id="export-" + suffix.replace(".", "-"),
            className="choice",
            href=f"/export/{suffix}",
            **{"data-export": suffix},
        )
        for suffix, exporter in EXPORTERS.items()
    ]
    pictures = [
        html.Button(
            [f"Picture ({name.upper()})", _size("." + name)],
            id=f"export-{name}",
            className="choice",
            **{"data-do": "picture", "data-picture": name},
        )
        for name in ("png", "svg")
    ]
    printed = html.Button(
        ["Print, or save as PDF", _size()], id="export-print", className="choice", **{"data-do": "print"}
    )
    counted = html.P(id="export-count", className="muted", role="status")
    choices = still(html.Div([*files, *pictures, printed], className="choices"))
    body = [scope, counted, choices, html.Div(_options(), className="options")]
    return html.Div(
        [button, html.Div(body, id="drop-export", className="drop export", hidden=True)], className="menu"
    )


def _size(suffix: str = "", key: str = "print") -> Any:
    """How many rows a choice writes, which the browser asks for, and the ending of its file."""
    number = html.Span(className="size", **{"data-rows": key})
    return html.Span([number, html.Span(suffix)] if suffix else number, className="count")


def _options() -> list[Any]:
    ticks = {
        "export-bom": "CSV for Excel (begins with a byte order mark)",
        "export-beside": "With the filters in a file beside it (ZIP)",
        "export-dark": "Pictures as dark as this page",
    }
    return [
        dmc.Checkbox(id=key, label=words, size="xs", className="check", persistence=True)
        for key, words in ticks.items()
    ]


def register(app: Dash, store: Store) -> None:
    """Answer `/export/FORMAT` with the events that the query asks for, by filters or by their `ids`.

    `/export/sizes` says how many rows each format would have.
    """
    paper.register(app, store)
    memory = memory_of(store)

    @app.server.route("/export/sizes")
    def counted() -> Response:
        found = sizes(store, memory.in_window(state.read(request.args.to_dict())))
        told = {key: wording.many(found[e.needs or e.rows], e.rows[:-1]) for key, e in EXPORTERS.items()}
        return jsonify(told | {"print": wording.many(found["events"], "event")})

    @app.server.route("/export/<suffix>")
    def export(suffix: str) -> Response:
        exporter = EXPORTERS.get(suffix)
        if exporter is None:
            known = ", ".join(EXPORTERS)
            return Response(f"There is no format {suffix!r}; known are {known}.", 404, mimetype="text/plain")
        query = request.args.to_dict()
        wanted = state.read(query)
        asked = memory.in_window(wanted)
        if suffix == "csv":  # the one of any length: sent as it is read
            count = store.count(asked)
            body: Iterable[bytes] = csv.parts(rows(store, asked))
        else:
            frame = store.claims(asked) if exporter.rows == "mentions" else store.events(asked)
            count, body = len(exporter.kept(frame)), [export_bytes(frame, suffix)]
        if "bom" in query and exporter.media_type == "text/csv":
            body = (part for parts in ([BOM], body) for part in parts)
        stem = "_".join(["timeline", *_stretch(wanted), str(count)])
        name, media_type = f"{stem}.{suffix}", exporter.media_type
        if "beside" in query:
            asked_for = _asked_for(query, wording.many(count, exporter.rows[:-1]), store.data_version())
            body = [_zipped({name: b"".join(body), f"{stem}.filters.txt": asked_for.encode()})]
            name, media_type = name + ".zip", "application/zip"
        answer = Response(body, mimetype=media_type)
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer


def _asked_for(query: dict[str, str], count: str, version: int) -> str:
    """The file beside an export: what it holds, as of when, and by which filters."""
    told = [("Crisis Timeline", count), ("Written", f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC")]
    told += [("Data version", str(version)), *(described(query) or [("Filters", "none")])]
    return "".join(f"{name}: {words}\n" for name, words in told)


def _zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def _stretch(wanted: state.Wanted) -> list[str]:
    window = wanted.in_window()
    return [str(day) for day in (window.begin, window.end) if day]
