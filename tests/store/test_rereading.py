"""An article that was read with older rules, read again: what changes, what stays, and all of it undone."""

from dataclasses import replace
from datetime import date

import pytest

from tests.store.reports import BERLIN, MINSK, MINSK_AGAIN
from timeline.errors import StoreError
from timeline.events import find_mentions
from timeline.model import When
from timeline.reader import reader

OLD_DAY = When(date(2022, 12, 20), date(2022, 12, 20))


@pytest.fixture
def read_badly(store):
    """The report from Berlin as older rules read it: the visit a day off, the rally not seen."""
    visit, rally = find_mentions(BERLIN)
    store.save(BERLIN, [replace(visit, when=OLD_DAY)])
    assert rally.kind == "protest"
    return store


def facts(store):
    return {e.id: (e.title, e.when, e.kind, e.review, [m.id for m in e.mentions]) for e in store.event_list()}


def test_what_would_change_is_told_before_anything_does(read_badly):
    before, version = facts(read_badly), read_badly.data_version()
    found = read_badly.preview_reread(BERLIN.id)
    assert [(old.when, new.when.begin) for old, new in found.changed] == [(OLD_DAY, date(2022, 12, 21))]
    assert [event.kind for event in found.new] == ["protest"]
    assert (found.joined, found.left, found.gone) == ((), (), ())
    assert (facts(read_badly), read_badly.data_version()) == (before, version)


def test_reading_again_is_as_if_the_article_had_been_read_so_at_first_and_can_be_taken_back(
    read_badly, store
):
    before = facts(read_badly)
    was = read_badly.reread(BERLIN.id)
    assert was
    assert not read_badly.preview_reread(BERLIN.id)
    assert {e.when.begin for e in store.event_list()} == {date(2022, 12, 18), date(2022, 12, 21)}
    store.reread(BERLIN.id, was.mentions, was.ids)
    assert facts(store) == before


def test_corrections_are_kept(read_badly):
    (event_id,) = facts(read_badly)
    read_badly.edit(event_id, title="Zelensky in Washington")
    found = read_badly.reread(BERLIN.id)
    ((old, new),) = found.changed
    assert (old.id, new.id, new.title) == (event_id, event_id, "Zelensky in Washington")
    assert new.review == "edited"


def test_an_event_that_another_article_tells_too_stays_as_that_one_tells_it(store):
    store.add(MINSK)
    store.add(MINSK_AGAIN)
    (signed,) = [event for event in store.event_list() if len(event.mentions) == 2]
    was = store.reread(MINSK_AGAIN.id, [])
    assert [event.id for event in was.left] == [signed.id]
    assert len(store.event(signed.id).mentions) == 1
    again = store.reread(MINSK_AGAIN.id)
    assert [event.id for event in again.joined] == [signed.id]
    assert store.event(signed.id) == signed


def test_what_is_found_no_more_leaves_the_timeline(store):
    store.add(BERLIN)
    was = store.reread(BERLIN.id, find_mentions(BERLIN)[:1])
    assert [event.kind for event in was.gone] == ["protest"]
    assert len(store.event_list()) == 1


def test_an_article_that_is_not_there_is_said(store):
    with pytest.raises(StoreError, match="no article 'a0'"):
        store.preview_reread("a0")


def test_the_rules_that_read_an_article_are_noted_come_back_on_undo_and_are_today_s_after_a_rebuild(store):
    article_id = store.save(MINSK, find_mentions(MINSK), read_by="0.0.9").article_id
    assert store.articles().loc[article_id, "reader"] == "0.0.9"
    done = store.reread(article_id)
    assert (done.reader, store.reader(article_id)) == ("0.0.9", reader())
    store.reread(article_id, done.mentions, done.ids, done.reader)
    assert store.reader(article_id) == "0.0.9"
    store.rebuild()
    assert store.reader(article_id) == reader()
