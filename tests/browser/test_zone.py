"""The time zone of the timeline: a clock time follows it, a day never does, and a link keeps it."""

from datetime import date, time, timedelta, timezone

import pytest

from tests.browser.conftest import opened as contexts
from tests.browser.test_main_job import opened, visit
from timeline.model import ClockTime, Event, Status, When

pytestmark = pytest.mark.browser
AUTUMN = "?from=2014-10-24&to=2014-10-29"


def timed(site, day):
    """An event at noon UTC of a day."""
    clock = ClockTime(time(12, tzinfo=timezone(timedelta(0))))
    event = Event("", f"Call on {day}", When(day, day, "time", time=clock), Status.HAPPENED, "call")
    return site.store.add_event(event)


def label(page, event):
    return page.locator(f"#option-{event.id} .when")


def test_moscow_left_its_long_summer_on_26_october_2014(page, site):
    before, after = timed(site, date(2014, 10, 25)), timed(site, date(2014, 10, 27))
    opened(page, site, f"/{AUTUMN}")
    label(page, before).filter(has_text="15:00 (Kyiv), 25 Oct 2014").wait_for(state="attached")
    label(page, after).filter(has_text="14:00 (Kyiv), 27 Oct 2014").wait_for(state="attached")
    page.locator("#tz").click()
    page.get_by_role("option", name="Moscow time").click()
    label(page, before).filter(has_text="16:00 (Moscow), 25 Oct 2014").wait_for(state="attached")
    label(page, after).filter(has_text="15:00 (Moscow), 27 Oct 2014").wait_for(state="attached")
    assert "tz=Europe/Moscow" in page.url
    assert "Moscow time" in page.locator("#status-line").inner_text()


def test_crimea_took_moscow_s_time_on_30_march_2014(page, site):
    before, after = timed(site, date(2014, 3, 29)), timed(site, date(2014, 3, 31))
    opened(page, site, "/?from=2014-03-28&to=2014-04-02&tz=Europe/Simferopol")
    assert label(page, before).inner_text() == "14:00 (Simferopol), 29 Mar 2014"
    assert label(page, after).inner_text() == "16:00 (Simferopol), 31 Mar 2014"


def test_the_card_says_the_time_there_and_as_it_was_told(page, site):
    event = timed(site, date(2014, 10, 25))
    page.goto(f"{site.url}/event/{event.id}?tz=Europe/Moscow")
    page.locator("#card .when", has_text="At 16:00 (Moscow) on 25 October 2014").wait_for()
    assert "told as 12:00, 25 Oct 2014" in page.locator("#card .when").inner_text()


def test_no_reader_s_clock_moves_a_day(browser, site):
    days, quarter = {}, "/?from=2022-01-01&to=2022-03-31"
    zones = {"": "Kyiv", "&tz=America/New_York": "New York", "&tz=Asia/Tokyo": "Tokyo"}
    for own in ("America/New_York", "Asia/Tokyo"):
        for page in contexts(browser, {"width": 1440, "height": 900}, timezone=own):
            opened(page, site, quarter)
            for tz, city in zones.items():
                visit(page, quarter + tz)
                page.locator("#status-line", has_text=f"{city} time").wait_for()
                days[own, tz] = page.locator("#event-strip [data-precision=day]").evaluate_all(
                    "nodes => nodes.map(node => [node.id, node.ariaLabel])"
                )
    for tz in zones:
        assert days["America/New_York", tz] == days["Asia/Tokyo", tz] != []
