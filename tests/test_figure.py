"""The drawing as a pure function: what is drawn tells how sure a date is, whatever its colour."""

from dataclasses import replace
from datetime import UTC, date, datetime

from timeline.exporters.frame import to_frame
from timeline.figure import drawing
from timeline.landmarks import landmarks
from timeline.marks import marks
from timeline.model import Event, Status, When
from timeline.packing import text_width
from timeline.view import View

DAY = When(date(2014, 9, 5), date(2014, 9, 5))
OTHER = When(date(2014, 9, 12), date(2014, 9, 12))


def drawn(event, others=()):
    """The traces of a picture of one event, with the dates that other sources give."""
    shown = marks(to_frame([event]), conflicts={event.id: others} if others else None)
    return drawing(shown, View(1409000000000, 1411500000000))["data"]


def drawn_with(event, begin, end):
    """The traces of a picture of one event between two instants, with the landmarks."""
    return drawing(marks(to_frame([event])), View(begin, end, landmarks=landmarks()))["data"]


def symbols(traces):
    (trace,) = [t for t in traces if t["mode"] == "markers"]
    return trace["marker"]["symbol"], trace["x"]


def words(traces):
    return [text for trace in traces if trace["mode"] == "text" for text in trace["text"]]


def event(when=DAY):
    return Event("e1", "Minsk Protocol signed", when, Status.HAPPENED, "agreement")


def test_a_day_is_one_disc():
    traces = drawn(event())
    assert symbols(traces)[0] == ["circle"]
    assert not [t for t in traces if t["mode"] == "lines" and t["x"]]


def test_a_date_that_another_source_gives_is_a_hollow_mark_joined_by_a_zigzag():
    traces = drawn(event(), [OTHER])
    assert len(symbols(traces)[0]) == 2
    first, second = sorted(symbols(traces)[1])
    assert round((second - first) / 86_400_000) == 7
    (zigzag,) = [t for t in traces if t["mode"] == "lines" and t["x"]]
    assert len(zigzag["x"]) > 8
    assert len(set(zigzag["y"]) - {None}) == 3
    assert any("2 dates" in text for text in words(traces))


def rings(reviews):
    """How many dashed rings there are in a picture of events that were reviewed like that, a day apart."""
    days = (When(date(2014, 9, day), date(2014, 9, day)) for day in range(1, 30, 3))
    told = [
        replace(event(day), id=f"e{n}", review=said)
        for n, (day, said) in enumerate(zip(days, reviews, strict=False))
    ]
    traces = drawing(marks(to_frame(told)), WINDOW)["data"]
    dashed = [t for t in traces if t["mode"] == "lines" and t["line"].get("dash") == "5px,4px"]
    return sum(trace["x"].count(None) for trace in dashed)


def test_what_is_left_to_review_is_ringed_once_it_is_little():
    assert rings(["accepted", "edited", "accepted", "new"]) == 1
    assert rings(["accepted", "new", "new", "new"]) == 0  # all but one: rings would tell nothing
    assert rings(["accepted"] * 4) == 0


WINDOW = View(1409000000000, 1411500000000, width=1104)
"""From late August to the end of September 2014, and 988 pixels for it."""


def going_on(*others):
    """The right end, in pixels, of the dotted line of what went on from 2 to 12 September, as far as told."""
    since = event(When(date(2014, 9, 2), None, "day", "since"))
    frame = to_frame([since, *others])
    frame["published"] = date(2014, 9, 12)
    traces = drawing(marks(frame), WINDOW)["data"]
    (line,) = [t for t in traces if t["mode"] == "lines" and t["line"].get("dash") == "2px,2px"]
    return pixels(max(filter(None, line["x"])))


def pixels(instant):
    return round((instant - WINDOW.begin) / (WINDOW.end - WINDOW.begin) * 988)


def test_the_dotted_line_of_what_goes_on_leads_beyond_the_edge_of_the_view():
    assert going_on() > 988


def test_the_dotted_line_of_what_goes_on_stops_before_what_comes_next_in_its_row():
    day = date(2014, 9, 20)
    others = [Event(f"e{n}", "Talks", When(day, day), Status.HAPPENED, "agreement") for n in range(2, 8)]
    middle = pixels(datetime(2014, 9, 20, 12, tzinfo=UTC).timestamp() * 1000)
    assert middle - 30 < going_on(*others) < middle


