"""The library and the page of an article, in a real browser."""

from dataclasses import replace
from datetime import date, datetime

import pandas as pd
import pytest
from playwright.sync_api import expect

from timeline import wording
from timeline.model import When
from timeline.reader import reader
from timeline.store import schema

pytestmark = pytest.mark.browser

ROW = "#library-grid .ag-center-cols-container .ag-row[row-id]"


def opened(page, site):
    page.goto(site.url + "/library")
    page.locator(f"{ROW} a").first.wait_for()
    return page


def events_of(store) -> dict[str, tuple]:
    return {e.id: (e.title, e.when, e.status, len(e.mentions)) for e in store.event_list()}


def test_every_article_is_there_and_a_search_narrows_them(page, site):
    opened(page, site)
    frame = site.store.articles()
    page.locator("#library-count", has_text=f"{len(frame)} articles").wait_for()
    title = frame.iloc[3]["title"]
    page.locator("#library-search").fill(title)
    page.locator(f"{ROW}[row-id={frame.index[3]}]").wait_for()
    page.locator(f"{ROW}[row-id={frame.index[0]}]").wait_for(state="detached")


def test_an_article_is_removed_only_after_a_question_and_can_be_put_back(page, site):
    opened(page, site)
    before, count = events_of(site.store), len(site.store.articles())
    page.locator("[data-remove]").first.click()
    page.locator("#library-question", has_text="source").wait_for()
    assert len(site.store.articles()) == count
    page.locator("#library-remove").click()
    page.locator("#library-count", has_text=f"{count - 1} articles").wait_for()
    page.locator("#library-undo").click()
    page.locator("#library-count", has_text=f"{count} articles").wait_for()
    assert events_of(site.store) == before


def test_an_article_is_read_again_after_a_look_at_what_changes_and_all_of_it_can_be_taken_back(page, site):
    article_id = site.store.articles().index[0]
    rightly = events_of(site.store)
    first, *rest = site.store.mentions(article_id)[1:]
    wrong = replace(first, when=When(date(2001, 5, 1), date(2001, 5, 1)))
    site.store.reread(article_id, [wrong, *rest])  # as older rules may have read it
    wrongly = events_of(site.store)
    opened(page, site)
    page.locator(f"[data-reread={article_id}]").click()
    found = page.locator("#reread-found")
    found.locator("section", has_text="New on the timeline").wait_for()
    found.locator("del", has_text="1 May 2001").wait_for()
    assert events_of(site.store) == wrongly
    page.locator("#reread-save").click()
    page.locator("#reread-toast", has_text="1 new, 1 changed").wait_for()
    assert events_of(site.store) == rightly
    page.locator("#reread-undo").click()
    page.locator("#reread-toast").wait_for(state="hidden")
    assert events_of(site.store) == wrongly


@pytest.fixture
def older(site):
    """As older rules read three articles: in one an event is of 2001, in two the first is missed."""
    ids = list(site.store.articles().index[:3])
    with site.store.writing() as connection:
        for number, article_id in enumerate(ids):
            first, *rest = site.store.mentions(article_id)
            wrong = replace(first, when=When(date(2001, 5, 1), date(2001, 5, 1)))
            site.store.reread(article_id, rest if number else [wrong, *rest])
        mine = schema.articles.c.id.in_(ids)
        connection.execute(schema.articles.update().where(mine).values(reader="0.0.9+12345678"))
    return ids


def test_several_articles_are_read_again_with_one_confirmation_and_taken_back_with_one_undo(
    page, site, older
):
    site.store.edit(site.store.event_list(article_id=older[1])[0].id, title="As a reader has put it")
    before, version = events_of(site.store), site.store.data_version()
    opened(page, site)
    for article_id in older:
        page.locator(f"{ROW}[row-id={article_id}]").wait_for()
        page.locator(f"#library-grid .ag-row[row-id={article_id}] .ag-selection-checkbox input").first.check()
    page.locator("#library-picked-count", has_text="3 articles selected").wait_for()
    page.locator("#library-picked").get_by_role("button", name="Read again").click()
    found = page.locator("#reread-found")
    found.locator("#reread-sum", has_text="1 new, 1 confirmed, 1 changed").wait_for()
    assert found.locator("details").count() == 3
    line = found.locator("details", has_text="1 changed")
    line.locator("summary").click()
    line.locator("del", has_text="1 May 2001").wait_for()
    assert (events_of(site.store), site.store.data_version()) == (before, version)
    page.locator("#reread-save").click()
    page.locator("#reread-toast", has_text="3 articles read again: 1 new, 1 confirmed, 1 changed").wait_for()
    page.locator("#library-picked").wait_for(state="hidden")
    assert {site.store.reader(article_id) for article_id in older} == {reader()}
    after = events_of(site.store)
    assert len(after) == len(before) + 1
    assert "As a reader has put it" in {title for title, *_ in after.values()}
    page.locator("#reread-undo").click()
    page.locator("#reread-toast").wait_for(state="hidden")
    assert events_of(site.store) == before


