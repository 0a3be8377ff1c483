"""Adding articles in a real browser: nothing is stored before the reader says so, and it can be undone."""

import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from timeline.exporters import export_bytes

pytestmark = pytest.mark.browser
KEPT = """(word) => new Promise((done) => {
    indexedDB.open("crisis-timeline", 1).onsuccess = ({ target: { result } }) => {
        const asked = result.transaction("draft").objectStore("draft").get("now");
        asked.onsuccess = () => {
            const draft = JSON.stringify(asked.result || []);
            done(draft.includes(word) && draft.includes('"cards"'));
        };
    };
})"""
"""Whether the draft that the browser keeps has a word, in a text that has been read."""

REPORT = """Ministers meet in Vienna

Saturday 12 February 2022

Austria will host talks on 3 March 2022. Joe Biden spoke to Vladimir Putin by telephone on Saturday.

Russia has massed troops at the border since December. Britain warned that Russia could invade as soon as
next week."""


def reviewed(page, site, text=REPORT):
    page.goto(site.url + "/add")
    page.locator("#add-text").fill(text)
    page.locator("#add-parse").click()
    page.locator("#review-card-0").wait_for()
    return page


def events_of(store) -> dict[str, tuple]:
    return {e.id: (e.title, e.when, e.status, e.kind, len(e.mentions)) for e in store.event_list()}


def saved(page):
    if page.locator("[data-bulk=rest]").count():
        page.locator("[data-bulk=rest]").click()
    page.locator("#btn-save-accepted").click()
    page.locator("#whats-changed h2").wait_for()
    return page.locator("#whats-changed").inner_text()


def test_the_date_found_in_the_text_is_shown_with_where_it_was_found(page, site):
    reviewed(page, site)
    page.locator("[data-do=review-back]").click()
    assert page.locator("#add-published").input_value() == "12 Feb 2022"
    assert "Saturday 12 February 2022" in page.locator("#add-source").inner_text()


def test_without_a_date_the_field_is_marked_and_nothing_is_read(page, site):
    before = site.store.data_version()
    page.goto(site.url + "/add")
    page.locator("#add-text").fill("Austria signed an agreement with Slovakia on Thursday.")
    page.locator("#add-parse").click()
    page.locator(".mantine-InputWrapper-error").wait_for()
    assert page.locator("#add-published").get_attribute("aria-invalid") == "true"
    assert page.locator("#add-review").is_hidden()
    page.locator("#add-published").fill("12 February 2022")
    page.locator("#add-parse").click()
    page.locator("#review-text mark", has_text="Thursday").wait_for()
    assert site.store.data_version() == before


@pytest.mark.parametrize(
    ("typed", "said"),
    [("soon", "not a publication date that can be read"), ("1 January 3035", "cannot be in the future")],
)
def test_a_bad_publication_date_is_marked_at_its_field(page, site, typed, said):
    page.goto(site.url + "/add")
    page.locator("#add-published").fill(typed)
    page.locator("#add-text").fill(REPORT)
    page.locator("#add-parse").click()
    page.locator(".mantine-InputWrapper-error", has_text=said).wait_for()
    assert page.locator("#add-published").get_attribute("aria-invalid") == "true"
    assert page.locator("#add-text").get_attribute("aria-invalid") != "true"


def test_a_date_that_is_not_the_texts_own_is_asked_about(page, site):
    page.goto(site.url + "/add")
    page.locator("#add-published").fill("14 July 2021")
    page.locator("#add-text").fill(REPORT)
    page.locator("#add-parse").click()
    page.locator("#review-text .problem", has_text="the text says 12 February 2022").wait_for()


def test_back_at_the_source_the_decisions_are_kept_for_the_same_text_and_after_a_reload(page, site):
    reviewed(page, site)
    cards = page.locator(".review-card").count()
    page.locator("#review-card-1 [data-review=Reject]").click()
    page.locator("#review-card-1.rejected").wait_for()
    page.locator("[data-do=review-back]").click()
    page.locator("#add-return", has_text=f"(1/{cards} decided)").click()
    page.locator("#review-card-1.rejected").wait_for()
    page.locator("[data-do=review-back]").click()
    page.locator("#add-parse").click()  # the same text
    page.locator("#review-card-1.rejected").wait_for()
    page.locator("[data-do=review-back]").click()
    page.locator("#add-text").fill(REPORT + " Poland held an election on 1 February 2022.")
    page.locator("#add-parse").click()
    page.locator("#review-text", has_text="Poland").wait_for()
    page.locator("#review-count", has_text=f"1/{cards + 1} decided").wait_for()
    while not page.evaluate(KEPT, "Poland"):
        page.wait_for_timeout(50)
    page.reload()
    page.locator("#review-card-1.rejected").wait_for()
    page.locator("[data-do=review-back]").click()
    assert "Poland" in page.locator("#add-text").input_value()


