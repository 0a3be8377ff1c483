"""A reader's tags in a real browser: given in the card, for several events at once, and found by again."""

import pytest

from tests.browser.test_acceptance import until

pytestmark = pytest.mark.browser

TALKS = "?kind=talks&from=2022-01-01&to=2022-03-31"


@pytest.fixture(params=["page", "phone"])
def screen(request):
    return request.getfixturevalue(request.param)


def test_a_tag_from_the_form_stands_in_the_card_and_filters_by_a_click(screen, site):
    event = site.store.events().index[0]
    screen.goto(f"{site.url}/event/{event}")
    screen.locator("#card h2").wait_for()
    assert screen.locator("#pill-tag").is_hidden()
    screen.locator("[data-do=edit]").click()
    tags = screen.locator("#edit-tags")
    title = site.store.event(event).title
    until(screen, f"document.getElementById('edit-title').value === {title!r}")
    tags.fill("to check")
    tags.press("Enter")
    tags.fill("for Anna")
    tags.press("Enter")
    screen.locator("#edit-save").click()
    screen.locator("#card .tags", has_text="for Anna").wait_for()
    assert site.store.event(event).tags == ("to check", "for Anna")
    assert site.store.event(event).review == "new"
    screen.locator("#card .tag", has_text="to check").click()
    screen.locator("#status-line", has_text="of 1 that match").wait_for()
    if screen.viewport_size["width"] < 640:  # the filters are a sheet there
        screen.locator("#btn-filters", has_text="Filters (1)").click()
    screen.locator("#pill-tag", has_text="Tags: to check").wait_for()
    assert "tag=to+check" in screen.url


def test_several_events_are_tagged_at_once_and_it_is_taken_back_at_once(screen, site):
    screen.goto(f"{site.url}/{TALKS}")
    screen.locator("#event-strip [role=option]").first.wait_for()
    screen.locator("#event-strip").focus()
    screen.keyboard.press("x")
    screen.keyboard.press("ArrowRight")
    screen.keyboard.press("x")
    picked = screen.evaluate("timeline.picked()")
    screen.locator("#bulk-tag").fill("Geneva round")
    screen.locator("#bulk-tag").press("Enter")
    screen.locator("#undo-toast", has_text=f"{len(picked)} events tagged “Geneva round”").wait_for()
    assert set(site.store.ids(tags=["Geneva round"])) == set(picked)
    assert screen.evaluate("document.documentElement.scrollWidth <= innerWidth")
    screen.locator("#undo").click()
    screen.locator("#toast", has_text="Taken back").wait_for()
    assert not site.store.ids(tags=["Geneva round"])


def test_tags_are_written_in_their_cell_of_the_list(page, site):
    event = site.store.events().index[0]
    site.store.edit(event, tags=["old"])
    page.goto(site.url + "/list")
    page.locator("#btn-columns").click()
    page.get_by_role("checkbox", name="Tags").click()
    page.keyboard.press("Escape")
    cell = page.locator(f"#list-grid .ag-row[row-id={event}] [col-id=tags]")
    cell.filter(has_text="old").dblclick()
    page.keyboard.press("Control+a")
    page.keyboard.type("old, newer")
    page.keyboard.press("Enter")
    page.locator("#undo-toast", has_text="Tags corrected").wait_for()
    assert site.store.event(event).tags == ("old", "newer")
