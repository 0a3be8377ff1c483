"""The export menu in a real browser: what it says before the click, its choices, pictures, paper."""

import csv
import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import opened as look
from tests.browser.test_main_job import opened

pytestmark = pytest.mark.browser
CHOSEN = "/?kind=talks|visit&actor=Joe Biden&min=2&cert=exact"


def choose(page, scope):
    page.locator("#export-scope").get_by_text(scope, exact=True).click(timeout=5000)


def saved(page, choice):
    with page.expect_download() as download:
        page.locator(choice).click()
    return download.value


def test_everything_is_exported_whatever_the_filters_are(page, site):
    opened(page, site, CHOSEN)
    page.locator("#btn-export").click()
    choose(page, "Everything")
    page.locator("#export-count", has_text=f"{site.store.count():,} events").wait_for()
    with saved(page, "#export-csv").path().open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == site.store.count()


def test_each_choice_says_how_many_rows_it_writes(page, site):
    opened(page, site, "/?kind=talks")
    page.locator("#btn-export").click()
    choose(page, "All that match")
    events = f"{site.store.count(kinds=['talks']):,} events"
    for choice in ("#export-csv", "#export-png", "#export-print"):
        expect(page.locator(choice)).to_contain_text(events)
    claims = len(site.store.claims(kinds=["talks"]))
    expect(page.locator("#export-claims-csv")).to_contain_text(f"{claims:,} mentions")


def test_the_menu_is_of_use_before_the_events_have_loaded(page, site):
    page.route(re.compile(r"/view\?"), lambda route: None)  # the drawing never comes
    page.goto(site.url + "/?kind=talks")
    page.locator("#btn-export").click()
    expect(page.locator("#export-csv")).to_contain_text(f"{site.store.count(kinds=['talks']):,} events")
    expect(page.locator("#export-csv")).to_have_attribute("href", "/export/csv?kind=talks")


def test_a_csv_can_be_made_for_excel_and_have_its_filters_beside_it(page, site):
    opened(page, site, "/?q=Minsk")
    page.locator("#btn-export").click()
    page.get_by_label("CSV for Excel").check()
    assert saved(page, "#export-csv").path().read_bytes().startswith(b"\xef\xbb\xbf")
    page.get_by_label("With the filters").check()
    assert saved(page, "#export-csv").suggested_filename.endswith(".csv.zip")


def test_the_picture_of_a_view_says_what_it_shows_and_where_it_is_from(page, site):
    kinds = "talks|agreement|statement|military|attack|visit|call|legal|vote|protest|sanctions|other"
    opened(page, site, f"/?q=Minsk&kind={kinds}&from=2014-06-01&to=2015-06-01")
    page.locator("#btn-export").click()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.locator(f"html[data-mantine-color-scheme={scheme}]").wait_for()
        picture = saved(page, "#export-svg")
        assert picture.suggested_filename == "timeline_2014-06-01_2015-05-31.svg"
        drawn = picture.path().read_text("utf-8")
        said = page.locator("#status-line").inner_text()
        for told in (said, "“Minsk”", "known less exactly", "+n more", "q=Minsk"):
            assert told in drawn
        words = set(re.findall(r"\w+", drawn))
        assert set(re.findall(r"\w+", kinds)) <= words  # in as many lines as they need
        assert "rgb(20, 24, 29)" not in drawn  # the dark theme's page
    page.get_by_label("Pictures as dark").check()
    assert "rgb(20, 24, 29)" in saved(page, "#export-svg").path().read_text("utf-8")


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_the_picture_of_all_that_match_holds_the_whole_range(browser, site, size):
    for page in look(browser, {"width": size[0], "height": size[1]}):
        opened(page, site, "/?q=Minsk&from=2014-09-01&to=2014-10-01")
        page.locator("#btn-export").click()
        choose(page, "All that match")
        drawn = saved(page, "#export-svg").path().read_text("utf-8")
        count = site.store.count(text="Minsk")
        assert f"{count:,} of {count:,} that match" in drawn
        assert "from=" not in drawn


def test_a_chronicle_of_its_own_is_printed_by_the_menu_and_by_the_key(page, site):
    opened(page, site, "/?kind=talks&from=1991-01-01&to=2030-01-01")
    paper = page.frame_locator("iframe.paper")
    count = site.store.count(kinds=["talks"])
    page.keyboard.press("Control+p")
    expect(paper.locator("li")).to_have_count(count)
    page.locator("#btn-export").click()
    choose(page, "All that match")
    page.locator("#export-print").click()
    expect(paper.locator("li small")).to_have_count(count)
    expect(paper.locator(".asked")).to_contain_text("Kind: talks")
