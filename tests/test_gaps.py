"""Where nothing is told for a fifth of the window, the drawing says for how long."""

from dataclasses import replace
from datetime import date

from tests.test_figure import event
from timeline.exporters.frame import to_frame
from timeline.gaps import gaps
from timeline.marks import marks, milliseconds
from timeline.model import When


def told_on(*days):
    """The marks of an event on each of these days."""
    events = [replace(event(When(day, day)), id=f"e{number}") for number, day in enumerate(days)]
    return marks(to_frame(events))


def between(shown, first, last):
    return gaps(shown, milliseconds(first), milliseconds(last))


def test_a_long_silence_between_two_events_is_a_gap():
    shown = told_on(date(2016, 1, 10), date(2016, 8, 20), date(2016, 9, 1))
    (gap,) = between(shown, date(2016, 1, 1), date(2016, 12, 31))
    assert gap == (milliseconds(date(2016, 1, 11)), milliseconds(date(2016, 8, 20)), "7 months")


def test_a_gap_that_goes_on_beyond_the_window_is_told_whole():
    shown = told_on(date(2016, 1, 10), date(2019, 1, 10))
    (gap,) = between(shown, date(2017, 1, 1), date(2017, 12, 31))
    assert gap.words == "3 years"


def test_before_the_first_and_after_the_last_event_there_is_no_gap():
    assert between(told_on(date(2016, 6, 1)), date(2016, 1, 1), date(2016, 12, 31)) == []
    assert between(told_on(), date(2016, 1, 1), date(2016, 12, 31)) == []


def test_short_pauses_are_no_gaps():
    shown = told_on(*(date(2016, month, 1) for month in range(1, 13)))
    assert between(shown, date(2016, 1, 1), date(2016, 12, 31)) == []
