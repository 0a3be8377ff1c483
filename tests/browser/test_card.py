"""The event card in a real browser: who disagrees, what a reader chose and why, what was changed when."""

from datetime import date, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from timeline import events
from timeline.model import Article

pytestmark = pytest.mark.browser


def disputed(site):
    """An event of the bundled store that two sources date to different days, because a reader joined two."""
    days = site.store.events(precisions=["day"], statuses=["happened"], begin="2014-06-01", end="2014-12-31")
    told = days[days["mentions"] == 1]
    first = told.iloc[0]
    second = told[(told["begin"] != first["begin"]) & (told["article_id"] != first["article_id"])].iloc[0]
    return site.store.merge([first.name, second.name])


def opened(page, site, event):
    page.goto(f"{site.url}/event/{event.id}")
    page.locator("#card h2").wait_for()


def corrected(page, title):
    """Give the event of the open card another title."""
    page.locator("[data-do=edit]").click()
    expect(page.locator("#edit-title")).to_have_value(
        page.locator("#card h2").inner_text()
    )  # it is filled in
    page.locator("#edit-title").fill(title)
    page.locator("#edit-save").click()
    page.locator("#card h2", has_text=title).wait_for()


def test_choosing_between_two_dates_needs_a_reason_that_the_history_shows(page, site):
    event = disputed(site)
    (other,) = event.conflicting
    opened(page, site, event)
    claims = page.locator("#claims")
    assert claims.locator(".claim").count() == 2
    assert claims.locator(".badge").inner_text() == "Used"
    claims.get_by_role("button").click()
    page.locator("#choose-save").click()
    page.locator("#choose-problem", has_text="Say why").wait_for()
    assert site.store.event(event.id).when == event.when
    page.locator("#choose-reason").fill("The ministry's own record has this day.")
    page.locator("#choose-save").click()
    claims.locator(".badge", has_text="Chosen").wait_for()
    assert site.store.event(event.id).when == other
    assert "“The ministry's own record has this day.”" in page.locator("#history").inner_text()


def test_an_event_is_accepted_from_its_card_and_that_is_taken_back(page, site):
    event = next(e for e in site.store.event_list() if e.review == "new")
    opened(page, site, event)
    review = page.locator("#card .kicker")
    assert "not reviewed" in review.inner_text()
    accept, said = review.get_by_role("button", name="Accept"), review.get_by_text("not reviewed")
    assert accept.bounding_box()["x"] > said.bounding_box()["x"]
    assert (
        accept.bounding_box()["y"] < said.bounding_box()["y"] + 8
    )  # in one line, however narrow the card is
    accept.click()
    review.get_by_text("accepted").wait_for()
    assert site.store.event(event.id).review == "accepted"
    assert review.get_by_role("button").count() == 0
    assert page.evaluate("document.activeElement.id") == "detail-panel"
    page.locator("#undo-toast #undo").click()
    review.get_by_text("not reviewed").wait_for()
    assert site.store.event(event.id).review == "new"


def test_the_strip_says_of_an_event_that_it_was_reviewed(page, site):
    event, other = site.store.event_list(kinds=["talks"], begin="2022-02-01", end="2022-03-01")[:2]
    site.store.accept([event.id])
    page.goto(f"{site.url}/?from=2022-01-20&to=2022-03-10&kind=talks")
    option = page.locator(f"#option-{event.id}")
    option.wait_for()
    assert ", reviewed, " in option.get_attribute("aria-label")
    assert "reviewed" not in page.locator(f"#option-{other.id}").get_attribute("aria-label")


def test_disputed_dates_are_said_in_the_strip_and_drawn(page, site):
    event = disputed(site)
    opened(page, site, event)
    page.locator("[data-do=centre]").click()
    option = page.locator(f"#option-{event.id}")
    option.wait_for(state="attached")
    assert "sources disagree: 2 dates" in option.get_attribute("aria-label")


