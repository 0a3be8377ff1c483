"""Views saved under a name, in a real browser."""

import pytest

pytestmark = pytest.mark.browser

WANTED = "/?from=2022-01-01&to=2022-04-01&kind=talks"


def save(page, name):
    page.locator("#view-name").fill(name)
    page.locator("#view-save").click()
    page.locator("#toast", has_text=f"Saved as “{name}”").wait_for()


def test_a_filtered_view_is_saved_found_again_and_forgotten(page, site):
    page.goto(site.url + WANTED)
    page.locator("#status-line", has_text=" of ").wait_for()
    said = page.locator("#status-line").inner_text()
    page.locator("#save-view").click()
    assert page.locator("#view-name").input_value() == "talks"
    save(page, "Talks before the war")
    page.locator("#clear-all").click()
    page.locator("#btn-fit").click()
    page.reload()
    page.locator("#pill-views").click()
    page.locator("#saved-views a", has_text="Talks before the war").click()
    page.locator("#status-line", has_text=said).wait_for()
    assert page.url == site.url + WANTED
    page.go_back()
    page.locator("#status-line", has_text=said).wait_for(state="detached")
    page.locator("#pill-views").click()
    page.get_by_role("button", name="Forget the view “Talks before the war”").click()
    page.locator("#pill-views").wait_for(state="hidden")


def test_any_view_can_be_saved_from_the_share_menu_by_keys(page, site):
    page.goto(site.url + "/list?sort=-title")
    page.locator("#btn-share").click()
    page.get_by_role("button", name="Save this view").click()
    page.locator("#view-name").fill("By title")
    page.keyboard.press("Enter")
    page.locator("#toast", has_text="Saved as “By title”").wait_for()
    assert page.locator("#saved-views a").get_attribute("href") == "/list?sort=-title"
    page.locator("#btn-share").click()
    page.get_by_role("button", name="Save this view").click()
    page.locator("#view-dialog").wait_for()
    page.keyboard.press("Escape")
    page.locator("#view-dialog").wait_for(state="detached")
    assert page.evaluate("document.activeElement.id") == "btn-share"
    assert page.locator("#saved-views a").count() == 1
