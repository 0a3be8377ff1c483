"""The main job as a reader does it, in a real browser: look, open, add, filter, export."""

import pandas as pd
import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

REPORT = """Ministers meet in Vienna

Saturday 12 February 2022

The foreign ministers of Austria and Slovakia met in Vienna on Thursday. Slovakia signed a gas agreement
with Austria in January 2022. Austria will host talks on 3 March 2022."""


def opened(page, site, path="/"):
    page.goto(site.url + path)
    page.wait_for_selector("#event-strip [role=option]", state="attached")
    return page


def visit(page, path):
    """Go to another address within the page, as its own links do: without loading it anew."""
    page.evaluate("path => timeline.visit(path)", path)


def counts(page) -> tuple[int, int]:
    words = page.locator("#status-line").inner_text().replace(",", "").split()
    return int(words[0]), int(words[2])


def settled(page, change):
    """Do something, and wait until the page shows the server's answer to it."""
    before = page.locator("#status-line").inner_text()
    change()
    for _ in range(1200):  # the page's content policy forbids Playwright's wait_for_function
        if page.locator("#status-line").inner_text() != before:
            return
        page.wait_for_timeout(25)
    pytest.fail(f"the page still says {before!r}")


def csv_of(page) -> pd.DataFrame:
    page.locator("#btn-export").click()
    with page.expect_download() as download:
        page.locator("#export-csv").click()
    return pd.read_csv(download.value.path())


@pytest.mark.parametrize(("screen", "path"), [("page", "/"), ("phone", "/"), ("page", "/embed")])
def test_the_first_view_is_asked_for_once_and_the_lists_script_only_afterwards(request, site, screen, path):
    page, asked = request.getfixturevalue(screen), []
    page.on("request", lambda sent: asked.append(sent.url.removeprefix(site.url)))
    opened(page, site, f"{path}?from=2022-01-01&to=2022-03-31&kind=talks")
    assert len([path for path in asked if path.startswith("/view?")]) == 1
    own = {
        name: at for at, path in enumerate(asked) for name in ("plotly", "ag_grid", "view?") if name in path
    }
    assert ("plotly" in own) == (screen == "page")  # a phone has a list in the place of the drawing
    assert own["view?"] < own.get("ag_grid", len(asked))


def test_what_is_below_the_drawing_stays_in_its_place_when_the_drawing_comes(page, site):
    held = []
    page.route("**/plotly.*.js", lambda script: held.append(script))
    page.goto(site.url, wait_until="commit")  # it is not loaded as long as a script is missing
    page.locator("#event-strip [role=option]").first.wait_for()
    top = page.locator("#event-strip").bounding_box()["y"]
    held[0].continue_()
    page.locator("#timeline-graph .textpoint").first.wait_for(state="attached")
    assert page.locator("#event-strip").bounding_box()["y"] == top


def test_a_link_to_an_event_opens_the_sentence_its_date_comes_from_and_the_reason(page, site):
    event = next(e for e in site.store.event_list() if e.best and e.best.timex and e.best.why)
    opened(page, site, f"/event/{event.id}")
    why = page.locator("#why-date")
    why.locator("blockquote").first.wait_for()
    assert event.best.timex.text in why.locator("mark").all_inner_texts()
    assert " ".join(event.best.sentence.split()) in " ".join(why.inner_text().split())
    assert event.best.why in why.inner_text()


def test_a_click_in_the_strip_opens_the_card_and_escape_closes_it(page, site):
    opened(page, site)
    first = page.locator("#event-strip [role=option]").first
    title = first.locator(".what").inner_text()
    first.click()
    page.locator("#card h2", has_text=title).wait_for()
    page.keyboard.press("Escape")
    page.locator("#detail-panel").wait_for(state="hidden")


def test_zooming_in_shows_fewer_events_and_back_shows_them_again(page, site):
    opened(page, site)
    whole = counts(page)[0]
    settled(page, lambda: page.locator("[data-do=zoom-in]").click())
    assert counts(page)[0] < whole
    assert "from=" in page.url
    settled(page, lambda: page.locator("#btn-fit").click())
    assert counts(page)[0] >= whole


def test_search_narrows_the_drawing_and_the_export_holds_what_is_shown(page, site):
    opened(page, site)
    settled(page, lambda: page.locator("#search-input").fill("sanctions"))
    inside, matching = counts(page)
    assert 0 < inside <= matching == site.store.count(text="sanctions")
    frame = csv_of(page)
    assert len(frame) == inside
    assert frame["title"].notna().all()


def test_a_link_reproduces_search_and_window(page, site):
    opened(page, site, "/?q=sanctions&from=2014-01-01&to=2023-01-01")
    assert page.locator("#search-input").input_value() == "sanctions"
    inside, _ = counts(page)
    chosen = site.store.count(text="sanctions", begin="2014-01-01", end="2022-12-31")
    assert inside == chosen


def test_as_known_on_a_day_leaves_out_what_was_published_later(page, site):
    opened(page, site, "/?asof=2022-02-12")
    frame = csv_of(page)
    assert len(frame)
    assert (frame["published"].dropna() <= "2022-02-12").all()


def test_a_pasted_article_is_on_the_timeline_only_after_its_events_are_accepted(page, site):
    page.goto(site.url + "/add")
    before = site.store.count()
    page.locator("#add-text").fill(REPORT)
    page.locator("#add-parse").click()
    page.locator("#review-card-0").wait_for()
    assert site.store.count() == before
    page.locator("[data-bulk=rest]").click()
    page.locator("#btn-save-accepted").click()
    page.locator("#whats-changed", has_text="new event").wait_for()
    assert site.store.count() > before
    page.locator("#tab-timeline").click()
    page.wait_for_selector("#event-strip [role=option]", state="attached")
    settled(page, lambda: page.locator("#search-input").fill("Slovakia"))
    frame = csv_of(page)
    assert frame["begin"].astype(str).str.startswith("2022").any()


def test_a_correction_is_kept_and_can_be_undone(page, site):
    event = next(e for e in site.store.event_list() if e.best)
    opened(page, site, f"/event/{event.id}")
    page.locator("#card h2").wait_for()
    page.locator("[data-do=edit]").click()
    expect(page.locator("#edit-title")).to_have_value(event.title)
    page.locator("#edit-title").fill("A better title")
    page.locator("#edit-when").fill("March 2014")
    page.locator("#edit-when-said", has_text="2014-03").wait_for()
    page.locator("#edit-save").click()
    page.locator("#edit-problem", has_text="No source gives this date").wait_for()
    page.locator("#edit-note").fill("Two eyewitnesses say so.")
    page.locator("#edit-save").click()
    page.locator("#card h2", has_text="A better title").wait_for()
    kept = site.store.event(event.id)
    assert (kept.title, kept.when.edtf) == ("A better title", "2014-03")
    site.store.undo()
    assert site.store.event(event.id).title == event.title


def test_read_only_offers_neither_adding_nor_editing(page, filled):
    from tests.browser.conftest import serving
    from timeline.store import open_store

    with open_store(str(filled)) as store, serving(store, read_only=True) as url:
        page.goto(url)
        page.wait_for_selector("#event-strip [role=option]", state="attached")
        assert page.locator("#btn-add").count() == page.locator("[data-do=edit]").count() == 0
        assert page.locator(".badge", has_text="Read-only").is_visible()


def test_nothing_leaves_the_machine_and_a_strict_policy_is_set(page, site):
    answer = page.goto(site.url)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe-eval" not in policy
    page.wait_for_selector("#event-strip [role=option]", state="attached")
    assert page.locator(".modebar").count() == 0
