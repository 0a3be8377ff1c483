"""A dashboard that is really served, and a real Chromium to look at it."""

import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from dashboard.server import listening
from timeline import pipeline
from timeline.store import Store, open_store

pytestmark = pytest.mark.browser
CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))),
    None,
)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
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
    """The dashboard of a store on a free port of this machine, while the block lasts."""

    def __init__(self, store: Store, *, read_only: bool = False) -> None:
        self.server = listening(store, "127.0.0.1", 0, read_only=read_only)

    def __enter__(self) -> str:
        self.thread = threading.Thread(target=self.server.run, daemon=True)
        self.thread.start()
        return f"http://127.0.0.1:{self.server.effective_port}"

    def __exit__(self, *_: object) -> None:
        self.server.close()


@pytest.fixture(scope="session")
def browser():
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine; install it to run the browser tests")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser):
    """A desktop page in the light theme; the test fails if the console says an error or a warning."""
    yield from opened(browser, {"width": 1440, "height": 900})


@pytest.fixture
def phone(browser):
    yield from opened(browser, {"width": 390, "height": 844})


def opened(browser, viewport, **settings):
    context = browser.new_context(viewport=viewport, accept_downloads=True, **settings)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text) if line.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda sent: said.append(sent.url) if leaves(sent.url) else None)
    yield page
    context.close()
    assert not said


def leaves(url: str) -> bool:
    """Whether a request goes anywhere but to this machine."""
    return not url.startswith(("http://127.0.0.1:", "data:", "blob:"))
