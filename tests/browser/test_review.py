"""The review queue in a real browser: what no reader has looked at is accepted, edited or rejected."""

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture(params=[(1440, 900), (390, 844)], ids=["desktop", "phone"])
def queue(browser, site, request):
    """The queue of the bundled events at both sizes, and the store behind it."""
    from tests.browser.conftest import opened

    width, height = request.param
    for page in opened(browser, {"width": width, "height": height}):
        page.goto(site.url + "/review")
        waiting(page, site.store.count(reviews=["new"]))
        yield page, site.store


def waiting(page, count):
    page.locator("#tab-review", has_text=f"Review ({count:,})").wait_for()
    page.locator("#queue-count", has_text=f"{count} event").wait_for()


def first(page):
    return page.locator("[data-queue]").first.get_attribute("data-queue")


def test_the_least_sure_come_first_with_sentence_and_reason(queue):
    page, store = queue
    event = store.event(first(page))
    assert event.confidence == store.events()["confidence"].min()
    card = page.locator("[data-queue]").first
    assert event.best.why[1:] in card.inner_text()  # it begins with a capital there
    assert card.locator("blockquote b").inner_text() == event.best.trigger
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("key", "review"), [("a", "accepted"), ("r", "rejected")])
def test_keys_decide_move_on_and_are_taken_back(queue, key, review):
    page, store = queue
    event_id, count = first(page), store.count(reviews=["new"])
    page.keyboard.press(key)
    waiting(page, count - 1)
    assert event_id in store.events(reviews=[review]).index
    assert first(page) != event_id
    assert page.evaluate("document.activeElement.dataset.queue") == first(page)
    page.keyboard.press("z")
    waiting(page, count)
    assert event_id in store.events(reviews=["new"]).index


def test_a_decision_that_a_key_takes_back_is_offered_to_be_taken_back_no_more(queue):
    page, store = queue
    count = store.count(reviews=["new"])
    page.keyboard.press("a")
    page.locator("#queue-said", has_text="Accepted. Undo").wait_for()
    waiting(page, count - 1)
    page.keyboard.press("Control+z")
    page.locator("#queue-said", has_text="Taken back.").wait_for()
    assert "Undo" not in page.locator("#queue-said").inner_text()
    waiting(page, count)


def test_escape_leads_from_the_form_back_to_the_card_in_the_queue(queue):
    page, _ = queue
    event_id = first(page)
    page.locator(f"#queue-{event_id}").focus()
    page.keyboard.press("e")
    page.locator("#edit-title").wait_for()
    page.keyboard.press("Escape")
    page.locator("#detail-panel").wait_for(state="hidden")
    assert page.evaluate("document.activeElement.dataset.queue") == event_id


def test_only_what_matches_the_search_is_reviewed(queue):
    page, store = queue
    count = store.count(reviews=["new"], text="Minsk")
    page.goto(page.url + "?q=Minsk")
    page.locator("#queue-count", has_text=f"{count} of {store.count()} events to review").wait_for()
    certain = int((store.events(text="Minsk")["confidence"] >= 0.85).sum())
    page.locator("#queue-certain", has_text=f"Accept the {certain} certain").click()
    page.locator("#queue-said", has_text=f"{certain} accepted").wait_for()
    assert store.count(reviews=["accepted"]) == certain


def test_an_edit_is_made_in_the_card_and_counts_as_reviewed(queue):
    page, store = queue
    event_id, count = first(page), store.count(reviews=["new"])
    page.locator("[data-decision=edit]").first.click()
    page.locator("#card h2", has_text=store.event(event_id).title).wait_for()
    page.locator("#edit-title").fill("As it was")
    page.locator("#edit-save").click()
    page.locator("#tab-review", has_text=f"({count - 1:,})").wait_for()
    assert store.event(event_id).review == "edited"


def test_all_that_is_certain_is_accepted_at_once(queue):
    page, store = queue
    certain = int((store.events()["confidence"] >= 0.85).sum())
    count = store.count()
    page.locator("#queue-certain", has_text=f"Accept the {certain} certain").click()
    page.locator("#queue-said", has_text=f"{certain} accepted").wait_for()
    waiting(page, count - certain)
    page.locator("[data-do=queue-undo]").click()
    waiting(page, count)


def test_an_empty_queue_says_so_and_the_filter_finds_what_was_accepted(page, site):
    site.store.accept(list(site.store.events().index))
    page.goto(site.url + "/review")
    page.locator("#queue", has_text="Everything is reviewed").wait_for()
    page.goto(site.url + "/list?review=new")
    page.locator("#list-status", has_text="No events match.").wait_for()