def test_an_article_of_unknown_date_is_read_and_shown_as_such(page, site):
    page.goto(site.url + "/add")
    page.get_by_label("Unknown: relative dates stay unresolved").check()
    page.locator("#add-text").fill(
        "Poland held a vote on Thursday. Austria held an election on 1 March 2016."
    )
    page.locator("#add-parse").click()
    page.locator("#review-card-0").wait_for()
    assert page.locator(".review-card").count() == 1
    saved(page)
    page.locator("#whats-changed a").first.click()
    page.locator("#card h2", has_text="election").wait_for()
    stored = site.store.articles()
    page.goto(f"{site.url}/article/{stored.index[stored['published'] == ''][0]}")
    page.locator("#article-side dd", has_text="not known").first.wait_for()


def test_a_found_date_is_not_kept_for_another_text(page, site):
    reviewed(page, site)
    page.locator("[data-do=review-back]").click()
    page.locator("#add-text").fill("Austria signed an agreement with Slovakia on Thursday.")
    page.locator("#add-parse").click()
    page.locator(".mantine-InputWrapper-error").wait_for()
    assert page.locator("#add-published").input_value() == ""


def test_keys_reject_and_edit_and_rejected_events_do_not_come_on_the_timeline(page, site):
    before = events_of(site.store)
    reviewed(page, site)
    cards = page.locator(".review-card").count()
    rejected = page.locator("#review-card-0:focus h3").inner_text()  # without a click
    page.keyboard.press("r")
    page.locator("#review-card-0.rejected").wait_for()
    page.keyboard.press("e")  # the next card has the focus
    page.locator("#review-title").fill("A title of my own")
    page.locator("#review-when").fill("last Friday")
    page.locator("#review-when-said", has_text="2022-02-11").wait_for()
    page.locator("#review-apply").click()
    page.locator("#review-card-1 h3", has_text="A title of my own").wait_for()
    assert page.locator("#review-count").inner_text().startswith(f"2/{cards} decided")
    assert page.locator("#btn-save-accepted").inner_text() == f"Add {cards - 1} events"
    assert events_of(site.store) == before
    saved(page)
    titles = {event.title: event for event in site.store.event_list()}
    assert titles["A title of my own"].when.edtf == "2022-02-11"
    assert [title for title, *_ in before.values()].count(rejected) == (rejected in titles)


def test_what_is_not_decided_waits_in_review_and_what_is_rejected_is_found(page, site):
    waiting = site.store.count(reviews=["new"])
    reviewed(page, site)
    cards = page.locator(".review-card").count()
    page.locator("#review-card-0 [data-review=Reject]").click()
    page.locator("#review-card-1 [data-review=Accept]").click()
    left = cards - 2
    page.locator("#review-count", has_text=f"{left} not decided come along as “not reviewed”").wait_for()
    page.locator("#btn-save-accepted").click()
    page.locator("#whats-changed h3", has_text="Not reviewed").wait_for()
    page.locator("#tab-review", has_text=f"({waiting + left:,})").wait_for()
    ((rejected, title),) = site.store.events(reviews=["rejected"])["title"].items()
    page.goto(site.url + "/list")
    page.locator("#pill-review").click()
    page.get_by_role("checkbox", name="rejected").check()
    page.locator("#list-status", has_text="1 of").wait_for()
    page.goto(f"{site.url}/?review=rejected")
    page.locator(f"#event-strip [data-event-id={rejected}]").wait_for(state="attached")
    page.goto(f"{site.url}/article/{site.store.event(rejected).best.article_id}")
    page.locator("#article-rejected summary", has_text="1 rejected").click()
    page.locator("#article-rejected").get_by_role("link", name=title).click()
    page.locator("#card [data-do=accept-event]").click()
    page.locator("#article-rejected").wait_for(state="detached")
    assert rejected in site.store.events(reviews=["accepted"]).index


