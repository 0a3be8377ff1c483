"""What a reader has said of an event: nothing yet, accepted, edited or rejected; in filters and in tables."""

from tests.store.older import make_older
from tests.store.reports import BERLIN, MINSK
from timeline.exporters import export
from timeline.store import open_store


def reviews(store, **filters):
    return store.events(include_hidden=True, **filters)["review"].to_dict()


def test_accepting_what_was_rejected_puts_it_back_and_one_undo_takes_that_back(store):
    store.add(BERLIN)
    event = store.events().index[0]
    store.hide(event)
    store.accept([event])
    assert store.events()["review"][event] == "accepted"
    store.undo()
    assert event not in store.events().index
    assert store.events(include_hidden=True)["review"][event] == "rejected"


def test_an_event_is_new_until_a_reader_accepts_edits_or_rejects_it(store):
    store.add(BERLIN)
    store.add(MINSK)
    accepted, edited, rejected, *others = store.events().index
    assert set(reviews(store).values()) == {"new"}
    store.accept([accepted])
    store.edit(edited, title="As it was")
    store.hide(rejected)
    wanted = {accepted: "accepted", edited: "edited", rejected: "rejected", **dict.fromkeys(others, "new")}
    assert reviews(store) == wanted
    store.rebuild()
    assert reviews(store) == wanted
    for event_id, review in wanted.items():
        assert event_id in store.events(reviews=[review]).index
        assert store.count(reviews=[review]) == list(wanted.values()).count(review)


def test_many_are_accepted_at_once_and_each_can_be_taken_back(store):
    store.add(BERLIN)
    made = store.accept(list(store.events().index))
    assert set(reviews(store).values()) == {"accepted"}
    store.undo(made[0].id)
    assert reviews(store)[made[0].event_id] == "new"
    store.redo(made[0].id)
    assert reviews(store)[made[0].event_id] == "accepted"


def test_a_note_is_no_review_and_a_later_edit_outweighs_acceptance(store):
    store.add(BERLIN)
    event_id = store.events().index[0]
    store.edit(event_id, note="look at this again")
    assert reviews(store)[event_id] == "new"
    store.accept([event_id])
    store.edit(event_id, kind="other")
    assert reviews(store)[event_id] == "edited"


def test_a_table_carries_reviews_to_another_store_and_back(store, tmp_path):
    store.add(BERLIN)
    store.accept([store.events().index[0]])
    table, other = tmp_path / "events.csv", str(tmp_path / "other.db")
    export(store.events(), table)
    with open_store(other) as second:
        second.import_events(table)
        assert reviews(second) == reviews(store)
    store.undo()
    assert store.import_events(table).changed == 1
    assert set(reviews(store).values()) >= {"accepted"}


def test_a_store_from_before_there_were_reviews_knows_them_from_its_edits(tmp_path):
    path = str(tmp_path / "timeline.db")
    with open_store(path) as store:
        store.add(BERLIN)
        edited, *_, hidden = store.events().index
        store.edit(edited, title="As it was")
        store.hide(hidden)
        before = reviews(store)
        make_older(store, 3)
    with open_store(path) as store:
        assert reviews(store) == before
        assert set(before.values()) >= {"edited", "rejected"}
