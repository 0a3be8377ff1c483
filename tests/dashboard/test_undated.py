"""The undated tray keeps to the filters that what has no date can meet."""

import pytest

from dashboard.server import application
from timeline.events import find_mentions
from timeline.model import Article

REPORT = Article(
    "The foreign ministers of Austria and Slovakia met in Vienna on Thursday.",
    title="Café diplomacy",
    publisher="The Ledger",
)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({}, 1),
        ({"q": "minist vienna"}, 1),
        ({"q": "cafe"}, 1),
        ({"q": "zebra"}, 0),
        ({"q": "!"}, 0),
        ({"outlet": "The Ledger"}, 1),
        ({"outlet": "Reuters"}, 0),
        ({"status": "planned"}, 0),
        ({"cert": "wider"}, 0),
        ({"actor": "-Joe Biden"}, 1),
        ({"actor": "Joe Biden"}, 0),
        ({"asof": "2100-01-01"}, 0),
        ({"from": "2014-01-01", "to": "2014-02-01"}, 1),
    ],
)
def test_what_has_no_date_is_counted_where_the_filters_let_it_pass(store, query, count):
    store.save(REPORT, find_mentions(REPORT))
    answer = application(store).test_client().get("/view", query_string=query).get_json()
    assert sum(len(told) for _, _, told in answer["undated"]) == count
