"""What the share menu copies, in a real browser."""

from datetime import UTC, datetime

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def copied(page):
    """A choice of the share menu, and what it put into the clipboard."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    def choose(name):
        page.locator("#btn-share").click()
        page.get_by_role("button", name=name, exact=True).click()
        page.locator("#toast", has_text="copied").wait_for()
        page.locator("#btn-share").click()
        return page.evaluate("navigator.clipboard.readText()")

    yield choose
    page.context.clear_permissions()


def test_a_citation_names_the_event_whose_card_is_open(page, site, copied):
    event = site.store.event_list()[7]
    page.goto(f"{site.url}/event/{event.id}")
    page.locator("#card h2").wait_for()
    assert copied("Copy citation").startswith(f"“{event.title}” (")
    assert f"title = {{{{{event.title}}}, Crisis Timeline}}" in copied("Copy citation (BibTeX)")
    wiki = copied("Copy citation (Wikipedia)")
    assert wiki.startswith(f"{{{{cite web |title={event.title} |url={site.url}/event/{event.id} |")
    assert wiki.endswith("}}")


def test_a_citation_without_a_card_is_of_the_view_and_safe_in_a_template(page, site, copied):
    page.goto(site.url + "/?kind=talks|visit")
    page.locator("#event-strip [role=option]").first.wait_for()
    assert "|title=Crisis Timeline |url=" + site.url + "/?kind=talks%7Cvisit |" in copied(
        "Copy citation (Wikipedia)"
    )


def test_a_link_to_what_is_known_today_keeps_to_it(page, site, copied):
    page.goto(site.url + "/?kind=talks")
    page.locator("#event-strip [role=option]").first.wait_for()
    today, version = datetime.now(UTC).date(), site.store.data_version()
    link = copied("Copy link frozen at today")
    assert link == f"{site.url}/?kind=talks&asof={today}&data={version}"
    page.goto(link)
    page.locator("#asof-said", has_text="events known").wait_for()
    assert page.locator("#asof-changed").inner_text() == ""
    site.store.accept([site.store.events().index[0]])
    page.reload()
    page.locator("#asof-changed", has_text="since this link was made").wait_for()


def test_what_makes_no_sense_in_a_link_is_left_out_and_said(page, site):
    page.goto(
        f"{site.url}/?from=2014-02-31&to=2014-03-31&kind=talks|nonsense&asof=soon&min=2&tz=Mars/Base&more=1"
    )
    page.locator("#event-strip [role=option]").first.wait_for(state="attached")
    wanted = site.store.count(kinds=["talks"], min_publishers=2)
    assert page.evaluate("timeline.drawing.passing") == wanted
    said = page.locator("#toast", has_text="makes no sense").inner_text()
    assert (
        said.split(": ")[1] == "from=2014-02-31, to=2014-03-31, kind=talks|nonsense, asof=soon, tz=Mars/Base"
    )


def test_a_link_that_makes_sense_says_nothing(page, site):
    page.goto(f"{site.url}/?from=2014-02-01&to=2014-03-31T12:30&lanes=actor&tz=UTC&landmarks=off")
    page.locator("#event-strip [role=option]").first.wait_for(state="attached")
    page.locator("#tz[value='UTC']").wait_for(state="attached")
    assert page.locator("#toast").inner_text() == ""
