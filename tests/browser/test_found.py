"""What was searched for is marked wherever the events found are told, in a real browser."""

import pytest

from tests.browser.conftest import serving
from tests.browser.test_main_job import opened, settled
from timeline.model import Event, Status, When
from timeline.store import open_store

pytestmark = pytest.mark.browser

MARKED = """(place) => [...(CSS.highlights.get("found") || [])]
  .filter((range) => range.startContainer.isConnected && range.startContainer.parentElement.closest(place))
  .map((range) => range.startContainer.data.slice(range.startOffset, range.endOffset))"""


def as_written(page, place):
    """The letters that are marked in a place, once there are some."""
    for _ in range(200):
        if found := page.evaluate(MARKED, place):
            return found
        page.wait_for_timeout(25)
    return []


def marked(page, place):
    """The different letters that are marked in a place, in lower case."""
    return {found.lower() for found in as_written(page, place)}


def test_the_words_searched_for_are_marked_in_the_strip_and_the_card(page, site):
    opened(page, site)
    page.locator("#search-input").fill("minsk agree")
    assert marked(page, "#event-strip") == {"minsk", "agree"}
    page.locator("#event-strip [role=option]", has_text="Minsk").first.click()
    assert "minsk" in marked(page, "#card")
    settled(page, lambda: page.locator("#search-input").fill(""))
    assert page.evaluate("CSS.highlights.has('found')") is False


@pytest.mark.parametrize(("typed", "word"), [("Kiev -putin", "kyiv"), ("cease-fire -putin", "ceasefire")])
def test_what_was_found_is_marked_in_its_own_spelling(page, site, typed, word):
    page.goto(f"{site.url}/?q={typed}")
    assert marked(page, "#event-strip") == {word}


def test_initials_are_marked_where_they_stand_in_capitals_only(page, tmp_path):
    with open_store(str(tmp_path / "initials.db")) as store, serving(store) as url:
        for title in ("U.S. envoys ask to let us in", "Let us stay, they say"):
            store.add_event(Event("", title, When.from_edtf("2022-02-12"), Status.HAPPENED, "talks"))
        page.goto(url + "/?q=US")
        page.locator("#status-line", has_text="1 of 1 that match").wait_for()
        assert as_written(page, "#event-strip") == ["U.S"]


def test_a_date_that_is_searched_for_can_be_gone_to(page, site):
    opened(page, site)
    page.locator("#search-input").fill("24 February 2022")
    page.get_by_role("button", name="Go to 24 Feb 2022").click()
    page.wait_for_url(lambda url: "from=2022-0" in url and "q=" not in url)
    page.locator("#go-found").wait_for(state="hidden")
    assert page.locator("#event-strip [role=option]").count() > 1
    page.go_back()
    page.wait_for_url("**/?q=24+February+2022")


@pytest.mark.parametrize("form", ["grid", "chronicle"])
def test_the_words_searched_for_are_marked_in_the_list(page, site, form):
    page.goto(f"{site.url}/list?q=erdogan&form={form}")
    assert marked(page, "#list-table, #chronicle") == {"erdoğan"}
