"""In which order edits are taken back and made again."""

import json

import pytest

from tests.store.reports import BERLIN, MINSK
from timeline.errors import StoreError


@pytest.fixture
def event(store):
    store.add(MINSK)
    return store.events().index[0]


def titles(edits):
    return [edit.change["title"] for edit in edits]


def test_what_was_taken_back_last_is_made_again_first(store, event):
    store.edit(event, title="First")
    store.undo()
    store.edit(event, title="Second")
    store.undo()
    assert titles(store.redo()) == ["Second"]
    with pytest.raises(StoreError, match="no edit to make again"):
        store.redo()


def test_edits_come_again_in_the_order_in_which_they_were_made(store, event):
    for title in ("First", "Second", "Third"):
        store.edit(event, title=title)
    assert [titles(store.undo()) for _ in range(3)] == [["Third"], ["Second"], ["First"]]
    assert [titles(store.redo()) for _ in range(3)] == [["First"], ["Second"], ["Third"]]


def test_an_older_edit_that_was_taken_back_by_name_comes_again(store, event):
    for title in ("First", "Second"):
        store.edit(event, title=title)
    store.undo(store.history()[1].id)
    assert titles(store.redo()) == ["First"]


def test_what_was_taken_back_for_good_comes_again_by_name_only(store, event):
    store.edit(event, title="First")
    (edit,) = store.history()
    store.take_back([edit.id], for_good=True)
    with pytest.raises(StoreError, match="no edit to make again"):
        store.redo()
    assert store.redo(edit.id)[0].change == {"title": "First"}


def test_an_edit_of_another_event_ends_what_can_be_made_again(store, event):
    store.edit(event, title="First")
    store.undo()
    store.add(BERLIN)  # an article is no edit
    other = next(key for key in store.events().index if key != event)
    store.accept([other])
    with pytest.raises(StoreError, match="no edit to make again"):
        store.redo()


def test_without_imports_the_last_edit_by_hand_is_taken_back_and_made_again(store, event, tmp_path):
    path = tmp_path / "table.json"
    path.write_text(json.dumps([{"title": "Talks in Geneva", "edtf": "2022-01-10"}]), encoding="utf-8")
    store.edit(event, title="First")
    store.import_events(path)
    assert titles(store.undo(imports=False)) == ["First"]
    with pytest.raises(StoreError, match="no edit by hand to undo; `timeline undo` takes"):
        store.undo(imports=False)
    (added,) = store.undo()
    assert (added.action, store.count(text="Geneva")) == ("add", 0)
    assert titles(store.redo(imports=False)) == ["First"]
    store.redo()
    assert store.count(text="Geneva") == 1


def test_a_transaction_is_taken_back_and_made_again_by_the_first_of_its_edits(store, event):
    store.saved()
    with store.writing():
        store.edit(event, title="First")
        store.edit(event, title="Second")
    (step,) = store.saved()
    assert store.saved() == []
    assert titles(store.undo(step, together=True)) == ["Second", "First"]
    assert titles(store.redo(step, together=True)) == ["First", "Second"]
    assert store.saved() == []  # to take back and make again is no new edit
