"""Hands on the drawing, in a real browser: what pointer, wheel and keys do to it, and the ways back."""

from contextlib import suppress
from datetime import date

import pytest
from playwright.sync_api import TimeoutError as Late
from playwright.sync_api import expect

from tests.browser.test_main_job import counts, opened, settled
from timeline.marks import milliseconds
from timeline.model import Event, Status, When

pytestmark = pytest.mark.browser
WEEKS = "/?from=2022-01-17&to=2022-03-02"


def mark(page):
    """Where the first drawn mark is, and the title of its event."""
    found = page.evaluate(
        "(() => { const { meta, width } = timeline.drawing.figure.layout;"
        " const box = document.getElementById('timeline-graph').getBoundingClientRect();"
        " const [begin, end] = timeline.view;"
        " const inside = meta.hits.map(h => [h, (h[5] - begin) / (end - begin)])"
        "   .find(([h, share]) => share > 0.3 && share < 0.7);"
        " return [box.left + meta.gutter + inside[1] * (width - meta.gutter - meta.right),"
        "   box.top + meta.top + inside[0][6], timeline.records.get(inside[0][0])[1]]; })()"
    )
    return found[0], found[1], found[2]


def empty_spot(page):
    """A point of the drawing that no event is on: the upper edge of the first lane."""
    box = page.locator("#timeline-graph").bounding_box()
    return box["x"] + box["width"] * 0.5, box["y"] + 8


def span(page):
    begin, end = page.evaluate("timeline.view")
    return end - begin


def window_becomes(page, holds):
    """Wait until the window has the length asked for, and stays so: it glides there."""
    last = None
    for _ in range(400):
        now = span(page)
        if now == last and holds(now):
            return
        last = now
        page.wait_for_timeout(100)
    pytest.fail(f"the window is still {span(page) / 86_400_000:.1f} days long")


def test_a_rested_pointer_is_told_the_event_and_its_sentence_and_escape_hides_it(page, site):
    opened(page, site, WEEKS)
    page.wait_for_timeout(300)
    x, y, title = mark(page)
    page.mouse.move(x, y)
    tip = page.locator("#tooltip")
    tip.wait_for()
    assert title in tip.inner_text()
    tip.locator(".tip-said", has_text=" ").wait_for()
    box = tip.bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 10)
    page.wait_for_timeout(500)
    assert tip.is_visible()
    page.keyboard.press("Escape")
    tip.wait_for(state="hidden")


def test_a_click_on_a_mark_opens_its_card(page, site):
    opened(page, site, WEEKS)
    page.wait_for_timeout(300)
    x, y, title = mark(page)
    page.mouse.click(x, y)
    page.locator("#card h2", has_text=title).wait_for()


def test_the_strip_tells_the_same_of_the_mark_that_the_keys_are_on(page, site):
    opened(page, site, WEEKS)
    page.locator("#event-strip").focus()
    page.keyboard.press("Home")
    tip = page.locator("#tooltip")
    for _ in range(24):  # to one that is drawn, and not only counted
        page.keyboard.press("ArrowRight")
        with suppress(Late):
            tip.wait_for(timeout=500)
            break
    tip.wait_for()
    told = page.locator("#event-strip li.focused .what").inner_text()
    assert told in page.locator("#tooltip").inner_text()


def test_what_lies_outside_the_window_is_counted_and_one_click_away(page, site):
    opened(page, site, WEEKS)
    earlier = page.locator("#go-earlier")
    number = int(earlier.inner_text().split()[1].replace(",", ""))
    assert (
        number + counts(page)[0] + int(page.locator("#go-later").inner_text().split()[0]) == counts(page)[1]
    )
    settled(page, earlier.click)
    assert counts(page)[0] > 0


def test_an_empty_window_shows_the_ways_to_what_is_there(page, site):
    page.goto(site.url + "/?from=1950-01-01&to=1951-01-01")
    page.locator("#nothing", has_text="Nothing in these days").wait_for()
    settled(page, page.locator("#nothing [data-do=later]").click)
    assert counts(page)[0] > 0


def test_a_lane_is_shown_alone_or_hidden_and_all_come_back(page, site):
    opened(page, site)
    whole = counts(page)[0]
    lanes = page.locator("#lane-buttons button")
    before = lanes.count()
    settled(page, lambda: lanes.first.click())
    alone = counts(page)[0]
    assert lanes.count() == 1
    settled(page, page.locator("#lanes-all").click)
    assert counts(page)[0] == whole
    settled(page, lambda: lanes.first.click(modifiers=["Alt"]))
    assert lanes.count() == before - 1
    assert alone + counts(page)[0] == pytest.approx(whole, abs=8)  # the windows differ a little
    settled(page, page.locator("#lanes-all").click)
    assert lanes.count() == before


