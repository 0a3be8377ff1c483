"""Every registered format, from one small frame with everything awkward in it."""

import csv
import io
import json
from datetime import date, time, timedelta, timezone
from html.parser import HTMLParser
from zipfile import ZipFile

import icalendar
import pandas as pd
import pytest

from timeline.errors import TimelineError, UsageError
from timeline.exporters import EXPORTERS, export, export_bytes
from timeline.exporters.frame import COLUMNS, event_of, to_frame
from timeline.model import ClockTime, Event, Place, Status, When

KYIV = Place("Kyiv", 50.4501, 30.5234)
CALL = ClockTime(time(18, 26, tzinfo=timezone(timedelta(hours=-5))), "EST")
ON_18_MARCH = When(date(2014, 3, 18), date(2014, 3, 18))
SINCE = When(date(2021, 12, 1), None, "month", "since")
AT_NIGHT = When(date(2022, 2, 12), date(2022, 2, 12), "time", time=CALL)
NEXT_WEEK = When(date(2022, 2, 14), date(2022, 2, 20), "week", approximate=True)
UNTIL = When(None, date(2022, 2, 28), "month", "until")
EVENTS = [
    Event("e1", "=1+1", ON_18_MARCH, Status.HAPPENED, "annexation", ("Russia",), KYIV),
    Event(
        "e2", "Build-up, “near” the <border>", SINCE, Status.ONGOING, "mobilisation", note="one\ntwo; three"
    ),
    Event("e3", "Call", AT_NIGHT, Status.HAPPENED, "call", ("Joe Biden", "Vladimir Putin")),
    Event("e4", "-2 degrees", NEXT_WEEK, Status.WARNED, "military"),
    Event("e5", "@mention of the crisis", UNTIL, Status.PLANNED, "other"),
]


@pytest.fixture(scope="module")
def frame():
    return to_frame(EVENTS)


@pytest.mark.parametrize("suffix", EXPORTERS)
def test_every_format_writes_some_events_and_none(frame, suffix, tmp_path):
    path = tmp_path / f"events.{suffix}"
    export(frame, path)
    assert path.read_bytes() == export_bytes(frame, suffix)
    assert len(path.read_bytes()) > len(export_bytes(to_frame([]), suffix))


@pytest.mark.parametrize("suffix", EXPORTERS)
def test_the_same_events_give_the_same_bytes(frame, suffix):
    assert export_bytes(frame, suffix) == export_bytes(to_frame(EVENTS), suffix)


def test_events_stand_in_the_order_of_their_first_day(frame):
    assert list(frame.index) == ["e1", "e2", "e3", "e4", "e5"]


def test_csv_has_the_documented_columns_and_pandas_reads_it(frame):
    file = io.BytesIO(export_bytes(frame, "csv"))
    read = pd.read_csv(file, index_col="id", parse_dates=["begin", "end"])
    assert list(read.columns) == list(COLUMNS)
    assert read.loc["e2", "begin"] == pd.Timestamp(2021, 12, 1)
    assert pd.isna(read.loc["e2", "end"])
    assert read.loc["e1", "latitude"] == pytest.approx(50.4501)
    assert list(read["approximate"]) == [False, False, False, True, False]


def test_csv_ends_its_lines_as_rfc_4180_says_and_quotes_what_needs_it(frame):
    text = export_bytes(frame, "csv").decode()
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert {len(row) for row in rows} == {len(COLUMNS) + 1}
    assert text.endswith("\r\n")
    assert "one\ntwo; three" in rows[2]


def test_no_cell_of_the_csv_is_run_as_a_formula(frame):
    rows = csv.DictReader(io.StringIO(export_bytes(frame, "csv").decode(), newline=""))
    titles = [row["title"] for row in rows]
    assert titles[0] == "'=1+1"
    assert not any(title.startswith(("=", "+", "-", "@")) for title in titles)


@pytest.mark.parametrize("suffix", ["json", "jsonl"])
def test_json_keys_are_the_columns_and_what_is_several_is_a_list(frame, suffix):
    data = export_bytes(frame, suffix)
    events = json.loads(data) if suffix == "json" else [json.loads(line) for line in data.splitlines()]
    assert [list(event) for event in events] == [["id", *COLUMNS]] * len(EVENTS)
    assert events[2]["actors"] == ["Joe Biden", "Vladimir Putin"]
    assert events[0]["title"] == "=1+1"
    assert events[1]["end"] is None


def test_a_row_means_the_event_that_it_was_made_of(frame):
    for record, event in zip(json.loads(export_bytes(frame, "json")), EVENTS, strict=True):
        read = event_of(record, "row")
        for field in ("id", "title", "when", "status", "kind", "actors", "place", "note"):
            assert getattr(read, field) == getattr(event, field)
        if event.when.time:
            assert read.when.time.zone == event.when.time.zone


def test_geojson_holds_the_events_that_have_coordinates_longitude_first(frame):
    collection = json.loads(export_bytes(frame, "geojson"))
    assert collection["type"] == "FeatureCollection"
    (feature,) = collection["features"]
    assert (feature["type"], feature["id"]) == ("Feature", "e1")
    assert feature["geometry"] == {"type": "Point", "coordinates": [30.5234, 50.4501]}
    assert feature["properties"]["edtf"] == "2014-03-18"


