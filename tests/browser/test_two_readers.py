"""Two tabs that correct one event: nothing that either saved is lost, and the second one chooses."""

import pytest

from tests.browser.conftest import opened as pages
from tests.browser.test_acceptance import until

pytestmark = pytest.mark.browser


def editing(page, site, event):
    """The page with the form of an event open and filled."""
    page.goto(f"{site.url}/event/{event}")
    page.locator("#card h2").wait_for()
    page.locator("[data-do=edit]").click()
    until(page, f"document.getElementById('edit-title').value === {site.store.event(event).title!r}")
    return page


@pytest.fixture
def event(site):
    return next(each.id for each in site.store.event_list() if each.kind == "call" and each.best)


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)], ids=["desktop", "phone"])
@pytest.mark.parametrize("choice", ["Saved meanwhile", "Yours"])
def test_the_second_to_save_sees_both_versions_and_chooses(browser, site, event, size, choice):
    before = site.store.event(event)
    for page in pages(browser, {"width": size[0], "height": size[1]}):
        editing(page, site, event)
        site.store.edit(event, title="Theirs", kind="talks", tags=["theirs"])
        page.locator("#edit-title").fill("Mine")
        page.locator("#edit-place").fill("Vienna")
        page.locator("#edit-save").click()
        clash = page.locator("#edit-clash")
        clash.get_by_text("Changed elsewhere just now").wait_for()
        assert clash.get_by_role("radiogroup").count() == 1
        assert all(words in clash.inner_text() for words in ("Theirs", "Mine"))
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert site.store.event(event).title == "Theirs"
        clash.get_by_role("radio", name=choice).check()
        page.locator("#edit-save").click()
        page.locator("#edit-form").wait_for(state="hidden")
        title = "Theirs" if choice == "Saved meanwhile" else "Mine"
        page.locator("#card h2", has_text=title).wait_for()
        page.locator("#card .tag", has_text="Vienna").wait_for()
    now = site.store.event(event)
    assert (now.title, now.kind, now.place.name, now.tags) == (title, "talks", "Vienna", ("theirs",))
    assert [edit.change.get("title") for edit in site.store.history(event)][-1] == "Theirs"
    site.store.undo()
    assert (site.store.event(event).title, site.store.event(event).place) == ("Theirs", before.place)


def test_what_only_the_other_changed_stays_as_the_other_saved_it(page, site, event):
    editing(page, site, event)
    site.store.edit(event, kind="talks")
    page.locator("#edit-title").fill("Mine")
    page.locator("#edit-save").click()
    page.locator("#card h2", has_text="Mine").wait_for()
    assert (site.store.event(event).title, site.store.event(event).kind) == ("Mine", "talks")


def test_a_cell_of_the_list_says_what_another_had_made_of_it_and_undo_brings_that_back(page, site):
    event = site.store.events().index[0]
    page.goto(site.url + "/list")
    cell = page.locator(f"#list-grid .ag-row[row-id={event}] [col-id=title]")
    cell.wait_for()
    site.store.edit(event, title="Theirs")
    cell.dblclick()
    page.keyboard.press("Control+a")
    page.keyboard.type("Mine")
    page.keyboard.press("Enter")
    page.locator("#undo-toast", has_text="changed elsewhere to “Theirs”").wait_for()
    assert site.store.event(event).title == "Mine"
    page.locator("#undo").click()
    page.locator("#toast", has_text="Taken back").wait_for()
    assert site.store.event(event).title == "Theirs"


def test_a_date_that_another_set_meanwhile_is_said_before_a_chosen_one_replaces_it(page, site):
    (event,) = site.store.conflicts()
    page.goto(f"{site.url}/event/{event}")
    page.locator("#claims").get_by_role("button", name="Choose").click()
    page.locator("#choose-reason").fill("Kyiv's clocks count.")
    site.store.edit(event, when="2022-02-24", note="As a reader remembers it")
    page.locator("#choose-save").click()
    page.locator("#choose-problem", has_text="it is on 24 February 2022 now").wait_for()
    assert site.store.event(event).when.edtf == "2022-02-24"
    page.locator("#choose-save").click()
    page.locator("#choose-form").wait_for(state="hidden")
    assert site.store.event(event).when.edtf == "2022-02-26"
