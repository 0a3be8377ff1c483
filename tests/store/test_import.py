"""Out to a file, changed by a person or not, and back."""

import csv
import io
import json
from datetime import date

import pytest
from pandas.testing import assert_frame_equal

from tests.store.reports import BERLIN, MINSK, MINSK_AGAIN
from timeline import pipeline
from timeline.errors import ImportRowError, TimelineError
from timeline.exporters import export
from timeline.model import When
from timeline.store import open_store
from timeline.store.edits import event_by_hand


@pytest.fixture
def filled(store):
    for article in (MINSK, MINSK_AGAIN, BERLIN):
        store.add(article)
    return store


@pytest.fixture(params=["csv", "json", "jsonl"])
def table(request, filled, tmp_path):
    """The events of the filled store in a file that can be imported."""
    first = filled.events().index[0]
    filled.edit(first, title="=Agreed, “at last”", note="line one\nline two; with a semicolon")
    path = tmp_path / f"events.{request.param}"
    export(filled.events(), path)
    return path


def test_importing_what_was_exported_changes_nothing(filled, table):
    exported, version = table.read_bytes(), filled.data_version()
    done = filled.import_events(table)
    assert (done.added, done.changed, done.unchanged) == (0, 0, filled.count())
    assert filled.data_version() == version
    export(filled.events(), table)
    assert table.read_bytes() == exported


def test_an_empty_store_that_imports_it_exports_the_same_bytes(table, tmp_path):
    exported = table.read_bytes()
    with open_store(str(tmp_path / "other.db")) as other:
        done = other.import_events(table)
        assert done.added == other.count() > 0
        export(other.events(), table)
        assert table.read_bytes() == exported
        other.rebuild()
        export(other.events(), table)
        assert table.read_bytes() == exported


def test_a_precision_that_edtf_cannot_write_survives_until_the_date_is_changed(store, tmp_path):
    late = When(date(2022, 3, 21), None, "month", "since", approximate=True)
    event = store.add_event(event_by_hand(late, "Shelling of the port", "ongoing", "attack", [], "Odesa"))
    path = tmp_path / "events.json"
    export(store.events(), path)
    with open_store(str(tmp_path / "other.db")) as other:
        other.import_events(path)
        assert other.event(event.id).when == late
        (row,) = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(json.dumps([row | {"edtf": "2022-03-24"}]), encoding="utf-8")
        other.import_events(path)
        assert other.event(event.id).when == When(date(2022, 3, 24), date(2022, 3, 24))


def test_every_column_of_the_bundled_events_comes_back(tmp_path):
    with open_store(str(tmp_path / "one.db")) as one, open_store(str(tmp_path / "two.db")) as two:
        assert not [outcome.problem for outcome in pipeline.fill(one) if outcome.problem]
        path = tmp_path / "events.csv"
        export(one.events(), path)
        two.import_events(path)
        assert {e.id: e.when for e in two.event_list()} == {e.id: e.when for e in one.event_list()}
        assert_frame_equal(one.events(), two.events())


def test_an_import_is_taken_back_and_made_again_as_one_step(table, tmp_path):
    with open_store(str(tmp_path / "other.db")) as other:
        other.import_events(table)
        ids = set(other.events().index)
        assert len(other.undo()) == len(ids)
        assert other.count() == 0
        other.redo()
        assert set(other.events().index) == ids


def test_an_article_added_after_the_import_takes_its_event_over(filled, table, tmp_path):
    with open_store(str(tmp_path / "other.db")) as other:
        other.import_events(table)
        count = other.count()
        for article in (MINSK, MINSK_AGAIN, BERLIN):
            other.add(article)
        assert other.count() == count
        assert set(other.events().index) == set(filled.events().index)
        assert all(event.mentions for event in other.event_list())


def test_a_cell_that_a_person_changed_becomes_an_edit(filled, tmp_path):
    path = tmp_path / "events.csv"
    export(filled.events(), path)
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    rows[0] |= {"title": "A better title", "edtf": "2015-02", "actors": "Angela Merkel; François Hollande"}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    done = filled.import_events(path)
    assert (done.added, done.changed) == (0, 1)
    event = filled.event(rows[0]["id"])
    assert (event.title, event.when.edtf) == ("A better title", "2015-02")
    assert event.actors == ("Angela Merkel", "François Hollande")
    assert set(event.edited) == {"title", "when", "actors"}
    filled.undo()
    assert filled.event(rows[0]["id"]).title != "A better title"


def test_a_place_that_a_person_changed_gets_its_own_coordinates(filled, tmp_path):
    path = tmp_path / "events.json"
    export(filled.events(places=["Berlin"]), path)
    (row,) = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps([row | {"place": "Kiev"}]), encoding="utf-8")
    assert filled.import_events(path).changed == 1
    place = filled.event(row["id"]).place
    assert place.name == "Kyiv"
    assert place.latitude == pytest.approx(50.45, abs=0.1)