def test_the_lane_of_all_others_is_what_the_named_actors_are_not_in(page, site):
    opened(page, site, "/?lanes=actor")
    lanes = page.locator("#lane-buttons button")
    named = [text.split(":")[0] for text in lanes.evaluate_all("b => b.map(x => x.ariaLabel)")][:-1]
    settled(page, lambda: lanes.last.click())
    assert counts(page)[0] <= site.store.count(without_actors=named)
    page.locator("#pill-actor", has_text="Who: not ").wait_for()


def test_a_drag_with_shift_zooms_to_the_box(page, site):
    opened(page, site)
    before = span(page)
    x, y = empty_spot(page)
    page.keyboard.down("Shift")
    page.mouse.move(x - 100, y)
    page.mouse.down()
    page.mouse.move(x + 100, y + 40, steps=6)
    page.mouse.up()
    page.keyboard.up("Shift")
    window_becomes(page, lambda now: now < before / 4)


def test_a_double_click_on_an_empty_spot_zooms_in_twice(page, site):
    opened(page, site)
    before = span(page)
    page.mouse.dblclick(*empty_spot(page))
    window_becomes(page, lambda now: now == pytest.approx(before / 2, rel=0.05))


def test_control_and_wheel_zoom_at_the_pointer_and_the_wheel_alone_scrolls(page, site):
    opened(page, site)
    before = span(page)
    page.mouse.move(*empty_spot(page))
    page.mouse.wheel(0, -100)
    page.wait_for_timeout(200)
    assert span(page) == before
    page.keyboard.down("Control")
    page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    window_becomes(page, lambda now: now < before)


def test_landmarks_are_shown_until_they_are_switched_off_and_the_link_keeps_that(page, site):
    opened(page, site)
    shown = page.locator("#timeline-graph .textpoint", has_text="Wagner mutiny")
    shown.wait_for()
    page.locator("#btn-landmarks").click()
    shown.wait_for(state="detached")
    assert page.locator("#btn-landmarks").get_attribute("aria-pressed") == "false"
    opened(page, site, page.url.removeprefix(site.url))
    page.locator("#btn-landmarks[aria-pressed=false]").wait_for()
    assert shown.count() == 0


def test_the_ribbon_of_density_is_drawn_until_it_is_switched_off_and_the_link_keeps_that(page, site):
    def ribbons():
        graph = "document.querySelector('#timeline-graph .js-plotly-plot')"
        return page.evaluate(f"{graph}.data.filter(trace => trace.line && trace.line.shape === 'hv').length")

    opened(page, site)
    assert ribbons() > 0
    page.locator("#btn-density").click()
    page.locator("#btn-density[aria-pressed=false]").wait_for()
    assert ribbons() == 0
    assert "density=off" in page.url
    opened(page, site, page.url.removeprefix(site.url))
    page.locator("#btn-density[aria-pressed=false]").wait_for()
    assert ribbons() == 0
    page.locator("#btn-density").click()
    page.locator("#btn-density[aria-pressed=true]").wait_for()
    assert "density" not in page.url


def test_a_long_silence_is_said_and_leads_to_what_comes_next(page, site):
    for day in (date(2016, 1, 10), date(2016, 8, 20)):
        site.store.add_event(
            Event("", f"Lighthouse opened on {day}", When(day, day), Status.HAPPENED, "other")
        )
    opened(page, site, "/?q=lighthouse&from=2016-01-01&to=2016-07-01")
    gap = page.locator("#gaps .gap", has_text="nothing for 7 months")
    gap.wait_for()
    settled(page, gap.click)
    page.locator("#event-strip .what", has_text="2016-08-20").wait_for()


def test_a_date_in_any_words_leads_there_and_what_is_none_is_said_beside_the_field(page, site):
    opened(page, site)
    field = page.get_by_label("Go to date")
    for words, said in (("Maidan", "names a date"), ("recently", "names no days"), ("not 2014", "“not”")):
        field.fill(words)
        field.press("Enter")
        page.locator(".toolbar").get_by_text(said).wait_for()
    for words, shown in (
        ("March 2014", "4 Apr 2014"),
        ("24.2.2022", "3 Mar 2022"),
        ("2014-03", "4 Apr 2014"),
    ):
        field.fill(words)
        settled(page, lambda: field.press("Enter"))
        assert shown in page.locator("#status-line").inner_text()
        settled(page, page.locator("#btn-fit").click)