def test_what_is_said_of_a_field_goes_when_something_else_stands_in_it(page, site):
    reviewed(page, site)
    page.locator("#review-card-0 [data-review=Edit]").click()
    page.locator("#review-when").fill("soon")
    page.locator("#review-when-said", has_text="names a date").wait_for()
    page.locator("#review-apply").click()
    problem = page.locator(".mantine-Modal-body .mantine-InputWrapper-error")
    problem.wait_for()
    page.locator("#review-when").fill("last Friday")
    problem.wait_for(state="detached")


def test_undo_all_leaves_the_timeline_as_it_was(page, site):
    before = events_of(site.store)
    reviewed(page, site)
    page.locator("#review-card-0 [data-review=Reject]").click()
    page.locator("#review-card-1 [data-review=Edit]").click()
    page.locator("#review-title").fill("A title of my own")
    page.locator("#review-apply").click()
    page.locator("#review-card-1 h3", has_text="A title of my own").wait_for()
    saved(page)
    assert events_of(site.store) != before
    page.locator("#btn-undo-all").click()
    page.locator("#whats-changed", has_text="Undone").wait_for()
    assert events_of(site.store) == before
    assert not site.store.history() or all(edit.undone for edit in site.store.history())


def test_the_same_article_again_is_already_on_the_timeline(page, site):
    reviewed(page, site)
    saved(page)
    version = site.store.data_version()
    page.locator("[data-do=add-another]").click()
    page.locator("#add-text").fill(REPORT)
    page.locator("#add-parse").click()
    known = page.locator("#add-problems", has_text="Already on the timeline")
    known.wait_for()
    assert known.bounding_box()["y"] < page.locator("#add-text").bounding_box()["y"]  # not below the fold
    assert site.store.data_version() == version
    known.get_by_role("link").click()
    page.locator("#article-text h1").wait_for()


def test_a_wrong_publication_date_is_changed_from_there_and_that_is_taken_back(page, site):
    reviewed(page, site)
    saved(page)
    before = events_of(site.store)
    (article,) = site.store.articles().query("title == 'Ministers meet in Vienna'").index
    page.locator("[data-do=add-another]").click()
    page.locator("#add-published").fill("19 February 2022")
    page.locator("#add-text").fill(REPORT)
    page.locator("#add-parse").click()
    page.locator("#add-problems [data-redate]").click()
    day = page.locator("#redate-day")
    day.wait_for()
    assert day.input_value() == "19 February 2022"
    day.fill("soon")
    page.locator("[data-do=redate-see]").click()
    page.locator(".mantine-InputWrapper-error", has_text="not a publication date").wait_for()
    day.fill("19 February 2022")
    page.locator("[data-do=redate-see]").click()
    found = page.locator("#reread-found")
    found.locator("del", has_text="12 Feb 2022").wait_for()
    found.locator("section", has_text="Told otherwise").wait_for()
    assert events_of(site.store) == before
    page.locator("#reread-save").click()
    page.locator("#reread-toast", has_text="changed").wait_for()
    assert site.store.article(article).published.isoformat() == "2022-02-19"
    page.goto(f"{site.url}/article/{article}")
    page.locator("#article-side [data-redate]").wait_for()
    page.locator("#reread-undo").click()
    page.locator("#reread-toast").wait_for(state="hidden")
    assert site.store.article(article).published.isoformat() == "2022-02-12"
    assert events_of(site.store) == before


def test_a_draft_is_still_there_after_looking_at_the_timeline(page, site):
    reviewed(page, site)
    page.locator("#tab-timeline").click()
    page.wait_for_selector("#event-strip [role=option]", state="attached")
    page.locator("#btn-add").click()
    assert page.locator("#review-card-0").is_visible()


def test_what_changed_links_to_the_event_on_the_timeline(page, site):
    reviewed(page, site)
    saved(page)
    link = page.locator("#whats-changed a").first
    title = link.inner_text()
    link.click()
    page.locator("#card h2", has_text=title).wait_for()
    page.wait_for_selector("#event-strip [role=option]", state="attached")


