"""The list in a real browser: the same events as the timeline, as a grid or as a chronicle."""

import pandas as pd
import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import serving
from timeline.store import open_store

pytestmark = pytest.mark.browser

ROW = "#list-grid .ag-center-cols-container .ag-row[row-id]"


def listed(page, site, query=""):
    page.goto(site.url + "/list" + query)
    page.locator(f"{ROW} [col-id=title]").first.wait_for()
    return page


def settled(page, words):
    page.locator("#list-status", has_text=words).wait_for()


def cell(page, row, column, text=None):
    found = page.locator(f"{ROW}[row-index='{row}'] [col-id={column}]", has_text=text)
    found.wait_for()
    return found


def picked(page, *rows):
    for row in rows:
        page.locator(f"#list-grid .ag-row[row-index='{row}'] .ag-selection-checkbox").click()
        page.locator(f"{ROW}[row-index='{row}'].ag-row-selected").wait_for()
    page.locator("#bulk-count", has_text=f"{len(rows)} event").wait_for()


def said(page, words):
    page.locator("#undo-toast", has_text=words).wait_for()


def dealt_with(page, words):
    said(page, words)
    page.locator("#bulk").wait_for(state="hidden")


def typed(page, row, column, text):
    cell(page, row, column).dblclick()
    page.locator(".ag-cell-inline-editing input").wait_for()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def test_the_list_counts_all_events_and_begins_with_the_first(page, site):
    listed(page, site)
    count = site.store.count()
    settled(page, f"{count} of {count} events")
    first = site.store.events().iloc[0]
    assert cell(page, 0, "title").inner_text() == first["title"]
    cell(page, 2, "status").click()
    page.locator("#card h2", has_text=cell(page, 2, "title").inner_text()).wait_for()
    opened = page.locator(f"{ROW}[row-index='2']").get_attribute("row-id")
    assert f"/list?sel={opened}" in page.url
    page.get_by_role("button", name="Next event").click()
    page.locator("#card h2", has_text=site.store.events().iloc[3]["title"]).wait_for()
    page.locator("#list-form label", has_text="Chronicle").click()
    page.locator(".entry").first.wait_for()
    assert "form=chronicle" in page.url
    assert page.locator(".entry").count() == min(count, 200)
    years = [int(text) for text in page.locator("#chronicle h2").all_inner_texts()]
    assert years == sorted(set(years))
    page.locator("#chronicle .more", has_text=f"200 of {count}").get_by_role("button").click()
    page.locator(".entry").nth(min(count, 400) - 1).wait_for()
    page.locator(".entry a").nth(1).focus()
    page.keyboard.press("x")
    page.locator(".entry.picked").wait_for()
    page.locator("#bulk-count", has_text="1 event selected").wait_for()


def test_filters_narrow_the_list_and_one_click_widens_it_again(page, site):
    listed(page, site)
    page.locator("#search-input").fill("sanctions")
    settled(page, f"{site.store.count(text='sanctions')} of ")
    listed(page, site, "?from=2022-01-01&to=2022-03-01")
    settled(page, f"{site.store.count(begin='2022-01-01', end='2022-02-28')} of ")
    page.locator("#btn-export").click()
    href = page.locator("#export-csv[href*='to=']").get_attribute("href")
    assert "from=2022-01-01&to=2022-03-01" in href
    page.keyboard.press("Escape")
    page.locator("#list-all").click()
    settled(page, f"{site.store.count()} of ")
    page.locator("#search-input").fill("zzzzz")
    settled(page, f"No events match. {site.store.count()} without filters.")
    page.locator("#list-nothing").get_by_role("button", name="Clear all filters").click()
    settled(page, f"{site.store.count()} of ")
    cell(page, 0, "title")


def test_the_order_is_in_the_address_and_the_columns_are_kept_in_the_browser(page, site):
    titles = sorted(site.store.events()["title"])
    listed(page, site, "?sort=-title")
    cell(page, 0, "title", titles[-1])
    page.locator(".ag-header-cell[col-id=title]").click()
    cell(page, 0, "title", titles[0])
    assert "sort=title" in page.url
    page.go_back()
    cell(page, 0, "title", titles[-1])
    page.go_forward()
    cell(page, 0, "title", titles[0])
    page.locator("#btn-columns").click()
    page.get_by_role("checkbox", name="Note").click()
    page.get_by_role("checkbox", name="First reported").click()
    page.locator(".ag-header-cell[col-id=reported]").wait_for(state="detached")
    page.reload()
    page.locator(".ag-header-cell[col-id=note]").wait_for()
    page.locator(".ag-header-cell[col-id=reported]").wait_for(state="detached")
    cell(page, 0, "title", titles[0])


def test_the_two_parts_of_a_view_are_asked_for_together(page, site):
    listed(page, site)
    asked = []

    def held(route):
        asked.append(route)
        if len(asked) == 2:
            for each in asked:
                each.continue_()

    page.route("**/rows?*begin=[1-9]*", held)
    page.evaluate("document.querySelector('#list-grid .ag-body-viewport').scrollTop = 200 * 36")
    cell(page, 198, "title")
    cell(page, 205, "title")


def test_titles_have_most_of_the_room(page, site):
    listed(page, site)
    widths = {
        heading.get_attribute("col-id"): heading.bounding_box()["width"]
        for heading in page.locator("#list-grid .ag-header-cell").all()
    }
    assert widths["title"] > 2 * max(width for key, width in widths.items() if key != "title")
    body = "document.querySelector('#list-grid .ag-center-cols-viewport')"
    assert page.evaluate(f"{body}.scrollWidth <= {body}.clientWidth")


