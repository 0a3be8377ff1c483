"""Stars and the events that a reader has chosen, in a real browser."""

import pytest

from tests.browser.conftest import opened
from tests.browser.test_main_job import visit

pytestmark = pytest.mark.browser

OPTION = "#event-strip [role=option]"


def star_by_key(page, count):
    """Star the first events of the strip with Space; their ids."""
    page.locator(OPTION).first.wait_for()
    page.locator("#event-strip").focus()
    ids = []
    for _ in range(count):
        focused = page.locator("#event-strip").get_attribute("aria-activedescendant")
        ids.append(focused.removeprefix("option-"))
        page.keyboard.press("Space")
        page.locator(f"#{focused}[aria-label*='starred']").wait_for()
        page.keyboard.press("ArrowRight")
    return ids


def test_space_stars_events_and_starred_shows_those_alone_on_every_screen(page, site):
    page.goto(site.url + "/?from=2022-01-01&to=2022-03-01")
    assert page.locator("#only-stars").is_hidden()
    ids = star_by_key(page, 2)
    page.locator("#only-stars").click()
    page.locator("#status-line", has_text="2 of").wait_for()
    assert {option.get_attribute("data-event-id") for option in page.locator(OPTION).all()} == set(ids)
    page.locator("#tab-list").click()
    page.locator("#list-status", has_text="2 of").wait_for()
    page.locator("#clear-all").click()
    page.locator("#list-status", has_text="2 of").wait_for(state="detached")


def test_the_card_shows_and_takes_off_a_star_that_the_browser_keeps(page, site):
    event = site.store.event_list()[5]
    page.goto(f"{site.url}/event/{event.id}")
    star = page.locator("#btn-star")
    star.click()
    page.locator("#btn-star[aria-pressed=true]").wait_for()
    page.reload()
    page.locator("#btn-star[aria-pressed=true]").wait_for()
    star.click()
    page.locator("#btn-star[aria-pressed=false]").wait_for()
    page.locator("#only-stars").wait_for(state="hidden")


def test_a_link_to_starred_events_shows_them_to_a_reader_without_stars(browser, site):
    ids = list(site.store.events().index[:3])
    for page in opened(browser, {"width": 1440, "height": 900}):
        page.goto(f"{site.url}/list?ids={'|'.join(ids)}")
        page.locator("#list-status", has_text="3 of").wait_for()
        assert page.locator("#only-stars").inner_text() == "Chosen: 3 events"
        page.locator("#only-stars").click()
        page.locator("#list-status", has_text=f"{site.store.count():,} of").wait_for()


def test_a_star_shows_on_the_event_that_its_own_became_part_of_and_comes_back_with_it(page, site):
    kept, gone = [event.id for event in site.store.event_list(begin="2022-02-01") if event.best][:2]
    page.goto(f"{site.url}/event/{gone}")
    page.locator("#btn-star").click()
    page.locator("#btn-star[aria-pressed=true]").wait_for()
    site.store.merge([kept, gone])
    page.goto(f"{site.url}/?ids={gone}&sel={kept}")
    page.locator("#btn-star[aria-pressed=true]").wait_for()
    page.locator("#status-line", has_text="1 of").wait_for()
    page.locator("#only-stars", has_text="★ Starred: 1 event").wait_for()
    assert page.locator(OPTION).get_attribute("data-event-id") == kept
    site.store.undo()
    page.goto(f"{site.url}/event/{kept}")
    page.locator("#btn-star[aria-pressed=false]").wait_for()
    visit(page, f"/event/{gone}")
    page.locator("#btn-star[aria-pressed=true]").wait_for()