def test_a_date_before_all_events_is_said_to_be_and_what_is_looked_at_stays(page, site):
    opened(page, site)
    field = page.get_by_label("Go to date")
    before = page.url
    for words, said in (
        ("1850", "Nothing so early; events begin in 1991"),
        ("2090", "Nothing so late; events end"),
    ):
        field.fill(words)
        field.press("Enter")
        page.locator("#toast", has_text=said).wait_for()
    assert page.url == before


def test_what_is_wrong_with_a_date_stands_until_it_is_written_anew_and_moves_nothing(page, site):
    opened(page, site)
    field, wrong = page.get_by_label("Go to date"), page.locator(".toolbar").get_by_text("names a date")
    top = page.locator("#timeline-graph").bounding_box()["y"]
    for better in (lambda: field.fill(""), field.blur):
        field.fill("soon")
        field.press("Enter")
        wrong.wait_for()
        assert page.locator("#timeline-graph").bounding_box()["y"] == top
        better()
        wrong.wait_for(state="hidden")


def test_each_press_of_plus_minus_and_brackets_is_a_step_of_the_history_and_the_wheel_none(page, site):
    opened(page, site, WEEKS)
    steps = [page.url]
    presses = [page.locator("[data-do=zoom-in]").click, page.locator("[data-do=zoom-out]").click]
    for key in "+-[]":
        presses.append(lambda key=key: page.keyboard.press(key))
    for press in presses:
        press()
        page.wait_for_url(lambda url: url != steps[-1])
        steps.append(page.url)
    page.mouse.move(*empty_spot(page))
    page.keyboard.down("Control")
    page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    page.wait_for_url(lambda url: url != steps[-1])
    for url in reversed(steps[:-1]):
        page.go_back()
        page.wait_for_url(url)


def test_zooming_out_ends_over_all_events_which_the_minimap_spans_too(page, site):
    opened(page, site)
    assert counts(page)[0] < counts(page)[1]
    shown = page.evaluate("timeline.drawing.minimap")
    first = date.fromisoformat(site.store.events()["begin"].iloc[0])
    assert shown["begin"] <= milliseconds(first)
    for _ in range(3):
        page.locator("[data-do=zoom-out]").click()
    expect(page.locator("#go-earlier")).to_be_hidden()
    expect(page.locator("#go-later")).to_be_hidden()
    assert counts(page)[0] == counts(page)[1]


def test_a_drag_over_the_empty_minimap_marks_a_window_and_a_click_centres_it(page, site):
    opened(page, site, WEEKS)
    length = span(page)
    box = page.locator("#minimap").bounding_box()
    left, right, y = box["x"] + box["width"] * 0.3, box["x"] + box["width"] * 0.5, box["y"] + 20
    page.mouse.move(right, y)
    page.mouse.down()
    page.mouse.move(left, y, steps=4)
    page.mouse.up()
    window_becomes(page, lambda now: now > 5 * length)
    for _ in range(400):  # until the last step of the drag has come
        brush = page.locator("#minimap .brush").bounding_box()
        if abs(brush["x"] - left) <= 3:
            break
        page.wait_for_timeout(25)
    assert brush["x"] == pytest.approx(left, abs=3)
    assert brush["x"] + brush["width"] == pytest.approx(right, abs=3)
    length = span(page)
    settled(page, lambda: page.mouse.click(box["x"] + box["width"] * 0.75, y))
    assert span(page) == pytest.approx(length, rel=0.01)
    brush = page.locator("#minimap .brush").bounding_box()
    assert brush["x"] + brush["width"] / 2 == pytest.approx(box["x"] + box["width"] * 0.75, abs=3)


def test_the_names_of_lanes_are_whole_and_within_the_picture(page, site):
    opened(page, site, WEEKS + "&lanes=actor")
    page.locator("#timeline-graph .annotation-text").first.wait_for()
    cut = page.evaluate(
        "(() => { const left = document.getElementById('timeline-graph').getBoundingClientRect().left;"
        " return [...document.querySelectorAll('#timeline-graph .annotation-text')]"
        "   .filter((name) => name.getBoundingClientRect().left < left).map((name) => name.textContent); })()"
    )
    assert cut == []
    assert "VolodymyrZelenskyy" in page.locator("#timeline-graph .annotation-text").all_text_contents()


def test_a_narrow_window_of_the_minimap_is_dragged_whole_and_by_its_ends(page, site):
    opened(page, site, WEEKS)
    length = span(page)

    def dragged(part, by):
        box = page.locator(part).bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + 20
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + by, y, steps=4)
        page.mouse.up()

    settled(page, lambda: dragged("#minimap .brush", -300))
    assert page.evaluate("timeline.view")[0] < 1_600_000_000_000
    assert span(page) == pytest.approx(length, rel=0.01)
    dragged("#minimap [aria-label='End of the window']", 100)
    window_becomes(page, lambda now: now > 5 * length)
