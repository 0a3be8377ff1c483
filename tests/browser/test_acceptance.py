"""The acceptance checks of the timeline that no other test has: each is one thing a visitor could try."""

import pandas as pd
import pytest

import timeline
from tests.browser.conftest import opened as contexts
from tests.browser.conftest import serving
from timeline.model import Event, Status, When
from timeline.store import open_store

pytestmark = pytest.mark.browser

OVERLAPS = """(() => {
  const boxes = [...document.querySelectorAll("#timeline-graph .textpoint text")]
    .map((text) => text.getBoundingClientRect()).filter((box) => box.width);
  return boxes.flatMap((a, at) => boxes.slice(at + 1).filter((b) =>
    a.x < b.right - 1 && b.x < a.right - 1 && a.y < b.bottom - 3 && b.y < a.bottom - 3)).length;
})()"""
DRAWN = "document.querySelector('#timeline-graph .js-plotly-plot')?.layout?.meta"


def looked_at(page, site, path="/"):
    page.goto(site.url + path)
    page.wait_for_selector("#event-strip [role=option]", state="attached")
    until(page, f"({DRAWN})?.window")
    return page


def until(page, expression):
    for _ in range(600):  # the page's content policy forbids Playwright's wait_for_function
        if page.evaluate(f"Boolean({expression})"):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"waited in vain for {expression}")


def redrawn(page, key):
    """Press a key and wait for the drawing that it asks for."""
    page.evaluate(f"window.shown = {DRAWN}")
    page.keyboard.press(key)
    until(page, f"{DRAWN} !== window.shown")


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)], ids=lambda size: str(size[0]))
def test_labels_never_overlap_and_counts_add_up_from_decades_to_hours_and_back(browser, site, size):
    for page in contexts(browser, {"width": size[0], "height": size[1]}):
        looked_at(page, site)
        page.locator("#timeline-graph").click(position={"x": 400, "y": 2})
        levels = set()
        for key in ["0"] * (page.evaluate("timeline.state.from") is not None) + ["+"] * 12 + ["-"] * 3:
            redrawn(page, key)
            meta = page.evaluate(DRAWN)
            levels.add(meta["level"])
            assert page.evaluate(OVERLAPS) == 0
            inside = int(page.locator("#status-line").inner_text().split()[0].replace(",", ""))
            begin, end = meta["window"]
            seen = sum(hit[1] < end and hit[2] > begin for hit in meta["hits"])
            assert seen + sum(chip[5] for chip in meta["chips"]) >= inside
        assert levels >= {1, 2, 3, 4}


def test_an_event_is_found_read_and_exported_with_the_keyboard_alone(page, site):
    looked_at(page, site)
    page.keyboard.press("/")
    before = page.locator("#status-line").inner_text()
    page.keyboard.type("ceasefire")
    until(page, f"document.getElementById('status-line').textContent !== {before!r}")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "event-strip":
            break
    page.keyboard.press("Enter")
    page.locator("#why-date blockquote mark").first.wait_for()
    page.keyboard.press("e")
    page.locator("#export-csv").wait_for()
    for _ in range(10):
        if page.evaluate("document.activeElement.id") == "export-csv":
            break
        page.keyboard.press("Tab")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert pd.read_csv(download.value.path())["title"].notna().all()


def test_what_is_exported_and_imported_again_is_the_same_timeline(page, site, tmp_path):
    looked_at(page, site, "/?kind=agreement|talks")
    page.locator("#btn-export").click()
    with page.expect_download() as download:
        page.locator("#export-csv").click()
    table = tmp_path / "part.csv"
    download.value.save_as(table)
    told = pd.read_csv(table).set_index("id")[["edtf", "title"]]
    with open_store(str(tmp_path / "other.db")) as other:
        other.import_events(table)
        again = other.events()[["edtf", "title"]]
    assert set(again.index) == set(told.index)
    assert (again.loc[told.index].astype(str) == told.astype(str)).all().all()


def test_the_strip_keeps_its_node_when_the_filter_changes(page, site):
    looked_at(page, site)
    page.evaluate("document.getElementById('event-strip').mine = true")
    before = page.locator("#status-line").inner_text()
    page.locator("#search-input").fill("sanctions")
    until(page, f"document.getElementById('status-line').textContent !== {before!r}")
    assert page.evaluate("document.getElementById('event-strip').mine") is True


def test_the_first_paint_is_dark_where_the_reader_s_system_is(browser, site):
    for page in contexts(browser, {"width": 1440, "height": 900}, color_scheme="dark"):
        page.goto(site.url, wait_until="commit")
        until(page, "document.body && performance.getEntriesByType('paint').length")
        assert page.evaluate("document.documentElement.dataset.mantineColorScheme") == "dark"
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 24, 29)"
        page.wait_for_selector("#event-strip [role=option]", state="attached")


