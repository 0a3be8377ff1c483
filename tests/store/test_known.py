"""What was known on a day: of everything that is asked, events count as they were told by then."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.store.reports import BERLIN, MINSK, MINSK_AGAIN, SIGNED, numbered
from timeline.exporters.frame import records
from timeline.model import Article
from timeline.store import Filter
from timeline.store.pages import following, page, rows, sizes

ANNOUNCED = Article(
    "Joe Biden will meet Volodymyr Zelensky in Warsaw in February 2023.",
    published=date(2023, 2, 16),
    publisher="Reuters",
)
REPORTED = Article(
    "Joe Biden met Volodymyr Zelensky in Warsaw on 20 February 2023, and promised howitzers.",
    published=date(2023, 2, 21),
    publisher="BBC News",
)
THEN = {"known_by": "2023-02-17"}
SINCE = {"known_by": "2023-02-22"}


@pytest.fixture
def visit(store):
    """The id of a visit that was announced by one publisher and reported by another."""
    store.add(ANNOUNCED)
    store.add(REPORTED)
    ids = [event.id for event in store.event_list()]
    if len(ids) > 1:
        store.merge(ids)
    (event,) = store.event_list()
    return event.id


@pytest.mark.parametrize(
    "asked",
    [
        {"publishers": ["BBC News"]},
        {"min_publishers": 2},
        {"text": "howitzers"},
        {"article_id": REPORTED.id},
    ],
    ids=str,
)
def test_what_only_a_later_report_says_is_not_found_by_it(store, visit, asked):
    assert store.ids(**asked) == store.ids(**asked | SINCE) == [visit]
    assert store.ids(**asked | THEN) == store.event_list(**asked | THEN) == []
    assert store.count(**asked | THEN) == len(store.events(**asked | THEN)) == 0


def test_a_plan_was_a_plan_until_it_was_told_to_have_happened(store, visit):
    assert store.event(visit).status == "happened" == store.events(**SINCE)["status"].item()
    (then,) = store.event_list(**THEN)
    assert then.status == store.events(**THEN)["status"].item() == "planned"
    assert store.ids(statuses=["planned"], **THEN) == [visit]
    assert store.ids(statuses=["happened"], **THEN) == []
    facets = store.facets(**THEN)
    assert (facets["statuses"], facets["publishers"]) == ({"planned": 1}, {"Reuters": 1})


def test_the_same_questions_have_the_same_answers(store):
    for article in (MINSK, replace(MINSK_AGAIN, text=f"{SIGNED} in February 2015."), BERLIN, ANNOUNCED):
        store.add(article)
    for n in range(20):
        store.add(numbered(n))
    store.merge([event.id for event in store.event_list(text="delegation number")[:2]])
    for day in ("2015-02-15", "2016-01-05", "2016-02-01", "2023-01-01"):
        asked = Filter(known_by=day)
        frame = store.events(asked)
        assert set(store.ids(asked)) == set(frame.index)
        assert store.count(asked) == len(frame) == sizes(store, asked)["events"]
        assert [event.id for event in store.event_list(asked)] == list(frame.index)
        assert list(rows(store, asked)) == records(frame)
        for order, falling in ((("first_day", "last_day"), True), (("title",), False), (("lag",), True)):
            whole = [row["id"] for row in page(store, asked, 0, 100, order, falling=falling)]
            parts = [page(store, asked, at, at + 3, order, falling=falling) for at in range(0, 100, 3)]
            assert [row["id"] for part in parts for row in part] == whole
            assert set(whole) == set(frame.index)
        after = [following(store, asked, key) for key in frame.index]
        assert [row and row["id"] for row in after[:-1]] == list(frame.index[1:])


def test_what_was_known_changes_with_the_store(store, visit):
    assert store.ids(text="howitzers", **THEN) == []
    store.edit(visit, title="Biden brings howitzers")
    assert store.ids(text="howitzers", **THEN) == [visit]
    store.undo()
    assert store.ids(text="howitzers", **THEN) == []
    store.hide(visit)
    assert store.ids(**THEN) == []
    assert store.ids(include_hidden=True, **THEN) == [visit]


def test_many_readers_at_once_see_what_was_known_on_many_days(store, visit):
    days = [date(2023, 2, 10) + timedelta(days=n) for n in range(20)] * 4
    with ThreadPoolExecutor(8) as pool:
        known = list(pool.map(lambda day: store.facets(known_by=day)["statuses"], days))
    said = [{} if day < ANNOUNCED.published else {"planned": 1} for day in days]
    assert known == [
        {"happened": 1} if day >= REPORTED.published else then for day, then in zip(days, said, strict=True)
    ]
