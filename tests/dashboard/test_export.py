"""What the export menu promises and what it writes: the same rows, the mark for Excel, the file beside it."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, date, time
from urllib.parse import urlencode
from zipfile import ZipFile

import pytest

from dashboard.server import application
from tests.store.reports import MINSK, MINSK_AGAIN, SIGNED
from timeline.exporters import EXPORTERS
from timeline.model import ClockTime, Event, Status, When

QUERIES = ({}, {"q": "Minsk"}, {"asof": "2100-01-01"}, {"from": "2014-01-01", "to": "2015-01-01"})


@pytest.fixture
def site(store):
    return application(store).test_client()


def rows_of(suffix, body):
    """How many rows an exported file has, for the formats in which they are easily counted."""
    if suffix.endswith("csv"):
        return len(list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline=""))))
    if suffix in ("json", "geojson"):
        found = json.loads(body)
        return len(found["features"] if suffix == "geojson" else found)
    return {"ics": b"BEGIN:VEVENT", "html": b"<li ", "md": b"\n- **"}.get(suffix)


@pytest.mark.parametrize("query", QUERIES)
def test_each_format_has_as_many_rows_as_the_menu_says(site, query):
    sizes = site.get("/export/sizes", query_string=query).get_json()
    for suffix in EXPORTERS:
        answer = site.get(f"/export/{suffix}", query_string=query)
        found = rows_of(suffix, answer.data)
        many = answer.data.count(found) if isinstance(found, bytes) else found
        if many is not None:
            assert sizes[suffix].split()[0] == str(many)
            assert f"_{many}.{suffix}" in answer.headers["Content-Disposition"]
    assert sizes["claims.csv"].split()[1] in ("mention", "mentions")


@pytest.mark.parametrize(
    "window",
    [
        {"from": "2022-02-24T06:00", "to": "2022-02-24T18:00"},
        {"from": "2022-02-24", "to": "2022-02-25"},
        {"from": "2022-02-24", "to": "2022-02-25", "tz": "America/New_York"},
        {"from": "2022-02-25", "to": "2022-02-26", "tz": "Asia/Tokyo"},
        {"from": "2022-02-25", "to": "2022-02-26", "tz": "Asia/Tokyo", "asof": "2100-01-01"},
        {},
    ],
)
def test_what_is_in_view_is_what_the_drawing_shows_to_the_minute_and_in_its_zone(store, site, window):
    day = date(2022, 2, 24)
    for hour in (2, 5, 12, 20):
        clock = ClockTime(time(hour, 30, tzinfo=UTC))
        store.add_event(
            Event("", f"Call at {hour}", When(day, day, "time", time=clock), Status.HAPPENED, "call")
        )
    drawn = site.get("/view", query_string=window).get_json()["strip"]["rows"]
    exported = site.get("/export/json", query_string=window).get_json()
    listed = site.get("/ids", query_string=window).get_json()
    assert {row[0] for row in drawn} == {row["id"] for row in exported} == set(listed) != set()


def test_what_was_known_on_a_day_is_chosen_measured_and_exported_by_the_dates_of_that_day(site, store):
    early = replace(MINSK, text=f"{SIGNED} in June 2016.", published=date(2016, 6, 30), url="")
    late = replace(MINSK_AGAIN, text=f"{SIGNED} on 2 June 2016.", published=date(2016, 7, 20))
    store.add(early)
    store.add(late)
    (now,) = store.event_list(begin="2016-06-01", end="2016-06-30")
    window = {"from": "2016-06-20", "to": "2016-06-28", "asof": "2016-07-01"}
    drawn = site.get("/view", query_string=window).get_json()["strip"]["rows"]
    exported = site.get("/export/json", query_string=window).get_json()
    assert [row[0] for row in drawn] == [row["id"] for row in exported] == [now.id]
    assert exported[0]["edtf"] == "2016-06"
    ends = {"from": store.events(text="agreement", end="2015-12-31").index[0], "to": now.id}
    said = [
        site.get("/apart", query_string=ends | day).get_json()["said"] for day in ({}, {"asof": "2016-07-01"})
    ]
    assert said[0] != said[1]
    assert not site.get("/apart", query_string=ends | {"asof": "2016-01-01"}).get_json()


def test_a_csv_begins_with_the_mark_for_excel_where_it_is_asked_for(site):
    plain, marked = (site.get(f"/export/csv?{query}").data for query in ("", "bom=1"))
    assert marked == b"\xef\xbb\xbf" + plain
    assert site.get("/export/json?bom=1").data == site.get("/export/json").data


def test_the_filters_stand_in_a_file_of_their_own_never_in_the_table(site):
    query = {"q": "Minsk", "kind": "talks|agreement", "actor": "-NATO", "cert": "month"}
    plain = site.get("/export/csv", query_string=query).data
    answer = site.get("/export/csv", query_string={**query, "beside": "1"})
    with ZipFile(io.BytesIO(answer.data)) as archive:
        table, beside = archive.namelist()
        assert archive.read(table) == plain
        told = archive.read(beside).decode()
    assert answer.headers["Content-Disposition"].endswith(f'{table}.zip"')
    for line in (
        "Search: Minsk",
        "Kind: talks; agreement",
        "Who: not NATO",
        "How exactly dated: within a month",
    ):
        assert line in told


def test_the_page_for_paper_tells_every_event_with_its_source_and_what_was_asked(site, store):
    page = site.get("/paper?" + urlencode({"q": "Minsk"})).get_data(as_text=True)
    assert page.count("<li>") == store.count(text="Minsk")
    assert "Search: Minsk" in page
    assert MINSK.url in page
