"""What the list does to several events or to a cell: one step each, in words that are true."""

import pytest

from dashboard import state
from dashboard.views import bulk, table
from timeline.errors import UsageError
from timeline.store import Filter
from timeline.store.pages import following


def done(store, action, ids, **more):
    return bulk.act(store, {"action": action, "ids": list(ids), **more})


def test_each_action_is_said_and_its_undo_takes_back_all_of_it(store):
    before = store.event_list()
    first, second, *_ = (event.id for event in before)
    for action, more, words in (
        ("accept", {}, "2 events accepted."),
        ("hide", {}, "2 events rejected: off the timeline."),
        ("change", {"kind": "other"}, "2 events made “other”."),
        ("merge", {}, "2 events merged into one."),
    ):
        told = done(store, action, (first, second), **more)
        assert told["said"] == words
        assert store.event_list() != before
        store.undo(told["edit"], together=True)
        assert store.event_list() == before


def test_what_is_so_already_or_gone_is_left_alone(store):
    first, second, third, *_ = store.events().index
    store.accept([first])
    store.hide(third)
    assert done(store, "hide", (third,))["said"] == "Nothing to change in what is selected."
    assert done(store, "accept", (first, second, "e0"))["said"] == "1 event accepted."
    assert done(store, "accept", (third,))["said"] == "1 event accepted."  # what was rejected is put back
    assert done(store, "accept", (first, second)) == {
        "said": "Nothing to change in what is selected.",
        "edit": None,
    }


def test_several_events_are_changed_all_or_none(store):
    first, second, *_ = store.events().index
    with pytest.raises(UsageError, match="no kind"):
        done(store, "change", (first, second), kind="nonsense")
    with pytest.raises(UsageError, match="at least two"):
        done(store, "merge", (first,))
    with pytest.raises(UsageError, match="no action"):
        done(store, "delete", (first,))
    assert store.history() == []


def test_a_cell_is_kept_as_an_edit_and_only_some_columns_can_be_typed_into(store):
    event_id = store.events().index[0]
    for column, text in (("title", "As it was"), ("kind", "other"), ("note", "Seen by us")):
        told = table.corrected(store, {"colId": column, "rowId": event_id, "value": f" {text} "})
        assert told["edit"] == store.history(event_id)[0].id
        assert getattr(store.event(event_id), column) == text
        assert table.corrected(store, {"colId": column, "rowId": event_id, "value": text})["edit"] is None
    with pytest.raises(UsageError, match="title cannot be empty"):
        table.corrected(store, {"colId": "title", "rowId": event_id, "value": None})
    with pytest.raises(UsageError, match="open the event"):
        table.corrected(store, {"colId": "date", "rowId": event_id, "value": "2022"})


def test_the_next_event_to_review_comes_after_the_open_one_and_then_from_the_start(store):
    first, second, *others = store.events().index
    new = Filter(reviews=("new",))
    assert following(store, new, None)["id"] == first
    assert following(store, new, first)["id"] == second
    assert following(store, new, others[-1])["id"] == first
    store.accept([first, *others])
    assert following(store, new, others[-1])["id"] == second
    assert following(store, new, second) is None


def test_the_order_of_the_list_is_read_from_the_address():
    assert state.read({"sort": "-title"}).sort == "-title"
    assert state.read({}).sort == ""
    assert set(table.ORDERS) >= {"date", "title", "kind", "review", "note"}
