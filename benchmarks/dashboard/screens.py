"""What a reader waits for on the other screens, and what the keyboard, axe and a link say: T10–T20."""

from collections.abc import Iterator
from urllib.parse import urlencode

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from served import Server, first_marks, looking, p95, redrawn, search
from stores import made_up

ROUTES = (
    "/", "/list", "/library", "/review", "/duplicates", "/actors", "/places", "/about", "/add", "/embed",
    "/nowhere",
)  # fmt: skip
KEYS_TO = {
    "the strip": ("Enter", "document.activeElement.id === 'event-strip'"),
    "the card": ("Enter", "document.querySelector('#why-date p, #why-date blockquote')"),
    "the menu": ("e", "document.querySelector('#export-csv')?.offsetParent"),
    "the file": ("Tab", "document.activeElement.id === 'export-csv'"),
}
STATE = {
    "from": "2015-01-01", "to": "2019-01-01", "q": "agreement", "kind": "agreement|sanctions|vote",
    "status": "happened", "cert": "month", "asof": "2021-06-01", "lanes": "actor",
}  # fmt: skip


def figures(browser: Browser, server: Server, *, many: bool) -> Iterator[tuple[str, float]]:
    """Each measure's key and figure; `many`: leave out what does not depend on the number of events."""
    with looking(browser, server.url) as page:
        first_marks(page)
        page.wait_for_timeout(1000)
        yield "T10", p95([_opened(page, at) for at in range(10)])
    yield from _list(browser, server)
    if many:
        return
    yield "T13", _pasted(browser, server)
    yield "T16", sum(_violations(browser, server))
    yield "T17", _keys(browser, server)
    yield "T20", _lost(browser, server)


def _opened(page: Page, at: int) -> float:
    option = f"document.querySelectorAll('#event-strip [role=option]')[{at}]"
    seen = "document.querySelector('#card h2')?.textContent === window.wanted"
    page.evaluate(f"window.wanted = {option}.querySelector('.what').textContent")
    time = float(page.evaluate(f"clocked(() => {option}.click(), () => {seen})"))
    page.wait_for_timeout(300)
    return time


def _list(browser: Browser, server: Server) -> Iterator[tuple[str, float]]:
    row = "document.querySelector(`#list-grid .ag-row[row-index='${%d}'] [col-id=title]`)?.textContent"
    with looking(browser, server.url) as page:
        first_marks(page)
        page.wait_for_timeout(1000)
        first = f"clocked(() => document.getElementById('tab-list').click(), () => {row % 0})"
        yield "T11", float(page.evaluate(first))
        page.wait_for_timeout(1000)
        far = int(page.evaluate("timeline.drawing.all * 0.7"))
        body = "document.querySelector('#list-grid .ag-body-viewport')"
        scroll = f"clocked(() => {{ {body}.scrollTop = {far} * 36; }}, () => {row % (far + 3)})"
        yield "T11b", float(page.evaluate(scroll))


def _pasted(browser: Browser, server: Server) -> float:
    articles = [article.text for article in made_up(5000, 5011)]
    words = " ".join(" ".join(articles).split()[:1000])
    with looking(browser, server.url + "/add") as page:
        page.locator("#add-text").fill(f"What the week brought\n\nSaturday 12 February 2022\n\n{words}")
        page.wait_for_timeout(500)
        act = "document.getElementById('add-parse').click()"
        seen = "document.getElementById('review-card-0')"
        return float(page.evaluate(f"clocked(() => {act}, () => {seen})"))


def _violations(browser: Browser, server: Server) -> Iterator[int]:
    for scheme in ("light", "dark"):
        for width in (1280, 375):
            size = {"width": width, "height": 812}
            with looking(browser, server.url, viewport=size, color_scheme=scheme) as page:
                for route in ROUTES:
                    page.goto(server.url + route)
                    page.wait_for_timeout(1500)
                    yield Axe().run(page).violations_count


def _keys(browser: Browser, server: Server) -> float:
    with looking(browser, server.url) as page:
        first_marks(page)
        page.wait_for_timeout(1000)
        page.keyboard.press("/")
        redrawn(page, search("shelling"))
        page.wait_for_timeout(500)
        pressed = 0
        for key, there in KEYS_TO.values():
            while not page.evaluate(f"Boolean({there})"):
                page.keyboard.press(key)
                pressed += 1
                page.wait_for_timeout(700 if key != "Tab" else 30)
                if pressed > 100:
                    return pressed
        return pressed


def _lost(browser: Browser, server: Server) -> float:
    """How many keys of the address are no longer there, or show nothing, in a fresh profile."""
    address = server.url + "/?" + urlencode(STATE)
    with looking(browser, address) as page:
        page.wait_for_timeout(3000)
        event = page.evaluate("document.querySelector('#event-strip [role=option]').dataset.eventId")
        page.evaluate(f"timeline.change({{ sel: '{event}' }})")
        page.wait_for_timeout(2000)
        link, said = page.url, page.locator("#status-line").inner_text()
        kept = page.evaluate("timeline.state")
    with looking(browser, link) as page:
        page.wait_for_timeout(3000)
        again = page.evaluate("timeline.state")
        lost = [key for key in {*STATE, "sel"} if again.get(key) != kept.get(key)]
        return len(lost) + (page.locator("#status-line").inner_text() != said)