LONG = "President Petro Poroshenko announced a truce in the whole of the east of the country"


def told_on(day, title, number=1):
    return Event(f"e{number}", title, When(day, day), Status.HAPPENED, "agreement")


def test_a_label_takes_the_room_that_its_row_has_and_leaves_out_the_office():
    traces = drawing(marks(to_frame([told_on(date(2014, 9, 5), LONG)])), WINDOW)["data"]
    assert words(traces) == ["Petro Poroshenko announced a truce in the whole of the east of…"]


def test_a_label_above_its_bar_takes_that_room_too():
    when = When(date(2014, 9, 2), date(2014, 9, 20), "day", "throughout")
    traces = drawing(
        marks(to_frame([event(when), Event("e2", LONG, when, Status.HAPPENED, "talks")])), WINDOW
    )
    assert "Petro Poroshenko announced a truce in the whole of the east of…" in words(traces["data"])


def test_a_label_is_short_where_others_stand_beside_it():
    crowd = [told_on(date(2014, 9, 1 + n % 24), LONG, n) for n in range(48)]
    assert "Petro Poroshenko announced a truce…" in words(drawing(marks(to_frame(crowd)), WINDOW)["data"])


def test_a_label_beyond_the_edge_of_the_view_does_not_reach_into_it():
    crowd = [told_on(date(2014, 9, 30), LONG, 1), *(told_on(date(2014, 10, 1), LONG, n) for n in range(2, 9))]
    traces = drawing(marks(to_frame(crowd)), WINDOW)["data"]
    (labels,) = [t for t in traces if t["mode"] == "text" and "textposition" in t]
    told = zip(labels["x"], labels["text"], labels["textposition"], strict=True)
    begins = [pixels(x) - (text_width(text) if side == "middle left" else 0) for x, text, side in told]
    assert begins
    assert min(begins) >= 988


def titled(height, *, years=0, kinds=("talks",), count=30):
    """How many of `count` events have their title in the picture: all of one day, or of a day a year."""
    days = [DAY.begin.replace(year=2014 + at % (years + 1)) for at in range(count)]
    events = [
        Event(f"e{at}", f"Meeting {at}", When(day, day), Status.HAPPENED, kinds[at % len(kinds)])
        for at, day in enumerate(days)
    ]
    end = 1411500000000 + years * 366 * 86_400_000
    view = View(1409000000000, end, width=600, height=height)
    texts = words(drawing(marks(to_frame(events)), view)["data"])
    return sum(text.startswith("Meeting") for text in texts)


def test_a_lane_that_has_the_height_to_itself_shows_as_many_titles_as_fit():
    assert 6 < titled(300) < titled(600) < titled(1200) == 30
    assert titled(600, kinds=("talks", "attack")) > 12


def test_over_years_a_single_lane_shows_as_many_events_as_six_would():
    assert titled(1200, years=3) == 30


def in_height(events, height):
    view = View(WINDOW.begin, WINDOW.end, width=1104, height=height)
    return drawing(marks(to_frame(events)), view)


def test_however_few_events_there_are_the_picture_has_all_the_height_that_it_is_given():
    for count in (0, 1, 5, 40):
        crowd = [told_on(date(2014, 9, 1 + n % 24), f"Meeting {n}", n) for n in range(count)]
        assert in_height(crowd, 600)["layout"]["height"] == 600


def test_a_title_is_cut_short_only_where_no_row_is_left_for_more_of_it():
    crowd = [told_on(date(2014, 9, 2 + 3 * n), LONG, n) for n in range(8)]
    more = "Petro Poroshenko announced a truce in the whole of the east of…"
    assert words(in_height(crowd, 600)["data"]).count(more) == 8
    assert more not in words(in_height(crowd, 130)["data"])


def test_the_edge_of_the_picture_cuts_no_word_of_the_axis():
    shown = marks(to_frame([event()]))
    begin, end = (datetime(year, 1, 1, tzinfo=UTC).timestamp() * 1000 for year in (2014, 2022))
    axis = drawing(shown, View(begin, end))["layout"]["xaxis"]
    told = {words: at for at, words in zip(axis["tickvals"], axis["ticktext"], strict=True) if words}
    assert "2014" in told, "to its left there are the names of the lanes"
    assert "2022" not in told, "half of it would be beyond the right edge"
    assert "2023" in told, "a drag brings it into sight"