def test_all_that_older_rules_read_is_read_again_at_once(page, site, older):
    opened(page, site)
    page.locator("#library-again").click()
    page.locator("#reread-found", has_text="3 articles").locator("details").nth(2).wait_for()
    page.locator("#reread-save").click()
    page.locator("#reread-toast", has_text="3 articles read again").wait_for()
    page.locator("#library-again").wait_for(state="hidden")


def test_what_was_read_again_can_be_taken_back_after_a_reload_until_it_is_dismissed(page, site, older):
    before = events_of(site.store)
    toast = page.locator("#reread-toast", has_text="3 articles read again: 1 new")

    def read_again():
        opened(page, site)
        page.locator("#library-again").click()
        page.locator("#reread-save").click()
        toast.wait_for()
        page.reload()
        toast.wait_for()

    read_again()
    page.locator("#reread-undo").click()
    toast.wait_for(state="hidden")
    assert events_of(site.store) == before
    read_again()
    toast.get_by_role("button", name="Close").click()
    toast.wait_for(state="hidden")
    page.reload()
    page.locator("#library-grid .ag-row[row-id]").first.wait_for()
    assert toast.count() == 0


def test_reading_many_again_shows_how_far_it_is_and_can_be_cancelled(page, site):
    opened(page, site)
    before, version = events_of(site.store), site.store.data_version()
    page.locator("#library-grid .ag-header-select-all input").check()
    count = len(site.store.articles())
    page.locator("#library-picked-count", has_text=f"{count} articles selected").wait_for()
    page.locator("#library-picked").get_by_role("button", name="Read again").click()
    page.locator("#reread-doing", has_text=f"of {count} articles").wait_for()
    page.locator("[data-do=reread-cancel]").click()
    page.locator("#reread-working").wait_for(state="hidden")
    assert page.locator("#reread-found").count() == 0
    assert (events_of(site.store), site.store.data_version()) == (before, version)


def test_reading_an_article_again_from_its_page_says_when_nothing_would_change(page, site):
    page.goto(f"{site.url}/article/{site.store.articles().index[0]}")
    page.locator("#article-side [data-reread]").click()
    page.locator("#reread-found", has_text="Nothing would change").wait_for()
    assert page.locator("#reread-save").is_hidden()
    page.locator("#reread-close").click()
    page.locator("#reread-found").wait_for(state="detached")


def test_what_older_rules_read_is_shown_alone_and_noted_once_it_is_read_again(page, site):
    first, second = site.store.articles().index[:2]
    with site.store.writing() as connection:
        older = schema.articles.c.id.in_([first, second])
        connection.execute(schema.articles.update().where(older).values(reader="0.0.9+12345678"))
    opened(page, site)
    button = page.locator("#library-older", has_text="2 read by older rules")
    button.click()
    page.locator("#library-count", has_text="2 of ").wait_for()
    page.locator(f"{ROW}[row-id={first}] [data-reread]").click()
    page.locator("#reread-found", has_text="Nothing would change").wait_for()
    page.locator("#reread-close").click()
    page.locator("#library-older", has_text="1 read by older rules").wait_for()
    assert site.store.reader(first) == reader()
    page.goto(f"{site.url}/article/{second}")
    page.locator("#article-side dd", has_text="older rules (0.0.9+12345678)").wait_for()


