"""`timeline serve`: opens the store, fills a new one with the bundled articles, serves the dashboard."""

import threading
import webbrowser
from argparse import Namespace

from dashboard.server import address_of, listening
from timeline import pipeline
from timeline.store import open_store
from timeline.terminal import progress, say


def serve(asked: Namespace) -> int:
    """Show the timeline in a browser until stopped."""
    with open_store(asked.store) as store:
        if not store.count() and not len(store.articles()) and not asked.read_only:
            bundled = len(pipeline.bundled_articles())
            for outcome in progress(pipeline.fill(store), "Reading the bundled articles", bundled):
                if outcome.problem:
                    say(f"{outcome.source}: {outcome.problem}")
        server = listening(store, asked.host, asked.port, read_only=asked.read_only)
        address = address_of(server, asked.host)
        say(f"The timeline is at {address} (Ctrl-C stops it).")
        if asked.open:
            threading.Timer(1.0, webbrowser.open, [address]).start()
        server.run()
    return 0
