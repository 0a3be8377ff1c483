"""A web site of our own on this machine, whose pages the tests ask for."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from timeline.articles import fetch


class Site(BaseHTTPRequestHandler):
    """Answers each path with what the test put there: (status, headers, body)."""

    def do_GET(self):
        if self.path == "/never":
            self.server.closing.wait(30)
            return
        status, headers, body = self.server.pages.get(self.path, (404, {}, b"gone"))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def site(monkeypatch):
    """The site's address and its pages; reading addresses of this machine is allowed meanwhile."""
    monkeypatch.setenv(fetch.ALLOW_PRIVATE, "1")
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        server.pages, server.closing, server.daemon_threads = {}, threading.Event(), True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", server.pages
        server.closing.set()
        server.shutdown()
