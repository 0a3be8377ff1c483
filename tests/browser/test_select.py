"""Selecting everything that matches, and selecting by touch, in a real browser."""

import pytest

pytestmark = pytest.mark.browser

OPTION = "#event-strip [role=option]"
FEW = "kind=talks&from=2022-01-01&to=2022-03-31"


def matching(site):
    return set(site.store.ids(kinds=["talks"], begin="2022-01-01", end="2022-03-30"))


def selected(page):
    return set(page.evaluate("timeline.picked()"))


def test_all_that_match_are_selected_in_the_list_and_dealt_with_in_one_step(page, site):
    page.goto(f"{site.url}/list?{FEW}")
    wanted = matching(site)
    page.locator("#list-grid .ag-row[row-id] .ag-selection-checkbox input").first.click()
    page.locator("#bulk-all", has_text=f"Select all {len(wanted)}").click()
    page.locator("#bulk-count", has_text=f"{len(wanted)} events selected").wait_for()
    assert selected(page) == wanted
    assert page.locator("#bulk-all").is_hidden()
    page.locator("[data-several=accept]").click()
    page.locator("#undo-toast", has_text=f"{len(wanted)} events accepted").wait_for()
    assert {site.store.event(key).review for key in wanted} == {"accepted"}
    page.locator("#undo").click()
    page.locator("#toast", has_text="Taken back").wait_for()
    assert {site.store.event(key).review for key in wanted} == {"new"}


def test_all_in_view_are_selected_on_the_timeline(page, site):
    page.goto(f"{site.url}/?{FEW}")
    page.locator(OPTION).first.wait_for()
    page.locator("#event-strip").focus()
    page.keyboard.press("x")
    page.locator("#bulk-all").click()
    page.locator("#bulk-count", has_text=f"{len(matching(site))} events selected").wait_for()
    assert selected(page) == matching(site)


def hold(page, locator):
    """A finger that rests on something for a while."""
    box = locator.bounding_box()
    touch = page.context.new_cdp_session(page)
    point = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
    page.wait_for_timeout(700)
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_an_event_that_is_held_is_selected_and_then_a_tap_selects_too(phone, site):
    phone.context.new_cdp_session(phone).send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    phone.goto(f"{site.url}/?{FEW}")
    options = phone.locator(OPTION)
    options.first.wait_for()
    hold(phone, options.nth(0))
    phone.locator("#bulk-count", has_text="1 event selected").wait_for()
    options.nth(1).click()
    phone.locator("#bulk-count", has_text="2 events selected").wait_for()
    assert "sel=" not in phone.url
    phone.locator("[data-do=pick-none]").click()
    options.nth(1).click()
    phone.locator("#card h2").wait_for()


def test_select_above_the_chronicle_makes_a_click_select(page, site):
    page.goto(f"{site.url}/list?form=chronicle&{FEW}")
    entries = page.locator("#chronicle .entry a")
    entries.first.wait_for()
    page.locator("#btn-select").click()
    entries.nth(0).click()
    entries.nth(2).click()
    page.locator("#bulk-count", has_text="2 events selected").wait_for()
    entries.nth(0).click()
    page.locator("#bulk-count", has_text="1 event selected").wait_for()
    page.locator("#btn-select").click()
    entries.nth(1).click()
    page.locator("#card h2").wait_for()


def test_what_the_view_leaves_out_of_the_selection_is_said(page, site):
    page.goto(site.url + "/list")
    page.locator("#list-grid .ag-row[row-index='0'] .ag-selection-checkbox").click()
    page.locator("#bulk-count", has_text="1 event selected").wait_for()
    page.locator("#search-input").fill("zzz")
    page.locator("#bulk-count", has_text="1 event selected · 1 not in this view").wait_for()
    page.locator("#search-input").fill("")
    page.locator("#bulk-count", has_not_text="not in this view").wait_for()
