"""What may have come of a forecast: alike in kind, actors and words, in the time that it had."""

from dataclasses import replace
from datetime import date

import pytest

from timeline.exporters.frame import to_frame
from timeline.foretold import candidates, stretch, verdict
from timeline.model import Event, Place, Status, When

FORECAST = Event(
    "e0", "Russia could invade Ukraine", When(date(2022, 2, 16), date(2022, 2, 16)), Status.WARNED, "attack",
    ("Russia", "Ukraine"),
)  # fmt: skip


def happened(event_id, title, day, kind="attack", actors=("Russia", "Ukraine")):
    return Event(event_id, title, When(day, day), Status.HAPPENED, kind, actors)


INVASION = happened("e1", "Russia invaded Ukraine", date(2022, 2, 24))
CALL = happened("e2", "Russia called Ukraine", date(2022, 2, 20), kind="call")
OTHER = happened("e3", "Strike hit a depot", date(2022, 3, 1), actors=("France",))


def test_the_likest_event_of_the_same_kind_is_proposed():
    assert candidates(FORECAST, to_frame([CALL, OTHER, INVASION])) == ["e1"]


def test_what_was_that_day_at_that_place_is_proposed_whatever_it_is_called():
    geneva = Place("Geneva")
    plan = Event("e0", "Diplomats plan to meet", FORECAST.when, Status.PLANNED, "talks", ("Russia",), geneva)
    there = replace(
        happened("e4", "Sherman and Ryabkov negotiated", date(2022, 2, 16), actors=()), place=geneva
    )
    later = replace(there, id="e5", when=INVASION.when)
    assert candidates(plan, to_frame([there, later, OTHER])) == ["e4"]


def test_it_may_come_true_from_when_it_was_told_until_three_months_after_its_time():
    assert stretch(FORECAST, date(2022, 2, 11)) == (date(2022, 2, 11), date(2022, 5, 17))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2022, 2, 24), "8 days later than foretold"),
        (date(2022, 2, 15), "1 day earlier than foretold"),
        (date(2022, 2, 16), "when it was foretold"),
    ],
)
def test_how_a_forecast_did_is_counted_in_days(day, said):
    assert verdict(FORECAST.when, When(day, day)) == said


def test_what_comes_within_a_foretold_month_came_when_it_was_foretold():
    month = replace(FORECAST, when=When(date(2022, 2, 1), date(2022, 2, 28), "month"))
    assert verdict(month.when, INVASION.when) == "when it was foretold"
