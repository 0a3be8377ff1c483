"""The short axis of one event: what is drawn of it, and the same in words."""

from datetime import date

import pytest

from timeline.exporters.frame import to_frame
from timeline.marks import marks
from timeline.miniature import WIDTH, miniature
from timeline.model import Event, Status, When

MAY = (date(2014, 5, 1), date(2014, 5, 31))


def of(when, status=Status.HAPPENED):
    return miniature(marks(to_frame([Event("e1", "Talks in Kyiv", when, status, "talks")])), 0)


def hows(drawn):
    return [how for how, _ in drawn["strokes"]]


def test_a_day_is_a_full_disc_in_the_middle_and_needs_no_more_words():
    drawn = of(When(date(2014, 9, 5), date(2014, 9, 5)))
    assert drawn["symbols"] == [(WIDTH / 2, 14.0, "circle", False)]
    assert drawn["strokes"] == []
    assert drawn["said"] == ""


def test_a_month_is_a_band_with_two_caps_and_a_ring():
    drawn = of(When(*MAY, "month"))
    assert hows(drawn) == ["soft", "solid", "solid"]
    assert drawn["symbols"][0][2:] == ("circle", True)
    assert drawn["said"] == "Earliest 1 May 2014, latest 31 May 2014."


@pytest.mark.parametrize(
    ("when", "strokes", "said"),
    [
        (
            When(date(2014, 4, 6), None, "day", "since"),
            ["solid", "dotted"],
            "Begins on 6 April 2014; still going on 6 April 2014, its end open.",
        ),
        (
            When(None, date(2014, 5, 31), "month", "until"),
            ["soft", "solid", "dotted"],
            "Ends between 1 May 2014 and 31 May 2014; its beginning open.",
        ),
        (
            When(*MAY, "day", "throughout"),
            ["solid"],
            "Begins on 1 May 2014; ends on 31 May 2014.",
        ),
    ],
)
def test_a_stretch_is_a_bar_whose_ends_say_how_sure_they_are(when, strokes, said):
    drawn = of(when)
    assert hows(drawn) == strokes
    assert drawn["said"] == said


def test_a_forecast_is_a_dashed_box_and_what_was_denied_is_struck():
    assert hows(of(When(*MAY, "month"), Status.PLANNED)) == ["dashed"]
    assert "struck" in hows(of(When(*MAY, "month"), Status.DENIED))


@pytest.mark.parametrize("year", [1, 1654, 2014, 9998])
def test_every_axis_has_a_tick_whose_words_have_room(year):
    for when in (
        When(date(year, 5, 9), date(year, 5, 9)),
        When(date(year, 1, 1), date(year, 12, 31), "year"),
    ):
        ticks = of(when)["ticks"]
        assert ticks
        assert all(0.1 < share < 0.9 for share, _ in ticks)