def test_timelinejs_has_a_start_for_every_slide_no_finer_than_was_said(frame):
    slides = {
        slide["unique_id"]: slide for slide in json.loads(export_bytes(frame, "timelinejs.json"))["events"]
    }
    assert slides["e1"]["start_date"] == {"year": "2014", "month": "3", "day": "18"}
    assert slides["e2"]["start_date"] == {"year": "2021", "month": "12"}
    assert "end_date" not in slides["e2"]
    assert slides["e4"]["end_date"] == {"year": "2022", "month": "2", "day": "20"}
    assert slides["e2"]["text"]["headline"] == "Build-up, “near” the &lt;border&gt;"


def test_formats_for_readers_tell_the_date_in_words_and_the_source(frame):
    told = frame.assign(
        sentence="They met.", publisher="Reuters", article_title='"Talks"', published="2022-02-13",
        url="https://example.org/talks",
    )  # fmt: skip
    slides = json.loads(export_bytes(told, "timelinejs.json"))["events"]
    assert [slide["display_date"] for slide in slides] == [
        "18 Mar 2014", "since Dec 2021", "18:26 (EST), 12 Feb 2022", "~14–20 Feb 2022", "until Feb 2022",
    ]  # fmt: skip
    link = '<a href="https://example.org/talks" rel="noopener noreferrer">'
    named = "Reuters, &quot;Talks&quot;, 13 Feb 2022</a>"
    assert slides[0]["text"]["text"] == f"<p>They met.</p><p>{link}{named}</p>"
    assert "([Reuters, 13 Feb 2022](<https://example.org/talks>))" in export_bytes(told, "md").decode()
    page = export_bytes(told, "html").decode()
    assert '<time datetime="2021-12/..">since Dec 2021</time>' in page
    assert link + named in page


def test_the_calendar_is_valid_and_its_entries_end_the_day_after_their_last(frame):
    calendar = icalendar.Calendar.from_ical(export_bytes(frame, "ics"))
    assert (calendar["version"], "prodid" in calendar) == ("2.0", True)
    entries = {str(entry["uid"]): entry for entry in calendar.walk("VEVENT")}
    assert len(entries) == len(EVENTS)
    week = entries["e4@crisis-timeline"]
    assert (week["dtstart"].dt, week["dtend"].dt) == (date(2022, 2, 14), date(2022, 2, 21))
    for entry in entries.values():
        assert entry["dtstamp"].dt.utcoffset() == timedelta(0)
        assert entry["dtend"].dt > entry["dtstart"].dt


def test_the_chronicle_has_a_heading_for_each_year_and_month(frame):
    text = export_bytes(frame, "md").decode()
    assert [line for line in text.splitlines() if line.startswith("## ")] == ["## 2014", "## 2021", "## 2022"]
    assert "- **18 Mar 2014** `2014-03-18` =1+1" in text
    assert "- **since Dec 2021** `2021-12/..` Build-up" in text
    assert "\\<border\\>" in text
    assert "*(warned)*" in text


class Page(HTMLParser):
    """Collects a page's tags and text."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.text = [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


def test_the_web_page_works_offline_and_shows_every_event_as_text(frame):
    page = Page(export_bytes(frame, "html").decode())
    assert len([tag for tag, _ in page.tags if tag == "li"]) == len(EVENTS)
    assert not [attributes for _, attributes in page.tags if "src" in attributes]
    assert "border" not in {tag for tag, _ in page.tags}
    assert "Build-up, “near” the <border>" in page.text


def test_an_address_that_would_run_a_script_is_no_link(frame):
    poisoned = frame.assign(url="javascript:alert(1)")
    assert b"javascript:" not in export_bytes(poisoned, "html")
    assert b"(javascript:" not in export_bytes(poisoned, "md")


def test_the_workbook_keeps_text_as_text(frame):
    with ZipFile(io.BytesIO(export_bytes(frame, "xlsx"))) as book:
        sheet, strings = book.read("xl/worksheets/sheet1.xml"), book.read("xl/sharedStrings.xml")
    assert b"<f>" not in sheet
    assert b"=1+1" in strings


def test_the_longest_known_suffix_picks_the_format(frame, tmp_path):
    export(frame, tmp_path / "events.timelinejs.json")
    assert "title" in json.loads((tmp_path / "events.timelinejs.json").read_bytes())
    export(frame, tmp_path / "EVENTS.CSV")
    assert (tmp_path / "EVENTS.CSV").read_bytes() == export_bytes(frame, "csv")


def test_an_unknown_format_names_the_known_ones(frame, tmp_path):
    with pytest.raises(UsageError, match=r"csv.*ics"):
        export(frame, tmp_path / "events.doc")


def test_a_file_that_cannot_be_written_leaves_the_old_one(frame, tmp_path):
    with pytest.raises(TimelineError, match="cannot write"):
        export(frame, tmp_path / "no such folder" / "events.csv")
    (tmp_path / "events.csv").write_text("old", encoding="utf-8")
    with pytest.raises(AttributeError):
        export(None, tmp_path / "events.csv")
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [
        ("events.csv", "old")
    ]
