"""The open event and the timeline: shown there wherever it is, and the steps to what is beyond the window."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_main_job import opened

pytestmark = pytest.mark.browser
DAYS = "/?from=2022-02-20&to=2022-02-25"
OPTIONS = "#event-strip [role=option]"


def test_a_link_to_an_event_shows_it_in_the_strip(page, site):
    event = site.store.event_list(begin="2022-02-20", end="2022-02-28", precisions=["day"])[-1]
    page.goto(f"{site.url}/?from=2022-01-01&to=2022-04-01&sel={event.id}")
    expect(page.locator(f"#option-{event.id}")).to_be_in_viewport()


def chosen(page, event_id):
    """The option of the open event, once it is in the strip."""
    return page.locator(f"#option-{event_id}[aria-selected=true]")


def test_an_event_outside_the_window_is_shown_where_it_is_and_back_returns(page, site):
    event_id = site.store.events(end="1991-12-31").index[0]
    opened(page, site, f"{DAYS}&sel={event_id}")
    before = page.url
    page.get_by_role("button", name="Show on the timeline").click()
    chosen(page, event_id).wait_for()
    expect(page.get_by_role("button", name="Previous event")).to_be_disabled()  # it is the first of all
    page.go_back()
    expect(chosen(page, event_id)).to_have_count(0)
    assert page.url == before


def test_from_another_screen_it_is_shown_where_it_is_too(page, site):
    event_id = site.store.events(end="1991-12-31").index[0]
    page.goto(f"{site.url}/list?sel={event_id}")
    page.locator("#card h2").wait_for()
    page.get_by_role("button", name="Show on the timeline").click()
    chosen(page, event_id).wait_for()


def test_an_event_that_the_filters_hide_says_so_and_is_shown_without_them(page, site):
    event_id = site.store.events(kinds=["talks"], begin="2022-03-01").index[0]
    opened(page, site, f"/?kind=visit&sel={event_id}")
    hidden = page.locator("#filtered-out", has_text="Hidden by your filters")
    hidden.wait_for()
    page.get_by_role("button", name="Show on the timeline").click()
    expect(page.locator("#toast")).to_have_text("Hidden by your filters")
    page.get_by_role("button", name="Show without filters").click()
    chosen(page, event_id).wait_for()
    expect(hidden).to_be_hidden()
    assert "kind=" not in page.url


def test_a_key_pressed_before_anything_is_drawn_waits_or_does_nothing(page, site):
    event_id = site.store.events(end="1991-12-31").index[0]
    site.store.accept([other for other in site.store.events().index if other != event_id])
    page.route("**/view?*", lambda route: None)  # unanswered until it is let through below
    page.goto(site.url + DAYS)
    page.wait_for_timeout(500)  # for the server's first answers but the drawing
    for key in "+-[]0n":
        page.keyboard.press(key)
    page.wait_for_url("**sel=*")
    page.unroute("**/view?*")
    chosen(page, event_id).wait_for()


def in_the_strip(page):
    return page.locator(OPTIONS).evaluate_all("options => options.map((one) => one.dataset.eventId)")


def test_a_step_asked_for_before_anything_is_drawn_is_taken_once_it_is(page, site):
    opened(page, site, DAYS)
    first, second = in_the_strip(page)[:2]
    held = []
    page.route("**/view?*", lambda asked: held.append(asked))
    page.goto(f"{site.url}{DAYS}&sel={first}")
    page.locator("#card h2").wait_for()
    page.get_by_role("button", name="Next event").click()
    for asked in held:
        asked.continue_()
    page.unroute("**/view?*")
    chosen(page, second).wait_for()
    expect(page.locator("#card h2")).to_have_text(site.store.event(second).title)


@pytest.mark.parametrize(("end", "button"), [("last", "Next event"), ("first", "Previous event")])
def test_a_step_from_the_end_of_what_is_in_view_takes_the_window_along(page, site, end, button):
    opened(page, site, DAYS)
    shown = in_the_strip(page)
    option = getattr(page.locator(OPTIONS), end)
    title = option.locator(".what").text_content()
    option.click()
    expect(page.locator("#card h2")).to_have_text(title)
    page.get_by_role("button", name=button).click()
    expect(page.locator("#card h2")).not_to_have_text(title)
    page.locator(f"{OPTIONS}[aria-selected=true]").wait_for()
    assert page.url.partition("sel=")[2] not in {"", *shown}


def test_a_step_from_an_event_outside_the_window_is_to_its_neighbour_not_to_the_first_in_view(page, site):
    years = site.store.events(end="2000-12-31")
    opened(page, site, f"{DAYS}&sel={years.index[0]}")
    title = page.locator("#card h2").inner_text()
    page.get_by_role("button", name="Next event").click()
    expect(page.locator("#card h2")).not_to_have_text(title)
    page.locator(f"{OPTIONS}[aria-selected=true]").wait_for()
    assert page.url.partition("sel=")[2] in set(years.index)
