"""What was tagged apart and turns out to be one occurrence has the tags of both."""

from dataclasses import replace
from datetime import date

import pytest

from tests.store.reports import MINSK, MINSK_AGAIN
from timeline.events import find_mentions
from timeline.model import When

OTHER_DAY = When(date(2015, 1, 2), date(2015, 1, 2))


@pytest.fixture
def apart(store):
    """Two reports of one signing that older rules put on different days, each with its tags."""
    store.save(MINSK, [replace(find_mentions(MINSK)[0], when=OTHER_DAY)])
    store.add(MINSK_AGAIN)
    first, second = (event.id for event in store.event_list())
    store.edit(first, tags=["to check", "ours"])
    store.edit(second, tags=["treaty", "ours"])
    return store


def signed(store):
    (event,) = store.event_list(kinds=["agreement"])
    return event


BOTH = ("to check", "ours", "treaty")


def merge_by_reading_again(store):
    store.reread(MINSK.id)


def merge_by_a_rebuild(store):
    store.rebuild()


def merge_by_hand(store):
    store.merge([event.id for event in store.event_list()])


@pytest.mark.parametrize("merge", [merge_by_reading_again, merge_by_a_rebuild, merge_by_hand])
def test_a_merged_event_has_the_tags_of_both_and_keeps_them_through_a_rebuild(apart, merge):
    merge(apart)
    for _ in range(2):
        event = signed(apart)
        assert (len(event.mentions), event.tags) == (2, BOTH)
        assert apart.event(event.id).tags == BOTH
        assert apart.ids(tags=["treaty"]) == apart.ids(text="to check") == [event.id]
        assert list(apart.events(ids=[event.id])["tags"]) == ["; ".join(BOTH)]
        apart.rebuild()


def test_a_reader_s_later_word_on_the_merged_event_holds_alone(apart):
    apart.reread(MINSK.id)
    apart.edit(signed(apart).id, tags=["settled"])
    apart.rebuild()
    assert signed(apart).tags == ("settled",)
    apart.undo()
    assert signed(apart).tags == BOTH
    apart.edit(signed(apart).id, tags=[])
    assert signed(apart).tags == ()


def test_what_comes_apart_again_has_its_own_tags_again(apart):
    before = {event.id: event.tags for event in apart.event_list()}
    done = apart.reread(MINSK.id)
    apart.take_back_reread([done])
    assert {event.id: event.tags for event in apart.event_list()} == before


def test_as_known_on_a_day_an_event_has_its_tags(apart):
    apart.reread(MINSK.id)
    known = apart.event_list(known_by="2015-02-15", kinds=["agreement"])
    assert [(len(event.mentions), event.tags) for event in known] == [(1, BOTH)]
