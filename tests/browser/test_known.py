"""As known on: the timeline as a reader could have known it that day, stepped and played through."""

import pytest

from tests.browser.test_main_job import opened

pytestmark = pytest.mark.browser
DAY = "/?asof=2022-01-31"


def known(page, words):
    page.locator("#asof-said", has_text=words).wait_for()


def test_the_count_of_what_was_known_is_said_and_the_line_is_labelled(page, site):
    opened(page, site, DAY)
    known(page, f"31 January 2022: {site.store.count(known_by='2022-01-31')} events known")
    page.locator("#timeline-graph .annotation", has_text="As known on 31 Jan 2022").wait_for()


def test_a_step_is_a_day_a_week_or_a_month_which_never_skips_a_short_one(page, site):
    opened(page, site, DAY)
    forward, back = page.locator("[data-do=asof-forward]"), page.locator("[data-do=asof-back]")
    forward.click()
    known(page, "28 February 2022:")
    page.locator("#asof-step label", has_text="week").click()
    forward.click()
    known(page, "7 March 2022:")
    page.locator("#asof-step label", has_text="day").click()
    back.click()
    known(page, "6 March 2022:")
    assert "asof=2022-03-06" in page.url


def test_playing_goes_on_until_paused(page, site):
    opened(page, site, DAY)
    play = page.locator("#asof-play")
    play.click()
    assert play.get_attribute("aria-label") == "Pause"
    for _ in range(400):
        if asof(page) > "2022-03":  # two steps of a month, however long each takes
            break
        page.wait_for_timeout(50)
    play.click()
    assert play.get_attribute("aria-label") == "Play"
    reached = asof(page)
    assert reached > "2022-03"
    page.wait_for_timeout(1500)
    assert asof(page) == reached
    page.locator("[data-do=asof-off]").click()
    page.locator("#asof").wait_for(state="hidden")
    assert asof(page) == ""


def asof(page):
    """The day in the address."""
    return page.url.partition("asof=")[2][:10]
