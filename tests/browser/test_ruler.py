"""The time between two events, in a real browser."""

import pytest

from tests.browser.conftest import opened, serving
from tests.browser.test_acceptance import until
from timeline.distance import apart, words
from timeline.model import Event, Status, When
from timeline.store import open_store

pytestmark = pytest.mark.browser


BETWEEN = """(() => {
  const { left, right } = document.getElementById("ruler").getBoundingClientRect();
  const middles = [...document.querySelectorAll("#timeline-graph .points path.point")].map((mark) => {
    const box = mark.getBoundingClientRect();
    return (box.left + box.right) / 2;
  });
  return Math.abs(left - Math.min(...middles)) < 3 && Math.abs(right - Math.max(...middles)) < 3;
})()"""
"""Whether the ruler goes from the first mark to the last."""


def two_of(site):
    """Two events of 2022 whose days are known, and the distance of the second in words."""
    events = site.store.event_list(begin="2022-02-01", end="2022-03-01", precisions=["day"])
    first, *_, second = [event for event in events if event.when.begin == event.when.end]
    return first, second, words(*apart(first.when, second.when))


def test_the_distance_from_a_pinned_event_is_said_in_the_card_and_drawn(page, site):
    first, second, said = two_of(site)
    page.goto(f"{site.url}/?from=2022-01-01&to=2022-04-01&sel={first.id}")
    page.locator("#card h2", has_text=first.title).wait_for()
    page.locator("#btn-pin").click()
    page.locator("#apart", has_text="open another").wait_for()
    page.locator(f"#option-{second.id}").click()
    page.locator("#apart strong", has_text=said).wait_for()
    assert first.title in page.locator("#apart").inner_text()
    page.locator("#ruler").wait_for()
    assert page.locator("#ruler span").text_content() == said.rpartition(" ")[0]
    page.locator("#apart [data-do=pin-off]").click()
    page.locator("#ruler").wait_for(state="hidden")
    assert page.locator("#apart").is_hidden()


def test_between_two_clock_times_hours_and_minutes_are_counted_from_mark_to_mark(page, tmp_path):
    with open_store(str(tmp_path / "clocks.db")) as store, serving(store) as url:
        one, other = [
            store.add_event(Event("", title, When.from_edtf(at), Status.HAPPENED, "attack"))
            for title, at in (("Shot", "2014-07-17T16:20+03:00"), ("Statement", "2014-07-17T15:45Z"))
        ]
        page.goto(f"{url}/?from=2014-07-17&to=2014-07-18&pin={one.id}&sel={other.id}&tz=Europe/Moscow")
        page.locator("#apart strong", has_text="2 hours 25 minutes after").wait_for()
        page.locator("#ruler").wait_for()
        until(page, BETWEEN)  # once the card has its room


def test_m_in_the_strip_measures_from_an_event_and_a_link_keeps_it(page, site):
    page.goto(site.url + "/?from=2022-02-01&to=2022-03-01")
    page.locator("#event-strip [role=option]").first.wait_for()
    page.locator("#event-strip").focus()
    pinned = page.locator("#event-strip").get_attribute("aria-activedescendant").removeprefix("option-")
    page.keyboard.press("m")
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.locator("#apart a").wait_for()
    assert f"pin={pinned}" in page.url
    said = page.locator("#apart").inner_text()
    page.reload()
    page.locator("#apart a").wait_for()
    assert page.locator("#apart").inner_text() == said


def test_the_ruler_says_nothing_about_an_event_that_is_not_there(browser, site):
    event = site.store.event_list()[0]
    for page in opened(browser, {"width": 390, "height": 844}):
        page.goto(f"{site.url}/event/{event.id}?pin=e000")
        page.locator("#card h2").wait_for()
        page.locator("#apart").wait_for(state="hidden")


def test_a_distance_of_years_is_said_over_the_lanes_without_a_loose_comma(page, site):
    days = site.store.events(precisions=["day"], statuses=["happened"], begin="2014-01-01")
    first, last = days.index[0], days.index[-1]
    page.goto(f"{site.url}/?pin={first}&sel={last}")
    page.locator("#apart strong", has_text=", after").wait_for()
    page.locator("#ruler").wait_for()
    assert page.locator("#ruler span").text_content().endswith(" years")
