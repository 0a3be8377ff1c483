"""What a reader's timeline keeps: each test runs on SQLite and on PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa

from tests.store.older import make_older
from tests.store.reports import BERLIN, MINSK, MINSK_AGAIN, SIGNED, numbered
from timeline.errors import StoreError, TimelineError, UsageError
from timeline.exporters import export_bytes
from timeline.marks import marks, milliseconds
from timeline.model import Event, Place, Status, When
from timeline.store import open_store, schema


def titles(store, **filters):
    return list(store.events(**filters)["title"])


def event_on(store, day):
    """The id of the one event of a day."""
    (found,) = store.events(begin=day, end=day, precisions=["day"]).index
    return found


def test_an_added_article_is_there_with_its_events_after_reopening(url):
    with open_store(url) as store:
        added = store.add(MINSK)
        assert added.new
        assert added.events
    with open_store(url) as again:
        assert again.article(added.article_id) == MINSK
        assert {event.id for event in added.events} == set(again.events().index)
        assert [mention.sentence for mention in again.mentions(added.article_id)]


def test_adding_the_same_text_again_changes_nothing_not_even_the_data_version(store):
    store.add(MINSK)
    before = store.events().to_csv(), store.data_version()
    again = store.add(replace(MINSK, text=MINSK.text + "\n\n", title="Another headline"))
    assert not again.new
    assert (store.events().to_csv(), store.data_version()) == before


def test_when_an_article_was_added_is_known_and_comes_back_with_it(store):
    article_id = store.add(MINSK).article_id
    added = store.added(article_id)
    assert datetime.now(UTC) - datetime.fromisoformat(added) < timedelta(minutes=5)
    assert store.articles().loc[article_id, "added"] == added
    mentions, article = store.mentions(article_id), store.article(article_id)
    store.remove(article_id)
    store.save(article, mentions, added="2022-02-12T08:30:00+00:00")
    assert store.added(article_id) == "2022-02-12T08:30:00+00:00"
    make_older(store, 13)
    with store.writing() as connection:
        schema.migrate(connection)
    assert store.added(article_id) == ""  # an older program did not note it


def test_a_changed_article_at_the_same_address_replaces_the_old_one(store):
    old = store.add(MINSK)
    new = store.add(
        replace(MINSK, text="The parties signed a ceasefire agreement in Minsk on 12 February 2015.")
    )
    assert new.replaced == old.article_id
    assert list(store.articles().index) == [new.article_id]
    assert "2015-02-17" not in set(store.events()["begin"])


def test_a_second_article_about_the_same_occurrence_joins_its_event(store):
    store.add(MINSK)
    alone = store.event(event_on(store, "2015-02-12"))
    joined = store.add(MINSK_AGAIN)
    both = store.event(alone.id)
    assert alone.id in {event.id for event in joined.joined}
    assert len(both.mentions) == len(alone.mentions) + 1
    assert both.publishers == 2


def test_removing_an_article_leaves_what_the_others_tell(store):
    first, second = store.add(MINSK).article_id, store.add(MINSK_AGAIN).article_id
    store.remove(first)
    assert list(store.articles().index) == [second]
    assert store.event(event_on(store, "2015-02-12")).publishers == 1
    store.remove(second)
    assert store.count() == 0


def test_what_is_not_there_is_told_in_one_sentence(store):
    for ask in (store.article, store.event, store.remove, store.hide):
        with pytest.raises(StoreError, match="x000"):
            ask("x000")
    with pytest.raises(StoreError, match="no edit to undo"):
        store.undo()


def test_an_article_without_a_publication_date_is_not_stored(store):
    with pytest.raises(TimelineError, match="--published"):
        store.add(replace(MINSK, published=None))
    assert store.articles().empty


def test_preview_says_what_adding_would_do_and_does_not_do_it(store):
    from timeline.events import find_mentions

    store.add(MINSK)
    foreseen = store.preview(MINSK_AGAIN, find_mentions(MINSK_AGAIN))
    assert len(store.articles()) == 1
    assert {e.id for e in foreseen.joined} == {e.id for e in store.add(MINSK_AGAIN).joined}


def test_an_edit_shows_everywhere_and_undo_takes_it_back(store):
    store.add(MINSK)
    event_id = event_on(store, "2015-02-12")
    before = store.event(event_id)
    edited = store.edit(
        event_id, title="Minsk II signed", when="2015-02-11/2015-02-12", note="a night of talks"
    )
    assert edited == store.event(event_id)
    row = store.events().loc[event_id]
    assert (row["title"], row["begin"], row["note"]) == ("Minsk II signed", "2015-02-11", "a night of talks")
    assert set(edited.edited) == {"title", "when"}
    assert titles(store, text="Minsk II") == ["Minsk II signed"]
    store.undo()
    assert store.event(event_id) == before


@pytest.mark.parametrize(
    "change",
    [{"kind": "party"}, {"status": "maybe"}, {"when": "soon"}, {"title": " "}, {"colour": "red"}, {}],
)
def test_an_edit_that_makes_no_sense_is_refused_and_nothing_is_kept(store, change):
    store.add(MINSK)
    with pytest.raises(UsageError):
        store.edit(event_on(store, "2015-02-12"), **change)
    assert store.history() == []


def test_edits_survive_rebuilding_and_events_keep_their_ids(store):
    for article in (MINSK, MINSK_AGAIN, BERLIN):
        store.add(article)
    store.edit(event_on(store, "2015-02-12"), title="Minsk II signed", actors=["Angela Merkel"])
    store.hide(event_on(store, "2022-12-18"))
    before = store.events().to_csv()
    store.rebuild()
    assert store.events().to_csv() == before
    assert store.events(include_hidden=True).shape[0] == store.count() + 1


def test_a_place_given_by_name_is_the_gazetteers(store):
    store.add(MINSK)
    edited = store.edit(event_on(store, "2015-02-12"), place="Kiev")
    assert edited.place.name == "Kyiv"
    assert edited.place.latitude is not None
    assert store.edit(edited.id, place="A village").place == Place("A village")
    assert store.edit(edited.id, place="").place is None


def test_a_hidden_event_leaves_the_timeline_until_it_is_shown_again(store):
    store.add(BERLIN)
    event_id = event_on(store, "2022-12-18")
    store.hide(event_id, note="not part of the crisis")
    assert event_id not in store.events().index
    assert event_id in store.events(include_hidden=True).index
    store.show(event_id)
    assert event_id in store.events().index


def test_events_that_a_reader_merged_stay_one_and_come_apart_on_undo(store):
    store.add(BERLIN)
    ids = [event_on(store, "2022-12-18"), event_on(store, "2022-12-21")]
    before = store.events().to_csv()
    merged = store.merge(ids)
    assert len(merged.mentions) >= 2
    store.rebuild()
    assert len(set(store.events().index) & set(ids)) == 1
    store.undo()
    assert store.events().to_csv() == before


def test_a_mention_that_a_reader_split_off_stays_apart(store):
    store.add(MINSK)
    store.add(MINSK_AGAIN)
    event = store.event(event_on(store, "2015-02-12"))
    apart = store.split(event.id, [event.mentions[-1].id])
    assert apart.id != event.id
    store.rebuild()
    assert [mention.id for mention in store.event(apart.id).mentions] == [event.mentions[-1].id]
    with pytest.raises(UsageError, match="some, but not all"):
        store.split(apart.id, [apart.mentions[0].id])


def test_an_event_added_by_hand_is_edited_and_taken_back_like_any_other(store):
    when = When(date(1991, 8, 24), date(1991, 8, 24))
    made = store.add_event(
        Event(
            "",
            "Ukraine declares independence",
            when,
            Status.HAPPENED,
            "statement",
            ("Ukraine",),
            Place("Kyiv"),
        )
    )
    assert store.event(made.id).title == "Ukraine declares independence"
    store.edit(made.id, title="Independence declared")
    store.rebuild()
    assert titles(store, actors=["Ukraine"]) == ["Independence declared"]
    store.undo()
    store.undo()
    assert store.count() == 0


def test_undoing_an_edit_of_an_event_that_is_gone_is_no_error(store):
    article = store.add(MINSK).article_id
    store.edit(event_on(store, "2015-02-12"), title="Minsk II")
    store.remove(article)
    assert store.undo()[0].change == {"title": "Minsk II"}
    assert store.count() == 0


@pytest.mark.parametrize(
    ("filters", "days"),
    [
        ({"begin": "2022"}, ["2022-12-18", "2022-12-21"]),
        ({"end": "2015-02-12"}, ["2015-02-12"]),
        ({"begin": "2022-12-19", "end": date(2022, 12, 31)}, ["2022-12-21"]),
        ({"kinds": ["protest"]}, ["2022-12-18"]),
        ({"actors": ["Joe Biden"]}, ["2022-12-21"]),
        ({"without_actors": ["Joe Biden"]}, ["2015-02-12", "2015-02-17", "2022-12-18"]),
        ({"without_places": ["Minsk", "Berlin"]}, ["2015-02-17", "2022-12-21"]),
        ({"places": ["Berlin"]}, ["2022-12-18"]),
        ({"publishers": ["BBC News"]}, ["2022-12-18", "2022-12-21"]),
        ({"min_publishers": 2}, ["2015-02-12"]),
        ({"known_by": "2015-02-15", "begin": "2015-02-12", "end": "2015-02-12"}, ["2015-02-12"]),
        ({"known_by": "2015-01"}, []),
        ({"text": "protest berl"}, ["2022-12-18"]),
        ({"text": "no such words"}, []),
        ({"text": "?!"}, []),
        ({"text": "'; DROP TABLE events; --"}, []),
    ],
)  # fmt: skip
def test_filters_and_search_find_these_days(store, filters, days):
    for article in (MINSK, MINSK_AGAIN, BERLIN):
        store.add(article)
    assert sorted(set(store.events(**filters)["begin"])) == days
    assert store.count(**filters) >= len(days)


@pytest.mark.parametrize(
    ("edtf", "told", "first", "last"),
    [
        ("2022-05-20", "2022-06-01", "2022-05-20", "2022-05-20"),
        ("2022-05", "2022-06-01", "2022-05-01", "2022-05-31"),
        ("../2022-05-20", "2022-06-01", "2022-04-21", "2022-05-20"),  # the last thirty days
        ("../2022-05", "2022-06-01", "2022-04-01", "2022-05-31"),  # May, and thirty days of which it is sure
        ("../2022", "2023-06-01", "2021-12-02", "2022-12-31"),
        ("2022-05-20/..", "2022-09-05", "2022-05-20", "2022-09-05"),  # to the article that says so
        ("2022-05/..", "2022-09-05", "2022-05-01", "2022-09-05"),
        ("2022-05/..", "2022-05-10", "2022-05-01", "2022-05-10"),
        ("2022-05/..", "2022-02-01", "2022-05-01", "2022-05-31"),  # announced: the month itself
        ("2022-05-20/..", "2022-02-01", "2022-05-20", "2022-05-20"),
        ("2022-05/..", None, "2022-05-01", "2024-03-09"),  # no dated article: to the last one of all
    ],
)
def test_timeline_list_counts_and_exports_agree_on_the_days_of_an_event(store, edtf, told, first, last):
    store.add(numbered(0))
    late = {"published": "2024-03-09"}
    other = Event("", "Much later", When.from_edtf("2024-03-08"), Status.HAPPENED, "talks")
    store.add_event(other, evidence=late)
    evidence = {"published": told} if told else None
    wanted = Event("", "It", When.from_edtf(edtf), Status.HAPPENED, "talks")
    wanted = store.add_event(wanted, evidence=evidence)
    drawn = marks(store.events())
    at = drawn.position(wanted.id)
    one = timedelta(days=1)
    for day in {
        edge + step for edge in map(date.fromisoformat, (first, last)) for step in (-one, 0 * one, one)
    }:
        counted = first <= day.isoformat() <= last
        assert bool(drawn.inside(milliseconds(day), milliseconds(day + one))[at]) is counted, day
        assert (wanted.id in store.ids(begin=day, end=day)) is counted, day
        assert store.count(begin=day, end=day, ids=[wanted.id]) == counted, day
        assert (wanted.id in export_bytes(store.events(begin=day, end=day), "csv").decode()) is counted, day


def test_what_was_known_on_a_day_leaves_later_reports_out(store):
    store.add(MINSK)
    store.add(MINSK_AGAIN)
    event_id = event_on(store, "2015-02-12")
    then = {event.id: event for event in store.event_list(known_by="2015-02-15")}
    assert then[event_id].publishers == 1
    assert store.event(event_id).publishers == 2


def test_days_asked_of_what_was_known_are_those_that_an_event_was_known_to_have(store):
    store.add(replace(MINSK, text=f"{SIGNED} in February 2015."))
    store.add(MINSK_AGAIN)
    event_id = event_on(store, "2015-02-12")
    early = {"begin": "2015-02-02", "end": "2015-02-05"}
    then = early | {"known_by": "2015-02-15"}
    assert store.ids(**early) == []
    assert store.ids(**then) == list(store.events(**then).index) == [event_id]
    assert store.count(**then) == store.facets(**then)["kinds"]["agreement"] == 1
    assert store.count(**then | {"end": "2015-01-31", "begin": "2015-01-01"}) == 0


def test_a_correction_holds_for_what_was_known_on_a_day_and_later_reports_are_left_out_all_the_same(store):
    store.add(MINSK)
    store.add(MINSK_AGAIN)
    event_id = event_on(store, "2015-02-12")
    store.edit(event_id, title="Minsk II", when="2015-02-11")
    (then,) = store.event_list(known_by="2015-02-15", ids=[event_id])
    assert (then.title, then.when.edtf, then.publishers) == ("Minsk II", "2015-02-11", 1)
    assert [when.edtf for when in then.conflicting] == ["2015-02-12"]


def test_a_filter_that_does_not_exist_or_a_day_that_is_none_is_refused(store):
    with pytest.raises(UsageError, match="begin"):
        store.events(start="2022")
    for wrong in ("2022-13", "yesterday", "2022-02-30"):
        with pytest.raises(UsageError, match=wrong):
            store.count(begin=wrong)


def test_facets_count_what_a_filter_has(store):
    store.add(BERLIN)
    facets = store.facets(begin="2022-12-18", end="2022-12-18")
    assert facets["kinds"] == {"protest": 1}
    assert facets["publishers"] == {"BBC News": 1}


def test_a_store_opened_read_only_shows_and_changes_nothing(url):
    with open_store(url) as store:
        store.add(BERLIN)
        everything = store.events().to_csv()
    with open_store(url, read_only=True) as reader:
        assert reader.events().to_csv() == everything
        with pytest.raises(UsageError, match="read-only"):
            reader.add(MINSK)


def test_a_store_of_a_newer_program_is_refused_and_left_alone(url):
    with open_store(url) as store, store.writing() as connection:
        connection.execute(schema.meta.update().where(schema.meta.c.key == "schema").values(value=999))
    with pytest.raises(TimelineError, match="newer"):
        open_store(url)


def test_an_older_store_is_not_opened_to_be_read_only_before_it_is_up_to_date(url):
    with open_store(url) as store, store.writing() as connection:
        connection.execute(schema.meta.update().where(schema.meta.c.key == "schema").values(value=8))
    with pytest.raises(TimelineError, match="open it once without read-only"):
        open_store(url, read_only=True)


def test_the_schema_version_is_written_down(store):
    with store.reading() as connection:
        version = connection.scalar(sa.select(schema.meta.c.value).where(schema.meta.c.key == "schema"))
    assert version == schema.VERSION


def test_an_older_store_is_searched_and_corrected_as_a_new_one(store):
    store.add(MINSK)
    with store.writing() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("UPDATE events_search SET rowid = rowid / 3")
        schema.MIGRATIONS[2](connection)
    event = store.event_list(text="signed")[0]
    store.edit(event.id, title="The leaders agreed")
    assert store.ids(text="leaders agreed") == [event.id]
    assert store.ids(text="signed") == [event.id]


def test_an_older_store_comes_to_know_the_days_of_its_events(store):
    for edtf in ("../2022-05", "2022-05/..", "2022-05-20"):
        store.add_event(Event("", edtf, When.from_edtf(edtf), Status.HAPPENED, "talks"))

    def days():
        columns = schema.events.c.title, schema.events.c.counts_from, schema.events.c.counts_to
        with store.reading() as connection:
            return sorted(connection.execute(sa.select(*columns)).fetchall())

    before = days()
    with store.writing() as connection:
        connection.exec_driver_sql("DROP INDEX events_by_days")
        for name in ("counts_from", "counts_to"):
            connection.exec_driver_sql(f"ALTER TABLE events DROP COLUMN {name}")
        schema.MIGRATIONS[10](connection)
    assert days() == before


def fail_halfway(store):
    with store.writing() as connection:
        connection.execute(schema.mentions.delete())
        connection.execute(schema.events.delete())
        raise ZeroDivisionError


def test_a_failure_in_the_middle_of_a_change_leaves_everything_as_it_was(store):
    store.add(BERLIN)
    before = store.events().to_csv(), store.data_version()
    with pytest.raises(ZeroDivisionError):
        fail_halfway(store)
    assert (store.events().to_csv(), store.data_version()) == before


def test_two_writers_at_once_both_succeed_and_readers_see_whole_articles(url):
    open_store(url).close()

    def write(first):
        with open_store(url) as own:
            return [own.add(numbered(n)).new for n in range(first, 40, 2)]

    with ThreadPoolExecutor(2) as pool:
        assert all(all(new) for new in pool.map(write, (0, 1)))
    with open_store(url) as store:
        assert len(store.articles()) == 40
        assert set(store.articles()["events"]) == {1}
