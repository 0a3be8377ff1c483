"""What was searched for is marked wherever the events found are told, in a real browser."""

import pytest

from tests.browser.test_main_job import opened, settled

pytestmark = pytest.mark.browser

MARKED = """(place) => [...(CSS.highlights.get("found") || [])]
  .filter((range) => range.startContainer.isConnected && range.startContainer.parentElement.closest(place))
  .map((range) => range.startContainer.data.slice(range.startOffset, range.endOffset).toLowerCase())"""


def marked(page, place):
    """The different letters that are marked in a place, once there are some."""
    for _ in range(200):
        if found := page.evaluate(MARKED, place):
            return set(found)
        page.wait_for_timeout(25)
    return set()


def test_the_words_searched_for_are_marked_in_the_strip_and_the_card(page, site):
    opened(page, site)
    page.locator("#search-input").fill("minsk agree")
    assert marked(page, "#event-strip") == {"minsk", "agree"}
    page.locator("#event-strip [role=option]", has_text="Minsk").first.click()
    assert "minsk" in marked(page, "#card")
    settled(page, lambda: page.locator("#search-input").fill(""))
    assert page.evaluate("CSS.highlights.has('found')") is False


@pytest.mark.parametrize("form", ["grid", "chronicle"])
def test_the_words_searched_for_are_marked_in_the_list(page, site, form):
    page.goto(f"{site.url}/list?q=erdogan&form={form}")
    assert marked(page, "#list-table, #chronicle") == {"erdoğan"}