def test_what_was_learned_latest_is_first_by_its_lag(page, site):
    listed(page, site)
    heading = page.locator(".ag-header-cell[col-id=lag]")
    heading.click()
    page.wait_for_url("**sort=lag*")
    heading.click()
    page.wait_for_url("**sort=-lag*")
    longest = int(site.store.events()["lag"].max())
    cell(page, 0, "lag").get_by_text(f"{longest:,}").wait_for()


def test_several_events_are_dealt_with_at_once_and_taken_back_at_once(page, site):
    listed(page, site)
    count = site.store.count()
    picked(page, 0, 1, 2)
    page.get_by_role("button", name="Reject").click()
    dealt_with(page, "3 events rejected")
    settled(page, f"{count - 3} of {count - 3} events")
    page.locator("#undo").click()
    settled(page, f"{count} of {count} events")
    cell(page, 0, "title", site.store.events().iloc[0]["title"])
    picked(page, 0, 1)
    page.get_by_role("button", name="Accept").click()
    dealt_with(page, "2 events accepted")
    cell(page, 1, "review", "accepted")
    page.keyboard.press("ControlOrMeta+z")
    cell(page, 1, "review", "new")
    cell(page, 0, "review", "new")
    picked(page, 3, 4)
    page.locator("#bulk-export").click()
    page.locator("#export-count", has_text="2 events will be written").wait_for()
    with page.expect_download() as download:
        page.locator("#export-csv").click()
    assert list(pd.read_csv(download.value.path())["id"]) == list(site.store.events().index[3:5])
    page.keyboard.press("Escape")
    page.locator("#export-csv").wait_for(state="hidden")
    page.locator("#bulk-export:focus, #btn-export:focus").wait_for()  # where the menu gives it back
    page.locator("#bulk-kind").fill("visit")
    page.get_by_role("option", name="visit").click()
    dealt_with(page, "made “visit”")
    assert set(site.store.events().iloc[3:5]["kind"]) == {"visit"}
    picked(page, 3, 4)
    page.get_by_role("button", name="Merge").click()
    dealt_with(page, "2 events merged into one")
    settled(page, f"{count - 1} of {count - 1} events")


def test_a_cell_is_corrected_in_place(page, site):
    listed(page, site)
    before = cell(page, 0, "title").inner_text()
    typed(page, 0, "title", "Another title")
    said(page, "Title corrected.")
    cell(page, 0, "review", "edited")
    assert site.store.events().iloc[0]["title"] == "Another title"
    page.locator("#undo").click()
    cell(page, 0, "title", before)
    typed(page, 0, "title", " ")
    said(page, "A title cannot be empty.")
    cell(page, 0, "title", before)
    page.locator(f"{ROW}[row-index='0'] [col-id=kind]").focus()
    page.keyboard.press("F2")
    page.get_by_role("option", name="visit").click()
    said(page, "Kind corrected.")
    cell(page, 0, "kind", "visit")
    assert "sel=" not in page.url


def test_the_strip_selects_too_and_n_leads_to_what_nobody_reviewed(page, site):
    first, second, third, *_ = site.store.events().index
    site.store.accept([second])
    page.goto(site.url + f"/?sel={first}")
    page.locator("#card h2").wait_for()
    page.keyboard.press("n")
    page.locator(f"#event-strip [data-event-id='{third}'][aria-selected=true]").wait_for()
    page.locator("#event-strip").focus()
    page.keyboard.press("Home")
    page.keyboard.press("x")
    page.locator(f"#event-strip [data-event-id='{first}'][aria-checked=true]").wait_for()
    page.locator("#bulk-count", has_text="1 event selected").wait_for()
    page.locator("#tab-list").click()
    page.locator(f"{ROW}[row-index='0'].ag-row-selected").wait_for()
    page.get_by_role("button", name="Clear", exact=True).click()
    page.locator("#bulk").wait_for(state="hidden")
    assert page.locator(".ag-row-selected").count() == 0


def test_a_list_that_may_only_be_read_offers_no_change(page, filled):
    with open_store(str(filled), read_only=True) as store, serving(store, read_only=True) as url:
        page.goto(url + "/list")
        page.locator(f"{ROW} [col-id=title]").first.wait_for()
        assert page.locator(".ag-selection-checkbox, #bulk").count() == 0
        cell(page, 0, "title").dblclick()
        page.locator("#card h2").wait_for()
        assert page.locator(".ag-cell-inline-editing").count() == 0
        page.keyboard.press("x")
        assert page.locator("body.picking").count() == 0


def test_a_phone_gets_the_chronicle(phone, site):
    phone.goto(site.url + "/list")
    phone.locator(".entry").first.wait_for()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    phone.locator(".entry a").first.click()
    phone.locator("#card h2").wait_for()


def test_axe_finds_nothing_while_events_are_selected_corrected_or_missing(page, site):
    def found():
        return [each["id"] for each in Axe().run(page).response["violations"]]

    listed(page, site)
    picked(page, 0, 1)
    cell(page, 2, "kind").dblclick()
    page.locator(".ag-cell-inline-editing").wait_for()
    assert found() == []
    page.emulate_media(color_scheme="dark")
    page.keyboard.press("Escape")
    page.locator("#btn-columns").click()
    page.get_by_role("checkbox", name="Note").wait_for()
    assert found() == []
    page.goto(site.url + "/list?q=zzzzz")
    page.locator("#list-nothing h2").wait_for()
    assert found() == []
