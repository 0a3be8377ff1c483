"""The chronicle for paper: a plain page of its own at `/paper?…`, light, every source's address in print.

`assets/export.js` prints it out of sight of the reader, `assets/print.js` in place of a screen that lists
events; without a script it is a page like any other.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape
from itertools import groupby
from typing import Any

from dash import Dash
from flask import Response, request

from dashboard import state
from dashboard.described import described
from dashboard.memory import memory_of
from timeline import wording
from timeline.exporters.text import first_day
from timeline.exporters.told import address, dated, source
from timeline.store import Store
from timeline.store.pages import rows, sizes

STYLE = """
@page { margin: 20mm 16mm 18mm; @top-left { content: "Crisis Timeline"; font: 9pt sans-serif; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
.paper { max-width: 46rem; margin: 0 auto; padding: 0 1rem; font: 11pt/1.4 Georgia, "Liberation Serif", serif;
  color: #1a1d21; background: #fff; font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
  h1 { font-size: 18pt; margin: 0 0 4pt; }
  h2 { font-size: 14pt; margin: 16pt 0 4pt; border-bottom: 1px solid #80868d; }
  h3 { font-size: 11pt; margin: 10pt 0 2pt; } h2, h3 { break-after: avoid; }
  ol { margin: 0; padding: 0; list-style: none; }
  li { display: grid; grid-template-columns: 34mm 1fr; gap: 4mm; padding: 2pt 0; break-inside: avoid; }
  small, .asked { color: #54595f; font-size: 9pt; } small { display: block; } p { margin: 2pt 0; } }
@media print { .paper { max-width: none; padding: 0; } }
"""


def register(app: Dash, store: Store) -> None:
    """Answer `/paper` with the events that the query asks for."""

    @app.server.route("/paper")
    def paper() -> Response:
        query = request.args.to_dict()
        wanted = memory_of(store).in_window(state.read(query))
        count = sizes(store, wanted)["events"]
        head = _head(query, count, request.host_url.rstrip("/") + "/?" + request.query_string.decode())
        return Response(_page(head, rows(store, wanted)), mimetype="text/html")


def _head(query: dict[str, str], count: int, link: str) -> str:
    today = datetime.now(UTC).date()
    asked = "".join(f"<p>{name}: {escape(words)}</p>" for name, words in described(query))
    told = f"{wording.many(count, 'event')}, {wording.days(today, today)}"
    return f"<h1>Crisis Timeline</h1><div class=asked><p>{told}</p>{asked}<p>{escape(link)}</p></div>"


def _page(head: str, events: Iterator[dict[str, Any]]) -> Iterator[str]:
    yield (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Crisis Timeline</title>'
        f"<style>{STYLE}</style></head><body><main class=paper>{head}"
    )
    for year, of_year in groupby(events, lambda row: first_day(row)[:4]):
        yield f"<h2>{year.lstrip('0')}</h2>"
        for month, of_month in groupby(of_year, lambda row: first_day(row)[5:7]):
            yield f"<h3>{wording.MONTHS[int(month) - 1]}</h3><ol>"
            yield from map(_entry, of_month)
            yield "</ol>"
    yield "</main></body></html>"


def _entry(row: dict[str, Any]) -> str:
    status = "" if row["status"] == "happened" else f" ({row['status']})"
    told = " · ".join(filter(None, (source(row, title=False), address(row))))
    small = f"<small>{escape(told)}</small>" if told else ""
    return f"<li><span>{escape(dated(row))}</span><span>{escape(row['title'])}{status}{small}</span></li>"
