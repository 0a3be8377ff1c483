"""Serving the dashboard: an app in, a listening server out."""

import gc
from threading import Thread
from typing import Any

from flask import Flask
from waitress import create_server

from dashboard.app import make_app
from dashboard.memory import memory_of
from timeline import articles, events
from timeline.errors import TimelineError
from timeline.store import Store

THREADS = 8
SAMPLE = """What the week brought

Saturday 12 February 2022

The foreign ministers of Ukraine and Poland met in Kyiv on Thursday and agreed to send 400 tents by the end of
March. Two days earlier talks had been postponed from December to January. "We have asked more since 2014,"
the army said at 10 a.m., and troops were to leave within three weeks unless the shelling went on."""
"""A text that is read before the first reader adds one."""


def application(store: Store, *, read_only: bool = False) -> Flask:
    """The dashboard of a store as a WSGI application, warm: its first reader does not wait."""
    app = make_app(store, read_only=read_only)
    served: Flask = app.server
    # On a cold start, callbacks that arrive side by side can fail (plotly/dash issue 3971).
    served.test_client().get("/_dash-dependencies")
    memory_of(store).everything()
    return served


def listening(store: Store, host: str, port: int, *, read_only: bool = False) -> Any:
    """A server that has the address already (port 0: any free one); its `run()` serves until `close()`.

    TimelineError where the address cannot be had.
    """
    served = application(store, read_only=read_only)
    Thread(target=_settle, daemon=True).start()
    try:
        return create_server(served, host=host, port=port, threads=THREADS, ident=None)
    except OSError as why:
        raise TimelineError(
            f"cannot listen on {host}:{port} ({why.strerror or why}); stop what is there or choose --port"
        ) from why
    except ValueError:
        raise TimelineError(f"there is no address {host!r} to listen on; choose --host") from None


def _settle() -> None:
    """Load what reading a text needs, so that no reader waits for it, and settle the memory.

    To look through all that is there for what is not used any more takes a fifth of a second, in the middle
    of an answer; what is there by now stays, and is left out from here on.
    """
    events.extract(articles.read_text(SAMPLE))
    gc.collect()
    gc.freeze()


def address_of(server: Any, host: str) -> str:
    """The address at which a listening server answers, with the port that it really has."""
    several = getattr(server, "effective_listen", None)  # "localhost" can be one of IPv4 and one of IPv6
    port = several[0][1] if several else server.effective_port
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def serve(store: Store, host: str = "127.0.0.1", port: int = 8050, *, read_only: bool = False) -> None:
    """Serve the timeline until stopped."""
    listening(store, host, port, read_only=read_only).run()
