"""The event card in a real browser: who disagrees, what a reader chose and why, what was changed when."""

import pytest

pytestmark = pytest.mark.browser


def disputed(site):
    """An event of the bundled store that two sources date to different days, because a reader joined two."""
    days = site.store.events(precisions=["day"], statuses=["happened"], begin="2014-06-01", end="2014-12-31")
    told = days[days["mentions"] == 1]
    first = told.iloc[0]
    second = told[(told["begin"] != first["begin"]) & (told["article_id"] != first["article_id"])].iloc[0]
    return site.store.merge([first.name, second.name])


def opened(page, site, event):
    page.goto(f"{site.url}/event/{event.id}")
    page.locator("#card h2").wait_for()


def test_choosing_between_two_dates_needs_a_reason_that_the_history_shows(page, site):
    event = disputed(site)
    (other,) = event.conflicting
    opened(page, site, event)
    claims = page.locator("#claims")
    assert claims.locator(".claim").count() == 2
    assert claims.locator(".badge").inner_text() == "Used"
    claims.get_by_role("button").click()
    page.locator("#choose-save").click()
    page.locator("#choose-problem", has_text="Say why").wait_for()
    assert site.store.event(event.id).when == event.when
    page.locator("#choose-reason").fill("The ministry's own record has this day.")
    page.locator("#choose-save").click()
    claims.locator(".badge", has_text="Chosen").wait_for()
    assert site.store.event(event.id).when == other
    assert "“The ministry's own record has this day.”" in page.locator("#history").inner_text()


def test_disputed_dates_are_said_in_the_strip_and_drawn(page, site):
    event = disputed(site)
    opened(page, site, event)
    page.locator("[data-do=centre]").click()
    option = page.locator(f"#option-{event.id}")
    option.wait_for(state="attached")
    assert "sources disagree: 2 dates" in option.get_attribute("aria-label")


def test_a_change_is_taken_back_and_made_again_by_keys_and_in_the_history(page, site):
    event = next(e for e in site.store.event_list() if e.best)
    site.store.edit(event.id, title="A better title")
    opened(page, site, event)
    title = page.locator("#card h2")
    history = page.locator("#history")
    assert "Title: A better title" in history.inner_text()
    page.keyboard.press("Control+z")
    page.locator("#card h2", has_text=event.title).wait_for()
    assert history.locator("del").inner_text() == "Title: A better title"
    page.keyboard.press("Control+Shift+z")
    page.locator("#card h2", has_text="A better title").wait_for()
    history.get_by_role("button", name="Take back").click()
    page.locator("#card h2", has_text=event.title).wait_for()
    history.get_by_role("button", name="Make again").click()
    page.locator("#card h2", has_text="A better title").wait_for()
    assert title.inner_text() == "A better title"
    assert site.store.event(event.id).title == "A better title"


def test_what_else_happened_that_day_is_linked_from_the_card(page, site):
    days = site.store.events(precisions=["day"])
    busy = days[days["begin"].duplicated(keep=False)].iloc[0]
    page.goto(f"{site.url}/event/{busy.name}")
    links = page.locator("#related a")
    links.first.wait_for()
    title = links.first.inner_text()
    links.first.click()
    page.locator("#card h2", has_text=title).wait_for()
