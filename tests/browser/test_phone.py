"""A phone in a real browser: the drawing by fingers, filters whose choices open in place, narrow windows."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import opened as look
from tests.browser.test_main_job import counts, opened, settled

pytestmark = pytest.mark.browser
SIZES = [(390, 844), (844, 390)]


def fingers(wire, kind, *places):
    points = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(places)]
    wire.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def swept(page, *ways):
    """Fingers that go, each from one place to another, in some steps."""
    wire = page.context.new_cdp_session(page)
    fingers(wire, "touchStart", *(begin for begin, _ in ways))
    for step in range(1, 7):
        fingers(
            wire,
            "touchMove",
            *((a + (c - a) * step / 6, b + (d - b) * step / 6) for (a, b), (c, d) in ways),
        )
    fingers(wire, "touchEnd")


def window(page):
    return page.evaluate("timeline.view")


def whole(page):
    """The chart on the whole screen; the place and size of its drawing."""
    page.locator("#btn-whole").click()
    page.locator("#timeline-graph .nsewdrag").first.wait_for(state="attached")
    page.locator("#timeline-graph:visible").wait_for()
    return page.locator("#timeline-graph").bounding_box()


@pytest.mark.parametrize("size", SIZES)
def test_on_the_whole_screen_one_finger_moves_the_drawing_and_two_stretch_it(browser, site, size):
    for page in look(browser, {"width": size[0], "height": size[1]}):
        opened(page, site, "/?from=2022-01-01&to=2022-04-01")
        box = whole(page)
        for tool in ("#btn-landmarks", "#btn-density", "#lanes"):
            expect(page.locator(tool)).to_be_visible()
        y, right, middle = box["y"] + 60, box["x"] + box["width"] - 40, box["x"] + box["width"] / 2 + 40
        begin, end = window(page)
        swept(page, ((right, y), (middle, y)))
        moved = window(page)
        assert moved[0] > begin
        assert round((moved[1] - moved[0]) / (end - begin), 2) == 1
        page.wait_for_timeout(300)
        swept(page, ((middle, y), (middle - 30, y)), ((middle + 60, y), (middle + 90, y)))
        near = window(page)
        assert near[1] - near[0] < (end - begin) * 0.7
        page.locator("#btn-whole", has_text="Close").click()
        expect(page.locator(".top")).to_be_visible()


def test_within_the_page_one_finger_leaves_the_drawing_alone(browser, site):
    for page in look(browser, {"width": 844, "height": 390}):
        opened(page, site, "/?from=2022-01-01&to=2022-04-01")
        page.locator("#timeline-graph .nsewdrag").first.wait_for(state="attached")
        box, before = page.locator("#timeline-graph").bounding_box(), window(page)
        x, y = box["x"] + box["width"] - 100, box["y"] + 80
        swept(page, ((x, y), (x - 200, y)))
        assert window(page) == before
        swept(page, ((x - 100, y), (x - 200, y)), ((x - 40, y), (x, y)))
        assert window(page) != before


def test_escape_and_another_screen_end_the_chart_on_the_whole_screen(phone, site):
    opened(phone, site)
    whole(phone)
    phone.keyboard.press("Escape")
    expect(phone.locator("#timeline-graph")).to_be_hidden()
    whole(phone)
    phone.evaluate("timeline.change({ path: '/about' })")
    expect(phone.locator(".top")).to_be_visible()


def test_the_filters_open_in_place_and_each_choice_is_as_large_as_a_finger(phone, site):
    opened(phone, site)
    everything = counts(phone)[0]
    phone.locator("#btn-filters").click()
    phone.locator("#pill-kind").click()
    choice = phone.locator("#filter-bar label", has_text="talks")
    choice.wait_for()
    box, below = choice.bounding_box(), phone.locator("#pill-status").bounding_box()
    assert box["height"] >= 44
    assert box["y"] + box["height"] <= below["y"]  # the next filter moves down instead of being covered
    settled(phone, choice.click)
    assert counts(phone)[0] < everything


def test_at_320_pixels_or_four_times_as_large_nothing_scrolls_sideways(browser, site):
    for page in look(browser, {"width": 320, "height": 640}):
        opened(page, site)
        for name in ("timeline", "list", "library", "review", "add", "places", "actors", "about"):
            path = "/" if name == "timeline" else f"/{name}"
            page.evaluate("path => timeline.change({ path })", path)
            page.locator(f"#view-{name}:not([hidden]) :is(h1, h2, .status)").first.wait_for(state="attached")
            for height in (640, 225):
                page.set_viewport_size({"width": 320, "height": height})
                page.wait_for_timeout(300)
                assert page.evaluate("document.documentElement.scrollWidth") <= 320, (path, height)


def test_the_month_of_what_is_uppermost_stays_in_sight(phone, site):
    opened(phone, site, "/?from=2022-01-17&to=2022-03-02")
    month = phone.locator("#strip-month")
    assert month.inner_text() == ""
    phone.locator("#event-strip li", has_text="24 Feb 2022").first.evaluate("one => one.scrollIntoView()")
    expect(month).to_have_text("February 2022")
    minimap = phone.locator("#minimap").bounding_box()
    assert abs(month.bounding_box()["y"] - (minimap["y"] + minimap["height"])) < 2
    phone.evaluate("scrollTo(0, 0)")
    expect(month).to_have_text("")
