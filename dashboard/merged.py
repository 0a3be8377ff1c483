"""Ids that readers keep, in links and stars, of events that have become part of another since."""

from dash import Dash
from flask import Response, jsonify, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from timeline.store import Store


def register(app: Dash, store: Store) -> None:
    """Lead the link to a merged event on; answer `/current?ids=a|b` with the ids that have become others."""

    @app.server.before_request
    def follow() -> BaseResponse | None:
        path = request.path.strip("/").split("/")
        if len(path) != 2 or path[0] != "event":
            return None
        now = store.current_id(path[1])
        if now in (None, path[1]):
            return None
        query = request.query_string.decode()
        return redirect(f"/event/{now}" + (f"?{query}" if query else ""))

    @app.server.route("/current")
    def current() -> Response:
        asked = dict.fromkeys(request.args.get("ids", "").split("|"))
        with store.reading():
            found = {key: store.current_id(key) for key in asked if key}
        answer = jsonify({key: now for key, now in found.items() if now not in (None, key)})
        answer.headers["Cache-Control"] = "no-store"
        return answer
