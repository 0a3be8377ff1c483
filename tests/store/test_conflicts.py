"""Sources that disagree about a date: all dates are kept, and a reader's choice is laid over them."""

from datetime import date

import pytest

from tests.store.older import make_older
from tests.store.reports import BERLIN
from timeline.errors import StoreError
from timeline.events import find_mentions
from timeline.model import Article
from timeline.store import open_store


def merged(store):
    """One event of two dates: a reader said that two reports tell the same."""
    store.add(BERLIN)
    rally = store.events(begin="2022-12-18", end="2022-12-18").index[0]
    visit = store.events(begin="2022-12-21", end="2022-12-21").index[0]
    return store.merge([rally, visit])


def edtf(whens):
    return [when.edtf for when in whens]


def test_the_other_date_is_kept_and_found_without_reading_the_mentions(store):
    event = merged(store)
    assert {event.when.edtf, *edtf(event.conflicting)} == {"2022-12-18", "2022-12-21"}
    assert store.conflicts() == {event.id: event.conflicting}
    assert store.conflicts(text="nothing like it") == {}
    assert store.conflicts(known_by="2022-12-31") == {event.id: event.conflicting}


def test_after_a_choice_the_other_date_is_the_one_that_disagrees(store):
    event = merged(store)
    (other,) = event.conflicting
    chosen = store.edit(event.id, when=other, note="The visit is what both tell.")
    assert (chosen.when, edtf(chosen.conflicting)) == (other, [event.when.edtf])
    assert store.history(event.id)[0].note == "The visit is what both tell."
    store.rebuild()
    assert store.conflicts()[event.id] == chosen.conflicting


def test_what_was_taken_back_is_made_again_until_something_new_is_done(store):
    event = merged(store)
    store.edit(event.id, title="First title")
    store.edit(event.id, title="Second title")
    store.undo()
    store.undo()
    assert store.redo()[0].change == {"title": "First title"}
    assert store.event(event.id).title == "First title"
    store.edit(event.id, kind="other")
    with pytest.raises(StoreError, match="no edit to make again"):
        store.redo()
    assert store.redo(store.history(event.id)[1].id)[0].change == {"title": "Second title"}


def told(day, published, publisher):
    text = f"The leaders of Ukraine, Russia, France and Germany met in Paris on {day} for a summit on Donbas."
    return Article(text, date.fromisoformat(published), publisher=publisher)


def test_articles_that_give_one_occurrence_two_days_make_one_event_until_a_reader_splits_it(store):
    store.add(told("9 December 2019", "2019-12-10", "Paper"))
    article = told("10 December 2019", "2019-12-14", "Gazette")
    (previewed,) = store.preview(article, find_mentions(article)).joined
    (event,) = store.add(article).joined
    assert {event.when.edtf, *edtf(event.conflicting)} == {"2019-12-09", "2019-12-10"}
    assert (previewed.conflicting, event.publishers) == (event.conflicting, 2)
    assert store.conflicts() == {event.id: event.conflicting}
    store.split(event.id, [event.mentions[0].id])
    store.rebuild()
    assert (store.count(), store.conflicts()) == (2, {})


def test_an_older_store_learns_of_its_conflicts_when_it_is_opened(url):
    with open_store(url) as store:
        event = merged(store)
        make_older(store, 1)
    with open_store(url) as store:
        assert store.conflicts() == {event.id: event.conflicting}
