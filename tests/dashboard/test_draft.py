"""Drafts of articles, without a browser: what is read, what is saved, what can be taken back."""

import json
from datetime import date

import pytest

from dashboard.views import draft, saving, sources
from timeline import articles
from timeline.errors import UsageError
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


def made_of(store, found, **how):
    """A draft as it comes back from a browser: cards numbered through, articles as records."""
    _, *told = json.loads(json.dumps(list(draft.entries(store, list(found), **how))))
    read = [entry for entry in told if "article" in entry]
    made = {"articles": [entry["article"]["record"] for entry in read], "cards": [], "shown": read}
    for at, entry in enumerate(read):
        for card in entry["cards"]:
            alike = card["alike"] and card["alike"]["id"]
            made["cards"].append(card | {"number": len(made["cards"]), "article": at, "alike": alike})
    return made | {"problems": [entry["problem"] for entry in told if "problem" in entry]}


def read(store, *texts):
    return made_of(store, [("pasted", articles.read_text(text)) for text in texts])


def accepted(made, **others):
    """All accepted, but for what is said of the cards by number."""
    return {str(card["number"]): {"choice": "accept"} for card in made["cards"]} | others


def sent(name, data, **known):
    return sources.read(sources.Source("file", name, data, **known))


def snapshot(store):
    return [(e.id, e.title, e.when, e.status, len(e.mentions)) for e in store.event_list()]


def test_a_draft_stores_nothing_and_its_pieces_are_the_text(store):
    made = read(store, REPORT)
    assert store.count() == len(store.articles()) == 0
    assert len(made["cards"]) >= 2
    pieces = made["shown"][0]["article"]["pieces"]
    text = "".join(letters for letters, *_ in pieces)
    assert "Austria will host talks on 3 March 2022. Joe Biden spoke" in text
    assert ["3 March 2022", "phrase", 0] in pieces


def test_all_rejected_leaves_the_article_out(store):
    made = read(store, REPORT)
    done = saving.save(store, made, {str(card["number"]): {"choice": "reject"} for card in made["cards"]})
    assert not done["articles"]
    assert len(store.articles()) == 0


def test_what_is_not_decided_is_new_on_the_timeline_and_what_is_rejected_is_not(store):
    made = read(store, REPORT)
    accept, reject, *others = made["cards"]
    decisions = {str(accept["number"]): {"choice": "accept"}, str(reject["number"]): {"choice": "reject"}}
    done = saving.save(store, made, decisions)
    reviews = store.events(include_hidden=True)["review"].value_counts().to_dict()
    expected = {"accepted": 1, "rejected": 1, "new": len(others)}
    assert reviews == {review: count for review, count in expected.items() if count}
    assert len(done["waiting"]) == len(others) == store.count(reviews=["new"])
    saving.undo(store, done)
    assert store.count(include_hidden=True) == len(store.articles()) == 0


def test_an_article_of_which_nothing_is_decided_comes_along_with_the_others(store):
    made = read(store, REPORT, OTHER)
    saving.save(store, made, {"0": {"choice": "accept"}})
    assert len(store.articles()) == 2
    assert store.count(reviews=["accepted"]) == 1


def test_a_rejected_confirmation_leaves_the_known_event_as_it_was(store):
    made = read(store, REPORT)
    saving.save(store, made, accepted(made))
    before = snapshot(store)
    made = read(store, OTHER)
    joined = next(card for card in made["cards"] if card["alike"])
    done = saving.save(store, made, accepted(made, **{str(joined["number"]): {"choice": "reject"}}))
    assert set(before) <= set(snapshot(store))
    saving.undo(store, done)
    assert snapshot(store) == before


def test_accepted_confirmations_and_edits_can_all_be_taken_back(store):
    made = read(store, REPORT)
    saving.save(store, made, accepted(made))
    before = snapshot(store)
    made = read(store, OTHER)
    edits = {"0": {"choice": "accept", "title": "Other words", "edtf": "2022-02"}}
    done = saving.save(store, made, accepted(made, **edits))
    assert done["confirmed"]
    assert any(title == "Other words" for _, title, *_ in snapshot(store))
    saving.undo(store, done)
    assert snapshot(store) == before


def test_an_article_that_replaced_another_gives_way_to_it_again(store):
    address = "https://example.org/report"
    store.add(articles.read_text(REPORT, url=address))
    before = snapshot(store)
    changed = articles.read_text(REPORT.replace("3 March", "4 March"), url=address)
    made = made_of(store, [("changed", changed)])
    done = saving.save(store, made, accepted(made))
    assert snapshot(store) != before
    saving.undo(store, done)
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
    made = made_of(store, sent(name, data))
    (problem,) = made["problems"]
    assert words in problem["why"]
    assert problem["why"].endswith(".")
    assert "/" not in problem["why"]
    assert not made["articles"]


def test_kept_separate_an_event_stands_beside_the_one_it_looks_like(store):
    made = read(store, REPORT)
    saving.save(store, made, accepted(made))
    before = snapshot(store)
    made = read(store, OTHER)
    joined = next(card for card in made["cards"] if card["alike"])
    apart = {str(joined["number"]): {"choice": "accept", "apart": True}}
    done = saving.save(store, made, accepted(made, **apart))
    assert not done["confirmed"]
    assert len(snapshot(store)) == len(before) + len(made["cards"])
    saving.undo(store, done)
    assert snapshot(store) == before


def test_a_copy_is_known_by_its_text(store):
    long = REPORT + " The two had last met in Geneva in June 2021, and both sides called that talk useful."
    store.add(articles.read_text(long))
    copy = long + " They talked."
    (entry,) = read(store, copy)["shown"]
    assert entry["article"]["copy"]["percent"] >= 90
    (entry,) = read(store, OTHER)["shown"]
    assert entry["article"]["copy"] is None


def test_without_a_publication_date_only_what_the_text_dates_by_itself_is_found(store):
    text = "Austria signed an agreement on Thursday. Poland held an election on 1 February 2022."
    found = [("pasted", articles.read_text(text))]
    assert made_of(store, found)["problems"][0]["undated"]
    made = made_of(store, found, dateless=True)
    saving.save(store, made, accepted(made))
    assert [e.when.edtf for e in store.event_list()] == ["2022-02-01"]
    assert not store.events(known_by="2022-03-01").index.size
    assert list(store.articles()["published"]) == [""]


def test_a_date_is_read_as_the_article_would_mean_it(store):
    read_on = date(2022, 2, 12)
    assert draft.read_edit("Talks", "last Friday", "talks", "happened", read_on)["edtf"] == "2022-02-11"
    assert draft.read_edit("Talks", "2021-12/..", "talks", "ongoing", read_on)["edtf"] == "2021-12/.."
    with pytest.raises(UsageError, match="names a date"):
        draft.read_edit("Talks", "no date", "talks", "happened", read_on)


@pytest.mark.parametrize("known_by", [None, "2022-02-28"])
def test_pages_of_events_together_are_all_events_in_order(store, known_by):
    made = read(store, REPORT, OTHER)
    saving.save(store, made, accepted(made))
    asked = Filter(known_by=known_by)
    whole = [row["id"] for row in page(store, asked, 0, 100)]
    assert whole == list(store.events(asked).index)
    assert [row["id"] for begin in range(0, 6, 2) for row in page(store, asked, begin, begin + 2)] == whole[
        :6
    ]
    titles = [row["title"] for row in page(store, asked, 0, 100, ("title",), falling=True)]
    assert titles == sorted(titles, reverse=True)
