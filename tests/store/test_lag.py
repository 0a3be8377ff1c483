"""When an event was first reported and how long after it happened: kept, sorted by, exported, upgraded to."""

from dataclasses import replace
from datetime import date

from tests.store.older import make_older
from tests.store.reports import MINSK, MINSK_AGAIN
from timeline.exporters import export
from timeline.store import Filter, open_store
from timeline.store.pages import page


def lags(store):
    frame = store.events()
    return dict(zip(frame["title"], zip(frame["first_reported"], frame["lag"], strict=True), strict=True))


def test_the_first_of_several_reports_counts(store):
    store.add(MINSK_AGAIN)
    (late,) = lags(store).values()
    assert late == ("2015-02-20", 8)
    store.add(MINSK)
    assert sorted(lags(store).values()) == [
        ("2015-02-13", -4),
        ("2015-02-13", 1),
    ]  # the withdrawal is to come


def test_as_known_on_a_day_only_what_was_published_by_then_counts(store):
    store.add(MINSK)
    store.add(replace(MINSK_AGAIN, published=date(2015, 2, 12)))
    known = store.events(known_by="2015-02-12")
    assert list(known["lag"]) == [0]


def test_the_list_is_ordered_by_lag_the_latest_learned_first(store):
    store.add(MINSK)
    rows = page(store, Filter(), 0, 10, ["lag"], falling=True)
    assert [row["lag"] for row in rows] == [1, -4]


def test_an_edit_of_the_date_changes_the_lag_and_a_table_carries_the_first_report(store, tmp_path):
    store.add(MINSK)
    event = store.event_list(text="signed")[0]
    store.edit(event.id, when="2015-02-10", note="The record says so.")
    assert ("2015-02-13", 3) in lags(store).values()
    table = tmp_path / "events.csv"
    export(store.events(), table)
    with open_store(str(tmp_path / "other.db")) as other:
        other.import_events(table)
        assert lags(other) == lags(store)
        again = tmp_path / "again.csv"
        export(other.events(), again)
    assert again.read_bytes() == table.read_bytes()


def test_an_older_store_comes_to_know_its_lags(url):
    with open_store(url) as store:
        store.add(MINSK)
        before = lags(store)
        make_older(store, 11)
    with open_store(url) as store:
        assert lags(store) == before