def test_files_are_reviewed_together_and_what_cannot_be_read_is_said(page, site):
    entry = {"text": "Austria will host talks on 3 March 2022.", "published": "2022-02-12", "title": "Talks"}
    page.goto(site.url + "/add")
    page.get_by_role("tab", name="Files").click()
    page.locator("#add-files input[type=file]").set_input_files(
        [
            {"name": "report.txt", "mimeType": "text/plain", "buffer": REPORT.encode()},
            {"name": "talks.json", "mimeType": "application/json", "buffer": json.dumps([entry]).encode()},
            {"name": "empty.txt", "mimeType": "text/plain", "buffer": b" \n"},
            {"name": "broken.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 nothing"},
        ]
    )
    page.locator("#review-card-0").wait_for()
    assert page.locator("#review-text article").count() == 2
    said = page.locator("#add-problems .problem").all_inner_texts()
    assert len(said) == 2
    assert "empty.txt" in said[0]
    assert "broken.pdf" in said[1]
    assert "/tmp" not in " ".join(said)


def test_an_export_of_events_is_said_once_to_be_no_article(page, site):
    page.goto(site.url + "/add")
    page.get_by_role("tab", name="Files").click()
    data = export_bytes(site.store.events(), "json")
    page.locator("#add-files input[type=file]").set_input_files(
        [{"name": "events.json", "mimeType": "application/json", "buffer": data}]
    )
    problem = page.locator("#add-problems .problem")
    problem.wait_for()
    assert "timeline import events.json" in problem.inner_text()


def test_a_file_that_is_too_large_is_said(page, site):
    page.goto(site.url + "/add")
    page.get_by_role("tab", name="Files").click()
    page.locator("#add-files input[type=file]").set_input_files(
        [{"name": "huge.txt", "mimeType": "text/plain", "buffer": b"x" * 10_000_001}]
    )
    page.locator("#add-files-said", has_text="huge.txt is larger than 10 MB").wait_for()


def test_files_can_be_chosen_with_the_keyboard(page, site):
    page.goto(site.url + "/add")
    page.get_by_role("tab", name="Files").click()
    page.locator("#add-files input[type=file]").wait_for(state="attached")  # Dash loads it by itself
    page.wait_for_load_state("networkidle")
    with page.expect_file_chooser():
        page.locator("#add-choose").press("Enter")


def test_an_undated_file_asks_for_the_date_and_takes_it(page, site):
    page.goto(site.url + "/add")
    page.get_by_role("tab", name="Files").click()
    text = b"Austria signed an agreement with Slovakia on Thursday."
    page.locator("#add-files input[type=file]").set_input_files(
        [{"name": "talks.txt", "mimeType": "text/plain", "buffer": text}]
    )
    page.locator("#add-problems", has_text="talks.txt").wait_for()
    page.locator("#add-problems input[type=text]").fill("12 February 2022")
    page.locator("#add-problems [data-retry]").click()
    page.locator("#review-text", has_text="12 Feb 2022").wait_for()


def test_an_address_that_cannot_be_read_is_said_in_a_sentence(page, site):
    page.goto(site.url + "/add")
    page.get_by_role("tab", name="Address").click()
    page.locator("#add-addresses").fill("not an address\nhttp://127.0.0.1:9/")
    page.locator("#add-address-parse").click()
    page.locator("#add-problems .problem").nth(1).wait_for()
    first, second = page.locator("#add-problems .problem").all_inner_texts()
    assert "no web address" in first
    assert "private network" in second


def test_many_articles_are_read_with_progress_and_can_be_cancelled(page, site):
    lines = [{"text": f"{REPORT}\n\nReport number {n}.", "published": "2022-02-12"} for n in range(100)]
    page.goto(site.url + "/add")
    page.get_by_role("tab", name="Files").click()
    data = "\n".join(json.dumps(line) for line in lines).encode()
    page.locator("#add-files input[type=file]").set_input_files(
        [{"name": "reports.jsonl", "mimeType": "application/json", "buffer": data}]
    )
    page.locator("#reading-said", has_text="of 100 articles").wait_for()
    page.locator("#tab-timeline").click()
    page.locator("#btn-add").click()
    page.locator("#reading-cancel").click()
    page.locator("#review-card-0").wait_for(timeout=4000)
    assert 0 < page.locator("#review-text article").count() < 100


def test_a_draft_is_still_there_after_the_page_is_loaded_anew(page, site):
    reviewed(page, site)
    page.locator("#review-card-0 [data-review=Reject]").click()
    page.locator("#review-card-0.rejected").wait_for()
    page.wait_for_timeout(600)  # it is written a moment after the decision
    page.goto(site.url + "/add")
    page.locator("#review-card-0.rejected").wait_for()
    page.wait_for_load_state("networkidle")
    assert page.locator("#btn-save-accepted").is_disabled()  # nothing is accepted yet
    page.locator("#review-card-1 [data-review=Accept]").click()
    expect(page.locator("#btn-save-accepted")).to_be_enabled()