def test_a_change_is_taken_back_and_made_again_by_keys_and_in_the_history(page, site):
    event = next(e for e in site.store.event_list() if e.best)
    opened(page, site, event)
    corrected(page, "A better title")
    title = page.locator("#card h2")
    history = page.locator("#history")
    assert "Title: A better title" in history.inner_text()
    page.keyboard.press("Control+z")
    page.locator("#card h2", has_text=event.title).wait_for()
    assert history.locator("del").inner_text() == "Title: A better title"
    page.keyboard.press("Control+Shift+z")
    page.locator("#card h2", has_text="A better title").wait_for()
    assert site.store.history(event.id)[0].undone is False
    history.get_by_role("button", name="Take back").click()
    page.locator("#card h2", has_text=event.title).wait_for()
    history.get_by_role("button", name="Make again").click()
    page.locator("#card h2", has_text="A better title").wait_for()
    assert title.inner_text() == "A better title"
    assert site.store.event(event.id).title == "A better title"


def test_keys_take_back_what_this_window_changed_and_leave_alone_what_others_did(page, site):
    event, other = [e for e in site.store.event_list() if e.best][:2]
    opened(page, site, event)
    corrected(page, "Mine")
    site.store.edit(event.id, title="Theirs")
    site.store.edit(other.id, title="Of others")
    page.keyboard.press("Control+z")
    page.locator("#toast", has_text="Taken back: Title: Mine").wait_for()
    assert site.store.event(event.id).title == "Theirs"
    page.keyboard.press("Control+z")
    page.locator("#toast", has_text="Nothing is left that this window changed").wait_for()
    assert [site.store.event(key).title for key in (event.id, other.id)] == ["Theirs", "Of others"]


def test_a_title_without_blanks_runs_out_of_neither_card_nor_toast(page, site):
    opened(page, site, next(e for e in site.store.event_list() if e.best))
    corrected(page, "x" * 300)
    page.locator("#history", has_text="xxx").wait_for()
    page.keyboard.press("Control+z")
    toast = page.locator("#toast", has_text="Taken back")
    toast.wait_for()
    box = toast.bounding_box()
    assert box["x"] + box["width"] <= 1440
    for node in (toast, page.locator("#card h2"), page.locator("#history li").first):
        assert node.evaluate("(node) => node.scrollWidth <= node.clientWidth")


def test_what_another_window_changed_is_shown_once_this_one_is_looked_at_again(page, site):
    event = next(e for e in site.store.event_list() if e.best)
    opened(page, site, event)
    site.store.edit(event.id, title="Of others")
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    page.locator("#card h2", has_text="Of others").wait_for()


def test_what_else_happened_that_day_is_linked_from_the_card(page, site):
    days = site.store.events(precisions=["day"])
    busy = days[days["begin"].duplicated(keep=False)].iloc[0]
    page.goto(f"{site.url}/event/{busy.name}")
    links = page.locator("#related a")
    links.first.wait_for()
    title = links.first.inner_text()
    links.first.click()
    page.locator("#card h2", has_text=title).wait_for()


def test_the_article_opens_beside_the_card_at_the_phrase_that_dates_the_event(page, site):
    event = max(
        (e for e in site.store.event_list() if e.best and e.best.timex), key=lambda e: e.best.start_char
    )
    opened(page, site, event)
    page.locator("#why-date .source a").first.click()
    phrase = page.locator("#article-text a.phrase.here").first
    phrase.wait_for()
    assert phrase.inner_text() == event.best.timex.text
    box = phrase.bounding_box()
    assert 0 < box["y"] < 900
    assert page.locator("#card h2").inner_text() == event.title


def test_a_full_stop_in_the_strip_opens_the_sentence_in_its_article(page, site):
    page.goto(site.url + "/?from=2022-01-17&to=2022-03-02")
    page.wait_for_selector("#event-strip [role=option]", state="attached")
    page.locator("#event-strip").focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    page.keyboard.press(".")
    page.locator("#article-text a.phrase.here").first.wait_for()
    assert "/article/" in page.url


