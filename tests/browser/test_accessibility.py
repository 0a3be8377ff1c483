"""What axe-core finds on every screen: nothing, in light on a desktop and in dark on a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import opened

pytestmark = pytest.mark.browser

REPORT = "Saturday 12 February 2022\n\nAustria will host talks on 3 March 2022. A strike hit Kyiv on Friday."
SCREENS = {
    "/": "#event-strip [role=option]",
    "/?lanes=actor&asof=2022-02-20&hl=forecast": "#event-strip [role=option]",
    "/event/{event}": "#card h2",
    "/list": ".ag-center-cols-container .ag-row",
    "/library": "main h1",
    "/article/{article}": "#article-text h1",
    "/review": "main h1",
    "/duplicates": "main h1",
    "/places": "main h1",
    "/actors": "main h1",
    "/about": "main h1",
    "/embed": "#event-strip [role=option]",
    "/nowhere": "main h1",
}


def violations(page):
    """What axe finds, in light at 1280 and in dark at 375 pixels."""
    found = []
    for scheme, width in (("light", 1280), ("dark", 375)):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 812})
        page.wait_for_timeout(500)
        for each in Axe().run(page).response["violations"]:
            found += [(scheme, width, each["id"], node["html"][:300]) for node in each["nodes"]]
    return found


@pytest.mark.parametrize("path", SCREENS)
def test_axe_finds_nothing_on_any_screen(browser, site, path):
    event = site.store.events().index[0]
    article = site.store.articles().index[0]
    for page in opened(browser, {"width": 1280, "height": 812}):
        page.goto(site.url + path.format(event=event, article=article))
        page.locator(SCREENS[path]).first.wait_for(state="attached")
        assert violations(page) == []


def test_axe_finds_nothing_while_an_article_is_added(page, site):
    page.goto(site.url + "/add")
    page.locator("#add-text").wait_for()
    paste = violations(page)
    page.get_by_role("tab", name="Files").click()
    page.locator("#add-choose").wait_for()
    files = violations(page)
    page.get_by_role("tab", name="Paste").click()
    page.locator("#add-text").fill(REPORT)
    page.locator("#add-parse").click()
    page.locator("#review-card-0").wait_for()
    review = violations(page)
    page.locator("#review-card-0 [data-review=Edit]").click()
    page.locator("#review-apply").wait_for()
    assert [*paste, *files, *review, *violations(page)] == []
