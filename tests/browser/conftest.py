"""A dashboard that is really served, and a real Chromium to look at it."""

import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest
from flask import Flask
from waitress import create_server

from dashboard.server import THREADS, application
from timeline import pipeline
from timeline.store import Store, open_store

pytestmark = pytest.mark.browser
CHROMIUM = next(
    (
        found
        for name in ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
        if (found := shutil.which(name))
    ),
    None,
)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--process-per-site",  # all pages of the dashboard share one process: what that has compiled is at hand
    "--js-flags=--no-maglev,--no-turbofan",  # a test is over before this pays
]


@dataclass(frozen=True)
class Site:
    """A served dashboard: its address and the store behind it."""

    url: str
    store: Store


@pytest.fixture(scope="session")
def filled(tmp_path_factory) -> Path:
    """A store with the bundled articles; copied for each test that changes it."""
    path = tmp_path_factory.mktemp("store") / "bundled.db"
    with open_store(str(path)) as store:
        problems = [outcome.problem for outcome in pipeline.fill(store) if outcome.problem]
    assert not problems
    return path


@pytest.fixture
def site(filled, tmp_path) -> Iterator[Site]:
    path = tmp_path / "timeline.db"
    shutil.copy(filled, path)
    with open_store(str(path)) as store, serving(store) as url:
        yield Site(url, store)


class serving:  # noqa: N801 - a context manager reads as a verb
    """The dashboard of a store at one address for all tests, while the block lasts.

    One address lets the browser keep what it has loaded and compiled from test to test.
    """

    shown: ClassVar[list[Flask]] = [Flask("nothing")]
    server = None

    def __init__(self, store: Store, *, read_only: bool = False) -> None:
        self.served = application(store, read_only=read_only)

    @classmethod
    def address(cls) -> str:
        """Where it is, or will be; until then nothing is there."""
        if serving.server is None:
            serving.server = create_server(
                lambda *request: serving.shown[-1](*request), host="127.0.0.1", port=0, threads=THREADS
            )
            threading.Thread(target=serving.server.run, daemon=True).start()
        return f"http://127.0.0.1:{serving.server.effective_port}"

    def __enter__(self) -> str:
        serving.shown.append(self.served)
        return serving.address()

    def __exit__(self, *_: object) -> None:
        serving.shown.remove(self.served)


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    """A browser's profile; what a page leaves in it is cleared before the next page, but for the cache."""
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine; install it to run the browser tests")
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=30_000)  # as patient as all other waits: the machine may be busy
    with sync_playwright() as playwright:
        profile = playwright.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("profile"), executable_path=CHROMIUM, args=QUIET, accept_downloads=True
        )
        profile.new_page().goto(f"{serving.address()}/nothing")  # stays open, and with it the site's process
        yield profile
        profile.close()


@pytest.fixture
def page(browser, site):
    """A desktop page in the light theme; the test fails if the console says an error or a warning."""
    yield from opened(browser, {"width": 1440, "height": 900})


@pytest.fixture
def phone(browser, site):  # closed before the site that it looks at
    yield from opened(browser, {"width": 390, "height": 844})


def opened(browser, viewport, timezone=None, **media):
    page = browser.new_page()
    page.set_viewport_size(viewport)
    page.emulate_media(**{"color_scheme": "light", **media})
    wire = browser.new_cdp_session(page)
    kept = "cookies,local_storage,session_storage,indexeddb"
    wire.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": kept})
    if timezone:
        wire.send("Emulation.setTimezoneOverride", {"timezoneId": timezone})
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text) if line.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda sent: said.append(sent.url) if leaves(sent.url) else None)
    yield page
    page.close()
    assert not said


def leaves(url: str) -> bool:
    """Whether a request goes anywhere but to this machine."""
    return not url.startswith(("http://127.0.0.1:", "data:", "blob:"))
