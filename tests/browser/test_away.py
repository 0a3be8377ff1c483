"""A server that is away for a while: no edit is lost, what is shown stays, what was asked for comes."""

import pytest

from timeline.store import Filter
from timeline.store.pages import page as rows

pytestmark = pytest.mark.browser
ROW = "#list-grid .ag-row[row-id={}] [col-id=title]"


@pytest.fixture
def page(browser, site):
    """A page of its own: its console rightly tells of the requests that fail."""
    page = browser.new_page()
    page.set_viewport_size({"width": 1440, "height": 900})
    yield page
    page.close()


def away(page):
    page.route("**/*", lambda route: route.abort())


def back(page):
    page.locator("#notice", has_text="Connection lost; your edits are kept").wait_for()
    page.unroute("**/*")
    page.locator("#notice").wait_for(state="hidden")


def typed(page, event, title):
    page.locator(ROW.format(event)).dblclick()
    page.keyboard.press("Control+a")
    page.keyboard.type(title)
    page.keyboard.press("Enter")


def test_what_is_typed_meanwhile_is_saved_in_its_order(page, site):
    first, second = site.store.events().index[:2]
    page.goto(site.url + "/list")
    page.locator(ROW.format(second)).wait_for()
    away(page)
    typed(page, first, "Typed first")
    typed(page, second, "Typed second")
    typed(page, first, "Typed last")
    assert site.store.history() == []
    back(page)
    page.locator("#undo-toast", has_text="Title corrected").wait_for()
    said = [edit.change["title"] for edit in reversed(site.store.history())]
    assert said == ["Typed first", "Typed second", "Typed last"]
    page.locator(ROW.format(first), has_text="Typed last").wait_for()


def test_rows_stay_when_they_are_sorted_and_a_screen_that_was_opened_comes_afterwards(page, site):
    first = site.store.events().index[0]
    title = rows(site.store, Filter(), 0, 1, ("title",))[0]["title"]
    page.goto(site.url + "/list")
    page.locator(ROW.format(first)).wait_for()
    away(page)
    page.locator("#list-grid .ag-header-cell[col-id=title]").click()
    page.locator("#notice", has_text="Connection lost").wait_for()
    page.locator(ROW.format(first)).wait_for()
    assert page.locator("#list-grid .ag-row [col-id=title]", has_text=" ").count() > 5
    page.locator("#tab-library").click()
    page.locator("#view-library").wait_for(state="attached")
    back(page)
    page.locator("#library-grid .ag-row").first.wait_for()
    page.locator("#tab-list").click()
    page.locator("#list-grid .ag-row[row-index='0'] [col-id=title]", has_text=title).wait_for()


def test_an_event_that_is_opened_meanwhile_says_so_and_comes_afterwards(page, site):
    first, second = site.store.events().index[:2]
    page.goto(f"{site.url}/event/{first}")
    page.locator("#card h2").wait_for()
    away(page)
    page.evaluate(f"timeline.change({{sel: '{second}'}})")
    page.locator("#card", has_text="This event is shown once the server answers.").wait_for()
    assert page.locator("#card h2").count() == 0  # not that of the event before
    back(page)
    page.locator("#card h2", has_text=site.store.event(second).title).wait_for()