def test_too_many_files_are_said(page, site):
    page.goto(site.url + "/add")
    page.get_by_role("tab", name="Files").click()
    page.locator("#add-files input[type=file]").set_input_files(
        [{"name": f"{n}.txt", "mimeType": "text/plain", "buffer": b" "} for n in range(51)]
    )
    page.locator("#add-files-said", has_text="50 files are read at a time").wait_for()


def test_a_likely_duplicate_is_added_as_a_source_or_kept_separate(phone, site):
    reviewed(phone, site)
    saved(phone)
    phone.locator("[data-do=add-another]").click()
    other = REPORT.replace("Joe Biden spoke", "On Saturday Joe Biden spoke").replace(" on Saturday", "")
    phone.locator("#add-text").fill(
        "A second report\n\nSaturday 12 February 2022\n\n" + other.split("\n\n")[2]
    )
    phone.locator("#add-parse").click()
    box = phone.locator(".joins").first
    box.wait_for()
    assert not Axe().run(phone).response["violations"]
    box.get_by_role("button", name="Keep separate").click()
    phone.locator(".review-card.accepted [data-review=Separate][aria-pressed=true]").wait_for()
    assert "1 new event" in saved(phone)
    phone.locator("#btn-undo-all").click()
    phone.locator("#whats-changed", has_text="Undone").wait_for()


class Served:
    """A dashboard in a process of its own, which can be killed and started again at the same address."""

    def __init__(self, path):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.path, self.url = path, f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self):
        words = ["-m", "timeline", "serve", "--store", str(self.path), "--port", str(self.port)]
        quiet = subprocess.DEVNULL
        self.process = subprocess.Popen([sys.executable, *words], stdout=quiet, stderr=quiet)
        for _ in range(150):
            try:
                urllib.request.urlopen(self.url).close()
                return
            except OSError:
                time.sleep(0.2)
        raise AssertionError("the dashboard does not start")

    def kill(self):
        self.process.kill()
        self.process.wait()


def test_a_draft_survives_a_killed_server_and_reading_goes_on(browser, filled, tmp_path):
    path = tmp_path / "timeline.db"
    shutil.copy(filled, path)
    served = Served(path)
    page = browser.new_page()  # of its own: the lost connection is an error in the console
    try:
        page.goto(served.url + "/add")
        page.get_by_role("tab", name="Files").click()
        text = "\n\n".join([REPORT] * 10)
        files = [
            {"name": f"{n}.txt", "mimeType": "text/plain", "buffer": f"{text}\n\nReport {n}.".encode()}
            for n in range(20)
        ]
        page.locator("#add-files input[type=file]").set_input_files(files)
        page.locator("#reading-said", has_text="of 20 articles").wait_for()
        served.kill()
        page.locator("#reading-said", has_text="The draft is kept").wait_for()
        served.start()
        page.locator("#review-card-0").wait_for(timeout=60_000)
        assert page.locator("#review-text article").count() == 20
    finally:
        page.close()
        served.kill()


def test_an_event_that_no_article_tells_is_typed_in_and_taken_back(page, site):
    before = events_of(site.store)
    reviewed_nothing = "Saturday 12 February 2022\n\nThe harbour is quiet. Its cranes are blue."
    page.goto(site.url + "/add")
    page.locator("#add-text").fill(reviewed_nothing)
    page.locator("#add-parse").click()
    page.get_by_role("button", name="Add an event by hand").click()
    page.locator("#hand-title").fill("The mayor opened a new bridge")
    page.locator("#hand-save").click()
    page.locator("#hand-problem", has_text="Type a date.").wait_for()
    page.locator("#hand-when").fill("March 2014")
    page.locator("#hand-when-said", has_text="2014-03").wait_for()
    page.locator("#hand-place").fill("Kyiv")
    page.locator("#hand-save").click()
    page.locator("#hand-said", has_text="Added: The mayor opened a new bridge").wait_for()
    (made,) = [site.store.event(key) for key in set(events_of(site.store)) - set(before)]
    assert (made.when.edtf, made.place.name, made.edited) == ("2014-03", "Kyiv", ("added",))
    page.locator("#hand-said").get_by_role("button", name="Undo").click()
    page.locator("#toast", has_text="Taken back").wait_for()
    assert events_of(site.store) == before
