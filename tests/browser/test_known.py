"""As known on: the timeline as a reader could have known it that day, stepped and played through."""

from datetime import timedelta

import pytest

from dashboard.views.timeline import SENTENCE
from tests.browser.test_main_job import opened
from timeline import wording
from timeline.labels import shorten

pytestmark = pytest.mark.browser
DAY = "/?asof=2022-01-31"


def known(page, words):
    page.locator("#asof-said", has_text=words).wait_for()


def test_the_count_of_what_was_known_is_said_and_the_line_is_labelled(page, site):
    opened(page, site, DAY)
    known(page, f"31 January 2022: {site.store.count(known_by='2022-01-31')} events known")
    page.locator("#timeline-graph .annotation", has_text="As known on 31 Jan 2022").wait_for()
    assert page.locator("#btn-asof").get_attribute("aria-pressed") == "true"


def test_a_step_is_a_day_a_week_or_a_month_which_never_skips_a_short_one(page, site):
    opened(page, site, DAY)
    forward, back = page.locator("[data-do=asof-forward]"), page.locator("[data-do=asof-back]")
    forward.click()
    known(page, "28 February 2022:")
    page.locator("#asof-step label", has_text="week").click()
    forward.click()
    known(page, "7 March 2022:")
    page.locator("#asof-step label", has_text="day").click()
    back.click()
    known(page, "6 March 2022:")
    assert "asof=2022-03-06" in page.url


def test_playing_goes_on_until_paused(page, site):
    opened(page, site, DAY)
    play = page.locator("#asof-play")
    play.click()
    assert play.get_attribute("aria-label") == "Pause"
    for _ in range(400):
        if asof(page) > "2022-03":  # two steps of a month, however long each takes
            break
        page.wait_for_timeout(50)
    play.click()
    assert play.get_attribute("aria-label") == "Play"
    reached = asof(page)
    assert reached > "2022-03"
    page.wait_for_timeout(1500)
    assert asof(page) == reached
    page.locator("[data-do=asof-off]").click()
    page.locator("#asof").wait_for(state="hidden")
    assert page.locator("#btn-asof").get_attribute("aria-pressed") == "false"
    assert asof(page) == ""


def test_the_card_keeps_to_what_was_known_that_day_and_leads_back_to_today(page, site):
    day = "2022-02-27"
    then = {event.id: event for event in site.store.event_list(known_by=day)}
    events = (site.store.event(event_id) for event_id in then)
    now = next(event for event in events if event.when.edtf != then[event.id].when.edtf)
    reports = page.locator("#why-date .mention")
    page.goto(f"{site.url}/?asof={day}&sel={now.id}")
    card = page.locator("#card", has_text="As known on 27 February 2022; 1 later report left out.")
    card.wait_for()
    assert spoken(then[now.id]) in page.locator("#card .when").inner_text()
    assert reports.count() == len(then[now.id].mentions)
    assert page.locator("[data-do=edit], [data-do=edit-date]").locator("visible=true").count() == 0
    page.get_by_role("button", name="Show what is known today").click()
    page.locator("#card .when", has_text=spoken(now)).wait_for()
    assert reports.count() == len(now.mentions)
    assert "asof" not in page.url


def test_a_mark_is_told_by_what_was_published_then(page, site):
    day = "2022-02-27"
    then = {event.id: event for event in site.store.event_list(known_by=day)}
    events = (site.store.event(event_id) for event_id in then)
    now = next(event for event in events if event.best.sentence != then[event.id].best.sentence)
    window = f"from={now.when.begin - timedelta(days=1)}&to={now.when.end + timedelta(days=2)}"
    for asof, event in ((f"&asof={day}", then[now.id]), ("", now)):
        page.goto(f"{site.url}/?{window}{asof}")
        page.locator(f"#option-{now.id}").wait_for(state="attached")
        page.evaluate("id => timeline.tipForFocus(id)", now.id)
        begun = shorten(" ".join(event.best.sentence.split()), SENTENCE)
        page.locator("#tooltip .tip-said").get_by_text(begun).wait_for()


def test_the_card_of_an_event_not_yet_known_says_so_and_nothing_else(page, site):
    then = site.store.ids(known_by="2022-02-27")
    later = next(event for event in site.store.event_list() if event.best and event.id not in then)
    page.goto(f"{site.url}/?asof=2022-02-27&sel={later.id}")
    page.locator("#card", has_text="Not yet known on 27 February 2022; first reported").wait_for()
    assert page.locator("#why-date").count() == 0
    assert page.locator("#filtered-out").is_hidden()
    page.get_by_role("button", name="Show what is known today").click()
    page.locator("#why-date blockquote").first.wait_for()


def spoken(event):
    """The date at the head of the event's card."""
    return wording.capitalised(wording.spoken(event.when, event.status))


def asof(page):
    """The day in the address."""
    return page.url.partition("asof=")[2][:10]
