"""Every screen on a desktop and on a phone, in light and in dark: it does its job, fits and reads well.

Each is opened once a size: what it is there for works; in either scheme nothing of it sticks out or is cut
off, axe-core finds nothing, and the console says nothing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

from tests.browser.conftest import Site, opened, serving
from timeline.store import open_store

pytestmark = pytest.mark.browser

SIZES = {"desktop": (1440, 900), "phone": (390, 844)}
REPORT = "Saturday 12 February 2022\n\nAustria will host talks on 3 March 2022. A strike hit Kyiv on Friday."
WEEKS = "from=2022-02-07&to=2022-02-28"
OPTION = "#event-strip [role=option]"

LABELS = """[...document.querySelectorAll("#timeline-graph .textpoint text")]
  .map((text) => text.getBoundingClientRect())
  .filter((box) => box.width && box.right > 0 && box.x < innerWidth)"""
OVERLAPS = f"""(() => {{
  const boxes = {LABELS};
  return boxes.flatMap((a, at) => boxes.slice(at + 1).filter((b) =>
    a.x < b.right - 1 && b.x < a.right - 1 && a.y < b.bottom - 3 && b.y < a.bottom - 3)).length;
}})()"""
STICKING_OUT = """(() => {
  const scrolls = (node) => node && node !== document.body && (
    ["auto", "scroll", "hidden"].includes(getComputedStyle(node).overflowX) || scrolls(node.parentElement));
  return [...document.querySelectorAll("main *, header *")].filter((node) => {
    const box = node.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && (box.right > innerWidth + 1 || box.x < -1)
      && !node.closest("svg, [hidden], .unseen") && !scrolls(node.parentElement);
  }).map((node) => node.outerHTML.slice(0, 120));
})()"""
CUT_OFF = """[...document.querySelectorAll("button, a, h1, h2, h3, label, legend")].filter((node) =>
  node.offsetWidth > 1 && node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 1
  && getComputedStyle(node).overflowX === "hidden" && getComputedStyle(node).textOverflow !== "ellipsis"
  ).map((node) => node.outerHTML.slice(0, 120))"""

STILL = """Promise.all(document.getAnimations()
  .filter((one) => Number.isFinite(one.effect.getComputedTiming().endTime)).map((one) => one.finished))
  .then(() => true, () => true)"""


VIOLATIONS = {"resultTypes": ["violations"]}
RULES = {"light": VIOLATIONS, "dark": {**VIOLATIONS, "runOnly": ["color-contrast"]}}
"""What axe-core looks for in each scheme: everything in one, and in the other what it can change."""


@dataclass(frozen=True)
class Shown:
    """A screen as a test sees it."""

    page: Page
    site: Site
    phone: bool

    def first(self, selector: str) -> Locator:
        found = self.page.locator(selector).first
        found.wait_for()
        return found


def timeline(seen: Shown) -> None:
    seen.page.locator(OPTION).first.wait_for(state="attached")
    within = seen.site.store.count(begin="2022-02-07", end="2022-02-27")
    assert seen.first("#status-line").inner_text().startswith(f"{within} of ")
    assert seen.page.locator(OPTION).count() == within
    clock = seen.page.locator(f"{OPTION}[data-precision=time]").first
    assert "05:00 (Kyiv), 24 Feb 2022" in clock.text_content()
    if seen.phone:
        assert seen.first("#event-strip [data-month]").inner_text()
        return
    seen.first("#timeline-graph .textpoint text")
    assert seen.page.locator("#timeline-graph .scatterlayer path.point").count() > 20
    assert seen.page.evaluate(f"{LABELS}.length") > 10
    assert seen.page.evaluate(OVERLAPS) == 0
    picture = "document.getElementById('timeline-graph').getBoundingClientRect()"
    assert seen.page.evaluate(f"{LABELS}.filter((box) => box.right > {picture}.right + 1).length") == 0


def known(seen: Shown) -> None:
    seen.page.locator(OPTION).first.wait_for(state="attached")
    assert "12 February 2022" in seen.first("#asof-said").inner_text()
    assert seen.page.evaluate(OVERLAPS) == 0


def card(seen: Shown) -> None:
    seen.first("#card h2")
    seen.first("#why-date blockquote mark")
    seen.first("#when-axis svg")


def disputed(seen: Shown) -> None:
    seen.first("#claims .claim")
    assert seen.page.locator("#claims .claim").count() == 2
    assert seen.page.locator("#why-date blockquote").count() == 2


def from_the_strip(seen: Shown) -> None:
    option = seen.first(OPTION)
    title = option.locator(".what").inner_text()
    option.click()
    seen.page.locator("#card h2", has_text=title).wait_for()


def listed(seen: Shown) -> None:
    within = seen.site.store.count(begin="2022-02-07", end="2022-02-27")
    seen.page.locator("#list-status", has_text=f"{within} of ").wait_for()
    cell = ".ag-center-cols-container .ag-row [col-id=title]"
    seen.page.locator("#chronicle [data-entry]" if seen.phone else cell, has_text="Macron").first.wait_for()


def chronicle(seen: Shown) -> None:
    seen.first("#chronicle [data-entry] a").click()
    seen.first("#card h2")


def add(seen: Shown) -> None:
    seen.page.locator("#add-text").fill(REPORT)
    count = seen.site.store.count()
    seen.page.locator("#add-parse").click()
    seen.first("#review-card-0 [data-review=Edit]").click()
    seen.first("#review-apply")
    assert seen.site.store.count() == count


def library(seen: Shown) -> None:
    articles = len(seen.site.store.articles())
    seen.page.locator("#library-count", has_text=f"{articles} articles").wait_for()
    seen.first("#library-grid .ag-center-cols-container a")
    seen.first("#coverage [data-year]")


def article(seen: Shown) -> None:
    seen.first("#article-text .phrase").click()
    seen.first("#card h2")


def duplicates(seen: Shown) -> None:
    seen.first(".pair-event blockquote")
    assert seen.page.locator(".pair-event").count() == 2


def review(seen: Shown) -> None:
    seen.first("[data-queue] blockquote")
    assert seen.first("#queue-count").inner_text().split()[0].isdigit()


def places(seen: Shown) -> None:
    seen.first("#places-map .point")
    seen.first("#places-table tbody tr")


def actors(seen: Shown) -> None:
    seen.first("#actors-list th[scope=row] button")
    seen.first("#actors-pairs td")


def export(seen: Shown) -> None:
    seen.page.locator(OPTION).first.wait_for(state="attached")
    seen.first("#btn-export").click()
    seen.first("#export-csv")
    inside = seen.first("#status-line").inner_text().split()[0]
    seen.page.locator("#export-count", has_text=inside).wait_for()


def helps(seen: Shown) -> None:
    seen.page.locator(OPTION).first.wait_for(state="attached")
    seen.page.keyboard.press("?")
    seen.first("dialog#help[open] kbd")
    assert seen.page.evaluate("document.getElementById('help').scrollTop") == 0


def about(seen: Shown) -> None:
    seen.page.get_by_role("heading", name="How dates are decided").wait_for()


def embedded(seen: Shown) -> None:
    seen.page.locator(OPTION).first.wait_for(state="attached")
    assert seen.page.locator(".top").is_hidden()


def nowhere(seen: Shown) -> None:
    seen.first("#missing-search")


SCREENS: dict[str, tuple[str, Callable[[Shown], None]]] = {
    "timeline": (f"/?{WEEKS}", timeline),
    "known": (f"/?{WEEKS}&lanes=actor&asof=2022-02-12", known),
    "strip": (f"/?{WEEKS}&kind=call", from_the_strip),
    "card": ("/event/{event}?q=treaty", card),
    "disputed": ("/event/{disputed}?q=resolution", disputed),
    "list": (f"/list?{WEEKS}&form=grid", listed),
    "chronicle": (f"/list?{WEEKS}&form=chronicle", chronicle),
    "add": ("/add", add),
    "library": ("/library", library),
    "article": ("/article/{article}", article),
    "duplicates": ("/duplicates", duplicates),
    "review": ("/review", review),
    "places": ("/places", places),
    "actors": ("/actors", actors),
    "export": ("/?kind=call", export),
    "help": ("/?kind=call", helps),
    "about": ("/about", about),
    "embed": ("/embed?kind=talks", embedded),
    "nowhere": ("/nowhere", nowhere),
}


@pytest.fixture(scope="module")
def shown(filled) -> Iterator[Site]:
    """The bundled events, served once for all screens: none of them is left changed."""
    with open_store(str(filled)) as store, serving(store) as url:
        yield Site(url, store)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_does_its_job_and_fits_in_every_look(browser, shown, screen, size):
    path, job = SCREENS[screen]
    dated = next(event for event in shown.store.event_list() if event.best and event.best.timex)
    told = {"event": dated.id, "article": shown.store.articles().index[0]}
    (told["disputed"],) = shown.store.conflicts()
    width, height = SIZES[size]
    for page in opened(browser, {"width": width, "height": height}):
        page.goto(shown.url + path.format(**told))
        job(Shown(page, shown, size == "phone"))
        for scheme in RULES:
            page.emulate_media(color_scheme=scheme)
            page.locator(f"html[data-mantine-color-scheme={scheme}]").wait_for()
            page.evaluate(STILL)  # what still fades in has not the contrast that it is to have
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.evaluate(STICKING_OUT) == []
            assert page.evaluate(CUT_OFF) == []
            found = Axe().run(page, options=RULES[scheme]).response["violations"]
            assert [(each["id"], node["html"][:300]) for each in found for node in each["nodes"]] == []
