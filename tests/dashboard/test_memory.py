"""What the memory draws and counts is what the store says, before and after a change."""

import numpy as np
import pytest

from dashboard.memory import memory_of
from tests.store.reports import BERLIN, MINSK, MINSK_AGAIN
from timeline.events import find_mentions
from timeline.figure import drawing
from timeline.marks import marks
from timeline.store import Filter, open_store
from timeline.view import View

CHOICES = {
    "all": Filter(),
    "a word": Filter(text="agreement"),
    "a kind": Filter(kinds=("agreement", "protest")),
    "an actor": Filter(actors=("Joe Biden",)),
    "what was known": Filter(known_by="2015-02-14"),
    "nothing": Filter(text="zzz"),
}


@pytest.fixture
def store(tmp_path):
    with open_store(str(tmp_path / "timeline.db")) as store:
        for article in (MINSK, MINSK_AGAIN, BERLIN):
            store.save(article, find_mentions(article))
        yield store


@pytest.mark.parametrize("by", ["kind", "actor", "place", "none"])
@pytest.mark.parametrize("chosen", CHOICES.values(), ids=list(CHOICES))
def test_the_events_of_a_filter_are_drawn_as_if_read_from_the_store(store, chosen, by):
    drawn = memory_of(store).marks(chosen, by)
    read = marks(store.events(chosen), by, store.conflicts(chosen))
    assert list(drawn.ids) == list(read.ids)
    assert drawn.lanes == read.lanes
    for column in ("lo", "a1", "b0", "hi", "lane", "colour", "importance"):
        assert np.array_equal(getattr(drawn, column), getattr(read, column))


@pytest.mark.parametrize("chosen", CHOICES.values(), ids=list(CHOICES))
def test_counts_are_those_of_the_store(store, chosen):
    for facet, counts in store.facets(chosen).items():
        assert memory_of(store).counts(facet, chosen) == counts


def test_what_is_rejected_is_counted_and_drawn_where_it_is_asked_for(store):
    memory, chosen = memory_of(store), Filter(reviews=("rejected",))
    rejected, *others = store.events().index
    assert "rejected" not in memory.counts("reviews", Filter())
    store.hide(rejected)
    assert memory.counts("reviews", Filter()) == {"new": len(others), "rejected": 1}
    assert store.facets()["reviews"] == {"new": len(others), "rejected": 1}
    assert list(memory.marks(chosen, "kind").ids) == [rejected]
    assert memory.counts("kinds", chosen) == {store.event(rejected).kind: 1}
    assert rejected not in memory.marks(Filter(), "kind").ids


def test_a_correction_is_drawn_at_once(store):
    memory = memory_of(store)
    event = next(iter(memory.marks(Filter(), "kind").ids))
    store.edit(event, title="A better title")
    shown = memory.marks(Filter(), "kind")
    assert shown.row(shown.position(event)).title == "A better title"


def test_an_imported_table_with_empty_cells_is_drawn(store, tmp_path):
    table = tmp_path / "own.csv"
    table.write_text("title,edtf,publisher\nA bridge opens,2018-05,The Ledger\n", encoding="utf-8")
    store.import_events(table)
    shown = memory_of(store).marks(Filter(publishers=("The Ledger",)), "kind")
    drawn = drawing(shown, View())
    assert [hit[0] for hit in drawn["layout"]["meta"]["hits"]] == list(shown.ids)


def test_what_nobody_has_reviewed_is_counted_before_and_after_a_change(store):
    memory = memory_of(store)
    first, *others = memory.everything().marks.ids
    assert memory.unreviewed() == 1 + len(others)
    store.accept([first])
    assert memory.unreviewed() == len(others)
    memory.everything()
    assert memory.unreviewed() == len(others)
