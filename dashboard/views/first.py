"""A timeline without events: the sample set, loaded at a reader's wish while the page counts along."""

import json
from collections.abc import Iterator

from dash import Dash
from flask import Response

from timeline import pipeline
from timeline.store import Store


def sample(read_only: bool) -> int:
    """How many articles the sample set has; none where nothing may be added."""
    return 0 if read_only else len(pipeline.bundled_articles())


def register(app: Dash, store: Store) -> None:
    """`/sample` reads the bundled articles into an empty store, with a line of JSON for each."""

    @app.server.route("/sample", methods=["POST"])
    def load() -> Response:
        if store.count() or len(store.articles()):
            return Response("This timeline has articles already.", 409, mimetype="text/plain")
        return Response(_loaded(store), mimetype="application/x-ndjson")


def _loaded(store: Store) -> Iterator[str]:
    for number, outcome in enumerate(pipeline.fill(store), 1):
        yield json.dumps({"done": number, "problem": outcome.problem}) + "\n"
