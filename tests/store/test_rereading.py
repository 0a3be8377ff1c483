"""An article that was read with older rules, read again: what changes, what stays, and all of it undone."""

from dataclasses import replace
from datetime import date

import pytest

from tests.store.reports import BERLIN, MINSK, MINSK_AGAIN, SIGNED
from timeline.errors import StoreError
from timeline.events import find_mentions
from timeline.model import Article, When
from timeline.reader import reader
from timeline.store import open_store, together

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
    store.take_back_reread([was])
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


@pytest.fixture
def several(read_badly):
    """Three reports that older rules read: a visit a day off, and two of which each missed an event."""
    signed, withdrawal = find_mentions(MINSK)
    read_badly.save(MINSK, [withdrawal])
    read_badly.save(MINSK_AGAIN, [])
    assert signed.kind == "agreement"
    return read_badly


THREE = (BERLIN.id, MINSK.id, MINSK_AGAIN.id)


def test_several_are_read_again_each_after_what_those_before_it_have_changed(several):
    before, version = facts(several), several.data_version()
    told = several.reread_several(THREE, trial=True)
    assert [found.article_id for found in told] == list(THREE)
    assert [event.kind for event in told[1].new] == ["agreement"]
    assert [event.id for event in told[2].joined] == [told[1].new[0].id]  # not a second new one
    assert (facts(several), several.data_version()) == (before, version)
    assert len(together(told).new) == 2  # the rally and what was signed
    assert (len(together(told).changed), together(told).joined, together(told).gone) == (1, (), ())
    assert several.reread_several(THREE) == told
    assert not any(several.reread_several(THREE, trial=True))


def test_several_are_taken_back_together_with_the_corrections_as_they_were(several):
    visit = next(event for event in several.event_list() if event.kind == "visit" or event.when == OLD_DAY)
    several.edit(visit.id, title="Zelensky in Washington", tags=["to check"])
    before = facts(several)
    done = several.reread_several(THREE)
    assert (several.event(visit.id).title, several.event(visit.id).tags) == (
        "Zelensky in Washington",
        ("to check",),
    )
    several.take_back_reread(reversed(done))
    assert facts(several) == before


def test_of_several_all_are_read_again_or_none(several):
    before = facts(several)
    with pytest.raises(StoreError, match="no article 'a0'"):
        several.reread_several([*THREE, "a0"])

    def ended():
        yield from THREE[:2]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        several.reread_several(ended())
    assert facts(several) == before


def test_what_is_remembered_under_a_key_is_taken_back_even_by_another_program(several, url):
    before = facts(several)
    done = several.reread_several(THREE, key="monday")
    assert facts(several) != before
    with open_store(url) as other:  # as after a restart
        kept = other.kept_reread("monday")
        assert [(was.article_id, was.mentions, was.reader) for was in kept] == [
            (was.article_id, was.mentions, was.reader) for was in done
        ]
        other.take_back_reread(kept[::-1], key="monday")
        assert other.kept_reread("monday") == []
    assert facts(several) == before


def test_others_can_write_while_articles_are_read_again_or_tried(several, url):
    written = []

    def slowly(trial):
        for article_id in THREE:
            with open_store(url) as other:
                other.edit(other.event_list()[0].id, note=f"{trial} {article_id}")
            written.append(article_id)
            yield article_id

    several.reread_several(slowly(False))
    assert written == [*THREE]
    if not url.startswith("postgres"):  # there a trial holds what it tries on
        several.reread_several(slowly(True), trial=True)
        assert written == [*THREE, *THREE]


def test_what_reading_again_joins_is_apart_again_under_the_ids_that_both_had(store):
    first = replace(MINSK_AGAIN, text=f"{SIGNED} on 12 February.", publisher="Ukrinform")
    store.add(first)
    store.add(MINSK_AGAIN)
    store.remove(first.id)  # the event keeps an id that came of an article that is gone
    store.save(MINSK, [replace(find_mentions(MINSK)[0], when=OLD_DAY)])
    before = facts(store)
    done = store.reread(MINSK.id)
    assert any(len(event.mentions) == 2 for event in store.event_list())
    store.take_back_reread([done])
    assert facts(store) == before


def test_what_comes_and_goes_among_several_is_told_once(store):
    """One report loses what the other still tells, and then that one too: gone, not left and gone."""
    store.add(MINSK)
    store.add(MINSK_AGAIN)
    done = [store.reread(article.id, []) for article in (MINSK, MINSK_AGAIN)]
    assert [event.kind for event in done[0].left] == ["agreement"]
    assert {event.id for event in together(done).gone} == {e.id for each in done for e in each.gone}
    assert together(done).left == ()
    back = [store.reread(article.id) for article in (MINSK, MINSK_AGAIN)]
    assert len(together(back).new) == len(together(done).gone)
    assert not together([*done, *back]).gone


def test_an_article_that_is_not_there_is_said(store):
    with pytest.raises(StoreError, match="no article 'a0'"):
        store.preview_reread("a0")


def test_the_rules_that_read_an_article_are_noted_come_back_on_undo_and_are_today_s_after_a_rebuild(store):
    article_id = store.save(MINSK, find_mentions(MINSK), read_by="0.0.9").article_id
    assert store.articles().loc[article_id, "reader"] == "0.0.9"
    done = store.reread(article_id)
    assert (done.reader, store.reader(article_id)) == ("0.0.9", reader())
    store.take_back_reread([done])
    assert store.reader(article_id) == "0.0.9"
    store.rebuild()
    assert store.reader(article_id) == reader()


def test_another_publication_date_moves_what_depends_on_it_and_can_be_taken_back(store):
    text = "Austria signed an agreement with Slovakia on Thursday. Poland held an election on 1 March 2016."
    report = Article(text, date(2022, 2, 12), published_why="given")
    store.save(report, find_mentions(report))
    before, right = facts(store), date(2022, 2, 19)
    (trial,) = store.reread_several([report.id], trial=True, published=right)
    assert [new.when.begin for _, new in trial.changed] == [date(2022, 2, 17)]
    assert (facts(store), store.article(report.id)) == (before, report)
    store.reread_several([report.id], key="a", published=right)
    assert store.article(report.id).published == right
    assert store.events()["published"].str[:10].unique().tolist() == [right.isoformat()]
    assert store.article(report.id).published_why == "as corrected by a reader"
    assert set(facts(store)) == set(before)
    store.take_back_reread(store.kept_reread("a"), key="a")
    assert (facts(store), store.article(report.id)) == (before, report)


def test_what_an_article_of_unknown_date_tells_comes_on_the_timeline_with_its_date(store):
    report = Article("Austria signed an agreement with Slovakia on Thursday.")
    store.save(report, find_mentions(report))
    assert store.count() == 0
    store.reread(report.id, published=date(2022, 2, 12))
    assert [event.when.begin for event in store.event_list()] == [date(2022, 2, 10)]