def test_the_marks_are_explained_beside_their_own_drawing(page, site):
    page.goto(site.url)
    page.get_by_role("button", name="What the marks mean").click()
    marks = page.locator("#help-marks")
    marks.get_by_role("heading", name="What the marks mean").wait_for()
    words = marks.locator("dd").all_inner_texts()
    assert words[:3] == ["on a known day", "at a known time of that day", "some time in these days"]
    assert marks.locator("dt").nth(0).locator("svg circle.full").count() == 1
    assert (
        marks.locator("dt").nth(words.index("planned, expected or warned of")).locator(".dashed").count() == 1
    )
    assert marks.locator("dt").nth(words.index("denied")).locator("svg > :last-child.struck").count() == 1
    assert "+n" in marks.locator("dt").all_inner_texts()


def test_help_lists_the_keys_and_single_letters_can_be_switched_off(page, site):
    page.goto(site.url)
    page.wait_for_selector("#event-strip [role=option]", state="attached")
    page.keyboard.press("?")
    page.locator("#help dd", has_text="merge with the event that is there").wait_for()
    page.locator("#single-keys").uncheck()
    page.locator("#help").get_by_role("button", name="Close").click()
    page.keyboard.press("l")
    page.keyboard.press("?")
    page.wait_for_timeout(300)
    assert page.url == site.url + "/"
    assert page.locator("#help").is_hidden()
    page.locator("#btn-help").click()
    page.locator("#single-keys").check()
    page.keyboard.press("Escape")
    page.keyboard.press("l")
    page.locator("#view-list").wait_for()


def test_a_forecast_is_joined_to_what_came_of_it_and_both_cards_say_so(page, site):
    forecast = next(
        event
        for event in site.store.event_list(statuses=["planned", "warned"])
        if event.mentions and event.when.end and (page.goto(f"{site.url}/event/{event.id}") or True)
        if page.locator("#outcome").wait_for() or page.locator("[data-came]").count()
    )
    title = page.locator("#outcome a").first.inner_text()
    page.locator("[data-came]").first.click()
    page.locator("#outcome", has_text="foretold").wait_for()
    (came,) = site.store.related(forecast.id)
    assert came.title == title
    page.locator("#outcome a").click()
    page.locator("#outcome h3", has_text="Foretold").wait_for()
    assert forecast.title in page.locator("#outcome").inner_text()


def test_the_panel_is_as_wide_as_its_edge_is_dragged_or_moved_and_stays_so(page, site):
    def wide():
        return page.locator("#detail-panel").bounding_box()["width"]

    event = site.store.event_list()[0]
    opened(page, site, event)
    assert wide() == 400
    edge = page.locator("#card-edge")
    box = edge.bounding_box()
    page.mouse.move(box["x"] + 4, 400)
    page.mouse.down()
    page.mouse.move(box["x"] - 96, 400, steps=4)
    page.mouse.up()
    assert wide() == 500
    edge.focus()
    page.keyboard.press("ArrowRight")
    assert (wide(), edge.get_attribute("aria-valuenow")) == (484, "484")
    page.reload()
    page.locator("#card h2").wait_for()
    assert wide() == 484
    edge.focus()
    page.keyboard.press("End")
    assert wide() == 640
    edge.dblclick()
    assert wide() == 400


def test_the_card_draws_how_sure_its_date_is_and_says_the_same(page, site):
    months = site.store.events(precisions=["month"], statuses=["happened"])
    opened(page, site, site.store.event(months.index[0]))
    axis = page.get_by_role("img", name="Drawn: Some time in")
    assert "Earliest 1 " in axis.get_attribute("aria-label")
    assert axis.locator("svg circle.hollow").count() == 1
    assert axis.locator("span").count() >= 1
    event = disputed(site)
    page.goto(f"{site.url}/event/{event.id}")
    page.locator("#card h2", has_text=event.title).wait_for()
    page.locator("#when-axis .joins").wait_for(state="attached")
    assert "Other sources: on " in page.locator("#when-axis").get_attribute("aria-label")
    page.locator("[data-do=next-event]").click()
    page.locator("#when-axis .joins").wait_for(state="detached")


