"""Drafts of articles, without a browser: what is read, what is saved, what can be taken back."""

import base64
import json
from datetime import date

import pytest

from dashboard.views import draft
from timeline import articles
from timeline.store import Filter, open_store
from timeline.store.pages import page

REPORT = """Ministers meet in Vienna

Saturday 12 February 2022

Austria will host talks on 3 March 2022. Joe Biden spoke to Vladimir Putin by telephone on Saturday."""
OTHER = """Leaders speak

13 February 2022

On Saturday Joe Biden spoke to Vladimir Putin by telephone. Poland held an election on 1 February 2022."""


@pytest.fixture
def store(tmp_path):
    with open_store(str(tmp_path / "timeline.db")) as opened:
        yield opened


def read(store, *texts):
    made = draft.draft(store, [("pasted", articles.read_text(text)) for text in texts])
    return json.loads(json.dumps(made))  # as it comes back from a browser


def sent(name, data):
    return next(draft.files(["data:;base64," + base64.b64encode(data).decode()], [name]))


def snapshot(store):
    return [(e.id, e.title, e.when, e.status, len(e.mentions)) for e in store.event_list()]


def test_a_draft_stores_nothing_and_its_pieces_are_the_text(store):
    made = read(store, REPORT)
    assert store.count() == len(store.articles()) == 0
    assert len(made["cards"]) >= 2
    text = "".join(letters for letters, *_ in made["articles"][0]["pieces"])
    assert "Austria will host talks on 3 March 2022. Joe Biden spoke" in text
    assert ["3 March 2022", "phrase", 0] in made["articles"][0]["pieces"]


def test_all_rejected_leaves_the_article_out(store):
    made = read(store, REPORT)
    done = draft.save(store, made, {str(card["number"]): {"rejected": True} for card in made["cards"]})
    assert not done["articles"]
    assert len(store.articles()) == 0


def test_a_rejected_confirmation_leaves_the_known_event_as_it_was(store):
    draft.save(store, read(store, REPORT), {})
    before = snapshot(store)
    made = read(store, OTHER)
    joined = next(card for card in made["cards"] if card["joins"])
    done = draft.save(store, made, {str(joined["number"]): {"rejected": True}})
    assert set(before) <= set(snapshot(store))
    draft.undo(store, done)
    assert snapshot(store) == before


def test_accepted_confirmations_and_edits_can_all_be_taken_back(store):
    draft.save(store, read(store, REPORT), {})
    before = snapshot(store)
    made = read(store, OTHER)
    edits = {str(made["cards"][0]["number"]): {"title": "Other words", "edtf": "2022-02"}}
    done = draft.save(store, made, edits)
    assert done["confirmed"]
    assert any(title == "Other words" for _, title, *_ in snapshot(store))
    draft.undo(store, done)
    assert snapshot(store) == before


def test_an_article_that_replaced_another_gives_way_to_it_again(store):
    address = "https://example.org/report"
    store.add(articles.read_text(REPORT, url=address))
    before = snapshot(store)
    changed = articles.read_text(REPORT.replace("3 March", "4 March"), url=address)
    done = draft.save(store, draft.draft(store, [("changed", changed)]), {})
    assert snapshot(store) != before
    draft.undo(store, done)
    assert snapshot(store) == before


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.txt", b" \n ", "empty"),
        ("picture.txt", bytes(range(256)) * 8, ""),
        ("broken.docx", b"PK\x03\x04 nothing", ""),
        ("list.json", b"{", "not JSON"),
        ("list.json", b"[]", "no article"),
    ],
)
def test_a_file_that_is_no_article_gives_a_sentence_without_a_path(store, name, data, words):
    made = draft.draft(store, [sent(name, data)])
    (problem,) = made["problems"]
    assert words in problem["why"]
    assert problem["why"].endswith(".")
    assert "/" not in problem["why"]
    assert not made["articles"]


def test_a_date_is_read_as_the_article_would_mean_it(store):
    read_on = date(2022, 2, 12)
    assert draft.read_edit("Talks", "last Friday", "talks", "happened", read_on)["edtf"] == "2022-02-11"
    assert draft.read_edit("Talks", "2021-12/..", "talks", "ongoing", read_on)["edtf"] == "2021-12/.."
    assert draft.read_edit("Talks", "no date", "talks", "happened", read_on) is None


@pytest.mark.parametrize("known_by", [None, "2022-02-28"])
def test_pages_of_events_together_are_all_events_in_order(store, known_by):
    draft.save(store, read(store, REPORT, OTHER), {})
    asked = Filter(known_by=known_by)
    whole = [row["id"] for row in page(store, asked, 0, 100)]
    assert whole == list(store.events(asked).index)
    assert [row["id"] for begin in range(0, 6, 2) for row in page(store, asked, begin, begin + 2)] == whole[
        :6
    ]
    titles = [row["title"] for row in page(store, asked, 0, 100, ("title",), falling=True)]
    assert titles == sorted(titles, reverse=True)
