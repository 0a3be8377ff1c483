"""`/next`: the event after the open one that a query asks for and that nobody has reviewed."""

from dataclasses import replace

from dash import Dash
from flask import Response, jsonify, request

from dashboard import state
from dashboard.memory import memory_of
from timeline.marks import milliseconds
from timeline.model import When
from timeline.store import Store
from timeline.store.pages import following


def register(app: Dash, store: Store) -> None:
    """Answer with its id and when it was; without, where everything is reviewed."""

    @app.server.route("/next")
    def after() -> Response:
        wanted = state.read(request.args.to_dict())
        found = following(
            store, replace(memory_of(store).in_window(wanted), reviews=("new",)), wanted.selected
        )
        if found is None:
            return jsonify(id=None)
        when = When.from_edtf(found["edtf"])
        day = when.begin or when.end
        return jsonify(id=found["id"], at=milliseconds(day) if day else None)