def test_the_text_of_a_date_and_its_parts_say_the_same_whichever_is_changed(page, site):
    event = next(e for e in site.store.event_list(precisions=["day"]) if e.best)
    opened(page, site, event)
    page.get_by_role("button", name="Edit date").click()
    page.locator("#edit-when:focus").wait_for()
    text, said = page.locator("#edit-when"), page.locator("#edit-when-said")
    text.fill("since 18 March 2014")
    said.get_by_text("ongoing since 18 March 2014").wait_for()
    assert page.locator("#edit-begin").input_value() == "18 Mar 2014"
    assert page.locator("#edit-end").input_value() == ""
    page.locator("#edit-note[required]").wait_for()  # no source says so
    page.locator("#edit-shape").get_by_text("Some time in").click()
    said.get_by_text("on 18 March 2014").wait_for()
    page.locator("#edit-precision").click()
    page.get_by_role("option", name="month").click()
    said.get_by_text("some time in March 2014").wait_for()
    assert text.input_value() == "2014-03"
    assert page.locator("#edit-end").input_value() == "31 Mar 2014"
    page.locator("#edit-end").fill("20 Mar 2014")
    page.locator("#edit-end").press("Enter")
    said.get_by_text("between 1 and 20 March 2014").wait_for()
    assert [each["id"] for each in Axe().run(page).response["violations"]] == []
    page.locator("#edit-note").fill("The ministry's own record has these days.")
    page.locator("#edit-save").click()
    page.locator("#card .when", has_text="Between 1 and 20 March 2014").wait_for()
    assert site.store.event(event.id).when.edtf == "[2014-03-01..2014-03-20]"


def test_another_reading_of_the_phrase_is_used_with_its_reason_and_taken_back(page, site):
    weekday = next(
        event
        for event in site.store.event_list(precisions=["day"], statuses=["happened"])
        if len(event.mentions) == 1
        and event.best.timex
        and event.best.timex.text == "Tuesday"
        and "the latest Tuesday" in event.best.why
    )
    opened(page, site, weekday)
    others = page.locator("#why-date .others")
    others.get_by_text("other reading").click()
    others.locator("li", has_text="the Tuesday a week before the latest one").get_by_role("button").click()
    page.locator("#undo-toast", has_text="The date is now").wait_for()
    now = site.store.event(weekday.id)
    assert now.when.begin == weekday.when.begin - timedelta(days=7)
    assert now.note == "“Tuesday” read as the Tuesday a week before the latest one."
    others.locator(".badge", has_text="In use").wait_for()
    page.locator("#undo").click()
    page.locator("#toast", has_text="Taken back").wait_for()
    assert site.store.event(weekday.id).when == weekday.when


def test_another_reading_of_a_stretch_moves_both_of_its_ends(page, site):
    text = "Russia held an exercise near Belgorod from Monday to Wednesday."
    article = Article(text, date(2022, 2, 12), title="Exercise near the border")
    site.store.save(article, events.find_mentions(article))
    (event,) = site.store.event_list(article_id=article.id)
    assert event.when.edtf == "2022-02-07/2022-02-09"
    opened(page, site, event)
    others = page.locator("#why-date .others")
    others.get_by_text("of “Monday to Wednesday”").click()
    others.locator("li", has_text="31 Jan").get_by_role("button").click()
    page.locator("#undo-toast", has_text="The date is now").wait_for()
    assert site.store.event(event.id).when.edtf == "2022-01-31/2022-02-02"
    others.locator(".badge", has_text="In use").wait_for()
