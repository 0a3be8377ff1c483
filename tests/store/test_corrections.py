"""What readers decide about which events are one: merged, split, kept apart, linked; and all of it undone."""

from dataclasses import replace
from datetime import date

import pytest

from tests.store.reports import BERLIN, MINSK, MINSK_AGAIN
from timeline.errors import UsageError
from timeline.exporters import export_bytes
from timeline.model import Article, Mention, Status, When

DAY = When(date(2022, 4, 14), date(2022, 4, 14))
SHIP = Article(
    "Missiles hit the cruiser Moskva on 14 April 2022.\n\nThe cruiser sank on 14 April 2022.",
    date(2022, 4, 15),
    title="Cruiser lost",
    publisher="Desk",
)


def told(trigger, title, kind="attack", article=SHIP):
    """What a report says of the cruiser by one of its verbs."""
    sentence = next(line for line in article.text.splitlines() if trigger in line)
    start, at = article.text.index(sentence), article.text.index(trigger)
    return Mention(
        article.id, sentence, start, start + len(sentence), trigger, at, at + len(trigger), title, DAY,
        Status.HAPPENED, kind, confidence=0.9,
    )  # fmt: skip


STRIKE, SINKING = told("hit", "Missiles hit the cruiser Moskva"), told("sank", "Moskva sank")
LONGER = replace(SHIP, text=f"{SHIP.text}\n\nOfficials blamed a fire, and insurers counted their claims.")


@pytest.fixture
def ship(store):
    """A store with two events of one day that may be one: the ids of the strike and of the sinking."""
    events = {event.title: event.id for event in store.save(SHIP, [STRIKE, SINKING]).events}
    return events[STRIKE.title], events[SINKING.title]


def proposed(store):
    return [{pair.first.id, pair.second.id} for pair in store.duplicates()]


def test_events_that_are_alike_are_proposed_as_one_with_how_alike_they_are(store, ship):
    (pair,) = store.duplicates()
    assert {pair.first.id, pair.second.id} == set(ship)
    assert 0.4 <= pair.likeness < 0.62  # from 0.62 on, merging needs no reader


def test_how_alike_two_events_are_counts_all_that_is_told_of_both(store):
    blame = told("blamed", "Officials blamed a fire", "statement", LONGER)
    count = told("counted", "Insurers counted their claims", "other", LONGER)
    strike, sinking = (replace(mention, article_id=LONGER.id) for mention in (STRIKE, SINKING))
    ids = {event.title: event.id for event in store.save(LONGER, [strike, sinking, blame, count]).events}
    (before,) = store.duplicates()
    assert {before.first.id, before.second.id} == {ids[STRIKE.title], ids[SINKING.title]}
    store.merge([ids[STRIKE.title], ids[blame.title], ids[count.title]])
    assert all(pair.likeness < before.likeness - 0.05 for pair in store.duplicates())


def test_events_of_days_that_exclude_one_another_are_not_proposed(store):
    """That some report says "in April" makes the 14th and the 20th no one day."""
    vague = replace(STRIKE, when=When(date(2022, 4, 1), date(2022, 4, 30), precision="month"))
    later = replace(SINKING, when=When(date(2022, 4, 20), date(2022, 4, 20)))
    store.save(SHIP, [vague, later])
    assert len(proposed(store)) == 1
    (strike,) = (event for event in store.event_list() if event.title == STRIKE.title)
    store.edit(strike.id, when=DAY)
    assert proposed(store) == []


@pytest.mark.parametrize("decide", ["separate", "link"])
def test_what_a_reader_called_different_is_not_proposed_again_even_after_a_rebuild(store, ship, decide):
    getattr(store, decide)(*ship)
    assert proposed(store) == []
    store.rebuild()
    assert proposed(store) == []
    assert set(store.events().index) == set(ship)
    store.undo()
    assert proposed(store) == [set(ship)]


def test_linked_events_are_each_others_related_events(store, ship):
    strike, sinking = ship
    store.link(strike, sinking)
    assert [event.id for event in store.related(strike)] == [sinking]
    assert [event.id for event in store.related(sinking)] == [strike]
    store.undo()
    assert store.related(strike) == []


def test_merged_events_keep_the_first_id_and_the_other_id_leads_there(store, ship):
    for first, second in (ship, ship[::-1]):
        assert store.merge([first, second]).id == first
        assert store.event(second).id == first
        store.rebuild()
        assert store.event(second).id == first
        with pytest.raises(UsageError, match="one already"):
            store.merge([first, second])
        store.undo()
        assert set(store.events().index) == set(ship)


