"""Actors, places, sharing and the pages beside the timeline, in a real browser."""

import urllib.request

import pytest

pytestmark = pytest.mark.browser

UNDER_NAMES = """[...document.querySelectorAll("#places-map i span")].filter((degree) => {
  const at = degree.getBoundingClientRect();
  return at.width && [...document.querySelectorAll("#places-map .point.named")].some((point) => {
    const disc = point.getBoundingClientRect(), wide = point.dataset.name.length * 6;
    const left = point.classList.contains("left") ? disc.left - wide : disc.right;
    const middle = disc.top + disc.height / 2;
    return at.left < left + wide && left < at.right && at.top < middle + 5 && middle - 5 < at.bottom;
  });
}).length"""


@pytest.fixture(params=["page", "phone"])
def screen(request):
    return request.getfixturevalue(request.param)


def fits(page) -> bool:
    return not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_an_actor_filters_the_timeline(screen, site):
    screen.goto(site.url + "/actors")
    name = screen.locator("#actors-list th[scope=row] button").first
    name.wait_for()
    said = name.inner_text()
    name.click()
    screen.wait_for_url(lambda url: "actor=" in url)
    assert said.split()[0] in screen.url


def test_a_pair_says_what_the_two_did(screen, site):
    screen.goto(site.url + "/actors?kind=call")
    screen.locator("#actors-pairs td", has_text="calls").first.wait_for()


def test_a_place_filters_by_map_and_by_table(screen, site):
    screen.goto(site.url + "/places")
    screen.locator("#places-map .point").first.wait_for()
    assert fits(screen)
    screen.locator("#places-map .land path[d^=M]").wait_for(state="attached")
    assert screen.locator("#places-map i span").count() > 2
    assert screen.evaluate(UNDER_NAMES) == 0  # no degree lies under a name
    assert screen.locator("#places-table tbody tr").count() >= screen.locator("#places-map .point").count()
    screen.locator("#places-map .point").first.press("Enter")
    screen.wait_for_url(lambda url: "place=" in url)


def test_what_happened_at_a_place_filters_by_both(screen, site):
    screen.goto(site.url + "/places")
    kind = screen.locator("#places-table .told button").first
    kind.wait_for()
    count = kind.inner_text().split()[-1]
    kind.click()
    screen.wait_for_url(lambda url: "place=" in url and "kind=" in url)
    screen.locator("#status-line", has_text=f" of {count} that match").wait_for()


def test_a_page_that_is_not_there_has_a_search(screen, site):
    screen.goto(site.url + "/nowhere")
    screen.locator("#missing-search").fill("sanctions")
    screen.locator("#missing-search").press("Enter")
    screen.wait_for_url(lambda url: "/list?q=sanctions" in url)


def test_the_embedded_timeline_has_no_header_and_leads_back(screen, site):
    screen.set_viewport_size({"width": 320, "height": 560})
    screen.goto(site.url + "/embed?kind=talks")
    screen.locator("#event-strip [role=option]").first.wait_for(state="attached")
    assert screen.locator(".top").is_hidden()
    assert fits(screen)
    assert screen.locator("#embed-back").get_attribute("href") == "/?kind=talks"


def test_only_the_embedded_page_may_stand_in_another(site):
    def policy(path):
        return urllib.request.urlopen(site.url + path).headers["Content-Security-Policy"]

    assert policy("/embed").endswith("frame-ancestors *")
    assert policy("/").endswith("frame-ancestors 'self'")


def test_a_view_can_be_cited(page, site):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(site.url + "/?kind=talks")
    page.locator("#event-strip [role=option]").first.wait_for(state="attached")
    page.locator("#btn-share").click()
    page.locator("#choice-share-cite").click()
    page.locator("#toast", has_text="Citation copied").wait_for()
    assert "/?kind=talks" in page.evaluate("navigator.clipboard.readText()")
