"""The duplicates inbox in a real browser: each pair is merged, kept apart or linked, and taken back."""

import pytest

from tests.browser.test_main_job import visit

pytestmark = pytest.mark.browser


@pytest.fixture(params=[(1440, 900), (390, 844)], ids=["desktop", "phone"])
def inbox(browser, site, request):
    """The inbox of the bundled events at both sizes: the page, the store, the pairs that it proposes."""
    from tests.browser.conftest import opened

    width, height = request.param
    for page in opened(browser, {"width": width, "height": height}):
        pairs = site.store.duplicates()
        page.goto(site.url + "/duplicates")
        counted(page, 1, len(pairs))
        yield page, site, pairs


def counted(page, at, count):
    page.locator("#pair-count", has_text=f"{at} of {count} pair").wait_for()


def shown(page):
    return {link.get_attribute("data-event") for link in page.locator(".pair-event h2 a").all()}


def ids(pair):
    return {pair.first.id, pair.second.id}


def test_the_likeliest_pair_comes_first_with_sentences_and_dates(inbox):
    page, _, pairs = inbox
    assert shown(page) == ids(pairs[0])
    for event in (pairs[0].first, pairs[0].second):
        card = page.locator(".pair-event", has_text=event.title).first
        assert event.best.sentence.split(".")[0] in card.locator("blockquote").first.inner_text()
        assert card.locator(".pair-when").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_merging_goes_on_to_the_next_pair_and_an_old_link_leads_to_the_merged_event(inbox):
    page, site, pairs = inbox
    page.keyboard.press("m")
    page.locator("#pair-said", has_text="Merged").wait_for()
    (kept,) = ids(pairs[0]) & set(site.store.events().index)
    (gone,) = ids(pairs[0]) - {kept}
    page.locator(f".pair-event a[data-event={gone}]").wait_for(state="detached")
    page.goto(f"{site.url}/event/{gone}")
    page.locator("#card h2", has_text=site.store.event(kept).title).wait_for()
    assert kept in page.url


def test_what_is_decided_is_not_asked_again_until_it_is_taken_back(inbox):
    page, site, pairs = inbox
    for key, said in (("s", "Kept apart"), ("l", "Linked as related")):
        page.keyboard.press(key)
        page.locator("#pair-said", has_text=said).wait_for()
        counted(page, 1, len(pairs) - 1)
        assert ids(pairs[0]) not in [ids(pair) for pair in site.store.duplicates()]
        page.keyboard.press("z")
        counted(page, 1, len(pairs))
        assert shown(page) == ids(pairs[0])
        assert [ids(pair) for pair in site.store.duplicates()] == [ids(pair) for pair in pairs]


def test_linked_events_name_each_other_in_their_cards(inbox):
    page, _, pairs = inbox
    page.get_by_role("button", name="Link as related").click()
    page.locator("#pair-said", has_text="Linked").wait_for()
    visit(page, f"/event/{pairs[0].first.id}")
    page.locator("#related", has_text=pairs[0].second.title).wait_for()


def test_a_pair_can_be_passed_over_and_come_back_to(inbox):
    page, _, pairs = inbox
    page.keyboard.press("ArrowRight")
    counted(page, 2, len(pairs))
    assert shown(page) == ids(pairs[1])
    page.locator("[data-do=pair-back]").click()
    assert shown(page) == ids(pairs[0])


def test_an_empty_inbox_says_so(page, site):
    for pair in site.store.duplicates():
        if {pair.first.id, pair.second.id} <= set(site.store.events().index):
            site.store.separate(pair.first.id, pair.second.id)
    page.goto(site.url + "/duplicates")
    page.locator("#pair", has_text="No two events look like one").wait_for()