def test_an_edit_by_an_old_id_is_an_edit_of_what_the_event_was_merged_into(store, ship):
    strike, sinking = ship
    store.merge([strike, sinking])
    assert store.edit(sinking, title="The Moskva is lost").id == strike


def test_the_history_of_either_event_shows_that_they_were_merged(store, ship):
    strike, sinking = ship
    store.edit(sinking, title="The Moskva is lost")
    store.merge([strike, sinking])
    actions = ["merge", "change"]
    assert [edit.action for edit in store.history(strike)] == actions
    assert [edit.action for edit in store.history(sinking)] == actions


def test_undoing_a_split_or_a_merge_gives_every_part_its_own_id_again(store):
    store.add(MINSK)
    event = store.event(store.add(MINSK_AGAIN).joined[0].id)
    for mention in event.mentions:
        apart = store.split(event.id, [mention.id])
        parts = {e.id: [m.id for m in e.mentions] for e in (store.event(event.id), apart)}
        (split,) = store.undo()
        assert store.event(event.id).mentions == event.mentions
        store.redo(split.id)
        assert {e: [m.id for m in store.event(e).mentions] for e in parts} == parts
        store.merge([apart.id, event.id])
        store.undo()
        assert {e: [m.id for m in store.event(e).mentions] for e in parts} == parts
        store.undo()


def test_several_changes_in_one_transaction_are_kept_all_together_or_not_at_all(store, ship):
    strike, sinking = ship

    def hide_and_fail():
        with store.writing():
            store.hide(strike)
            assert strike not in store.events().index  # the same thread sees what it has done so far
            store.merge([sinking, sinking])

    with pytest.raises(UsageError):
        hide_and_fail()
    assert set(store.events().index) == set(ship)
    assert store.history() == []


def test_what_was_saved_together_is_taken_back_and_made_again_together(store):
    store.add(MINSK)
    store.add(BERLIN)
    before = snapshot(store)
    first, second, *others = before
    store.edit(first, title="As it was")
    after_one = snapshot(store)
    with store.writing():
        store.edit(first, kind="other")
        store.hide(second)
        store.accept(others)
    after = snapshot(store)
    assert [edit.action for edit in store.undo()] == ["accept"] * len(others) + ["hide", "change"]
    assert snapshot(store) == after_one
    assert len(store.redo()) == 2 + len(others)
    assert snapshot(store) == after
    store.undo()
    assert [edit.change for edit in store.undo()] == [{"title": "As it was"}]
    assert snapshot(store) == before


def test_an_edit_taken_back_by_name_leaves_those_saved_with_it(store):
    store.add(MINSK)
    with store.writing():
        for event_id in store.events().index:
            store.edit(event_id, kind="other")
    newest, *others = store.history()
    assert store.undo(newest.id) == [newest]
    assert [edit.id for edit in store.undo(others[-1].id, together=True)] == [edit.id for edit in others]


def snapshot(store):
    return {event.id: (event.title, event.kind, event.review) for event in store.event_list()}


def test_tags_are_a_reader_s_own_are_found_again_and_stay_through_merging_rebuilding_and_a_table(
    store, tmp_path
):
    first, second = [event.id for event in store.add(BERLIN).events][:2]
    store.edit(first, tags=["to check", "visit; big", "to check"])
    store.edit(second, tags=["to check"])
    assert store.event(first).tags == ("to check", "visit big")
    assert (store.event(first).review, store.event(first).edited) == ("new", ())
    assert store.ids(tags=["visit big"]) == store.ids(text="visit big") == [first]
    assert store.facets()["tags"] == {"to check": 2, "visit big": 1}
    store.rebuild()
    assert store.event(first).tags == ("to check", "visit big")
    table = tmp_path / "events.csv"
    table.write_bytes(export_bytes(store.events(), "csv"))
    assert store.import_events(table).unchanged == store.count()
    table.write_text(table.read_text(encoding="utf-8").replace("to check; visit big", "visit big"))
    store.import_events(table)
    assert store.merge([first, second]).tags == ("visit big", "to check")
    store.undo()
    assert store.event(first).tags == ("visit big",)


def test_a_tag_is_added_to_those_that_several_events_have_and_taken_back_at_once(store):
    first, second = [event.id for event in store.add(BERLIN).events][:2]
    store.edit(first, tags=["old"])
    store.correct([first, second], "tag", tags=["new"])
    assert [store.event(key).tags for key in (first, second)] == [("old", "new"), ("new",)]
    store.undo()
    assert [store.event(key).tags for key in (first, second)] == [("old",), ()]
