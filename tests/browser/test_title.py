"""The window's title says which screen it is, what is counted there and which event is open."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_main_job import visit

pytestmark = pytest.mark.browser


def test_each_screen_says_its_counts_and_its_name(page, site):
    events, articles = site.store.count(), len(site.store.articles())
    calls = site.store.count(kinds=["call"])
    page.goto(site.url + "/?kind=call")
    expect(page).to_have_title(f"{calls} of {calls} that match · Timeline · Crisis Timeline")
    for change, title in (
        ({"path": "/list"}, f"{calls} of {calls} that match · List"),
        ({"kind": None}, f"{events} of {events} events · List"),
        ({"path": "/library"}, f"{articles} articles · Library"),
        ({"path": "/review"}, f"{events} events to review · Review"),
        ({"path": "/add"}, "Add articles"),
        ({"path": "/about"}, "About this timeline"),
        ({"path": "/nowhere"}, "There is no such page"),
    ):
        page.evaluate("(change) => timeline.change(change)", change)
        expect(page).to_have_title(f"{title} · Crisis Timeline")
    page.goto(site.url + "/list")
    expect(page).to_have_title(f"{events} of {events} events · List · Crisis Timeline")


def test_the_open_event_and_the_article_name_themselves(page, site):
    event = next(event for event in site.store.event_list() if event.mentions)
    counts = rf"\d+ of {site.store.count()} events · Timeline · Crisis Timeline"
    page.goto(f"{site.url}/event/{event.id}")
    expect(page).to_have_title(re.compile(rf"^{re.escape(event.title)} · {counts}$"))
    page.keyboard.press("Escape")
    expect(page).to_have_title(re.compile(f"^{counts}$"))
    article = site.store.article(event.mentions[0].article_id)
    visit(page, f"/article/{article.id}")
    expect(page).to_have_title(f"{article.title} · Crisis Timeline")