def test_the_coverage_counts_the_articles_of_each_month_and_a_year_narrows_the_list(page, site):
    opened(page, site)
    published = site.store.articles()["published"]
    years = published[published != ""].str[:4].value_counts()
    strip = page.locator("#coverage")
    assert strip.locator("[data-year]").count() == len(years)
    button = strip.locator("[data-year='2014']")
    march = (published.str[:7] == "2014-03").sum()
    assert f"2014: {years['2014']} articles" in button.get_attribute("aria-label")
    assert f"Mar {march}" in button.get_attribute("aria-label")
    button.click()
    page.locator("#library-count", has_text=f"{years['2014']} of {len(published)} articles").wait_for()
    page.locator(f"{ROW}[row-id={published.index[0]}]").wait_for(state="detached")
    assert page.locator(ROW).count() == years["2014"]
    page.locator("#library-search").fill("no article has these words")
    page.locator("#library-count", has_text=f"0 of {len(published)} articles").wait_for()
    page.locator("#library-search").fill("")
    button.click()
    page.locator("#library-count", has_text=f"{len(published)} articles").wait_for()


def test_the_list_of_articles_is_exported_as_a_table(page, site):
    opened(page, site)
    with page.expect_download() as download:
        page.locator("#library-export").click()
    table = pd.read_csv(download.value.path(), index_col="id", keep_default_na=False)
    assert download.value.suggested_filename == "articles.csv"
    assert list(table.index) == list(site.store.articles().index)
    assert list(table["title"]) == list(site.store.articles()["title"])


def test_the_page_of_an_article_marks_its_phrases_and_links_them_to_events(page, site):
    article_id = site.store.articles().index[0]
    mentions = site.store.mentions(article_id)
    page.goto(f"{site.url}/article/{article_id}")
    page.locator("#article-text h1", has_text=site.store.article(article_id).title).wait_for()
    article = site.store.article(article_id)
    page.locator(
        "#article-text .byline", has_text=f"{article.publisher} · {article.published.day} "
    ).wait_for()
    shown = page.locator("#article-text .phrase").all_inner_texts()
    assert {mention.timex.text for mention in mentions if mention.timex} <= set(shown)
    page.locator("#article-text .phrase").first.click()
    page.locator("#card h2").wait_for()
    assert f"/article/{article_id}" in page.url


def test_the_page_of_an_article_numbers_its_events_and_sets_them_on_a_line_with_its_own_day(page, site):
    article_id = max(site.store.articles().index, key=lambda at: site.store.count(article_id=at))
    page.goto(f"{site.url}/article/{article_id}")
    listed = page.locator(".article-events li")
    listed.first.wait_for()
    dated = [
        event for event in site.store.event_list(article_id=article_id) if event.when.begin or event.when.end
    ]
    assert page.locator("#article-line a").count() == len(dated)
    assert page.locator("#article-line .published").count() == 1
    phrase = page.locator("#article-text .phrase").first
    number = phrase.get_attribute("data-number")
    named = listed.nth(int(number) - 1).locator("a").inner_text()
    page.locator("#article-line a").first.dispatch_event("click")  # others may lie over it
    page.locator("#card h2").wait_for()
    phrase.click()
    page.locator("#card h2", has_text=named).wait_for()


def test_when_an_article_was_added_stands_in_the_library_and_on_its_page(page, site):
    article_id = site.store.articles().index[0]
    day = datetime.fromisoformat(site.store.added(article_id)).date()
    said = wording.days(day, day)
    page.goto(site.url + "/library")
    page.locator(".ag-row [col-id=added]").first.get_by_text(said).wait_for()
    page.locator(".ag-header-cell[col-id=added]").click()
    page.locator(".ag-header-cell[col-id=added][aria-sort=ascending]").wait_for()
    page.goto(f"{site.url}/article/{article_id}")
    facts = page.locator("#article-side .facts")
    facts.get_by_text(said).wait_for()
    assert article_id[1:] in facts.inner_text()
    assert "English" in facts.inner_text()


def test_an_article_that_is_not_there_is_said(page, site):
    page.goto(site.url + "/article/a000000000000")
    page.locator("#article-missing", has_text="not here").wait_for()


def test_where_not_all_years_fit_the_coverage_begins_with_the_latest(phone, site):
    phone.goto(f"{site.url}/library")
    strip = phone.locator("#coverage")
    strip.locator("[data-year]").first.wait_for()
    expect(strip.locator(".covered").last).to_be_in_viewport(ratio=0.9)
    expect(strip.locator(".covered").first).not_to_be_in_viewport()
