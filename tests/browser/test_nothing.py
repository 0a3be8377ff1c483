"""What the timeline says where it has nothing to show, in a real browser."""

import pytest

from tests.browser.conftest import opened, serving
from timeline import pipeline
from timeline.articles import fetch
from timeline.store import open_store

pytestmark = pytest.mark.browser


def test_the_filter_whose_removal_brings_most_is_named_and_taken_off(page, site):
    page.goto(site.url + "/?kind=talks&q=zebra")
    page.locator("#nothing", has_text="No events match").wait_for()
    count = site.store.count(kinds=["talks"])
    page.locator("#nothing button", has_text=f"Without “zebra”: {count} events").click()
    page.locator("#nothing").wait_for(state="hidden")
    assert "q=" not in page.url
    assert "kind=talks" in page.url


@pytest.mark.parametrize("form", ["grid", "chronicle"])
def test_the_list_names_it_too_and_counts_in_its_days(page, site, form):
    page.goto(f"{site.url}/list?form={form}&from=2022-02-01&to=2022-03-01&kind=talks&q=zebra")
    page.locator("#list-nothing", has_text="No events match").wait_for()
    count = site.store.count(kinds=["talks"], begin="2022-02-01", end="2022-02-28")
    assert 0 < count < site.store.count(kinds=["talks"])
    assert "All dates" not in page.locator("#list-nothing").inner_text()
    page.locator("#list-nothing button", has_text=f"Without “zebra”: {count} event").click()
    page.locator("#list-status", has_text=f"{count} of").wait_for()
    assert page.locator("#list-nothing").is_hidden()
    assert "kind=talks" in page.url


def test_a_single_filter_that_nothing_passes_is_only_cleared(page, site):
    page.goto(site.url + "/?q=zebra")
    page.locator("#nothing", has_text="No events match").wait_for()
    assert page.locator("#nothing button").all_inner_texts() == ["Clear all filters"]


def test_an_empty_timeline_leads_to_adding_an_article(browser, tmp_path):
    with open_store(str(tmp_path / "empty.db")) as store, serving(store) as url:
        for page in opened(browser, {"width": 1440, "height": 900}):
            page.goto(url)
            page.locator("#nothing .first-steps li").nth(2).wait_for()
            assert page.locator("#timeline-graph").is_hidden()  # no axes without events
            assert page.locator("#minimap").is_hidden()
            page.locator("#nothing a", has_text="Add article").click()
            page.locator("#add-text").wait_for()


def test_the_sample_set_is_loaded_from_the_empty_timeline(browser, tmp_path, monkeypatch):
    two = pipeline.bundled_articles()[:2]
    monkeypatch.setattr(pipeline, "bundled_articles", lambda: two)
    with open_store(str(tmp_path / "empty.db")) as store, serving(store) as url:
        for page in opened(browser, {"width": 390, "height": 844}):
            page.goto(url)
            page.get_by_role("button", name="Load the sample set (2 articles)").click()
            page.locator("#event-strip [role=option]").first.wait_for(state="attached")
            assert page.locator("#nothing").is_hidden()
        assert len(store.articles()) == 2


def test_where_nothing_may_be_added_the_empty_timeline_offers_nothing_to_add(browser, tmp_path):
    with open_store(str(tmp_path / "empty.db")) as store, serving(store, read_only=True) as url:
        for page in opened(browser, {"width": 1440, "height": 900}):
            page.goto(url)
            page.locator("#nothing h2", has_text="No events yet").wait_for()
            assert page.locator("#nothing :is(a, button)").count() == 0


def test_a_name_that_nothing_matches_stays_chosen(page, site):
    page.goto(site.url + "/?actor=Russia&q=zebra")
    page.locator("#nothing button", has_text="Without “zebra”").wait_for()
    page.locator("#pill-actor", has_text="Who: Russia").wait_for()
    page.wait_for_timeout(500)  # in which the select would have let it go
    assert "actor=Russia" in page.url


def test_days_without_events_are_widened_to_all_that_have_some(page, site):
    page.goto(site.url + "/?from=1999-01-01&to=1999-02-01")
    page.locator("#nothing", has_text="Nothing in these days").wait_for()
    page.locator("#nothing button", has_text="Widen dates to 1991–20").click()
    page.locator("#nothing").wait_for(state="hidden")
    count = site.store.count()
    page.locator("#status-line", has_text=f"{count} of {count} events").wait_for()


def test_over_a_low_drawing_the_words_cover_nothing_of_the_toolbar(page, site):
    page.goto(f"{site.url}/?kind=annexation&from=2001-01-01&to=2001-03-01")
    words = page.locator("#nothing")
    words.get_by_text("Nothing in these days").wait_for()
    top = words.bounding_box()["y"]
    tools = page.locator(".toolbar").bounding_box()
    assert top >= tools["y"] + tools["height"]


def test_a_lost_server_is_said_and_the_page_goes_on_by_itself_once_it_answers(browser, site):
    page = browser.new_page()  # its console rightly tells of the requests that fail
    page.goto(site.url)
    page.locator("#event-strip [role=option]").first.wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    page.route("**/view?*", lambda route: route.abort())
    page.route("**/_dash-layout", lambda route: route.abort())
    page.keyboard.press("+")
    page.locator("#notice", has_text="Connection lost; your edits are kept").wait_for()
    page.unroute("**/view?*")
    page.unroute("**/_dash-layout")
    page.locator("#notice").wait_for(state="hidden")
    page.close()


def test_an_error_of_the_server_is_said_with_the_id_that_its_log_has(browser, site, monkeypatch, caplog):
    page = browser.new_page()  # its console rightly tells of the request that fails
    page.goto(site.url)
    page.locator("#event-strip [role=option]").first.wait_for(state="attached")
    before = page.locator("#status-line").inner_text()

    def broken(*_):
        raise RuntimeError("a fault that nobody foresaw")

    with monkeypatch.context() as patched:
        patched.setattr("dashboard.views.timeline.package", broken)
        page.keyboard.press("+")
        notice = page.locator("#notice", has_text="Something went wrong on the server (error")
        notice.wait_for()
        name = notice.inner_text().split("(error ")[1].split(")")[0]
        assert f"error {name} at GET /view" in caplog.text
        assert "nobody foresaw" in caplog.text
        assert "nobody foresaw" not in page.locator("body").inner_text()
        assert page.locator("#status-line").inner_text() == before
        assert page.evaluate("fetch('/rows?begin=0&end=1').then((answer) => answer.ok)")  # of another thing
        assert notice.is_visible()
    notice.get_by_role("button", name="Retry").click()
    notice.wait_for(state="hidden")
    page.close()


def test_a_server_without_internet_says_that_texts_are_to_be_pasted(page, site, monkeypatch):
    monkeypatch.setattr(fetch, "online", lambda: False)
    page.goto(site.url + "/add")
    page.locator("#add-offline", has_text="Paste the text instead").wait_for()
    assert page.get_by_role("tab", name="Address").is_disabled()


def test_whatever_the_filters_leave_the_minimap_stays_where_it_is(page, site):
    page.goto(site.url)
    page.locator("#event-strip [role=option]").first.wait_for()
    tops = [page.locator("#minimap .brush").bounding_box()["y"]]
    for query, said in (("kind=annexation", "that match"), ("q=zebra", "0 of 0 that match")):
        page.goto(f"{site.url}/?{query}")
        page.locator("#status-line", has_text=said).wait_for()
        tops.append(page.locator("#minimap .brush").bounding_box()["y"])
    assert max(tops) - min(tops) < 3
