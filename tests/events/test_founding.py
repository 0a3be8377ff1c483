"""The founding article, against its annotation; both stand beside the project and are not ours to publish."""

import json

import pytest

import timeline
from timeline.records import event_record

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def found(shared):
    article = timeline.read(shared / "articles" / "independent-2022-02-12.txt")
    return [event_record(event) for event in timeline.extract(article)]


@pytest.fixture(scope="module")
def gold(shared):
    return json.loads((shared / "articles" / "gold" / "independent-2022-02-12.json").read_text())["events"]


def tells(record, event):
    """Whether an event was read from the sentence of the gold one, on its first day."""
    overlaps = record["start_char"] < event["sent_end"] and event["sent_start"] < record["end_char"]
    return overlaps and record["begin"] == event["begin"]


def test_every_event_that_matters_is_found_on_its_day(found, gold):
    missed = [e["what"] for e in gold if e["salience"] == 3 and not any(tells(r, e) for r in found)]
    assert missed == []


def test_eight_of_ten_found_events_are_annotated(found, gold):
    extra = [r["title"] for r in found if not any(tells(r, e) for e in gold)]
    assert len(extra) <= 0.2 * len(found), extra
