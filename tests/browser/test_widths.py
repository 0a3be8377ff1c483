"""Windows of any width: nothing sticks out, nothing of the header lies over another part of it."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import opened
from tests.browser.test_acceptance import until
from tests.browser.test_main_job import settled, visit

pytestmark = pytest.mark.browser


def overlap(one, other):
    """Whether two boxes share more than an edge."""
    return all(
        one[at] + one[size] > other[at] + 1 and other[at] + other[size] > one[at] + 1
        for at, size in (("x", "width"), ("y", "height"))
    )


def resized(page, widths, height):
    """Each of the widths in turn, with the page's window as wide as that."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": height})
        until(page, f"innerWidth === {width} && document.documentElement.scrollWidth <= {width}")
        yield width


def test_the_page_fits_its_window_and_the_header_shows_all_that_it_has(page, site):
    event = site.store.event_list(begin="2022-02-01")[0]
    page.goto(f"{site.url}/?from=2022-01-01&to=2022-04-01&sel={event.id}")
    page.locator("#card h2").wait_for()
    page.locator("#timeline-graph .js-plotly-plot").wait_for()
    for width in resized(page, [641, 700, 900, 1101, 1181, 1280, 1440], 800):
        parts = page.locator(".brand, .tab, .search, .actions > *, #filter-bar").all()
        boxes = [part.bounding_box() for part in parts if part.is_visible()]
        assert all(box["x"] >= 0 and box["x"] + box["width"] <= width for box in boxes)
        assert not [(a, b) for at, a in enumerate(boxes) for b in boxes[at + 1 :] if overlap(a, b)]


def test_on_a_small_desktop_the_tools_are_one_line_and_the_status_is_whole(page, site):
    page.goto(site.url)
    page.locator("#timeline-graph .js-plotly-plot").wait_for()
    for query in ("", "?kind=talks"):
        visit(page, f"/{query}")
        for _ in resized(page, [1101, 1120, 1280], 800):
            page.locator("#status-line", has_text="Kyiv time").wait_for()
            expect(page.locator("#lanes-all")).to_be_visible(visible=bool(query))
            until(page, "document.querySelector('.toolbar').offsetHeight <= 50")
            assert page.evaluate("(line => line.scrollWidth <= line.clientWidth)(window['status-line'])")


def test_beside_a_card_every_tool_is_there_within_reach_and_lies_over_no_other(page, site):
    page.goto(f"{site.url}/event/{site.store.events().index[0]}")
    page.locator("#card h2").wait_for()
    page.locator("#btn-density:enabled[aria-pressed=true]").wait_for()
    lines = {1280: 100, 1440: 50}  # the height of the tools: in two lines, in one
    for width in resized(page, [1101, 1280, 1440, 1700], 900):
        page.locator("#tz").wait_for()
        until(page, f"document.querySelector('.toolbar').offsetHeight <= {lines.get(width, 100)}")
        tools = page.locator("#status-line, .toolbar .plain, #lanes, #tz, #go-date").locator("visible=true")
        boxes = [tool.bounding_box() for tool in tools.all()]
        assert not [(a, b) for at, a in enumerate(boxes) for b in boxes[at + 1 :] if overlap(a, b)]
        for name in ("Landmarks", "Density"):
            button = page.get_by_role("button", name=name)
            for pressed in ("false", "true"):
                button.click()
                expect(button).to_have_attribute("aria-pressed", pressed)


def test_on_a_phone_the_card_takes_the_window_by_its_handle_and_gives_it_back(phone, site):
    phone.goto(f"{site.url}/event/{site.store.events().index[0]}")
    phone.locator("#card h2").wait_for()
    handle, panel = phone.locator("#sheet-handle"), phone.locator("#detail-panel")

    def tall(share):
        wanted = round(share * 844)
        phone.wait_for_function(
            f"() => Math.abs(document.getElementById('detail-panel').offsetHeight - {wanted}) < 2"
        )

    tall(0.6)
    handle.focus()
    phone.keyboard.press("Enter")
    tall(1)
    assert handle.get_attribute("aria-expanded") == "true"
    handle.click()
    tall(0.6)

    def dragged(to):
        box = handle.bounding_box()
        phone.mouse.move(200, box["y"] + 8)
        phone.mouse.down()
        phone.mouse.move(200, to, steps=6)
        phone.mouse.up()

    dragged(to=30)
    tall(1)
    dragged(to=400)
    tall(0.6)
    dragged(to=780)
    panel.wait_for(state="hidden")
    assert "sel=" not in phone.url


def test_on_a_phone_the_tab_of_the_open_screen_is_in_sight(phone, site):
    phone.goto(site.url + "/about")
    phone.locator("#view-about h1").wait_for()
    box = phone.locator("#tab-about").bounding_box()
    assert box["x"] + box["width"] <= 390


def test_on_a_phone_the_events_begin_in_the_upper_half_and_the_drawing_where_it_lies_on_its_side(
    browser, site
):
    for (width, height), first in (((390, 844), "#event-strip li"), ((844, 390), "#timeline-graph svg")):
        for page in opened(browser, {"width": width, "height": height}):
            page.goto(site.url)
            page.locator(first).first.wait_for()
            until(page, "!document.querySelector('.chart.loading')")
            assert page.locator(first).first.bounding_box()["y"] < height * 0.44
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            search, tools = page.locator("#search-input"), page.locator(".toolbar button:visible").first
            assert search.bounding_box()["width"] > 80
            assert tools.bounding_box()["height"] >= 44


def test_on_a_phone_the_filters_are_a_sheet_that_says_how_many_there_are_and_gives_the_focus_back(
    phone, site
):
    phone.goto(site.url)
    phone.locator("#event-strip li").first.wait_for()
    sheet, opener = phone.locator("#filter-bar"), phone.locator("#btn-filters")
    assert sheet.is_hidden()
    opener.click()
    box = sheet.bounding_box()
    assert (box["width"], box["height"]) == (390, 844)
    assert phone.evaluate("document.activeElement.id") == "filters-done"
    assert phone.evaluate("document.querySelector('.stage').inert")
    phone.locator("#pill-kind").click()
    talks = sheet.get_by_role("checkbox", name="talks")
    settled(phone, talks.check)
    phone.keyboard.press("Escape")
    talks.wait_for(state="hidden")
    phone.locator("#filters-done").click()
    sheet.wait_for(state="hidden")
    opener.filter(has_text="Filters (1)").wait_for()
    assert phone.evaluate("document.activeElement.id") == "btn-filters"
    assert "kind=talks" in phone.url
    opener.click()
    phone.keyboard.press("Escape")
    sheet.wait_for(state="hidden")
    assert not phone.evaluate("document.querySelector('.stage').inert")
