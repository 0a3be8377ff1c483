"""The undated tray in a real browser: what an article of unknown date tells gets no invented date."""

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def article(site):
    """The bundled report that has lost its date."""
    frame = site.store.articles()
    (found,) = frame.index[frame["published"] == ""]
    return found


def opened(page, site):
    page.goto(site.url)
    page.locator("#undated-tray", has_text="2 undated").wait_for()
    page.locator("#undated-tray").click()


def test_the_tray_lists_by_article_and_opens_the_card_that_says_why(page, site, article):
    opened(page, site)
    tray = page.locator("#undated-list")
    assert tray.locator("h3").all_inner_texts() == [site.store.article(article).title]
    tray.locator("[data-undated]").first.click()
    tray.wait_for(state="hidden")
    page.locator("#card .state", has_text="undated").wait_for()
    assert page.locator("#why-date mark").inner_text() == "Wednesday"
    assert "there is no date to count the weekday from" in page.locator("#why-date").inner_text()


def test_a_reader_dates_it_and_it_leaves_the_tray_for_the_timeline(page, site, article):
    opened(page, site)
    before = site.store.count()
    page.locator("[data-undated]").first.click()
    page.get_by_role("button", name="Give it a date").click()
    page.locator("#edit-when").fill("3 January 2024")
    page.locator("#edit-when-said", has_text="2024-01-03").wait_for()
    page.locator("#edit-save").click()
    page.locator("#undated-tray", has_text="1 undated").wait_for()
    page.locator("#card .when", has_text="On 3 January 2024").wait_for()
    assert page.locator("#why-date mark").inner_text() == "Wednesday"
    assert site.store.count() == before + 1
    assert article in set(site.store.events(begin="2024-01-03", end="2024-01-03")["article_id"])


def test_filters_hold_for_the_tray_too(page, site):
    page.goto(site.url + "/?q=zebra")
    page.locator("#nothing", has_text="No events match").wait_for()
    assert page.locator("#undated-tray").is_hidden()


def test_a_tray_with_nothing_in_it_says_so(page, site, article):
    site.store.remove(article)
    page.goto(site.url)
    page.locator("#undated-tray", has_text="0 undated").click()
    page.locator("#undated-list", has_text="Every event has a date.").wait_for()
    page.keyboard.press("Escape")
    page.locator("#undated-list").wait_for(state="hidden")
