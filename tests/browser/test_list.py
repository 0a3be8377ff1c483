"""The list in a real browser: the same events as the timeline, as a grid or as a chronicle."""

import pandas as pd
import pytest

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


def test_the_list_counts_all_events_and_begins_with_the_first(page, site):
    listed(page, site)
    count = site.store.count()
    settled(page, f"{count} of {count} events")
    first = site.store.events().iloc[0]
    assert page.locator(f"{ROW}[row-index='0'] [col-id=title]").inner_text() == first["title"]


def test_a_search_and_a_window_narrow_the_list(page, site):
    listed(page, site)
    page.locator("#search-input").fill("sanctions")
    settled(page, f"{site.store.count(text='sanctions')} of ")
    listed(page, site, "?from=2022-01-01&to=2022-03-01")
    settled(page, f"{site.store.count(begin='2022-01-01', end='2022-02-28')} of ")
    page.locator("#list-all").click()
    settled(page, f"{site.store.count()} of ")


def test_a_heading_sorts_on_the_server(page, site):
    listed(page, site)
    page.locator(".ag-header-cell[col-id=title]").click()
    first = site.store.events().sort_values("title", kind="stable").iloc[0]["title"]
    page.locator(f"{ROW}[row-index='0'] [col-id=title]", has_text=first).wait_for()


def titles(page, site):
    return site.store.events().sort_values("title", kind="stable")["title"].tolist()


def test_the_order_the_form_and_the_columns_can_be_linked_to_or_are_kept(page, site):
    listed(page, site, "?sort=-title")
    page.locator(f"{ROW}[row-index='0'] [col-id=title]", has_text=titles(page, site)[-1]).wait_for()
    page.locator(".ag-header-cell[col-id=title]").click()
    page.locator(f"{ROW}[row-index='0'] [col-id=title]", has_text=titles(page, site)[0]).wait_for()
    assert "sort=title" in page.url
    page.go_back()
    page.locator(f"{ROW}[row-index='0'] [col-id=title]", has_text=titles(page, site)[-1]).wait_for()
    page.locator("#list-pick").click()
    page.get_by_role("checkbox", name="First published").click()
    page.locator(".ag-header-cell[col-id=published]").wait_for(state="detached")
    page.reload()
    page.locator(f"{ROW} [col-id=title]").first.wait_for()
    page.locator(".ag-header-cell[col-id=published]").wait_for(state="detached")
    page.keyboard.press("Escape")
    page.locator("#list-form label", has_text="Chronicle").click()
    page.locator(".entry").first.wait_for()
    assert "form=chronicle" in page.url


def chosen(page, *rows):
    for row in rows:
        page.locator(f"#list-grid .ag-row[row-index='{row}'] .ag-selection-checkbox").click()
    page.locator("#bulk-count", has_text=f"{len(rows)} chosen").wait_for()


def test_several_events_are_changed_at_once_and_taken_back_at_once(page, site):
    listed(page, site)
    count = site.store.count()
    chosen(page, 0, 1, 2)
    page.get_by_role("button", name="Hide").click()
    settled(page, f"{count - 3} of {count - 3} events")
    assert site.store.count() == count - 3
    page.locator("#bulk-said").get_by_role("button", name="Undo").click()
    settled(page, f"{count} of {count} events")
    chosen(page, 0, 1)
    page.get_by_role("button", name="Accept").click()
    page.locator("#bulk-said", has_text="2 events accepted").wait_for()
    assert site.store.count(reviews=("accepted",)) == 2
    chosen(page, 3, 4)
    with page.expect_download() as download:
        page.locator("#bulk-export").click()
    assert len(pd.read_csv(download.value.path())) == 2
    page.get_by_role("button", name="Merge").click()
    settled(page, f"{count - 1} of {count - 1} events")


def test_a_title_is_corrected_in_its_cell(page, site):
    listed(page, site)
    cell = page.locator(f"{ROW}[row-index='0'] [col-id=title]")
    before = cell.inner_text()
    cell.dblclick()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Another title")
    page.keyboard.press("Enter")
    page.locator("#bulk-said", has_text="1 event changed").wait_for()
    assert site.store.events().iloc[0]["title"] == "Another title"
    page.locator("#bulk-said").get_by_role("button", name="Undo").click()
    page.locator(f"{ROW}[row-index='0'] [col-id=title]", has_text=before).wait_for()
    cell.dblclick()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.press("Delete")
    page.keyboard.press("Enter")
    page.locator("#bulk-said", has_text="A title cannot be empty").wait_for()
    page.locator(f"{ROW}[row-index='0'] [col-id=title]", has_text=before).wait_for()


def test_a_list_that_may_only_be_read_offers_no_change(page, filled):
    with open_store(str(filled)) as store, serving(store, read_only=True) as url:
        page.goto(url + "/list")
        page.locator(f"{ROW} [col-id=title]").first.wait_for()
        chosen(page, 0)
        assert page.locator("[data-rows]").count() == 0
        page.locator(f"{ROW}[row-index='0'] [col-id=title]").dblclick()
        assert page.locator(".ag-cell-inline-editing").count() == 0


def test_a_row_opens_the_card_and_the_address_names_the_event(page, site):
    listed(page, site)
    row = page.locator(f"{ROW}[row-index='2']")
    title = row.locator("[col-id=title]").inner_text()
    row.locator("[col-id=title]").click()
    page.locator("#card h2", has_text=title).wait_for()
    assert f"sel={row.get_attribute('row-id')}" in page.url
    assert "/list" in page.url


def test_the_chronicle_groups_by_year_and_shows_more_when_asked(page, site):
    listed(page, site)
    page.locator("#list-form label", has_text="Chronicle").click()
    page.locator(".entry").first.wait_for()
    count = site.store.count()
    assert page.locator(".entry").count() == min(count, 200)
    years = [int(text) for text in page.locator("#chronicle h2").all_inner_texts()]
    assert years == sorted(set(years))
    page.locator("#chronicle .more", has_text=f"200 of {count}").get_by_role("button").click()
    page.locator(".entry").nth(min(count, 400) - 1).wait_for()


def test_nothing_that_matches_is_said(page, site):
    page.goto(site.url + "/list?q=zzzzz")
    settled(page, f"No events match. {site.store.count()} without filters.")


def test_a_phone_gets_the_chronicle(phone, site):
    phone.goto(site.url + "/list")
    phone.locator(".entry").first.wait_for()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    phone.locator(".entry a").first.click()
    phone.locator("#card h2").wait_for()
