"""What goes out with every answer: the content policy, how long it may be kept, compression."""

import base64
import hashlib

from dash import Dash
from flask import Flask, Request, Response, request

BUNDLES = "/own/"
"""Where `bundle` serves our own scripts and styles."""
STATIC = (BUNDLES, "/assets/", "/_dash-component-suites/")
"""Where the files are that a server serves unchanged as long as it runs."""


class Packed(dict[str, bytes]):
    """The files that never change while the server runs, compressed once; other answers are not kept."""

    def set(self, key: str, value: bytes) -> None:
        """Keep a file; the key of any other answer ends with the semicolon after the algorithm's name."""
        if not key.endswith(";"):
            self[key] = value


def compressing() -> Flask:
    """A server that compresses what never changes only once."""
    server = Flask("dashboard")
    server.config.update(COMPRESS_CACHE_BACKEND=Packed, COMPRESS_CACHE_KEY=_unchanging)
    return server


def _unchanging(asked: Request) -> str:
    return asked.full_path if asked.path.startswith(STATIC) else ""


def protect(app: Dash, inline: str) -> None:
    """A strict content policy on every answer: only our own scripts, nothing from elsewhere."""
    paint = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
    scripts = " ".join(["'self'", f"'sha256-{paint}'", *app.csp_hashes()])
    policy = (
        f"default-src 'self'; script-src {scripts}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; "
        "base-uri 'self'; form-action 'self'; frame-ancestors "
    )

    @app.server.after_request
    def add(response: Response) -> Response:
        embedded = request.path.rstrip("/") == "/embed"
        response.headers["Content-Security-Policy"] = policy + ("*" if embedded else "'self'")
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "same-origin"
        if request.path.startswith("/assets/") and request.args.get("m"):  # its address has its time in it
            lasting(response)
        return response


def lasting(response: Response) -> Response:
    """The answer, to be kept by browsers for good: its address changes with it."""
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
