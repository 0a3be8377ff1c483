"""What the history of an event says of each change."""

from dashboard.views import history
from timeline.model import Event, Status, When
from timeline.store import open_store


def test_a_change_is_told_with_the_capitals_that_its_words_have(tmp_path):
    with open_store(str(tmp_path / "timeline.db")) as store:
        event = store.add_event(Event("", "Talks", When.from_edtf("2022-02"), Status.HAPPENED, "talks"))
        for change in (
            {"when": When.from_edtf("2022-02-26")}, {"actors": ["Joe Biden"]}, {"place": "Kyiv"},
            {"title": "iPhone talks"}, {"status": "denied"},
        ):  # fmt: skip
            store.edit(event.id, note="so it was", **change)
        told = [history.words(edit) for edit in store.history(event.id)]
    assert told == [
        "Status: denied", "Title: iPhone talks", "Where: Kyiv", "Who: Joe Biden",
        "Date: on 26 February 2022", "Added by hand",
    ]  # fmt: skip