def test_a_small_table_of_ones_own_is_enough_and_can_be_imported_twice(store, tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text(
        "title,begin,kind\nUkraine declares independence,1991-08-24,statement\n", encoding="utf-8"
    )
    assert store.import_events(path).added == 1
    again = store.import_events(path)
    assert (again.added, again.changed, again.unchanged) == (0, 0, 1)
    assert list(store.events()["edtf"]) == ["1991-08-24"]


def test_a_row_that_stands_twice_in_a_file_is_taken_once_and_its_last_state_counts(store, tmp_path):
    row = {"id": "e0123456789ab", "title": "Talks in Geneva", "edtf": "2022-01-10"}
    path = tmp_path / "twice.json"
    path.write_text(json.dumps([row, row, row | {"title": "More talks in Geneva"}]), encoding="utf-8")
    done = store.import_events(path)
    assert (done.added, done.changed, done.unchanged) == (1, 1, 1)
    assert list(store.events()["title"]) == ["More talks in Geneva"]


@pytest.mark.parametrize(
    ("dates", "edtf"),
    [
        ({"edtf": "12 Feb 2022"}, "2022-02-12"),
        ({"edtf": "March 2014"}, "2014-03"),
        ({"begin": "24.02.2022"}, "2022-02-24"),
        ({"begin": "May 2022", "end": "July 2022"}, "2022-05/2022-07"),
        ({"begin": "30 May 2022", "end": "2022-06-02"}, "2022-05-30/2022-06-02"),
    ],
)
def test_a_date_in_a_table_may_be_in_words(store, tmp_path, dates, edtf):
    path = tmp_path / "mine.json"
    path.write_text(json.dumps([{"title": "Talks in Geneva"} | dates]), encoding="utf-8")
    store.import_events(path)
    assert list(store.events()["edtf"]) == [edtf]


LIKE = "2022-02-24, 2022-02, 2021-12/.. or '12 Feb 2022'"


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        ({}, f"the event has no date; write it under edtf, like {LIKE}"),
        ({"edtf": "soon"}, f"edtf is 'soon'; write it like {LIKE}"),
        (
            {"edtf": "04/05/2022"},
            "edtf '04/05/2022' could be 4 May 2022 or 5 April 2022; write it like 2022-02-24",
        ),
        (
            {"begin": "2022-05-02", "end": "2022-05-01"},
            "end is '2022-05-01'; no event ends before it begins (2022-05-02)",
        ),
    ],
)
def test_a_date_in_a_table_that_cannot_be_read_is_refused_once(store, tmp_path, dates, told):
    path = tmp_path / "mine.json"
    path.write_text(json.dumps([{"title": "Talks in Geneva"} | dates]), encoding="utf-8")
    with pytest.raises(ImportRowError) as refused:
        store.import_events(path)
    assert str(refused.value) == f"mine.json, event 1: {told}"


def test_the_table_of_mentions_is_not_taken_for_events(filled, tmp_path):
    path = tmp_path / "events.claims.csv"
    export(filled.claims(), path)
    before = filled.count()
    with pytest.raises(TimelineError, match="is the table of mentions; import the table of events"):
        filled.import_events(path)
    assert filled.count() == before


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("o.xlsx", b"PK\x03\x04\xff", "is a spreadsheet; save it as CSV (UTF-8) and import that"),
        (
            "o.csv",
            "title,edtf\nZürich,2022\n".encode("latin-1"),
            "is not UTF-8 text; save it as CSV in UTF-8",
        ),
        ("folder.csv", None, "is a folder; import one file of it"),
    ],
)
def test_what_is_no_table_of_text_is_refused_with_what_to_do(store, tmp_path, name, content, told):
    path = tmp_path / name
    path.mkdir() if content is None else path.write_bytes(content)
    with pytest.raises(TimelineError) as refused:
        store.import_events(path)
    assert told in str(refused.value)
    assert "codec" not in str(refused.value)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"edtf": "2022-02-31"}, "edtf"),
        ({"edtf": "2022-05/2022-03"}, "edtf"),
        ({"title": ""}, "title"),
        ({"kind": "party"}, "kind"),
        ({"status": "perhaps"}, "status"),
        ({"place": "Kyiv", "latitude": "north"}, "latitude"),
        ({"place": "Kyiv", "latitude": "500"}, "latitude"),
        ({"confidence": "high"}, "confidence"),
    ],
)
def test_one_bad_row_is_named_and_nothing_of_the_file_is_taken(store, tmp_path, row, told):
    good = {"title": "Talks in Geneva", "edtf": "2022-01-10"}
    path = tmp_path / "mixed.json"
    path.write_text(json.dumps([good, good | row]), encoding="utf-8")
    with pytest.raises(ImportRowError, match=rf"mixed\.json, event 2.*{told}"):
        store.import_events(path)
    assert store.count() == 0


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "name,day\nTalks,2022-01-10\n"),
        ("b.csv", "title,edtf\nTalks, in Geneva,2022-01-10\n"),
        ("c.json", "{}"),
        ("d.json", "[1, 2]"),
        ("e.jsonl", '{"title": "Talks", "edtf": "2022"}\n[]\n'),
        ("f.json", "not json"),
        ("g.xlsx", "title"),
    ],
)
def test_a_file_that_holds_no_events_is_refused_in_one_sentence(store, tmp_path, name, content):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(TimelineError) as refused:
        store.import_events(path)
    assert "\n" not in str(refused.value)
    assert store.count() == 0