def test_nothing_moves_for_a_reader_who_wants_less_motion(browser, site):
    for page in contexts(browser, {"width": 1440, "height": 900}, reduced_motion="reduce"):
        looked_at(page, site)
        page.locator("#event-strip [role=option]").first.click()
        page.locator("#card h2").wait_for()
        moving = "[...document.getAnimations()].filter((one) => one.playState === 'running').length"
        assert page.evaluate(moving) == 0


@pytest.mark.parametrize("path", ["/", "/list"])
def test_what_is_printed_is_the_whole_chronicle_in_light_colours(browser, site, path):
    for page in contexts(browser, {"width": 1440, "height": 900}, color_scheme="dark"):
        page.goto(f"{site.url}{path}?kind=talks&from=1991-01-01&to=2030-01-01")
        page.locator("#event-strip [role=option], #list-grid .ag-row[row-id]").first.wait_for()
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        assert page.locator("#paper li").count() == site.store.count(kinds=["talks"])
        event = site.store.event_list(kinds=["talks"])[0]
        source = site.store.article(event.best.article_id)
        first = page.locator("#paper li").first
        for told in (event.title, source.publisher, str(source.published.year)):
            assert told in first.inner_text()
        assert (
            page.locator(".top, #event-strip, #timeline-graph, #list-table").locator("visible=true").count()
            == 0
        )
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert colour == "rgb(255, 255, 255)"
        page.evaluate("window.dispatchEvent(new Event('afterprint'))")
        assert page.locator("#paper").count() == 0


def test_the_browsers_own_printing_says_what_it_shows_and_where_it_is_from(page, site):
    page.goto(site.url + "/?kind=talks|visit|call&actor=-Joe Biden")
    page.locator("#event-strip [role=option]").first.wait_for()
    shown = page.locator("#status-line").inner_text().split()[0]
    told = " ".join(timeline.read(page.pdf()).text.split())
    for words in (f"{shown} events", "talks; visit; call", "not Joe Biden", site.url):
        assert words in told
    page.goto(site.url + "/library")
    page.locator("#library-grid .ag-row[row-id]").first.wait_for()
    told = timeline.read(page.pdf()).text
    assert "Crisis Timeline" in told
    assert site.url + "/library" in told


DATES = {
    "2016": ("year", "some time in 2016"),
    "2016-05": ("month", "some time in May 2016"),
    "2016-05-03": ("day", "on 3 May 2016"),
    "2016-05-03T14:30+03:00": ("time", "at 14:30"),
    "[2016-05-03..2016-05-09]": ("day", "between 3 and 9 May 2016"),
    "2016-05-03/2016-05-20": ("day", "from 3 May 2016 to 20 May 2016"),
    "2016-05-03/..": ("day", "since 3 May 2016"),
    "../2016-05-20": ("day", "until 20 May 2016"),
}


def test_each_kind_of_date_is_told_apart_in_words_and_in_the_strip(page, tmp_path):
    with open_store(str(tmp_path / "dates.db")) as store, serving(store) as url:
        for edtf in DATES:
            store.add_event(Event("", f"Dated {edtf}", When.from_edtf(edtf), Status.HAPPENED, "talks"))
        store.add_event(Event("", "Foretold", When.from_edtf("2016-06-01"), Status.PLANNED, "visit"))
        page.goto(url)
        page.locator("#event-strip [role=option]").nth(len(DATES)).wait_for(state="attached")
        told = page.locator("#event-strip [role=option]").evaluate_all(
            "all => all.map(one => [one.querySelector('.what').textContent, one.dataset.precision,"
            " one.dataset.kind, one.ariaLabel])"
        )
        found = {what.removeprefix("Dated "): (precision, said) for what, precision, _, said in told}
        for edtf, (precision, words) in DATES.items():
            assert found[edtf][0] == precision
            assert words in found[edtf][1]
        assert "forecast" in found["Foretold"][1]
        assert {kind for _, _, kind, _ in told} == {"talks", "visit"}


def test_a_link_shows_another_reader_the_same_view(browser, site):
    event = site.store.events(text="sanctions", known_by="2022-06-01").index[0]
    link = (
        f"/?from=2014-01-01&to=2023-01-01&q=sanctions&cert=month&asof=2022-06-01&lanes=actor"
        f"&landmarks=off&tz=UTC&sel={event}"
    )
    seen = []
    for address in (link, None):
        for page in contexts(browser, {"width": 1440, "height": 900}):
            looked_at(page, site, address or seen[0][0].removeprefix(site.url))
            page.locator("#card h2").wait_for()
            page.wait_for_timeout(500)
            kept = page.url, page.locator("#status-line").inner_text(), page.locator("#card h2").inner_text()
            seen.append((*kept, page.evaluate("timeline.state.asof"), page.locator("#asof").is_visible()))
    assert seen[0] == seen[1]
    assert "UTC" in seen[0][1]
    assert seen[0][3:] == ("2022-06-01", True)
