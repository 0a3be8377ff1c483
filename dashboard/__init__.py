"""The dashboard: a store in, a web page out. `make_app` builds it, `serve` runs it."""

from dashboard.app import make_app
from dashboard.server import serve

__all__ = ["make_app", "serve"]
