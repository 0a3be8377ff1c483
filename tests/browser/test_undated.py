"""The undated tray in a real browser: what an article of unknown date tells gets no invented date."""

import pytest

import timeline
from timeline.events import find_mentions

pytestmark = pytest.mark.browser

ARTICLE = timeline.Article(
    "The foreign ministers of Austria and Slovakia met in Vienna on Thursday.",
    title="Ministers meet",
    publisher="Desk",
)


def opened(page, site):
    site.store.save(ARTICLE, find_mentions(ARTICLE))
    page.goto(site.url)
    page.locator("#undated-tray", has_text="1 undated").wait_for()


def test_the_tray_lists_by_article_and_opens_the_card_that_says_why(page, site):
    opened(page, site)
    page.locator("#undated-tray").click()
    tray = page.locator("#undated-list")
    assert tray.locator("h3").all_inner_texts() == ["Ministers meet"]
    tray.locator("[data-undated]").click()
    tray.wait_for(state="hidden")
    page.locator("#card .state", has_text="undated").wait_for()
    assert page.locator("#why-date mark").inner_text() == "Thursday"
    assert "there is no date to count the weekday from" in page.locator("#why-date").inner_text()


def test_a_reader_dates_it_and_it_leaves_the_tray_for_the_timeline(page, site):
    opened(page, site)
    before = site.store.count()
    page.locator("#undated-tray").click()
    page.locator("[data-undated]").click()
    page.get_by_role("button", name="Give it a date").click()
    page.locator("#edit-when").fill("10 February 2022")
    page.locator("#edit-when-said", has_text="2022-02-10").wait_for()
    page.locator("#edit-save").click()
    page.locator("#undated-tray", has_text="0 undated").wait_for()
    page.locator("#card .when", has_text="On 10 February 2022").wait_for()
    assert page.locator("#why-date mark").inner_text() == "Thursday"
    assert site.store.count() == before + 1
    row = site.store.events(text="Austria Slovakia Vienna", begin="2022-02-10", end="2022-02-10").iloc[0]
    assert (row["edtf"], row["article_id"]) == ("2022-02-10", ARTICLE.id)


def test_a_tray_with_nothing_in_it_says_so(page, site):
    page.goto(site.url)
    page.locator("#undated-tray", has_text="0 undated").click()
    page.locator("#undated-list", has_text="Every event has a date.").wait_for()
    page.keyboard.press("Escape")
    page.locator("#undated-list").wait_for(state="hidden")
