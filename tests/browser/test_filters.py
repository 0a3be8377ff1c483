"""The filter bar in a real browser: what is chosen is said, and taken off by one click or key."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import opened as look
from tests.browser.test_main_job import counts, opened, settled

pytestmark = pytest.mark.browser
CHOSEN = "/?kind=talks|visit&actor=Joe Biden&min=2&cert=exact"


def test_each_filter_is_taken_off_by_its_cross_and_back_brings_it_again(page, site):
    opened(page, site, CHOSEN)
    few = counts(page)[0]
    crosses = page.locator("#filter-bar .off:visible")
    expect(crosses).to_have_count(3)
    settled(page, page.get_by_label("Remove the filter Who").click)
    assert counts(page)[0] > few
    assert "actor=" not in page.url
    expect(page.locator("#pill-actor")).to_have_text("Who")
    assert page.evaluate("document.activeElement.id") == "pill-actor"
    settled(page, page.get_by_label("Remove the filter More").click)
    assert "min=" not in page.url
    assert "cert=" not in page.url
    expect(crosses).to_have_count(1)
    settled(page, page.go_back)
    settled(page, page.go_back)
    assert counts(page)[0] == few


def test_back_twice_leads_two_steps_back_however_late_the_filters_say_what_they_were_told(page, site):
    opened(page, site, CHOSEN)
    few = counts(page)[0]
    settled(page, page.get_by_label("Remove the filter Who").click)
    expect(page.locator("#pill-actor")).to_have_text("Who")
    settled(page, page.get_by_label("Remove the filter More").click)
    expect(page.locator("#filter-bar .off:visible")).to_have_count(1)
    page.evaluate(
        """() => {  // the second step comes between what the filters are told and their saying it
            const on = timeline, show = on.showFilters;
            on.showFilters = (...told) => {
                const shown = show(...told);
                on.showFilters = show;
                history.back();
                return shown;
            };
        }"""
    )
    page.go_back()
    expect(page.locator("#pill-actor")).to_have_text("Who: Joe Biden")
    assert "actor=" in page.url
    assert counts(page)[0] == few


def test_back_takes_the_words_out_of_the_search_box_that_has_the_focus_and_a_word_is_one_step(page, site):
    opened(page, site)
    box, line = page.locator("#search-input"), page.locator("#status-line")
    box.click()
    for typed in ("m", "mi", "min", "minsk"):
        box.press_sequentially(typed[-1] if typed != "minsk" else "sk")
        page.wait_for_url(f"**/?q={typed}")
    expect(page.locator("#pill-kind")).to_be_visible()
    page.go_back()
    expect(line).not_to_contain_text("that match")
    expect(box).to_have_value("")
    expect(box).to_be_focused()
    assert page.url == site.url + "/"
    page.go_forward()
    expect(line).to_contain_text("that match")
    expect(box).to_have_value("minsk")


def test_back_and_at_once_forward_leaves_the_search_where_it_was(page, site):
    opened(page, site)
    box = page.locator("#search-input")
    box.press_sequentially("minsk")
    page.wait_for_url("**/?q=minsk")
    for pause in (20, 50, 150) * 3:  # the box says what it was given up to 200 ms later
        page.evaluate("history.back()")
        page.wait_for_timeout(pause)
        page.evaluate("history.forward()")
        page.wait_for_timeout(500)
        expect(box).to_have_value("minsk")
        assert page.url == site.url + "/?q=minsk"


def test_of_the_events_that_match_the_line_says_how_many_are_in_view(page, site):
    opened(page, site, "/?kind=talks&from=2022-01-01&to=2022-03-01")
    match = site.store.count(kinds=["talks"])
    expect(page.locator("#status-line")).to_contain_text(f" of {match} that match · ")


def test_on_a_phone_a_cross_is_as_large_as_a_finger(browser, site):
    for page in look(browser, {"width": 390, "height": 844}):
        opened(page, site, CHOSEN)
        page.locator("#btn-filters", has_text="Filters (4)").click()
        box = page.get_by_label("Remove the filter Kind").bounding_box()
        assert min(box["width"], box["height"]) >= 44


def test_landmarks_cannot_be_switched_where_there_are_none(page, site):
    opened(page, site, "/?from=2022-02-01&to=2022-03-01")
    button = page.locator("#btn-landmarks")
    page.locator("#btn-landmarks:disabled").wait_for()
    assert "zoom out" in button.get_attribute("title")
    settled(page, page.locator("#btn-fit").click)
    page.locator("#btn-landmarks:enabled[aria-pressed=true]").wait_for()


def test_density_cannot_be_switched_where_every_event_is_drawn_by_itself(page, site):
    opened(page, site, "/?from=2016-02-01&to=2016-03-01")
    page.locator("#btn-density:disabled[aria-pressed=false]").wait_for()
    assert "zoom out" in page.locator("#btn-density").get_attribute("title")
    settled(page, page.locator("#btn-fit").click)
    page.locator("#btn-density:enabled[aria-pressed=true]").wait_for()


def test_dates_known_less_exactly_than_a_month_are_a_filter(page, site):
    opened(page, site, "/?cert=wider")
    expect(page.locator("#pill-more")).to_have_text("More: wider than a month")
    precisions = page.locator("#event-strip [role=option]").evaluate_all(
        "(all) => all.map((one) => one.dataset.precision)"
    )
    assert precisions
    assert not {"time", "day", "week", "month"} & set(precisions)


def test_a_second_kind_is_chosen_beside_the_first_and_the_keyboard_stays_where_it_was(page, site):
    opened(page, site, "/")
    page.locator("#pill-kind").click()
    talks, visit = (page.get_by_role("checkbox", name=name) for name in ("talks", "visit"))
    happened = page.locator(".count[id*=happened]")
    all_that_happened = happened.text_content()
    settled(page, lambda: talks.press("Space"))
    one = counts(page)[0]
    expect(happened).not_to_have_text(all_that_happened)
    expect(talks).to_be_focused()
    talks_that_happened = happened.text_content()
    settled(page, lambda: visit.press("Space"))
    assert "kind=talks|visit" in page.url.replace("%7C", "|")
    assert counts(page)[0] > one
    expect(happened).not_to_have_text(talks_that_happened)
    expect(visit).to_be_focused()
    page.keyboard.press("Escape")
    expect(visit).to_be_hidden()
    assert page.evaluate("document.activeElement.id") == "pill-kind"


def test_the_dates_are_typed_in_any_words_and_what_cannot_be_is_said(page, site):
    opened(page, site)
    page.locator("#pill-dates").click()
    first, last = page.locator("#date-from"), page.locator("#date-to")

    def typed(field, text):
        field.fill(text)
        field.press("Enter")

    typed(last, "2023")
    page.wait_for_url("**to=2024-01-01")  # all of the year
    typed(first, "02/03/2022")
    page.wait_for_url("**/?from=2022-03-02&*")  # the day before the month
    typed(last, "March 2022")
    page.wait_for_url("**/?from=2022-03-02&to=2022-04-01")
    typed(first, "some day")
    page.get_by_text("names no days").wait_for()
    typed(first, "before 2014")
    page.get_by_text("This has no first day.").wait_for()
    typed(first, "2023")
    page.get_by_text("This is before 2023.").wait_for()
    assert page.url.endswith("/?from=2022-03-02&to=2022-04-01")
    typed(first, "24.02.2022")
    page.wait_for_url("**/?from=2022-02-24&to=2022-04-01")
    page.get_by_text("This is before").wait_for(state="detached")


def test_a_day_is_picked_from_a_calendar_that_opens_when_it_is_asked_for(page, site):
    opened(page, site, "/?from=2022-02-01&to=2022-03-01")
    page.locator("#pill-dates").click()
    expect(page.locator("#date-to")).to_have_value("28 Feb 2022")
    expect(page.locator(".mantine-DatePicker-day")).to_have_count(0)
    page.get_by_label("Calendar: to").click()
    page.get_by_label("17 February 2022", exact=True).click()
    page.wait_for_url("**/?from=2022-02-01&to=2022-02-18")
    expect(page.locator("#date-to")).to_have_value("17 Feb 2022")
    expect(page.locator(".mantine-DatePicker-day")).to_have_count(0)
